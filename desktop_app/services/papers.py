"""The papers and stays of a person."""

from __future__ import annotations

from typing import Final

from desktop_app import settings
from desktop_app.db.queries import Session
from desktop_app.db.queries import papers as queries
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import LONGEST_LINE, problem_of_length, refuse
from desktop_app.domain.papers import NewPaper, PersonPapers, problems_of_paper
from desktop_app.domain.permissions import Action
from desktop_app.domain.stays import Stay, problems_of_stay
from desktop_app.domain.tidy import tidied, tidy_text
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.services import access, sealed
from desktop_app.services.files import OpenFile

_NO_PERSON: Final = N_("This person is not in the file.")
_ERASED: Final = N_("The data of this person were erased. What remains serves statistics and is not changed.")
_NO_PAPER: Final = N_("This paper is no longer in the file. Somebody else removed it.")
_NO_STAY: Final = N_("This stay is no longer in the file. Somebody else removed it.")
_KINDS: Final = frozenset({Kind.PAPER})


def of_person(file: OpenFile, person_id: int) -> PersonPapers:
    """The papers and stays of a person. Raises NotAllowed, AppError when they are not in the file."""
    with access.writing(file, Action.VIEW_PAPERS, "person", person_id) as session:
        found = queries.person(session, person_id)
        if found is None:
            raise AppError(_NO_PERSON)
        words = sealed.words_of_person(file, session, person_id)
        return PersonPapers(
            person_id,
            found[0],
            queries.papers(session, person_id, words),
            queries.stays(session, person_id, words),
        )


def save_paper(file: OpenFile, person_id: int, paper: NewPaper, paper_id: int | None = None) -> Saved:
    """Note a paper of a person, or correct the one with `paper_id`. Raises InvalidInput, NotAllowed, AppError."""
    paper = tidied(paper)
    refuse(problems_of_paper(paper, settings.today()))
    with access.writing(file, Action.RECORD_PAPERS, "person", person_id) as session:
        check_person(session, person_id)
        row = queries.save_paper(session, person_id, paper, paper_id)
        if row is None:
            raise AppError(_NO_PAPER)
        saved = Saved(row.id, _KINDS)
        sealed.settle_person(file, session, person_id, written=(row,))
    return saved


def save_stay(file: OpenFile, person_id: int, stay: Stay, note: str = "", stay_id: int | None = None) -> Saved:
    """Note a stay of a person, or correct the one with `stay_id`. Raises InvalidInput, NotAllowed, AppError."""
    note = tidy_text(note)
    refuse(tuple(problem_of_length("note", note, LONGEST_LINE * 10)))
    with access.writing(file, Action.RECORD_PAPERS, "person", person_id) as session:
        check_person(session, person_id)
        known = queries.stays(session, person_id, sealed.words_of_person(file, session, person_id))
        others = [each for each in known if each.id != stay_id]
        refuse(problems_of_stay(stay, others, settings.today()))
        row = queries.save_stay(session, person_id, stay, note, stay_id)
        if row is None:
            raise AppError(_NO_STAY)
        saved = Saved(row.id, _KINDS)
        sealed.settle_person(file, session, person_id, written=(row,))
    return saved


def remove_paper(file: OpenFile, person_id: int, paper_id: int) -> Saved:
    """Take a paper out of the file. Raises NotAllowed, AppError when it is not there."""
    with access.writing(file, Action.RECORD_PAPERS, "person", person_id) as session:
        if not queries.remove_paper(session, person_id, paper_id):
            raise AppError(_NO_PAPER)
    return Saved(paper_id, _KINDS)


def remove_stay(file: OpenFile, person_id: int, stay_id: int) -> Saved:
    """Take a stay out of the file. Raises NotAllowed, AppError when it is not there."""
    with access.writing(file, Action.RECORD_PAPERS, "person", person_id) as session:
        if not queries.remove_stay(session, person_id, stay_id):
            raise AppError(_NO_STAY)
    return Saved(stay_id, _KINDS)


def check_person(session: Session, person_id: int) -> str:
    """The citizenship of a person whose papers may be written. Raises AppError without one, or when erased."""
    found = queries.person(session, person_id)
    if found is None:
        raise AppError(_NO_PERSON)
    if found[1]:
        raise AppError(_ERASED)
    return found[0]
