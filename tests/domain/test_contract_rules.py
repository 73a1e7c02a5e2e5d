"""The contract check: law in, finding out. Each case names the norm it stands on."""

from __future__ import annotations

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain import contract_rules
from desktop_app.domain.answers import Answer, Answers, problems_of_answers
from desktop_app.domain.contract_check import Finding, Weight, worded
from desktop_app.domain.contract_questions import PARTS, QUESTIONS, asked, beginning
from desktop_app.domain.contract_rules import RULES, findings
from desktop_app.domain.employers import EmployerKind
from desktop_app.i18n import LANGUAGES, for_language
from tests.domain.contract_cases import CASES, CLEAN, LAWFUL, ON, PERMITTED, G, Said, U
from tests.letters.contracts import LONG, SITUATION_3, SITUATION_5


def answers_of(said: Said) -> Answers:
    return {name: Answer(value) for name, value in said.items()}


def found_in(said: Said) -> tuple[Finding, ...]:
    return findings(answers_of({**CLEAN, **said}), ON)


@pytest.mark.parametrize(
    ("said", "code", "weight", "norm", "liability"), CASES, ids=[f"{at}-{case[1]}" for at, case in enumerate(CASES)]
)
def test_law_in_finding_out(said: Said, code: str, weight: Weight, norm: str, liability: str) -> None:
    (finding,) = [each for each in found_in(said) if each.code == code]
    assert finding.weight is weight
    assert not norm or norm in finding.norms
    assert not liability or liability in finding.liability


@pytest.mark.parametrize(("said", "code"), LAWFUL, ids=[f"{at}-{case[1]}" for at, case in enumerate(LAWFUL)])
def test_what_is_lawful_is_not_found(said: Said, code: str) -> None:
    assert code not in {each.code for each in found_in(said)}


def test_a_clean_contract_gives_nothing() -> None:
    assert found_in({}) == ()
    permitted = {**PERMITTED, "regime": "labour_immigrant", "employer": "household", "immigrants": "1"}
    assert found_in(permitted) == ()


def test_of_an_eaeu_worker_only_what_protects_is_found() -> None:
    assert [each.code for each in found_in({"regime": "eaeu"})] == ["eaeu"]


def test_nothing_said_nothing_found() -> None:
    assert findings({}, ON) == ()


def test_situation_5_gives_its_four_findings() -> None:
    found = {each.code: each for each in findings(SITUATION_5, ON)}
    for code, norm in (
        ("pay.late", "lc.113.1"),
        ("probation", "lc.36"),
        ("fine.leaving", "lc.115"),
        ("pledge", "lc.32.7"),
    ):
        assert found[code].weight is U
        assert norm in found[code].norms
    assert "koap.494" in found["pledge"].liability


def test_situation_3_is_under_the_minimum_wage() -> None:
    (finding,) = findings(SITUATION_3, ON)
    assert finding.code == "pay.minimum"
    assert worded(finding.message, for_language("en")) == (
        "The pay of 60,000.00\u00a0₸ a month is under the minimum wage, which for these hours is 85,000.00\u00a0₸."
    )


@pytest.mark.parametrize(
    ("on", "pay", "found"),
    [
        (date(2026, 1, 1), "84999", True),
        (date(2025, 12, 31), "85000", False),
        (date(2022, 1, 10), "59999", True),
        (date(2022, 1, 10), "60000", False),
        (date(2021, 12, 31), "42500", False),
    ],
)
def test_the_minimum_wage_is_that_of_the_day(on: date, pay: str, found: bool) -> None:
    codes = {each.code for each in findings(answers_of({**CLEAN, "pay": pay}), on)}
    assert ("pay.minimum" in codes) is found


def test_past_the_table_the_finding_says_that_the_value_is_not_confirmed() -> None:
    (finding,) = findings(answers_of({**CLEAN, "pay": "1000"}), date(2031, 1, 1))
    assert finding.warnings


def test_before_the_tables_nothing_is_claimed() -> None:
    assert findings(answers_of({**CLEAN, "pay": "1"}), date(1995, 1, 1)) == ()


def test_every_norm_of_every_rule_is_known_and_none_is_from_memory() -> None:
    for rule in RULES:
        for key in (*rule.norms, *rule.liability):
            assert law.fact(key).confidence in ("V", "V-old", "S"), (rule.code, key)


def test_every_rule_is_shown_by_a_case() -> None:
    shown = {(code, weight) for _said, code, weight, _norm, _liability in CASES}
    assert {(rule.code, rule.weight) for rule in RULES} == shown


def test_no_number_of_the_law_stands_in_the_rules() -> None:
    for path in Path(contract_rules.__file__).parent.glob("contract_rules*.py"):
        numbers = {
            node.value
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and node.value is not True
        }
        # Months of a year, days of a working week, places in a list and in a calendar.
        assert numbers <= {0, 1, 3, 8, 5, 12, 28, 31}, path.name


def test_the_questions_accept_every_answer_of_the_tables() -> None:
    for said in (*(case[0] for case in CASES), *(case[0] for case in LAWFUL)):
        assert problems_of_answers(QUESTIONS, answers_of({**CLEAN, **said}), ON) == ()
    assert problems_of_answers(QUESTIONS, LONG, ON) == ()


def test_names_of_questions_are_unique() -> None:
    names = [question.name for part in PARTS for question in part.questions]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_can_be_told(lang: str) -> None:
    tr = for_language(lang)
    for finding in findings(LONG, ON):
        assert "%(" not in worded(finding.message, tr) + worded(finding.advice, tr)


# Each violation is a set of answers; several of them together.
VIOLATIONS = [
    answers_of(said)
    for said, _code, weight, _norm, _liability in CASES
    if weight is not G and not set(said) & {"employer", "setting", "regime", "form", "pay_basis", "term", "head"}
]


@given(st.lists(st.sampled_from(VIOLATIONS), max_size=6), st.sampled_from(VIOLATIONS))
def test_one_more_violation_hides_no_other_finding(told: list[Answers], more: Answers) -> None:
    before: dict[str, Answer] = dict(answers_of(CLEAN))
    for violation in told:
        before |= violation
    if any(name in violation for violation in told for name in more):
        return  # it would answer a question anew instead of adding a violation
    codes = {each.code for each in findings(before, ON)}
    assert codes <= {each.code for each in findings({**before, **more}, ON)}


@given(st.permutations(list(LONG)))
def test_the_order_of_answers_changes_nothing(names: list[str]) -> None:
    assert findings({name: LONG[name] for name in names}, ON) == findings(LONG, ON)


@given(st.decimals(0, 200_000, places=2), st.decimals(0, 200_000, places=2))
def test_less_pay_never_mends_a_contract(first: Decimal, second: Decimal) -> None:
    low, high = sorted((first, second))
    told = [{e.code for e in findings(answers_of({**CLEAN, "pay": str(pay)}), ON)} for pay in (low, high)]
    assert told[1] <= told[0]


@given(st.integers(0, 168), st.integers(0, 168))
def test_more_hours_never_mend_a_contract(first: int, second: int) -> None:
    few, many = sorted((first, second))
    told = [{e.code for e in findings(answers_of({**CLEAN, "week_hours": str(n)}), ON)} for n in (few, many)]
    assert ("hours" in told[0]) <= ("hours" in told[1])


def test_findings_come_heaviest_first() -> None:
    order = list(Weight)
    places = [order.index(each.weight) for each in findings(LONG, ON)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("said", "out", "still"),
    [
        ({"form": "oral"}, "names_1", "pay"),
        ({"setting": "ordinary"}, "shift_days", "week_hours"),
        ({"setting": "rotation"}, "agency_place", "shift_days"),
        ({"regime": "eaeu"}, "permit", "pledge"),
        ({"regime": "labour_immigrant"}, "immigrants", "permit"),
        ({"originals": "no"}, "undertaking", "pledge"),
        ({"pay_when": "client"}, "pay_day", "pay"),
        ({"employer": "household"}, "order", "copy"),
    ],
)
def test_questions_without_sense_are_left_out_of_sight(said: Said, out: str, still: str) -> None:
    sensible = asked(answers_of(said))
    assert out not in sensible
    assert still in sensible


@pytest.mark.parametrize(
    ("kind", "citizenships", "expected"),
    [
        (EmployerKind.HOUSEHOLD, {"UZ"}, {"employer": "household"}),
        (EmployerKind.COMPANY, {"KG", "RU"}, {"employer": "company", "regime": "eaeu"}),
        (EmployerKind.SOLE_TRADER, {"KG", "UZ"}, {"employer": "small"}),
        (EmployerKind.FOREMAN, {""}, {}),
    ],
)
def test_the_case_answers_what_it_knows(kind: EmployerKind, citizenships: set[str], expected: dict[str, str]) -> None:
    assert beginning(kind, frozenset(citizenships)) == {name: Answer(value) for name, value in expected.items()}
