"""The centre words its letters: a closed list of facts, versions, who and when, a test print of a made-up case."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from desktop_app import settings
from desktop_app.db.models import StandingText as Row
from desktop_app.domain.centre import Role
from desktop_app.domain.letters import LetterLanguage
from desktop_app.domain.standing_texts import StandingText
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.letters import catalogue
from desktop_app.services import letters, standing_texts
from desktop_app.services.files import OpenFile
from tests import factories
from tests.letters.reading import pages_of, text_of
from tests.services.situations import unpaid
from tests.services.test_letters import actions, request

KEY = "claim.demand"
OWN = "Платите до {day}, пожалуйста: 100 % <b>&</b>"


@pytest.fixture
def lawyer(file: OpenFile) -> OpenFile:
    return factories.colleague(file, Role.LAWYER)


def of(file: OpenFile, key: str = KEY, language: str = "ru") -> StandingText:
    return next(each for each in standing_texts.listing(file) if (each.key, each.language) == (key, language))


def test_every_text_is_listed_in_three_languages_with_its_letters(file: OpenFile) -> None:
    found = standing_texts.listing(file)
    assert len(found) == 3 * len(catalogue.standing_texts())
    text = of(file)
    assert text.letters[0] == "employer_claim"
    assert "{day}" in text.shipped
    assert "%(" not in "".join(each.shipped for each in found)
    assert (text.own, text.version, text.written_by, text.is_outdated) == ("", 0, "", False)


def test_own_words_stand_in_letters_from_then_on_and_can_be_put_back(lawyer: OpenFile) -> None:
    card = unpaid(lawyer)
    before = letters.create(lawyer, request(lawyer, card.id))
    saved = standing_texts.write(lawyer, KEY, "ru", OWN, 0)
    assert actions(lawyer)[-1] == "change_texts"
    after = text_of(letters.pdf(lawyer, letters.create(lawyer, request(lawyer, card.id)).id))
    assert "Платите до 1 декабря 2026 года, пожалуйста: 100 % <b>&</b>" in after
    assert "Платите до" not in text_of(letters.pdf(lawyer, before.id))
    kazakh = letters.look(lawyer, request(lawyer, card.id, language=LetterLanguage.KK)).pdf
    assert "Платите" not in text_of(kazakh)
    standing_texts.reset(lawyer, KEY, "ru", 1)
    assert "Платите до" not in text_of(letters.look(lawyer, request(lawyer, card.id)).pdf)
    assert saved.id


def test_every_version_says_who_and_when(lawyer: OpenFile) -> None:
    standing_texts.write(lawyer, KEY, "ru", "Первый {day}", 0)
    standing_texts.write(lawyer, KEY, "ru", "Второй {day}", 1)
    standing_texts.reset(lawyer, KEY, "ru", 2)
    found = standing_texts.history(lawyer, KEY, "ru")
    assert [(each.version, each.text) for each in found] == [(3, ""), (2, "Второй {day}"), (1, "Первый {day}")]
    assert {(each.written_by, each.written_on) for each in found} == {("Әріптес", settings.today())}
    assert standing_texts.history(lawyer, KEY, "kk") == ()
    text = of(lawyer)
    assert (text.own, text.version) == ("", 3)


@pytest.mark.parametrize(
    "wrong",
    ["", "  ", "{nothing}", "до {day", "до day}", "{{7*7}}", "{day.__class__}", "{day!r}", "{}", "{0}", "x" * 4001],
)
def test_what_is_no_fact_of_this_text_is_refused(lawyer: OpenFile, wrong: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        standing_texts.write(lawyer, KEY, "ru", wrong, 0)
    assert {problem.field for problem in caught.value.problems} == {"text"}
    with pytest.raises(AppError, match="no such text"):
        standing_texts.write(lawyer, "claim.nothing", "ru", "x", 0)
    assert standing_texts.history(lawyer, KEY, "ru") == ()


def test_a_colleague_who_was_faster_is_not_overwritten(lawyer: OpenFile) -> None:
    standing_texts.write(lawyer, KEY, "ru", "Первый {day}", 0)
    with pytest.raises(AppError, match="meanwhile"):
        standing_texts.write(lawyer, KEY, "ru", "Другой {day}", 0)
    with pytest.raises(AppError, match="meanwhile"):
        standing_texts.reset(lawyer, KEY, "ru", 0)
    assert of(lawyer).own == "Первый {day}"


def test_who_is_no_lawyer_reads_and_does_not_change(file: OpenFile) -> None:
    assert standing_texts.listing(file)
    with pytest.raises(NotAllowed):
        standing_texts.write(file, KEY, "ru", OWN, 0)
    with pytest.raises(NotAllowed):
        standing_texts.reset(file, KEY, "ru", 0)
    assert actions(file)[-1] == "refused:change_texts"


def test_a_text_is_outdated_when_the_program_says_something_else_since(lawyer: OpenFile) -> None:
    standing_texts.write(lawyer, KEY, "ru", OWN, 0)
    assert not of(lawyer).is_outdated
    with lawyer.db.write("change_texts", lawyer.staff.id) as session:
        session.scalars(select(Row)).one().shipped = "как было раньше {day}"
    assert of(lawyer).is_outdated
    standing_texts.reset(lawyer, KEY, "ru", 1)
    assert not of(lawyer).is_outdated


def test_a_test_print_shows_words_that_are_not_kept(lawyer: OpenFile) -> None:
    unpaid(lawyer)
    pdf = standing_texts.test_print(lawyer, "employer_claim", KEY, "ru", OWN)
    read = text_of(pdf)
    assert "Платите до" in read
    assert "пожалуйста: 100 % <b>&</b>" in read
    assert "Юсупов" not in read
    assert of(lawyer).own == ""
    assert "Платите до" not in text_of(standing_texts.test_print(lawyer, "employer_claim", KEY, "ru", ""))
    with pytest.raises(InvalidInput):
        standing_texts.test_print(lawyer, "employer_claim", KEY, "ru", "{nothing}")


def test_the_page_with_the_words_is_found(file: OpenFile) -> None:
    text = of(file, "claim.demand", "ru")
    pdf = standing_texts.test_print(file, "employer_claim", text.key, "ru", "")
    at = standing_texts.page_of(pdf, text, "")
    assert "требуем не позднее" in " ".join(pages_of(pdf)[at].split())
    assert standing_texts.page_of(pdf, text, "Этих слов в письме нет {day}") == 0


def test_a_paragraph_of_another_case_stands_on_top_of_the_test_print(file: OpenFile) -> None:
    pdf = standing_texts.test_print(file, "employer_claim", "claim.minimum_wage", "en", "Says {norm}.")
    assert "In another case it reads: Says {norm}." in text_of(pdf)


@pytest.mark.parametrize("kind", [letter.id for letter in catalogue.LETTERS.values() if letter.texts])
def test_the_made_up_case_makes_every_letter_that_has_texts(file: OpenFile, kind: str) -> None:
    text = catalogue.LETTERS[kind].texts[0]
    assert standing_texts.test_print(file, kind, text.key, "kk", "").startswith(b"%PDF-")


def test_most_texts_are_said_by_the_made_up_case() -> None:
    from desktop_app.letters import specimen
    from tests.letters import claims

    setting = specimen.Setting(date(2026, 11, 21), claims.CENTRE, claims.SIGNER, claims.norms(confirmed=False), {})
    keys = [(letter.id, text.key) for letter in catalogue.LETTERS.values() for text in letter.texts][::9]
    told = [specimen.letter_saying(key, kind, LetterLanguage.RU, setting) for kind, key in keys]
    assert sum(each is not None and not each.edits for each in told) / len(keys) > 0.7
