"""May they work? The answer for a person of the file, and for a question on the phone without one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import papers as queries
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import refuse
from desktop_app.domain.country_sheets import CountrySheet, sheet
from desktop_app.domain.letters import Norm
from desktop_app.domain.navigator import Navigator, navigate
from desktop_app.domain.papers import PaperRow
from desktop_app.domain.permissions import Action
from desktop_app.domain.stays import StayRow
from desktop_app.domain.tidy import tidied
from desktop_app.domain.work_answers import WorkAnswers, problems_of_answers
from desktop_app.domain.work_facts import WorkFacts
from desktop_app.errors import AppError
from desktop_app.i18n import N_
from desktop_app.law import Fact
from desktop_app.services import access, law, sealed
from desktop_app.services.files import OpenFile
from desktop_app.services.papers import check_person

_NO_PERSON: Final = N_("This person is not in the file.")


@dataclass(frozen=True)
class WorkAnswer:
    """The answer with what the centre's lawyer has confirmed of the law it rests on, by fact.

    `answers`, `papers` and `stays` are those kept of the person, empty for a question on the phone.
    """

    person_id: int
    navigator: Navigator
    answers: WorkAnswers
    norms: Mapping[Fact, Norm]
    papers: tuple[PaperRow, ...] = ()
    stays: tuple[StayRow, ...] = ()


def of_person(file: OpenFile, person_id: int, employer_kind: str = "") -> WorkAnswer:
    """The answer for a person by their papers, stays and answers; `employer_kind` instead of the one that is kept.

    Raises NotAllowed, AppError when the person is not in the file.
    """
    with access.writing(file, Action.VIEW_PAPERS, "person", person_id) as session:
        found = queries.person(session, person_id)
        if found is None:
            raise AppError(_NO_PERSON)
        words = sealed.words_of_person(file, session, person_id)
        given = queries.answers(session, person_id, words)
        papers = queries.papers(session, person_id, words)
        stays = queries.stays(session, person_id, words)
    asked = replace(given, employer_kind=employer_kind) if employer_kind else given
    answer = _answer(file, person_id, asked.facts(found[0], papers, stays), given)
    return replace(answer, papers=papers, stays=stays)


def quick(file: OpenFile, facts: WorkFacts) -> WorkAnswer:
    """The answer to a question without a person: nothing is kept. Raises InvalidInput."""
    refuse(problems_of_answers(facts, settings.today()))
    return _answer(file, 0, facts, WorkAnswers())


def save(file: OpenFile, person_id: int, given: WorkAnswers) -> Saved:
    """Keep the answers about the work of a person. Raises InvalidInput, NotAllowed, AppError."""
    given = tidied(given)
    refuse(problems_of_answers(given, settings.today()))
    with access.writing(file, Action.RECORD_PAPERS, "person", person_id) as session:
        check_person(session, person_id)
        row = queries.save_answers(session, person_id, given)
        sealed.settle_person(file, session, person_id, written=(row,))
    return Saved(person_id, frozenset({Kind.PAPER}))


@dataclass(frozen=True)
class SheetAnswer:
    """The sheet of a country with what the centre's lawyer has confirmed of the law in it, by fact."""

    sheet: CountrySheet
    norms: Mapping[Fact, Norm]


def country(file: OpenFile, code: str) -> SheetAnswer:
    """What is known of a citizenship, with its consulates in the directory. AppError for a country not in the table."""
    with access.reading(file, Action.LIST_DIRECTORY) as session:
        consulates = queries.consulates(session, code)
    found = sheet(code, settings.today(), consulates)
    return SheetAnswer(found, _norms(file, found.facts))


def _answer(file: OpenFile, person_id: int, facts: WorkFacts, given: WorkAnswers) -> WorkAnswer:
    navigator = navigate(facts, settings.today())
    return WorkAnswer(person_id, navigator, given, _norms(file, navigator.rests_on))


def _norms(file: OpenFile, facts: Iterable[Fact]) -> dict[Fact, Norm]:
    known = law.norms(file)
    return {each: known.get(law.fact_id(each), Norm(each)) for each in facts}
