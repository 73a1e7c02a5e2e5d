"""The memo on a labour contract for the file: what was found, by which norms, what to do next, and all the answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import in_words, said
from desktop_app.domain.case_papers import ContractMemo
from desktop_app.domain.contract_check import WEIGHTS, Finding, Weight, worded
from desktop_app.domain.contract_questions import PARTS, unanswered
from desktop_app.domain.letters import LetterFacts, MadeFrom
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import law_used, letterhead, sums
from desktop_app.letters.blocks import Block, Column, Grid, Story, Words
from desktop_app.letters.grounds import MARK, cite, mark, to_check
from desktop_app.letters.kind import Letter

TITLE: Final = N_("Memo on a labour contract")
_NO_CHECK: Final = N_("This memo is made from a contract check: open “Check a contract” in the case.")
_MOST_NAMES: Final = 12


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole memo in one language. AppError without a contract check."""
    memo = _memo(facts)
    blocks: list[Block] = []
    if to_check(facts, grounds(facts)):
        blocks.append(Words(notice(tr), "strip"))
    blocks += letterhead.head(facts, tr)
    blocks.append(Words(tr(N_("MEMO ON A LABOUR CONTRACT")), "title"))
    blocks.append(Words(tr(N_("for the file of the case")), "subtitle"))
    blocks += about(facts, tr)
    blocks += _checked(memo, tr)
    blocks += _findings(facts, memo, tr)
    blocks += _next_steps(memo, tr)
    blocks += _law(facts, tr)
    blocks += _answers(memo, tr)
    blocks.append(letterhead.signature(facts.signer, tr))
    return tuple(blocks)


def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    """Every norm and value that a finding names."""
    return tuple(dict.fromkeys(fact for finding in _memo(facts).findings for fact in finding.facts))


def notice(tr: Translator) -> str:
    """What the first page of a paper for the file says while something in it is not checked."""
    return tr(N_("DRAFT. What is marked %(mark)s is to be checked by the centre’s lawyer."), mark=MARK)


def about(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """The case, the employer and the workers a paper for the file is about."""
    yield Words(tr(N_("Case: %(number)s."), number=facts.case_number), "fact")
    yield Words(tr(N_("Employer: %(name)s."), name=letterhead.named(facts.employer, tr)), "fact")
    named = "; ".join(sums.named(worker.person, tr) for worker in facts.workers[:_MOST_NAMES])
    more = len(facts.workers) - _MOST_NAMES
    if more > 0:
        yield Words(tr(N_("Workers: %(names)s; %(n)s more."), names=named, n=more), "fact")
    elif len(facts.workers) == 1:
        yield Words(tr(N_("Worker: %(name)s."), name=named), "fact")
    else:
        yield Words(tr(N_("Workers: %(names)s."), names=named), "fact")


def _memo(facts: LetterFacts) -> ContractMemo:
    if facts.contract is None:
        raise AppError(_NO_CHECK)
    return facts.contract


def _checked(memo: ContractMemo, tr: Translator) -> Iterator[Block]:
    day = sums.day(memo.checked_on, tr)
    if memo.checked_by:
        yield Words(tr(N_("Checked on %(day)s by %(name)s."), day=day, name=memo.checked_by), "fact")
    else:
        yield Words(tr(N_("Checked on %(day)s."), day=day), "fact")
    if memo.for_all:
        yield Words(tr(N_("All the crew signed one text.")), "fact")


def _findings(facts: LetterFacts, memo: ContractMemo, tr: Translator) -> Iterator[Block]:
    if not any(finding.weight is not Weight.GOOD for finding in memo.findings):
        yield Words(tr(N_("By the answers nothing in this contract is against the law, missing or worrying.")))
    left = len(unanswered(memo.answers))
    if left:
        yield Words(tr(N_("Questions without an answer: %(n)s. This memo says nothing about them."), n=left), "fact")
    number = 0
    for weight, name in WEIGHTS.items():
        found = [finding for finding in memo.findings if finding.weight is weight]
        if found:
            yield Words(tr(name), "section")
        for finding in found:
            number += 1
            yield Words(worded(finding.message, tr), "item", f"{number}.")
            yield from _rests_on(facts, finding, tr)


def _rests_on(facts: LetterFacts, finding: Finding, tr: Translator) -> Iterator[Block]:
    if finding.norms:
        norms = "; ".join(cite(facts, key, tr.code) for key in finding.norms)
        yield Words(tr(N_("Norm: %(norms)s."), norms=norms), "ground")
    if finding.liability:
        norms = "; ".join(cite(facts, key, tr.code) for key in finding.liability)
        yield Words(tr(N_("The employer may answer by: %(norms)s."), norms=norms), "ground")
    for fact in finding.values:
        title = law_used.named(fact, tr) + mark(facts, fact)
        yield Words(tr(N_("Compared with: %(value)s."), value=title), "ground")
    for warning in finding.warnings:
        yield Words(warning.text(tr), "ground")


def _next_steps(memo: ContractMemo, tr: Translator) -> Iterator[Block]:
    steps = tuple(dict.fromkeys(worded(finding.advice, tr) for finding in memo.findings))
    if steps:
        yield Words(tr(N_("What to do next")), "section")
    for number, step in enumerate(steps, start=1):
        yield Words(step, "item", f"{number}.")
    if memo.note:
        yield Words(tr(N_("Note: %(text)s"), text=memo.note), "fact")


def _law(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    used = grounds(facts)
    if used:
        yield Words(tr(N_("The law this rests on")), "section")
        yield law_used.table(facts, used, tr)


def _answers(memo: ContractMemo, tr: Translator) -> Iterator[Block]:
    """What was answered, part by part; questions nobody answered are left out."""
    rows: list[tuple[str, str]] = []
    groups = []
    for part in PARTS:
        told = [(tr(spec.title), in_words(spec, said(memo.answers, spec.name), tr, tr.code)) for spec in part.questions]
        told = [(question, answer) for question, answer in told if answer]
        if told:
            groups.append(len(rows))
            rows += told
    if rows:
        yield Words(tr(N_("Answers")), "section")
        columns = (Column(tr(N_("Question")), 110), Column(tr(N_("Answer")), 70))
        yield Grid(columns, tuple(rows), groups=frozenset(groups))


LETTER: Final = Letter(
    "contract_memo", TITLE, story, AddresseeKind.FILE, grounds, MadeFrom.CONTRACT_CHECK, to_many=False
)
