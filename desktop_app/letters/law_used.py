"""The law that a paper for the file rests on, as a table: each norm or value with its source, edition and standing."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from desktop_app.domain.law_norms import CONFIDENCE
from desktop_app.domain.letters import LetterFacts, Norm
from desktop_app.i18n import N_, Translator, format_date, format_number
from desktop_app.law import Fact
from desktop_app.letters.blocks import Column, Grid
from desktop_app.letters.grounds import MARK, citation, norm_of


def table(facts: LetterFacts, used: Iterable[Fact], tr: Translator) -> Grid:
    """One row for each fact, each once, in the order in which the paper names them."""
    columns = (
        Column(tr(N_("Norm or value")), 56),
        Column(tr(N_("Source")), 54),
        Column(tr(N_("Edition checked")), 37),
        Column(tr(N_("How sure")), 33),
    )
    return Grid(columns, tuple(_row(norm_of(facts, fact), tr) for fact in dict.fromkeys(used)))


def named(fact: Fact, tr: Translator) -> str:
    """A norm by its citation, a dated value by its name and the value."""
    name = citation(fact, tr.code)
    return f"{name}: {_value(fact.value, tr)}" if fact.value and fact.effective_from else name


def _row(norm: Norm, tr: Translator) -> tuple[str, ...]:
    fact = norm.fact
    mark = "" if norm.settled else MARK
    # In a narrow column every blank may end a line.
    name = named(fact, tr).replace("\u00a0", " ")
    return name + mark, fact.source_in(tr.code), fact.edition_in(tr.code), _sure(norm, tr)


def _sure(norm: Norm, tr: Translator) -> str:
    if norm.confirmed_by and norm.confirmed_on is not None:
        day = format_date(norm.confirmed_on, tr.code)
        return tr(N_("confirmed by the lawyer, %(name)s, %(day)s"), name=norm.confirmed_by, day=day)
    return tr(CONFIDENCE[norm.fact.confidence])


def _value(text: str, tr: Translator) -> str:
    try:
        return format_number(Decimal(text), tr.code)
    except InvalidOperation:
        return text
