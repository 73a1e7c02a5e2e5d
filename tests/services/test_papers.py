"""Papers, stays and the work right of a person: kept, corrected, sealed, and counted for Today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop_app.db.models import DirectoryEntry
from desktop_app.db.queries import papers as queries
from desktop_app.domain.cases import NewWorker
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.navigator import Verdict
from desktop_app.domain.papers import NewPaper, PaperKind, look_ahead
from desktop_app.domain.people import Person
from desktop_app.domain.stays import Stay
from desktop_app.domain.work_answers import WorkAnswers
from desktop_app.domain.work_facts import WorkFacts
from desktop_app.domain.work_needs import Have
from desktop_app.domain.work_right import Regime
from desktop_app.errors import AppError, InvalidInput, NotAllowed
from desktop_app.services import access, cases, files, papers, sealed, staff, work_right
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import KARIMOVA, TODAY, close, opened
from tests.services.test_sealed import readable

PASSPORT = NewPaper(PaperKind.PASSPORT, "AB 1234567", date(2020, 1, 1), date(2030, 1, 1))
PERMIT = NewPaper(PaperKind.LABOUR_IMMIGRANT_PERMIT, "77", date(2026, 9, 1), date(2026, 12, 10), "KZ-71", "Сәлима")


def someone(file: OpenFile) -> int:
    return opened(file).workers[0].person_id


def test_papers_are_kept_corrected_and_removed(file: OpenFile) -> None:
    person_id = someone(file)
    first = papers.save_paper(file, person_id, PASSPORT).id
    second = papers.save_paper(file, person_id, PERMIT).id
    found = papers.of_person(file, person_id)
    assert found.citizenship == "UZ"
    assert [paper.id for paper in found.papers] == [first, second]
    assert (found.papers[1].employer, found.papers[1].region) == ("Сәлима", "KZ-71")
    papers.save_paper(file, person_id, NewPaper(PaperKind.PASSPORT, " AB\u200b 7 "), first)
    changed = papers.of_person(file, person_id).papers[0]
    assert (changed.number, changed.expires_on) == ("AB 7", None)
    papers.remove_paper(file, person_id, first)
    assert [paper.id for paper in papers.of_person(file, person_id).papers] == [second]


def test_what_is_gone_is_told(file: OpenFile) -> None:
    person_id = someone(file)
    for call in (
        lambda: papers.remove_paper(file, person_id, 99),
        lambda: papers.remove_stay(file, person_id, 99),
        lambda: papers.save_paper(file, person_id, PASSPORT, 99),
        lambda: papers.save_stay(file, person_id, Stay(TODAY), "", 99),
        lambda: papers.of_person(file, 99),
        lambda: work_right.of_person(file, 99),
    ):
        with pytest.raises(AppError):
            call()


def test_a_paper_of_somebody_else_is_not_touched(file: OpenFile) -> None:
    one, other = (worker.person_id for worker in opened(file).workers)
    paper_id = papers.save_paper(file, one, PASSPORT).id
    with pytest.raises(AppError):
        papers.remove_paper(file, other, paper_id)
    with pytest.raises(AppError):
        papers.save_paper(file, other, PERMIT, paper_id)
    assert papers.of_person(file, one).papers[0].number == PASSPORT.number


@pytest.mark.parametrize(
    ("paper", "field"),
    [
        (NewPaper(PaperKind.VISA, "9" * 61), "number"),
        (NewPaper(PaperKind.VISA, region="KZ-99"), "region"),
        (NewPaper(PaperKind.VISA, issued_on=TODAY + timedelta(days=1)), "issued_on"),
        (NewPaper(PaperKind.VISA, issued_on=TODAY, expires_on=TODAY - timedelta(days=1)), "expires_on"),
        (NewPaper(PaperKind.VISA, expires_on=date(1906, 1, 1)), "expires_on"),
        (NewPaper(PaperKind.VISA, expires_on=date(2199, 1, 1)), "expires_on"),
    ],
)
def test_a_paper_that_cannot_be_is_refused(file: OpenFile, paper: NewPaper, field: str) -> None:
    person_id = someone(file)
    with pytest.raises(InvalidInput) as refused:
        papers.save_paper(file, person_id, paper)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert papers.of_person(file, person_id).papers == ()


def test_stays_are_kept_newest_first_and_never_overlap(file: OpenFile) -> None:
    person_id = someone(file)
    papers.save_stay(file, person_id, Stay(date(2026, 1, 1), date(2026, 1, 20)))
    last = papers.save_stay(file, person_id, Stay(date(2026, 11, 1)), "поездом").id
    found = papers.of_person(file, person_id).stays
    assert [stay.entered_on for stay in found] == [date(2026, 11, 1), date(2026, 1, 1)]
    assert found[0].note == "поездом"
    with pytest.raises(InvalidInput):
        papers.save_stay(file, person_id, Stay(date(2026, 11, 5)))
    papers.save_stay(file, person_id, Stay(date(2026, 11, 1), TODAY), "", last)
    assert papers.of_person(file, person_id).stays[0].left_on == TODAY
    papers.remove_stay(file, person_id, last)
    assert len(papers.of_person(file, person_id).stays) == 1


def test_the_answer_follows_the_papers_the_stays_and_the_answers(file: OpenFile) -> None:
    person_id = someone(file)
    assert work_right.of_person(file, person_id).navigator.verdict is Verdict.UNKNOWN
    given = WorkAnswers("temporary", "work", "yes", date(2026, 10, 1), "за патент", "household", "hired", "yes")
    work_right.save(file, person_id, given)
    answer = work_right.of_person(file, person_id)
    assert answer.answers == given
    assert answer.navigator.regime is Regime.LABOUR_IMMIGRANT
    assert answer.navigator.verdict is Verdict.NEEDED
    assert answer.navigator.needs[0].have is Have.NOT_ON_FILE
    papers.save_paper(file, person_id, PERMIT)
    papers.save_stay(file, person_id, Stay(date(2026, 8, 25)))
    answer = work_right.of_person(file, person_id)
    assert answer.navigator.verdict is Verdict.HELD
    assert answer.navigator.facts.entered_on == date(2026, 8, 25)
    assert set(answer.norms) == set(answer.navigator.rests_on)


def test_another_employer_may_be_asked_about_without_keeping_it(file: OpenFile) -> None:
    person_id = someone(file)
    work_right.save(file, person_id, WorkAnswers("temporary", employer_kind="household", form="hired"))
    assert work_right.of_person(file, person_id, "company").navigator.regime is Regime.EMPLOYER_PERMIT
    assert work_right.of_person(file, person_id).answers.employer_kind == "household"


def test_a_call_is_answered_without_a_person(file: OpenFile) -> None:
    answer = work_right.quick(file, WorkFacts("UZ", employer_kind="company"))
    assert answer.navigator.regime is Regime.EMPLOYER_PERMIT
    assert answer.person_id == 0
    with pytest.raises(InvalidInput):
        work_right.quick(file, WorkFacts("UZ", employer_kind="a friend"))


def test_answers_that_cannot_be_are_refused(file: OpenFile) -> None:
    person_id = someone(file)
    with pytest.raises(InvalidInput) as refused:
        work_right.save(file, person_id, WorkAnswers("king", moved_on=TODAY + timedelta(days=1)))
    assert [problem.field for problem in refused.value.problems] == ["status", "moved_on"]


def test_the_sheet_of_a_country_names_its_consulates(file: OpenFile) -> None:
    with file.db.write("change_directory", file.staff.id) as session:
        for country, active in (("UZ", True), ("UZ", False), ("KG", True)):
            session.add(
                DirectoryEntry(
                    kind="consulate", name_kk="", name_ru=f"Консульство {country}", name_en="", name_sort=country,
                    region="KZ-75", country=country, address="Алматы", phone="", email="", hours="", languages="",
                    note="", source="", confidence="", active=active,
                )
            )  # fmt: skip
    answer = work_right.country(file, "UZ")
    found = answer.sheet
    assert set(answer.norms) == set(found.facts)
    assert [each.name("kk") for each in found.consulates] == ["Консульство UZ"]
    assert (found.limits.per_entry, found.limits.in_window) == (30, 90)
    with pytest.raises(AppError):
        work_right.country(file, "PH")


def expiring(file: OpenFile, until: date, staff_file: OpenFile | None = None) -> list[tuple[str, date, str]]:
    reader = staff_file or file
    with file.db.read() as session:
        rows = queries.expiring(session, access.viewer(reader, session), until)
    return [(row.kind.value, row.expires_on, row.case_number) for row in rows]


def test_papers_that_run_out_are_listed_with_their_case_and_without_names(file: OpenFile) -> None:
    card = opened(file)
    one, other = (worker.person_id for worker in card.workers)
    papers.save_paper(file, one, PERMIT)
    papers.save_paper(file, one, PASSPORT)
    papers.save_paper(file, other, NewPaper(PaperKind.VISA, expires_on=date(2026, 11, 1)))
    until = TODAY + timedelta(days=look_ahead())
    assert expiring(file, until) == [
        ("visa", date(2026, 11, 1), card.number),
        ("labour_immigrant_permit", date(2026, 12, 10), card.number),
    ]
    assert expiring(file, date(2026, 12, 9)) == [("visa", date(2026, 11, 1), card.number)]


@pytest.mark.parametrize("until", [date(2027, 12, 10), None])
def test_a_paper_that_a_newer_one_outlasts_is_not_listed(file: OpenFile, until: date | None) -> None:
    person_id = someone(file)
    papers.save_paper(file, person_id, PERMIT)
    papers.save_paper(file, person_id, NewPaper(PERMIT.kind, "78", expires_on=until))
    assert expiring(file, date(2026, 12, 31)) == []


def test_papers_of_closed_and_hidden_cases_are_not_listed(file: OpenFile) -> None:
    card = opened(file)
    papers.save_paper(file, card.workers[0].person_id, PERMIT)
    colleague = factories.colleague(file, Role.STAFF)
    assert expiring(file, date(2026, 12, 31), colleague)
    access.set_restricted(file, card.id, True)
    assert not expiring(file, date(2026, 12, 31), colleague)
    assert expiring(file, date(2026, 12, 31))
    close(file, card.id)
    assert not expiring(file, date(2026, 12, 31))


def test_papers_of_a_hidden_person_are_closed(file: OpenFile) -> None:
    card = opened(file, NewWorker(KARIMOVA))
    person_id = card.workers[0].person_id
    access.set_restricted(file, card.id, True)
    colleague = factories.colleague(file, Role.STAFF)
    for call in (papers.of_person, work_right.of_person):
        with pytest.raises(NotAllowed):
            call(colleague, person_id)


def test_behind_a_seal_nothing_of_the_papers_can_be_read(file: OpenFile) -> None:
    staff.add(file, NewStaffMember("lawyer", "Lawyer", Role.LAWYER, factories.PASSWORD))
    files.close(file)
    lawyer = factories.sign_in(file.path, "lawyer")
    card = opened(lawyer, NewWorker(Person("Құпияова", citizenship="UZ")))
    person_id = card.workers[0].person_id
    papers.save_paper(lawyer, person_id, NewPaper(PaperKind.PASSPORT, "CANARY1", employer="CANARY2", note="CANARY3"))
    papers.save_stay(lawyer, person_id, Stay(date(2026, 11, 1)), "CANARY4")
    sealed.seal_case(lawyer, card.id)
    papers.save_paper(lawyer, person_id, NewPaper(PaperKind.VISA, "CANARY5"))
    work_right.save(lawyer, person_id, WorkAnswers("temporary", fine_note="CANARY6", employer_kind="foreman"))
    found = papers.of_person(lawyer, person_id)
    assert [paper.number for paper in found.papers] == ["CANARY1", "CANARY5"]
    assert (found.papers[0].employer, found.papers[0].note) == ("CANARY2", "CANARY3")
    assert found.stays[0].note == "CANARY4"
    kept = work_right.of_person(lawyer, person_id).answers
    assert (kept.employer_kind, kept.fine_note) == ("foreman", "CANARY6")
    assert b"CANARY" not in readable(lawyer)
    assert b"foreman" not in readable(lawyer)
    # Without the key the dates stand, the texts do not.
    colleague = factories.colleague(lawyer, Role.STAFF)
    seen = papers.of_person(colleague, person_id)
    assert [paper.number for paper in seen.papers] == ["", ""]
    with pytest.raises(NotAllowed):
        papers.save_paper(colleague, person_id, NewPaper(PaperKind.VISA, "7"))
    sealed.unseal_case(lawyer, card.id)
    assert [paper.number for paper in papers.of_person(lawyer, person_id).papers] == ["CANARY1", "CANARY5"]
    cases.card(lawyer, card.id)
    files.close(lawyer)
