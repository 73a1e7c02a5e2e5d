"""Templates of standing texts: names in braces, nothing that is run, and every name has a meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.placeholder_names import OTHER, PLACEHOLDER_NAMES, name_of
from desktop_app.domain.standing_texts import (
    LONGEST_TEXT,
    filled,
    longest_words,
    missing,
    placeholders,
    problems_of_text,
    template,
)
from desktop_app.i18n import LANGUAGES, for_language
from desktop_app.letters.catalogue import standing_texts

KNOWN = ("day", "norm")
ESCAPES = (
    "{{7*7}}", "{day.__class__}", "{day[0]}", "{day!r}", "{day:>9}", "{0}", "{}", "{day", "day}", "{ day }", "{Day}",
    "{%for%}", "{{day}}", "{day}}", "{{day}", "{__import__('os')}", "{'a'*200000000}", "{day\n}", "{дата}",
)  # fmt: skip


@pytest.mark.parametrize("text", ESCAPES)
def test_what_is_no_plain_name_in_braces_is_refused(text: str) -> None:
    assert problems_of_text(f"До {text}", KNOWN)


@pytest.mark.parametrize("text", ["{day}", "До {day} ({norm}), 100 %", "%s %(day)s $x", "<b>"])
def test_plain_names_are_taken(text: str) -> None:
    assert problems_of_text(text, KNOWN) == ()


def test_an_unknown_name_is_named() -> None:
    (problem,) = problems_of_text("{day} {iin} {phone}", KNOWN)
    assert problem.message.params == {"names": "{iin}, {phone}"}


def test_too_long_and_empty_texts_are_refused() -> None:
    assert problems_of_text("x" * (LONGEST_TEXT + 1), ())
    assert problems_of_text(" \n", ())


@given(st.text(), st.text())
def test_a_value_is_put_in_once_and_never_read(text: str, value: str) -> None:
    assert filled("{day}", {"day": value}) == value
    assert filled("{day}", {"day": "{norm}", "norm": text}) == "{norm}"
    if not problems_of_text(text, KNOWN):
        assert set(placeholders(text)) <= set(KNOWN)


def test_a_msgid_becomes_a_template() -> None:
    assert template("by %(day)s, 100 %%") == "by {day}, 100 %"
    assert missing("by {day}", KNOWN) == ("norm",)


def test_every_placeholder_of_every_text_has_a_meaning_and_no_meaning_is_idle() -> None:
    used = {name for text, _letters in standing_texts().values() for name in text.placeholders}
    assert used <= set(PLACEHOLDER_NAMES), used - set(PLACEHOLDER_NAMES)
    assert name_of("a_name_of_tomorrow") == OTHER


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_program_itself_says_nothing_it_would_refuse(code: str) -> None:
    for key, (text, _letters) in standing_texts().items():
        assert problems_of_text(text.shipped(for_language(code)), text.placeholders) == (), key


def test_the_longest_words_stand_whatever_the_facts() -> None:
    assert longest_words("{day}") == ""
    assert longest_words("Do it by {day}, as the law says ({norm}).") == ", as the law says ("
