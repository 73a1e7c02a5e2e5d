"""That a letter left, how, and what became of it; the list of letters by state; whether a paper is ours."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from desktop_app import settings
from desktop_app.db import models
from desktop_app.db.queries import Session
from desktop_app.db.queries import access as access_queries
from desktop_app.db.queries import clocks as clock_queries
from desktop_app.db.queries import letters as letter_queries
from desktop_app.db.queries import posting as queries
from desktop_app.domain import steps
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.clocks import Done
from desktop_app.domain.deadlines import after_claim
from desktop_app.domain.letters import LetterLanguage, LetterRow
from desktop_app.domain.permissions import Action, may
from desktop_app.domain.posting import Checked, Posted, Sent, Wanted, days_to_send, problems_of_sent, ways_to
from desktop_app.domain.tidy import tidied, tidy_line
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_
from desktop_app.law.steps import LetterStep
from desktop_app.services import access, clocks, sealed
from desktop_app.services.files import OpenFile
from desktop_app.services.letter_keeping import NO_LETTER

SENT: Final = frozenset({Kind.LETTER, Kind.DEADLINE, Kind.CASE})
_COPY: Final = N_("A reading copy is not sent: note it on the letter itself, which has the outgoing number.")
_INSIDE: Final = N_("A paper for the file is not sent to anybody.")


def note(file: OpenFile, letter_id: int, told: Sent) -> Saved:
    """Note that a letter left; the date its answer is due by begins, and the step that asked to send it is done.

    A letter that leaves once more has its term counted anew from that day. Raises InvalidInput, AppError for a paper
    that is not sent.
    """
    told = tidied(told)
    with access.writing(file, Action.SEND_LETTER, "letter", letter_id) as session:
        letter = sendable(session, letter_id)
        wrong = () if told.way in ways_to(AddresseeKind(letter.addressee_kind)) else (_wrong_way(),)
        refuse((*problems_of_sent(told, letter.on_day, settings.today()), *wrong))
        row = queries.add_sending(session, letter, told, file.staff.id)
        _start(session, letter, told.on, file.staff.id)
        clock_queries.refresh_next(session, letter.case_id)
        sealed.settle(file, session, letter.case_id, written=(row,))
    return Saved(letter_id, SENT)


def told(file: OpenFile, letter_id: int) -> Posted:
    """What became of a letter. Raises NotAllowed, AppError."""
    with access.reading(file, Action.VIEW_LETTER, "letter", letter_id) as session:
        letter = session.get(models.Letter, letter_id)
        if letter is None:
            raise AppError(NO_LETTER)
        said = sealed.words(file, session, letter.case_id)
        waits = queries.waiting(session, letter_id)
        return Posted(
            sent=queries.sendings(session, letter_id, said),
            came=queries.incoming_of(session, lambda _case_id: said, letter_id=letter_id),
            rule="" if waits is None else waits.rule,
            due_on=None if waits is None else waits.due_on,
            answers=() if waits is None else came_answers(waits.rule),
            copy_id=queries.copy_of(session, letter_id),
        )


def listing(file: OpenFile, wanted: Wanted, text: str, after_id: int | None, limit: int) -> tuple[LetterRow, ...]:
    """Letters newest first, in a state and to an addressee, below `after_id`.

    `text` is a number, a check code, a case, an employer or a worker.
    """
    with access.reading(file, Action.LIST_LETTERS) as session:
        who = access.viewer(file, session)
        return letter_queries.page(session, who, text, after_id, limit, wanted=wanted, today=settings.today())


def unsent(file: OpenFile) -> int:
    """How many letters of open cases that the viewer may see were made days ago and have not left."""
    before = settings.today() - timedelta(days=days_to_send())
    with access.reading(file, Action.LIST_LETTERS) as session:
        return letter_queries.unsent(session, access.viewer(file, session), before)


def check(file: OpenFile, number: str, code: str) -> Checked:
    """Whether a paper with this outgoing number and check code was made here.

    The code is typed as it is printed, with or without spaces. Raises InvalidInput when one of the two is missing.
    """
    number, code = tidy_line(number), "".join(code.split()).replace("-", "").upper()
    missing = Message(N_("Type it as it is printed in the paper."))
    refuse(tuple(Problem(name, missing) for name, text in (("number", number), ("code", code)) if not text))
    with access.reading(file, Action.LIST_LETTERS) as session:
        letter = letter_queries.with_number(session, number)
        if letter is None:
            return Checked(known=False)
        matches = bool(letter.code) and letter.code == code
        who = access.viewer(file, session)
        relation = access_queries.relation(session, who, "letter", letter.id)
        if not matches or relation is None or not may(who.role, Action.VIEW_LETTER, relation):
            return Checked(known=True, matches=matches)
        row = letter_queries.row(session, letter.id)
    if row is None:
        return Checked(known=False)
    return Checked(True, True, row.id, row.kind, row.on, row.state)


def came_answers(rule: str) -> tuple[str, ...]:
    """The answers a paper may bring that close a step: silence is none of them."""
    return tuple(code for code in steps.answers_of(rule) if code != steps.SILENT)


def sendable(session: Session, letter_id: int) -> models.Letter:
    """A letter that goes somewhere. AppError for one that is not in the file, a reading copy, a paper for the file."""
    from desktop_app.letters.catalogue import LETTERS

    letter = session.get(models.Letter, letter_id)
    if letter is None:
        raise AppError(NO_LETTER)
    if letter.copy_of is not None or LETTERS[letter.kind].is_reading(LetterLanguage(letter.language)):
        raise AppError(_COPY)
    if letter.addressee_kind == AddresseeKind.FILE.value:
        raise AppError(_INSIDE)
    return letter


def _start(session: Session, letter: models.Letter, on: date, by: int) -> None:
    """Begin the date the answer is due by, or count it anew when the letter leaves once more."""
    told = steps.of_letter(letter.kind)
    if told is None:
        return
    own = [row for row in clock_queries.of_rule(session, letter.case_id, (told.step,)) if row.letter_id == letter.id]
    if not told.when_sent:
        if not own:
            clocks.start_for_letter(session, letter, after_claim(letter.pay_by), by)
        return
    if not own:
        _begin(session, letter, told, on, by)
    waits = queries.waiting(session, letter.id)
    if waits is not None and waits.rule == told.step and all(row.done_on is None for row in own):
        anew = steps.begin(told.step, steps.Former.on(on))
        waits.started_on, waits.due_on, waits.latest_on = anew.started_on, anew.due_on, anew.latest_on
        if told.names_day and letter.pay_by >= on:
            waits.due_on = after_claim(letter.pay_by)


def _begin(session: Session, letter: models.Letter, told: LetterStep, on: date, by: int) -> None:
    """The step that asked to hand the letter in begins the wait with its answer; without one the letter begins it."""
    asked = [row for row in clock_queries.open_of_case(session, letter.case_id) if row.rule in told.hands_in]
    whole = [row for row in asked if row.case_worker_id is None]
    chosen = whole[:1] if whole else asked if len(asked) == 1 else []
    if chosen:
        clocks.keep(session, chosen[0], Done(on, steps.HANDED_IN), by, letter.id)
        return
    clocks.begin_for_letter(session, letter, told.step, on, by)


def _wrong_way() -> Problem:
    return Problem("way", Message(N_("A letter to this addressee does not go this way.")))
