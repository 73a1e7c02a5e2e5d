"""The list of what a claim needs before it goes to court, for the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.case_papers import ReadyMemo
from desktop_app.domain.contract_check import worded
from desktop_app.domain.letters import LetterFacts, MadeFrom
from desktop_app.domain.readiness import STATES, Item, counted
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import law_used, letterhead
from desktop_app.letters.blocks import Block, Column, Grid, Story, Words
from desktop_app.letters.grounds import cite, to_check
from desktop_app.letters.kind import Letter
from desktop_app.letters.stories import contract_memo

TITLE: Final = N_("What a claim to court still needs")
_NO_LIST: Final = N_("This list is made from the readiness of a case: open “Steps” in the case.")


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole list in one language. AppError without one."""
    memo = _memo(facts)
    settled, all_of_them = counted(memo.items)
    blocks: list[Block] = []
    if to_check(facts, grounds(facts)):
        blocks.append(Words(contract_memo.notice(tr), "strip"))
    blocks += letterhead.head(facts, tr)
    blocks.append(Words(tr(N_("BEFORE A CLAIM GOES TO COURT")), "title"))
    blocks.append(Words(tr(N_("settled: %(n)s of %(all)s"), n=settled, all=all_of_them), "subtitle"))
    blocks += contract_memo.about(facts, tr)
    blocks.append(_table(facts, memo.items, tr))
    blocks += _law(facts, tr)
    blocks.append(letterhead.signature(facts.signer, tr))
    return tuple(blocks)


def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    """Every norm and value that an item names."""
    return tuple(dict.fromkeys(fact for item in _memo(facts).items for fact in item.facts))


def _memo(facts: LetterFacts) -> ReadyMemo:
    if facts.readiness is None:
        raise AppError(_NO_LIST)
    return facts.readiness


def _table(facts: LetterFacts, items: tuple[Item, ...], tr: Translator) -> Grid:
    columns = (
        Column(tr(N_("What a court looks for")), 40),
        Column(tr(N_("State")), 22),
        Column(tr(N_("Why")), 66),
        Column(tr(N_("How to get it")), 52),
    )
    return Grid(columns, tuple(_row(facts, item, tr) for item in items))


def _row(facts: LetterFacts, item: Item, tr: Translator) -> tuple[str, ...]:
    why = worded(item.why, tr)
    if item.norms:
        why += "\n" + "; ".join(cite(facts, key, tr.code) for key in item.norms)
    how = worded(item.how, tr) if item.how is not None else ""
    return tr(item.title), tr(STATES[item.state]), why, how


def _law(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    used = grounds(facts)
    if used:
        yield Words(tr(N_("The law this rests on")), "section")
        yield law_used.table(facts, used, tr)


LETTER: Final = Letter("readiness_list", TITLE, story, AddresseeKind.FILE, grounds, MadeFrom.READINESS, to_many=False)
