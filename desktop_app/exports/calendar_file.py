"""Days as a calendar file (iCalendar, RFC 5545): whole days with a short word each, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from desktop_app.exports.whole_file import whole_file

SUFFIX: Final = ".ics"
_LINE_END: Final = "\r\n"
_LONGEST_LINE: Final = 75
"""Octets of a line without its end (RFC 5545, 3.1)."""
_ESCAPED: Final = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))


@dataclass(frozen=True)
class Event:
    """A whole day in a calendar. `uid` names it for good, so that a later file replaces it; `words` is one line."""

    uid: str
    on: date
    words: str


def calendar(events: Iterable[Event], made_at: datetime, language: str) -> bytes:
    """The calendar file as UTF-8. `made_at` with its offset; `language` is kk, ru or en."""
    stamp = made_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Tirek//{language.upper()}", "CALSCALE:GREGORIAN"]
    for event in events:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{escaped(event.uid)}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{event.on + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{escaped(event.words)}",
            "TRANSP:TRANSPARENT",
            "CLASS:PRIVATE",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(part + _LINE_END for line in lines for part in folded(line)).encode()


def save(events: Iterable[Event], made_at: datetime, language: str, path: Path) -> None:
    """Write the calendar to `path`, whole or not at all. Raises AppError when the place cannot take it."""
    with whole_file(path) as unfinished:
        unfinished.write_bytes(calendar(events, made_at, language))


def escaped(text: str) -> str:
    """A text as the value of a property; every kind of line end becomes one (RFC 5545, 3.3.11)."""
    told = "\n".join(text.splitlines())
    told = "".join(letter for letter in told if letter == "\n" or letter.isprintable())
    for plain, written in _ESCAPED:
        told = told.replace(plain, written)
    return told


def folded(line: str) -> Iterator[str]:
    """A content line in pieces of at most 75 octets, the further ones begun with a space; no letter is cut."""
    piece, room = "", _LONGEST_LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield piece
            piece, room = " ", _LONGEST_LINE - 1
        piece += letter
        room -= size
    yield piece
