"""How a letter left the centre, and what came back: ways of delivery with their proof, incoming papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app import law
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.checks import LONGEST_LINE, LONGEST_NOTE, problem_of_length
from desktop_app.domain.letters import LetterRow, State
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_


class Way(StrEnum):
    """How a letter was delivered."""

    IN_PERSON = "in_person"
    REGISTERED_MAIL = "registered_mail"
    COURIER = "courier"
    EMAIL = "email"
    PORTAL = "portal"
    TO_WORKER = "to_worker"


WAYS: Final = {
    Way.IN_PERSON: N_("Handed in, with a mark on our copy"),
    Way.REGISTERED_MAIL: N_("Registered mail with a notice of delivery"),
    Way.COURIER: N_("Courier"),
    Way.EMAIL: N_("Email"),
    Way.PORTAL: N_("State portal of appeals"),
    Way.TO_WORKER: N_("Given to the worker"),
}

PROOF_OF: Final = {
    Way.IN_PERSON: N_("Name and position of who took it, their registration number"),
    Way.REGISTERED_MAIL: N_("Number of the postal receipt"),
    Way.COURIER: N_("Number of the waybill"),
    Way.EMAIL: N_("Address, and what shows that it arrived"),
    Way.PORTAL: N_("Number the portal gave"),
    Way.TO_WORKER: N_("Who received it"),
}
"""What to write down as the proof of delivery."""


@dataclass(frozen=True)
class Sent:
    """That a letter left: the day, the way, the proof (a receipt number, who took it), their registration number."""

    on: date
    way: Way
    proof: str = ""
    their_number: str = ""


class Shown(StrEnum):
    """Which letters a list shows by how far they have come. WAITING: sent, and the term to answer still runs."""

    ANY = ""
    READY = "ready"
    WAITING = "waiting"
    OVERDUE = "overdue"
    ANSWERED = "answered"


SHOWN: Final = {
    Shown.READY: N_("Ready to be sent"),
    Shown.WAITING: N_("Sent, answer not due yet"),
    Shown.OVERDUE: N_("Answer overdue"),
    Shown.ANSWERED: N_("Answered"),
}


@dataclass(frozen=True)
class Wanted:
    """Which letters a list is asked for; `addressee` None: to whomever."""

    state: Shown = Shown.ANY
    addressee: AddresseeKind | None = None


@dataclass(frozen=True)
class NewIncoming:
    """A paper that came in. `letter_id` is the letter it answers, None for another paper of the case.

    `their_number` and `their_date` are the sender's own; `answer` is a code that closes the step of the letter
    (domain.steps.answers_of), empty when it closes none; `attachment_id` is its scan.
    """

    case_id: int
    received_on: date
    sender: str
    their_number: str = ""
    their_date: date | None = None
    about: str = ""
    letter_id: int | None = None
    answer: str = ""
    attachment_id: int | None = None


@dataclass(frozen=True)
class Answerable:
    """A letter of a case that a paper may answer. `answers` close the date it is waited for by; empty without one.

    `addressee` is the name of whom it went to, as it was typed.
    """

    letter_id: int
    number: str
    kind: str
    answers: tuple[str, ...]
    addressee: str = ""


@dataclass(frozen=True)
class About:
    """The case that an incoming paper is about, with its letters; `letter_id` is the one whose number was typed."""

    case_id: int
    case_number: str
    letters: tuple[Answerable, ...]
    letter_id: int | None = None


@dataclass(frozen=True)
class IncomingRow:
    """A line of the incoming papers. `number` is the centre's own, `letter` that of the letter it answers."""

    id: int
    number: str
    received_on: date
    sender: str
    their_number: str
    their_date: date | None
    about: str
    answer: str
    case_id: int
    case_number: str
    letter_id: int | None = None
    letter: str = ""
    attachment_id: int | None = None


@dataclass(frozen=True)
class Posted:
    """What became of a letter: how it left, what came back, the date its answer is waited for by.

    `rule` is the step of that date, empty when none is waited for; `answers` are the codes that close it. `copy_id` is
    its English reading copy.
    """

    sent: tuple[Sent, ...] = ()
    came: tuple[IncomingRow, ...] = ()
    rule: str = ""
    due_on: date | None = None
    answers: tuple[str, ...] = ()
    copy_id: int | None = None


@dataclass(frozen=True)
class Checked:
    """Whether a paper with this number and check code is ours. `known`: the number is ours; `matches`: the code too.

    Of a letter whose case one may not see nothing more is told.
    """

    known: bool
    matches: bool = False
    letter_id: int | None = None
    kind: str = ""
    on: date | None = None
    state: State | None = None


def days_to_send() -> int:
    """After how many days a letter that was made and has not left is a thing to see to: the habit of the centre."""
    return law.practice("days_to_send")


def ways_to(kind: AddresseeKind) -> tuple[Way, ...]:
    """The ways a letter to this addressee may go: a worker is given it, others get it with a proof."""
    if kind is AddresseeKind.WORKER:
        return (Way.TO_WORKER,)
    return tuple(way for way in Way if way is not Way.TO_WORKER)


def state_of(row: LetterRow, today: date) -> Shown:
    """How far a letter has come, as lists filter by it; ANY for a paper that goes nowhere or waits for nothing."""
    if row.state is State.ANSWERED:
        return Shown.ANSWERED
    if row.state is State.SENT:
        if row.due_on is None:
            return Shown.ANY
        return Shown.OVERDUE if row.due_on < today else Shown.WAITING
    nowhere = row.copy_of is not None or row.addressee_kind is AddresseeKind.FILE
    return Shown.ANY if nowhere else Shown.READY


def problems_of_sent(told: Sent, letter_on: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with a note that a letter left."""
    return tuple(_of_sent(told, letter_on, today))


def problems_of_incoming(told: NewIncoming, today: date) -> tuple[Problem, ...]:
    """What is wrong with an incoming paper."""
    return tuple(_of_incoming(told, today))


def _of_sent(told: Sent, letter_on: date, today: date) -> Iterator[Problem]:
    if told.on > today:
        yield Problem("on", Message(N_("The date is in the future.")))
    elif told.on < letter_on:
        yield Problem("on", Message(N_("A letter cannot leave before its own date.")))
    if told.way is not Way.TO_WORKER and not told.proof.strip():
        yield Problem("proof", Message(N_("Write down the proof of delivery: without it a term cannot be shown.")))
    yield from problem_of_length("proof", told.proof, LONGEST_LINE)
    yield from problem_of_length("their_number", told.their_number, LONGEST_LINE)


def _of_incoming(told: NewIncoming, today: date) -> Iterator[Problem]:
    if told.received_on > today:
        yield Problem("received_on", Message(N_("The date is in the future.")))
    if told.their_date is not None and told.their_date > told.received_on:
        yield Problem("their_date", Message(N_("The sender’s date is after the day the paper came.")))
    if not told.sender.strip():
        yield Problem("sender", Message(N_("Write down who sent it.")))
    yield from problem_of_length("sender", told.sender, LONGEST_LINE)
    yield from problem_of_length("their_number", told.their_number, LONGEST_LINE)
    yield from problem_of_length("about", told.about, LONGEST_NOTE)
