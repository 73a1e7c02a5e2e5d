"""How a case ended, on paper for the file: complaints settled, money, results, the closing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.case_told import Ending
from desktop_app.domain.cases import MoneyKind
from desktop_app.domain.code_names import EVIDENCE, MONEY_KINDS
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS
from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.money import NOTHING
from desktop_app.domain.outcomes import CLOSED_WHY, RESULTS, ClosedWhy
from desktop_app.i18n import N_, Translator
from desktop_app.letters import sums
from desktop_app.letters.blocks import Block, Column, Grid, Words
from desktop_app.letters.redaction import Shown

_NONE: Final = "–"


def settled(facts: LetterFacts, shown: Shown, tr: Translator) -> Iterator[Block]:
    """The complaints that are over, with the days; what was answered to them is not told."""
    names = _names(facts, shown)
    told = [each for each in _ending(facts).settled if facts.worker_ids & set(each.worker_ids)]
    if not told:
        return
    columns = (
        Column(tr(N_("Complaint")), 62),
        Column(tr(N_("Workers")), 66),
        Column(tr(N_("Logged on")), 28, "centre"),
        Column(tr(N_("Settled on")), 28, "centre"),
    )
    rows = []
    for each in told:
        about = ", ".join(names[place] for place in each.worker_ids if place in names)
        days = (sums.short_day(each.logged_on, tr), sums.short_day(each.settled_on, tr))
        rows.append((tr(COMPLAINT_KINDS[each.kind]), about, *days))
    yield Words(tr(N_("Complaints that were settled")), "section")
    yield Grid(columns, tuple(rows))


def money(facts: LetterFacts, shown: Shown, tr: Translator) -> Iterator[Block]:
    """What was claimed, awarded and received, worker by worker, and the three sums; the notes beside are not told."""
    names = _names(facts, shown)
    entries = [each for each in _ending(facts).money if each.worker_id in names]
    if not entries:
        return
    columns = (
        Column(tr(N_("Worker")), 62),
        Column(tr(N_("Date")), 26, "centre"),
        Column(tr(N_("What")), 30),
        Column(tr(N_("Sum, ₸")), 30, "right"),
        Column(tr(N_("On whose word")), 36),
    )
    rows = []
    for each in entries:
        word = _NONE if each.evidence is None else tr(EVIDENCE[each.evidence])
        told = (sums.short_day(each.on, tr), tr(MONEY_KINDS[each.kind]), sums.figures(each.amount, tr), word)
        rows.append((names[each.worker_id], *told))
    yield Words(tr(N_("Money")), "section")
    yield Grid(columns, tuple(rows))
    for kind in MoneyKind:
        total = sum((each.amount for each in entries if each.kind is kind), NOTHING)
        yield Words(tr(N_("%(kind)s: %(sum)s."), kind=tr(MONEY_KINDS[kind]), sum=sums.money(total, tr)), "fact")


def results(facts: LetterFacts, shown: Shown, tr: Translator) -> Iterator[Block]:
    """What came of the case or of a worker, and when and why it was closed."""
    names, ending = _names(facts, shown), _ending(facts)
    told = [each for each in ending.results if each.worker_id is None or each.worker_id in names]
    if not told and ending.closed_on is None:
        return
    yield Words(tr(N_("How the case ended")), "section")
    if told:
        columns = (
            Column(tr(N_("Date")), 24, "centre"),
            Column(tr(N_("Worker")), 46),
            Column(tr(N_("Result")), 50),
            Column(tr(N_("Sum, ₸")), 26, "right"),
            Column(tr(N_("On whose word")), 40),
        )
        rows = []
        for each in told:
            whom = tr(N_("the whole case")) if each.worker_id is None else names[each.worker_id]
            amount = _NONE if each.amount is None else sums.figures(each.amount, tr)
            word = ": ".join(filter(None, (tr(EVIDENCE[each.word]), shown.free(each.evidence))))
            rows.append((sums.short_day(each.on, tr), whom, tr(RESULTS[each.code]), amount, word))
        yield Grid(columns, tuple(rows))
    if ending.closed_on is not None:
        yield Words(tr(N_("Closed on: %(day)s."), day=sums.day(ending.closed_on, tr)), "fact")
        if ending.closed_why in tuple(ClosedWhy):
            why = tr(CLOSED_WHY[ClosedWhy(ending.closed_why)])
            yield Words(tr(N_("Why it was closed: %(reason)s."), reason=why[:1].lower() + why[1:]), "fact")


def _ending(facts: LetterFacts) -> Ending:
    return Ending() if facts.told is None else facts.told.ending


def _names(facts: LetterFacts, shown: Shown) -> dict[int, str]:
    return {each.worker_id: shown.worker(each) for each in facts.workers}
