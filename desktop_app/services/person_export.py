"""All data about one person, for that person: article 24 of the Law on personal data. Nothing about others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import Session, own_records, person_file
from desktop_app.db.queries import attachments as attachment_queries
from desktop_app.db.queries import cases as case_queries
from desktop_app.db.queries import centre as centre_queries
from desktop_app.db.queries import consents as consent_queries
from desktop_app.db.queries import letter_drafts as draft_queries
from desktop_app.db.queries import letters as letter_queries
from desktop_app.db.queries import people as people_queries
from desktop_app.db.queries import transfers as transfer_queries
from desktop_app.domain import letter_json
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.own_records import OwnRecord
from desktop_app.domain.permissions import Action
from desktop_app.domain.person_file import OwnAttachment, OwnCase, OwnLetter, PersonFile, without_others
from desktop_app.errors import AppError
from desktop_app.exports.whole_file import whole_file
from desktop_app.i18n import N_
from desktop_app.services import access, sealed
from desktop_app.services.files import OpenFile

_NO_PERSON: Final = N_("This person is not in the file.")
_GONE: Final = N_("The data of this person were erased: the file holds nothing more about them.")


def gather(file: OpenFile, session: Session, person_id: int) -> PersonFile:
    """What the file holds about a person in the cases that who is signed in may see. AppError when it is nobody.

    A free text that names somebody else of the same cases is left out.
    """
    who = access.viewer(file, session)
    card = people_queries.card(session, who, person_id)
    stored = consent_queries.person(session, person_id)
    if card is None or stored is None:
        raise AppError(_NO_PERSON)
    if stored[1] is not None:
        raise AppError(_GONE)
    card = sealed.reveal_person(file, session, card)
    seen = person_file.case_ids(session, person_id, who)
    cards = tuple(_revealed(file, session, case_id) for case_id in seen)
    letters = _letters(file, session, cards, card.person.full_name, person_id)
    own = tuple(letter.id for letter in letters if letter.pdf is not None)
    drafts = tuple(draft for each in cards for draft in _drafts(file, session, each, person_id))
    return without_others(
        PersonFile(
            centre_queries.centre(session),
            settings.now(),
            card.person,
            tuple(_own_case(each, person_id) for each in cards),
            letters,
            tuple(line for each in cards for line in _attachments(file, session, each)),
            consent_queries.of_person(session, person_id),
            transfer_queries.of_person(session, who, person_id),
            person_file.looks(session, person_id, seen),
            (*_records(file, session, seen, person_id, own), *drafts),
        ),
        tuple(worker.person.full_name for each in cards for worker in each.workers if worker.person_id != person_id),
    )


def export(file: OpenFile, person_id: int, language: str, path: Path) -> tuple[Path, ...]:
    """Write all data about a person to a workbook at `path`, and beside it the letters that speak for them alone.

    That it was asked for is logged before a file appears. The paths of all files. Raises NotAllowed, AppError.
    """
    from desktop_app.exports import person_data, workbook

    with access.writing(file, Action.EXPORT_PERSON, "person", person_id) as session:
        found = gather(file, session, person_id)
    workbook.save(person_data.book(found, language), path)
    written = [path]
    for letter in found.letters:
        if letter.pdf is not None:
            beside = path.with_name(f"{path.stem}_{letter.number.replace('/', '-')}.pdf")
            with whole_file(beside) as unfinished:
                unfinished.write_bytes(letter.pdf)
            written.append(beside)
    return tuple(written)


def _records(
    file: OpenFile, session: Session, seen: tuple[int, ...], person_id: int, letter_ids: tuple[int, ...]
) -> tuple[OwnRecord, ...]:
    of_cases = (
        record
        for case_id in seen
        for record in own_records.of_case(session, case_id, person_id, sealed.words(file, session, case_id), letter_ids)
    )
    own = own_records.of_person(session, person_id, sealed.words_of_person(file, session, person_id))
    return (*of_cases, *own)


def _drafts(file: OpenFile, session: Session, card: CaseCard, person_id: int) -> Iterator[OwnRecord]:
    """Letters that are being written for the person alone, with the words that were typed into them."""
    from desktop_app.letters.catalogue import LETTERS

    places = [worker.id for worker in card.workers if worker.person_id == person_id]
    said = sealed.words(file, session, card.id)
    for row in draft_queries.of_case(session, card.id) if card.is_revealed else ():
        stored = draft_queries.stored(session, row.id)
        if stored is None:
            continue
        wanted = letter_json.of_draft(row, said(stored.__tablename__, row.id, "request", stored.request))
        if len(card.workers) == 1 or list(wanted.request.worker_ids) == places:
            title = LETTERS[row.kind].title if row.kind in LETTERS else row.kind
            told = {"title": title, "changed_on": row.changed_on, "typed": letter_json.typed(wanted)}
            yield OwnRecord(stored.__tablename__, card.number, told)


def _revealed(file: OpenFile, session: Session, case_id: int) -> CaseCard:
    card = case_queries.card(session, case_id)
    if card is None:
        raise AppError(_NO_PERSON)
    return sealed.reveal(file, session, card)


def _own_case(card: CaseCard, person_id: int) -> OwnCase:
    worker = next(each for each in card.workers if each.person_id == person_id)
    note = card.note if len(card.workers) == 1 else ""
    told = card.number, card.opened_on, card.status, card.employer.name, card.region, card.sector
    return OwnCase(*told, worker, note)


def _letters(
    file: OpenFile, session: Session, cards: tuple[CaseCard, ...], name: str, person_id: int
) -> tuple[OwnLetter, ...]:
    """The letters that name the person; the pages of those that speak for them alone and name no colleague."""
    from desktop_app.letters.catalogue import LETTERS
    from desktop_app.letters.naming import letters_of, names

    crews = {card.id: len(card.workers) for card in cards if card.is_revealed}
    others = {
        card.id: [worker.person.full_name for worker in card.workers if worker.person_id != person_id] for card in cards
    }
    found = []
    for row in person_file.letters(session, tuple(crews)):
        stored = letter_queries.pdf(session, row.id)
        pdf = b"" if stored is None else sealed.plain_pdf(file, session, row.id, stored[0])
        text = letters_of(pdf) if crews[row.case_id] > 1 else ""
        if crews[row.case_id] > 1 and not names(text, name):
            continue
        alone = row.workers == 1 and not any(names(text, other) for other in others[row.case_id])
        title = LETTERS[row.kind].title if row.kind in LETTERS else row.kind
        told = row.number, title, row.on_day, row.case_number, row.workers
        found.append(OwnLetter(*told, pdf if alone else None, row.id))
    return tuple(found)


def _attachments(file: OpenFile, session: Session, card: CaseCard) -> tuple[OwnAttachment, ...]:
    """The attachments of a case; their names only when nobody else is in it."""
    if not card.is_revealed:
        return ()
    key = sealed.key_for(file, session, card.id)
    found = attachment_queries.rows(session, card.id, key)
    alone = len(card.workers) == 1
    return tuple(
        OwnAttachment(card.number, row.added_at, row.head.name if alone and row.head else "", row.size) for row in found
    )
