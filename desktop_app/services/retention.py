"""The clock of storage: closed cases whose term has ended lose their names; the numbers of summaries stay."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop_app import settings
from desktop_app.db import models, vocabulary
from desktop_app.db.queries import Session
from desktop_app.db.queries import erasure as queries
from desktop_app.db.queries import retention as ended_queries
from desktop_app.db.search import EMPLOYERS, PEOPLE
from desktop_app.domain import retention as domain
from desktop_app.domain.access import Approval
from desktop_app.domain.changes import Saved
from desktop_app.domain.erasure import Erased, ErasureKind
from desktop_app.domain.mentions import stems
from desktop_app.domain.permissions import Action
from desktop_app.domain.retention import RetentionPage
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, erasure, settings_of_file
from desktop_app.services.files import OpenFile

MOST_ROWS: Final = 500
_NO_TERM: Final = N_("The term of storage is not set. The centre’s lawyer sets it in the settings, under Data.")
_NOTHING: Final = N_("Choose at least one case.")
_CHANGED: Final = N_("Case %(number)s cannot lose its names now: its term has not ended, or it is held.")
_GONE: Final = N_("One of the cases is not closed any more, or lost its names already. Read the list again.")


def page(file: OpenFile) -> RetentionPage:
    """The cases whose term has ended, as far as who is signed in may see them, at most 500, oldest first."""
    years = settings_of_file.read(file).retention_years
    with access.writing(file, Action.VIEW_RETENTION, "retention") as session:
        if years is None:
            return RetentionPage(None, ())
        closed_by = domain.closed_by(settings.today(), years)
        who = access.viewer(file, session)
        rows = ended_queries.ended(session, who, closed_by, years, MOST_ROWS)
        return RetentionPage(years, rows, ended_queries.count_enquiries(session, closed_by))


def run(file: OpenFile, case_ids: tuple[int, ...], approval: Approval) -> Saved:
    """Take the names out of these cases and of enquiries of the same age; the id of the record.

    Two people answer for it, and both are logged.

    People who stand in another case keep their name there. Raises InvalidInput, NotAllowed, or AppError when a case
    is not due; then nothing is changed.
    """
    years = settings_of_file.read(file).retention_years
    if years is None:
        raise AppError(_NO_TERM)
    second = access.second(file, approval)
    closed_by = domain.closed_by(settings.today(), years)
    with access.writing(file, Action.RUN_RETENTION, "retention") as session:
        if not case_ids and not ended_queries.count_enquiries(session, closed_by):
            raise InvalidInput((Problem("case_ids", Message(_NOTHING)),))
        cases = ended_queries.of_ids(session, access.viewer(file, session), case_ids)
        if len(cases) != len(set(case_ids)):
            raise AppError(_GONE)
        _check(cases, years)
        access.note_approval(session, file, second, "retention", None)
        done = _anonymised(file, session, cases)
        ended_queries.forget_enquiries(session, closed_by)
        record_id = queries.add_erasure(session, done, file.staff.id, second.id)
        session.info["entity_id"] = record_id
        for index in (PEOPLE, EMPLOYERS):
            vocabulary.forget(session, index.words)
    erasure.tidy(file)
    return Saved(record_id, erasure.EVERYTHING)


def _check(cases: tuple[models.Case, ...], years: int) -> None:
    today = settings.today()
    closed_by = domain.closed_by(today, years)
    for case in cases:
        held = case.hold_until is not None and case.hold_until >= today
        if held or case.closed_on is None or case.closed_on > closed_by:
            raise AppError(_CHANGED, number=case.number)


def _anonymised(file: OpenFile, session: Session, cases: tuple[models.Case, ...]) -> Erased:
    today = settings.today()
    code = erasure.new_code(today)
    going = [case.id for case in cases]
    people: set[int] = set()
    attachments = letters = 0
    for case in cases:
        people |= _people(session, case, going, today)
        attachments += queries.remove_attachments(session, queries.attachment_ids(session, case.id))
        told = tuple((row.id, row.number, row.on_day, row.workers) for row in queries.letters_of(session, case.id))
        letters += erasure.replace_letters(session, told, code, today)
        queries.forget_texts(session, case.id)
        queries.close_off(session, case.id, today)
    for case in cases:
        ended_queries.forget_employer_of(session, case.id, case.number)
    queries.forget_drafts(session, going, people)
    counts = len(people), len(cases), attachments, letters
    return Erased(0, code, today, ErasureKind.TERM, *counts, "", file.staff.full_name, "")


def _people(session: Session, case: models.Case, going: list[int], today: date) -> set[int]:
    """Make the crew of a case anonymous; the ids of those who were not yet."""
    found = set()
    for place in ended_queries.places_in(session, case.id):
        person_id = place.person_id
        if queries.is_anonymous(session, person_id):
            continue
        found.add(person_id)
        if ended_queries.is_named_outside(session, person_id, going):
            ended_queries.split_off(session, place, case.number, today)
        else:
            queries.forget_person(session, person_id, case.number, today, stems(queries.name_of(session, person_id)))
    return found
