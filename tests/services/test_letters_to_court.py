"""What a claim to a court records as claimed."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.cases import MoneyKind
from desktop_app.domain.letters import LetterLanguage
from desktop_app.services import cases, letter_kinds, letters
from desktop_app.services.files import OpenFile
from tests.services import rich_case


def test_a_claim_to_a_court_is_claimed_once_and_sets_no_day_to_pay(file: OpenFile) -> None:
    card = rich_case.rich(file)
    kinds = {kind.id: kind for kind in letter_kinds.kinds()}
    before = cases.card(file, card.id)
    letters.create(file, rich_case.request(file, card, kinds["court_claim"], LetterLanguage.RU))
    after = cases.card(file, card.id)
    claimed = [entry for worker in after.workers for entry in worker.money if entry.kind is MoneyKind.CLAIMED]
    assert len(claimed) == 2
    assert all(entry.amount > 720_000 and entry.on == date(2026, 11, 21) for entry in claimed)
    assert (after.next_date, after.next_step) == (before.next_date, before.next_step)
    letters.create(file, rich_case.request(file, card, kinds["employer_claim"], LetterLanguage.RU))
    again = cases.card(file, card.id)
    assert sum(len(worker.money) for worker in again.workers) == sum(len(worker.money) for worker in after.workers)
