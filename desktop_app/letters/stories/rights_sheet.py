"""The rights sheet: for each kind of complaint what the law says, what to do, what not to do, by when, where to go.

A sheet names neither the worker nor the employer nor the case: whoever finds it learns nothing of anybody. Its
sentences stand in resources/law/rights_sheets.json, with the norms and values they rest on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop_app import law
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.complaint_bodies import BODIES, Body
from desktop_app.domain.complaint_forms import FORMS
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, ComplaintKind
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator, format_number
from desktop_app.law import Fact
from desktop_app.law.rights_sheets import Saying, rights_sheet
from desktop_app.letters import for_workers, worker_terms
from desktop_app.letters.blocks import Block, Sheet, Story, Words
from desktop_app.letters.for_workers import DASH
from desktop_app.letters.grounds import MARK, citation, fact_of, mark
from desktop_app.letters.kind import Letter
from desktop_app.letters.texts import Text, say

_NOTHING: Final = N_("Choose the kinds of complaint, or log the complaint first: a sheet is about one of them.")

_FIELDS: Final = (
    FieldSpec(
        "kinds",
        N_("Sheets about"),
        FieldKind.CHOICES,
        tuple((kind.value, name) for kind, name in COMPLAINT_KINDS.items()),
        hint=N_("Without a choice: everything that is logged in the case, a sheet each."),
        span=2,
    ),
)

_GO: Final = Text("rights.go", N_("You can turn to: %(bodies)s. We help you to write."))
_FREE: Final = Text(
    "rights.free",
    N_("Talk with us first: our help is free, and we send nothing before you agree, unless a child is in danger."),
)
_TEXTS: Final = (*for_workers.TEXTS, *worker_terms.TEXTS, _GO, _FREE)


def story(facts: LetterFacts, tr: Translator) -> Story:
    """A sheet for each kind. AppError when none is chosen and nothing is logged."""
    kinds = _kinds(facts)
    if not kinds:
        raise AppError(_NOTHING)
    blocks: list[Block] = []
    for kind in kinds:
        if blocks:
            blocks.append(Sheet())
        blocks += _sheet(facts, kind, tr)
    return tuple(blocks)


def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    """Every norm and value that any of the sheets says something by."""
    found: list[Fact] = []
    for kind in _kinds(facts):
        found += (fact for saying in rights_sheet(kind.value).rights for fact in _facts_of(facts, saying))
        found += worker_terms.grounds(facts, kind)
    return tuple(dict.fromkeys((*found, *for_workers.help_facts(facts))))


def _sheet(facts: LetterFacts, kind: ComplaintKind, tr: Translator) -> Iterator[Block]:
    sheet = rights_sheet(kind.value)
    yield from for_workers.small_head(facts, tr)
    about = _inside(tr(for_workers.name_of(kind)))
    yield Words(tr(N_("YOUR RIGHTS: %(kind)s"), kind=about), "title")
    yield Words(tr(N_("What the law says")), "section")
    for number, saying in enumerate(sheet.rights, 1):
        yield Words(_said(facts, saying, tr), "item", f"{number}.")
    yield Words(tr(N_("What to do now")), "section")
    yield from (Words(_said(facts, saying, tr), "item", DASH) for saying in sheet.todo)
    yield Words(tr(N_("What not to do")), "section")
    yield from (Words(_said(facts, saying, tr), "item", DASH) for saying in sheet.never)
    yield Words(tr(N_("By when")), "section")
    yield from worker_terms.by_when(facts, kind, tr)
    yield Words(tr(N_("Where to go")), "section")
    yield say(facts, tr, _FREE, "item", DASH)
    yield say(facts, tr, _GO, "item", DASH, bodies=_bodies(facts, kind, tr))
    yield Words(for_workers.bare_numbers(facts, tr), "item", DASH)
    yield Words(_law(facts, kind, tr), "note")


def _said(facts: LetterFacts, saying: Saying, tr: Translator) -> str:
    """The sentence with its figures, marked behind it while the lawyer has not checked what it rests on."""
    values = {name: law.value(key, facts.on).fact for name, key in saying.values.items()}
    figures = {name: format_number(fact.number.normalize(), tr.code) for name, fact in values.items()}
    unchecked = any(mark(facts, fact) for fact in _facts_of(facts, saying))
    return saying.texts[tr.code] % figures + (MARK if unchecked else "")


def _facts_of(facts: LetterFacts, saying: Saying) -> Iterable[Fact]:
    yield from (fact_of(facts, key) for key in saying.norms)
    yield from (law.value(key, facts.on).fact for key in saying.values.values())


def _law(facts: LetterFacts, kind: ComplaintKind, tr: Translator) -> str:
    """The norms of the sheet in one small paragraph; dated values stand in the sentences themselves."""
    told = [fact for saying in rights_sheet(kind.value).rights for fact in _facts_of(facts, saying)]
    told += worker_terms.grounds(facts, kind)
    norms = dict.fromkeys(fact for fact in told if fact.effective_from is None)
    names = "; ".join(f"{citation(fact, tr.code)}{mark(facts, fact)}" for fact in norms)
    return tr(N_("The law: %(norms)s."), norms=names)


def _bodies(facts: LetterFacts, kind: ComplaintKind, tr: Translator) -> str:
    """Where one goes with it; a household has no conciliation commission."""
    alone = facts.employer.kind is EmployerKind.HOUSEHOLD
    bodies = [body for body in FORMS[kind].bodies if not (alone and body is Body.COMMISSION)]
    return "; ".join(_inside(tr(BODIES[body])) if body is not Body.OMBUDSMAN else tr(BODIES[body]) for body in bodies)


def _inside(name: str) -> str:
    """A name as it stands within a sentence."""
    return name[:1].lower() + name[1:]


def _kinds(facts: LetterFacts) -> tuple[ComplaintKind, ...]:
    """The kinds chosen, or those logged for these workers, in the order of the kinds."""
    wanted = set(said(facts.answers, "kinds").codes)
    if not wanted:
        told = facts.told.complaints if facts.told is not None else ()
        wanted = {each.kind.value for each in told if facts.worker_ids & set(each.worker_ids)}
        if any(worker.calculation.total > 0 for worker in facts.workers):
            wanted.add(ComplaintKind.WAGE_ARREARS.value)
    return tuple(kind for kind in COMPLAINT_KINDS if kind.value in wanted)


LETTER: Final = Letter(
    "rights_sheet",
    N_("Rights sheet"),
    story,
    AddresseeKind.WORKER,
    grounds,
    fields=_FIELDS,
    texts=_TEXTS,
    nameless=True,
)
