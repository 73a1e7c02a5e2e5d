"""The bundle of exhibits of a case: one PDF with the list and every page, stamped, for a court or a colleague."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.db.queries import attachments as queries
from desktop_app.db.queries import cases as case_queries
from desktop_app.domain.attachments import AttachmentHead, AttachmentRow
from desktop_app.domain.case_told import Exhibit
from desktop_app.domain.letters import LetterFacts, LetterLanguage, PageImage
from desktop_app.domain.permissions import Action
from desktop_app.domain.progress import Step, silent
from desktop_app.errors import AppError, DamagedFile, InvalidInput, Message, Problem
from desktop_app.exports.whole_file import whole_file
from desktop_app.i18n import N_
from desktop_app.imports.child import never
from desktop_app.services import access, attachment_pages, law, sealed
from desktop_app.services.attachments import Opened
from desktop_app.services.cases import NO_CASE
from desktop_app.services.exhibit_pages import COUNTABLE
from desktop_app.services.files import OpenFile
from desktop_app.services.letter_facts import file_paper

if TYPE_CHECKING:
    from desktop_app.letters.exhibits import Drawn

LONGER_SIDE: Final = 1_754
"""Pixels of a page: A4 at 150 dots an inch."""

MOST_SHEETS: Final = 400
"""Of one bundle: a court takes no thicker volume, and a computer of a centre has no more memory."""

_NONE_CHOSEN: Final = N_("Choose at least one attachment for the bundle.")
_NOT_OF_CASE: Final = N_("This attachment is not in the case any more. Open the list anew.")
_DAMAGED: Final = N_("Attachment %(number)s of the list is damaged, so no bundle was written. Leave it out.")
_NOT_DRAWN: Final = N_(
    "%(name)s cannot be drawn: it is damaged, has a password, or needs more memory or time than a file may take. No "
    "bundle was written: leave it out, or add a copy of it that opens."
)
_TOO_THICK: Final = N_("One bundle takes %(most)s sheets at most. Make two: choose fewer attachments for each.")


def bundle(
    file: OpenFile,
    case_id: int,
    attachment_ids: tuple[int, ...],
    language: LetterLanguage,
    path: Path,
    step: Step = silent,
    cancelled: Callable[[], bool] = never,
) -> Path:
    """Write the chosen attachments in this order as one PDF to `path`, whole or not at all; the path.

    Every page is a picture with the number of its exhibit and its sheet; what has no pages stands in the list alone.
    That each attachment leaves the file is logged before it does. `step` is told how many exhibits of how many are
    drawn. Raises InvalidInput, AppError, DamagedFile, NotAllowed, Cancelled; then nothing is written.
    """
    from desktop_app.letters import exhibits as pages_of
    from desktop_app.letters.stories.exhibit_list import placed

    if not attachment_ids:
        raise InvalidInput((Problem("attachment_ids", Message(_NONE_CHOSEN)),))
    chosen = tuple(dict.fromkeys(attachment_ids))
    with whole_file(path) as unfinished:
        facts, rows = _read(file, case_id, chosen, language)
        drawn: dict[int, tuple[Drawn, ...]] = {}
        listed = []
        for number, row in enumerate(rows, start=1):
            step(number - 1, len(rows))
            left = MOST_SHEETS - sum(map(len, drawn.values()))
            head, drawn[number] = _pages(file, row, number, left, cancelled)
            listed.append(_exhibit(row, head, len(drawn[number])))
        content = pages_of.render(facts, placed(listed), drawn)
        for row in rows:
            with access.writing(file, Action.EXPORT_ATTACHMENT, "attachment", row.id):
                pass
        unfinished.write_bytes(content)
    return path


def _read(
    file: OpenFile, case_id: int, chosen: tuple[int, ...], language: LetterLanguage
) -> tuple[LetterFacts, tuple[AttachmentRow, ...]]:
    """What the list says of the case, and the attachments in the order chosen."""
    norms = law.norms(file)
    with access.reading(file, Action.EXPORT_ATTACHMENT, "case", case_id) as session:
        card = case_queries.card(session, case_id)
        if card is None:
            raise AppError(NO_CASE)
        key = sealed.key_for(file, session, case_id)
        card = sealed.reveal(file, session, card)
        known = {row.id: row for row in queries.rows(session, case_id, key)}
        if not set(chosen) <= set(known):
            raise AppError(_NOT_OF_CASE)
        facts = file_paper(file, session, card, "exhibit_list", language, norms)
    return facts, tuple(known[each] for each in chosen)


def _pages(
    file: OpenFile, row: AttachmentRow, number: int, left: int, cancelled: Callable[[], bool]
) -> tuple[AttachmentHead, tuple[Drawn, ...]]:
    """Every page of one attachment as a picture; none for what has no pages. `left`: sheets there is room for."""
    head = row.head
    if head is None:
        raise DamagedFile(_DAMAGED, number=number)
    if head.type not in COUNTABLE:
        return head, ()
    with access.reading(file, Action.EXPORT_ATTACHMENT, "attachment", row.id) as session:
        key = sealed.key_for(file, session, row.case_id)
        opened = Opened(head, b"".join(queries.content(session, row.id, key)))
    try:
        first = attachment_pages.page(opened, 0, LONGER_SIDE, cancelled)
        if first.pages > left:
            raise AppError(_TOO_THICK, most=MOST_SHEETS)
        rest = (attachment_pages.page(opened, at, LONGER_SIDE, cancelled) for at in range(1, first.pages))
        return head, (_small(first.image), *(_small(each.image) for each in rest))
    except InvalidInput:
        raise AppError(_NOT_DRAWN, name=head.name) from None


def _small(image: PageImage) -> Drawn:
    """A page as it was drawn, made small enough to be kept by the hundred."""
    from desktop_app.imports import pictures
    from desktop_app.letters.exhibits import Drawn

    content = pictures.encoded(image.pixels, image.width, image.height, image.stride)
    return Drawn(content, lies=image.width > image.height)


def _exhibit(row: AttachmentRow, head: AttachmentHead, pages: int) -> Exhibit:
    added_on = date.fromisoformat(row.added_at[:10])
    return Exhibit(row.id, head.name, head.note, head.type.value, added_on, pages or None)
