"""Warnings and screening of a case in the file: what they read, who may see them, what is logged, what is sealed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop_app.db import models
from desktop_app.domain.at_risk import WorkPermit
from desktop_app.domain.cases import MoneyEntry, MoneyKind, NewWorker
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.consents import Aim, Consent, How
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.indicators import Found, Indicator
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.log_actions import WARNINGS_TALKED_OVER
from desktop_app.domain.people import Person
from desktop_app.domain.screening import Finding
from desktop_app.errors import InvalidInput, NotAllowed
from desktop_app.services import (
    access,
    cases,
    consents,
    files,
    letters,
    money,
    people,
    screening,
    sealed,
    staff,
    warnings,
)
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.situations import KARIMOVA, SHIFTS, TODAY, opened, unpaid

DEBT = Finding(Indicator.DEBT, Found.YES, "долг за дорогу")


def complain(file: OpenFile, case_id: int, kind: str, *worker_ids: int, since: str | None = None) -> int:
    """A complaint as another part of the program writes it."""
    with file.db.write("log_complaint", file.staff.id, "case", case_id) as session:
        row = models.Complaint(
            case_id=case_id,
            kind=kind,
            since=since,
            logged_on=TODAY,
            logged_by=file.staff.id,
            settled_on=None,
            answers="{}",
            note="",
        )
        session.add(row)
        session.flush()
        session.add_all(models.ComplaintWorker(complaint_id=row.id, case_worker_id=each) for each in worker_ids)
        return row.id


def hold(file: OpenFile, complaint_id: int, worker_id: int, returned_on: date | None = None) -> None:
    with file.db.write("log_complaint", file.staff.id) as session:
        session.add(
            models.HeldDocument(
                case_worker_id=worker_id,
                complaint_id=complaint_id,
                kind="passport",
                number="",
                since=None,
                held_by="",
                place="",
                word="says",
                returned_on=returned_on,
            )
        )


def work(file: OpenFile, person_id: int, status: str, unpaid_fine: str = "") -> None:
    with file.db.write("record_papers", file.staff.id) as session:
        session.add(
            models.WorkRight(
                person_id=person_id,
                status=status,
                purpose="work",
                answers="{}",
                unpaid_fine=unpaid_fine,
                fine_on=None,
                fine_note="",
            )
        )


def log_of(file: OpenFile) -> list[str]:
    with file.db.read() as session:
        return list(session.connection().exec_driver_sql("SELECT action FROM audit ORDER BY rowid").scalars())


def request(file: OpenFile, case_id: int, *, talked_over: bool = False) -> LetterRequest:
    return LetterRequest(
        case_id, "employer_claim", LetterLanguage.RU, TODAY, TODAY, file.staff.id, talked_over=talked_over
    )


def codes(file: OpenFile, case_id: int, kind: str = "") -> set[str]:
    return {each.code for each in warnings.of_case(file, case_id, kind)}


@pytest.fixture
def seller(file):
    """Situation 4: trade, Tajikistan, no permit, fined by police, two months unpaid."""
    card = unpaid(file)
    for worker in card.workers:
        person = people.card(file, worker.person_id).person
        people.save(file, worker.person_id, Person(person.full_name, person.birth, person.sex, "TJ", person.phone))
        work(file, worker.person_id, "temporary", "yes")
    return cases.card(file, card.id)


def test_situation_4_stops_every_letter_until_it_was_talked_over(file, seller):
    assert "no_permit_again" in codes(file, seller.id)
    before = len(log_of(file))
    with pytest.raises(InvalidInput) as refusal:
        letters.create(file, request(file, seller.id))
    assert refusal.value.problems[0].field == "talked_over"
    assert len(log_of(file)) == before
    assert not cases.card(file, seller.id).letters
    letters.create(file, request(file, seller.id, talked_over=True))
    assert len(cases.card(file, seller.id).letters) == 1
    assert WARNINGS_TALKED_OVER in log_of(file)


def test_letters_apart_are_talked_over_once(file, seller):
    assert len(letters.create_all(file, (request(file, seller.id, talked_over=True),), apart=True)) == 2
    assert log_of(file).count(WARNINGS_TALKED_OVER) == 1


def test_a_letter_without_a_stop_needs_no_word_and_logs_none(file):
    card = unpaid(file)
    assert not any(each.stops for each in warnings.of_case(file, card.id, "employer_claim"))
    letters.create(file, request(file, card.id))
    assert WARNINGS_TALKED_OVER not in log_of(file)


def test_where_they_sleep_is_kept_for_those_who_were_asked(file):
    card = opened(file)
    first, second = card.workers
    warnings.set_living_at_site(file, card.id, (first.id,), "yes")
    assert warnings.living_at_site(file, card.id) == {first.id: "yes", second.id: ""}
    found = {each.code: each.workers for each in warnings.of_case(file, card.id)}
    assert found["lives_at_site"] == (first.id,)
    assert found["site_not_asked"] == (second.id,)
    with pytest.raises(InvalidInput):
        warnings.set_living_at_site(file, card.id, (first.id,), "perhaps")


def test_a_worker_of_another_case_stays_as_they_are(file):
    card, other = opened(file), opened(file, NewWorker(Person("Чужой Человек")))
    warnings.set_living_at_site(file, card.id, (other.workers[0].id,), "yes")
    assert warnings.living_at_site(file, other.id) == {other.workers[0].id: ""}


def test_an_unsafe_phone_is_warned_of_until_another_way_is_known(file):
    card = opened(file, NewWorker(Person("Юсупов Алишер", phone="+7 701", phone_safe="no")))
    assert {"phone_unsafe", "unreachable"} <= codes(file, card.id)
    people.save(
        file,
        card.workers[0].person_id,
        Person("Юсупов Алишер", phone="+7 701", phone_safe="no", safe_contact="через сестру"),
    )
    assert codes(file, card.id) & {"phone_unsafe", "unreachable"} == {"phone_unsafe"}


def test_papers_of_the_person_decide(file):
    card = opened(file, NewWorker(KARIMOVA))
    assert "papers_unknown" in codes(file, card.id)
    with file.db.write("record_papers", file.staff.id) as session:
        session.add(
            models.Paper(
                person_id=card.workers[0].person_id,
                kind="employer_permit",
                number="",
                issued_on=None,
                expires_on=date(2027, 1, 1),
                region="",
                employer="",
                note="",
            )
        )
    assert not codes(file, card.id) & {"papers_unknown", "no_permit"}
    with access.reading(file, access.Action.VIEW_WARNINGS, "case", card.id) as session:
        (worker,) = warnings.at_risk(file, session, card.id).crew
    assert worker.permit is WorkPermit.VALID


def test_days_that_are_used_up_count_as_overstaying(file):
    """Law on migration, article 6(4): the counter of days; a stay that ended hurts nobody."""
    card = opened(file, NewWorker(KARIMOVA))
    with file.db.write("record_papers", file.staff.id) as session:
        stay = models.Stay(
            person_id=card.workers[0].person_id, entered_on=date(2026, 6, 1), left_on=date(2026, 6, 20), note=""
        )
        session.add(stay)
    assert "overstayed" not in codes(file, card.id)
    with file.db.write("record_papers", file.staff.id) as session:
        session.get_one(models.Stay, 1).left_on = None
    assert "overstayed" in codes(file, card.id)


def test_the_permit_of_a_labour_immigrant_does_not_cover_work_for_a_company(file):
    """Law on migration, article 43-2."""
    card = opened(file, NewWorker(KARIMOVA))
    with file.db.write("record_papers", file.staff.id) as session:
        session.add(
            models.Paper(
                person_id=card.workers[0].person_id,
                kind="labour_immigrant_permit",
                number="",
                issued_on=None,
                expires_on=date(2027, 1, 1),
                region="",
                employer="",
                note="",
            )
        )
    assert "permit_elsewhere" in codes(file, card.id)


def test_a_complaint_is_about_its_workers_or_all_and_only_while_it_stands(file):
    card = opened(file)
    first, second = card.workers
    complain(file, card.id, "violence", first.id)
    everybody = complain(file, card.id, "movement")
    by_worker = {each.worker_id: {prompt.kind for prompt in each.prompts} for each in screening.page(file, card.id)}
    assert ComplaintKind.VIOLENCE in by_worker[first.id]
    assert ComplaintKind.VIOLENCE not in by_worker[second.id]
    assert ComplaintKind.MOVEMENT in by_worker[first.id] & by_worker[second.id]
    with file.db.write("log_complaint", file.staff.id) as session:
        session.get_one(models.Complaint, everybody).settled_on = TODAY
    assert not any(
        prompt.kind is ComplaintKind.MOVEMENT for each in screening.page(file, card.id) for prompt in each.prompts
    )


def test_the_building_crew_only_those_whose_passports_are_kept_are_urgent(file):
    """Situation 1: three months unpaid for all, a passport kept for some (Criminal Code, article 128(2)(12))."""
    card = unpaid(file)
    first, second = card.workers
    complaint = complain(file, card.id, "withheld_documents", first.id)
    hold(file, complaint, first.id)
    found = {each.worker_id: {urgency.code for urgency in each.urgencies} for each in screening.page(file, card.id)}
    assert found == {first.id: {"documents_wages"}, second.id: set()}


def test_money_that_came_back_ends_the_prompt_about_wages(file):
    card = unpaid(file)
    worker = card.workers[0]
    indicators = {each.indicator for each in screening.page(file, card.id)[0].prompts}
    assert Indicator.WAGES in indicators
    money.record(file, card.id, (MoneyEntry(worker.id, MoneyKind.RECEIVED, Decimal(720_000), TODAY),))
    assert Indicator.WAGES not in {each.indicator for each in screening.page(file, card.id)[0].prompts}


def test_a_document_that_was_returned_is_not_held(file):
    card = opened(file)
    complaint = complain(file, card.id, "other", card.workers[0].id)
    hold(file, complaint, card.workers[0].id, returned_on=TODAY)
    assert "documents_there" not in codes(file, card.id)


def test_a_finding_is_kept_with_day_and_name_and_replaced_by_the_next(file):
    card = opened(file)
    worker = card.workers[0]
    screening.record(file, card.id, worker.id, (DEBT, Finding(Indicator.OVERTIME, Found.NO)))
    screening.record(file, card.id, worker.id, (Finding(Indicator.DEBT, Found.UNKNOWN, "не хочет говорить"),))
    (mine, other) = screening.page(file, card.id)
    assert other.findings == ()
    assert {each.indicator: (each.answer, each.note, each.on, each.by) for each in mine.findings} == {
        Indicator.DEBT: (Found.UNKNOWN, "не хочет говорить", TODAY, file.staff.full_name),
        Indicator.OVERTIME: (Found.NO, "", TODAY, file.staff.full_name),
    }


def test_a_no_against_a_complaint_is_shown_and_takes_no_urgency_away(file):
    card = opened(file)
    complain(file, card.id, "violence")
    screening.record(file, card.id, card.workers[0].id, (Finding(Indicator.VIOLENCE, Found.NO),))
    mine = screening.page(file, card.id)[0]
    assert mine.contradictions == (Indicator.VIOLENCE,)
    assert [each.code for each in mine.urgencies] == ["violence"]


def test_a_worker_of_another_crew_is_not_screened_here(file):
    card, other = opened(file), opened(file, NewWorker(Person("Чужой Человек")))
    with pytest.raises(InvalidInput):
        screening.record(file, card.id, other.workers[0].id, (DEBT,))
    assert screening.page(file, other.id)[0].findings == ()


def test_a_referral_rests_on_a_consent(file):
    card = opened(file)
    assert not screening.page(file, card.id)[0].may_be_referred
    given = Consent(How.PAPER, TODAY, None, "ru", aims=(Aim.REFERRAL,), third_parties=True, recipients="приют")
    consents.record(file, card.workers[0].person_id, given)
    assert [each.may_be_referred for each in screening.page(file, card.id)] == [True, False]


def test_looking_at_a_screening_is_logged(file):
    card = opened(file)
    screening.page(file, card.id)
    assert log_of(file)[-1] == "view_screening"


def test_a_restricted_case_tells_nothing_to_others(file):
    card = opened(file)
    access.set_restricted(file, card.id, True)
    stranger = factories.colleague(file, Role.STAFF)
    for call in (warnings.of_case, warnings.living_at_site, screening.page):
        with pytest.raises(NotAllowed):
            call(stranger, card.id)
    with pytest.raises(NotAllowed):
        screening.record(stranger, card.id, card.workers[0].id, (DEBT,))
    assert "refused:screen_worker" in log_of(file)


def test_what_was_said_stays_behind_the_seal(file):
    for role in (Role.LAWYER, Role.STAFF):
        staff.add(file, NewStaffMember(role.value, f"{role} person", role, factories.PASSWORD))
    files.close(file)
    lawyer = factories.sign_in(file.path, "lawyer")
    person = Person("Юсупов Алишер", phone="+7", phone_safe="no", safe_contact="через сестру")
    card = opened(lawyer, NewWorker(person))
    worker = card.workers[0]
    screening.record(lawyer, card.id, worker.id, (DEBT,))
    sealed.seal_case(lawyer, card.id)
    screening.record(lawyer, card.id, worker.id, (Finding(Indicator.OVERTIME, Found.YES, "по 14 часов"),))
    with lawyer.db.read() as session:
        stored = session.connection().exec_driver_sql("SELECT note FROM screening").scalars().all()
    assert set(stored) == {""}
    assert {each.note for each in screening.page(lawyer, card.id)[0].findings} == {"долг за дорогу", "по 14 часов"}
    assert {"sealed", "phone_unsafe"} <= codes(lawyer, card.id)
    assert "unreachable" not in codes(lawyer, card.id)
    files.close(lawyer)
    colleague = factories.sign_in(file.path, "staff")
    mine = screening.page(colleague, card.id)[0]
    assert "Юсупов" not in mine.name
    assert {each.note for each in mine.findings} == {""}
    with pytest.raises(NotAllowed):
        screening.record(colleague, card.id, worker.id, (DEBT,))
    with pytest.raises(NotAllowed):
        warnings.set_living_at_site(colleague, card.id, (worker.id,), "yes")
    assert warnings.living_at_site(colleague, card.id) == {worker.id: ""}
    files.close(colleague)


def test_situation_2_the_family_on_tobacco_land(file):
    """Kyrgyz citizens need no permit (EAEU Treaty, 97(1)); a boy of eleven, passports kept, no pay, a debt."""
    family = (
        NewWorker(Person("Сулайманов Бакыт", PartialDate(1985), citizenship="KG"), wages=SHIFTS),
        NewWorker(Person("Сулайманова Айгуль", PartialDate(1988), citizenship="KG"), wages=SHIFTS),
        NewWorker(Person("Сулайманов Азамат", PartialDate(2015), citizenship="KG")),
    )
    card = opened(file, *family)
    for kind in ("debt_bondage", "deductions", "housing"):
        complain(file, card.id, kind)
    held = complain(file, card.id, "withheld_documents")
    for worker in card.workers:
        hold(file, held, worker.id)
    father, mother, boy = screening.page(file, card.id)
    named = {Indicator.DOCUMENTS, Indicator.WAGES, Indicator.DEBT, Indicator.CONDITIONS}
    assert named <= {each.indicator for each in father.prompts}
    assert [each.code for each in father.urgencies] == [each.code for each in mother.urgencies] == ["documents_wages"]
    assert [each.code for each in boy.urgencies] == ["child"]
    found = codes(file, card.id)
    assert {"child", "documents_there"} <= found
    assert not found & {"no_permit", "no_permit_again", "papers_unknown", "fines_not_asked"}


@pytest.mark.parametrize(
    ("citizenship", "status"),
    [
        ("KG", ""),
        ("RU", "temporary"),
        ("CN", "kandas"),
        ("UZ", "permanent"),
        ("AF", "refugee"),
        ("UZ", "family_of_citizen"),
    ],
)
def test_who_needs_no_permit_is_not_warned_about_one(file, citizenship, status):
    """Situations 5 and 7; EAEU Treaty, 97(1); Law on migration, articles 36-1(2) and 29(2)(1)."""
    card = opened(file, NewWorker(Person("Юсупов Алишер", citizenship=citizenship)))
    if status:
        work(file, card.workers[0].person_id, status)
    assert not codes(file, card.id) & {"no_permit", "no_permit_again", "papers_unknown", "permit_elsewhere"}
