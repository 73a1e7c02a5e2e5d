"""What erasing a person means before it is done: what stands in the way, what goes, what has to be decided."""

from __future__ import annotations

from typing import Final

from desktop_app import settings
from desktop_app.db import case_rows, models
from desktop_app.db.queries import Session, person_file
from desktop_app.db.queries import attachments as attachment_queries
from desktop_app.db.queries import cases as case_queries
from desktop_app.db.queries import consents as consent_queries
from desktop_app.db.queries import erasure as queries
from desktop_app.domain.attachments import AttachmentRow
from desktop_app.domain.cases import Status
from desktop_app.domain.erasure import Blocker, ErasableAttachment, ErasableLetter, ErasableText, ErasurePlan
from desktop_app.domain.mentions import names_any, stems
from desktop_app.domain.people import Person
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_
from desktop_app.services import access, sealed
from desktop_app.services.files import OpenFile

_NO_PERSON: Final = N_("This person is not in the file.")
_GONE: Final = N_("The data of this person were erased already.")
_OPEN: Final = N_(
    "Case %(number)s is still open: the data are needed for it. Close the case first, or refuse the withdrawal with "
    "this reason."
)
_HELD: Final = N_("Case %(number)s is under a legal hold until %(day)s. A lawyer or a manager can lift it.")
_HIDDEN: Final = N_(
    "One of the person’s cases is open only to colleagues it was given to. One of them, a lawyer or a manager, can "
    "erase the person."
)


def known(session: Session, person_id: int) -> Person:
    """The person as the file has them. AppError when they are not in it."""
    found = consent_queries.person(session, person_id)
    if found is None:
        raise AppError(_NO_PERSON)
    return found[0]


def living(session: Session, person_id: int) -> Person:
    """As `known`; AppError also when they were erased."""
    found = consent_queries.person(session, person_id)
    if found is not None and found[1] is not None:
        raise AppError(_GONE)
    return known(session, person_id)


def gather(file: OpenFile, session: Session, person_id: int) -> ErasurePlan:
    """The plan for a person. Raises NotAllowed for a sealed case without the second key, AppError for nobody."""
    person = living(session, person_id)
    erase_from, reason = queries.mark_of(session, person_id)
    cases = queries.cases_of(session, person_id)
    blockers = _blockers(file, session, person_id, cases)
    if any(not blocker.case_id for blocker in blockers):
        return ErasurePlan(person_id, person.full_name, erase_from, reason, blockers, (), (), ())
    name = _full_name(file, session, cases, person_id) or person.full_name
    return ErasurePlan(
        person_id,
        name,
        erase_from,
        reason,
        blockers,
        tuple(line for case in cases for line in _attachments(file, session, case, person_id)),
        tuple(letter for case in cases for letter in _letters(file, session, case, person_id, name)),
        tuple(text for case in cases if (text := _text(file, session, case, person_id, name)) is not None),
    )


def _blockers(file: OpenFile, session: Session, person_id: int, cases: tuple[models.Case, ...]) -> tuple[Blocker, ...]:
    seen = set(person_file.case_ids(session, person_id, access.viewer(file, session)))
    found = []
    for case in cases:
        if case.id not in seen:
            return (Blocker(0, Message(_HIDDEN)),)
        if case.status == Status.OPEN.value:
            found.append(Blocker(case.id, Message(_OPEN, {"number": case.number})))
        if case.hold_until is not None and case.hold_until >= settings.today():
            told = {"number": case.number, "day": f"{case.hold_until:%d.%m.%Y}"}
            found.append(Blocker(case.id, Message(_HELD, told)))
    return tuple(found)


def _full_name(file: OpenFile, session: Session, cases: tuple[models.Case, ...], person_id: int) -> str:
    """The name behind a seal, empty when no case is sealed. Raises NotAllowed without the second key."""
    for case in cases:
        if sealed.key_for(file, session, case.id) is not None:
            card = case_queries.card(session, case.id)
            if card is not None:
                revealed = sealed.reveal(file, session, card)
                return next(each.person.full_name for each in revealed.workers if each.person_id == person_id)
    return ""


def _attachments(file: OpenFile, session: Session, case: models.Case, person_id: int) -> tuple[ErasableAttachment, ...]:
    alone = queries.others_left(session, case.id, person_id) == 0
    rows = attachment_queries.rows(session, case.id, sealed.key_for(file, session, case.id))
    return tuple(ErasableAttachment(row.id, case.number, _name(row), row.added_at, alone) for row in rows)


def _name(row: AttachmentRow) -> str:
    return row.head.name if row.head else ""


def _letters(
    file: OpenFile, session: Session, case: models.Case, person_id: int, name: str
) -> tuple[ErasableLetter, ...]:
    from desktop_app.letters.naming import letters_of, names

    crew, renamed = queries.crew_size(session, case.id), queries.was_renamed(session, person_id)
    place = str(queries.place_of(session, case.id, person_id))
    found = []
    for row in queries.letters_of(session, case.id):
        certain = crew == 1 or row.workers >= crew or renamed or place in row.worker_ids.split(",")
        if not certain:
            pdf = sealed.plain_pdf(file, session, row.id, queries.page_of(session, row.id))
            certain = names(letters_of(pdf), name)
        if certain:
            found.append(ErasableLetter(row.id, row.number, row.on_day, row.workers))
    return tuple(found)


def _text(file: OpenFile, session: Session, case: models.Case, person_id: int, name: str) -> ErasableText | None:
    card = case_queries.card(session, case.id)
    if card is None:
        return None
    card = sealed.reveal(file, session, card)
    beside = case_rows.texts_of_case(session, case.id, sealed.words(file, session, case.id))
    text = "\n".join(filter(None, (card.site, card.next_step, card.note, *beside)))
    if not text:
        return None
    alone = queries.others_left(session, case.id, person_id) == 0
    return ErasableText(case.id, case.number, text, alone, names_any(text, stems(name)))
