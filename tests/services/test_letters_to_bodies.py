"""A complaint nobody answers, in a file: made, sent to the inspection, waited for, complained of higher up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from desktop_app import settings
from desktop_app.db.models import AuditLine
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.permissions import Action
from desktop_app.domain.posting import Sent, Way
from desktop_app.errors import AppError, InvalidInput
from desktop_app.services import letter_kinds, letter_sending, letters
from desktop_app.services.files import OpenFile
from tests.letters import bodies
from tests.letters.reading import text_of
from tests.services import rich_case
from tests.services.situations import TODAY

MADE_OF_CASE = ("inspection_complaint", "police_documents", "police_forced_labour")
ABOUT_SILENCE = ("prosecutor_complaint", "higher_body_complaint")
LATER = "2027-02-01"


def asked(file: OpenFile, card: CaseCard, kind: str, language: LetterLanguage, **answers: str) -> LetterRequest:
    """A letter of this kind that the workers sign, answered only as told."""
    found = next(each for each in letter_kinds.kinds() if each.id == kind)
    request = rich_case.request(file, card, found, language, answers=bodies.said(**answers))
    return replace(request, on=settings.today(), pay_by=settings.today())


def silent(file: OpenFile, card: CaseCard, kind: str) -> LetterRequest:
    chosen = {"asked": ("consider",)} if kind == "higher_body_complaint" else {}
    request = asked(file, card, kind, LetterLanguage.RU, ground="no_answer")
    return replace(request, answers={**request.answers, **bodies.said(**chosen)})


def sent_complaint(file: OpenFile, card: CaseCard) -> str:
    """The number of a complaint to the inspection that was handed in."""
    letter = letters.create(file, asked(file, card, "inspection_complaint", LetterLanguage.RU)).id
    letter_sending.note(file, letter, Sent(TODAY, Way.IN_PERSON, "талон", "ЖТ-17"))
    return letters.row(file, letter).number


@pytest.mark.parametrize("kind", MADE_OF_CASE)
@pytest.mark.parametrize("language", [LetterLanguage.KK_RU, LetterLanguage.EN])
def test_it_is_made_final_for_two_workers_and_names_no_third(
    file: OpenFile, kind: str, language: LetterLanguage
) -> None:
    card = rich_case.rich(file)
    request = asked(file, card, kind, language, consent="yes")
    if kind != "police_forced_labour":
        request = replace(request, answers={})
    if language is LetterLanguage.EN:
        made = letters.look(file, request).pdf
    else:
        made = letters.pdf(file, letters.create(file, request).id)
    text = text_of(made)
    assert "Юсупов Равшан" in text
    for secret in (rich_case.OTHER.full_name, rich_case.PHONE, rich_case.CONTACT, rich_case.NOTE):
        assert secret not in text


@pytest.mark.parametrize("kind", ABOUT_SILENCE)
def test_nothing_is_complained_of_before_a_letter_to_a_body(file: OpenFile, kind: str) -> None:
    card = rich_case.rich(file)
    with pytest.raises(AppError):
        letters.look(file, silent(file, card, kind))


@pytest.mark.parametrize("kind", ABOUT_SILENCE)
def test_silence_is_complained_of_once_the_term_has_passed(
    file: OpenFile, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = rich_case.rich(file)
    number = sent_complaint(file, card)
    stops = letters.look(file, silent(file, card, kind)).examined.stops
    assert [stop.field for stop in stops] == ["answers.ground"]
    with pytest.raises(InvalidInput):
        letters.create(file, silent(file, card, kind))
    monkeypatch.setenv(settings.CLOCK_VARIABLE, LATER)
    later = silent(file, card, kind)
    assert letters.look(file, later).examined.stops == ()
    text = text_of(letters.pdf(file, letters.create(file, later).id))
    assert number in text
    assert "ЖТ-17" in text


def test_one_letter_for_each_worker_tells_only_of_that_worker(file: OpenFile) -> None:
    card = rich_case.rich(file)
    request = replace(asked(file, card, "police_documents", LetterLanguage.RU), answers={})
    texts = [text_of(letters.pdf(file, each)) for each in letters.create_all(file, (request,), apart=True)]
    names = [worker.person.full_name for worker in card.workers[:2]]
    assert [[name in text for name in names] for text in texts] == [[True, False], [False, True]]


def test_each_letter_of_a_crew_has_its_own_line_in_the_log(file: OpenFile) -> None:
    card = rich_case.rich(file)
    request = replace(asked(file, card, "police_documents", LetterLanguage.RU), answers={})
    made = letters.create_all(file, (request,), apart=True)
    with file.db.read() as session:
        told = session.scalars(select(AuditLine.entity_id).where(AuditLine.action == Action.CREATE_LETTER.value))
        assert len(made) > 1
        assert sorted(told) == sorted(made)
