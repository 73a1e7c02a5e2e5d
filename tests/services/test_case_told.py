"""What of a case goes into its letters: how it ended goes into papers of the file alone."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop_app.domain.answers import Answer
from desktop_app.domain.case_told import Ending
from desktop_app.domain.cases import MoneyEntry, MoneyKind
from desktop_app.domain.complaint_cards import NewComplaint
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.outcomes import ClosedWhy, Closing, NewOutcome, Result
from desktop_app.letters.catalogue import LETTERS
from desktop_app.services import complaints_log, law, letter_facts, money, outcomes
from desktop_app.services.files import OpenFile
from tests.services.situations import TODAY, unpaid


def ended(file: OpenFile) -> int:
    """A case whose complaint was settled, in which money came, and which was closed."""
    card = unpaid(file)
    first = card.workers[0].id
    told = NewComplaint(ComplaintKind.OTHER, (first,), None, {"title": Answer("Угрозы")})
    complaints_log.settle(file, card.id, complaints_log.log(file, card.id, told).id, TODAY)
    money.record(file, card.id, (MoneyEntry(first, MoneyKind.RECEIVED, Decimal(5000), TODAY),))
    outcomes.record(file, card.id, NewOutcome(Result.ADVISED, TODAY - timedelta(days=1)))
    outcomes.close(file, Closing(card.id, TODAY, ClosedWhy.SOLVED, NewOutcome(Result.PAID, TODAY), drop_dates=True))
    return card.id


def ending_of(file: OpenFile, case_id: int, kind: str) -> Ending:
    wanted = LetterRequest(case_id, kind, LetterLanguage.RU, TODAY, date(2026, 12, 1), file.staff.id)
    with file.db.read() as session:
        told = letter_facts.gather(file, session, wanted, law.norms(file)).facts.told
    assert told is not None
    return told.ending


def test_a_paper_of_the_file_is_told_how_the_case_ended(file: OpenFile) -> None:
    ending = ending_of(file, ended(file), "case_printout")
    assert [(each.kind, each.settled_on) for each in ending.settled] == [(ComplaintKind.OTHER, TODAY)]
    assert [entry.amount for entry in ending.money] == [5000]
    assert [each.code for each in ending.results] == [Result.ADVISED, Result.PAID]
    assert (ending.closed_on, ending.closed_why) == (TODAY, "solved")


@pytest.mark.parametrize("kind", ["employer_claim", "inspection_complaint", "receipt"])
def test_nobody_outside_is_told(file: OpenFile, kind: str) -> None:
    assert kind in LETTERS
    assert ending_of(file, ended(file), kind) == Ending()
