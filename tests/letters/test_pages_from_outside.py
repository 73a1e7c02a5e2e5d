"""Documents from outside are drawn page by page, within a size, and never run what is in them."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from desktop_app.errors import AppError
from desktop_app.letters import preview


def pages(*sizes: tuple[float, float], password: str = "", script: str = "") -> bytes:
    writer = PdfWriter()
    for width, height in sizes:
        writer.add_blank_page(width, height)
    if script:
        action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject(script)}
        named = DictionaryObject({NameObject(key): value for key, value in action.items()})
        writer.root_object[NameObject("/OpenAction")] = named
    if password:
        writer.encrypt(password, algorithm="AES-256")
    writer.write(target := BytesIO())
    return target.getvalue()


def test_a_page_is_drawn_with_its_longer_side() -> None:
    content = pages((595, 842), (842, 595))
    count, width, height, pixels = preview.page(content, 1, 800)
    assert (count, width) == (2, 800)
    assert abs(height - 565) <= 1
    assert len(pixels) == width * height * 4
    assert set(pixels[:4]) == {255}


@pytest.mark.parametrize("size", [(14_400, 14_400), (3, 14_400), (1, 1), (7, 5)])
def test_pages_of_any_size_are_drawn_small(size: tuple[float, float]) -> None:
    _count, width, height, pixels = preview.page(pages(size), 0, 300)
    assert 0 < width <= 301
    assert 0 < height <= 301
    assert len(pixels) == width * height * 4


def test_the_last_page_is_drawn_when_there_are_fewer() -> None:
    assert preview.page(pages((100, 200)), 9, 100)[:3] == (1, 50, 100)


def test_a_password_is_asked_for_in_a_sentence() -> None:
    with pytest.raises(AppError, match="needs a password"):
        preview.page(pages((100, 100), password="x"), 0, 100)


def test_damage_is_told_apart_from_a_password() -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        preview.page(pages((100, 100))[:100], 0, 100)


def test_a_script_in_a_document_is_not_run() -> None:
    assert preview.page(pages((100, 100), script="app.alert('x'); while(true){}"), 0, 100)[:3] == (1, 100, 100)
