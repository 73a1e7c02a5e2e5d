"""The bundle as a document: stamps in one language or two, pages that lie, nothing but pictures."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from desktop_app.domain.letters import LetterLanguage
from desktop_app.imports.pictures import encoded
from desktop_app.letters import exhibits
from desktop_app.letters.exhibits import Drawn
from desktop_app.letters.stories.exhibit_list import placed
from tests.letters.reading import pages_of
from tests.letters.samples import exhibit_list as sample

UPRIGHT = Drawn(encoded(bytes(40 * 60 * 4), 40, 60, 160), lies=False)
LYING = Drawn(encoded(bytes(60 * 40 * 4), 60, 40, 240), lies=True)
PAGES = {1: (UPRIGHT, LYING, UPRIGHT, UPRIGHT), 2: (UPRIGHT,) * 3, 3: (LYING,)}


@pytest.mark.parametrize("language", list(LetterLanguage))
def test_each_page_is_stamped_once(language: LetterLanguage) -> None:
    content = exhibits.render(sample.facts(language), placed(sample.EXHIBITS), PAGES)
    pages = pages_of(content)
    assert len(pages) == 9
    assert exhibits.render(sample.facts(language), placed(sample.EXHIBITS), PAGES) == content
    document = pypdfium2.PdfDocument(content)
    kinds = [[each.type for each in page.get_objects()] for page in document]
    sizes = [page.get_size() for page in document]
    document.close()
    images = [found.count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) for found in kinds]
    assert images == [0] + [1] * 8
    assert [at for at, (width, height) in enumerate(sizes) if width > height] == [2, 8]


def test_a_page_has_room_for_its_picture_in_two_languages() -> None:
    """Were the picture a millimetre too high, it would go to a page of its own."""
    long = tuple(replace(each, note="дәлел " * 30) for each in sample.EXHIBITS)
    content = exhibits.render(sample.facts(LetterLanguage.KK_RU), placed(long), PAGES)
    assert all("2026-0001" in page for page in pages_of(content))


def test_a_picture_holds_pixels_alone() -> None:
    content = UPRIGHT.content
    assert content.startswith(b"\xff\xd8\xff\xe0")
    for told in (b"Exif", b"http", b"ICC_PROFILE", b"Photoshop"):
        assert told not in content
