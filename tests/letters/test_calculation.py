"""The annex is recounted here from nothing but its own figures, as a judge would."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.complaints import PayBasis, WagePayment, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.i18n import LANGUAGES, for_language
from desktop_app.letters import calculation
from desktop_app.letters.blocks import Grid, Sheet, Words
from tests.letters import claims

TIYN = Decimal("0.01")


def facts_of(wages: WorkerWages, *, confirmed: bool = True) -> LetterFacts:
    return claims.claim(LetterLanguage.EN, (claims.worker(wages=wages),), confirmed=confirmed)


def grid_of(facts: LetterFacts, code: str = "en") -> Grid:
    return next(block for block in calculation.annexes(facts, for_language(code)) if isinstance(block, Grid))


def number(text: str) -> Decimal:
    """A printed sum of any of the three languages."""
    plain = re.sub(r"[\s*]", "", text)
    return Decimal(plain.replace(",", "") if "." in plain else plain.replace(",", "."))


def day(text: str) -> date:
    shown = text.strip("()*")
    return date(int(shown[6:]), int(shown[3:5]), int(shown[:2]))


def recount(grid: Grid, divisor: int = 365) -> tuple[Decimal, Decimal, Decimal]:
    """Accrued, arrears and penalty recounted from the printed lines; asserts each line on the way."""
    accrued = arrears = penalty = Decimal(0)
    starts = [*sorted(grid.groups), len(grid.rows) - 1]
    for start, end in pairwise(starts):
        lines = grid.rows[start:end]
        due, due_on = number(lines[0][1]), day(lines[0][2])
        balance, exact = due, Decimal(0)
        for line in lines:
            if line[3] == "–":
                continue
            unpaid = line[3].startswith("(")
            balance -= 0 if unpaid else number(line[4])
            assert number(line[5]) == balance
            if line[6] != "–":
                days = (day(line[3]) - due_on).days
                assert int(line[6]) == days
                product = number(line[4]) * number(line[7]) / 100 * number(line[9]) * days / divisor
                assert abs(number(line[10]) - product) <= Decimal("0.00005")
                exact += product
        shown = exact.quantize(TIYN, ROUND_HALF_UP)
        assert number(lines[-1][11]) == shown
        accrued, arrears, penalty = accrued + due, arrears + balance, penalty + shown
    return accrued, arrears, penalty


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_judge_gets_the_same_figures_by_hand(code: str) -> None:
    facts = facts_of(claims.PAID_IN_PARTS)
    grid = grid_of(facts, code)
    counted = facts.workers[0].calculation
    assert recount(grid) == (counted.due, counted.arrears, counted.penalty)
    totals = grid.rows[-1]
    assert tuple(number(totals[place]) for place in (1, 5, 11)) == (counted.due, counted.arrears, counted.penalty)


payments = st.lists(
    st.builds(
        WagePayment,
        paid_on=st.dates(date(2025, 4, 1), claims.ON),
        amount=st.decimals(Decimal("0.01"), Decimal(150000), places=2),
        month=st.sampled_from([None, date(2025, 3, 1), date(2025, 4, 1)]),
    ),
    max_size=6,
)


@given(payments=payments, quantities=st.lists(st.integers(1, 31), min_size=1, max_size=4))
def test_any_annex_can_be_recounted(payments: list[WagePayment], quantities: list[int]) -> None:
    wages = claims.shifts(*map(str, quantities), payments=tuple(payments))
    facts = facts_of(wages)
    counted = facts.workers[0].calculation
    assert recount(grid_of(facts)) == (counted.due, counted.arrears, counted.penalty)


def texts(facts: LetterFacts, code: str = "en") -> list[str]:
    return [block.text for block in calculation.annexes(facts, for_language(code)) if isinstance(block, Words)]


def test_the_formula_is_written_out_with_one_line_as_an_example() -> None:
    said = texts(facts_of(claims.PAID_IN_PARTS))
    assert "Penalty = sum × rate / 100 × coefficient × days overdue / 365." in said
    example = "Example, the first sum for 03.2025: 100,000.50 × 16.50 / 100 × 1.25 × 25 / 365 = 1,412.6783."
    assert example in said


def test_totals_stand_in_words_too() -> None:
    said = " ".join(texts(facts_of(claims.PAID_IN_PARTS)))
    assert "Total on 21\u00a0November 2026: 410,919.21\u00a0₸ (four hundred and ten thousand, nine hundred" in said


def test_a_rate_past_its_confirmed_day_is_told_in_words_for_the_addressee() -> None:
    said = " ".join(texts(facts_of(claims.PAID_IN_PARTS, confirmed=False)))
    assert "The rate of 16.25 % is known through 26.10.2026." in said
    assert "Check with the National Bank" not in said


def test_a_rate_confirmed_since_is_not_doubted() -> None:
    facts = facts_of(claims.PAID_IN_PARTS)
    later = {key: replace(norm, confirmed_on=claims.ON) for key, norm in facts.norms.items()}
    assert not any("known through" in text for text in texts(replace(facts, norms=later)))


def test_other_warnings_of_the_calculation_are_printed() -> None:
    late = WorkerWages(replace(claims.shifts("26").terms, pay_day=25), claims.shifts("26").periods)
    assert any("25" in text and "later than the law allows" in text for text in texts(facts_of(late)))


def test_what_was_paid_beyond_the_debt_is_told() -> None:
    over = claims.shifts("26", payments=(WagePayment(date(2025, 5, 10), Decimal(300000)),))
    assert any("not set off: 40,000.00" in text for text in texts(facts_of(over)))


def test_each_worker_has_a_sheet_of_their_own_with_a_number() -> None:
    blocks = list(calculation.annexes(claims.claim(LetterLanguage.EN, claims.crew(3)), for_language("en")))
    assert sum(isinstance(block, Sheet) for block in blocks) == 3
    marks = [block.text for block in blocks if isinstance(block, Words) and block.style == "annex_mark"]
    assert [mark[:11] for mark in marks] == ["Annex No. 1", "Annex No. 2", "Annex No. 3"]


def test_a_month_not_yet_due_is_listed_without_a_penalty() -> None:
    facts = facts_of(claims.shifts("26"))
    early = claims.worker(wages=claims.shifts("26"), on=date(2025, 4, 1))
    grid = grid_of(replace(facts, workers=(early,)))
    assert grid.rows[0][3:] == ("(01.04.2025)", "260,000.00", "260,000.00", *["–"] * 5, "0.00")


def test_a_promise_in_another_currency_is_printed_with_its_rate_its_day_and_its_source() -> None:
    terms = WageTerms(
        PayBasis.MONTHLY, Decimal(500), None, None, "USD", Decimal("470.25"), date(2026, 3, 2), "National Bank <kz>"
    )
    facts = facts_of(WorkerWages(terms, (WagePeriod(date(2026, 2, 1)),)))
    said = [block.text for block in calculation.annexes(facts, for_language("en")) if isinstance(block, Words)]
    assert "Pay as agreed: 500\u00a0USD a month." in said
    rate = next(text for text in said if "National Bank" in text)
    assert rate.replace("\u00a0", " ") == (
        "Counted in tenge at the rate of 02.03.2026: 470.25 ₸ for 1 USD, in all 235,125.00 ₸. "
        "Source: National Bank <kz>."
    )
    in_tenge = facts_of(claims.shifts("26"))
    assert not [
        block
        for block in calculation.annexes(in_tenge, for_language("en"))
        if isinstance(block, Words) and "Counted in tenge" in block.text
    ]
