"""Withheld documents as the police and others are told of them: what, whose, who keeps it, how it came about.

Nothing of the stay is told, and the words somebody used only when the lawyer asks for them: they may betray it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.answers import Answers, in_words, said
from desktop_app.domain.complaint_forms import form_of
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.held_documents import (
    DOCUMENT_KINDS,
    OF_IDENTITY,
    PERSONAL,
    DocumentKind,
    HeldDocument,
    is_returned,
    looks_unlawful,
)
from desktop_app.domain.letters import LetterFacts
from desktop_app.i18n import N_, Translator, format_partial
from desktop_app.letters.blocks import Block, Column, Grid, Words
from desktop_app.letters.complaint_lines import Group, Line, Listing, Told, groups, tell

_ROLES: Final = {
    "employer": N_("The documents are kept by the employer or head: %(name)s."),
    "foreman": N_("The documents are kept by the foreman: %(name)s."),
    "guard": N_("The documents are kept by a guard: %(name)s."),
    "intermediary": N_("The documents are kept by an intermediary: %(name)s."),
    "landlord": N_("The documents are kept by the owner of the housing: %(name)s."),
    "worker": N_("The documents are kept by another worker: %(name)s."),
    "official": N_("The documents are kept by an official: %(name)s."),
    "other": N_("The documents are kept by: %(name)s."),
}
_UNNAMED: Final = N_("name not known")

LINES: Final[tuple[Told, ...]] = (
    Line("consent", N_("There was no consent to leave the originals."), ("none",)),
    Line("consent", N_("The consent to leave the originals was given under pressure."), ("pressed",)),
    Line("undertaking", N_("No written undertaking to return them was given."), ("no",)),
    Line("undertaking", N_("There is a written undertaking to return them."), ("yes",)),
    Line("reason", N_("Reason given: to draw up papers."), ("registration",)),
    Line("reason", N_("Reason given: to keep them safe."), ("safekeeping",)),
    Line("reason", N_("Reason given: a debt."), ("debt",)),
    Line("reason", N_("Reason given: until the work ends."), ("until_end",)),
    Line("reason", N_("Reason given: damage or a fine."), ("damage",)),
    Line("reason", N_("No reason was given."), ("nothing",)),
    Line("condition", N_("Condition for giving them back: to pay a debt."), ("debt",)),
    Line("condition", N_("Condition for giving them back: to pay money."), ("money",)),
    Line("condition", N_("Condition for giving them back: to finish the work."), ("until_end",)),
    Line("condition", N_("Condition for giving them back: that another worker comes instead."), ("replacement",)),
    Line("condition", N_("Condition for giving them back: to take the complaint back."), ("silence",)),
    Line("sum", N_("Sum demanded for giving them back: %(value)s.")),
    Line("demanded", N_("The return was demanded by word."), ("spoken",)),
    Line("demanded", N_("The return was demanded in writing."), ("written",)),
    Line("demanded_on", N_("Day of the demand: %(value)s.")),
    Line("state", N_("The documents are hidden, as far as is known."), ("hidden",)),
    Line("state", N_("The documents were destroyed, as far as is known."), ("destroyed",)),
    Line("state", N_("The documents are said to be lost."), ("lost",)),
    Listing(
        "consequences",
        N_("Without the documents there is: %(list)s."),
        {
            "cannot_leave": N_("no possibility to leave the country"),
            "cannot_change": N_("no possibility to change the job"),
            "no_card": N_("no bank card or account"),
            "no_care": N_("no medical help"),
        },
    ),
    Line("threats", N_("There were threats."), ("yes",)),
    Line("copies", N_("There is a photograph or copy of the documents; it will be shown on request."), ("yes",)),
)
_KEY: Final[tuple[Told, ...]] = (*LINES, Line("role", "", ("",)), Line("holder", ""), Line("witnesses", ""))
_WORDS: Final[tuple[Told, ...]] = (Line("words", N_("Words used when they were taken: “%(value)s”.")),)


@dataclass(frozen=True)
class Held:
    """The documents of workers of a letter that are still kept, and the complaints that tell of them."""

    groups: tuple[Group, ...]
    documents: tuple[HeldDocument, ...]
    others: int

    @property
    def kinds(self) -> frozenset[DocumentKind]:
        """What is kept."""
        return frozenset(document.kind for document in self.documents)

    @property
    def names_offence(self) -> bool:
        """Whether passports or identity cards are kept in a way that looks unlawful."""
        return bool(self.kinds & OF_IDENTITY) and self._unlawful

    @property
    def names_crime(self) -> bool:
        """Whether personal documents are kept in a way that looks unlawful."""
        return bool(self.kinds & PERSONAL) and self._unlawful

    @property
    def _unlawful(self) -> bool:
        return any(
            looks_unlawful(group.answers) or said(group.answers, "demanded").text in ("spoken", "written")
            for group in self.groups
        )

    def is_any(self, name: str, *codes: str) -> bool:
        """Whether a question was answered with one of these codes in any of the complaints."""
        return any(set(codes) & set(said(group.answers, name).codes) for group in self.groups)


def held(facts: LetterFacts) -> Held:
    """What is kept from the workers of the letter, and from how many others."""
    found = tuple(groups(facts, ComplaintKind.WITHHELD_DOCUMENTS, _KEY))
    told = facts.told.complaints if facts.told is not None else ()
    kept = [
        document
        for complaint in told
        if complaint.kind is ComplaintKind.WITHHELD_DOCUMENTS
        for document in complaint.documents
        if not is_returned(document, facts.on)
    ]
    places = {worker.worker_id: at for at, worker in enumerate(facts.workers)}
    ours = sorted(
        (each for each in kept if each.worker_id in places), key=lambda each: (places[each.worker_id], each.id)
    )
    others = {each.worker_id for each in kept if each.worker_id not in places}
    return Held(found, tuple(ours), len(others))


def table(facts: LetterFacts, found: Held, tr: Translator) -> Grid:
    """Each document with its owner, number, the day it was taken, and where it is said to be."""
    owners = {worker.worker_id: worker.person.full_name for worker in facts.workers}
    crew = len(facts.workers) > 1
    columns = [Column(tr(N_("No.")), 9, "right")]
    columns += [Column(tr(N_("Owner")), 50)] if crew else []
    columns.append(Column(tr(N_("Document")), 40))
    columns.append(Column(tr(N_("Number")), 32))
    columns.append(Column(tr(N_("Kept since")), 28))
    has_place = any(each.held_by or each.place for each in found.documents)
    columns += [Column(tr(N_("Who keeps it, where")), 50)] if has_place else []
    rows = []
    for number, each in enumerate(found.documents, start=1):
        since = each.since
        row = [str(number)]
        row += [owners[each.worker_id]] if crew else []
        row += [tr(DOCUMENT_KINDS[each.kind]), each.number or "–"]
        row.append("–" if since is None else format_partial(since.year, since.month, since.day, tr.code))
        if has_place:
            row.append(", ".join(text for text in (each.held_by, each.place) if text) or "–")
        rows.append(tuple(row))
    return Grid(tuple(columns), tuple(rows))


def circumstances(facts: LetterFacts, found: Held, tr: Translator, *, with_words: bool = False) -> Iterator[Block]:
    """Who keeps them and how it came about, complaint by complaint; others are only counted."""
    for group in found.groups:
        yield from _holder(group.answers, tr)
        lines = (*LINES, *_WORDS) if with_words else LINES
        yield from tell(facts, tr, ComplaintKind.WITHHELD_DOCUMENTS, lines, group)
        if said(group.answers, "witnesses").text:
            yield Words(tr(N_("There are witnesses; they will be named on request.")), "fact")
    if found.others:
        yield Words(
            tr.n(
                "Documents of %(n)s other worker are kept too.",
                "Documents of %(n)s other workers are kept too.",
                found.others,
            ),
            "fact",
        )


def _holder(answers: Answers, tr: Translator) -> Iterator[Block]:
    role = said(answers, "role").text
    spec = next(each for each in form_of(ComplaintKind.WITHHELD_DOCUMENTS).fields if each.name == "holder")
    name = in_words(spec, said(answers, "holder"), tr, tr.code)
    if role in _ROLES or name:
        yield Words(tr(_ROLES.get(role, _ROLES["other"]), name=name or tr(_UNNAMED)), "fact")
