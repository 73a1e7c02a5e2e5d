"""What a file is, is told by its content: a name can hide nothing and promise nothing."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO

import pytest

from desktop_app.errors import AppError
from desktop_app.imports import office_files, texts
from desktop_app.imports.sniff import sniff
from tests.imports import samples

KEPT = samples.kept()
REFUSED = samples.refused()
NAMES = ("photo.jpg", "contract.pdf", "no ending", "notes.txt")
"""Names that do not fit, and some that do: each sample comes under each of them, more than 200 renamed files."""


@pytest.mark.parametrize("name", [*NAMES, "virus.exe", "a.docm", "\u202efdp.exe"])
@pytest.mark.parametrize("sample", [each for each in KEPT if not each.startswith("text")])
def test_what_is_kept_is_known_under_any_name(sample: str, name: str) -> None:
    content, kind = KEPT[sample]
    assert sniff(content, name) is kind


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sample", [each for each in KEPT if each.startswith("text")])
def test_plain_text_is_known_in_every_way_of_writing(sample: str, name: str) -> None:
    content, kind = KEPT[sample]
    assert sniff(content, name) is kind


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sample", list(REFUSED))
def test_what_is_not_kept_is_refused_under_any_name(sample: str, name: str) -> None:
    content, word = REFUSED[sample]
    with pytest.raises(AppError, match=word):
        sniff(content, name)


@pytest.mark.parametrize("name", ["a.bat", "b.PS1", "c.vbs ", "d.js.", "e.hta", "f.html", "g.txt.cmd", "h.url"])
def test_plain_text_called_like_a_script_is_one(name: str) -> None:
    with pytest.raises(AppError, match="program or a script"):
        sniff(b"just words", name)


def test_nothing_is_no_text_to_keep_but_may_be_looked_at() -> None:
    assert texts.text_of(b"") == ""
    assert texts.text_of("Ә".encode("utf-8-sig")) == "Ә"
    assert texts.text_of("қазақ".encode("utf-16-be")) is None
    assert texts.text_of(b"a\x00b") is None
    assert texts.text_of(b"\xff\xfe\xff") is None


# Archives that are built to mislead


def refusal(content: bytes) -> str:
    with pytest.raises(AppError) as raised:
        office_files.document_type(content)
    return raised.value.message.msgid


WORD_PARTS = {"[Content_Types].xml": samples.WORD, "word/document.xml": b"x"}


@pytest.mark.parametrize(
    "name", ["../word/x.xml", "/etc/passwd", "word/../../x", "C:\\x", "..\\x", "word\\..\\..\\x", "C:x", "\\\\host\\x"]
)
def test_a_part_that_leads_out_of_the_archive_is_refused(name: str) -> None:
    assert "unusual way" in refusal(samples.zipped({**WORD_PARTS, name: b"x"}))


def test_a_bomb_is_refused_before_anything_is_unpacked() -> None:
    bomb = samples.zipped({**WORD_PARTS, "word/media.bin": bytes(30 * 2**20)})
    assert len(bomb) < 100_000
    assert "unusual way" in refusal(bomb)
    assert "unusual way" in refusal(samples.zipped({**WORD_PARTS, **{f"a{n}": b"" for n in range(2001)}}))


def test_a_part_of_two_contents_is_refused() -> None:
    target = BytesIO(samples.zipped(WORD_PARTS))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("WORD/document.xml", b"other")
    assert "unusual way" in refusal(target.getvalue())


def test_a_link_is_refused() -> None:
    target = BytesIO(samples.zipped(WORD_PARTS))
    link = zipfile.ZipInfo("word/link")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "unusual way" in refusal(target.getvalue())


def test_a_document_with_a_password_is_refused() -> None:
    content = bytearray(samples.zipped(WORD_PARTS))
    entry = content.find(b"PK\x01\x02")
    content[entry + 8] |= 1
    assert "unusual way" in refusal(bytes(content))


def test_an_end_that_promises_a_larger_directory_is_refused() -> None:
    content = samples.zipped(WORD_PARTS)
    end = content.rfind(b"PK\x05\x06")
    large = content[:end] + b"PK\x06\x06" + bytes(52) + b"PK\x06\x07" + bytes(16) + content[end:]
    assert "unusual way" in refusal(large)
    assert not office_files._directory_is_short(large)
    assert "unusual way" in refusal(content[:end])
    assert "unusual way" in refusal(content[: end - 5] + content[end:])
    longer = bytearray(content)
    longer[end + 12 : end + 16] = (2**24).to_bytes(4, "little")
    assert "unusual way" in refusal(bytes(longer))


@pytest.mark.parametrize("at", range(0, 400, 7))
def test_a_broken_archive_is_never_a_fault_of_ours(at: int) -> None:
    content = bytearray(samples.zipped(WORD_PARTS))
    content[at % len(content)] ^= 0xFF
    with suppress(AppError):
        office_files.document_type(bytes(content))
