"""Days as a calendar file: escaped and folded as RFC 5545 wants, whatever stands in the words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import AppError
from desktop_app.exports import calendar_file
from desktop_app.exports.calendar_file import Event, calendar, escaped, folded

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
WORDS = st.text(max_size=300)


def unfolded(content: bytes) -> list[str]:
    """The content lines as a calendar program reads them."""
    return content.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def plain(value: str) -> str:
    """A value of a property as a calendar program reads it."""
    read, letters = "", iter(value)
    for letter in letters:
        if letter == "\\":
            following = next(letters)
            read += "\n" if following in "nN" else following
        else:
            read += letter
    return read


def test_a_day_stands_as_a_whole_day() -> None:
    lines = unfolded(calendar([Event("2026-0001-7@tirek", date(2026, 12, 31), "2026-0001 · Answer due")], NOW, "en"))
    assert lines == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tirek//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:2026-0001-7@tirek",
        "DTSTAMP:20261121T093000Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:2026-0001 · Answer due",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


@given(WORDS)
def test_whatever_is_written_comes_back_and_adds_no_line(words: str) -> None:
    content = calendar([Event("x", date(2026, 1, 1), words)], NOW, "kk")
    lines = unfolded(content)
    assert len(lines) == len(unfolded(calendar([Event("x", date(2026, 1, 1), "")], NOW, "kk")))
    (summary,) = (line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:"))
    shown = "\n".join(words.splitlines())
    assert plain(summary) == "".join(letter for letter in shown if letter == "\n" or letter.isprintable())


@given(WORDS)
def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(words: str) -> None:
    for line in calendar([Event("x", date(2026, 1, 1), words)], NOW, "ru").split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=400))
def test_folding_loses_nothing(line: str) -> None:
    pieces = list(folded(line))
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(piece.startswith(" ") for piece in pieces[1:])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a,b;c\\d", "a\\,b\\;c\\\\d"),
        ("a\r\nEND:VEVENT", "a\\nEND:VEVENT"),
        ("a\x85b\u2028c", "a\\nb\\nc"),
        ("a\x00\tb", "ab"),
    ],
    ids=["separators", "line-end", "rare-line-ends", "control"],
)
def test_values_are_escaped(text: str, value: str) -> None:
    assert escaped(text) == value


def test_the_file_is_whole_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "dates.ics"
    calendar_file.save([Event("x", date(2026, 1, 1), "y")], NOW, "en", path)
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    with pytest.raises(AppError):
        calendar_file.save([], NOW, "en", tmp_path / "none" / "dates.ics")
