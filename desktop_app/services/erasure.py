"""Erasing a person: marked first, with days to think; then by two people; a certificate without a name remains."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from desktop_app import settings
from desktop_app.db import models, seal, vocabulary
from desktop_app.db.compact import compact
from desktop_app.db.queries import Session
from desktop_app.db.queries import centre as centre_queries
from desktop_app.db.queries import erasure as queries
from desktop_app.db.queries import letter_drafts as draft_queries
from desktop_app.db.search import PEOPLE
from desktop_app.domain import ladder, letter_json
from desktop_app.domain.access import Approval
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import problem_of_length, refuse
from desktop_app.domain.erasure import (
    LONGEST_REASON,
    CertificateFacts,
    Erased,
    ErasureKind,
    ErasurePlan,
    ErasureRequest,
    grace_ends,
)
from desktop_app.domain.mentions import Stems, names_any, stems
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidy_line
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.exports.whole_file import whole_file
from desktop_app.i18n import N_
from desktop_app.services import access, erasure_plan, sealed
from desktop_app.services.files import OpenFile

EVERYTHING: Final = frozenset({Kind.PERSON, Kind.CASE, Kind.LETTER, Kind.MONEY, Kind.EMPLOYER, Kind.ATTACHMENT})
_NOT_YET: Final = N_("This person cannot be erased yet: see what stands in the way.")
_NOT_OF_THEIRS: Final = N_("What was chosen to go does not belong to this person’s cases. Open the person again.")
_NO_RECORD: Final = N_("This record is not in the file.")


@dataclass
class _Count:
    """What has gone so far."""

    attachments: int = 0
    letters: int = 0


def mark(file: OpenFile, person_id: int, reason: str) -> Saved:
    """Mark a person for erasure; from the day after the days of grace two people can erase them."""
    reason = tidy_line(reason)
    refuse(tuple(problem_of_length("reason", reason, LONGEST_REASON)))
    if not reason:
        raise InvalidInput((Problem("reason", Message(N_("Write why the data are to be erased."))),))
    with access.writing(file, Action.MARK_FOR_ERASURE, "person", person_id) as session:
        erasure_plan.living(session, person_id)
        queries.mark(session, person_id, grace_ends(settings.today()), reason)
    return Saved(person_id, frozenset({Kind.PERSON}))


def unmark(file: OpenFile, person_id: int) -> Saved:
    """Take the mark back."""
    with access.writing(file, Action.MARK_FOR_ERASURE, "person", person_id) as session:
        erasure_plan.living(session, person_id)
        queries.mark(session, person_id, None, "")
    return Saved(person_id, frozenset({Kind.PERSON}))


def mark_of(file: OpenFile, person_id: int) -> tuple[date | None, str]:
    """From which day a person may be erased, and why they were marked; (None, "") without a mark."""
    with access.reading(file, Action.VIEW_PERSON, "person", person_id) as session:
        erasure_plan.known(session, person_id)
        return queries.mark_of(session, person_id)


def plan(file: OpenFile, person_id: int) -> ErasurePlan:
    """What erasing this person means, and what stands in the way. Raises NotAllowed, AppError."""
    with access.reading(file, Action.ERASE_PERSON, "person", person_id) as session:
        return erasure_plan.gather(file, session, person_id)


def erase(file: OpenFile, request: ErasureRequest, approval: Approval) -> Saved:
    """Erase a person for good; the id of the record. Two people answer for it, and both are logged.

    Raises InvalidInput when the second person is none, AppError when something stands in the way; nothing is erased
    then.
    """
    second = access.second(file, approval)
    with access.writing(file, Action.ERASE_PERSON, "person", request.person_id) as session:
        found = erasure_plan.gather(file, session, request.person_id)
        if not found.can_begin(settings.today()):
            raise AppError(_NOT_YET)
        _check(found, request)
        access.note_approval(session, file, second, "person", request.person_id)
        done = _erased(file, session, found, request)
        record_id = queries.add_erasure(session, done, file.staff.id, second.id)
        vocabulary.forget(session, PEOPLE.words)
    tidy(file)
    return Saved(record_id, EVERYTHING)


def listing(file: OpenFile) -> tuple[Erased, ...]:
    """Everything that was erased, newest first; nobody is named."""
    with access.reading(file, Action.LIST_DUTIES) as session:
        return queries.erasures(session)


def certificate(file: OpenFile, erasure_id: int, language: str) -> bytes:
    """The certificate of an erasure as PDF in kk, ru or en; that it was made is logged. AppError for no such record."""
    from desktop_app.letters import erasure_certificate

    with access.writing(file, Action.PRINT_CERTIFICATE, "erasure", erasure_id) as session:
        found = queries.erasures(session, erasure_id)
        if not found:
            raise AppError(_NO_RECORD)
        facts = CertificateFacts(centre_queries.centre(session), found[0], ladder.MONTHS)
    return erasure_certificate.render(facts, language)


def save_certificate(file: OpenFile, erasure_id: int, language: str, path: Path) -> Path:
    """Write the certificate to `path`. Raises as `certificate`, and AppError when the place cannot take it."""
    with whole_file(path) as unfinished:
        unfinished.write_bytes(certificate(file, erasure_id, language))
    return path


def tidy(file: OpenFile) -> None:
    """Write the pages of the file anew after data were taken out, so far as memory and disk allow.

    What was taken out is overwritten already; when there is no room for this, closing the file folds the journal.
    """
    with suppress(AppError):
        compact(file.db)


def new_code(on: date) -> str:
    """A code for a record: the year and six signs that mean nothing."""
    return f"{on.year}-{secrets.token_hex(3).upper()}"


def replace_letters(session: Session, letters: tuple[tuple[int, str, date, int], ...], code: str, on: date) -> int:
    """Put a page that says so in the place of letters, given as (id, number, day, workers); how many they are."""
    from desktop_app.letters import removed_letter

    for letter_id, number, day, workers in letters:
        queries.replace_letter(session, letter_id, removed_letter.render(number, day, workers, code, on))
    return len(letters)


def _check(found: ErasurePlan, request: ErasureRequest) -> None:
    own = {each.id for each in found.attachments} >= set(request.attachment_ids)
    if not own or not {text.case_id for text in found.texts} >= set(request.case_ids):
        raise AppError(_NOT_OF_THEIRS)


def _erased(file: OpenFile, session: Session, found: ErasurePlan, request: ErasureRequest) -> Erased:
    """Take everything out; sealed cases are opened first and sealed again in the same transaction."""
    today = settings.today()
    code, count = new_code(today), _Count()
    cases = queries.cases_of(session, request.person_id)
    keys = {case.id: sealed.key_for(file, session, case.id) for case in cases}
    for case_id, key in keys.items():
        if key is not None:
            seal.restore(session, case_id, key)
    session.flush()
    wanted = stems(queries.name_of(session, request.person_id))
    letters = tuple((each.id, each.number, each.on, each.workers) for each in found.letters)
    count.letters = replace_letters(session, letters, code, today)
    number = cases[0].number if cases else ""
    queries.forget_person(session, request.person_id, number, today, wanted)
    for case in cases:
        _rewrite_drafts(session, case.id, request.person_id, wanted)
        _clear(session, case, request, count, today)
    queries.forget_drafts(session, [case.id for case in cases], [request.person_id])
    session.flush()
    for case_id, key in keys.items():
        if key is not None and session.get_one(models.Case, case_id).anonymised_on is None:
            seal.absorb(session, case_id, key, emptied=True)
    reason = "" if names_any(found.reason, wanted) else found.reason
    counts = 1, len(cases), count.attachments, count.letters
    return Erased(0, code, today, ErasureKind.PERSON, *counts, reason, file.staff.full_name, "")


def _rewrite_drafts(session: Session, case_id: int, person_id: int, named: Stems) -> None:
    """Take somebody out of the letters that are being written; those for nobody else go."""
    place = queries.place_of(session, case_id, person_id)
    for row in draft_queries.of_case(session, case_id):
        stored = draft_queries.stored(session, row.id)
        if stored is None:
            continue
        told = letter_json.of_draft(row, stored.request)
        left = letter_json.without(told, place, lambda text: names_any(text, named))
        if left is None:
            session.delete(stored)
        elif (request := letter_json.written(left)) != stored.request:
            stored.request, stored.workers = request, len(left.request.worker_ids)
            stored.version += 1
    session.flush()


def _clear(session: Session, case: models.Case, request: ErasureRequest, count: _Count, today: date) -> None:
    """What a case holds of a person beside their place in the crew; everything, when nobody else is left in it."""
    of_case = set(queries.attachment_ids(session, case.id))
    if queries.others_left(session, case.id) == 0:
        count.attachments += queries.remove_attachments(session, of_case)
        queries.forget_texts(session, case.id)
        queries.close_off(session, case.id, today)
        return
    count.attachments += queries.remove_attachments(session, of_case & set(request.attachment_ids))
    if case.id in request.case_ids:
        queries.forget_texts(session, case.id)
