"""The journal of a span of days: letters that left, papers that came; as many statements for many as for one."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select, union
from sqlalchemy.orm import Session

from desktop_app.db.models import Case, CaseWorker, IncomingPaper, Letter, LetterSending, Person
from desktop_app.db.queries import access, posting
from desktop_app.db.queries.access import Viewer
from desktop_app.db.queries.posting import WordsOf
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.journal import JournalAnswer, JournalIncoming, JournalOutgoing
from desktop_app.domain.posting import Sent, Way


def outgoing(session: Session, who: Viewer, first: date, last: date) -> tuple[JournalOutgoing, ...]:
    """The numbered letters of a span of days that `who` may see, in the order of their numbers.

    How one of a sealed case left is told by day and way alone.
    """
    rows = session.execute(
        select(
            Letter.id,
            Letter.number,
            Letter.on_day,
            Letter.kind,
            Letter.addressee_kind,
            Letter.addressee,
            Case.employer_name,
            Case.id,
            Case.number,
            Case.sealed.is_not(None),
        )
        .join(Case, Case.id == Letter.case_id)
        .where(*_letters(first, last), access.cases_for(who))
        .order_by(Letter.year, Letter.sequence)
    ).all()
    sent, answers = _sendings(session, first, last), _answers(session, first, last)
    return tuple(_outgoing(row, sent[row[0]], answers[row[0]]) for row in rows)


def incoming(session: Session, who: Viewer, first: date, last: date, words_of: WordsOf) -> tuple[JournalIncoming, ...]:
    """The incoming papers of a span of days that `who` may see, in the order of their numbers."""
    rows = session.execute(
        posting.papers()
        .where(_papers(first, last), access.cases_for(who))
        .order_by(IncomingPaper.year, IncomingPaper.sequence)
    ).all()
    return tuple(JournalIncoming(posting.paper(row, words_of), row[3]) for row in rows)


def hidden(session: Session, who: Viewer, first: date, last: date) -> tuple[int, int]:
    """How many letters and incoming papers of a span of days stand in cases that `who` may not see."""
    hides = ~access.cases_for(who)
    letters = select(func.count(Letter.id)).join(Case, Case.id == Letter.case_id)
    papers = select(func.count(IncomingPaper.id)).join(Case, Case.id == IncomingPaper.case_id)
    return (
        session.scalar(letters.where(*_letters(first, last), hides)) or 0,
        session.scalar(papers.where(_papers(first, last), hides)) or 0,
    )


def crew_names(session: Session, first: date, last: date) -> dict[int, list[str]]:
    """The names of the workers, as they are stored, of every case with a letter or paper in a span of days."""
    cases = union(
        select(Letter.case_id).where(*_letters(first, last)),
        select(IncomingPaper.case_id).where(_papers(first, last)),
    )
    rows = select(CaseWorker.case_id, Person.full_name).join(Person, Person.id == CaseWorker.person_id)
    found: dict[int, list[str]] = defaultdict(list)
    for case_id, name in session.execute(rows.where(CaseWorker.case_id.in_(cases))):
        found[case_id].append(name)
    return found


def _letters(first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    return Letter.copy_of.is_(None), Letter.on_day.between(first, last)


def _papers(first: date, last: date) -> ColumnElement[bool]:
    return IncomingPaper.received_on.between(first, last)


def _sendings(session: Session, first: date, last: date) -> dict[int, list[LetterSending]]:
    rows = select(LetterSending).join(Letter, Letter.id == LetterSending.letter_id).where(*_letters(first, last))
    found: dict[int, list[LetterSending]] = defaultdict(list)
    for row in session.scalars(rows.order_by(LetterSending.on_day, LetterSending.id)):
        found[row.letter_id].append(row)
    return found


def _answers(session: Session, first: date, last: date) -> dict[int, list[JournalAnswer]]:
    rows = select(Letter.id, IncomingPaper.number, IncomingPaper.received_on).join(
        Letter, Letter.id == IncomingPaper.letter_id
    )
    found: dict[int, list[JournalAnswer]] = defaultdict(list)
    for letter_id, number, on in session.execute(rows.where(*_letters(first, last)).order_by(IncomingPaper.id.desc())):
        found[letter_id].append(JournalAnswer(number, on))
    return found


def _outgoing(row: Any, sent: list[LetterSending], answers: list[JournalAnswer]) -> JournalOutgoing:
    _id, number, on, kind, addressee_kind, addressee, employer, case_id, case_number, is_sealed = row
    return JournalOutgoing(
        number=number,
        on=on,
        kind=kind,
        addressee_kind=AddresseeKind(addressee_kind),
        addressee=addressee,
        employer=employer,
        case_id=case_id,
        case_number=case_number,
        sealed=is_sealed,
        sent=tuple(
            Sent(each.on_day, Way(each.way), "" if is_sealed else each.proof, "" if is_sealed else each.their_number)
            for each in sent
        ),
        answers=tuple(answers),
    )
