"""The summary counts all that a centre does: enquiries apart, every kind of complaint, referrals, results, closings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from desktop_app.db import models
from desktop_app.domain.reports import Count, HelpGiven, Summary, SummaryRequest, Tally
from desktop_app.services import summaries
from desktop_app.services.files import OpenFile
from tests import factories
from tests.harness.desk_work import open_a_case

DAY = date(2026, 11, 20)
YEAR = SummaryRequest(date(2026, 1, 1), date(2026, 12, 31), "en")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    opened = factories.open_file(tmp_path)
    yield opened
    factories.close_file(opened)


def _keep(file: OpenFile, *rows: models.Base) -> None:
    with file.db.write("t", None) as session:
        for row in rows:
            session.add(row)
            session.flush()


def _read(file: OpenFile, request: SummaryRequest = YEAR) -> Summary:
    return summaries.read(file, request)


def _workers(file: OpenFile, case_id: int) -> list[int]:
    with file.db.read() as session:
        found = session.query(models.CaseWorker.id).filter(models.CaseWorker.case_id == case_id)
        return [row[0] for row in found]


def _complaint(case_id: int, kind: str) -> models.Complaint:
    return models.Complaint(case_id=case_id, kind=kind, logged_on=DAY, answers="{}", note="")


def _enquiry(topic: str, channel: str, case_id: int | None = None) -> models.Enquiry:
    said = {"language": "uz", "caller": "", "phone": "", "sex": "female", "question": "?", "answer": "!"}
    return models.Enquiry(
        on_day=DAY, channel=channel, topic=topic, citizenship="UZ", region="KZ-75", staff_id=1, case_id=case_id, **said
    )


def _entry() -> models.DirectoryEntry:
    names = {"name_kk": "а", "name_ru": "а", "name_en": "a", "name_sort": "a", "region": "", "country": ""}
    rest = dict.fromkeys(("address", "phone", "email", "hours", "languages", "note", "source", "confidence"), "")
    return models.DirectoryEntry(kind="shelter", **names, **rest)


def test_nothing_is_counted_in_an_empty_file(file: OpenFile) -> None:
    assert _read(file).help == HelpGiven()
    assert _read(file).by_violation == ()


def test_a_complaint_without_workers_is_all_the_crews(file: OpenFile) -> None:
    case = open_a_case(file)
    crew = len(_workers(file, case))
    _keep(file, _complaint(case, "housing"), _complaint(case, "housing"))
    assert _read(file).by_violation == (Count("housing", crew, 1),)


def test_a_complaint_of_one_worker_counts_one(file: OpenFile) -> None:
    case = open_a_case(file)
    worker = _workers(file, case)[0]
    _keep(file, _complaint(case, "injury"), models.ComplaintWorker(complaint_id=1, case_worker_id=worker))
    assert _read(file).by_violation == (Count("injury", 1, 1),)


def test_enquiries_are_counted_apart_from_cases(file: OpenFile) -> None:
    _keep(file, _enquiry("may_work", "phone"), _enquiry("may_work", "visit"), _enquiry("wage_arrears", "phone"))
    found = _read(file)
    assert found.cases == ()
    assert found.help.enquiries == 3
    assert found.help.enquiries_by_topic == (Tally("may_work", 2), Tally("wage_arrears", 1))
    assert found.help.enquiries_by_channel == (Tally("phone", 2), Tally("visit", 1))
    assert found.help.enquiries_by_language == (Tally("uz", 3),)
    assert found.help.enquiries_made_cases == 0


def test_enquiries_that_became_cases_are_said(file: OpenFile) -> None:
    case = open_a_case(file)
    _keep(file, _enquiry("other", "phone", case))
    assert _read(file).help.enquiries_made_cases == 1


def test_enquiries_follow_the_region_and_have_no_sector(file: OpenFile) -> None:
    _keep(file, _enquiry("other", "phone"))
    assert _read(file, SummaryRequest(YEAR.first, YEAR.last, "en", region="KZ-75")).help.enquiries == 1
    assert _read(file, SummaryRequest(YEAR.first, YEAR.last, "en", region="KZ-10")).help.enquiries == 0
    assert _read(file, SummaryRequest(YEAR.first, YEAR.last, "en", sector="trade")).help.enquiries == 0


def test_enquiries_of_another_year_are_left_out(file: OpenFile) -> None:
    _keep(file, _enquiry("other", "phone"))
    assert _read(file, SummaryRequest(date(2025, 1, 1), date(2025, 12, 31), "en")).help == HelpGiven()


def test_only_what_was_found_counts_as_an_indicator(file: OpenFile) -> None:
    case = open_a_case(file)
    worker = _workers(file, case)[0]
    for indicator, answer in (("debt_bondage", "yes"), ("isolation", "no"), ("deception", "unknown")):
        _keep(
            file,
            models.Screening(case_worker_id=worker, indicator=indicator, answer=answer, note="", on_day=DAY),
        )
    assert _read(file).help.indicators == (Tally("debt_bondage", 1, 1),)


def test_documents_held_and_returned(file: OpenFile) -> None:
    case = open_a_case(file)
    worker = _workers(file, case)[0]
    _keep(file, _complaint(case, "withheld_documents"))
    for returned in (None, DAY, None):
        told = {"kind": "passport", "number": "", "held_by": "", "place": "", "word": "says", "returned_on": returned}
        _keep(file, models.HeldDocument(case_worker_id=worker, complaint_id=1, **told))
    assert _read(file).help.documents == (Tally("held", 2, 1), Tally("returned", 1, 1))


def test_referrals_by_service_and_by_result(file: OpenFile) -> None:
    case = open_a_case(file)
    worker = _workers(file, case)[0]
    told = {"aim": "", "consent": "yes", "note": "", "on_day": DAY, "entry_id": 1}
    _keep(file, _entry(), models.Referral(case_id=case, case_worker_id=worker, result="accepted", **told))
    _keep(file, models.Referral(case_id=case, case_worker_id=worker, result="", **told))
    assert _read(file).help.referrals == (Tally("shelter", 2, 1),)
    assert _read(file).help.referral_results == (Tally("", 1, 1), Tally("accepted", 1, 1))


def test_results_with_their_sums(file: OpenFile) -> None:
    case = open_a_case(file)
    for tiyn in (100_000, 250_050):
        _keep(
            file,
            models.Outcome(case_id=case, code="paid_part", on_day=DAY, amount_tiyn=tiyn, word="paper", evidence=""),
        )
    crew = _workers(file, case)
    assert _read(file).help.results == (Tally("paid_part", 2, len(crew), Decimal("3500.50")),)


def test_a_result_of_one_worker_counts_one(file: OpenFile) -> None:
    case = open_a_case(file)
    told = {"on_day": DAY, "amount_tiyn": None, "word": "paper", "evidence": ""}
    _keep(file, models.Outcome(case_id=case, case_worker_id=_workers(file, case)[0], code="decision", **told))
    assert _read(file).help.results == (Tally("decision", 1, 1),)


def test_closings_by_reason(file: OpenFile) -> None:
    case = open_a_case(file)
    with file.db.write("t", None) as session:
        row = session.get_one(models.Case, case)
        row.status, row.closed_on, row.closed_why = "closed", DAY, "withdrew_from_fear"
    assert _read(file).help.closings == (Tally("withdrew_from_fear", 1, len(_workers(file, case))),)


def test_the_average_mark_of_slips(file: OpenFile) -> None:
    case = open_a_case(file)
    for mark, respect in ((5, 4), (4, None)):
        told = {"language": "uz", "help_mark": mark, "respect_mark": respect, "again": "yes", "comment": ""}
        _keep(file, models.Satisfaction(case_id=case, on_day=DAY, **told))
    assert _read(file).help.marks == (
        Tally("help", 2, None, Decimal("4.5")),
        Tally("respect", 1, None, Decimal("4.0")),
    )
