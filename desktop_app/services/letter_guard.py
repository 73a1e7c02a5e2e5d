"""Whether a letter holds something its addressee may never see, read from the case it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, replace
from typing import Final

from desktop_app.db.queries import Session
from desktop_app.db.queries import papers as paper_queries
from desktop_app.domain.answers import said as answered
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.consents import Data
from desktop_app.domain.employers import Employer
from desktop_app.domain.guard import Guarded, Secret, leaks
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.standing_texts import LANGUAGES, longest_words
from desktop_app.errors import Problem
from desktop_app.i18n import for_language
from desktop_app.law.never_said import never_said
from desktop_app.services import sealed
from desktop_app.services.files import OpenFile

_FIELDS: Final = {Secret.OTHER_WORKER: "worker_ids"}
_OWN: Final = ("centre_name", "letterhead")
_OWN_WORDS: Final = "¤"
_REFERRAL: Final = "partner_referral"
_SERVICES: Final = "social_services"


def found(file: OpenFile, session: Session, card: CaseCard, facts: LetterFacts) -> tuple[Problem, ...]:
    """Each thing in the letter, or in its reading copy, that the addressee may not see: what it is, what to do."""
    from desktop_app.letters.catalogue import LETTERS

    said = sealed.words(file, session, card.id)
    papers = paper_queries.numbers(session, [worker.person_id for worker in card.workers], said)
    named = frozenset[int]() if _is_unnamed(facts) else facts.worker_ids
    crew = tuple(
        Guarded(worker.person, papers.get(worker.person_id, ()), worker.id in named) for worker in card.workers
    )
    texts = list(_read_by_addressee(facts))
    if facts.with_copy and LetterLanguage.EN.value not in facts.language.split("+"):
        texts += _read_by_addressee(replace(facts, language=LetterLanguage.EN))
    text = "\n".join(texts)
    words = {Secret(name): patterns for name, patterns in never_said().items()}
    patterns = [each for of_secret in words.values() for each in of_secret]
    told = (*_typed(facts, text), *_reworded(facts, text, patterns))
    typed = "\n".join(" ".join(each.split()) for each in told if each)
    numbers, known = _told(facts), _known(facts)
    leaked = leaks(LETTERS[facts.kind].addressee, text, crew, typed=typed, words=words, told=numbers, known=known)
    return tuple(Problem(_FIELDS.get(each.secret, "edits"), each.message) for each in leaked)


def _is_unnamed(facts: LetterFacts) -> bool:
    """Whether the letter is to name nobody: a sheet for a pocket, a referral for which the name was not released."""
    from desktop_app.letters.catalogue import LETTERS

    released = answered(facts.answers, "data").codes
    return LETTERS[facts.kind].nameless or (facts.kind == _REFERRAL and Data.NAME not in released)


def _told(facts: LetterFacts) -> Iterator[str]:
    """Numbers of the documents that the complaints of these workers are about."""
    for complaint in facts.told.complaints if facts.told is not None else ():
        yield from (each.number for each in complaint.documents if each.worker_id in facts.worker_ids)


def _known(facts: LetterFacts) -> Iterator[str]:
    """Names that may stand in the letter, whoever bears them: the employers, whom it goes to, who signs."""
    yield from (facts.signer.full_name, facts.addressee.person, *astuple(facts.addressee.name))
    for employer in _employers(facts):
        yield from (employer.name, employer.head_name)


def _employers(facts: LetterFacts) -> tuple[Employer, ...]:
    chain = facts.told.chain if facts.told is not None else ()
    return (facts.employer, *(party.employer for party in chain))


def _read_by_addressee(facts: LetterFacts) -> Iterator[str]:
    """What the addressee reads, language by language, without where the centre and the employer are.

    A worker may have given the centre's telephone, or live at the employer's address. Where the program says it, it is
    no secret of the worker's; whoever types it into a paragraph is stopped.
    """
    from desktop_app.letters import editing, for_workers
    from desktop_app.letters.blocks import Words
    from desktop_app.letters.catalogue import stories_of

    by_hand = {(each.key, each.language) for each in facts.edits.changed}
    for code, story in stories_of(facts):
        tr, blocks = for_language(code), []
        centre = facts.centre
        own = [for_workers.contacts(facts, tr), for_workers.telephones(facts, tr), centre.address.within(code)]
        own += _where_they_are(facts)
        for block in story:
            if isinstance(block, Words):
                if block.style in _OWN:
                    continue
                if not block.key.startswith("added:") and (block.key, code) not in by_hand:
                    block = replace(block, text=_without(block.text, own))
            blocks.append(block)
        yield editing.text_of(tuple(blocks))


def _languages(facts: LetterFacts) -> tuple[str, ...]:
    """The languages in which somebody reads the letter."""
    copy = (LetterLanguage.EN.value,) if facts.with_copy else ()
    return tuple(dict.fromkeys((*facts.language.split("+"), *copy)))


def _where_they_are(facts: LetterFacts) -> Iterator[str]:
    """Addresses of the employers; that of a service from the directory, where the worker may have found a place."""
    yield from (employer.address for employer in _employers(facts))
    if facts.addressee.entry_id is not None and facts.kind in (_REFERRAL, _SERVICES):
        yield facts.addressee.address


def _without(text: str, own: Iterable[str]) -> str:
    for words in own:
        # Without a number it is no more than the name of a town, and part of a longer number is no address.
        if any(map(str.isdigit, words)):
            text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", _OWN_WORDS, text)
    return text


def _typed(facts: LetterFacts, text: str) -> Iterator[str]:
    """What people typed for this letter, and texts of the case that stand in its `text`."""
    from desktop_app.letters import printed

    yield from (answer.text for answer in facts.answers.values())
    yield from (added.within(code) for added in facts.edits.added for code in _languages(facts))
    said = " ".join(text.split())
    own = {each for employer in _employers(facts) for each in (employer.name, employer.address)}
    yield from (words for _part, words in printed.told(facts) if words not in own and " ".join(words.split()) in said)
    yield from (facts.site, *(worker.occupation for worker in facts.workers))
    yield from (worker.terms.exchange_source for worker in facts.workers if worker.terms is not None)
    sent_to = facts.addressee
    yield from (*astuple(sent_to.name), sent_to.person)
    yield from () if sent_to.address in set(_where_they_are(facts)) else (sent_to.address,)


def _reworded(facts: LetterFacts, text: str, patterns: Iterable[str]) -> Iterator[str]:
    """What people wrote instead of the program's words, without what the program said there itself.

    The centre's own texts count where they stand in this letter.
    """
    from desktop_app.letters.catalogue import LETTERS

    edits, read = facts.edits, _languages(facts)
    told = [
        (each.text, each.made) for each in edits.changed if each.language in read and each.key not in edits.left_out
    ]
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
