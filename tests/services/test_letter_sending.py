"""That a letter left: its proof, the date its answer is due by, the list by state, whether a paper is ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, update

from desktop_app import law, settings
from desktop_app.db.models import Letter
from desktop_app.domain import steps
from desktop_app.domain.addressees import BODIES, AddresseeKind
from desktop_app.domain.cases import CaseFilter
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.clocks import Done
from desktop_app.domain.deadlines import after_claim
from desktop_app.domain.letters import LetterLanguage, LetterRequest, LetterRow, State
from desktop_app.domain.posting import Posted, Sent, Shown, Wanted, Way
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.law.steps import steps_of_letters
from desktop_app.services import (
    access,
    cases,
    clocks,
    employers,
    files,
    incoming,
    letter_sending,
    letters,
    sealed,
    staff,
)
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.posted import HANDED, PAY_BY, answer, become, made, open_dates
from tests.services.situations import TODAY, unpaid

INSPECTION = ("inspection_complaint", AddresseeKind.INSPECTION)


def listing(file: OpenFile) -> tuple[LetterRow, ...]:
    return letter_sending.listing(file, Wanted(), "", None, 50)


def listed(file: OpenFile, state: Shown, text: str = "", to: AddresseeKind | None = None) -> list[int]:
    return [row.id for row in letter_sending.listing(file, Wanted(state, to), text, None, 50)]


def test_a_letter_that_left_says_when_and_how(file: OpenFile) -> None:
    letter = made(file, unpaid(file).id)
    assert letters.row(file, letter).state is State.FINAL
    letter_sending.note(file, letter, HANDED)
    row = letters.row(file, letter)
    assert (row.state, row.sent_on) == (State.SENT, TODAY)
    assert letter_sending.told(file, letter).sent == (HANDED,)


def test_a_claim_that_names_its_day_keeps_the_date_it_began_when_made(file: OpenFile) -> None:
    card = unpaid(file)
    letter = made(file, card.id)
    before = open_dates(file, card.id)
    letter_sending.note(file, letter, HANDED)
    assert open_dates(file, card.id) == before
    assert before["employer.pay_by"].due_on > PAY_BY
    assert letters.row(file, letter).due_on == before["employer.pay_by"].due_on


@pytest.mark.parametrize("kind", sorted(kind for kind, told in steps_of_letters().items() if told.when_sent))
def test_the_term_of_a_body_is_counted_from_the_day_the_letter_left(file: OpenFile, kind: str) -> None:
    card = unpaid(file)
    letter = made(file, card.id, kind, AddresseeKind.INSPECTION)
    step = steps_of_letters()[kind].step
    assert step not in open_dates(file, card.id)
    letter_sending.note(file, letter, HANDED)
    found = open_dates(file, card.id)[step]
    assert (found.letter_id, found.started_on) == (letter, TODAY)
    named = steps_of_letters()[kind].names_day
    assert found.due_on == (after_claim(PAY_BY) if named else steps.begin(step, steps.Former.on(TODAY)).due_on)


def test_fifteen_working_days_of_the_inspection(file: OpenFile) -> None:
    """appc.76: a Saturday, then 15 working days, over Independence Day."""
    letter = made(file, unpaid(file).id, *INSPECTION)
    letter_sending.note(file, letter, HANDED)
    assert letters.row(file, letter).due_on == law.add_working_days(TODAY, 15)


def test_sending_closes_the_step_that_asked_for_it_and_begins_one_date_only(file: OpenFile) -> None:
    card = unpaid(file)
    claim = made(file, card.id)
    asked = open_dates(file, card.id)["employer.pay_by"]
    clocks.done(file, card.id, asked.id, Done(TODAY, "silent"))
    assert {"inspection.complain", "commission.apply"} <= set(open_dates(file, card.id))
    letter = made(file, card.id, *INSPECTION)
    letter_sending.note(file, letter, HANDED)
    rows = [row for row in clocks.listing(file, card.id) if row.rule == "inspection.answer"]
    (begun,) = rows
    done = next(row for row in clocks.listing(file, card.id) if row.rule == "inspection.complain")
    assert (done.done_on, done.answer, begun.after_id, begun.letter_id) == (TODAY, "handed_in", done.id, letter)
    assert "commission.apply" in open_dates(file, card.id)
    assert letters.row(file, claim).due_on is None


def test_the_steps_of_two_workers_are_not_guessed_at(file: OpenFile) -> None:
    card = unpaid(file)
    for worker in card.workers:
        new = steps.begin("inspection.complain", steps.Former.on(TODAY))
        clocks.add(file, card.id, replace(new, worker_id=worker.id))
    letter_sending.note(file, made(file, card.id, *INSPECTION), HANDED)
    open_rows = [row.rule for row in clocks.listing(file, card.id) if row.is_open]
    assert open_rows.count("inspection.complain") == 2
    assert open_rows.count("inspection.answer") == 1


def test_a_letter_that_leaves_again_is_counted_anew_and_keeps_its_first_day(
    file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = unpaid(file)
    letter = made(file, card.id, *INSPECTION)
    letter_sending.note(file, letter, replace(HANDED, way=Way.EMAIL))
    later = TODAY + timedelta(days=5)
    monkeypatch.setenv(settings.CLOCK_VARIABLE, later.isoformat())
    letter_sending.note(file, letter, replace(HANDED, on=later))
    rows = [row for row in clocks.listing(file, card.id) if row.rule == "inspection.answer"]
    assert [(row.started_on, row.due_on) for row in rows] == [(later, law.add_working_days(later, 15))]
    assert letters.row(file, letter).sent_on == TODAY
    assert [each.on for each in letter_sending.told(file, letter).sent] == [TODAY, later]
    assert cases.card(file, card.id).next_date is not None


def test_an_answered_term_does_not_begin_again(file: OpenFile) -> None:
    card = unpaid(file)
    letter = made(file, card.id, *INSPECTION)
    letter_sending.note(file, letter, HANDED)
    incoming.register(file, answer(card.id, letter, "refused"))
    letter_sending.note(file, letter, HANDED)
    assert "inspection.answer" not in open_dates(file, card.id)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param({"on": TODAY + timedelta(days=1)}, "on", id="to-come"),
        pytest.param({"on": TODAY - timedelta(days=1)}, "on", id="before-it-was-made"),
        pytest.param({"proof": "  "}, "proof", id="no-proof"),
        pytest.param({"way": Way.TO_WORKER}, "way", id="not-this-way"),
        pytest.param({"proof": "ж" * 5000}, "proof", id="too-long"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_noted(
    file: OpenFile, change: dict[str, object], field: str
) -> None:
    letter = made(file, unpaid(file).id)
    with pytest.raises(InvalidInput) as refused:
        letter_sending.note(file, letter, replace(HANDED, **change))  # type: ignore[arg-type]  # real fields
    assert field in {problem.field for problem in refused.value.problems}
    assert letter_sending.told(file, letter).sent == ()
    assert letters.row(file, letter).state is State.FINAL


def test_a_paper_for_the_worker_is_given_and_needs_no_proof(file: OpenFile) -> None:
    letter = made(file, unpaid(file).id, "receipt", AddresseeKind.WORKER)
    with pytest.raises(InvalidInput, match="does not go this way"):
        letter_sending.note(file, letter, HANDED)
    letter_sending.note(file, letter, Sent(TODAY, Way.TO_WORKER))
    assert letters.row(file, letter).state is State.SENT


def test_reading_copies_and_papers_for_the_file_are_not_sent(file: OpenFile) -> None:
    card = unpaid(file)
    request = LetterRequest(card.id, "employer_claim", LetterLanguage.RU, TODAY, PAY_BY, file.staff.id, with_copy=True)
    letter = letters.create(file, request).id
    copy = letter_sending.told(file, letter).copy_id
    assert copy is not None
    with pytest.raises(AppError, match="reading copy"):
        letter_sending.note(file, copy, HANDED)
    become(file, letter, "contract_memo", AddresseeKind.FILE)
    with pytest.raises(AppError, match="for the file"):
        letter_sending.note(file, letter, HANDED)
    with pytest.raises(AppError, match="not in the file"):
        letter_sending.note(file, 999, HANDED)
    with pytest.raises(AppError, match="not in the file"):
        letter_sending.told(file, 999)


def test_letters_are_listed_by_how_far_they_have_come(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    card = unpaid(file)
    ready, waiting, answered = made(file, card.id), made(file, card.id, *INSPECTION), made(file, card.id, *INSPECTION)
    memo = made(file, card.id, "contract_memo", AddresseeKind.FILE)
    for letter in (waiting, answered):
        letter_sending.note(file, letter, HANDED)
    incoming.register(file, answer(card.id, answered, "granted"))
    assert listed(file, Shown.ANY) == [memo, answered, waiting, ready]
    assert listed(file, Shown.READY) == [ready]
    assert listed(file, Shown.WAITING) == [waiting]
    assert listed(file, Shown.ANSWERED) == [answered]
    assert listed(file, Shown.OVERDUE) == []
    assert listed(file, Shown.ANY, to=AddresseeKind.INSPECTION) == [answered, waiting]
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2027-02-01")
    assert listed(file, Shown.OVERDUE) == [waiting]
    assert listed(file, Shown.WAITING) == []


def test_a_letter_is_found_by_its_number_with_and_without_the_code_of_the_centre_and_by_its_check_code(
    file: OpenFile,
) -> None:
    letter = made(file, unpaid(file).id)
    with file.db.write("test", None) as session:
        session.connection().exec_driver_sql("UPDATE letter SET number = 'АЛМ/2026/1'")
    for text in ("АЛМ/2026/1", "2026/1", "АЛМ/2026/", "2026/", letters.row(file, letter).code.lower()):
        assert listed(file, Shown.ANY, text) == [letter], text
    for text in ("2026/2", "АЛМ/2025/", "0" * 16):
        assert listed(file, Shown.ANY, text) == [], text


def test_letters_that_have_not_left_for_days_are_counted(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    made(file, unpaid(file).id)
    made(file, unpaid(file).id, "contract_memo", AddresseeKind.FILE)
    made(file, unpaid(file).id, "receipt", AddresseeKind.WORKER)
    assert letter_sending.unsent(file) == 0
    monkeypatch.setenv(settings.CLOCK_VARIABLE, (TODAY + timedelta(days=2)).isoformat())
    assert letter_sending.unsent(file) == 0
    monkeypatch.setenv(settings.CLOCK_VARIABLE, (TODAY + timedelta(days=3)).isoformat())
    assert letter_sending.unsent(file) == 1


def test_a_paper_is_ours_when_number_and_code_agree(file: OpenFile) -> None:
    card = unpaid(file)
    letter = made(file, card.id)
    code = letters.row(file, letter).code
    spaced = f" {code[:4]} {code[4:8].lower()}-{code[8:]} "
    told = letter_sending.check(file, " 2026/1 ", spaced)
    assert (told.known, told.matches, told.letter_id, told.kind, told.state) == (
        True, True, letter, "employer_claim", State.FINAL,
    )  # fmt: skip
    other = letter_sending.check(file, "2026/1", "0" * 16)
    assert (other.known, other.matches, other.letter_id, other.kind) == (True, False, None, "")
    assert letter_sending.check(file, "2026/9", code).known is False
    with pytest.raises(InvalidInput):
        letter_sending.check(file, "2026/1", " - ")


def test_of_a_letter_of_a_closed_case_only_is_told_that_it_is_ours(
    file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = unpaid(file)
    letter = made(file, card.id)
    code = letters.row(file, letter).code
    access.set_restricted(file, card.id, True)
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2026-12-20")
    theirs = factories.colleague(file, Role.STAFF)
    told = letter_sending.check(theirs, "2026/1", code)
    assert (told.known, told.matches, told.letter_id, told.kind, told.on) == (True, True, None, "", None)
    assert letter_sending.listing(theirs, Wanted(), "", None, 9) == ()
    assert letter_sending.unsent(theirs) == 0
    with pytest.raises(NotAllowed):
        letter_sending.note(theirs, letter, HANDED)
    with pytest.raises(NotAllowed):
        letter_sending.told(theirs, letter)


def test_the_proof_is_behind_the_seal_of_the_case(file: OpenFile) -> None:
    for login, role in (("manager", Role.MANAGER), ("staff", Role.STAFF)):
        staff.add(file, NewStaffMember(login, f"{role} person", role, factories.PASSWORD))
    path: Path = file.path
    files.close(file)
    manager = factories.sign_in(path, "manager")
    case_id = unpaid(manager).id
    letter = made(manager, case_id)
    sealed.seal_case(manager, case_id)
    letter_sending.note(manager, letter, HANDED)
    incoming.register(manager, answer(case_id, letter, "refused"))
    assert letter_sending.told(manager, letter).sent == (HANDED,)
    assert incoming.of_case(manager, case_id)[0].sender == "Еңбек инспекциясы"
    assert incoming.listing(manager, "", None, 9)[0].about == "Жауап"
    (line,), (case,) = listing(manager), cases.page(manager, CaseFilter())
    # The name that stands in the open in the list of cases, and no other.
    assert (line.first_worker, line.crew) == (case.first_worker, case.workers)
    assert line.first_worker not in {worker.person.full_name for worker in cases.card(manager, case_id).workers}
    files.close(manager)
    colleague = factories.sign_in(path, "staff")
    told: Posted = letter_sending.told(colleague, letter)
    assert [(each.proof, each.their_number) for each in told.sent] == [("", "")]
    assert [(row.sender, row.about, row.their_number) for row in told.came] == [("", "", "")]
    assert [(row.sender, row.about) for row in incoming.listing(colleague, "", None, 9)] == [("", "")]
    with pytest.raises(NotAllowed):
        letter_sending.note(colleague, letter, HANDED)
    files.close(colleague)


def test_the_list_names_the_workers_in_one_statement(file: OpenFile) -> None:
    names = []
    for at in range(3):
        card = unpaid(file)
        spoken_for = tuple(worker.id for worker in card.workers[at % 2 :])
        letters.create(
            file,
            LetterRequest(card.id, "employer_claim", LetterLanguage.RU, TODAY, PAY_BY, file.staff.id, spoken_for),
        )
        names.append((card.workers[at % 2].person.full_name, len(card.workers) - at % 2, len(card.workers)))
    told: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        told.append(statement)

    event.listen(file.db.engine, "before_cursor_execute", note)
    try:
        rows = listing(file)
    finally:
        event.remove(file.db.engine, "before_cursor_execute", note)
    assert [(row.first_worker, row.workers, row.crew) for row in reversed(rows)] == names
    assert sum("FROM letter" in statement or "FROM person" in statement for statement in told) == 1


def test_of_letters_of_before_only_the_whole_crew_is_named(file: OpenFile) -> None:
    card = unpaid(file)
    letter = made(file, card.id)
    with file.db.write("test", None) as session:
        session.execute(update(Letter).values(worker_ids=""))
    assert letters.row(file, letter).first_worker == card.workers[0].person.full_name
    with file.db.write("test", None) as session:
        session.execute(update(Letter).values(workers=1))
    assert letters.row(file, letter).first_worker == ""


def test_an_employer_whose_answer_was_registered_is_not_waited_for(
    file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = unpaid(file)
    claim, papers = made(file, card.id), made(file, card.id)
    become(file, papers, "pay_documents", AddresseeKind.EMPLOYER)
    complaint = made(file, card.id, *INSPECTION)
    letter_sending.note(file, complaint, HANDED)
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2027-01-20")
    assert [each.letter_id for each in employers.card(file, card.employer_id).unanswered] == [papers, claim]
    monkeypatch.setenv(settings.CLOCK_VARIABLE, TODAY.isoformat())
    incoming.register(file, answer(card.id, claim, "promised"))
    incoming.register(file, answer(card.id, papers))
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2027-01-20")
    assert employers.card(file, card.employer_id).unanswered == ()


def test_a_day_that_a_letter_names_counts_unless_it_is_past_when_it_leaves(
    file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = unpaid(file)
    clocks.add(file, card.id, steps.begin("consulate.write", steps.Former.on(TODAY)))
    letter = made(file, card.id, "consulate_request", AddresseeKind.CONSULATE)
    letter_sending.note(file, letter, HANDED)
    assert open_dates(file, card.id)["consulate.answer"].due_on == after_claim(PAY_BY)
    later = PAY_BY + timedelta(days=4)
    monkeypatch.setenv(settings.CLOCK_VARIABLE, later.isoformat())
    letter_sending.note(file, letter, replace(HANDED, on=later))
    assert open_dates(file, card.id)["consulate.answer"].due_on > later


def test_letters_and_steps_know_one_another() -> None:
    from desktop_app.letters.catalogue import LETTERS

    told = steps_of_letters()
    assert set(told) <= set(LETTERS)
    for kind, letter in LETTERS.items():
        names_day = letter.asks_date and not letter.is_inside
        assert (kind in told and (told[kind].names_day or not told[kind].when_sent)) == names_day, kind
        if letter.addressee in BODIES:
            assert kind in told, kind


def test_letters_of_before_are_not_called_unsent(file: OpenFile, monkeypatch: pytest.MonkeyPatch) -> None:
    made(file, unpaid(file).id)
    monkeypatch.setenv(settings.CLOCK_VARIABLE, (TODAY + timedelta(days=30)).isoformat())
    assert letter_sending.unsent(file) == 1
    with file.db.write("t", None) as session:
        session.connection().exec_driver_sql("UPDATE letter SET code = ''")
    assert letter_sending.unsent(file) == 0
