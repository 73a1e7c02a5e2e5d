"""The list of duties: what is on it, in which order, and for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app import law, settings
from desktop_app.domain import duties as domain
from desktop_app.domain.cases import NewWorker
from desktop_app.domain.centre import Role
from desktop_app.domain.consents import Consent, How, Withdrawal
from desktop_app.domain.duties import Duty, DutyKind
from desktop_app.domain.file_settings import FileSettings
from desktop_app.domain.people import Person
from desktop_app.services import access, consents, duties, erasure, holds, settings_of_file
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services.erased import close
from tests.services.situations import KARIMOVA, TODAY, YUSUPOV, opened

GIVEN = Consent(How.PAPER, TODAY, date(2029, 11, 21), "uz", "1")
DONE = FileSettings(retention_years=3, responsible_id=1, data_list_on=TODAY, policy_on=TODAY)
PAPERS = (DutyKind.RESPONSIBLE, DutyKind.DATA_LIST, DutyKind.POLICY, DutyKind.TERM)


def kinds(file: OpenFile) -> list[DutyKind]:
    return [duty.kind for duty in duties.listing(file).duties]


def test_a_new_centre_lacks_its_papers_until_they_are_noted(file: OpenFile) -> None:
    assert kinds(file) == list(PAPERS)
    settings_of_file.save(file, replace(DONE, policy_on=None))
    assert kinds(file) == [DutyKind.POLICY]
    settings_of_file.save(file, DONE)
    assert kinds(file) == []


def test_people_in_open_cases_without_a_consent_are_named(file: OpenFile) -> None:
    settings_of_file.save(file, DONE)
    card = opened(file)
    listed = duties.listing(file)
    assert listed.without == 2
    assert [duty.name for duty in listed.duties] == [YUSUPOV.full_name, KARIMOVA.full_name]
    consents.record(file, card.workers[0].person_id, GIVEN)
    consents.record(file, card.workers[1].person_id, replace(GIVEN, how=How.WITHOUT, note="no interpreter"))
    assert kinds(file) == []
    later = opened(file, NewWorker(Person("Али Вали")))
    assert kinds(file) == [DutyKind.NO_CONSENT]
    close(file, later.id)
    assert kinds(file) == []


def test_what_has_a_day_comes_first_soonest_on_top(file: OpenFile) -> None:
    card = opened(file, NewWorker(YUSUPOV), NewWorker(KARIMOVA), NewWorker(Person("Али Вали")))
    ends, withdrawn, marked = (worker.person_id for worker in card.workers)
    consents.record(file, ends, replace(GIVEN, until=TODAY + timedelta(days=30)))
    consents.record(file, marked, GIVEN)
    given = consents.record(file, withdrawn, GIVEN).id
    consents.withdraw(file, withdrawn, given, Withdrawal(TODAY))
    erasure.mark(file, marked, "asked")
    found = duties.listing(file).duties
    assert found[:3] == (
        Duty(DutyKind.ERASE, marked, "Али Вали", date(2026, 11, 28)),
        Duty(DutyKind.STOP, withdrawn, KARIMOVA.full_name, date(2026, 12, 11)),
        Duty(DutyKind.CONSENT_ENDS, ends, YUSUPOV.full_name, date(2026, 12, 21)),
    )
    assert [duty.kind for duty in found[3:]] == list(PAPERS)
    consents.stop(file, withdrawn, given)
    erasure.unmark(file, marked)
    consents.record(file, ends, GIVEN)
    assert kinds(file) == list(PAPERS)


def test_closed_cases_whose_term_has_ended_are_counted_for_those_who_look_after_them(
    file: OpenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings_of_file.save(file, DONE)
    held, *others = (opened(file) for _each in range(3))
    for card in (held, *others):
        close(file, card.id)
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2029-11-21")
    holds.set_hold(factories.colleague(file, Role.MANAGER), held.id, date(2030, 1, 1), "court")
    for role, expected in ((Role.MANAGER, [2]), (Role.LAWYER, [2]), (Role.STAFF, [])):
        found = duties.listing(factories.colleague(file, role)).duties
        assert [duty.count for duty in found] == expected


def test_nobody_of_a_hidden_case_is_named(file: OpenFile) -> None:
    settings_of_file.save(file, DONE)
    card = opened(file)
    first = card.workers[0].person_id
    consents.withdraw(file, first, consents.record(file, first, GIVEN).id, Withdrawal(TODAY))
    erasure.mark(file, card.workers[1].person_id, "asked")
    access.set_restricted(file, card.id, True)
    found = duties.listing(factories.colleague(file, Role.LAWYER))
    assert (found.duties, found.without) == ((), 0)


def test_every_duty_has_words_and_a_norm() -> None:
    for kind in DutyKind:
        assert domain.WORDS[kind]
        assert law.fact(domain.NORMS[kind]).title.kk
