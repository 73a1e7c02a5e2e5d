"""The journal of outgoing and incoming papers, to be printed and signed: read, and taken out of the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop_app import settings
from desktop_app.db.queries import centre as centre_queries
from desktop_app.db.queries import journal as queries
from desktop_app.domain.changes import Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.journal import (
    Journal,
    JournalIncoming,
    JournalOutgoing,
    JournalRequest,
    Which,
    problems_of_journal,
    without_names,
)
from desktop_app.domain.permissions import Action
from desktop_app.domain.progress import Step, silent
from desktop_app.exports.whole_file import whole_file
from desktop_app.services import access
from desktop_app.services.files import OpenFile
from desktop_app.services.incoming import words_of


def read(file: OpenFile, wanted: JournalRequest) -> Journal:
    """The journal of a span of days as who is signed in may see it. Raises InvalidInput."""
    refuse(problems_of_journal(wanted))
    with access.reading(file, Action.EXPORT_JOURNAL) as session:
        who, words = access.viewer(file, session), words_of(file, session)
        span = (wanted.first, wanted.last)
        sent = () if wanted.which is Which.INCOMING else queries.outgoing(session, who, *span)
        came = () if wanted.which is Which.OUTGOING else queries.incoming(session, who, *span, words)
        hidden, names = queries.hidden(session, who, *span), queries.crew_names(session, *span)
        return Journal(
            request=wanted,
            centre=centre_queries.centre(session),
            made_at=settings.now(),
            outgoing=tuple(_nameless_letter(each, names.get(each.case_id, ())) for each in sent),
            incoming=tuple(_nameless_paper(each, names.get(each.row.case_id, ())) for each in came),
            left_out=(
                0 if wanted.which is Which.INCOMING else hidden[0],
                0 if wanted.which is Which.OUTGOING else hidden[1],
            ),
        )


def pdf(file: OpenFile, wanted: JournalRequest, step: Step = silent) -> bytes:
    """The journal as PDF to be printed; that it leaves the file is logged. Raises InvalidInput.

    `step` hears how many papers of how many are set; when it raises Cancelled, nothing leaves and nothing is logged.
    """
    made = _made(file, wanted, step)
    with access.writing(file, Action.EXPORT_JOURNAL):
        pass
    return made


def save(file: OpenFile, wanted: JournalRequest, path: Path, step: Step = silent) -> Saved:
    """Write the journal to `path` as PDF, whole or not at all; that it leaves the file is logged before it appears.

    `step` as in `pdf`. Raises InvalidInput, AppError when the place cannot take it.
    """
    made = _made(file, wanted, step)
    with whole_file(path) as unfinished:
        with access.writing(file, Action.EXPORT_JOURNAL):
            pass
        unfinished.write_bytes(made)
    return Saved(0, frozenset())


def _made(file: OpenFile, wanted: JournalRequest, step: Step) -> bytes:
    from desktop_app.letters import journal_paper

    return journal_paper.render(read(file, wanted), step)


def _nameless_letter(row: JournalOutgoing, names: Sequence[str]) -> JournalOutgoing:
    """Without what names a worker, and without a word of a sealed case."""
    if row.sealed:
        return replace(row, addressee="", employer="")
    sent = tuple(replace(each, proof=without_names(each.proof, names)) for each in row.sent)
    return replace(row, addressee=without_names(row.addressee, names), sent=sent)


def _nameless_paper(told: JournalIncoming, names: Sequence[str]) -> JournalIncoming:
    row = told.row
    if told.sealed:
        return replace(told, row=replace(row, sender="", their_number="", about=""))
    row = replace(row, sender=without_names(row.sender, names), about=without_names(row.about, names))
    return replace(told, row=row)
