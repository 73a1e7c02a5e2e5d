"""Papers that come in: their numbers, the letter they answer and the date that they close."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app import settings
from desktop_app.domain.access import Approval
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.clocks import Done
from desktop_app.domain.letters import State
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import access, clocks, deletion, incoming, letter_sending, letters, staff
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.posted import HANDED, answer, made, open_dates
from tests.services.situations import TODAY, unpaid

INSPECTION = ("inspection_complaint", AddresseeKind.INSPECTION)


def sent(file: OpenFile, case_id: int) -> int:
    letter = made(file, case_id, *INSPECTION)
    letter_sending.note(file, letter, HANDED)
    return letter


def test_papers_are_numbered_by_themselves_year_by_year(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    card = unpaid(file)
    made(file, card.id)
    ids = [incoming.register(file, answer(card.id, None)).id for _ in range(2)]
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2027-01-03")
    ids.append(incoming.register(file, answer(card.id, None, on=TODAY.replace(year=2027, month=1, day=2))).id)
    found = {row.id: row.number for row in incoming.listing(file, "", None, 9)}
    assert [found[each] for each in ids] == ["2026/1", "2026/2", "2027/1"]


def test_an_answer_closes_the_date_of_its_letter_and_the_next_step_appears(file: OpenFile) -> None:
    card = unpaid(file)
    letter = sent(file, card.id)
    incoming.register(file, answer(card.id, letter, "refused"))
    row = letters.row(file, letter)
    assert (row.state, row.answered_on, row.due_on) == (State.ANSWERED, TODAY, None)
    assert "inspection.answer" not in open_dates(file, card.id)
    assert "higher.complain" in open_dates(file, card.id)
    (came,) = letter_sending.told(file, letter).came
    assert (came.letter, came.answer, came.their_number, came.case_number) == (
        "2026/1",
        "refused",
        "17-04/221",
        card.number,
    )
    assert incoming.of_case(file, card.id) == (came,)


def test_after_an_interim_answer_one_goes_on_waiting(file: OpenFile) -> None:
    card = unpaid(file)
    letter = sent(file, card.id)
    incoming.register(file, answer(card.id, letter, "extended"))
    row = letters.row(file, letter)
    assert (row.state, row.due_on) == (State.SENT, open_dates(file, card.id)["inspection.extended"].due_on)
    incoming.register(file, answer(card.id, letter, "granted"))
    assert letters.row(file, letter).state is State.ANSWERED
    assert len(letter_sending.told(file, letter).came) == 2


def test_an_answer_that_is_noted_under_the_steps_answers_the_letter_too(file: OpenFile) -> None:
    card = unpaid(file)
    letter, other = sent(file, card.id), sent(file, card.id)
    for row in clocks.listing(file, card.id):
        if row.rule == "inspection.answer":
            code = "granted" if row.letter_id == letter else "silent"
            clocks.done(file, card.id, row.id, Done(TODAY, code))
    assert letters.row(file, letter).state is State.ANSWERED
    assert letters.row(file, other).state is State.SENT


def test_a_letter_without_a_date_is_answered_by_any_paper(file: OpenFile) -> None:
    card = unpaid(file)
    letter = made(file, card.id, "partner_referral", AddresseeKind.PARTNER)
    incoming.register(file, answer(card.id, letter, "paid"))
    assert letters.row(file, letter).state is State.ANSWERED
    assert letter_sending.told(file, letter).came[0].answer == ""


def test_a_paper_that_answers_nothing_closes_nothing(file: OpenFile) -> None:
    card = unpaid(file)
    letter = sent(file, card.id)
    incoming.register(file, answer(card.id, None))
    assert letters.row(file, letter).state is State.SENT


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param({"received_on": TODAY + timedelta(days=1)}, "received_on", id="to-come"),
        pytest.param({"received_on": TODAY - timedelta(days=9), "their_date": None}, "received_on", id="too-early"),
        pytest.param({"their_date": TODAY + timedelta(days=1)}, "their_date", id="their-day-later"),
        pytest.param({"sender": " "}, "sender", id="nobody"),
        pytest.param({"answer": ""}, "answer", id="no-answer-chosen"),
        pytest.param({"answer": "silent"}, "answer", id="silence-is-no-paper"),
        pytest.param({"answer": "paid"}, "answer", id="answer-of-another-step"),
        pytest.param({"letter_id": 99}, "letter_id", id="no-such-letter"),
        pytest.param({"attachment_id": 99}, "attachment_id", id="no-such-scan"),
    ],
)
def test_what_makes_no_sense_is_refused_and_takes_no_number(
    file: OpenFile, change: dict[str, object], field: str
) -> None:
    card = unpaid(file)
    letter = sent(file, card.id)
    with pytest.raises(InvalidInput) as refused:
        incoming.register(file, replace(answer(card.id, letter, "granted"), **change))  # type: ignore[arg-type]  # real fields
    assert [problem.field for problem in refused.value.problems] == [field]
    assert incoming.listing(file, "", None, 9) == ()
    assert "inspection.answer" in open_dates(file, card.id)


def test_a_letter_of_another_case_is_not_answered(file: OpenFile) -> None:
    mine, other = unpaid(file), unpaid(file)
    letter = sent(file, other.id)
    with pytest.raises(InvalidInput, match="of this case"):
        incoming.register(file, answer(mine.id, letter, "granted"))
    with pytest.raises(AppError, match="not in the file"):
        incoming.register(file, answer(99, None))


def test_what_was_typed_can_be_corrected_and_the_number_stays(file: OpenFile) -> None:
    card = unpaid(file)
    letter = sent(file, card.id)
    paper = incoming.register(file, answer(card.id, letter, "refused")).id
    better = replace(answer(card.id, None), sender="Прокуратура", about="две\nстроки")
    incoming.correct(file, paper, better)
    (row,) = incoming.of_case(file, card.id)
    assert (row.number, row.sender, row.about, row.letter_id, row.answer) == (
        "2026/1", "Прокуратура", "две\nстроки", letter, "refused",
    )  # fmt: skip
    with pytest.raises(InvalidInput, match="another year"):
        incoming.correct(file, paper, replace(better, received_on=TODAY.replace(year=2025), their_date=None))
    with pytest.raises(AppError, match="not in the file"):
        incoming.correct(file, 99, better)
    with pytest.raises(AppError, match="not in the file"):
        incoming.correct(file, paper, replace(better, case_id=unpaid(file).id))


def test_papers_are_found_by_number_and_by_case(file: OpenFile) -> None:
    card, other = unpaid(file), unpaid(file)
    first = incoming.register(file, answer(card.id, None)).id
    second = incoming.register(file, answer(other.id, None)).id
    found = [row.id for row in incoming.listing(file, "", None, 9)]
    assert found == [second, first]
    assert [row.id for row in incoming.listing(file, "2026/2", None, 9)] == [second]
    assert [row.id for row in incoming.listing(file, card.number, None, 9)] == [first]
    assert [row.id for row in incoming.listing(file, "", second, 9)] == [first]
    assert incoming.listing(file, "%' OR 1=1", None, 9) == ()


def test_papers_of_a_hidden_case_are_not_told_of(file: OpenFile) -> None:
    card = unpaid(file)
    incoming.register(file, answer(card.id, None))
    access.set_restricted(file, card.id, True)
    theirs = factories.colleague(file, Role.LAWYER)
    assert incoming.listing(theirs, "", None, 9) == ()
    with pytest.raises(NotAllowed):
        incoming.of_case(theirs, card.id)
    with pytest.raises(NotAllowed):
        incoming.register(theirs, answer(card.id, None))
    with pytest.raises(NotAllowed):
        incoming.correct(theirs, 1, answer(card.id, None))


def test_a_number_of_a_deleted_case_is_not_given_again(file: OpenFile) -> None:
    card, other = unpaid(file), unpaid(file)
    incoming.register(file, answer(card.id, None))
    lawyer = factories.colleague(file, Role.LAWYER)
    staff.add(file, NewStaffMember("manager", "manager person", Role.MANAGER, factories.PASSWORD))
    deletion.delete_case(lawyer, card.id, "қате", Approval("manager", factories.PASSWORD))
    incoming.register(file, answer(other.id, None))
    assert [row.number for row in incoming.listing(file, "", None, 9)] == ["2026/2"]


def test_a_number_leads_to_the_case_and_to_the_letter_it_answers(file: OpenFile) -> None:
    card, other = unpaid(file), unpaid(file)
    letter = sent(file, card.id)
    paper = made(file, card.id, "receipt", AddresseeKind.WORKER)
    told = incoming.about_number(file, " 2026/1 ")
    assert (told.case_id, told.case_number, told.letter_id) == (card.id, card.number, letter)
    (choice,) = told.letters
    assert (choice.letter_id, choice.kind) == (letter, "inspection_complaint")
    assert "refused" in choice.answers
    assert "silent" not in choice.answers
    assert paper != letter
    assert incoming.about_number(file, other.number).letter_id is None
    for number in ("2026/99", "9999-0001", "", "%", "2026/" + "9" * 30):
        with pytest.raises(AppError, match="no letter and no case"):
            incoming.about_number(file, number)


def test_a_number_of_a_hidden_case_leads_nowhere(file: OpenFile) -> None:
    card = unpaid(file)
    made(file, card.id)
    access.set_restricted(file, card.id, True)
    theirs = factories.colleague(file, Role.STAFF)
    for number in ("2026/1", card.number):
        with pytest.raises(AppError, match="no letter and no case"):
            incoming.about_number(theirs, number)
    with pytest.raises(NotAllowed):
        incoming.about(theirs, card.id)
