"""What the dialogs of incoming papers ask of the services, several questions in one call."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.attachments import AttachmentRow
from desktop_app.domain.posting import About, IncomingRow
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.services import attachments, incoming
from desktop_app.services.files import OpenFile


@dataclass(frozen=True)
class Begun:
    """A case with its letters and attachments; `paper` is the one to be corrected, None for a new one."""

    about: About
    attachments: tuple[AttachmentRow, ...]
    paper: IncomingRow | None = None


def begin(file: OpenFile, case_id: int, letter_id: int | None = None) -> Begun:
    """What a new paper of a case begins with; `letter_id` is the letter it answers."""
    return Begun(incoming.about(file, case_id, letter_id), scans(file, case_id))


def begin_with(file: OpenFile, number: str) -> Begun:
    """As `begin`, for the case or the letter whose number was typed. AppError when there is none."""
    about = incoming.about_number(file, number)
    return Begun(about, scans(file, about.case_id))


def again(file: OpenFile, case_id: int, paper_id: int) -> Begun:
    """What is corrected in a paper that was registered. AppError when it is not in the file any more."""
    paper = next((row for row in incoming.of_case(file, case_id) if row.id == paper_id), None)
    if paper is None:
        raise AppError(N_("This incoming paper is not in the file."))
    return Begun(incoming.about(file, case_id, paper.letter_id), scans(file, case_id), paper)


def scans(file: OpenFile, case_id: int) -> tuple[AttachmentRow, ...]:
    """The attachments of a case that can be read, newest first."""
    return tuple(row for row in attachments.listing(file, case_id).rows if row.head is not None)
