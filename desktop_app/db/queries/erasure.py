"""Taking what names somebody out of the file, so that statistics stay the same. Used within a transaction.

The engine overwrites what is removed (secure_delete), also in the index of names.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session, aliased

from desktop_app.db import case_rows
from desktop_app.db.models import (
    Attachment,
    AuditLine,
    Case,
    CaseWorker,
    Consent,
    Draft,
    Erasure,
    Letter,
    MoneyEntry,
    Person,
    Staff,
    Transfer,
)
from desktop_app.db.queries import access, attachments
from desktop_app.db.queries.access import Viewer
from desktop_app.domain.erasure import ANONYMOUS, Erased, ErasureKind, anonymous_name
from desktop_app.domain.mentions import Stems, names_any
from desktop_app.domain.permissions import Action
from desktop_app.i18n import sort_key

_PLACES: Final = CaseWorker.__table__.c
_PEOPLE: Final = Person.__table__.c


def mark(session: Session, person_id: int, erase_from: date | None, reason: str) -> None:
    """Mark somebody for erasure from a day on, or take the mark back."""
    person = session.get_one(Person, person_id)
    person.erase_from, person.erase_reason = erase_from, reason


def mark_of(session: Session, person_id: int) -> tuple[date | None, str]:
    """From which day somebody may be erased, and why they were marked."""
    person = session.get_one(Person, person_id)
    return person.erase_from, person.erase_reason


def marked(session: Session, who: Viewer) -> tuple[tuple[int, str, date], ...]:
    """Who is marked for erasure, as (person id, name, first day), soonest first."""
    found = select(_PEOPLE.id, _PEOPLE.full_name, _PEOPLE.erase_from).where(
        _PEOPLE.erase_from.is_not(None), access.people_for(who)
    )
    rows = session.execute(found.order_by(_PEOPLE.erase_from, _PEOPLE.id))
    return tuple((row[0], row[1], row[2]) for row in rows)


def cases_of(session: Session, person_id: int) -> tuple[Case, ...]:
    """The cases of a person, oldest first."""
    places = select(CaseWorker.case_id).where(CaseWorker.person_id == person_id)
    return tuple(session.scalars(select(Case).where(Case.id.in_(places)).order_by(Case.id)))


def place_of(session: Session, case_id: int, person_id: int) -> int:
    """The place of a person in the crew of a case, 0 when they are not in it."""
    place = select(CaseWorker.id).where(CaseWorker.case_id == case_id, CaseWorker.person_id == person_id)
    return session.scalar(place) or 0


def others_left(session: Session, case_id: int, but: int | None = None) -> int:
    """How many people of a case are not anonymous yet, `but` not counted."""
    left = (
        select(func.count())
        .select_from(CaseWorker)
        .join(Person, Person.id == CaseWorker.person_id)
        .where(CaseWorker.case_id == case_id, Person.anonymised_on.is_(None))
    )
    return session.scalar(left if but is None else left.where(CaseWorker.person_id != but)) or 0


def crew_size(session: Session, case_id: int) -> int:
    """How many workers a case has."""
    return session.scalar(select(func.count()).where(CaseWorker.case_id == case_id)) or 0


def was_renamed(session: Session, person_id: int) -> bool:
    """Whether somebody's fields were ever corrected: older letters may then name them otherwise."""
    corrected = AuditLine.entity == "person", AuditLine.entity_id == person_id
    found = select(AuditLine.seq).where(*corrected, AuditLine.action == Action.CHANGE_PERSON.value).limit(1)
    return session.scalar(found) is not None


def letters_of(session: Session, case_id: int) -> tuple[Any, ...]:
    """The letters of a case as rows of id, number, on_day, workers, language, worker_ids; not their pages."""
    columns = Letter.id, Letter.number, Letter.on_day, Letter.workers, Letter.language, Letter.worker_ids
    return tuple(session.execute(select(*columns).where(Letter.case_id == case_id).order_by(Letter.id)))


def page_of(session: Session, letter_id: int) -> bytes:
    """The PDF of a letter as it is stored."""
    return session.scalar(select(Letter.pdf).where(Letter.id == letter_id)) or b""


def replace_letter(session: Session, letter_id: int, pdf: bytes) -> None:
    """Put another page in the place of a letter; its number, day and kind stay."""
    changed = {"pdf": pdf, "sha256": sha256(pdf).hexdigest(), "sealed": False}
    session.execute(update(Letter).where(Letter.id == letter_id).values(changed))


def attachment_ids(session: Session, case_id: int) -> tuple[int, ...]:
    """The attachments of a case."""
    return tuple(session.scalars(select(Attachment.id).where(Attachment.case_id == case_id)))


def remove_attachments(session: Session, ids: Iterable[int]) -> int:
    """Take attachments out of the file; how many they were."""
    count = 0
    for attachment_id in ids:
        attachments.remove(session, attachment_id)
        count += 1
    return count


def forget_person(session: Session, person_id: int, number: str, on: date, names: Stems) -> None:
    """Make a person anonymous everywhere: their fields, places in crews, notes to money, consents and transfers."""
    blank(session.get_one(Person, person_id), number, on)
    case_rows.forget_person(session, person_id)
    session.flush()
    places = CaseWorker.person_id == person_id
    forget_places(session, places, anonymous_name(number))
    for consent in session.scalars(select(Consent).where(Consent.person_id == person_id)):
        consent.data, consent.aims = _codes(consent.data), _codes(consent.aims)
        consent.recipients = consent.note = consent.withdrawal = consent.refusal = ""
    for transfer in session.scalars(select(Transfer).where(Transfer.person_id == person_id)):
        transfer.what, transfer.aim = _codes(transfer.what), ""
        if names_any(transfer.recipient, names):
            transfer.recipient = ANONYMOUS
    session.flush()


def is_anonymous(session: Session, person_id: int) -> bool:
    """Whether a person was erased already."""
    return session.get_one(Person, person_id).anonymised_on is not None


def name_of(session: Session, person_id: int) -> str:
    """The name of a person."""
    return session.get_one(Person, person_id).full_name


def forget_texts(session: Session, case_id: int) -> None:
    """Empty the free texts of a case."""
    case = session.get_one(Case, case_id)
    case.site = case.note = case.next_step = ""
    case.version += 1
    case_rows.forget_texts(session, case_id)
    session.flush()


def forget_drafts(session: Session, case_ids: Iterable[int], person_ids: Iterable[int]) -> int:
    """Drop what is being typed about these people and cases, and into forms of no thing yet; how many drafts.

    A draft is sealed to who types it: nobody else can see whom a new case would be about.
    """
    cases = tuple(case_ids)
    about = {f"case:{case_id}" for case_id in cases} | {f"person:{person_id}" for person_id in person_ids}
    letters = session.scalars(select(Letter.id).where(Letter.case_id.in_(cases)))
    about |= {f"letter:{letter_id}" for letter_id in letters}
    dropped = 0
    for draft in session.scalars(select(Draft)).all():
        kind, _colon, rest = draft.form.rpartition(" ")[2].partition(":")
        thing, number = f"{kind}:{rest.partition(':')[0]}", rest.partition(":")[0]
        if thing in about or number == "0":
            session.delete(draft)
            dropped += 1
    session.flush()
    return dropped


def close_off(session: Session, case_id: int, on: date) -> None:
    """Note that nothing in a case names anybody any more; a seal has nothing to hide then."""
    case = session.get_one(Case, case_id)
    case.anonymised_on, case.sealed, case.hold_until, case.hold_reason = on, None, None, ""
    session.flush()


def add_erasure(session: Session, done: Erased, done_by: int, approved_by: int) -> int:
    """Keep the record of an erasure; its id."""
    row = Erasure(
        code=done.code,
        on_day=done.on,
        kind=done.kind.value,
        people=done.people,
        cases=done.cases,
        attachments=done.attachments,
        letters=done.letters,
        reason=done.reason,
        done_by=done_by,
        approved_by=approved_by,
    )
    session.add(row)
    session.flush()
    return row.id


def erasures(session: Session, erasure_id: int | None = None) -> tuple[Erased, ...]:
    """What was erased, newest first; or the one of this id."""
    by, second = aliased(Staff), aliased(Staff)
    rows = (
        select(Erasure, by.full_name, second.full_name)
        .outerjoin(by, by.id == Erasure.done_by)
        .outerjoin(second, second.id == Erasure.approved_by)
        .order_by(Erasure.__table__.c.id.desc())
    )
    if erasure_id is not None:
        rows = rows.where(Erasure.id == erasure_id)
    return tuple(
        Erased(
            row.id,
            row.code,
            row.on_day,
            ErasureKind(row.kind),
            row.people,
            row.cases,
            row.attachments,
            row.letters,
            row.reason,
            done_by or "",
            approved_by or "",
        )
        for row, done_by, approved_by in session.execute(rows)
    )


def hold(session: Session, case_id: int, until: date | None, reason: str) -> None:
    """Set or lift a legal hold."""
    case = session.get_one(Case, case_id)
    case.hold_until, case.hold_reason = until, reason


def blank(person: Person, number: str, on: date) -> None:
    """Leave sex, birth year and citizenship."""
    person.full_name = anonymous_name(number)
    person.name_fold = person.name_skel = ""
    person.name_sort = sort_key(person.full_name)
    person.birth = person.birth[:4] if person.birth else None
    person.phone = person.phone_tail = person.iin = person.language = person.erase_reason = person.safe_contact = ""
    person.anonymised_on, person.erase_from = on, None


def forget_places(session: Session, places: ColumnElement[bool], name: str) -> None:
    """Empty what is written of places in crews, and let lists of cases show `name`."""
    ids = select(_PLACES.id).where(places)
    session.execute(update(CaseWorker).where(places).values(occupation=""))
    session.execute(update(MoneyEntry).where(MoneyEntry.case_worker_id.in_(ids)).values(note=""))
    case_rows.forget_places(session, places)
    first_in = select(_PLACES.case_id).where(places, _PLACES.position == 0)
    session.execute(update(Case).where(Case.id.in_(first_in)).values(first_worker=name))


def _codes(text: str) -> str:
    """The codes without the words below them."""
    return text.partition("\n")[0]
