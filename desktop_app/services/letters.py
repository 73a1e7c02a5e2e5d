"""Letters: a draft to look at with what is said about it, making and keeping it, reading it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from desktop_app.db import models
from desktop_app.db.queries import Session
from desktop_app.db.queries import letters as letter_queries
from desktop_app.domain.cases import CaseWorker, MoneyEntry, MoneyKind
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.deadlines import after_claim
from desktop_app.domain.letter_edits import Paragraph
from desktop_app.domain.letters import LetterLanguage, LetterRequest, LetterRow, PageImage
from desktop_app.domain.money import NOTHING
from desktop_app.domain.permissions import Action
from desktop_app.domain.progress import Step, silent
from desktop_app.errors import AppError
from desktop_app.exports.whole_file import whole_file
from desktop_app.i18n import N_, interface
from desktop_app.letters.claim_totals import debt_of
from desktop_app.services import access, clocks, law, letter_keeping, money, sealed, warnings
from desktop_app.services.cases import NO_CASE, stored_case
from desktop_app.services.files import OpenFile
from desktop_app.services.letter_facts import Gathered, gather
from desktop_app.services.letter_keeping import NO_LETTER, keep, keep_copy
from desktop_app.services.letter_review import Examined, examined, stops

_MADE: Final = frozenset({Kind.LETTER, Kind.CASE, Kind.MONEY, Kind.DEADLINE})


@dataclass(frozen=True)
class Looked:
    """A draft as PDF, what is said about it, and what of it may be changed by hand."""

    pdf: bytes
    examined: Examined
    paragraphs: tuple[Paragraph, ...]


class NotDrawn(AppError):
    """The letter cannot be drawn as it is worded; what is said about it and its words come along, to be mended."""

    def __init__(self, reason: AppError, told: Examined, paragraphs: tuple[Paragraph, ...]) -> None:
        super().__init__(reason.message.msgid, **reason.message.params)
        self.examined, self.paragraphs = told, paragraphs


def look(file: OpenFile, request: LetterRequest, *, apart: bool = False) -> Looked:
    """The draft with everything said about it, read once; `apart` shows the first of the letters to be made apart.

    Raises InvalidInput when the request is wrong, AppError when the case holds nothing for such a letter, NotDrawn when
    its words cannot be drawn.
    """
    from desktop_app.letters import catalogue as made

    norms = law.norms(file)
    with access.reading(file, Action.DRAFT_LETTER, "case", request.case_id) as session:
        gathered = gather(file, session, request, norms)
        shown = next(gathered.apart()).facts if apart else gathered.facts
        paragraphs = made.paragraphs(shown)
        told = examined(file, session, gathered, paragraphs)
        try:
            return Looked(made.render(shown), told, paragraphs)
        except AppError as error:
            raise NotDrawn(error, told, paragraphs) from error


def create(file: OpenFile, request: LetterRequest) -> Saved:
    """Make the letter under the next outgoing number and keep it; the id of the letter.

    What it demands beyond what was claimed before is recorded as claimed, and the case gets the day after the
    demanded date as its next date unless it has an earlier one. A day that it promises a worker is put among the dates
    of the case. Raises InvalidInput when a requisite is missing, when
    the letter holds what its addressee may not see, or when a warning asks to stop and was not talked over; then
    nothing is kept.
    """
    (letter_id,) = create_all(file, (request,))
    return Saved(letter_id, _MADE)


def create_all(
    file: OpenFile,
    requests: tuple[LetterRequest, ...],
    *,
    apart: bool = False,
    step: Step = silent,
    also: Callable[[Session], object] | None = None,
) -> tuple[int, ...]:
    """Make several letters of one case in one transaction, each with its line in the log; their ids. All or none.

    `apart`: one letter for each worker of a request, each under its own number. `step` is told how many of how many are
    made and may raise Cancelled. `also` is done in the same transaction. Raises as `create`.
    """
    norms = law.norms(file)
    case_id = requests[0].case_id
    if any(request.case_id != case_id for request in requests):
        # Who may make a letter of one case may not be allowed to of the other.
        raise AppError(NO_CASE)
    made: list[int] = []
    with access.writing(file, Action.CREATE_LETTER, "letter", case_id=case_id) as session:
        gathered = [(request, gather(file, session, request, norms)) for request in requests]
        whole = [(request, each) for request, told in gathered for each in (told.apart() if apart else (told,))]
        for request in requests:
            warnings.heed(file, session, case_id, request.kind, talked_over=request.talked_over)
        for number, (request, each) in enumerate(whole):
            step(number, len(whole))
            made.append(_make(file, session, request, each))
        session.info["entity_id"] = made[0]
        for letter_id in made[1:]:
            access.note(session, file, Action.CREATE_LETTER, "letter", letter_id)
        if also is not None:
            also(session)
        sealed.settle(file, session, case_id)
    return tuple(made)


def _make(file: OpenFile, session: Session, request: LetterRequest, gathered: Gathered) -> int:
    """Keep one letter with its copy, the money it claims and the date it starts; its id."""
    from desktop_app.letters.catalogue import LETTERS

    refuse(stops(file, session, gathered))
    letter = keep(session, request.case_id, gathered.facts)
    if request.with_copy and request.language is not LetterLanguage.EN:
        keep_copy(session, request.case_id, letter, gathered.facts)
    kind = LETTERS[request.kind]
    if kind.is_reading(request.language):
        return letter.id
    if kind.about_wages:
        session.add_all(map(money.stored_entry, _claimed(gathered)))
    if kind.about_wages and kind.asks_date:
        _date_case(stored_case(session, request.case_id), after_claim(request.pay_by))
    session.flush()
    if kind.asks_date:
        clocks.start_for_letter(session, letter, after_claim(request.pay_by), file.staff.id)
    if kind.promises_day:
        told = gathered.facts.worker_ids
        clocks.promise_for_letter(session, letter, min(told) if len(told) == 1 else None, file.staff.id)
    return letter.id


def create_with_copy(file: OpenFile, request: LetterRequest, path: Path) -> Saved:
    """As `create`, and a copy at `path`. When that place cannot take the whole file, no letter is made either."""

    def take_room(session: Session) -> None:
        letter = session.get(models.Letter, session.info["entity_id"])
        if letter is not None:
            # Only the room: no word leaves the file before a line in the log says so.
            unfinished.write_bytes(bytes(len(letter.pdf)))

    with whole_file(path) as unfinished:
        (letter_id,) = create_all(file, (request,), also=take_room)
        unfinished.write_bytes(letter_keeping.kept_content(file, letter_id, Action.EXPORT_LETTER))
    return Saved(letter_id, _MADE)


def pdf(file: OpenFile, letter_id: int) -> bytes:
    """The kept letter byte for byte; that it was looked at is logged. DamagedFile when it is not what was kept."""
    return letter_keeping.kept_content(file, letter_id, Action.VIEW_LETTER)


def save_copy(file: OpenFile, letter_id: int, path: Path) -> None:
    """Write the kept letter byte for byte to `path`, whole or not at all; that it leaves the file is logged first.

    Raises AppError when the place cannot take it, DamagedFile as `pdf` does.
    """
    with whole_file(path) as unfinished:
        unfinished.write_bytes(letter_keeping.kept_content(file, letter_id, Action.EXPORT_LETTER))


def row(file: OpenFile, letter_id: int) -> LetterRow:
    """The line of one letter in the list."""
    with access.reading(file, Action.VIEW_LETTER, "letter", letter_id) as session:
        found = letter_queries.row(session, letter_id)
    if found is None:
        raise AppError(NO_LETTER)
    return found


def page(file: OpenFile, text: str, after_id: int | None, limit: int) -> tuple[LetterRow, ...]:
    """Letters newest first, those of `text` (a number, a case, an employer, a worker), below `after_id`."""
    with access.reading(file, Action.LIST_LETTERS) as session:
        return letter_queries.page(session, access.viewer(file, session), text, after_id, limit)


def pages(content: bytes, zoom: float, most: int | None = None) -> tuple[PageImage, ...]:
    """The pages of a letter as pictures, `most` of them at most; `zoom` 1.0 is 96 dots an inch."""
    from desktop_app.letters import preview

    return preview.pages(content, zoom, most)


def page_count(content: bytes) -> int:
    """How many pages a letter has."""
    from desktop_app.letters import preview

    return preview.count(content)


def _claimed(gathered: Gathered) -> tuple[MoneyEntry, ...]:
    """What the letter demands beyond what was claimed for a worker before: two letters do not claim a debt twice."""
    entries = []
    for worker, told in zip(gathered.workers, gathered.facts.workers, strict=True):
        more = debt_of(gathered.facts, told).total - _claimed_before(worker)
        if more > 0:
            entries.append(MoneyEntry(worker.id, MoneyKind.CLAIMED, more, gathered.facts.on))
    return tuple(entries)


def _claimed_before(worker: CaseWorker) -> Decimal:
    return sum((entry.amount for entry in worker.money if entry.kind is MoneyKind.CLAIMED), NOTHING)


def _date_case(case: models.Case, proposed: date) -> None:
    if case.next_date is None or case.next_date > proposed:
        case.next_date = proposed
        case.next_step = interface()(N_("See whether the employer has paid"))
        case.version += 1
