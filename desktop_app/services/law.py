"""What the centre makes of the law the program uses: confirmed by its lawyer, added by hand, withdrawn."""

from __future__ import annotations

from datetime import date

from desktop_app import law, settings
from desktop_app.db.queries import law as queries
from desktop_app.domain import law_values
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.law_book import LawBook
from desktop_app.domain.law_held import AddedValue
from desktop_app.domain.law_norms import Norm
from desktop_app.domain.law_values import NewLawValue
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.law import Confirmed, Fact
from desktop_app.services import access, law_in_use
from desktop_app.services.files import OpenFile

_NO_SUCH_KEY = N_("No value or rule has the key “%(key)s”. “tirek law” lists them all.")
_NOT_SURE = N_("Look at the value once more before it is added.")
_NOT_BY_HAND = N_("This is no number that can be added by hand. It comes with Tirek or with an update of the law.")
_NOT_THERE = N_("This value was not added by hand, or it is withdrawn already.")


def norms(file: OpenFile) -> dict[str, Norm]:
    """Every fact by its id (`fact_id`), with who confirmed it and when."""
    with access.reading(file, Action.VIEW_LAW) as session:
        told = queries.confirmations(session)
    return _norms(told)


def book(file: OpenFile) -> LawBook:
    """All the law screen shows: every fact in use, and the history of what the centre made of it."""
    with access.reading(file, Action.VIEW_LAW) as session:
        told = queries.confirmations(session)
        values, keys, updates = queries.values(session), queries.trusted_keys(session), queries.updates(session)
    unread = frozenset(update.number for update in updates if law_in_use.content_of(update) is None)
    return LawBook(_norms(told), told, values, keys, updates, unread)


def confirm(file: OpenFile, key: str) -> Saved:
    """Record that the lawyer read the source of a fact, by its `fact_id`. Raises NotAllowed or AppError."""
    fact = next((each for each in law.facts() if fact_id(each) == key), None)
    if fact is None:
        raise AppError(_NO_SUCH_KEY, key=key)
    with access.writing(file, Action.CONFIRM_LAW, "law") as session:
        row_id = queries.add_confirmation(session, key, fact.content, file.staff.id, settings.today())
        session.info["entity_id"] = row_id
    renew(file)
    return Saved(row_id, frozenset({Kind.LAW}))


def add_value(file: OpenFile, new: NewLawValue, *, sure: bool = False) -> Saved:
    """Add a dated value by hand: from its first day on it stands in the place of what was shipped, and is marked so.

    Raises InvalidInput for what is wrong, and, unless `sure`, for what may be a slip (`doubts` says what). AppError for
    a value that cannot be typed.
    """
    with access.writing(file, Action.ADD_LAW_VALUE, "law") as session:
        rows = law.rows(new.key)
        if not rows:
            raise AppError(_NO_SUCH_KEY, key=new.key)
        if not law_values.may_be_typed(rows):
            raise AppError(_NOT_BY_HAND)
        refuse(law_values.problems(new, rows))
        today, tidied = settings.today(), law_values.tidied(new)
        if not sure and law_values.doubts(new, rows, today):
            raise InvalidInput((Problem("", Message(_NOT_SURE)),))
        row_id = session.info["entity_id"] = queries.add_value(session, _added(tidied, file, today), file.staff.id)
    renew(file)
    return Saved(row_id, frozenset({Kind.LAW}))


def doubts(file: OpenFile, new: NewLawValue) -> tuple[Message, ...]:
    """What to ask about a value before `add_value` is sure. Raises InvalidInput for what is wrong with it."""
    with access.reading(file, Action.VIEW_LAW):
        rows = law.rows(new.key)
    if not rows:
        raise AppError(_NO_SUCH_KEY, key=new.key)
    refuse(law_values.problems(new, rows))
    return law_values.doubts(new, rows, settings.today())


def withdraw(file: OpenFile, row_id: int) -> Saved:
    """Let a value added by hand count no more; it stays in the history. AppError when there is none."""
    with access.writing(file, Action.ADD_LAW_VALUE, "law", row_id) as session:
        if not queries.withdraw_value(session, row_id, file.staff.id, settings.today()):
            raise AppError(_NOT_THERE)
    renew(file)
    return Saved(row_id, frozenset({Kind.LAW}))


def renew(file: OpenFile) -> None:
    """Count with the law as the file holds it now, after a change of it."""
    with access.reading(file, Action.VIEW_LAW) as session:
        law_in_use.take(session, file.db)


def fact_id(fact: Fact) -> str:
    """What names a fact for good: its key and, for a dated value, its first day."""
    return fact.id


def _norms(told: tuple[Confirmed, ...]) -> dict[str, Norm]:
    confirmed = {(each.fact_id, each.content): each for each in told}
    found = {}
    for fact in law.facts():
        by = confirmed.get((fact.id, fact.content))
        found[fact.id] = Norm(fact, by.by, by.on) if by else Norm(fact)
    return found


def _added(new: NewLawValue, file: OpenFile, today: date) -> AddedValue:
    if new.effective_from is None:
        raise AppError(_NOT_BY_HAND)
    told = (new.key, new.effective_from, new.confirmed_until, new.value, new.source)
    return AddedValue(0, *told, today, file.staff.full_name, None, "")
