"""The consent printed from the case: the words of the consent form, for each worker a sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app import law
from desktop_app.domain.answers import Answer
from desktop_app.domain.consents import Consent, How
from desktop_app.domain.letter_edits import Added, Edit, Edits
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.letters import catalogue, consent_form
from desktop_app.letters.stories import worker_consent
from tests.letters import claims
from tests.letters.reading import letter, pages_of, text_of
from tests.letters.samples.worker_consent import facts

EN = LetterLanguage.EN


def with_answers(language: LetterLanguage = EN, **answers: str | tuple[str, ...]) -> LetterFacts:
    said = {name: Answer(value) for name, value in answers.items()}
    return replace(claims.claim(language), kind="worker_consent", answers=said)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_there_is_one_text_of_the_consent(language: str) -> None:
    made = with_answers(LetterLanguage(language), until="2029-11-21", read_in="uz")
    consent = Consent(How.PAPER, claims.ON, date(2029, 11, 21), "uz", law.consent_text().version)
    form = text_of(consent_form.render(claims.CENTRE, made.workers[0].person, consent, language))
    edition = consent_form.edition(consent, language)
    plain = letter(made)
    assert form.split(edition)[0].strip()[:2000] in plain
    assert edition in plain


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_each_worker_signs_a_page_without_the_names_of_others(language: str) -> None:
    made = replace(facts(LetterLanguage(language)), workers=claims.crew(12))
    pages = pages_of(catalogue.render(made))
    assert len(pages) == 12
    for at, page in enumerate(pages):
        assert [name for name in claims.NAMES if name in page] == [claims.NAMES[at]]


def test_nothing_is_given_to_anybody_unless_named() -> None:
    text = letter(with_answers())
    assert "Transfer to third parties: not allowed." in text
    assert "Cross-border transfer: none takes place." in text
    assert "until the aims named above are reached" in text
    told = letter(with_answers(recipients="the labour inspection", country="UZ", until="2029-01-31"))
    assert "allowed, namely to: the labour inspection." in told
    assert "to the following states: Uzbekistan." in told
    assert "through 31/01/2029" in told or "31.01.2029" in told or "31 January 2029" in told


def test_what_is_chosen_stands_in_it_and_nothing_else() -> None:
    text = letter(with_answers(data=("name", "wages"), aims=("contact",)))
    assert "surname, name, patronymic; wages agreed, paid and owed." in text
    assert "keeping in touch with the subject." in text
    assert "photographs" not in text
    assert "statistics" not in text


def test_it_never_opens_the_data_to_everybody() -> None:
    assert "publicly accessible sources: not allowed" in letter(facts(EN))
    assert "open_sources" not in {spec.name for spec in worker_consent.LETTER.fields}


def test_it_carries_no_telephone() -> None:
    assert claims.PHONE not in letter(facts(EN))


def test_side_by_side_the_page_that_is_signed_names_the_subject() -> None:
    pages = pages_of(catalogue.render(facts(LetterLanguage.KK_RU)))
    assert len(pages) == 2
    assert all(claims.NAMES[0] in page for page in pages), "a signature stands below the name it belongs to"


@pytest.mark.parametrize(("until", "fields"), [("2026-11-20", ["answers.until"]), ("2026-11-21", []), ("", [])])
def test_a_consent_that_is_over_before_it_is_given_stops(until: str, fields: list[str]) -> None:
    assert [each.field for each in catalogue.lacking(with_answers(until=until))] == fields


def test_its_words_are_not_changed_by_hand() -> None:
    key = catalogue.paragraphs(with_answers())[1].key
    changed = replace(with_answers(), edits=Edits(changed=(Edit(key, "en", "other words", ""),)))
    left_out = replace(with_answers(), edits=Edits(left_out=frozenset({key})))
    for made in (changed, left_out):
        assert [each.field for each in catalogue.lacking(made)] == ["edits"]
    added = replace(with_answers(), edits=Edits(added=(Added(key, (("en", "one more term"),)),)))
    assert not catalogue.lacking(added)
