"""The register of breaches of security, and the papers about one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from desktop_app import law, settings
from desktop_app.db.queries import Session, log
from desktop_app.db.queries import breaches as queries
from desktop_app.db.queries import centre as centre_queries
from desktop_app.db.queries import settings as settings_queries
from desktop_app.domain import breaches, file_settings
from desktop_app.domain.breaches import Breach, NewBreach, PackFacts, PackRequest
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.logbook import LogFilter, LogLine
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access
from desktop_app.services.files import OpenFile

_NORM: Final = "pd.25.2.8"
_NO_BREACH: Final = N_("This breach is not in the register.")


def listing(file: OpenFile) -> tuple[Breach, ...]:
    """The register, the newest first, with the last day of each notice."""
    with access.reading(file, Action.RECORD_BREACH) as session:
        return tuple(map(_dated, queries.listing(session)))


def record(file: OpenFile, new: NewBreach) -> Saved:
    """Write down a breach; its id. Raises InvalidInput."""
    new, now = tidied(new), settings.now()
    refuse(tuple(breaches.problems_of_breach(new, now)))
    with access.writing(file, Action.RECORD_BREACH, "breach") as session:
        at = breaches.found_at(new, now).isoformat(timespec="minutes")
        session.info["entity_id"] = breach_id = queries.add(session, at, new.described, file.staff.id)
    return Saved(breach_id, frozenset({Kind.CENTRE}))


def notified(file: OpenFile, breach_id: int, on: date | None) -> Saved:
    """Write down on which day the authorised body was notified. Raises InvalidInput."""
    now = settings.now()
    if on is None:
        raise InvalidInput((Problem("on", Message(N_("Type the day."))),))
    if on > now.date():
        raise InvalidInput((Problem("on", Message(N_("The date is in the future. Check the year."))),))
    with access.writing(file, Action.RECORD_BREACH, "breach", breach_id) as session:
        _found(session, breach_id)
        at = now if on == now.date() else now.replace(year=on.year, month=on.month, day=on.day, hour=12, minute=0)
        queries.note_notice(session, breach_id, at.isoformat(timespec="minutes"))
    return Saved(breach_id, frozenset({Kind.CENTRE}))


def make_pack(file: OpenFile, wanted: PackRequest, path: Path) -> Saved:
    """Write the papers about a breach to `path` as a workbook; logged before the file appears.

    Raises InvalidInput with the problems of the request, AppError when the place cannot take the file.
    """
    from desktop_app.exports import breach_pack

    refuse(tuple(breaches.problems_of_pack(wanted)))
    with access.reading(file, Action.EXPORT_BREACH) as session:
        cases = _cases(session, wanted)
        _found(session, wanted.breach_id)
    with access.writing(file, Action.EXPORT_BREACH, "breach", wanted.breach_id):
        pass
    with access.reading(file, Action.EXPORT_BREACH) as session:
        pack = _Pack(file, session, wanted, cases)
        breach_pack.save(
            pack.facts(),
            queries.seen(session, pack.first, pack.last, cases),
            queries.reach(session, cases),
            pack.lines(),
            path,
        )
    return Saved(wanted.breach_id, frozenset())


def notify_by(day: date) -> date:
    """The last day of the notice about a breach found on this day, by the law kept here."""
    return law.add_working_days(day, int(law.fact(_NORM).number))


@dataclass(frozen=True)
class _Pack:
    """What is gathered for the papers, in one session."""

    file: OpenFile
    session: Session
    wanted: PackRequest
    cases: frozenset[int] | None

    @property
    def first(self) -> date:
        return self.wanted.first or date.min

    @property
    def last(self) -> date:
        return self.wanted.last or date.max

    def facts(self) -> PackFacts:
        kept = file_settings.from_texts(settings_queries.read(self.session))
        staff = log.colleagues(self.session)
        norm = law.fact(_NORM)
        language = self.wanted.language
        return PackFacts(
            centre=centre_queries.centre(self.session),
            breach=_found(self.session, self.wanted.breach_id),
            request=self.wanted,
            made_at=settings.now(),
            made_by=self.file.staff.full_name,
            made_by_role=self.file.staff.role,
            responsible=staff[kept.responsible_id].name if kept.responsible_id in staff else "",
            head=log.head(self.session),
            first_broken=self.file.db.chain.first_broken(self.session),
            categories=queries.categories(self.session, self.cases),
            law_citation=str(getattr(norm.title, language)),
            law_source=f"{norm.source_in(language)}; {norm.edition_in(language)}",
            law_days=int(norm.number),
        )

    def lines(self) -> Iterator[LogLine]:
        wanted = LogFilter(first=self.wanted.first, last=self.wanted.last)
        if self.cases is None:
            return log.every(self.session, wanted)
        return log.every_about(self.session, wanted, queries.things(self.session, self.cases))


def _cases(session: Session, wanted: PackRequest) -> frozenset[int] | None:
    """The ids of the cases named, None for all. InvalidInput names the first number that is no case."""
    if not wanted.numbers:
        return None
    found = queries.case_ids(session, wanted.numbers)
    missing = [number for number in wanted.numbers if number not in found]
    if missing:
        message = Message(N_("There is no case with the number %(number)s."), {"number": missing[0]})
        raise InvalidInput((Problem("cases", message),))
    return frozenset(found.values())


def _found(session: Session, breach_id: int) -> Breach:
    for each in queries.listing(session):
        if each.id == breach_id:
            return _dated(each)
    raise AppError(_NO_BREACH)


def _dated(each: Breach) -> Breach:
    return replace(each, notify_by=notify_by(each.found_on)) if each.found_on else each
