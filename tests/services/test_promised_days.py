"""The day by which a receipt promises the worker to hear from us is a date of the case, once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.clocks import PROMISED, DeadlineKind, DeadlineRow, Done
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.services import cases, clocks, letter_sending, letters, today
from desktop_app.services.files import OpenFile
from tests.services.situations import TODAY, unpaid

PROMISED_DAY = TODAY + timedelta(days=5)
LATER = TODAY + timedelta(days=9)


def receipt(
    file: OpenFile,
    card: CaseCard,
    *worker_ids: int,
    by: date = PROMISED_DAY,
    apart: bool = False,
    language: LetterLanguage = LetterLanguage.RU,
) -> int:
    request = LetterRequest(card.id, "receipt", language, TODAY, by, file.staff.id, worker_ids)
    return letters.create_all(file, (request,), apart=apart)[-1]


def promised(file: OpenFile, card: CaseCard) -> list[DeadlineRow]:
    return [row for row in clocks.listing(file, card.id) if row.rule == PROMISED]


@pytest.mark.parametrize("language", [LetterLanguage.RU, LetterLanguage.EN])
def test_a_receipt_puts_its_day_among_the_dates_of_the_case(file: OpenFile, language: LetterLanguage) -> None:
    card = unpaid(file)
    first = card.workers[0].id
    letter = receipt(file, card, first, language=language)
    (row,) = promised(file, card)
    assert (row.due_on, row.started_on, row.kind) == (PROMISED_DAY, TODAY, DeadlineKind.STEP)
    assert (row.worker_id, row.letter_id, row.is_open) == (first, letter, True)
    deadline = cases.card(file, card.id).next_deadline
    assert deadline is not None
    assert deadline <= PROMISED_DAY
    told = letter_sending.told(file, letter)
    assert (told.rule, told.due_on) == ("", None)  # nobody answers a receipt


def test_a_receipt_made_anew_makes_no_second_date(file: OpenFile) -> None:
    card = unpaid(file)
    first = card.workers[0].id
    receipt(file, card, first)
    receipt(file, card, first)
    assert [row.due_on for row in promised(file, card)] == [PROMISED_DAY]
    again = receipt(file, card, first, by=LATER)
    (row,) = promised(file, card)
    assert (row.due_on, row.letter_id) == (LATER, again)


def test_one_for_each_of_the_crew_make_one_date_for_the_case(file: OpenFile) -> None:
    card = unpaid(file)
    receipt(file, card, *(worker.id for worker in card.workers), apart=True)
    (row,) = promised(file, card)
    assert (row.due_on, row.worker_id) == (PROMISED_DAY, None)


def test_another_day_for_another_worker_is_a_date_of_its_own(file: OpenFile) -> None:
    card = unpaid(file)
    first, second = (worker.id for worker in card.workers[:2])
    receipt(file, card, first)
    receipt(file, card, second, by=LATER)
    assert [(row.worker_id, row.due_on) for row in promised(file, card)] == [(first, PROMISED_DAY), (second, LATER)]


def test_after_a_promise_was_kept_the_next_receipt_begins_anew(file: OpenFile) -> None:
    card = unpaid(file)
    first = card.workers[0].id
    receipt(file, card, first)
    clocks.done(file, card.id, promised(file, card)[0].id, Done(TODAY))
    receipt(file, card, first)
    assert [row.is_open for row in promised(file, card)] == [True, False]


def test_it_is_shown_on_today(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    card = unpaid(file)
    receipt(file, card, card.workers[0].id)
    monkeypatch.setenv("TIREK_TODAY", PROMISED_DAY.isoformat())
    assert PROMISED in str(today.read(file))
