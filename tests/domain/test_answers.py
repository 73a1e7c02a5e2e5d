"""Forms as data: reading back what was written, and what is wrong with answers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.answers import (
    Answer,
    FieldKind,
    FieldSpec,
    in_words,
    problems_of_answers,
    read_answers,
    write_answers,
)
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, KIND_GROUPS, ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.i18n import for_language

TODAY = date(2026, 11, 21)
SPECS = (
    FieldSpec("what", "What happened", FieldKind.NOTE, required=True, asks_word=True),
    FieldSpec("who", "Who", FieldKind.TEXT),
    FieldSpec("when", "When", FieldKind.PARTIAL_DATE),
    FieldSpec("promised", "Promised for", FieldKind.DAY, future=True),
    FieldSpec("sum", "Sum", FieldKind.AMOUNT),
    FieldSpec("told", "Police told", FieldKind.YES_NO_UNKNOWN),
    FieldSpec("place", "Where", FieldKind.CHOICE, (("site", "At the site"), ("home", "At home"))),
    FieldSpec("means", "How", FieldKind.CHOICES, (("hit", "Hit"), ("shouted", "Shouted"))),
)
GOOD = {
    "what": Answer("He was hit", "says"),
    "when": Answer("2026-05"),
    "promised": Answer("2027-01-01"),
    "sum": Answer("5000.5"),
    "told": Answer("unknown"),
    "place": Answer("site"),
    "means": Answer(("hit", "shouted")),
}


def test_nineteen_kinds_have_names_and_one_group_each() -> None:
    grouped = [kind for _title, kinds in KIND_GROUPS for kind in kinds]
    assert len(ComplaintKind) == 19
    assert list(COMPLAINT_KINDS) == grouped or set(COMPLAINT_KINDS) == set(grouped)
    assert len(grouped) == len(set(grouped)) == 19


def test_good_answers_have_no_problems() -> None:
    assert problems_of_answers(SPECS, GOOD, TODAY) == ()


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("what", Answer()),
        ("what", Answer("x", "rumour")),
        ("who", Answer("x" * 400)),
        ("who", Answer("x", "says")),
        ("when", Answer("2027")),
        ("when", Answer("2026-12")),
        ("when", Answer("1987")),
        ("when", Answer("spring")),
        ("promised", Answer("2027-01")),
        ("sum", Answer("-1")),
        ("sum", Answer("many")),
        ("sum", Answer("NaN")),
        ("told", Answer("perhaps")),
        ("place", Answer("sea")),
        ("means", Answer(("hit", "sang"))),
        ("means", Answer("hit")),
        ("unasked", Answer("x")),
    ],
)
def test_a_wrong_answer_is_told_beside_its_field(name: str, answer: Answer) -> None:
    found = problems_of_answers(SPECS, {**GOOD, name: answer}, TODAY)
    assert [problem.field for problem in found] == [name]


@pytest.mark.parametrize("when", ["2026", "2026-11", "2026-11-21"])
def test_a_date_of_this_year_month_and_day_is_not_in_the_future(when: str) -> None:
    assert problems_of_answers(SPECS, {**GOOD, "when": Answer(when)}, TODAY) == ()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"a": 1}', '{"a": {"value": 5}}', '{"a": {}}', '{"a": {"value": ""}}']
)
def test_what_cannot_be_read_is_left_out(text: str) -> None:
    assert read_answers(text) == {}


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=10),
        st.builds(
            Answer,
            st.text(min_size=1) | st.lists(st.text(), min_size=1).map(tuple),
            st.sampled_from(["", "says", "paper", "admits"]),
        ),
    )
)
def test_what_was_written_is_read_back(answers: dict[str, Answer]) -> None:
    assert read_answers(write_answers(answers)) == answers


def test_values_in_their_own_types() -> None:
    assert Answer("2026-05").when == PartialDate(2026, 5)
    assert Answer("nothing").when is None
    assert Answer("12.5").amount == Decimal("12.5")
    assert Answer("Infinity").amount is None
    assert Answer("yes").is_yes
    assert Answer("no").is_no
    assert Answer("site").codes == ("site",)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("when", "May 2026"),
        ("told", "Not known"),
        ("means", "Hit, Shouted"),
        ("what", "He was hit"),
        ("place", "At the site"),
    ],
)
def test_answers_in_words(name: str, words: str) -> None:
    spec = next(spec for spec in SPECS if spec.name == name)
    assert in_words(spec, GOOD[name], for_language("en"), "en") == words


def test_a_number_below_zero_is_not_spoken_of_as_a_sum() -> None:
    specs = (FieldSpec("hours", "Hours", FieldKind.NUMBER), FieldSpec("sum", "Sum", FieldKind.AMOUNT))
    found = problems_of_answers(specs, {"hours": Answer("-3"), "sum": Answer("-3")}, date(2026, 11, 21))
    assert [each.message.msgid for each in found] == [
        "A number cannot be below zero here.",
        "The amount cannot be less than zero.",
    ]
