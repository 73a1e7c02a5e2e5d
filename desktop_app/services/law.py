"""What the centre's lawyer has confirmed of the law the program uses."""

from __future__ import annotations

from desktop_app import law, settings
from desktop_app.db.queries import law as queries
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.letters import Norm
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.law import Fact
from desktop_app.services import access
from desktop_app.services.files import OpenFile


def norms(file: OpenFile) -> dict[str, Norm]:
    """Every fact by its id (`fact_id`), with who confirmed it and when."""
    with access.reading(file, Action.VIEW_LAW) as session:
        told = queries.confirmations(session)
    confirmed = {(each.fact_id, each.content): (each.by, each.on) for each in told}
    found = {}
    for fact in law.facts():
        name, day = confirmed.get((fact_id(fact), _content(fact)), ("", None))
        found[fact_id(fact)] = Norm(fact, name, day)
    return found


def confirm(file: OpenFile, key: str) -> Saved:
    """Record that the lawyer read the source of a fact, by its `fact_id`. Raises NotAllowed or AppError."""
    fact = next((each for each in law.facts() if fact_id(each) == key), None)
    if fact is None:
        raise AppError(N_("No value or rule has the key “%(key)s”. “tirek law” lists them all."), key=key)
    with access.writing(file, Action.CONFIRM_LAW, "law") as session:
        row_id = queries.add_confirmation(session, key, _content(fact), file.staff.id, settings.today())
        session.info["entity_id"] = row_id
    return Saved(row_id, frozenset({Kind.LAW}))


def fact_id(fact: Fact) -> str:
    """What names a fact for good: its key and, for a dated value, its first day."""
    return f"{fact.key}@{fact.effective_from}" if fact.effective_from else fact.key


def _content(fact: Fact) -> str:
    """What was confirmed; when any of it changes, the confirmation no longer fits."""
    return "\x1f".join((fact.value, str(fact.confirmed_until), fact.source, fact.edition))
