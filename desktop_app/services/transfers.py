"""Personal data given to others: recorded with the ground it rests on, listed, and taken out as a workbook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import Session
from desktop_app.db.queries import cases as case_queries
from desktop_app.db.queries import centre as centre_queries
from desktop_app.db.queries import consents as consent_queries
from desktop_app.db.queries import letters as letter_queries
from desktop_app.db.queries import transfers as queries
from desktop_app.domain import transfers as domain
from desktop_app.domain.access import Approval
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied
from desktop_app.domain.transfers import Basis, NewTransfer, RegisterFilter, TransferPeople, TransferRow
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, sealed
from desktop_app.services.files import OpenFile

_NO_LETTER: Final = N_("This letter is not in the file.")
_NO_PERSON: Final = N_("This person is not in the file.")
_NOT_ALL: Final = N_(
    "For some of the people (%(count)s) no consent allows it, the first of them is %(name)s. Record their consents "
    "first, leave them out, or choose the ground of law if the consents cannot be obtained."
)
_WHOLE_PERIOD: Final = N_("The period ends before it begins.")


def register(file: OpenFile, wanted: RegisterFilter) -> tuple[TransferRow, ...]:
    """A page of the register, newest first, of the people whom who is signed in may see. Raises InvalidInput."""
    _check_period(wanted)
    with access.reading(file, Action.LIST_DUTIES) as session:
        return queries.page(session, access.viewer(file, session), wanted)


def of_person(file: OpenFile, person_id: int) -> tuple[TransferRow, ...]:
    """What was given away about a person, newest first."""
    with access.reading(file, Action.VIEW_TRANSFERS, "person", person_id) as session:
        return queries.of_person(session, access.viewer(file, session), person_id)


def people_of_letter(file: OpenFile, letter_id: int) -> TransferPeople:
    """Whom a letter names, and its addressee: what is proposed when its copy leaves the centre. AppError for none."""
    from desktop_app.letters.naming import letters_of, names

    with access.reading(file, Action.VIEW_LETTER, "letter", letter_id) as session:
        row, stored = letter_queries.row(session, letter_id), letter_queries.pdf(session, letter_id)
        card = None if row is None else case_queries.card(session, row.case_id)
        if row is None or stored is None or card is None:
            raise AppError(_NO_LETTER)
        workers = sealed.reveal(file, session, card).workers
        told = "" if len(workers) == 1 else letters_of(sealed.plain_pdf(file, session, letter_id, stored[0]))
    people = tuple(
        (worker.person_id, worker.person.full_name)
        for worker in workers
        if len(workers) == 1 or names(told, worker.person.full_name)
    )
    return TransferPeople(row.case_id, people, row.employer)


def lacking(file: OpenFile, transfer: NewTransfer) -> tuple[tuple[int, str, Message], ...]:
    """Those of the people whom no consent covers for this transfer: (person id, name, why not and what to do)."""
    with access.reading(file, Action.RECORD_TRANSFER, *_thing(transfer)) as session:
        _check_people(session, transfer)
        known = consent_queries.of_people(session, transfer.person_ids)
        found = []
        for person_id in transfer.person_ids:
            why = domain.why_not(transfer, known[person_id])
            if why is not None:
                found.append((person_id, _name(session, person_id), why))
    return tuple(found)


def record(file: OpenFile, transfer: NewTransfer) -> Saved:
    """Record what was given away, a line for each person; the id of the first line.

    Raises InvalidInput when something is missing, or when it is to rest on consents and somebody's allows it not:
    then nothing is recorded.
    """
    transfer = replace(tidied(transfer), recipient=tidied(transfer).recipient if not transfer.published else "")
    refuse(domain.problems(transfer, settings.today()))
    if transfer.basis is Basis.CONSENT:
        _refuse_uncovered(lacking(file, transfer))
    with access.writing(file, Action.RECORD_TRANSFER, *_thing(transfer)) as session:
        _check_people(session, transfer)
        known = consent_queries.of_people(session, transfer.person_ids)
        lines = []
        for person_id in transfer.person_ids:
            rests_on = domain.covering(transfer, known[person_id]) if transfer.basis is Basis.CONSENT else None
            consent_id = None if rests_on is None else rests_on.id
            lines.append(queries.add(session, person_id, transfer, consent_id, file.staff.id))
    return Saved(lines[0], frozenset({Kind.PERSON}))


def export(file: OpenFile, wanted: RegisterFilter, language: str, path: Path, approval: Approval | None = None) -> Path:
    """Write the register of a period to `path`. Names need the approval of a second colleague; without, none leave.

    That it was asked for is logged before the file appears. Raises InvalidInput, NotAllowed, AppError.
    """
    from desktop_app.exports import transfer_register, workbook

    _check_period(wanted)
    second = None if approval is None else access.second(file, approval)
    with access.writing(file, Action.EXPORT_TRANSFERS, "transfer") as session:
        if second is not None:
            access.note_approval(session, file, second, "transfer", None)
        rows = queries.every(session, access.viewer(file, session), wanted)
        centre = centre_queries.centre(session)
    book = transfer_register.book(rows, wanted, centre.name, settings.now(), language, named=second is not None)
    workbook.save(book, path)
    return path


def _thing(transfer: NewTransfer) -> tuple[str, int | None]:
    """What the transfer is logged and allowed by: its case, or the one person."""
    if transfer.case_id is not None:
        return "case", transfer.case_id
    return "person", transfer.person_ids[0]


def _check_people(session: Session, transfer: NewTransfer) -> None:
    """Everybody must be in the case that was asked about; without a case there is one person."""
    if transfer.case_id is None:
        allowed = frozenset(transfer.person_ids[:1])
    else:
        allowed = queries.in_case(session, transfer.case_id)
    if not allowed.issuperset(transfer.person_ids):
        raise InvalidInput((Problem("person_ids", Message(N_("This worker is not in the crew of the case."))),))


def _check_period(wanted: RegisterFilter) -> None:
    if wanted.first is not None and wanted.last is not None and wanted.last < wanted.first:
        raise InvalidInput((Problem("last", Message(_WHOLE_PERIOD)),))


def _refuse_uncovered(lacking: tuple[tuple[int, str, Message], ...]) -> None:
    if len(lacking) == 1:
        raise InvalidInput((Problem("basis", lacking[0][2]),))
    if lacking:
        raise InvalidInput((Problem("basis", Message(_NOT_ALL, {"count": len(lacking), "name": lacking[0][1]})),))


def _name(session: Session, person_id: int) -> str:
    found = consent_queries.person(session, person_id)
    if found is None:
        raise AppError(_NO_PERSON)
    return found[0].full_name
