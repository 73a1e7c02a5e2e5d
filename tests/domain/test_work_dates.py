"""The dates of a stay and of work: worked cases, each with its norm."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.navigator import navigate
from desktop_app.domain.papers import PaperKind, PaperRow
from desktop_app.domain.stays import Stay
from desktop_app.domain.work_dates import months_after
from tests.domain.work_cases import TODAY, facts, plain

# entry, today, the last day to register, tone: the 30th calendar day, the entry the first of them
REGISTRATION = [
    ("2026-11-01", "2026-11-21", "2026-11-30", "info"),
    ("2026-11-01", "2026-11-30", "2026-11-30", "info"),
    ("2026-11-01", "2026-12-01", "2026-11-30", "warn"),
    ("2027-02-01", "2027-02-10", "2027-03-02", "info"),
    ("2028-02-01", "2028-02-10", "2028-03-01", "info"),
    ("2026-12-15", "2026-12-20", "2027-01-13", "info"),
]


@pytest.mark.parametrize(("entered", "today", "due", "tone"), REGISTRATION)
def test_registration_by_the_thirtieth_day(entered: str, today: str, due: str, tone: str) -> None:
    known = plain("UZ", "company", entered_on=date.fromisoformat(entered), papers=())
    line = next(
        line
        for line in navigate(known, date.fromisoformat(today)).lines
        if "registration.days" in [fact.key for fact in line.rests_on]
    )
    assert (line.day, line.tone) == (date.fromisoformat(due), tone)
    assert {"mig.6.5", "order.923"} <= {fact.key for fact in line.rests_on}


def test_whoever_is_registered_is_not_late() -> None:
    paper = PaperRow(PaperKind.REGISTRATION, expires_on=date(2026, 12, 30), id=1)
    answer = navigate(plain("UZ", "company", entered_on=date(2026, 10, 1), papers=(paper,)), TODAY)
    assert not [line for line in answer.lines if "Registration was due" in line.message.msgid]


def test_nobody_had_to_register_before_the_rule_came() -> None:
    answer = navigate(plain("UZ", "company", entered_on=date(2026, 5, 1), papers=()), TODAY)
    assert not [line for line in answer.lines if "registration.days" in [fact.key for fact in line.rests_on]]


def test_a_change_of_address_has_five_working_days() -> None:
    answer = navigate(plain("UZ", "company", moved_on=date(2026, 11, 13)), TODAY)  # a Friday
    line = next(line for line in answer.lines if line.message.msgid.startswith("After the change"))
    assert line.day == date(2026, 11, 20)
    assert "mig.6.5" in [fact.key for fact in line.rests_on]


def test_the_host_has_three_working_days() -> None:
    answer = navigate(plain("UZ", "company", entered_on=date(2026, 11, 20)), TODAY)  # a Friday
    line = next(line for line in answer.lines if line.message.msgid.startswith("The host"))
    assert line.day == date(2026, 11, 25)
    assert "mig.6.4" in [fact.key for fact in line.rests_on]


# entry, how the contract ended, when; the day for a new one or the words. Norm: eaeu.97.9
CONTRACTS: list[tuple[str | None, str, str, str | None, str]] = [
    ("2026-01-01", "ended_early", "2026-03-31", None, "does not apply"),  # day 89 after the entry
    ("2026-01-01", "ended_early", "2026-04-01", None, "does not apply"),  # day 90
    ("2026-01-01", "ended_early", "2026-04-02", "2026-04-17", "may be signed"),  # day 91
    ("2028-01-01", "ended_early", "2028-03-31", None, "does not apply"),  # a leap year
    ("2028-01-01", "ended_early", "2028-04-01", "2028-04-16", "may be signed"),
    ("2026-06-01", "ended_early", "2026-11-10", "2026-11-25", "may be signed"),
    ("2026-06-01", "ended_in_term", "2026-11-10", None, "only for contracts that ended early"),
    (None, "ended_early", "2026-11-10", None, "Ask for it"),
]


@pytest.mark.parametrize(("entered", "how", "ended", "until", "words"), CONTRACTS)
def test_fifteen_days_for_a_new_contract(
    entered: str | None, how: str, ended: str, until: str | None, words: str
) -> None:
    known = facts(
        "KG",
        "company",
        contract=how,
        contract_ended_on=date.fromisoformat(ended),
        entered_on=date.fromisoformat(entered) if entered else None,
        papers=(),
    )
    lines = [line for line in navigate(known, TODAY).lines if "eaeu.97.9" in [fact.key for fact in line.rests_on]]
    assert len(lines) == 1
    assert words in lines[0].message.msgid
    assert lines[0].day == (date.fromisoformat(until) if until else None)
    # Whoever had a contract did not stay by the ninety days alone: nothing is told as settled.
    told = [line for line in navigate(known, TODAY).lines if "lawful stay" in line.message.msgid]
    assert all(line.tone == "warn" for line in told)


def test_fifteen_days_are_for_workers_from_the_union_only() -> None:
    known = plain("UZ", "company", contract="ended_early", contract_ended_on=TODAY, entered_on=date(2026, 1, 1))
    assert "eaeu.97.9" not in [fact.key for fact in navigate(known, TODAY).rests_on]


def test_the_stay_of_a_worker_from_the_union_is_that_of_the_contract() -> None:
    known = facts("KG", "company", contract="in_force", contract_until=date(2027, 5, 31), entered_on=date(2026, 1, 1))
    lines = [line for line in navigate(known, TODAY).lines if "eaeu.97.5" in [fact.key for fact in line.rests_on]]
    assert date(2027, 5, 31) in [line.day for line in lines]
    assert not [
        line for line in navigate(known, TODAY).lines if "mig.6.4" in line.rests_on[0].key and line.tone == "danger"
    ]


# what there is of a contract, its end, whether the counter of days speaks. Norms: eaeu.97.5, eaeu.97.9
AFTER_CONTRACT = [
    ("in_force", None, False),
    ("in_force", "2026-11-21", False),
    ("in_force", "2026-11-20", True),
    ("ended_early", "2026-11-06", False),  # the fifteenth day
    ("ended_early", "2026-11-05", True),
    ("ended_early", "2026-03-15", True),  # within ninety days from the entry
    ("ended_in_term", "2026-11-20", True),
    ("ended_in_term", None, True),
    ("ended_early", None, False),  # its day is asked for
]


@pytest.mark.parametrize(("contract", "day", "over"), AFTER_CONTRACT)
def test_after_the_contract_the_days_of_a_stay_count_again(contract: str, day: str | None, over: bool) -> None:
    field = "contract_until" if contract == "in_force" else "contract_ended_on"
    ends = {field: date.fromisoformat(day)} if day else {}
    known = plain("KG", "company", contract=contract, papers=(), stays=(Stay(date(2026, 1, 1)),), **ends)
    answer = navigate(known, TODAY)
    assert answer.count.over is over
    told = [line.tone for line in answer.lines if "lawful stay" in line.message.msgid]
    assert told == (["warn"] if over else [])


def test_a_contract_whose_day_has_passed_is_told_as_passed() -> None:
    known = plain("KG", "company", contract="in_force", contract_until=date(2026, 11, 20), papers=())
    (line,) = [line for line in navigate(known, TODAY).lines if line.message.msgid.startswith("The stay of a worker")]
    assert (line.day, line.tone) == (date(2026, 11, 20), "danger")


def test_thirty_days_without_registration_for_the_union() -> None:
    answer = navigate(facts("RU", "company", entered_on=date(2026, 11, 1)), TODAY)
    line = next(line for line in answer.lines if "eaeu.97.6" in [fact.key for fact in line.rests_on])
    assert line.day == date(2026, 11, 30)
    assert "kzru.1" in [fact.key for fact in line.rests_on]


# stays, what is known of papers, the words and the tone. Norms: mig.6.4, koap.517.3, koap.517.4
OVERSTAYS: list[tuple[str, tuple[str, ...], bool, str, str]] = [
    ("UZ", ("2026-11-01/",), True, "last lawful day", "info"),
    ("UZ", ("2026-10-01/",), True, "ended on", "danger"),
    ("UZ", ("2026-10-01/",), False, "Ask for these papers first", "warn"),
    ("TJ", ("2026-10-01/",), True, "last lawful day", "info"),
    ("TJ", ("2026-08-01/",), True, "ended on", "danger"),
    ("KG", ("2026-08-01/",), True, "Ask for these papers first", "warn"),
]


@pytest.mark.parametrize(("country", "periods", "papers", "words", "tone"), OVERSTAYS)
def test_the_end_of_a_stay_without_a_visa(
    country: str, periods: tuple[str, ...], papers: bool, words: str, tone: str
) -> None:
    stays = tuple(Stay(date.fromisoformat(period.rstrip("/"))) for period in periods)
    answer = navigate(plain(country, "company", stays=stays, papers=() if papers else None), TODAY)
    line = next(
        line for line in answer.lines if line.rests_on[0].key == "mig.6.4" and line.day == answer.count.last_day
    )
    assert words in line.message.msgid
    assert line.tone == tone
    assert f"stay.{country}" in [fact.key for fact in line.rests_on]


@pytest.mark.parametrize("kind", [PaperKind.VISA, PaperKind.TEMPORARY_RESIDENCE])
def test_the_counter_is_not_for_holders_of_visas_and_residence_permits(kind: PaperKind) -> None:
    paper = PaperRow(kind, expires_on=date(2027, 1, 1), id=1)
    known = plain("UZ", "company", papers=(paper,), stays=(Stay(date(2026, 1, 1)),))
    assert navigate(known, TODAY).count.last_day is None  # mig.6.4
    run_out = plain("UZ", "company", papers=(PaperRow(kind, expires_on=date(2026, 11, 20), id=1),), stays=known.stays)
    assert navigate(run_out, TODAY).count.over


def test_months_end_with_the_month() -> None:
    assert months_after(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert months_after(date(2027, 12, 31), 2) == date(2028, 2, 29)
    assert months_after(date(2026, 1, 15), 12) == date(2027, 1, 15)


def test_a_permit_without_a_residence_permit_is_asked_about_before_an_overstay_is_told() -> None:
    permit = PaperRow(PaperKind.EMPLOYER_PERMIT, expires_on=date(2027, 1, 1), id=1)
    stays = (Stay(date(2026, 6, 1)),)
    for papers, words, tone in (((permit,), "Ask for these papers first", "warn"), ((), "days ago", "danger")):
        answer = navigate(plain("UZ", "company", papers=papers, stays=stays), TODAY)
        line = next(
            line for line in answer.lines if line.rests_on[0].key == "mig.6.4" and line.day == date(2026, 6, 30)
        )
        assert words in line.message.msgid
        assert line.tone == tone


# status, whether the days of a stay without a visa are counted (mig.6.4) and registration is asked for (mig.6.5)
STATUSES: list[tuple[str, bool]] = [
    ("temporary", True),
    ("family_of_citizen", True),
    ("government_list", True),
    ("permanent", False),
    ("kandas", False),
    ("refugee", False),
]


@pytest.mark.parametrize(("status", "visits"), STATUSES)
def test_whose_stay_is_counted(status: str, visits: bool) -> None:
    known = facts("UZ", "company", status=status, form="hired", papers=(), stays=(Stay(date(2026, 11, 1)),))
    answer = navigate(known, TODAY)
    assert (answer.count.last_day == date(2026, 11, 30)) is visits
    assert ("registration.days" in [fact.key for fact in answer.rests_on]) is visits
    assert (PaperKind.REGISTRATION in [need.kind for need in answer.needs]) is visits
