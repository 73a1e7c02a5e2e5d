"""Money claimed, awarded and received, per worker and dated."""

from __future__ import annotations

from desktop_app import settings
from desktop_app.db import models
from desktop_app.db.queries import crew as crew_queries
from desktop_app.domain.cases import MoneyEntry
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import placed
from desktop_app.domain.money import to_tiyn
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied
from desktop_app.domain.wage_checks import problems_of_money
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, crew, instalments, sealed, terms
from desktop_app.services.cases import stored_case
from desktop_app.services.files import OpenFile


def record(file: OpenFile, case_id: int, entries: tuple[MoneyEntry, ...]) -> Saved:
    """Record sums for workers of a case; what was received counts as paid from then on. The id of the case.

    Raises InvalidInput with the problems as `entries[1].amount`; then nothing is written.
    """
    today = settings.today()
    entries = tuple(tidied(entry) for entry in entries)
    problems = [
        problem
        for place, entry in enumerate(entries)
        for problem in placed(problems_of_money(entry, today), f"entries[{place}]")
    ]
    if not entries:
        problems.append(Problem("entries", Message(N_("Type at least one sum."))))
    with access.writing(file, Action.RECORD_MONEY, "case", case_id) as session:
        case = stored_case(session, case_id)
        present = crew_queries.worker_ids(session, case_id)
        message = Message(N_("This worker is not in the crew of the case."))
        for place, entry in enumerate(entries):
            if entry.worker_id not in present:
                problems.append(Problem(f"entries[{place}].worker_id", message))
        if problems:
            raise InvalidInput(tuple(problems))
        session.add_all(stored_entry(entry) for entry in entries)
        session.flush()
        instalments.settle_dates(session, case_id, today)
        crew.count_again(session, case, today)
        terms.follow_wages(session, case_id, today, file.staff.id)
        sealed.settle(file, session, case_id)
    return Saved(case_id, frozenset({Kind.MONEY, Kind.CASE, Kind.DEADLINE}))


def stored_entry(entry: MoneyEntry) -> models.MoneyEntry:
    """The row of an entry."""
    return models.MoneyEntry(
        case_worker_id=entry.worker_id,
        kind=entry.kind.value,
        amount_tiyn=to_tiyn(entry.amount),
        on_day=entry.on,
        note=entry.note,
        evidence=entry.evidence.value if entry.evidence is not None else "",
    )
