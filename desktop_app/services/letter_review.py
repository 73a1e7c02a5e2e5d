"""What is said about a letter before it is made final: what stops it, what to think of, what the lawyer checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.db.queries import Session
from desktop_app.db.queries import letters as letter_queries
from desktop_app.domain.letter_edits import Edits, Paragraph
from desktop_app.domain.letters import Norm
from desktop_app.domain.penalty import unlike
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, format_date, language
from desktop_app.services import letter_guard
from desktop_app.services.files import OpenFile
from desktop_app.services.letter_facts import Gathered, lacking

_EARLIER: Final = N_("The last numbered letter is of %(day)s: in the journal this number would stand before its day.")

_READING: Final = N_(
    "No office takes a letter in English, yet it gets a number: it claims nothing and starts no date. Make the letter "
    "in Kazakh or Russian and tick the English reading copy instead."
)
_STALE: Final = N_(
    "What is known changed after words of this letter were written by hand or left out. On the Text tab, look at the "
    "paragraphs that say so: leave them as they are, or take the program’s words."
)
_GONE: Final = N_(
    "Words written by hand are not in this letter any more: what they stood at is no longer told. They are kept in the "
    "draft only. Add them elsewhere if they are needed."
)


@dataclass(frozen=True)
class Examined:
    """What is said about a letter before it is made final. `stops` must be mended first; `notes` need a thought."""

    stops: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    to_check: tuple[Norm, ...]


def examined(file: OpenFile, session: Session, gathered: Gathered, paragraphs: Sequence[Paragraph]) -> Examined:
    """Everything that is said about a letter, read within one transaction; `paragraphs` as the editor shows them."""
    from desktop_app.letters import catalogue as made

    facts = gathered.facts
    notes = [*lacking(facts), *_unsure(gathered), *_out_of_order(session, facts.on), *_by_hand(facts.edits, paragraphs)]
    if made.LETTERS[facts.kind].is_reading(facts.language):
        notes.append(Problem("language", Message(_READING)))
    return Examined(stops(file, session, gathered), tuple(notes), made.to_check(facts))


def stops(file: OpenFile, session: Session, gathered: Gathered) -> tuple[Problem, ...]:
    """Missing requisites, what the addressee may not see, characters that cannot be printed."""
    from desktop_app.letters import catalogue as made

    facts = gathered.facts
    return (*made.lacking(facts), *letter_guard.found(file, session, gathered.card, facts), *made.problems(facts))


def _out_of_order(session: Session, on: date) -> tuple[Problem, ...]:
    """Numbers follow days in the journal: a letter of an earlier day than the last one stands out there."""
    latest = letter_queries.latest_day(session, on.year)
    if latest is None or latest <= on:
        return ()
    return (Problem("on", Message(_EARLIER, {"day": format_date(latest, language())})),)


def _by_hand(edits: Edits, paragraphs: Sequence[Paragraph]) -> tuple[Problem, ...]:
    """What the lawyer wrote and the facts have left behind since."""
    found = [_STALE] if any(each.is_stale for each in paragraphs) else []
    places = {(each.key, each.language) for each in paragraphs}
    keys, languages = {key for key, _language in places}, {language for _key, language in places}
    changed = (each for each in edits.changed if each.is_changed and each.language in languages)
    if any((each.key, each.language) not in places for each in changed) or any(
        each.after and each.after not in keys for each in edits.added
    ):
        found.append(_GONE)
    return tuple(Problem("edits", Message(msgid)) for msgid in found)


def _unsure(gathered: Gathered) -> tuple[Problem, ...]:
    """What is not sure of the sums beyond the wages that the letter claims."""
    from desktop_app.letters.catalogue import LETTERS

    facts = gathered.facts
    if facts.told is None or not LETTERS[facts.kind].about_wages:
        return ()
    claims = (owed.claims for worker_id, owed in facts.told.owed.items() if worker_id in facts.worker_ids)
    warnings_of = (warning for each in claims if each.total > 0 for warning in each.warnings)
    return tuple(Problem("claims", message) for message in unlike(warnings_of))
