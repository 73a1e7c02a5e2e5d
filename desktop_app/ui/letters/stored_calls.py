"""What the page of one letter asks of the services, several questions in one call."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app import settings
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.letters import LetterRow
from desktop_app.domain.posting import Posted
from desktop_app.domain.wages import WageCalculation
from desktop_app.services import cases, complaints, letter_sending, letters
from desktop_app.services.files import OpenFile
from desktop_app.ui.letters import letter_calls
from desktop_app.ui.letters.letter_calls import Pages


@dataclass(frozen=True)
class State:
    """The line of a letter and what became of it."""

    row: LetterRow
    posted: Posted


@dataclass(frozen=True)
class Stored:
    """A kept letter: how far it has come, and its pages."""

    state: State
    pages: Pages


def stored(file: OpenFile, letter_id: int, zoom: float) -> Stored:
    """A kept letter; that it was looked at is logged."""
    row, pages = letter_calls.stored(file, letter_id, zoom)
    return Stored(State(row, letter_sending.told(file, letter_id)), pages)


def case_of(file: OpenFile, case_id: int) -> tuple[CaseCard, dict[int, WageCalculation]]:
    """A case with its wages as counted today, to go on with a draft."""
    return cases.card(file, case_id), complaints.calculations(file, case_id, settings.today())


def state(file: OpenFile, letter_id: int) -> State:
    """How far a letter has come, without its pages; nobody looks at the letter itself."""
    return State(letters.row(file, letter_id), letter_sending.told(file, letter_id))
