"""Whether a letter holds something its addressee may never see, read from the case it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.db.queries import Session
from desktop_app.db.queries import papers as paper_queries
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.guard import Guarded, Secret, leaks
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import Problem
from desktop_app.law.never_said import never_said
from desktop_app.services import sealed
from desktop_app.services.files import OpenFile

_FIELDS: Final = {Secret.OTHER_WORKER: "worker_ids"}


def found(file: OpenFile, session: Session, card: CaseCard, facts: LetterFacts) -> tuple[Problem, ...]:
    """Each thing in the letter that its addressee may not see, with what it is and what to do."""
    from desktop_app.letters.catalogue import LETTERS, texts_of

    said = sealed.words(file, session, card.id)
    papers = paper_queries.numbers(session, [worker.person_id for worker in card.workers], said)
    crew = tuple(
        Guarded(worker.person, papers.get(worker.person_id, ()), worker.id in facts.worker_ids)
        for worker in card.workers
    )
    text = "\n".join(texts_of(facts))
    words = {Secret(name): patterns for name, patterns in never_said().items()}
    typed = "\n".join(each for each in _typed(facts, text) if each)
    leaked = leaks(LETTERS[facts.kind].addressee, text, crew, typed=typed, words=words, told=_told(facts))
    return tuple(Problem(_FIELDS.get(each.secret, "edits"), each.message) for each in leaked)


def _told(facts: LetterFacts) -> Iterator[str]:
    """Numbers of the documents that the complaints of these workers are about."""
    for complaint in facts.told.complaints if facts.told is not None else ():
        yield from (each.number for each in complaint.documents if each.worker_id in facts.worker_ids)


def _typed(facts: LetterFacts, text: str) -> Iterator[str]:
    """What people typed for this letter, and texts of the case that stand in its `text`."""
    yield from (answer.text for answer in facts.answers.values())
    yield from (edit.text for edit in facts.edits.changed)
    yield from (words for added in facts.edits.added for _language, words in added.texts)
    for complaint in facts.told.complaints if facts.told is not None else ():
        texts = [words for each in complaint.documents for words in (each.held_by, each.place)]
        texts += (answer.text for answer in complaint.answers.values())
        yield from (each for each in texts if each and each in text)
    yield from (facts.site, *(worker.occupation for worker in facts.workers))
