"""The list of exhibits: the attachments of the case in order, what each proves, and on which sheets it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.attachments import TYPE_NAMES, AttachmentType
from desktop_app.domain.case_told import Exhibit
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.letters import letterhead, sums
from desktop_app.letters.blocks import Block, Column, Grid, Story, Words
from desktop_app.letters.fonts import unprintable
from desktop_app.letters.kind import Letter

TITLE: Final = N_("List of exhibits")
_NOTHING: Final = N_("The case has no attachments for this list. Add them under Attachments first.")
_LEAVE_OUT: Final = "leave_out"
_NONE: Final = "–"

_FIELDS: Final = (
    FieldSpec(
        _LEAVE_OUT,
        N_("Leave out: numbers of the list"),
        FieldKind.TEXT,
        hint=N_("For example 2, 5. The exhibits behind them are numbered anew."),
    ),
)


@dataclass(frozen=True)
class Placed:
    """An exhibit with its number and its first and last sheet; both sheets are None when it has no pages to count."""

    number: int
    exhibit: Exhibit
    first: int | None = None
    last: int | None = None


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole list in one language. AppError when the case has no attachments."""
    found = placed(_chosen(facts))
    if not found:
        raise AppError(_NOTHING)
    blocks: list[Block] = [*letterhead.head(facts, tr)]
    blocks.append(Words(tr(N_("LIST OF EXHIBITS")), "title"))
    blocks.append(Words(tr(N_("with numbered sheets")), "subtitle"))
    blocks += body(facts, found, tr)
    blocks.append(letterhead.signature(facts.signer, tr))
    return tuple(blocks)


def body(facts: LetterFacts, found: tuple[Placed, ...], tr: Translator) -> Iterator[Block]:
    """The case, the employer and the exhibits, without letterhead and signature."""
    yield Words(tr(N_("Case: %(number)s."), number=facts.case_number), "fact")
    yield Words(tr(N_("Employer: %(name)s."), name=facts.employer.name), "fact")
    if len(facts.workers) == 1:
        yield Words(tr(N_("Worker: %(name)s."), name=sums.named(facts.workers[0].person, tr)), "fact")
    yield _table(found, tr)
    exhibits = tr.n("%(n)s exhibit", "%(n)s exhibits", len(found))
    sheets = tr.n("%(n)s sheet", "%(n)s sheets", max((each.last or 0 for each in found), default=0))
    yield Words(tr(N_("In all: %(exhibits)s, %(sheets)s."), exhibits=exhibits, sheets=sheets), "total")
    if any(each.first is None for each in found):
        yield Words(
            tr(N_("Exhibits without sheets (sound, video, tables, texts) are handed over on a carrier.")),
            "fact",
        )


def placed(exhibits: Iterable[Exhibit]) -> tuple[Placed, ...]:
    """The exhibits numbered from 1 in their order, their sheets counted through from 1."""
    found, sheet = [], 0
    for number, exhibit in enumerate(exhibits, start=1):
        if exhibit.pages:
            found.append(Placed(number, exhibit, sheet + 1, sheet + exhibit.pages))
            sheet += exhibit.pages
        else:
            found.append(Placed(number, exhibit))
    return tuple(found)


def _table(found: tuple[Placed, ...], tr: Translator) -> Grid:
    columns = (
        Column(tr(N_("No.")), 9, "right"),
        Column(tr(N_("Exhibit")), 44),
        Column(tr(N_("Kind of file")), 32),
        Column(tr(N_("What it proves")), 52),
        Column(tr(N_("Added on")), 21, "centre"),
        Column(tr(N_("Sheets")), 22),
        Column(tr(N_("Pages")), 17, "right"),
    )
    return Grid(columns, tuple(_row(each, tr) for each in found))


def _row(each: Placed, tr: Translator) -> tuple[str, ...]:
    exhibit = each.exhibit
    kind = tr(TYPE_NAMES[AttachmentType(exhibit.kind)]) if exhibit.kind in tuple(AttachmentType) else ""
    note = " ".join(exhibit.note.split())
    head = (str(each.number), _shown(exhibit.name), kind, note, sums.short_day(exhibit.added_on, tr))
    if each.first is None:
        return *head, tr(N_("no pages to count")), _NONE
    sheets = str(each.first) if each.first == each.last else f"{each.first}–{each.last}"
    return *head, sheets, str(exhibit.pages)


def _shown(name: str) -> str:
    """A file name as paper can show it: it cannot be changed, so a picture sign in it must not stop the list."""
    return name if unprintable(name) is None else "".join("?" if unprintable(sign) else sign for sign in name)


def _chosen(facts: LetterFacts) -> tuple[Exhibit, ...]:
    exhibits = facts.told.exhibits if facts.told is not None else ()
    left_out = _numbers(said(facts.answers, _LEAVE_OUT).text)
    return tuple(each for number, each in enumerate(exhibits, start=1) if number not in left_out)


def _numbers(text: str) -> frozenset[int]:
    return frozenset(int(each) for each in re.findall(r"[0-9]{1,6}", text))


def _requisites(facts: LetterFacts) -> Iterator[Problem]:
    """A number that is not in the list, or words instead of numbers, would leave something out unseen."""
    text = said(facts.answers, _LEAVE_OUT).text
    exhibits = facts.told.exhibits if facts.told is not None else ()
    wrong = re.sub(r"[0-9]{1,6}|[\s,;.]", "", text)
    if wrong or any(not 1 <= number <= len(exhibits) for number in _numbers(text)):
        message = N_("Type numbers of the list, from 1 to %(last)s, with commas between them.")
        yield Problem(f"answers.{_LEAVE_OUT}", Message(message, {"last": len(exhibits)}))


LETTER: Final = Letter(
    "exhibit_list",
    TITLE,
    story,
    AddresseeKind.FILE,
    fields=_FIELDS,
    requisites=_requisites,
    to_many=False,
    counts_pages=True,
)
