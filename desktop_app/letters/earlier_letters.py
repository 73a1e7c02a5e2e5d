"""Letters of the case that left before, as a later letter tells of them: which one, to whom, when, what came of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.case_told import EarlierLetter
from desktop_app.domain.letters import LetterFacts
from desktop_app.i18n import N_, Translator
from desktop_app.letters import sums
from desktop_app.letters.blocks import Block, Words

NO_ANSWER: Final = "no_answer"
REFUSAL: Final = "refusal"
TO_BODIES: Final = frozenset(
    {"inspection_complaint", "police_documents", "police_forced_labour", "prosecutor_complaint", "akimat_appeal"}
)
"""Letters to bodies whose silence or refusal may be complained of."""

FIELDS: Final = (
    FieldSpec(
        "letter_number",
        N_("Number of the letter that is complained about"),
        FieldKind.TEXT,
        hint=N_("Only when it is not the last unanswered letter of the case to a body."),
    ),
    FieldSpec(
        "body",
        N_("Body that is complained of"),
        FieldKind.TEXT,
        hint=N_("Only when the letter to it was not made here."),
        span=2,
    ),
    FieldSpec("their_number", N_("Number and day of its registration or answer"), FieldKind.TEXT),
    FieldSpec("since", N_("Day on which the letter was handed in, or the answer received"), FieldKind.DAY),
)
"""What every complaint about a body asks."""


@dataclass(frozen=True)
class Complained:
    """The letter to a body that is complained of; `number` and days are empty where nobody noted them."""

    body: str
    number: str = ""
    on: date | None = None
    sent_on: date | None = None
    due_on: date | None = None
    their_number: str = ""
    answered_on: date | None = None


def complained(facts: LetterFacts) -> Complained | None:
    """The letter the complaint is about: the one that was named, else the last unanswered one to a body.

    None when the case has none and no body was named.
    """
    body, number = said(facts.answers, "body").text.strip(), said(facts.answers, "letter_number").text.strip()
    when = said(facts.answers, "since").when
    since = None if when is None else when.full
    letters = [each for each in _earlier(facts) if each.kind in TO_BODIES]
    named = [each for each in letters if number and each.number == number]
    if not number and not body:
        open_ones = [each for each in letters if each.answered_on is None]
        named = sorted(open_ones or letters, key=_by_day)[-1:]
    theirs = said(facts.answers, "their_number").text.strip()
    if named:
        found = named[0]
        return Complained(
            body or found.addressee,
            found.number,
            found.on,
            found.sent_on or since,
            found.due_on,
            theirs or found.their_number,
            found.answered_on,
        )
    return Complained(body, number, None, since, None, theirs) if body else None


def told(letter: Complained, tr: Translator) -> Iterator[Block]:
    """The letter in lines: body, number, days, what the body registered it under."""
    yield Words(tr(N_("Body complained of: %(body)s."), body=letter.body), "fact")
    if letter.number and letter.on is not None:
        said_ = {"number": letter.number, "day": sums.day(letter.on, tr)}
        yield Words(tr(N_("Appeal to it: No. %(number)s of %(day)s."), **said_), "fact")
    elif letter.number:
        yield Words(tr(N_("Appeal to it: No. %(number)s."), number=letter.number), "fact")
    if letter.sent_on is not None:
        yield Words(tr(N_("Handed in or sent: %(day)s."), day=sums.day(letter.sent_on, tr)), "fact")
    if letter.their_number:
        yield Words(tr(N_("Number of registration or answer: %(number)s."), number=letter.their_number), "fact")
    if letter.due_on is not None:
        yield Words(tr(N_("An answer was due: %(day)s."), day=sums.day(letter.due_on, tr)), "fact")


def to_employer(facts: LetterFacts, tr: Translator, kinds: Collection[str]) -> Iterator[Block]:
    """That the employer was written to before, letter by letter, and whether an answer came."""
    for letter in sorted((each for each in _earlier(facts) if each.kind in kinds), key=_by_day):
        if letter.sent_on is None:
            continue
        about = {"number": letter.number, "day": sums.day(letter.sent_on, tr)}
        if letter.answered_on is not None:
            msgid = N_("The employer was sent the letter No. %(number)s on %(day)s; the answer came on %(answered)s.")
            yield Words(tr(msgid, answered=sums.day(letter.answered_on, tr), **about))
        else:
            msgid = N_("The employer was sent the letter No. %(number)s on %(day)s; by %(today)s no answer had come.")
            yield Words(tr(msgid, today=sums.day(facts.on, tr), **about))


def copies(facts: LetterFacts, tr: Translator, kinds: Collection[str]) -> list[str]:
    """Copies of earlier letters, for the list of annexes."""
    letters = sorted((each for each in _earlier(facts) if each.kind in kinds), key=_by_day)
    msgid = N_("a copy of the letter No. %(number)s of %(day)s")
    return [tr(msgid, number=each.number, day=sums.day(each.on, tr)) for each in letters]


def _earlier(facts: LetterFacts) -> tuple[EarlierLetter, ...]:
    """Letters that left; one that was only made, or a reading copy, was not sent to anybody."""
    return tuple(each for each in facts.told.earlier if each.number) if facts.told is not None else ()


def _by_day(letter: EarlierLetter) -> tuple[date, int]:
    return letter.sent_on or letter.on, letter.id
