"""The calculation for the file: wages and all sums beyond them, and totals that agree with the sheets."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop_app.domain.letters import LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language, format_money
from desktop_app.letters import catalogue, claim_totals, claims_annex
from desktop_app.letters.blocks import Grid, Sheet, Words
from desktop_app.letters.stories import calculation_paper
from tests.letters import claims
from tests.letters.reading import letter, pages_of
from tests.letters.samples import calculation_paper as sample
from tests.letters.samples import court_claim

EN = LetterLanguage.EN


def test_the_first_page_adds_up_the_sheets() -> None:
    facts = sample.facts(EN)
    blocks = calculation_paper.story(facts, for_language("en"))
    grids = [block for block in blocks if isinstance(block, Grid)]
    totals = [Decimal(cell.replace(",", "")) for cell in grids[0].rows[-1][2:]]
    assert totals == [
        Decimal("1009999.50"), Decimal("346115.77"), Decimal("88209.39"), Decimal("27640.04"), Decimal("1471964.70"),
    ]  # fmt: skip
    assert totals[-1] == sum(totals[:-1]) == claim_totals.debt(facts).total
    for row in grids[0].rows[:-1]:
        *parts, whole = (Decimal(cell.replace(",", "")) for cell in row[2:])
        assert sum(parts) == whole
    of_sheets = [block.text for block in blocks if isinstance(block, Words) and block.style == "sum"]
    assert [text.partition(": ")[2].partition("\u00a0₸")[0] for text in of_sheets] == [
        "410,919.21", "115,849.43", "945,196.06",
    ]  # fmt: skip


def test_every_step_of_the_sums_beyond_wages_is_shown() -> None:
    text = letter(sample.facts(EN))
    for said in (
        "Calculation of the sums owed beyond the wages",
        "Overtime, nights, days off 03.2025",
        "03.2025, overtime: 20 × 10,000 / 8 × 1.5 = 37,500.",
        "05.2025: what was kept back is part of the arrears of that month already, so it is not counted a second time.",
        "Compensation: (24 × 92 / 365 – 0) × 500,000 / 50 × 5 / 7 = 43,209.39",
        "Total on 21 November 2026: 115,849.43 ₸",
        "to be checked by the lawyer.",
    ):
        assert said in text, said


def test_money_that_was_set_off_is_told() -> None:
    facts = sample.facts(EN)
    assert facts.told is not None
    owed = facts.told.owed[1]
    less = replace(owed.claims, set_off=Decimal(8000), total=owed.claims.total - 8000)
    told = replace(facts.told, owed={**facts.told.owed, 1: replace(owed, claims=less)})
    text = letter(replace(facts, told=told))
    assert "Money received beyond the wages that were due is set off: 8,000.00 ₸." in text
    assert "1,463,964.70" in text


def test_a_worker_without_wages_has_the_other_sheet_alone() -> None:
    worker = replace(claims.worker(claims.NAMES[0], claims.shifts()), worker_id=1)
    facts = replace(sample.facts(EN), workers=(worker,), told=court_claim.told((worker,)))
    blocks = calculation_paper.story(facts, for_language("en"))
    assert sum(isinstance(block, Sheet) for block in blocks) == 1
    assert "To the calculation No. 2026/31" in letter(facts)


def test_nothing_counted_is_nothing_to_print() -> None:
    worker = replace(claims.worker(claims.NAMES[0], claims.shifts()), worker_id=1)
    for told in (None, court_claim.told((worker,), ())):
        with pytest.raises(AppError, match="Nothing is counted"):
            letter(replace(sample.facts(EN), workers=(worker,), told=told))


def test_the_law_table_holds_all_it_rests_on() -> None:
    facts = sample.facts(EN)
    keys = {fact.key for fact in calculation_paper.grounds(facts)}
    assert {"lc.113.1", "lc.113.3", "base_rate", "penalty.coefficient", "lc.108", "lc.96.2"} <= keys
    assert set(claims_annex.grounds(facts)) <= set(calculation_paper.grounds(facts))


def test_what_is_not_settled_is_marked() -> None:
    told = sample.facts(EN)
    open_ones = replace(told, norms=claims.norms(confirmed=False))
    assert "DRAFT. What is marked * is to be checked by the centre’s lawyer." in letter(open_ones)
    assert "DRAFT" not in letter(told)


def test_sixty_workers_have_a_sheet_each() -> None:
    workers = court_claim.crew(60)
    facts = replace(sample.facts(EN), workers=workers, told=court_claim.told(workers))
    pages = pages_of(catalogue.render(facts))
    assert sum("Calculation of the wage arrears and the penalty" in page for page in pages) == 60
    assert format_money(claim_totals.debt(facts).total, "en", sign=False) in " ".join(pages)


def test_it_tells_of_nobody_more_than_names_and_sums() -> None:
    text = letter(sample.facts(EN))
    for hidden in (claims.PHONE, claims.IIN, "Uzbekistan"):
        assert hidden not in text


def test_every_language_has_the_same_blocks() -> None:
    shapes = [
        [
            (type(block).__name__, getattr(block, "style", ""))
            for block in calculation_paper.story(sample.facts(EN), for_language(code))
        ]
        for code in ("kk", "ru", "en")
    ]
    assert shapes[0] == shapes[1] == shapes[2]


def test_the_number_of_the_employer_says_what_it_is() -> None:
    assert "Employer: ТОО «Самал Құрылыс Сервис», BIN 940140000385." in letter(sample.facts(EN))
