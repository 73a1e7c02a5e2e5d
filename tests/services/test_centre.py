"""The centre is stored as typed, and a wrong one is not stored."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sa
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from desktop_app.domain.centre import Centre, Role, Trilingual, example_number
from desktop_app.domain.changes import Kind
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import centre, files, letters
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import unpaid
from tests.services.test_letters import request

CHANGED = Centre(
    name=Trilingual("=Орталық <b>", "Центр «Опора»", "Centre 'Support' \"1\""),
    address=Trilingual("Астана", "", ""),
    bin="",
    letterhead=Trilingual("тел. 1\nтел. 2", "🙂", "x"),
    region="KZ-71",
)


def test_a_centre_is_stored_as_typed(file: OpenFile) -> None:
    assert centre.save(file, CHANGED).kinds == {Kind.CENTRE}
    assert centre.read(file) == CHANGED
    files.close(file)
    again = factories.sign_in(file.path)
    assert centre.read(again) == CHANGED
    with again.db.read() as session:
        line = session.execute(sa.text("SELECT entity, entity_id FROM audit WHERE action = 'change_centre'")).one()
        assert tuple(line) == ("centre", 1)
    files.close(again)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"name": Trilingual()}, "name"), ({"bin": "123"}, "bin"), ({"address": Trilingual(en="a" * 501)}, "address.en")],
)
def test_a_wrong_centre_is_not_stored(file: OpenFile, wrong: dict[str, object], field: str) -> None:
    before = centre.read(file)
    with pytest.raises(InvalidInput) as caught:
        centre.save(file, replace(before, **wrong))
    assert [problem.field for problem in caught.value.problems] == [field]
    assert centre.read(file) == before


def test_what_cannot_be_seen_is_left_out(file: OpenFile) -> None:
    typed = replace(
        CHANGED,
        name=Trilingual(" Орталық\u202e \n1", "", "\ud800Centre"),
        letterhead=Trilingual("a\r\nb\u200f", "", ""),
        bin="9412 4000-0193",
    )
    centre.save(file, typed)
    stored = centre.read(file)
    assert (stored.name.kk, stored.name.en, stored.letterhead.kk) == ("Орталық 1", "Centre", "a\nb")
    assert stored.bin == "941240000193"


def picture(kind: str = "PNG", size: tuple[int, int] = (1200, 300), **how: object) -> bytes:
    held = BytesIO()
    image = Image.new("RGBA" if kind == "PNG" else "RGB", size, (255, 0, 0, 128) if kind == "PNG" else (255, 0, 0))
    image.save(held, kind, **how)
    return held.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_made_small_and_kept_without_what_it_tells(file: OpenFile, kind: str) -> None:
    told = PngInfo()
    told.add_text("Author", "Юсупов Равшан")
    exif = Image.Exif()
    exif[0x010E] = "Yusupov Ravshan"
    came = picture(kind, pnginfo=told) if kind == "PNG" else picture(kind, exif=exif)
    assert centre.set_logo(file, came).kinds == {Kind.CENTRE}
    kept = centre.logo(file)
    with Image.open(BytesIO(kept)) as image:
        assert (image.format, image.size, image.mode) == (kind, (600, 150), "RGB")
        assert not image.getexif()
        assert "Author" not in image.info
    assert "Юсупов".encode() not in kept
    assert b"Yusupov" not in kept
    centre.remove_logo(file)
    assert centre.logo(file) == b""


def test_a_small_logo_is_not_blown_up_and_a_save_of_the_centre_keeps_it(file: OpenFile) -> None:
    centre.set_logo(file, picture(size=(40, 20)))
    centre.save(file, CHANGED)
    with Image.open(BytesIO(centre.logo(file))) as image:
        assert image.size == (40, 20)


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"GIF89a" + b"x" * 50,
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.4",
        b"\x89PNG\r\n\x1a\n" + b"x" * 300,
        b"\xff\xd8\xff" + b"x" * 300,
        picture()[:200],
        b"\x89PNG\r\n\x1a\n" + b"0" * 1024 * 1024,
    ],
    ids=["empty", "gif", "svg", "pdf", "broken-png", "broken-jpeg", "cut", "large"],
)
def test_what_is_no_picture_is_refused_and_the_old_logo_stays(file: OpenFile, wrong: bytes) -> None:
    centre.set_logo(file, picture(size=(40, 20)))
    before = centre.logo(file)
    with pytest.raises(InvalidInput) as caught:
        centre.set_logo(file, wrong)
    assert [problem.field for problem in caught.value.problems] == ["content"]
    assert centre.logo(file) == before


def test_a_logo_is_decoded_in_the_child_alone(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[object] = []
    real = centre.in_child
    monkeypatch.setattr(centre, "in_child", lambda call, *more: (called.append(call), real(call, *more))[1])
    centre.set_logo(file, picture(size=(40, 20)))
    assert [call.__name__ for call in called] == ["small"]  # type: ignore[attr-defined]  # they are functions


def test_a_file_that_cannot_be_read_is_told(file: OpenFile, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="cannot be read"):
        centre.set_logo_from(file, tmp_path / "none.png")
    (tmp_path / "logo.png").write_bytes(picture(size=(40, 20)))
    centre.set_logo_from(file, tmp_path / "logo.png")
    assert centre.logo(file)


def test_who_may_not_change_the_centre_changes_no_logo(file: OpenFile) -> None:
    staff = factories.colleague(file, Role.STAFF)
    for call in (lambda: centre.set_logo(staff, picture()), lambda: centre.remove_logo(staff)):
        with pytest.raises(NotAllowed):
            call()
    assert centre.logo(staff) == b""


def test_the_logo_stands_on_letters_and_in_drafts(file: OpenFile) -> None:
    card = unpaid(file)
    plain = letters.look(file, request(file, card.id)).pdf
    centre.set_logo(file, picture(size=(400, 100)))
    with_logo = letters.look(file, request(file, card.id)).pdf
    assert plain.count(b"/Subtype /Image") == 0
    assert with_logo.count(b"/Subtype /Image") == 1
    assert letters.look(file, request(file, card.id)).pdf == with_logo


@pytest.mark.parametrize("code", ["TM", "АЛМ", "тм2", "12345678"])
def test_the_mark_begins_the_numbers_of_letters(file: OpenFile, code: str) -> None:
    centre.save(file, replace(centre.read(file), code=f" {code} "))
    saved = letters.create(file, request(file, unpaid(file).id))
    assert letters.row(file, saved.id).number == example_number(code, 2026).replace("17", "1")


@pytest.mark.parametrize("code", ["T M", "a/b", "<b>", "123456789", "é-", "👍", "x\u202ey."])
def test_a_mark_of_signs_is_refused(file: OpenFile, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        centre.save(file, replace(CHANGED, code=code))
    assert [problem.field for problem in caught.value.problems] == ["code"]
