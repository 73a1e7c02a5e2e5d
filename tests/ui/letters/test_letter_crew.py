"""Whom a letter speaks for before anybody is chosen: those whom its complaints concern."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop_app import settings
from desktop_app.domain.answers import Answer
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.services import cases, complaints_log
from desktop_app.services.files import OpenFile
from desktop_app.ui.letters import letter_calls
from desktop_app.ui.letters.letter_dialog import LetterDialog
from tests.ui.cases.crew import log_case
from tests.ui.letters.conftest import Begin

HELD = ComplaintKind.WITHHELD_DOCUMENTS
ANSWERS = {"role": Answer("foreman"), "undertaking": Answer("no", "says"), "holder": Answer("Бригадир")}


@pytest.fixture
def crew(file: OpenFile) -> tuple[int, ...]:
    """The places of a crew of three in its case."""
    log_case(file)
    return tuple(worker.id for worker in cases.card(file, 1).workers)


def complain(file: OpenFile, *worker_ids: int, passports: tuple[int, ...] = ()) -> int:
    documents = tuple(HeldDocument(worker, DocumentKind.PASSPORT) for worker in passports)
    return complaints_log.log(file, 1, NewComplaint(HELD, worker_ids, answers=ANSWERS, documents=documents)).id


def choose(dialog: LetterDialog, kind: str) -> tuple[int, ...]:
    """Choose a kind of letter; whom it then speaks for."""
    dialog.form.set_values(kind=kind)
    return dialog.crew.chosen()


@pytest.mark.parametrize("kind", ["documents_return", "police_documents"])
def test_the_owners_of_the_documents_are_proposed(
    begin: Begin, file: OpenFile, crew: tuple[int, ...], kind: str
) -> None:
    complain(file, passports=crew[:1])
    complain(file, crew[1])
    assert choose(begin(), kind) == crew[:2]


def test_a_complaint_of_the_whole_crew_proposes_everybody(begin: Begin, file: OpenFile, crew: tuple[int, ...]) -> None:
    complain(file)
    assert choose(begin(), "documents_return") == crew


def test_a_settled_complaint_concerns_nobody_any_more(begin: Begin, file: OpenFile, crew: tuple[int, ...]) -> None:
    complaints_log.settle(file, 1, complain(file, crew[0]), settings.today())
    begun = letter_calls.begin(file, cases.card(file, 1), None)
    assert (begun.concerns, begun.complaints) == ({}, ())
    assert choose(begin(), "documents_return") == crew


def test_other_letters_still_speak_for_everybody(begin: Begin, file: OpenFile, crew: tuple[int, ...]) -> None:
    complain(file, crew[2])
    dialog = begin()
    assert choose(dialog, "documents_return") == crew[2:]
    assert choose(dialog, "inspection_complaint") == crew


def test_a_choice_of_the_user_stays(begin: Begin, file: OpenFile, crew: tuple[int, ...]) -> None:
    complain(file, crew[0])
    dialog = begin()
    dialog.crew.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert choose(dialog, "documents_return") == crew[1:]


def test_the_rule_is_that_of_the_letters(file: OpenFile, crew: tuple[int, ...]) -> None:
    """What the form proposes and what a letter for nobody chosen speaks for are the same workers."""
    from desktop_app.db.queries import cases as case_queries
    from desktop_app.domain.permissions import Action
    from desktop_app.services import access, case_told

    complain(file, crew[1], crew[2], passports=crew[2:])
    complain(file, crew[0])
    proposed = letter_calls.begin(file, cases.card(file, 1), None).concerns[HELD]
    with access.reading(file, Action.VIEW_CASE, "case", 1) as session:
        card = case_queries.card(session, 1)
        assert card is not None
        told = case_told.told(file, session, card, settings.today())
    assert proposed == told.concerned({HELD}) == {crew[0], crew[2]}


def test_a_paper_for_the_worker_asks_for_no_lawyer_and_names_its_own_day(
    begin: Begin, file: OpenFile, crew: tuple[int, ...]
) -> None:
    dialog = begin()
    choose(dialog, "documents_return")
    assert dialog.form.field("pay_by").title.text() == "Day demanded in the letter"
    assert "is not one" in dialog.form.field("signer_id")._hint.text()
    choose(dialog, "receipt")
    assert dialog.form.field("pay_by").title.text() == "Day by which the worker hears from us"
    assert not dialog.form.field("signer_id")._hint.isVisibleTo(dialog)
