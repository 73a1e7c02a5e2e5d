"""Beside each other, each half of a letter is marked with its language; nothing else about it changes."""

from __future__ import annotations

import importlib
import re
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from desktop_app.domain.letters import LetterLanguage
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Words
from tests.letters import papers
from tests.letters.languages import words_by_language

KINDS = ("employer_claim", "rights_sheet", "settlement", "court_claim")


def bare(text: str) -> str:
    """Letters and digits alone: lines break with blanks and hyphens, and a minus is printed as a dash."""
    return re.sub(r"[\W_]", "", text)


@pytest.mark.parametrize("kind", KINDS)
def test_each_half_is_marked_with_its_language(kind: str) -> None:
    facts = importlib.import_module(f"tests.letters.samples.{kind}").facts(LetterLanguage.KK_RU)
    told = {language: bare(words) for language, words in words_by_language(catalogue.render(facts)).items()}
    assert set(told) <= {"kk", "ru", ""}
    for language, story in catalogue.stories_of(facts):
        for block in story:
            if isinstance(block, Words):
                assert bare(block.mark + block.text) in told[language]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_letter_of_one_language_says_it_once(language: str) -> None:
    content = papers.ALL[f"employer_claim.{language}"]()
    assert set(words_by_language(content)) == {""}
    assert PdfReader(BytesIO(content)).root_object["/Lang"] == language


@pytest.mark.parametrize("kind", KINDS)
def test_marks_open_and_close_on_the_same_page_and_never_in_each_other(kind: str) -> None:
    pdf = PdfReader(BytesIO(papers.ALL[f"{kind}.kk+ru"]()))
    for page in pdf.pages:
        operators = [name for _operands, name in ContentStream(page.get_contents(), pdf).operations]
        marks = [name for name in operators if name in (b"BDC", b"EMC")]
        assert marks == [b"BDC", b"EMC"] * (len(marks) // 2)
