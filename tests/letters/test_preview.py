from __future__ import annotations

from desktop_app.domain.letters import LetterLanguage
from desktop_app.letters import catalogue, preview
from tests.letters import claims


def test_every_page_becomes_a_picture_of_its_own_shape() -> None:
    upright, _second, lying = preview.pages(catalogue.render(claims.claim(LetterLanguage.RU)), zoom=1.0)
    assert (upright.width, upright.height) == (794, 1123)
    assert (lying.width, lying.height) == (1123, 794)


def test_pixels_are_four_bytes_and_hold_ink_and_paper() -> None:
    page = preview.pages(catalogue.render(claims.claim(LetterLanguage.RU)), zoom=0.5)[0]
    assert page.stride >= page.width * 4
    assert len(page.pixels) == page.stride * page.height
    assert page.pixels[:3] == b"\xff\xff\xff"
    assert min(page.pixels[1::4]) < 100


def test_zoom_makes_pictures_larger() -> None:
    pdf = catalogue.render(claims.claim(LetterLanguage.EN))
    small, large = (preview.pages(pdf, zoom)[0] for zoom in (0.5, 2.0))
    assert large.width == round(small.width * 4, -1) or abs(large.width - small.width * 4) <= 4
