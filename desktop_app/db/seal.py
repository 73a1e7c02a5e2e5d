"""Sealed cases: what names their people is kept under a second key, which only lawyers and managers hold.

The second key is sealed to the public key of each holder (identity.py). In a sealed case the plain columns hold
placeholders; the blob in `case_file.sealed` holds what they stand for. Numbers, dates and codes stay readable, so that
lists and summaries go on. A person who also stands in another case keeps their name: it would be readable there.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.db import case_rows, rows
from desktop_app.db.models import Base, Case, CaseWorker, Letter, MoneyEntry, Person, SealHolder, Staff
from desktop_app.db.queries import attachments
from desktop_app.db.queries import keys as holders
from desktop_app.domain import people
from desktop_app.domain.centre import Role
from desktop_app.domain.dates import PartialDate
from desktop_app.errors import DamagedFile
from desktop_app.i18n import N_

Blob = dict[str, dict[str, Any]]
"""What stands behind a seal.

"texts" of the case, "people" by person id, "notes" by the id of the money entry, "rows" as in case_rows.Kept.
"""

HOLDERS: Final = (Role.LAWYER.value, Role.MANAGER.value)
_KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_TEXTS: Final = ("site", "note", "next_step")
_NAMED: Final = ("full_name", "birth", "phone", "iin", "safe_contact")
_LISTED: Final = (MoneyEntry.on_day, MoneyEntry.id)
_DAMAGED: Final = N_(
    "The sealed part of this case is damaged and cannot be read. The rest of the file is safe. "
    "Do not change the case; look for it in your latest backup."
)


def new_key(session: Session) -> bytes:
    """A second key for a file that has none, given to all who may hold it."""
    key = secrets.token_bytes(_KEY_BYTES)
    share(session, key)
    return key


def is_in_use(session: Session) -> bool:
    """Whether the file has a second key."""
    return bool(_holders(session))


def is_shared(session: Session) -> bool:
    """Whether exactly those hold the second key who may."""
    return _holders(session) == set(_entitled(session))


def share(session: Session, key: bytes) -> bool:
    """Give the key to everybody who may hold it and take it from the others; whether it was taken from anybody."""
    entitled, held = _entitled(session), _holders(session)
    for owner in held - set(entitled):
        holders.drop_seal(session, owner)
    for owner in set(entitled) - held:
        holders.hold_seal(session, owner, entitled[owner], key)
    session.flush()
    return not held <= set(entitled)


def rotate(session: Session, old: bytes) -> bytes:
    """Put a new second key in place of the old one everywhere: somebody who held it may hold it no longer."""
    key = secrets.token_bytes(_KEY_BYTES)
    for owner in _holders(session):
        holders.drop_seal(session, owner)
    share(session, key)
    for case in session.scalars(select(Case).where(Case.sealed.is_not(None))).all():
        case.sealed = _encrypted(key, _decrypted(old, case.sealed or b"", _case(case.id)), _case(case.id))
        attachments.rewrap(session, case.id, old, key)
        for letter in _letters(session, case.id):
            if letter.sealed:
                letter.pdf = _encrypted(key, _decrypted(old, letter.pdf, _letter(letter.id)), _letter(letter.id))
    session.flush()
    return key


def absorb(session: Session, case_id: int, key: bytes, *, emptied: bool = False, written: Iterable[Base] = ()) -> None:
    """Move what names somebody behind the seal; what is behind it already stays. The case is sealed from then on.

    `emptied`: texts that are empty now were emptied, and are so behind the seal too; `written`: rows that were written
    whole, so that their empty texts were emptied.
    """
    case = session.get_one(Case, case_id)
    blob: Blob = {"texts": {}, "people": {}, "notes": {}} if case.sealed is None else opened(case, key)
    was_sealed = case.sealed is not None
    for name in _TEXTS:
        if emptied or getattr(case, name):
            blob["texts"][name] = getattr(case, name)
            setattr(case, name, "")
    for place, person in _alone(session, case_id):
        number = placeholder(case.number, place.position)
        if person.full_name != number:
            blob["people"][str(person.id)] = {name: getattr(person, name) for name in _NAMED}
            _name(person, people.Person(number))
    for entry in _entries(session, case_id):
        if entry.note:
            blob["notes"][str(entry.id)], entry.note = entry.note, ""
    for letter in _letters(session, case_id):
        if not letter.sealed:
            letter.pdf, letter.sealed = _encrypted(key, letter.pdf, _letter(letter.id)), True
    alone = [person.id for _place, person in _alone(session, case_id)]
    case_rows.absorb(session, case_id, alone, blob.setdefault("rows", {}), written)
    attachments.rewrap(session, case_id, key if was_sealed else None, key)
    case.sealed = _encrypted(key, json.dumps(blob).encode(), _case(case.id))
    _repeat(session, case)


def restore(session: Session, case_id: int, key: bytes) -> None:
    """Take the seal off: everything stands where it stood before."""
    case = session.get_one(Case, case_id)
    blob = opened(case, key)
    for name, words in blob["texts"].items():
        setattr(case, name, words)
    for person_id, named in blob["people"].items():
        person = session.get_one(Person, int(person_id))
        _name(person, _person(named))
    for entry_id, note in blob["notes"].items():
        session.get_one(MoneyEntry, int(entry_id)).note = note
    for letter in _letters(session, case_id):
        if letter.sealed:
            letter.pdf, letter.sealed = _decrypted(key, letter.pdf, _letter(letter.id)), False
    case_rows.restore(session, blob.get("rows", {}))
    attachments.rewrap(session, case_id, key, None)
    case.sealed = None
    _repeat(session, case)


def opened(case: Case, key: bytes) -> Blob:
    """What stands behind the seal: texts of the case, people and notes by id. DamagedFile when it was changed."""
    blob: Blob = json.loads(_decrypted(key, case.sealed or b"", _case(case.id)))
    return blob


def person_within(blob: Blob, person_id: int) -> people.Person | None:
    """A person behind the seal, with name, birth date, phone and IIN alone."""
    named = blob["people"].get(str(person_id))
    return None if named is None else _person(named)


def plain_pdf(letter_id: int, pdf: bytes, key: bytes) -> bytes:
    """The letter of a sealed case as it was made."""
    return _decrypted(key, pdf, _letter(letter_id))


def placeholder(number: str, position: int) -> str:
    """What stands for the name of a worker of a sealed case."""
    return f"№ {number}/{position + 1}"


def notes_of(session: Session, case_id: int) -> dict[int, list[int]]:
    """The ids of the money entries of each place in the crew, in the order in which they are listed."""
    found: dict[int, list[int]] = {}
    for entry in _entries(session, case_id):
        found.setdefault(entry.case_worker_id, []).append(entry.id)
    return found


def left_open(session: Session) -> tuple[int, ...]:
    """Sealed cases in which a program of before left readable what the crew worked as."""
    said = select(CaseWorker.id).where(CaseWorker.case_id == Case.id, CaseWorker.occupation != "").exists()
    return tuple(session.scalars(select(Case.id).where(Case.sealed.is_not(None), said).order_by(Case.id)))


def sealed_cases_of(session: Session, person_id: int) -> tuple[int, ...]:
    """The sealed cases somebody stands in."""
    places = select(CaseWorker.case_id).where(CaseWorker.person_id == person_id)
    found = select(Case.id).where(Case.id.in_(places), Case.sealed.is_not(None)).order_by(Case.id)
    return tuple(session.scalars(found))


def _holders(session: Session) -> set[str]:
    return set(session.scalars(select(SealHolder.owner)))


def _entitled(session: Session) -> dict[str, bytes]:
    """Who may hold the second key, with their public keys: lawyers, managers, and the ways of recovery."""
    staff = select(Staff.id).where(Staff.active, Staff.role.in_(HOLDERS))
    may = {*map(str, session.scalars(staff)), *holders.HOLDERS.values()}
    return {owner: public for owner, public in holders.public_keys(session).items() if owner in may}


def _alone(session: Session, case_id: int) -> list[tuple[CaseWorker, Person]]:
    """The places of the case with people who stand in no other case."""
    other = CaseWorker.__table__.alias("other")
    elsewhere = (
        select(other.c.id)
        .join(Case.__table__, Case.__table__.c.id == other.c.case_id)
        .where(other.c.person_id == CaseWorker.person_id, other.c.case_id != case_id)
        .exists()
    )
    crew = select(CaseWorker, Person).join(Person, Person.id == CaseWorker.person_id)
    found = session.execute(crew.where(CaseWorker.case_id == case_id, ~elsewhere))
    return [(place, person) for place, person in found]


def shared_people(session: Session, case_id: int) -> int:
    """How many workers of the case stand in another case too, so that their names stay readable."""
    crew = session.scalar(select(func.count()).where(CaseWorker.case_id == case_id)) or 0
    return crew - len(_alone(session, case_id))


def _name(person: Person, wanted: people.Person) -> None:
    kept = rows.person_of(person)
    full = replace(
        wanted, sex=kept.sex, citizenship=kept.citizenship, language=kept.language, phone_safe=kept.phone_safe
    )
    for name, value in rows.columns_of_person(full).items():
        setattr(person, name, value)


def _person(named: dict[str, Any]) -> people.Person:
    birth = PartialDate.from_iso(named["birth"]) if named["birth"] else None
    reached = named.get("safe_contact", "")
    return people.Person(named["full_name"], birth, phone=named["phone"], iin=named["iin"], safe_contact=reached)


def _repeat(session: Session, case: Case) -> None:
    session.flush()
    crew = select(Person.full_name).join(CaseWorker, CaseWorker.person_id == Person.id)
    first = crew.where(CaseWorker.case_id == case.id).order_by(CaseWorker.position).limit(1)
    case.first_worker = session.scalar(first) or ""
    session.flush()


def _entries(session: Session, case_id: int) -> list[MoneyEntry]:
    of_case = select(CaseWorker.id).where(CaseWorker.case_id == case_id)
    return list(session.scalars(select(MoneyEntry).where(MoneyEntry.case_worker_id.in_(of_case)).order_by(*_LISTED)))


def _letters(session: Session, case_id: int) -> list[Letter]:
    return list(session.scalars(select(Letter).where(Letter.case_id == case_id)))


def _case(case_id: int) -> bytes:
    return f"tirek sealed case {case_id}".encode()


def _letter(letter_id: int) -> bytes:
    return f"tirek sealed letter {letter_id}".encode()


def _encrypted(key: bytes, plain: bytes, bound: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound)


def _decrypted(key: bytes, stored: bytes, bound: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(stored[:_NONCE_BYTES], stored[_NONCE_BYTES:], bound)
    except (InvalidTag, ValueError):
        raise DamagedFile(_DAMAGED) from None
