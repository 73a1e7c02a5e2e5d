"""Lines of a letter made from the answers of logged complaints: named facts only, never notes, never the status.

What a table here does not name is never printed: a form may grow without a letter telling more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.answers import Answers, in_words, said
from desktop_app.domain.case_told import ToldComplaint
from desktop_app.domain.complaint_forms import form_of
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.i18n import N_, Translator
from desktop_app.letters.blocks import Block, Words
from desktop_app.letters.grounds import cite
from desktop_app.letters.texts import Text, say


@dataclass(frozen=True)
class Line:
    """A line about one answer: with `codes` it stands when one of them was answered, else it carries %(value)s."""

    name: str
    msgid: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Listing:
    """A line that lists what was chosen; `names` are small-letter phrases by code, the codes left out stay unsaid."""

    name: str
    msgid: str
    names: dict[str, str] = field(hash=False)


@dataclass(frozen=True)
class Ground:
    """What the law says where one of the `codes` was answered; `norms` are keys of the law by placeholder.

    An empty code stands for a question that was not answered.
    """

    name: str
    codes: tuple[str, ...]
    text: Text
    norms: tuple[tuple[str, str], ...] = ()


Told = Line | Listing | Ground


@dataclass(frozen=True)
class Group:
    """Complaints of one kind that say the same, and the workers of the letter they are about, in its order."""

    answers: Answers
    complaints: tuple[ToldComplaint, ...]
    worker_ids: tuple[int, ...]


def groups(facts: LetterFacts, kind: ComplaintKind, lines: Sequence[Told] = ()) -> list[Group]:
    """The complaints of a kind about workers of the letter, those joined that would be told in the same words."""
    found: dict[tuple[object, ...], list[ToldComplaint]] = {}
    names = dict.fromkeys(each.name for each in lines)
    for complaint in facts.told.of_kind(kind, facts.worker_ids) if facts.told is not None else ():
        key = tuple(said(complaint.answers, name).value for name in names)
        found.setdefault(key, []).append(complaint)
    joined = []
    for complaints in found.values():
        about = {each for complaint in complaints for each in complaint.worker_ids}
        ids = tuple(worker.worker_id for worker in facts.workers if worker.worker_id in about)
        joined.append(Group(complaints[0].answers, tuple(complaints), ids))
    return joined


def tell(
    facts: LetterFacts, tr: Translator, kind: ComplaintKind, lines: Sequence[Told], group: Group
) -> Iterator[Block]:
    """Whom it concerns, where that is not everybody, and a line for each answer there is."""
    yield from concerned(facts, tr, group.worker_ids)
    specs = {spec.name: spec for spec in form_of(kind).fields}
    for line in lines:
        answer = said(group.answers, line.name)
        match line:
            case Line(codes=()):
                if value := in_words(specs[line.name], answer, tr, tr.code):
                    yield Words(tr(line.msgid, value=value), "fact")
            case Line():
                if set(line.codes) & set(answer.codes):
                    yield Words(tr(line.msgid), "fact")
            case Listing():
                if chosen := [tr(line.names[code]) for code in answer.codes if code in line.names]:
                    yield Words(tr(line.msgid, list="; ".join(chosen)), "fact")
            case Ground():
                if _applies(line, group):
                    norms = {name: cite(facts, key, tr.code) for name, key in line.norms}
                    yield say(facts, tr, line.text, "body", "", **norms)


def concerned(facts: LetterFacts, tr: Translator, worker_ids: Sequence[int]) -> Iterator[Block]:
    """The names of those something is about, when the letter speaks for others too."""
    if len(worker_ids) < len(facts.workers):
        names = [worker.person.full_name for worker in facts.workers if worker.worker_id in worker_ids]
        yield Words(tr(N_("This concerns: %(names)s."), names=", ".join(names)), "fact")


def norms_of(lines: Sequence[Told], found: Sequence[Group]) -> tuple[str, ...]:
    """The keys of the law that these lines cite for these complaints, each once."""
    return tuple(
        dict.fromkeys(
            key
            for line in lines
            if isinstance(line, Ground)
            for group in found
            if _applies(line, group)
            for _name, key in line.norms
        )
    )


def texts_of(lines: Sequence[Told]) -> tuple[Text, ...]:
    """The standing texts among some lines."""
    return tuple(line.text for line in lines if isinstance(line, Ground))


def _applies(line: Ground, group: Group) -> bool:
    return bool(set(line.codes) & set(said(group.answers, line.name).codes or ("",)))
