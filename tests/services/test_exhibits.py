"""The bundle of exhibits: what is in it, what never is, what the log says; it is written whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from desktop_app.domain.answers import Answer
from desktop_app.domain.attachments import NewAttachment
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.errors import AppError, Cancelled, InvalidInput, Message, Problem
from desktop_app.imports.child import UNREADABLE
from desktop_app.services import (
    attachment_pages,
    attachments,
    cases,
    exhibit_pages,
    exhibits,
    letters,
)
from desktop_app.services.files import OpenFile
from tests.imports import samples
from tests.letters.reading import pages_of, text_of
from tests.services.papers import at_once, put
from tests.services.situations import TODAY, new_case
from tests.services.test_traces import lines

RU, KK_RU = LetterLanguage.RU, LetterLanguage.KK_RU
HOSTILE = (
    b"%PDF-1.7\n"
    b"1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R/AA<</WC 4 0 R>>>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Annots[6 0 R]>>endobj\n"
    b"4 0 obj<</S/JavaScript/JS(app.alert\\('canary'\\))>>endobj\n"
    b"5 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\n"
    b"6 0 obj<</Type/Annot/Subtype/Link/Rect[0 0 200 300]/A<</S/Launch/F(calc.exe)>>>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
ACTIVE = re.compile(rb"/(JavaScript|JS|OpenAction|AA|Launch|EmbeddedFile|Annots|AcroForm|XFA|URI|SubmitForm)\b")


@pytest.fixture(autouse=True)
def _without_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child takes a third of a second; what it draws in is tested where attachments are."""
    for module in (attachments, attachment_pages):
        monkeypatch.setattr(module, "in_child", _at_once)
    exhibit_pages._known.clear()


def _at_once(call: Callable[..., Any], content: bytes, *values: object, **how: object) -> list[Any]:
    """A child tells of whatever a decoder cannot read in one way."""
    try:
        return at_once(call, content, *values, **how)
    except pypdfium2.PdfiumError:
        raise InvalidInput((Problem("content", Message(UNREADABLE)),)) from None


@pytest.fixture
def case(file: OpenFile) -> int:
    return cases.open_case(file, new_case()).id


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def scan(pages: int) -> bytes:
    """A scan of upright pages."""
    target = BytesIO()
    sheets = [Image.new("L", (60, 90), 200) for _page in range(pages)]
    sheets[0].save(target, "TIFF", save_all=True, append_images=sheets[1:])
    return target.getvalue()


def kept(file: OpenFile, case: int, desk: Path, name: str, content: bytes, note: str = "") -> int:
    return attachments.add(file, case, put(desk, name, content), NewAttachment(note)).id


@pytest.fixture
def three(file: OpenFile, case: int, desk: Path) -> tuple[int, ...]:
    """A hostile PDF of two pages, a scan of three, a voice message."""
    return (
        kept(file, case, desk, "шарт.pdf", HOSTILE, "еңбек қатынастары"),
        kept(file, case, desk, "табель.tiff", scan(3), "отработанные смены"),
        kept(file, case, desk, "хабар.mp3", samples.mp3(), "признание долга"),
    )


def test_every_page_is_in_it_with_its_stamp(file: OpenFile, case: int, desk: Path, three: tuple[int, ...]) -> None:
    path = exhibits.bundle(file, case, three, LetterLanguage.EN, desk / "bundle.pdf")
    pages = pages_of(path.read_bytes())
    stamps = [" ".join(page.split()) for page in pages[1:]]
    assert [stamp.partition(" Case:")[0] for stamp in stamps] == [
        "Exhibit 1, page 1 of 2. Sheet 1",
        "Exhibit 1, page 2 of 2. Sheet 2",
        "Exhibit 2, page 1 of 3. Sheet 3",
        "Exhibit 2, page 2 of 3. Sheet 4",
        "Exhibit 2, page 3 of 3. Sheet 5",
    ]
    first = text_of(path.read_bytes())
    for said in ("шарт.pdf", "еңбек қатынастары", "1–2", "3–5", "no pages to count", "In all: 3 exhibits, 5 sheets."):
        assert said in first


def test_pages_lie_as_their_pictures_do(file: OpenFile, case: int, desk: Path, three: tuple[int, ...]) -> None:
    path = exhibits.bundle(file, case, three, RU, desk / "bundle.pdf")
    document = pypdfium2.PdfDocument(path.read_bytes())
    sizes = [page.get_size() for page in document]
    document.close()
    assert [width > height for width, height in sizes] == [False, False, True, False, False, False]


@pytest.mark.parametrize("language", [RU, KK_RU], ids=str)
def test_nothing_active_gets_into_it(
    file: OpenFile, case: int, desk: Path, three: tuple[int, ...], language: LetterLanguage
) -> None:
    assert ACTIVE.search(HOSTILE)
    content = exhibits.bundle(file, case, three, language, desk / "bundle.pdf").read_bytes()
    assert not ACTIVE.search(content)
    assert b"canary" not in content
    assert b"calc.exe" not in content
    document = pypdfium2.PdfDocument(content)
    objects = [each.type for page in document for each in page.get_objects()]
    document.close()
    assert objects.count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) == 5


def test_each_attachment_is_logged_before_it_leaves(
    file: OpenFile, case: int, desk: Path, three: tuple[int, ...]
) -> None:
    exhibits.bundle(file, case, three[::-1], RU, desk / "bundle.pdf")
    left = [line[1:] for line in lines(file) if line[0] == "export_attachment"]
    assert [each[-1] for each in left] == list(three[::-1])


def test_order_and_numbers_follow_the_choice(file: OpenFile, case: int, desk: Path, three: tuple[int, ...]) -> None:
    path = exhibits.bundle(file, case, (three[1], three[0], three[1]), LetterLanguage.EN, desk / "bundle.pdf")
    assert "In all: 2 exhibits, 5 sheets." in text_of(path.read_bytes())
    assert "Exhibit 1, page 3 of 3. Sheet 3" in text_of(path.read_bytes())


@pytest.mark.parametrize("chosen", ["none", "another", "damaged", "thick"])
def test_what_cannot_be_bundled_leaves_the_old_file(
    file: OpenFile, case: int, desk: Path, three: tuple[int, ...], chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = {
        "none": (),
        "another": (*three, 999),
        "damaged": (*three, kept(file, case, desk, "broken.pdf", samples.PDF)),
        "thick": three,
    }[chosen]
    if chosen == "thick":
        monkeypatch.setattr(exhibits, "MOST_SHEETS", 4)
    path = put(desk, "bundle.pdf", b"old")
    before = lines(file)
    with pytest.raises(AppError):
        exhibits.bundle(file, case, ids, RU, path)
    assert path.read_bytes() == b"old"
    assert [line for line in lines(file) if line not in before and line[0] == "export_attachment"] == []
    assert [each.name for each in desk.iterdir() if each.suffix == ".unfinished"] == []


def test_progress_is_told(file: OpenFile, case: int, desk: Path, three: tuple[int, ...]) -> None:
    told: list[tuple[int, int]] = []
    exhibits.bundle(file, case, three, RU, desk / "bundle.pdf", step=lambda done, whole: told.append((done, whole)))
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_the_list_counts_pages_and_only_the_list(
    file: OpenFile, case: int, three: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert three
    asked: list[str] = []
    real = attachment_pages.page

    def page(opened: attachments.Opened, number: int, side: int, *others: object) -> attachment_pages.Drawn:
        asked.append(opened.head.name)
        return real(opened, number, side)

    monkeypatch.setattr(attachment_pages, "page", page)
    plain = LetterRequest(case, "power_of_attorney", LetterLanguage.EN, TODAY, TODAY, file.staff.id)
    letters.look(file, plain)
    assert asked == []
    listed = replace(plain, kind="exhibit_list")
    said = text_of(letters.look(file, listed).pdf)
    assert asked == ["шарт.pdf", "табель.tiff"]
    assert "1–2" in said
    assert "3–5" in said
    assert text_of(letters.look(file, listed).pdf) == said
    assert len(asked) == 2, "pages are counted once for the same content"
    shorter = replace(listed, answers={"leave_out": Answer("1")})
    assert "In all: 2 exhibits, 3 sheets." in text_of(letters.look(file, shorter).pdf)


def test_a_list_leaves_out_only_numbers_it_has(file: OpenFile, case: int, three: tuple[int, ...]) -> None:
    assert three
    asked = LetterRequest(case, "exhibit_list", RU, TODAY, TODAY, file.staff.id, answers={"leave_out": Answer("2, 9")})
    found = letters.look(file, asked).examined.stops
    assert [each.field for each in found] == ["answers.leave_out"]
    with pytest.raises(InvalidInput):
        letters.create(file, asked)


def test_an_exhibit_that_cannot_be_opened_has_no_pages(file: OpenFile, case: int, desk: Path) -> None:
    kept(file, case, desk, "broken.pdf", samples.PDF)
    asked = LetterRequest(case, "exhibit_list", LetterLanguage.EN, TODAY, TODAY, file.staff.id)
    assert "no pages to count" in text_of(letters.look(file, asked).pdf)


def test_stopping_it_writes_nothing(file: OpenFile, case: int, desk: Path, three: tuple[int, ...]) -> None:
    def stop(done: int, _whole: int) -> None:
        if done == 1:
            raise Cancelled

    before = {each.name for each in desk.iterdir()}
    with pytest.raises(Cancelled):
        exhibits.bundle(file, case, three, RU, desk / "bundle.pdf", step=stop)
    assert {each.name for each in desk.iterdir()} == before
    assert not [line for line in lines(file) if line[0] == "export_attachment"]


def test_the_name_of_the_open_file_is_no_place_for_it(file: OpenFile, case: int, three: tuple[int, ...]) -> None:
    content = file.path.read_bytes()
    with pytest.raises(AppError):
        exhibits.bundle(file, case, three, RU, file.path)
    assert file.path.read_bytes() == content
