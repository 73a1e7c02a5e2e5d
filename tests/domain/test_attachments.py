"""Names of files from outside are shown harmlessly and never lead anywhere; sizes have limits that are said."""

from __future__ import annotations

import random
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import attachments as rules
from desktop_app.domain.attachments import AttachmentType, NewAttachment, shown_name

PDF = AttachmentType.PDF
DEVICES = ("CON", "con", "PRN", "Aux", "NUL", "COM1", "com9", "LPT1", "lpt9", "COM¹", "CLOCK$", "CONIN$", "CONOUT$")
MISLEADING = (
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\ufeff\x00\x07\x1b\x7f\u2028\n\r\t"
)
ENDINGS = ("", ".pdf", ".exe", ".PDF", ".pdf.exe", ".", " ", ". . .", ".lnk", ".docm", ".scr")


def hostile_names() -> list[str]:
    """More than three hundred names that harm somewhere."""
    chance = random.Random(7)  # noqa: S311  the same names every time
    names = [device + ending for device in DEVICES for ending in ENDINGS]
    names += [f"a{mark}fdp.exe" for mark in MISLEADING]
    names += [mark * 5 for mark in MISLEADING]
    names += ["../" * n + "etc/passwd" for n in range(1, 20)] + ["..\\" * n + "boot.ini" for n in range(1, 20)]
    names += [
        "C:\\Windows\\system32\\cmd.exe",
        "\\\\host\\share\\x",
        "/etc/shadow",
        "file:///etc/passwd",
        "a:b",
        "a::$DATA",
    ]
    names += ["x" * 300, "Ұ" * 300 + ".pdf", "😀" * 300, "." * 300, " " * 300, "e\u0301" * 200, "x." * 150 + "pdf"]
    names += ["", ".", "..", "...", "-rf", "~", "$(id)", "`id`", "%s%n", "{0}", "'; DROP TABLE attachment;--"]
    names += ["<img src=file:///x>.pdf", "<b>a</b>", "a|b", 'a"b', "a?b*", "=cmd|' /C calc'!A0.pdf", "\ud800a.pdf"]
    letters = 'abқЖ .\\/:*?"<>|\u202e\u0000\u0301\U0001f600\udcff-'
    names += ["".join(chance.choice(letters) for _sign in range(chance.randrange(40))) for _name in range(100)]
    return names


def is_harmless(name: str) -> bool:
    stem = name.split(".", 1)[0].strip()
    return (
        0 < len(name.encode()) <= rules.LONGEST_NAME
        and PurePosixPath(name).name == name
        and PureWindowsPath(name).name == name
        and not PureWindowsPath(name).is_reserved()
        and stem.upper() not in {device.upper() for device in DEVICES}
        and not set(name) & set('<>:"/\\|?*')
        and all(
            unicodedata.category(sign)[0] != "C" and unicodedata.category(sign) not in {"Zl", "Zp"} for sign in name
        )
        and name.strip(" .") == name
        and name.lower().endswith(".pdf")
    )


def test_three_hundred_hostile_names_are_shown_harmlessly() -> None:
    names = hostile_names()
    assert len(set(names)) >= 300
    assert [name for name in names if not is_harmless(shown_name(name, PDF))] == []


@given(st.text(max_size=400))
def test_any_name_is_shown_harmlessly(name: str) -> None:
    shown = shown_name(name, PDF)
    assert is_harmless(shown)
    assert shown_name(shown, PDF) == shown


@pytest.mark.parametrize(
    ("given_name", "kind", "shown"),
    [
        ("Еңбек шарты.pdf", PDF, "Еңбек шарты.pdf"),
        ("Расчётный лист (март).PDF", PDF, "Расчётный лист (март).PDF"),
        ("photo.jpeg", AttachmentType.JPEG, "photo.jpeg"),
        ("photo.jpg.exe", AttachmentType.JPEG, "photo.jpg.exe.jpg"),
        ("a\u202efdp.exe", PDF, "afdp.exe.pdf"),
        ("invoice.pdf", AttachmentType.DOCX, "invoice.pdf.docx"),
        ("CON.pdf", PDF, "_CON.pdf"),
        ("С:\\Users\\x\\паспорт.jpg", AttachmentType.JPEG, "паспорт.jpg"),
        ("", AttachmentType.TEXT, "_.txt"),
        ("голос.opus", AttachmentType.OGG, "голос.opus"),
    ],
)
def test_a_name_stays_as_it_is_where_it_does_no_harm(given_name: str, kind: AttachmentType, shown: str) -> None:
    assert shown_name(given_name, kind) == shown


def test_every_kind_has_a_name_and_an_ending() -> None:
    assert set(rules.TYPE_NAMES) == set(AttachmentType)
    assert set(rules.COPY_BASES) == set(rules.CopyBasis)
    for kind in AttachmentType:
        assert shown_name("x", kind).startswith("x.")


@pytest.mark.parametrize(
    ("size", "taken", "word"),
    [
        (0, 0, "is empty"),
        (1, 0, ""),
        (rules.MOST_BYTES, 0, ""),
        (rules.MOST_BYTES + 1, 0, "at most"),
        (1, rules.MOST_BYTES_OF_A_CASE, "of one case"),
        (10, rules.MOST_BYTES_OF_A_CASE - 10, ""),
        (11, rules.MOST_BYTES_OF_A_CASE - 10, "of one case"),
    ],
)
def test_limits_hold_to_the_byte(size: int, taken: int, word: str) -> None:
    found = [problem.message.msgid for problem in rules.problems_of_size(size, taken)]
    assert bool(found) is bool(word)
    assert all(word in sentence for sentence in found)


def test_a_size_that_is_too_large_never_looks_as_if_it_fitted() -> None:
    (problem,) = rules.problems_of_size(rules.MOST_BYTES + 1, 0)
    assert (problem.message.params["size"], problem.message.params["most"]) == (51, 50)


def test_a_note_has_a_length() -> None:
    assert not rules.problems_of_new(NewAttachment("x" * rules.LONGEST_NOTE))
    assert rules.problems_of_new(NewAttachment("x" * rules.LONGEST_NOTE + "x"))[0].field == "note"
