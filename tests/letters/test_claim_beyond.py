"""What a claim to the employer demands beyond the wages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop_app.domain.case_told import Owed
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.pay_claims import PayClaims
from desktop_app.i18n import LANGUAGES, for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Grid, Words
from desktop_app.letters.claim_totals import debt, totals
from desktop_app.services.letter_facts import nothing_owed
from tests.letters import at_employer, claims
from tests.letters.blocks_alike import alike, words_of
from tests.letters.reading import pages_of
from tests.letters.samples import employer_claim

LETTER = catalogue.LETTERS["employer_claim"]
EN = LetterLanguage.EN


def claim(size: int = 1, more: tuple[int, ...] = (1,), confirmed: bool = True) -> LetterFacts:
    return at_employer.facts("employer_claim", EN, at_employer.crew(size), more=more, confirmed=confirmed)


def with_claims(found: PayClaims) -> LetterFacts:
    facts = claim()
    assert facts.told is not None
    return replace(facts, told=replace(facts.told, owed={1: Owed(facts.workers[0].calculation, found)}))


def text(facts: LetterFacts) -> str:
    return words_of(LETTER.story(facts, for_language("en"))).replace("\u00a0", " ")


def test_every_kind_of_sum_stands_with_its_norm_and_its_sum() -> None:
    grids = [block for block in LETTER.story(claim(), for_language("en")) if isinstance(block, Grid)]
    rows = [tuple(cell.replace("\u00a0", " ") for cell in row) for row in grids[0].rows]
    assert [(row[0], row[2]) for row in rows] == [
        ("Pay for overtime, night work, work on days off and holidays", "45,000.00"),
        ("Compensation for leave that was not used", "43,209.39"),
        ("Total", "88,209.39"),
    ]
    assert "article 108 of" in rows[0][1]
    assert "article 110 of" in rows[0][1]
    assert "article 109" not in rows[0][1]
    assert "article 96(2)" in rows[1][1]


def test_what_is_demanded_adds_up_to_what_the_table_and_the_total_say() -> None:
    facts = claim(3, (1, 3))
    owed = debt(facts)
    assert owed.total == owed.arrears + owed.penalty + owed.beyond + owed.beyond_penalty
    assert owed.beyond == 2 * Decimal("88209.39")
    letter = text(facts)
    table = next(block for block in LETTER.story(facts, for_language("en")) if isinstance(block, Grid))
    assert table.columns[5].head == "Other sums, ₸"
    assert table.rows[-1][-1] == f"{owed.total:,.2f}"
    assert f"Total on 21 November 2026: {owed.total:,.2f} ₸" in letter
    for amount in (owed.arrears, owed.penalty, owed.beyond, owed.beyond_penalty):
        assert f"{amount:,.2f} ₸ (" in letter


def test_the_annex_lets_a_judge_count_it_again() -> None:
    pages = pages_of(catalogue.render(claim(2, (2,))))
    annexes = [page for page in pages if "Annex No. 2 to the claim" in page]
    assert len(annexes) == 2
    assert "Calculation of the sums owed beyond the wages" in annexes[1]
    assert "1.5" in annexes[1]
    assert not [page for page in pages if "Annex No. 1" in page and "beyond the wages" in page]


def test_the_other_side_reads_no_doubt_of_the_centre() -> None:
    read = text(claim())
    assert "as the penalty on wages is." in read
    assert "checked by the lawyer" not in read


def test_without_sums_beyond_the_wages_the_letter_is_as_it_was() -> None:
    facts = claim(more=())
    assert text(facts) == text(replace(facts, told=None))
    assert "Other sums" not in text(facts)
    assert "other sums" not in text(facts)


def test_money_that_came_beyond_the_wages_is_taken_off() -> None:
    found = at_employer.beyond()
    less = replace(found, set_off=Decimal("8209.39"), total=found.total - Decimal("8209.39"))
    facts = with_claims(less)
    assert debt(facts).beyond == Decimal(80_000)
    assert "8,209.39 ₸ was received" in text(facts)
    assert debt(facts).total == facts.workers[0].calculation.total + less.total


def test_sums_of_others_are_not_claimed() -> None:
    facts = claim(2, (2,))
    alone = replace(facts, workers=facts.workers[:1])
    assert not debt(alone).has_beyond


def test_wages_on_paper_do_not_vouch_for_hours_on_somebodys_word() -> None:
    letter = text(claim())
    assert "according to the worker" in letter
    assert "documents on working time" not in letter


def test_the_law_beyond_the_wages_is_marked_until_it_is_confirmed() -> None:
    facts = claim(confirmed=False)
    assert {"lc.108", "lc.110", "lc.96.2"} <= {norm.fact.key for norm in catalogue.to_check(facts)}
    assert "article 96(2) of the Labour Code of the Republic of Kazakhstan*" in text(facts)
    plain = {norm.fact.key for norm in catalogue.to_check(claim(more=(), confirmed=False))}
    assert not {"lc.108", "lc.96.2"} & plain


def test_a_worker_with_nothing_but_other_sums_can_be_claimed_for() -> None:
    facts = claim()
    facts = replace(facts, workers=(replace(facts.workers[0], calculation=nothing_owed(claims.ON)),))
    assert totals(facts).months == ()
    letter = text(facts)
    assert "Wages claimed for" not in letter
    assert "88,209.39 ₸ (" in letter


def test_both_languages_have_the_same_blocks() -> None:
    alike(employer_claim.facts(LetterLanguage.KK_RU))
    alike(claim())


def test_every_sentence_of_the_claim_can_be_worded_by_the_lawyer() -> None:
    keys = {text.key for text in LETTER.texts}
    for size, more in ((1, (1,)), (3, (1,)), (1, ()), (2, ())):
        story = LETTER.story(claim(size, more), for_language("en"))
        used = {block.key for block in story if isinstance(block, Words) and block.key}
        assert used <= keys
    own = {("claim.reply", code): "OWN WORDS" for code in LANGUAGES}
    assert "OWN WORDS" in text(replace(claim(), wording=own))


def test_a_sum_that_falls_due_after_the_letter_is_neither_claimed_nor_counted_in_the_annex() -> None:
    found = at_employer.beyond()
    (leave,) = [line for line in found.lines if line.due_on == max(line.due_on for line in found.lines)]
    lines = tuple(replace(line, due_on=date(2026, 12, 10)) if line is leave else line for line in found.lines)
    facts = with_claims(replace(found, lines=lines))
    assert debt(facts).beyond == Decimal(45_000)
    assert "leave" not in text(facts)
