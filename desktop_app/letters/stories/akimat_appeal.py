"""The appeal to an akimat: a labour immigrant's permit, housing, a place at school for children.

Requisites: Administrative Procedural and Process-Related Code, article 63(2). What akimats do: Law on migration, 15.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import Answer, Answers, FieldKind, FieldSpec, in_words, said
from desktop_app.domain.case_told import CaseTold
from desktop_app.domain.complaint_forms import form_of
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import appeal, letterhead, sums
from desktop_app.letters.blocks import Block, Story, Words
from desktop_app.letters.grounds import cite, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

PERMIT, HOUSING, SCHOOL = "permit", "housing", "school"

_NO_SUBJECT: Final = N_("Choose what the appeal to the akimat is about.")
_NO_FACTS: Final = N_("Log the complaint first, or write what is asked: this appeal is made from it.")
_ABOUT: Final = {
    PERMIT: N_("about the permit of a labour immigrant"),
    HOUSING: N_("about living conditions"),
    SCHOOL: N_("about a place at school for children"),
}
_KIND: Final = {HOUSING: ComplaintKind.HOUSING, SCHOOL: ComplaintKind.SCHOOLING}
_SHOWN: Final[dict[str, dict[str, str]]] = {
    HOUSING: {
        "where": N_("Address of the housing"),
        "what": N_("Living conditions"),
        "people": N_("People in one room"),
        "children": N_("Children live in the housing"),
        "leave_by": N_("It is demanded to leave by"),
    },
    SCHOOL: {
        "children": N_("Number of children"),
        "ages": N_("Years of birth of the children"),
        "school": N_("School or kindergarten"),
    },
}
"""Answers of a complaint that an akimat may read, and what they are called there; none tells the right to stay."""
_STATUS: Final = frozenset({"no_notice"})
"""Choices left out of what is printed: they tell how somebody is registered."""

_SINCE: Final = FieldSpec("since", N_("Since when it has lasted"), FieldKind.PARTIAL_DATE)
_APPLIED: Final = FieldSpec("applied_on", N_("The akimat was asked before, on"), FieldKind.DAY)
_FIELDS: Final = (
    FieldSpec(
        "subject",
        N_("What the appeal is about"),
        FieldKind.CHOICE,
        (
            (PERMIT, N_("A labour immigrant’s permit")),
            (HOUSING, N_("Housing")),
            (SCHOOL, N_("A place at school")),
        ),
        required=True,
    ),
    _SINCE,
    _APPLIED,
    FieldSpec(
        "asked",
        N_("What is asked of the akimat"),
        FieldKind.NOTE,
        hint=N_("One sentence each, as the akimat is to read it. Nothing about the right to stay."),
        required=True,
        span=2,
    ),
    FieldSpec(
        "name_employer",
        N_("Name the employer in the appeal"),
        FieldKind.YES_NO_UNKNOWN,
        hint=N_("Only when the akimat needs it, and the worker agrees."),
    ),
)

_PERMIT: Final = Text(
    "akimat.permit",
    N_(
        "Permits of labour immigrants are issued and extended by the local executive bodies (%(norm)s). "
        "What the law requires for the permit is laid down in %(rules)s."
    ),
)
_HOUSING: Final = Text(
    "akimat.housing",
    N_("Immigrants have the rights and freedoms that the law grants, and may turn to state bodies (%(norm)s)."),
)
_SCHOOL: Final = Text(
    "akimat.school",
    N_("Local executive bodies take measures for the education of migrants’ children (%(norm)s)."),
)
_SCHOOL_LAW: Final = Text("akimat.school_law", N_("The right of the children to education rests on %(norm)s."))
_BEFORE: Final = Text("akimat.before", N_("The applicants turned to the akimat about this on %(day)s."))
_LASTS: Final = Text("akimat.lasts", N_("It has lasted since: %(day)s."))
_FORM: Final = Text("akimat.form", N_("The appeal meets the requirements of %(norm)s."))
_ASK: Final = Text("akimat.ask", N_("On these grounds we ask you:"))
_LOOK: Final = Text(
    "akimat.look", N_("to consider this appeal on its merits and to inform the applicants of the result;")
)
_REFUSAL: Final = Text(
    "akimat.refusal",
    N_("if it is refused, to give the grounds in writing and to explain how the refusal may be appealed against."),
)
_TEXTS: Final = (
    *appeal.TEXTS, _PERMIT, _HOUSING, _SCHOOL, _SCHOOL_LAW, _BEFORE, _LASTS, _FORM, _ASK, _LOOK, _REFUSAL,
)  # fmt: skip


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole appeal in one language. AppError without a subject, or when nothing is known of it."""
    told, subject = facts.told, said(facts.answers, "subject").text
    if subject not in _ABOUT:
        raise AppError(_NO_SUBJECT)
    if told is None or not (_complaints(told, facts, subject) or _asked(facts.answers)):
        raise AppError(_NO_FACTS)
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening_to_body(facts, tr)
    blocks.append(Words(tr(N_("APPEAL")), "title"))
    blocks.append(Words(tr(_ABOUT[subject]), "subtitle"))
    blocks += appeal.applicants(facts, tr)
    if said(facts.answers, "name_employer").is_yes:
        blocks += appeal.employer(facts, tr)
    blocks += _circumstances(facts, told, subject, tr)
    blocks += _law(facts, subject, tr)
    blocks += _requests(facts, tr)
    blocks += appeal.term_and_answer(facts, tr)
    blocks += appeal.signatures(facts, tr)
    return tuple(blocks)


def _complaints(told: CaseTold, facts: LetterFacts, subject: str) -> tuple[Answers, ...]:
    kind = _KIND.get(subject)
    return () if kind is None else tuple(each.answers for each in told.of_kind(kind, facts.worker_ids))


def _asked(answers: Answers) -> tuple[str, ...]:
    """What is asked, line by line as it was typed."""
    lines = (line.strip().rstrip(";.").rstrip() for line in said(answers, "asked").text.splitlines())
    return tuple(line for line in lines if line)


def _told(spec: FieldSpec, answer: Answer, tr: Translator) -> str:
    """An answer as it stands in the middle of a sentence."""
    if not spec.offered:
        return in_words(spec, answer, tr, tr.code)
    names = dict(spec.offered)
    chosen = (tr(names[code]) for code in answer.codes if code in names and code not in _STATUS)
    return ", ".join(name[:1].lower() + name[1:] for name in chosen)


def _circumstances(facts: LetterFacts, told: CaseTold, subject: str, tr: Translator) -> Iterator[Block]:
    if subject in _KIND:
        specs = {spec.name: spec for spec in form_of(_KIND[subject]).fields}
        for answers in _complaints(told, facts, subject):
            for name, title in _SHOWN[subject].items():
                if text := _told(specs[name], said(answers, name), tr).rstrip("."):
                    yield Words(tr(N_("%(question)s: %(answer)s."), question=tr(title), answer=text), "fact")
    if since := in_words(_SINCE, said(facts.answers, "since"), tr, tr.code):
        yield say(facts, tr, _LASTS, day=since)
    before = said(facts.answers, "applied_on").when
    if before is not None and before.full is not None:
        yield say(facts, tr, _BEFORE, day=sums.day(before.full, tr))


def _law(facts: LetterFacts, subject: str, tr: Translator) -> Iterator[Block]:
    if subject == PERMIT:
        norms = {"norm": cite(facts, "mig.15", tr.code), "rules": cite(facts, "mig.43-2", tr.code)}
        yield say(facts, tr, _PERMIT, "ground", "", **norms)
    elif subject == HOUSING:
        yield say(facts, tr, _HOUSING, "ground", norm=cite(facts, "mig.5", tr.code))
    else:
        yield say(facts, tr, _SCHOOL, "ground", norm=cite(facts, "mig.15", tr.code))
        for key in _school_norms(facts):
            yield say(facts, tr, _SCHOOL_LAW, "ground", norm=cite(facts, key, tr.code))
    yield say(facts, tr, _FORM, "ground", norm=cite(facts, "appc.63.2", tr.code))


def _requests(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    yield appeal.ask(facts, tr, _ASK)
    asked = _asked(facts.answers)
    for number, line in enumerate(asked, start=1):
        yield Words(f"{line};", "item", f"{number}.")
    yield say(facts, tr, _LOOK, "item", f"{len(asked) + 1}.")
    yield say(facts, tr, _REFUSAL, "item", f"{len(asked) + 2}.")


def _school_norms(facts: LetterFacts) -> tuple[str, ...]:
    """The law of the family's ground to be here, where it gives a right to school; for others it is silent."""
    told = facts.told
    complaints = () if told is None else told.of_kind(ComplaintKind.SCHOOLING, facts.worker_ids)
    grounds = {said(each.answers, "basis").text for each in complaints}
    found = ("edu.8",) if grounds & {"permanent", "family"} else ()
    return (*found, "eaeu.98.8") if "eaeu" in grounds else found


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    of_subject: dict[str, tuple[str, ...]] = {
        PERMIT: ("mig.15", "mig.43-2"),
        HOUSING: ("mig.5",),
        SCHOOL: ("mig.15", *_school_norms(facts)),
    }
    keys = (*appeal.RESTS_ON, *of_subject.get(said(facts.answers, "subject").text, ()))
    return tuple(fact_of(facts, key) for key in keys)


def _requisites(facts: LetterFacts) -> Iterable[Problem]:
    yield from appeal.requisites(facts)
    by_employer = said(facts.answers, "name_employer").is_yes and not facts.employer.name.strip()
    if by_employer:
        yield Problem("employer.name", Message(N_("Write the name of the employer first, or leave the employer out.")))


LETTER: Final = Letter(
    "akimat_appeal",
    N_("Appeal to the akimat"),
    story,
    AddresseeKind.AKIMAT,
    _grounds,
    fields=(*_FIELDS, *appeal.SIGNED),
    texts=_TEXTS,
    requisites=_requisites,
)
