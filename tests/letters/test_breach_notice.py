from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app import law
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage, LetterWorker
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Grid, Signature, Words
from desktop_app.letters.stories.breach_notice import earliest_end
from desktop_app.services.letter_facts import nothing_owed
from tests.letters import at_employer, bodies, claims
from tests.letters.blocks_alike import alike, words_of
from tests.letters.samples import breach_notice

LETTER = catalogue.LETTERS["breach_notice"]
EN = LetterLanguage.EN


def paid(size: int) -> tuple[LetterWorker, ...]:
    """Workers who are owed nothing."""
    return tuple(replace(each, calculation=nothing_owed(claims.ON)) for each in at_employer.crew(size))


def notice(
    *kinds: ComplaintKind, workers: tuple[LetterWorker, ...] = (), confirmed: bool = True, **said: str | tuple[str, ...]
) -> LetterFacts:
    crew = workers or paid(1)
    told = [bodies.complaint(kind, (1,)) for kind in kinds]
    answers = bodies.said(**said)
    return at_employer.facts("breach_notice", EN, crew, *told, confirmed=confirmed, answers=answers)


def text(facts: LetterFacts) -> str:
    return words_of(LETTER.story(facts, for_language("en"))).replace("\u00a0", " ")


def breaches(facts: LetterFacts) -> list[str]:
    story = LETTER.story(facts, for_language("en"))
    return [block.key for block in story if isinstance(block, Words) and block.style == "item"]


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (ComplaintKind.WAGE_ARREARS, "breach.wages"),
        (ComplaintKind.OVERTIME, "breach.overtime"),
        (ComplaintKind.DEDUCTIONS, "breach.deductions"),
        (ComplaintKind.WITHHELD_DOCUMENTS, "breach.papers"),
    ],
)
def test_complaints_of_the_case_are_named_as_breaches(kind: ComplaintKind, key: str) -> None:
    assert breaches(notice(kind)) == [key]


def test_what_was_chosen_and_what_the_case_knows_stand_once_in_the_order_of_the_form() -> None:
    facts = notice(ComplaintKind.DEDUCTIONS, workers=at_employer.crew(1), breaches=("safety", "deductions", "minimum"))
    assert breaches(facts) == ["breach.wages", "breach.minimum", "breach.deductions", "breach.safety"]


def test_a_breach_in_the_lawyers_words_begins_a_sentence_and_ends_it_once() -> None:
    facts = notice(more="смена длится 13 часов.")
    assert breaches(facts) == ["breach.own"]
    assert "Смена длится 13 часов. " in text(facts)


def test_without_a_breach_there_is_no_notice() -> None:
    with pytest.raises(AppError, match="which duties"):
        text(notice())
    with pytest.raises(AppError, match="which duties"):
        text(replace(notice(), told=None))


def test_who_has_left_gives_no_notice() -> None:
    left, stays = at_employer.crew(2)
    assert left.terms is not None
    left = replace(left, terms=replace(left.terms, ended_on=date(2026, 11, 20)))
    with pytest.raises(AppError, match="has ended already"):
        text(notice(workers=(left,)))
    assert text(notice(workers=(left, stays)))


@pytest.mark.parametrize(
    ("on", "end"),
    [
        (date(2026, 11, 21), date(2026, 12, 1)),
        (date(2026, 11, 23), date(2026, 12, 2)),
        (date(2026, 12, 11), date(2026, 12, 23)),  # the Day of Independence, moved
    ],
)
def test_working_days_are_counted_by_the_calendar_of_the_law(on: date, end: date) -> None:
    assert earliest_end(on) == end
    assert not law.is_day_off(end)


def test_real_days_stand_in_the_notice() -> None:
    letter = text(notice(ComplaintKind.DEDUCTIONS))
    assert "end these breaches not later than 1 December 2026" in letter
    assert "7 working days from the notice" in letter
    assert "at least 3 working days" in letter
    assert "given on 2 December 2026, the last day of work is 7 December 2026 at the earliest" in letter
    assert "for a notice that is handed over on 21 November 2026" in letter
    assert "article 131 of the Labour Code" in letter


@pytest.mark.parametrize(("day", "stops"), [(date(2026, 11, 30), ["pay_by"]), (date(2026, 12, 1), [])])
def test_less_time_than_the_law_gives_stops_the_notice(day: date, stops: list[str]) -> None:
    facts = replace(notice(ComplaintKind.DEDUCTIONS), pay_by=day)
    assert [problem.field for problem in catalogue.lacking(facts)] == stops


def test_the_debt_is_named_when_there_is_one() -> None:
    assert "the debt of wages with the penalty is 945,196.06 ₸" in text(notice(workers=at_employer.crew(1)))
    assert "the debt of wages" not in text(notice(ComplaintKind.DEDUCTIONS))


def test_a_crew_speaks_as_we_and_signs_in_a_table() -> None:
    one, crew = notice(ComplaintKind.DEDUCTIONS), notice(ComplaintKind.DEDUCTIONS, workers=paid(3))
    assert "I give notice" in text(one)
    assert "I have the right" in text(one)
    assert "We give notice" in text(crew)
    assert "each of us" in text(crew)
    assert "I have" not in text(crew)
    grids = [block for block in LETTER.story(crew, for_language("en")) if isinstance(block, Grid)]
    assert len(grids[-1].rows) == 3
    signed = [block for block in LETTER.story(one, for_language("en")) if isinstance(block, Signature)]
    assert signed[0].name == claims.NAMES[0]


def test_the_power_of_attorney_is_named_or_asked_for() -> None:
    facts = notice(ComplaintKind.DEDUCTIONS, signed_by="attorney")
    assert [problem.field for problem in catalogue.lacking(facts)] == ["answers.attorney"]
    facts = notice(ComplaintKind.DEDUCTIONS, signed_by="attorney", attorney="№ 4, 01.11.2026")
    assert catalogue.lacking(facts) == ()
    assert "under the power of attorney № 4, 01.11.2026" in text(facts)


def test_all_of_its_law_is_marked_until_the_lawyer_confirms_it() -> None:
    facts = notice(ComplaintKind.DEDUCTIONS, confirmed=False)
    assert {norm.fact.key for norm in catalogue.to_check(facts)} == {
        "lc.56.3", "lc.131", "notice.breach_working_days", "notice.leave_working_days",
    }  # fmt: skip
    assert "article 56(3) of the Labour Code of the Republic of Kazakhstan*" in text(facts)


def test_both_languages_have_the_same_blocks() -> None:
    alike(breach_notice.facts(LetterLanguage.KK_RU))
    alike(notice(ComplaintKind.DEDUCTIONS, workers=at_employer.crew(3)))


def test_a_domestic_workers_notice_and_compensation_are_those_of_the_contract() -> None:
    facts = notice(ComplaintKind.WAGE_ARREARS)
    home = replace(facts, employer=replace(facts.employer, kind=EmployerKind.HOUSEHOLD))
    told, elsewhere = text(home), text(facts)
    assert "are those of the labour contract (article 136 of the Labour Code" in told
    assert "compensation for the loss of work (article 131" in elsewhere
    assert "article 131" not in told
    assert "written notice of at least" not in told
    keys = {fact.key for fact in LETTER.grounds(home)}
    assert "lc.136" in keys
    assert not keys & {"lc.131", "notice.leave_working_days"}
