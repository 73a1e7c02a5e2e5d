"""Who may have called before, and what an enquiry must have."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.db.search import phone_tail
from desktop_app.domain.cases import Channel
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.enquiries import (
    MAY_WORK,
    SHORTEST_TAIL,
    TOPICS,
    Caller,
    Enquiry,
    SameAs,
    problems,
    repeats,
    same_phone,
    tidied_enquiry,
)

TODAY = date(2026, 11, 21)
ASKED = Enquiry(TODAY, Channel.PHONE, "uz", MAY_WORK, "May a citizen of Uzbekistan work for an LLP?")

TAILS = st.text("0123456789", max_size=14)
NAMES = st.lists(
    st.sampled_from(["Юсупов", "Yusufov", "Алишер", "Alisher", "Ғұлом", "G'ulom", "Karimova", "Каримов"]), max_size=3
).map(" ".join)
CALLERS = st.builds(Caller, st.sampled_from(["enquiry", "person"]), st.integers(1, 50), NAMES, TAILS)


def caller(name: str = "", phone: str = "", number: int = 1) -> Caller:
    return Caller("enquiry", number, name, phone_tail(phone))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+7 701 123 45 67", "8 701 123 45 67", True),
        ("+7 701 123 45 67", "7011234567", True),
        ("+998 90 123 45 67", "90 123 45 67", True),
        ("+7 701 123 45 67", "+7 702 123 45 67", False),
        ("123 45 67", "+7 701 123 45 67", True),
        ("45 67", "+7 701 123 45 67", False),
        ("", "", False),
        ("", "+7 701 123 45 67", False),
    ],
)
def test_a_phone_is_the_same_however_it_is_written(one: str, other: str, same: bool) -> None:
    assert same_phone(phone_tail(one), phone_tail(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Юсупов Алишер", "Yusupov Alisher", True),
        ("Ғұлом Йўлдошев", "G'ulom Yo'ldoshev", True),
        ("Алишер Юсупов", "Юсупов Алишер", True),
        ("Юсупов Алишер", "Каримов Алишер", False),
        ("Алишер", "Алишер", False),
        ("", "", False),
    ],
)
def test_a_name_is_like_in_any_script_and_one_word_says_nothing(one: str, other: str, same: bool) -> None:
    assert bool(repeats(one, "", [caller(other)])) is same


def test_the_phone_is_surer_than_the_name_and_both_are_surest() -> None:
    known = [
        caller("Юсупов Алишер", number=1),
        caller("Somebody Else", "+7 701 123 45 67", 2),
        caller("Yusupov Alisher", "8 701 123 45 67", 3),
    ]
    found = repeats("Юсупов Алишер", phone_tail("7011234567"), known)
    assert [each.caller.id for each in found] == [3, 2, 1]
    assert found[0].reasons == (SameAs.PHONE, SameAs.NAME)


@given(NAMES, TAILS, st.lists(CALLERS, max_size=12))
def test_every_hint_has_a_reason_that_holds(name: str, tail: str, known: list[Caller]) -> None:
    found = repeats(name, tail, known)
    assert len(found) <= 5
    for each in found:
        assert each.caller in known
        assert each.reasons
        assert (SameAs.PHONE in each.reasons) is same_phone(tail, each.caller.tail)


@given(NAMES, TAILS, st.lists(CALLERS, max_size=8, unique_by=lambda each: (each.kind, each.id)), st.randoms())
def test_the_order_in_which_callers_are_known_does_not_matter(
    name: str, tail: str, known: list[Caller], dice: object
) -> None:
    mixed = sorted(known, key=lambda each: hash((each.id, str(dice))))
    assert repeats(name, tail, known) == repeats(name, tail, mixed)


@given(TAILS, TAILS)
def test_sameness_of_phones_goes_both_ways(one: str, other: str) -> None:
    assert same_phone(one, other) == same_phone(other, one)
    assert same_phone(one, one) == (len(one) >= SHORTEST_TAIL)


@given(NAMES, NAMES)
def test_likeness_of_names_goes_both_ways(one: str, other: str) -> None:
    assert bool(repeats(one, "", [caller(other)])) == bool(repeats(other, "", [caller(one)]))


@given(st.lists(CALLERS, max_size=10))
def test_an_anonymous_caller_is_like_nobody(known: list[Caller]) -> None:
    assert repeats("", "", known) == ()


def test_only_the_day_and_a_question_or_topic_are_a_must() -> None:
    assert problems(Enquiry(TODAY, Channel.PHONE, topic=MAY_WORK), TODAY) == ()
    assert problems(Enquiry(TODAY, Channel.PHONE, question="?"), TODAY) == ()
    assert [each.field for each in problems(Enquiry(TODAY, Channel.PHONE), TODAY)] == ["question"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"on": date(2026, 11, 22)}, "on"),
        ({"on": date(1990, 1, 1)}, "on"),
        ({"topic": "nonsense"}, "topic"),
        ({"caller": "ы" * 201}, "caller"),
        ({"phone": "7" * 101}, "phone"),
        ({"question": "ы" * 100_001}, "question"),
        ({"answer": "ы" * 100_001}, "answer"),
    ],
)
def test_a_problem_names_its_field(changed: dict[str, object], field: str) -> None:
    assert [each.field for each in problems(replace(ASKED, **changed), TODAY)] == [field]  # type: ignore[arg-type]  # its fields


def test_lines_of_question_and_answer_stay() -> None:
    tidy = tidied_enquiry(replace(ASKED, question=" a\r\nb ", answer="c\u200b\n\nd", caller="  Али\nСаид "))
    assert (tidy.question, tidy.answer, tidy.caller) == ("a\nb", "c\n\nd", "Али Саид")


def test_topics_are_the_kinds_of_complaint_and_two_of_their_own() -> None:
    assert set(TOPICS) == {MAY_WORK, "services", *map(str, ComplaintKind)}
