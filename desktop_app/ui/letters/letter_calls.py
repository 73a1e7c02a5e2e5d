"""What the letter screens ask of the services, several questions in one call."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.case_told import concerned
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import StaffMember
from desktop_app.domain.changes import Saved
from desktop_app.domain.complaint_cards import ComplaintCard
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.directory import EntryCard
from desktop_app.domain.letter_edits import Paragraph
from desktop_app.domain.letter_json import DraftRow, Wanted
from desktop_app.domain.letters import LetterRow, PageImage
from desktop_app.domain.posting import IncomingRow
from desktop_app.errors import Cancelled
from desktop_app.services import addressees, complaints_log, incoming, letter_drafts, letters, staff
from desktop_app.services.files import OpenFile
from desktop_app.services.letter_drafts import KeptDraft
from desktop_app.services.letter_review import Examined

MOST_PAGES: Final = 20
"""A page drawn takes megabytes; who wants to read more of them saves the letter as PDF."""


@dataclass(frozen=True)
class Pages:
    """The first pages of a letter as pictures, and how many more it has."""

    drawn: tuple[PageImage, ...]
    more: int


@dataclass(frozen=True)
class Begun:
    """What a letter of a case begins with: who may sign, whom it may go to, what the case is about, a kept draft.

    `complaints` are the open ones; `concerns`: the workers whom those of each kind are about.
    """

    members: tuple[StaffMember, ...]
    bodies: Mapping[AddresseeKind, tuple[EntryCard, ...]]
    complaints: tuple[ComplaintKind, ...]
    kept: KeptDraft | None = None
    concerns: Mapping[ComplaintKind, frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """How a letter would look: its pages, what is said about it, what of it may be changed by hand."""

    pages: Pages
    examined: Examined
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Made:
    """Letters that were made: how many, and the first and the last of them."""

    count: int
    first: LetterRow
    last: LetterRow


@dataclass(frozen=True)
class OfCase:
    """The drafts, the letters and the incoming papers of a case, newest first."""

    case_id: int
    drafts: tuple[DraftRow, ...]
    letters: tuple[LetterRow, ...]
    papers: tuple[IncomingRow, ...]


@dataclass(eq=False)
class Progress:
    """How far letters or a journal are, told by the worker and looked at by the window; the wish to stop."""

    done: int = 0
    all: int = 0
    cancelled: threading.Event = field(default_factory=threading.Event)

    def step(self, done: int, whole: int) -> None:
        """So many of so many are done. Raises Cancelled when somebody wished to stop."""
        self.done, self.all = done, whole
        if self.cancelled.is_set():
            raise Cancelled


def begin(file: OpenFile, card: CaseCard, draft_id: int | None) -> Begun:
    """Everything that the form of a letter offers. AppError when the draft is gone."""
    country = next((worker.person.citizenship for worker in card.workers if worker.person.citizenship), "")
    complaints = tuple(each for each in complaints_log.listing(file, card.id) if each.settled_on is None)
    return Begun(
        staff.listing(file),
        addressees.offered_to_all(file, card.region, country),
        tuple(dict.fromkeys(each.kind for each in complaints)),
        None if draft_id is None else letter_drafts.one(file, draft_id),
        _concerns(complaints, frozenset(worker.id for worker in card.workers)),
    )


def draft(file: OpenFile, wanted: Wanted, zoom: float) -> Draft:
    """The draft with everything to be said about it; of letters that are made apart the first one.

    Raises InvalidInput when the request is wrong, AppError when the case holds nothing for such a letter.
    """
    looked = letters.look(file, wanted.request, apart=wanted.apart)
    return Draft(_drawn(looked.pdf, zoom), looked.examined, looked.paragraphs)


def keep(file: OpenFile, wanted: Wanted, draft_id: int | None, version: int) -> Saved:
    """Keep the letter as a draft."""
    return letter_drafts.keep(file, wanted, draft_id, version)


def finish(file: OpenFile, wanted: Wanted, draft_id: int | None, version: int, progress: Progress) -> Made | None:
    """Make the letter or letters; None when somebody wished to stop, and then none of them is made."""
    try:
        made = letter_drafts.finish(file, wanted, draft_id, version, progress.step)
    except Cancelled:
        return None
    return Made(len(made), letters.row(file, made[0]), letters.row(file, made[-1]))


def of_case(file: OpenFile, case_id: int) -> OfCase:
    """What the tab of a case shows."""
    written = letter_drafts.of_case(file, case_id), letter_drafts.letters_of_case(file, case_id)
    return OfCase(case_id, *written, incoming.of_case(file, case_id))


def stored(file: OpenFile, letter_id: int, zoom: float) -> tuple[LetterRow, Pages]:
    """A kept letter: its line in the list and its pages."""
    return letters.row(file, letter_id), _drawn(letters.pdf(file, letter_id), zoom)


def save_copy(file: OpenFile, letter_id: int, path: Path) -> Path:
    """Write a kept letter byte for byte to `path`, whole or not at all. AppError when the place cannot take it."""
    letters.save_copy(file, letter_id, path)
    return path


def _concerns(complaints: Iterable[ComplaintCard], everybody: frozenset[int]) -> dict[ComplaintKind, frozenset[int]]:
    """The workers whom the complaints of each kind concern; a complaint that names nobody is about everybody."""
    found: dict[ComplaintKind, frozenset[int]] = {}
    for each in complaints:
        about = concerned(each.documents, each.worker_ids or everybody)
        found[each.kind] = found.get(each.kind, frozenset()) | about
    return found


def _drawn(content: bytes, zoom: float) -> Pages:
    drawn = letters.pages(content, zoom, MOST_PAGES)
    return Pages(drawn, letters.page_count(content) - len(drawn))
