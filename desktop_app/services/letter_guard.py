"""Whether a letter holds something its addressee may never see, read from the case it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from desktop_app.db.queries import Session
from desktop_app.db.queries import papers as paper_queries
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.guard import Guarded, Secret, leaks
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.standing_texts import LANGUAGES, longest_words
from desktop_app.errors import Problem
from desktop_app.i18n import for_language
from desktop_app.law.never_said import never_said
from desktop_app.services import sealed
from desktop_app.services.files import OpenFile

_FIELDS: Final = {Secret.OTHER_WORKER: "worker_ids"}


def found(file: OpenFile, session: Session, card: CaseCard, facts: LetterFacts) -> tuple[Problem, ...]:
    """Each thing in the letter, or in its reading copy, that the addressee may not see: what it is, what to do."""
    from desktop_app.letters.catalogue import LETTERS, texts_of

    said = sealed.words(file, session, card.id)
    papers = paper_queries.numbers(session, [worker.person_id for worker in card.workers], said)
    crew = tuple(
        Guarded(worker.person, papers.get(worker.person_id, ()), worker.id in facts.worker_ids)
        for worker in card.workers
    )
    texts = list(texts_of(facts))
    if facts.with_copy and LetterLanguage.EN.value not in facts.language.split("+"):
        texts += texts_of(replace(facts, language=LetterLanguage.EN))
    text = "\n".join(texts)
    words = {Secret(name): patterns for name, patterns in never_said().items()}
    patterns = [each for of_secret in words.values() for each in of_secret]
    told = (*_typed(facts, text), *_reworded(facts, text, patterns))
    typed = "\n".join(" ".join(each.split()) for each in told if each)
    leaked = leaks(LETTERS[facts.kind].addressee, text, crew, typed=typed, words=words, told=_told(facts))
    return tuple(Problem(_FIELDS.get(each.secret, "edits"), each.message) for each in leaked)


def _told(facts: LetterFacts) -> Iterator[str]:
    """Numbers of the documents that the complaints of these workers are about."""
    for complaint in facts.told.complaints if facts.told is not None else ():
        yield from (each.number for each in complaint.documents if each.worker_id in facts.worker_ids)


def _typed(facts: LetterFacts, text: str) -> Iterator[str]:
    """What people typed for this letter, and texts of the case that stand in its `text`."""
    yield from (answer.text for answer in facts.answers.values())
    yield from (words for added in facts.edits.added for _language, words in added.texts)
    for complaint in facts.told.complaints if facts.told is not None else ():
        texts = [words for each in complaint.documents for words in (each.held_by, each.place)]
        texts += (answer.text for answer in complaint.answers.values())
        yield from (each for each in texts if each and each in text)
    exhibits = facts.told.exhibits if facts.told is not None else ()
    yield from (name for each in exhibits for name in (each.name, each.note) if name and name in text)
    yield from (facts.site, *(worker.occupation for worker in facts.workers))
    name = facts.addressee.name
    yield from (name.kk, name.ru, name.en, facts.addressee.address, facts.addressee.person)


def _reworded(facts: LetterFacts, text: str, patterns: Iterable[str]) -> Iterator[str]:
    """What people wrote instead of the program's words, without what the program said there itself.

    The centre's own texts count where they stand in this letter.
    """
    from desktop_app.letters.catalogue import LETTERS

    told = [(edit.text, edit.made) for edit in facts.edits.changed]
    for standing in LETTERS[facts.kind].texts:
        for code in LANGUAGES:
            own = facts.wording.get((standing.key, code), "")
            if own and longest_words(own) in text:
                told.append((own, standing.shipped(for_language(code))))
    for words, made in told:
        yield _beyond(words, made.casefold(), patterns)


def _beyond(words: str, made: str, patterns: Iterable[str]) -> str:
    for pattern in patterns:
        words = re.sub(pattern, lambda said: "" if said[0].casefold() in made else said[0], words, flags=re.IGNORECASE)
    return words
