"""Papers that come in: registering one under the centre's own number, the answer it brings, the lists of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Final

from desktop_app import settings
from desktop_app.db import models
from desktop_app.db.case_rows import Words
from desktop_app.db.queries import Session
from desktop_app.db.queries import attachments as attachment_queries
from desktop_app.db.queries import cases as case_queries
from desktop_app.db.queries import centre as centre_queries
from desktop_app.db.queries import letters as letter_queries
from desktop_app.db.queries import posting as queries
from desktop_app.domain.addressees import AT_EMPLOYER, INSIDE
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.clocks import Done
from desktop_app.domain.letters import LetterRow
from desktop_app.domain.permissions import Action
from desktop_app.domain.posting import About, Answerable, IncomingRow, NewIncoming, problems_of_incoming
from desktop_app.domain.tidy import tidied, tidy_line, tidy_text
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import access, clocks, sealed
from desktop_app.services.cases import NO_CASE
from desktop_app.services.files import OpenFile
from desktop_app.services.letter_sending import came_answers

_CHANGED: Final = frozenset({Kind.LETTER, Kind.DEADLINE, Kind.CASE})
_NO_PAPER: Final = N_("This incoming paper is not in the file.")
_OTHER_YEAR: Final = N_("The number belongs to another year. Register the paper of that year instead.")


def register(file: OpenFile, new: NewIncoming) -> Saved:
    """Keep an incoming paper under the next number of its year; the id of the paper.

    When it answers a letter whose answer was waited for, that date is closed with `answer`, and the steps that follow
    from it appear; the letter counts as answered unless the answer is an interim one. Raises InvalidInput, AppError.
    """
    new = _tidy(new)
    refuse(problems_of_incoming(new, settings.today()))
    with access.writing(file, Action.REGISTER_INCOMING, "case", new.case_id) as session:
        letter, waits = _answered(session, new)
        centre = centre_queries.centre(session)
        kept = new if waits is not None else replace(new, answer="")
        row = queries.add_incoming(session, kept, centre.code, file.staff.id)
        if waits is not None:
            clocks.keep(session, waits, Done(new.received_on, new.answer), file.staff.id)
        elif letter is not None and letter.answered_on is None:
            letter.answered_on = new.received_on
        sealed.settle(file, session, new.case_id, written=(row,))
        added = row.id
    return Saved(added, _CHANGED)


def correct(file: OpenFile, paper_id: int, new: NewIncoming) -> Saved:
    """Write anew what was typed of an incoming paper. Its number, its letter and the answer stay as registered.

    Raises InvalidInput, AppError when the paper is not in this case.
    """
    new = _tidy(new)
    refuse(problems_of_incoming(new, settings.today()))
    with access.writing(file, Action.REGISTER_INCOMING, "case", new.case_id) as session:
        row = session.get(models.IncomingPaper, paper_id)
        if row is None or row.case_id != new.case_id:
            raise AppError(_NO_PAPER)
        if row.year != new.received_on.year:
            raise InvalidInput((Problem("received_on", Message(_OTHER_YEAR)),))
        _check_scan(session, new)
        queries.write(row, new)
        sealed.settle(file, session, new.case_id, written=(row,))
    return Saved(paper_id, _CHANGED)


def listing(file: OpenFile, text: str, after_id: int | None, limit: int) -> tuple[IncomingRow, ...]:
    """Incoming papers newest first, those of `text` (a number, a case, an employer, a worker), below `after_id`."""
    with access.reading(file, Action.LIST_LETTERS) as session:
        who = access.viewer(file, session)
        return queries.incoming(session, who, text, after_id, limit, words_of(file, session))


def of_case(file: OpenFile, case_id: int) -> tuple[IncomingRow, ...]:
    """The incoming papers of a case, newest first."""
    with access.reading(file, Action.VIEW_LETTER, "case", case_id) as session:
        return queries.incoming_of(session, words_of(file, session), case_id=case_id)


def about(file: OpenFile, case_id: int, letter_id: int | None = None) -> About:
    """A case with the letters that a paper may answer, newest first. AppError when it is not in the file."""
    with access.reading(file, Action.REGISTER_INCOMING, "case", case_id) as session:
        return _about(session, case_id, letter_id)


def about_number(file: OpenFile, number: str) -> About:
    """The case that a number means: that of one of our letters, or its own. AppError when there is none."""
    number = tidy_line(number)
    with access.reading(file, Action.LIST_LETTERS) as session:
        who = access.viewer(file, session)
        letter = letter_queries.meant(session, who, number)
        case_id = case_queries.find(session, who, number) if letter is None else letter.case_id
        letter_id = None if letter is None else letter.copy_of or letter.id
    if case_id is None:
        raise AppError(N_("There is no letter and no case with the number %(number)s."), number=number)
    return about(file, case_id, letter_id)


def words_of(file: OpenFile, session: Session) -> Callable[[int], Words]:
    """How the free texts of a case are read, by its id; what is behind a seal is opened once."""

    @cache
    def of(case_id: int) -> Words:
        return sealed.words(file, session, case_id)

    return of


def _tidy(new: NewIncoming) -> NewIncoming:
    about = tidy_text(new.about)
    return replace(tidied(new), about=about)


def _about(session: Session, case_id: int, letter_id: int | None) -> About:
    case = session.get(models.Case, case_id)
    if case is None:
        raise AppError(NO_CASE)
    letters = (row for row in letter_queries.of_case(session, case_id) if row.copy_of is None)
    answerable = (_answerable(session, row) for row in letters if row.addressee_kind not in INSIDE)
    return About(case_id, case.number, tuple(answerable), letter_id)


def _answerable(session: Session, row: LetterRow) -> Answerable:
    # Without a day the answer is due there is nothing to ask for.
    waits = queries.waiting(session, row.id) if row.due_on is not None else None
    addressee = row.addressee or (row.employer if row.addressee_kind in AT_EMPLOYER else "")
    return Answerable(row.id, row.number, row.kind, () if waits is None else came_answers(waits.rule), addressee)


def _answered(session: Session, new: NewIncoming) -> tuple[models.Letter | None, models.Deadline | None]:
    """The letter that a paper answers, and the open date that it closes. Raises InvalidInput."""
    if session.get(models.Case, new.case_id) is None:
        raise AppError(NO_CASE)
    _check_scan(session, new)
    if new.letter_id is None:
        return None, None
    letter = session.get(models.Letter, new.letter_id)
    if letter is None or letter.case_id != new.case_id or letter.copy_of is not None:
        raise InvalidInput((Problem("letter_id", Message(N_("Choose a letter of this case."))),))
    if new.received_on < letter.on_day:
        raise InvalidInput((Problem("received_on", Message(N_("The paper came before the letter was made."))),))
    waits = queries.waiting(session, letter.id)
    if waits is not None and new.answer not in came_answers(waits.rule):
        raise InvalidInput(
            (Problem("answer", Message(N_("Choose the answer: the next steps follow from it."))),),
        )
    return letter, waits


def _check_scan(session: Session, new: NewIncoming) -> None:
    if new.attachment_id is not None and attachment_queries.case_of(session, new.attachment_id) != new.case_id:
        raise InvalidInput((Problem("attachment_id", Message(N_("Choose a paper of this case."))),))
