"""Making a letter, keeping it byte for byte, listing letters, and what a letter lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop_app.db.models import AuditLine
from desktop_app.domain.cases import CaseCard, MoneyEntry, MoneyKind, NewWageComplaint
from desktop_app.domain.centre import Role
from desktop_app.domain.changes import Kind
from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.leave import LeaveClaim
from desktop_app.domain.letter_edits import Edit, Edits
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.pay_claims import WorkerPay
from desktop_app.domain.posting import Sent, Way
from desktop_app.errors import AppError, InvalidInput
from desktop_app.services import (
    access,
    cases,
    complaints,
    employers,
    law,
    letter_keeping,
    letter_kinds,
    letter_sending,
    letters,
    money,
    pay_claims,
)
from desktop_app.services.files import OpenFile
from tests import factories
from tests.letters.reading import text_of
from tests.services.situations import COMPANY, SHIFTS_DUE, TODAY, opened, unpaid
from tests.services.test_cases import change_of

PAY_BY = date(2026, 12, 1)


def request(file: OpenFile, case_id: int, **new: object) -> LetterRequest:
    plain = LetterRequest(case_id, "employer_claim", LetterLanguage.RU, TODAY, PAY_BY, file.staff.id)
    return replace(plain, **new)  # type: ignore[arg-type]  # each test names real fields


def noted(file: OpenFile, wanted: LetterRequest) -> list[str]:
    """The fields that something is said about before the letter is made, which nothing stops."""
    examined = letters.look(file, wanted).examined
    assert not examined.stops
    return [note.field for note in examined.notes]


def actions(file: OpenFile) -> list[str]:
    with file.db.read() as session:
        return list(session.scalars(select(AuditLine.action).order_by(AuditLine.seq)))


def test_the_catalogue_begins_with_the_claim_to_the_employer() -> None:
    assert letter_kinds.kinds()[0].id == "employer_claim"


@pytest.mark.parametrize("language", list(LetterLanguage))
def test_a_letter_is_kept_byte_for_byte(file: OpenFile, language: LetterLanguage) -> None:
    card = unpaid(file)
    saved = letters.create(file, request(file, card.id, language=language))
    assert {Kind.LETTER, Kind.CASE, Kind.MONEY} <= saved.kinds
    pdf = letters.pdf(file, saved.id)
    assert pdf.startswith(b"%PDF-")
    assert letters.pdf(file, saved.id) == pdf
    row = letters.row(file, saved.id)
    assert (row.number, row.kind, row.language, row.on) == ("2026/1", "employer_claim", language, TODAY)
    assert (row.case_id, row.case_number, row.employer, row.workers) == (card.id, card.number, COMPANY.name, 2)
    assert cases.card(file, card.id).letters == ((saved.id, "2026/1", "employer_claim", language.value, TODAY),)


def test_a_copy_is_the_kept_letter_and_leaves_a_line_in_the_log(file: OpenFile, tmp_path: Path) -> None:
    saved = letters.create(file, request(file, unpaid(file).id))
    letters.save_copy(file, saved.id, tmp_path / "claim.pdf")
    assert actions(file)[-1] == "export_letter"
    assert (tmp_path / "claim.pdf").read_bytes() == letters.pdf(file, saved.id)


def test_no_letter_is_made_when_its_copy_has_no_place(file: OpenFile, tmp_path: Path) -> None:
    card = unpaid(file)
    before = actions(file)
    with pytest.raises(AppError):
        letters.create_with_copy(file, request(file, card.id), tmp_path / "missing" / "claim.pdf")
    assert actions(file) == before
    assert letters.page(file, "", None, 10) == ()
    saved = letters.create_with_copy(file, request(file, card.id), tmp_path / "claim.pdf")
    assert (tmp_path / "claim.pdf").read_bytes() == letters.pdf(file, saved.id)


def test_no_word_of_a_letter_leaves_the_file_before_the_log_says_so(
    file: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, kept = unpaid(file), letter_keeping.kept_content
    before: list[bytes] = []

    def look_first(*given: object) -> bytes:
        before.extend(each.read_bytes() for each in (tmp_path / "asked").iterdir())
        return kept(*given)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(letter_keeping, "kept_content", look_first)
    (tmp_path / "asked").mkdir()
    letters.create_with_copy(file, request(file, card.id), tmp_path / "asked" / "claim.pdf")
    assert len(before) == 1
    assert not any(before[0])
    assert (tmp_path / "asked" / "claim.pdf").read_bytes().startswith(b"%PDF")


def test_a_letter_claims_money_and_sets_the_next_date(file: OpenFile) -> None:
    card = unpaid(file)
    letters.create(file, request(file, card.id))
    after = cases.card(file, card.id)
    counted = complaints.calculations(file, card.id, TODAY)
    for worker in after.workers:
        assert [(entry.kind, entry.amount, entry.on) for entry in worker.money] == [
            (MoneyKind.CLAIMED, counted[worker.id].total, TODAY)
        ]
    assert after.next_date is not None
    assert after.next_date > PAY_BY
    assert after.version > card.version


def test_an_earlier_next_date_stays(file: OpenFile) -> None:
    card = unpaid(file)
    soon = TODAY + timedelta(1)
    cases.change(file, change_of(file, card.id, next_date=soon, next_step="позвонить"))
    letters.create(file, request(file, card.id))
    after = cases.card(file, card.id)
    assert (after.next_date, after.next_step) == (soon, "позвонить")


def test_numbers_run_through_the_year(file: OpenFile) -> None:
    card = unpaid(file)
    made = [letters.create(file, request(file, card.id)).id for _ in range(2)]
    letters.look(file, request(file, card.id))
    made.append(letters.create(file, request(file, card.id)).id)
    assert [letters.row(file, letter).number for letter in made] == ["2026/1", "2026/2", "2026/3"]


def test_a_draft_is_not_kept(file: OpenFile) -> None:
    card = unpaid(file)
    assert letters.look(file, request(file, card.id)).pdf.startswith(b"%PDF-")
    assert letters.page(file, "", None, 10) == ()
    assert cases.card(file, card.id) == card


def test_a_letter_may_speak_for_one_worker(file: OpenFile) -> None:
    card = unpaid(file)
    saved = letters.create(file, request(file, card.id, worker_ids=(card.workers[1].id,)))
    assert letters.row(file, saved.id).workers == 1
    after = cases.card(file, card.id)
    assert [len(worker.money) for worker in after.workers] == [0, 1]


def test_workers_who_are_owed_nothing_are_left_out(file: OpenFile) -> None:
    card = unpaid(file)
    paid = MoneyEntry(card.workers[0].id, MoneyKind.RECEIVED, SHIFTS_DUE, date(2025, 4, 1))
    money.record(file, card.id, (paid,))
    assert letters.row(file, letters.create(file, request(file, card.id)).id).workers == 1


@pytest.mark.parametrize(
    ("new", "field"),
    [
        ({"kind": "no such letter"}, "kind"),
        ({"on": TODAY + timedelta(1), "pay_by": TODAY + timedelta(30)}, "on"),
        ({"pay_by": TODAY - timedelta(1)}, "pay_by"),
        ({"pay_by": date(2126, 1, 1)}, "pay_by"),
        ({"signer_id": 99}, "signer_id"),
        ({"worker_ids": (999,)}, "worker_ids"),
    ],
)
def test_a_wrong_request_makes_nothing(file: OpenFile, new: dict[str, object], field: str) -> None:
    card = unpaid(file)
    for make in (letters.create, letters.look):
        with pytest.raises(InvalidInput) as caught:
            make(file, request(file, card.id, **new))
        assert [problem.field for problem in caught.value.problems] == [field]
    assert cases.card(file, card.id) == card


def test_a_claim_needs_arrears(file: OpenFile) -> None:
    card = opened(file)
    with pytest.raises(InvalidInput) as caught:
        letters.create(file, request(file, card.id))
    assert [problem.field for problem in caught.value.problems] == ["worker_ids"]
    with pytest.raises(AppError):
        letters.create(file, request(file, 99))


def test_problems_name_what_the_letter_would_be_sent_back_for(file: OpenFile) -> None:
    card = unpaid(file)
    assert noted(file, request(file, card.id)) == []
    employers.save(file, card.employer_id, Employer("Серік", EmployerKind.COMPANY))
    assert noted(file, request(file, card.id)) == ["employer.bin_iin", "employer.address"]
    assert letters.look(file, request(file, card.id)).pdf


def leave_of(file: OpenFile, card: CaseCard, at: int) -> None:
    """A year without leave for one worker of the crew."""
    leave = LeaveClaim(date(2024, 3, 1), date(2025, 2, 28), average=Decimal(5_000))
    pay_claims.save(file, card.id, (card.workers[at].id,), WorkerPay(leave=leave))


def test_what_is_owed_beyond_the_wages_is_claimed_and_recorded_with_them(file: OpenFile) -> None:
    card = unpaid(file)
    leave_of(file, card, 0)
    letters.create(file, request(file, card.id))
    owed = {each.worker_id: each for each in pay_claims.totals(file, card.id, TODAY)}
    after = cases.card(file, card.id)
    assert owed[after.workers[0].id].claims.total > 0
    for worker in after.workers:
        assert [entry.amount for entry in worker.money] == [owed[worker.id].total]


def test_what_is_not_sure_of_the_sums_beyond_the_wages_is_said(file: OpenFile) -> None:
    card = unpaid(file)
    leave_of(file, card, 0)
    wanted = request(file, card.id)
    fields = [problem.field for problem in letters.look(file, wanted).examined.notes]
    assert set(fields) == {"claims"}
    others = tuple(worker.id for worker in card.workers[1:])
    assert noted(file, replace(wanted, worker_ids=others)) == []


def test_whoever_is_owed_anything_is_claimed_for(file: OpenFile) -> None:
    card = unpaid(file)
    money.record(file, card.id, (MoneyEntry(card.workers[0].id, MoneyKind.RECEIVED, SHIFTS_DUE, date(2025, 4, 1)),))
    assert letters.row(file, letters.create(file, request(file, card.id)).id).workers == 1
    leave_of(file, card, 0)
    assert letters.row(file, letters.create(file, request(file, card.id)).id).workers == 2
    second = (card.workers[1].id,)
    assert letters.look(file, request(file, card.id, worker_ids=second)).examined.notes == ()


def test_what_the_lawyer_has_to_check_goes_away_when_it_is_confirmed(file: OpenFile) -> None:
    wanted = request(file, unpaid(file).id)
    unsettled = letters.look(file, wanted).examined.to_check
    assert unsettled
    law.confirm(file, law.fact_id(unsettled[0].fact))
    assert letters.look(file, wanted).examined.to_check == unsettled[1:]


def test_letters_are_listed_newest_first_and_found(file: OpenFile) -> None:
    card = unpaid(file)
    made = [letters.create(file, request(file, card.id)).id for _ in range(3)]
    first = letters.page(file, "", None, 2)
    assert [row.id for row in first] == made[:0:-1]
    assert [row.id for row in letters.page(file, "", first[-1].id, 10)] == [made[0]]
    assert [row.id for row in letters.page(file, "2026/2", None, 10)] == [made[1]]
    assert [row.id for row in letters.page(file, card.number, None, 10)] == made[::-1]
    assert [row.id for row in letters.page(file, "құрылыс", None, 10)] == made[::-1]
    assert letters.page(file, "%' OR 1=1", None, 10) == ()


def test_a_letter_is_drawn_for_the_preview(file: OpenFile) -> None:
    card = unpaid(file)
    pages = letters.pages(letters.look(file, request(file, card.id)).pdf, 0.5)
    assert len(pages) >= 2
    assert all(len(page.pixels) == page.stride * page.height for page in pages)


def test_a_letter_that_is_not_there_is_said_plainly(file: OpenFile) -> None:
    for ask in (letters.pdf, letters.row):
        with pytest.raises(AppError):
            ask(file, 9)


def test_the_sum_claimed_is_that_of_the_letters_day(file: OpenFile) -> None:
    card = unpaid(file)
    earlier = date(2026, 1, 12)
    letters.create(file, request(file, card.id, on=earlier, pay_by=date(2026, 1, 26)))
    entry = cases.card(file, card.id).workers[0].money[0]
    assert entry.amount == complaints.calculations(file, card.id, earlier)[card.workers[0].id].total
    assert entry.amount > Decimal(SHIFTS_DUE)


def test_pay_that_falls_due_after_the_letter_is_not_claimed(file: OpenFile) -> None:
    card = opened(file)
    terms = WageTerms(PayBasis.MONTHLY, Decimal(200_000))
    months = (WagePeriod(date(2026, 10, 1)), WagePeriod(date(2026, 11, 1)))  # due on 10 November and 10 December
    wages = tuple((worker.id, WorkerWages(terms, months)) for worker in card.workers[:1])
    complaints.log_wage_arrears(file, NewWageComplaint(card.id, wages))
    letters.create(file, request(file, card.id))
    (claimed,) = [entry for worker in cases.card(file, card.id).workers for entry in worker.money]
    assert 200_000 < claimed.amount < 210_000


def test_a_day_before_that_of_the_last_number_is_noted(file: OpenFile) -> None:
    card = unpaid(file)
    yesterday = TODAY - timedelta(1)
    assert letters.look(file, request(file, card.id, on=yesterday)).examined.notes == ()
    letters.create(file, request(file, card.id))
    (note,) = letters.look(file, request(file, card.id, on=yesterday)).examined.notes
    assert note.field == "on"
    assert letters.look(file, request(file, card.id)).examined.notes == ()


def test_letters_of_two_cases_are_never_made_together(file: OpenFile) -> None:
    mine, other = unpaid(file), unpaid(file)
    colleague = factories.colleague(file, Role.STAFF)
    access.set_restricted(file, other.id, True)
    requests = tuple(
        LetterRequest(card.id, "employer_claim", LetterLanguage.RU, TODAY, PAY_BY, file.staff.id)
        for card in (mine, other)
    )
    with pytest.raises(AppError):
        letters.create_all(colleague, requests)
    assert letters.page(file, "", None, 9) == ()


def test_a_letter_in_english_claims_nothing_starts_nothing_and_cannot_be_sent(file: OpenFile) -> None:
    card = unpaid(file)
    english = request(file, card.id, language=LetterLanguage.EN)
    assert "language" in {note.field for note in letters.look(file, english).examined.notes}
    letter_id = letters.create(file, english).id
    after = cases.card(file, card.id)
    assert [worker.money for worker in after.workers] == [(), ()]
    assert (after.next_date, after.next_deadline) == (card.next_date, card.next_deadline)
    with pytest.raises(AppError):
        letter_sending.note(file, letter_id, Sent(TODAY, Way.EMAIL, "a@b.kz"))


@pytest.mark.parametrize("changed_in", ["ru", "en"])
def test_a_reading_copy_says_that_the_letter_was_changed_by_hand(file: OpenFile, changed_in: str) -> None:
    card = unpaid(file)
    plain = request(file, card.id, with_copy=True)
    first = next(each for each in letters.look(file, plain).paragraphs if each.style == "body")
    edits = Edits((Edit(first.key, changed_in, "Сөздер", first.made),))
    told = {}
    for name, wanted in (("plain", plain), ("changed", replace(plain, edits=edits))):
        letter_id = letters.create(file, wanted).id
        copy = next(each for each in letters.page(file, "", None, 10) if each.copy_of == letter_id)
        told[name] = "changed by hand" in text_of(letters.pdf(file, copy.id))
        assert "changed by hand" not in text_of(letters.pdf(file, letter_id))
    assert told == {"plain": False, "changed": changed_in == "ru"}
