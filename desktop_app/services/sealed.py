"""Sealed cases: only lawyers and managers, who hold the second key, can read who they are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from desktop_app.db import case_rows, models, seal
from desktop_app.db.case_rows import Words
from desktop_app.db.queries import Session
from desktop_app.db.queries import keys as holders
from desktop_app.domain.cases import CaseCard, CaseWorker
from desktop_app.domain.centre import Role
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.people import Person, PersonCard
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError, NotAllowed
from desktop_app.i18n import N_
from desktop_app.services import access
from desktop_app.services.files import OpenFile

_NO_KEY: Final = N_(
    "You do not hold the second key yet. Ask a lawyer or a manager who does to sign in once; then sign in again."
)
_SEALED: Final = N_("This case is sealed: only a lawyer or a manager with the second key can do this.")
_KINDS: Final = frozenset({Kind.CASE, Kind.PERSON, Kind.LETTER})


def shared_people(file: OpenFile, case_id: int) -> int:
    """How many workers stand in another case too: their names would stay readable after sealing."""
    with access.reading(file, Action.SEAL_CASE, "case", case_id) as session:
        return seal.shared_people(session, case_id)


def seal_case(file: OpenFile, case_id: int) -> Saved:
    """Put names, texts, letters and attachments of a case under the second key. Raises NotAllowed, AppError."""
    with access.writing(file, Action.SEAL_CASE, "case", case_id) as session:
        key = key_of(file, session)
        if key is None:
            if seal.is_in_use(session):
                raise AppError(_NO_KEY)
            key = seal.new_key(session)
        seal.absorb(session, case_id, key)
    return Saved(case_id, _KINDS)


def unseal_case(file: OpenFile, case_id: int) -> Saved:
    """Take the seal off a case. Raises NotAllowed, AppError without the second key, DamagedFile."""
    with access.writing(file, Action.UNSEAL_CASE, "case", case_id) as session:
        key = key_of(file, session)
        if key is None:
            raise AppError(_NO_KEY)
        if session.get_one(models.Case, case_id).sealed is not None:
            seal.restore(session, case_id, key)
    return Saved(case_id, _KINDS)


def share_key(file: OpenFile) -> None:
    """Give the second key to lawyers and managers who lack it, and change it when somebody holds it no longer.

    What a program of before left readable in sealed cases goes behind the seal. Call it after every sign-in; for
    whoever does not hold the key nothing happens.
    """
    with file.db.read() as session:
        key = key_of(file, session)
        if key is None or (seal.is_shared(session) and not seal.left_open(session)):
            return
    with access.writing(file, Action.GRANT_SEAL, "seal") as session:
        for case_id in seal.left_open(session):
            seal.absorb(session, case_id, key)
        if seal.share(session, key):
            seal.rotate(session, key)


def key_of(file: OpenFile, session: Session) -> bytes | None:
    """The second key, when who is signed in holds it and still may."""
    if access.viewer(file, session).role not in (Role.LAWYER, Role.MANAGER):
        return None
    return holders.seal_of(session, str(file.staff.id), file.keys.identity)


def key_for(file: OpenFile, session: Session, case_id: int) -> bytes | None:
    """The second key for a sealed case, None for a case that is not sealed. Raises NotAllowed without the key."""
    case = session.get(models.Case, case_id)
    if case is None or case.sealed is None:
        return None
    key = key_of(file, session)
    if key is None:
        raise NotAllowed(_SEALED)
    return key


def settle(
    file: OpenFile, session: Session, case_id: int, *, emptied: bool = False, written: Iterable[models.Base] = ()
) -> None:
    """Put what was just written to a sealed case behind the seal; call it last in the transaction.

    `emptied` and `written`: as in db.seal.absorb. Raises NotAllowed without the key.
    """
    key = key_for(file, session, case_id)
    if key is not None:
        session.flush()
        seal.absorb(session, case_id, key, emptied=emptied, written=written)


def reveal(file: OpenFile, session: Session, card: CaseCard) -> CaseCard:
    """The card with what is behind the seal, for those who hold the key; the card as it is for others."""
    key = key_of(file, session) if card.sealed else None
    if key is None:
        return card
    blob = seal.opened(session.get_one(models.Case, card.id), key)
    entries = seal.notes_of(session, card.id)
    workers = tuple(_revealed(worker, blob, entries.get(worker.id, [])) for worker in card.workers)
    return replace(card, **blob["texts"], workers=workers, is_revealed=True)


def reveal_person(file: OpenFile, session: Session, card: PersonCard) -> PersonCard:
    """The card of a person with what is behind the seal of one of their cases, for those who hold the key."""
    key = key_of(file, session)
    for case_id, _number, _employer in card.cases:
        case = session.get_one(models.Case, case_id)
        if key is not None and case.sealed is not None:
            named = seal.person_within(seal.opened(case, key), card.id)
            if named is not None:
                return replace(card, person=_full(card.person, named))
    return card


def plain_pdf(file: OpenFile, session: Session, letter_id: int, content: bytes) -> bytes:
    """The letter as it was made, whether its case is sealed or not. Raises NotAllowed without the key."""
    letter = session.get_one(models.Letter, letter_id)
    if not letter.sealed:
        return content
    key = key_of(file, session)
    if key is None:
        raise NotAllowed(_SEALED)
    return seal.plain_pdf(letter_id, content, key)


def words(file: OpenFile, session: Session, case_id: int) -> Words:
    """How the free texts of a case are read: with what is behind its seal, for those who hold the key."""
    return case_rows.words(_rows_behind(file, session, (case_id,)))


def words_of_person(file: OpenFile, session: Session, person_id: int) -> Words:
    """As `words`, for what hangs on a person, whichever of their cases is sealed."""
    return case_rows.words(_rows_behind(file, session, seal.sealed_cases_of(session, person_id)))


def settle_person(file: OpenFile, session: Session, person_id: int, *, written: Iterable[models.Base] = ()) -> None:
    """As `settle`, for every sealed case of a person who was changed."""
    rows = tuple(written)
    for case_id in seal.sealed_cases_of(session, person_id):
        settle(file, session, case_id, written=rows)


def _rows_behind(file: OpenFile, session: Session, case_ids: Iterable[int]) -> case_rows.Kept:
    key = key_of(file, session)
    found: case_rows.Kept = {}
    for case_id in case_ids:
        case = session.get(models.Case, case_id)
        if key is not None and case is not None and case.sealed is not None:
            found |= seal.opened(case, key).get("rows", {})
    return found


def _revealed(worker: CaseWorker, blob: seal.Blob, entries: list[int]) -> CaseWorker:
    named = seal.person_within(blob, worker.person_id)
    person = worker.person if named is None else _full(worker.person, named)
    notes = [str(blob["notes"].get(str(entry_id), "")) for entry_id in entries]
    money = tuple(replace(entry, note=note or entry.note) for entry, note in zip(worker.money, notes, strict=True))
    occupation = blob.get("rows", {}).get(f"case_worker:{worker.id}:occupation", worker.occupation)
    return replace(worker, person=person, occupation=occupation, money=money)


def _full(kept: Person, named: Person) -> Person:
    return replace(
        named, sex=kept.sex, citizenship=kept.citizenship, language=kept.language, phone_safe=kept.phone_safe
    )
