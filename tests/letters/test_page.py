from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, NameObject
from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop_app.domain.letters import LetterLanguage
from desktop_app.i18n import LANGUAGES, for_language
from desktop_app.letters import catalogue, drawing, fonts, look
from desktop_app.letters.blocks import Grid
from desktop_app.letters.stories import employer_claim
from tests.letters import claims
from tests.letters.reading import pages_of

A4 = (595, 842)


def reader(language: LetterLanguage, crew: int = 2) -> PdfReader:
    return PdfReader(BytesIO(catalogue.render(claims.claim(language, claims.crew(crew)))))


def objects(pdf: PdfReader) -> list[DictionaryObject]:
    found = (IndirectObject(number, 0, pdf).get_object() for number in range(1, len(pdf.xref[0]) + 1))
    return [each for each in found if isinstance(each, DictionaryObject)]


@pytest.mark.parametrize("language", LetterLanguage)
def test_the_same_facts_make_the_same_bytes(language: LetterLanguage) -> None:
    facts = claims.claim(language, claims.crew(3))
    assert catalogue.render(facts) == catalogue.render(facts)


def test_pages_are_a4_upright_for_the_letter_and_lying_for_the_calculation() -> None:
    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in reader(LetterLanguage.RU).pages]
    assert sizes == [A4, A4, A4[::-1], A4[::-1]]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (LetterLanguage.EN, "Page %s of %s"),
        (LetterLanguage.RU, "Стр. %s из %s"),
    ],
)
def test_every_page_has_its_number_and_that_of_the_letter(language: LetterLanguage, words: str) -> None:
    pages = pages_of(catalogue.render(claims.claim(language, claims.crew(3))))
    for at, page in enumerate(pages, start=1):
        assert words % (at, len(pages)) in page
        assert "2026/17" in page


def test_the_file_names_nobody() -> None:
    about = reader(LetterLanguage.KK).metadata
    assert about is not None
    told = " ".join(str(value) for value in about.values())
    assert "2026/17" in str(about.title)
    assert about.author in (None, "")
    assert not any(name.split()[0] in told for name in (*claims.NAMES, claims.SIGNER.full_name, "Самал"))
    assert set(about) == {"/Title", "/Creator", "/Producer"}  # the moment of making would tell two equal letters apart


@pytest.mark.parametrize(("language", "code"), [(LetterLanguage.KK_RU, "kk"), (LetterLanguage.RU, "ru")])
def test_the_file_says_its_language(language: LetterLanguage, code: str) -> None:
    assert reader(language).trailer["/Root"]["/Lang"] == code


def test_every_font_is_ours_and_inside_the_file() -> None:
    fonts = [each for each in objects(reader(LetterLanguage.KK_RU)) if each.get("/Type") == "/Font"]
    assert fonts
    assert all("NotoSerif" in str(font["/BaseFont"]) for font in fonts)
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_nothing_in_the_file_acts_or_leads_elsewhere() -> None:
    names = {name for each in objects(reader(LetterLanguage.EN)) for name in _names(each)}
    assert "/Contents" in names
    assert not names & {"/JS", "/JavaScript", "/Launch", "/URI", "/OpenAction", "/AA", "/EmbeddedFile", "/GoToR"}


def _names(held: object) -> Iterator[str]:
    if isinstance(held, DictionaryObject):
        yield from held
        for value in held.values():
            yield from _names(value)
    elif isinstance(held, list):
        for value in held:
            yield from _names(value)
    elif isinstance(held, NameObject):
        yield str(held)


def test_a_long_crew_repeats_the_head_of_its_table_and_its_total_is_not_alone() -> None:
    pages = pages_of(catalogue.render(claims.claim(LetterLanguage.EN, claims.crew(60))))
    with_table = [page for page in pages if "Year of" in page]
    assert len(with_table) == 2
    assert "43,200,000.00" in with_table[-1]
    assert claims.NAMES[11] in with_table[-1]


def test_demands_and_signature_never_stand_alone() -> None:
    for crew in range(1, 40):
        pages = pages_of(catalogue.render(claims.claim(LetterLanguage.RU, claims.crew(crew))))
        letter = [page for page in pages if "Приложение № 1 " not in page]
        demand = next(page for page in letter if "требуем не позднее" in page)
        assert "1. выплатить" in demand
        signed = next(page for page in letter if "Дина Маратқызы" in page)
        assert "Приложени" in signed
        if crew > 12:
            break


def test_a_signature_takes_the_last_note_with_it() -> None:
    for months in range(1, 10):
        worker = claims.worker(wages=claims.shifts(*["20"] * months))
        for language in LetterLanguage:
            pages = pages_of(catalogue.render(claims.claim(language, (worker,))))
            assert all(len(page) > 100 for page in pages)


def test_no_word_of_a_table_head_is_broken() -> None:
    """As the fonts measure it, in each of the three languages."""
    facts = claims.claim(LetterLanguage.KK_RU, claims.crew(2))
    for code in LANGUAGES:
        for grid in (block for block in employer_claim.story(facts, for_language(code)) if isinstance(block, Grid)):
            width = drawing.WIDTHS[drawing.SIDEWAYS if len(grid.columns) > 7 else drawing.UPRIGHT]
            shares = sum(column.width for column in grid.columns)
            for column in grid.columns:
                room = column.width * width / shares - 6
                widest = max(stringWidth(word, fonts.BOLD, look.HEAD_SIZE) for word in column.head.split())
                assert widest <= room, (code, column.head)


def test_a_calculation_of_three_months_takes_one_page_in_two_languages() -> None:
    assert len(reader(LetterLanguage.KK_RU, crew=3).pages) == 3 + 3
