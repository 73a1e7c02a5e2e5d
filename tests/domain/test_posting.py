"""How a letter goes to whom, and how far it has come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.letters import LetterLanguage, LetterRow, State
from desktop_app.domain.posting import (
    PROOF_OF,
    SHOWN,
    WAYS,
    NewIncoming,
    Sent,
    Shown,
    Way,
    problems_of_incoming,
    problems_of_sent,
    state_of,
    ways_to,
)

TODAY = date(2026, 11, 21)


def row(state: State, due: int | None = None, **other: object) -> LetterRow:
    due_on = None if due is None else TODAY + timedelta(days=due)
    plain = {"id": 1, "number": "2026/1", "kind": "employer_claim", "language": LetterLanguage.RU, "on": TODAY}
    plain |= {"case_id": 1, "case_number": "2026-0001", "employer": "ТОО", "workers": 1, "state": state}
    return LetterRow(**{**plain, "due_on": due_on, **other})  # type: ignore[arg-type]  # its fields by name


def test_every_way_and_state_has_words() -> None:
    assert set(WAYS) == set(PROOF_OF) == set(Way)
    assert {Shown.ANY, *SHOWN} == set(Shown)


@pytest.mark.parametrize("kind", list(AddresseeKind))
def test_only_a_worker_is_given_papers(kind: AddresseeKind) -> None:
    assert (Way.TO_WORKER in ways_to(kind)) == (kind is AddresseeKind.WORKER)
    assert (Way.COURIER in ways_to(kind)) == (kind is not AddresseeKind.WORKER)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        pytest.param(row(State.FINAL), Shown.READY, id="made"),
        pytest.param(row(State.FINAL, -3), Shown.READY, id="made-and-its-day-is-past"),
        pytest.param(row(State.SENT, 3), Shown.WAITING, id="sent"),
        pytest.param(row(State.SENT, 0), Shown.WAITING, id="due-today"),
        pytest.param(row(State.SENT, -1), Shown.OVERDUE, id="overdue"),
        pytest.param(row(State.SENT), Shown.ANY, id="sent-and-nothing-is-waited-for"),
        pytest.param(row(State.ANSWERED, -9), Shown.ANSWERED, id="answered"),
        pytest.param(row(State.FINAL, addressee_kind=AddresseeKind.FILE), Shown.ANY, id="for-the-file"),
        pytest.param(row(State.FINAL, copy_of=7), Shown.ANY, id="reading-copy"),
    ],
)
def test_how_far_a_letter_has_come(told: LetterRow, shown: Shown) -> None:
    assert state_of(told, TODAY) is shown


def fields(problems: object) -> list[str]:
    return [problem.field for problem in problems]  # type: ignore[attr-defined]  # problems


def test_what_is_wrong_with_a_note_that_a_letter_left() -> None:
    assert problems_of_sent(Sent(TODAY, Way.EMAIL, "x"), TODAY, TODAY) == ()
    assert problems_of_sent(Sent(TODAY, Way.TO_WORKER), TODAY, TODAY) == ()
    assert fields(problems_of_sent(Sent(TODAY + timedelta(1), Way.EMAIL), TODAY, TODAY)) == ["on", "proof"]
    assert fields(problems_of_sent(Sent(TODAY - timedelta(1), Way.EMAIL, "x"), TODAY, TODAY)) == ["on"]
    assert fields(problems_of_sent(Sent(TODAY, Way.EMAIL, "x", "ж" * 9000), TODAY, TODAY)) == ["their_number"]


def test_what_is_wrong_with_an_incoming_paper() -> None:
    assert problems_of_incoming(NewIncoming(1, TODAY, "x"), TODAY) == ()
    late = NewIncoming(1, TODAY + timedelta(1), " ", their_date=TODAY + timedelta(2), about="ж" * 999_999)
    assert fields(problems_of_incoming(late, TODAY)) == ["received_on", "their_date", "sender", "about"]
