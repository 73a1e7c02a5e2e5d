"""Letters of the case that left before, as a later letter tells of them: which one, to whom, when, what came of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain import steps
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.case_told import EarlierLetter
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.letters import sums
from desktop_app.letters.blocks import Block, Words
from desktop_app.letters.texts import Text, say

NO_ANSWER: Final = "no_answer"
REFUSAL: Final = "refusal"
TO_BODIES: Final = frozenset(
    {"inspection_complaint", "police_documents", "police_forced_labour", "prosecutor_complaint", "akimat_appeal"}
)
"""Letters to bodies whose silence or refusal may be complained of."""
TO_POLICE: Final = frozenset({"police_documents", "police_forced_labour"})
"""Reports of offences: the order of appeals and its terms do not extend to them."""

_NOTHING: Final = N_(
    "There is nothing to complain of yet: no letter to a body is marked as sent. Send it first, or name the body here."
)
_NO_SUCH: Final = N_("No letter of the case to a body has this number. Check the number, or name the body too.")
WAS_ABOUT: Final = Text("earlier.was_about", N_("The appeal was about:"))
_COPY: Final = N_("a copy of the letter No. %(number)s of %(day)s")
_NAMED: Final = {
    ComplaintKind.WAGE_ARREARS: N_("wages that were not paid;"),
    ComplaintKind.OVERTIME: N_("overtime, rest and leave;"),
    ComplaintKind.DEDUCTIONS: N_("unlawful deductions from the wages;"),
    ComplaintKind.DISMISSAL: N_("dismissal;"),
    ComplaintKind.NO_CONTRACT: N_("work without a written contract;"),
    ComplaintKind.WITHHELD_DOCUMENTS: N_("withheld documents;"),
    ComplaintKind.VIOLENCE: N_("violence or threats;"),
    ComplaintKind.MOVEMENT: N_("restriction of movement;"),
    ComplaintKind.DEBT_BONDAGE: N_("work for a debt;"),
    ComplaintKind.DECEPTION: N_("promises of an intermediary that were not kept;"),
    ComplaintKind.DISCRIMINATION: N_("discrimination at work;"),
    ComplaintKind.INJURY: N_("injury or unsafe work;"),
}
"""What an appeal was about, as an item of a list; what could tell of the stay is not among it."""

_DOCUMENTS: Final = (ComplaintKind.WITHHELD_DOCUMENTS,)
_FORCE: Final = (
    ComplaintKind.VIOLENCE, ComplaintKind.MOVEMENT, ComplaintKind.DEBT_BONDAGE, ComplaintKind.DECEPTION,
)  # fmt: skip
_LABOUR: Final = (
    ComplaintKind.WAGE_ARREARS, ComplaintKind.OVERTIME, ComplaintKind.DEDUCTIONS, ComplaintKind.DISMISSAL,
    ComplaintKind.NO_CONTRACT, ComplaintKind.DISCRIMINATION, ComplaintKind.INJURY,
)  # fmt: skip
_TOLD_IN: Final = {
    "inspection_complaint": (*_LABOUR, *_DOCUMENTS),
    "police_documents": _DOCUMENTS,
    "police_forced_labour": (*_FORCE, *_DOCUMENTS, ComplaintKind.WAGE_ARREARS),
}
"""What each letter tells the body it goes to."""

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
    kind: str = ""
    number: str = ""
    on: date | None = None
    sent_on: date | None = None
    due_on: date | None = None
    their_number: str = ""
    answered_on: date | None = None


def why_nothing(facts: LetterFacts) -> str:
    """What to do first when there is no letter to complain about."""
    return _NO_SUCH if said(facts.answers, "letter_number").text.strip() else _NOTHING


def complained(facts: LetterFacts) -> Complained | None:
    """The letter the complaint is about: the one that was named, else the last one to a body that fits the ground.

    Silence fits a letter without an answer, a refusal one with an answer; where there is none, the last one is taken.

    None when the case has none and no body was named.
    """
    body, number = said(facts.answers, "body").text.strip(), said(facts.answers, "letter_number").text.strip()
    when = said(facts.answers, "since").when
    since = None if when is None else when.full
    letters = [each for each in _earlier(facts) if each.kind in TO_BODIES]
    named = [each for each in letters if number and each.number == number]
    refused = said(facts.answers, "ground").text == REFUSAL
    if not number and not body:
        fitting = [each for each in letters if (each.answered_on is not None) is refused]
        named = sorted(fitting or letters, key=_by_day)[-1:]
    theirs = said(facts.answers, "their_number").text.strip()
    if named:
        found = named[0]
        return Complained(
            body or found.addressee,
            found.kind,
            found.number,
            found.on,
            found.sent_on or (None if refused else since),
            found.due_on,
            theirs or found.their_number,
            found.answered_on or (since if refused else None),
        )
    sent, answered = (None, since) if refused else (since, None)
    return Complained(body, "", number, None, sent, None, theirs, answered) if body else None


def is_of_police(facts: LetterFacts) -> bool:
    """Whether what is complained of is the answer, or the silence, to a statement to the police."""
    about = complained(facts) if facts.told is not None else None
    return about is not None and about.kind in TO_POLICE


def has_term(kind: str) -> bool:
    """Whether law sets the term of the answer to a letter of this kind: the habit of the centre is no term."""
    told_ = steps.of_letter(kind)
    return told_ is not None and not steps.is_practice(told_.step)


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
    if letter.due_on is not None and letter.answered_on is None and has_term(letter.kind):
        yield Words(tr(N_("An answer was due: %(day)s."), day=sums.day(letter.due_on, tr)), "fact")


def was_about(facts: LetterFacts, letter: Complained, tr: Translator) -> Iterator[Block]:
    """What the letter that is complained about told its body, in a list of names; nothing of what it did not tell."""
    told_ = facts.told.complaints if facts.told is not None else ()
    kinds = {
        each.kind
        for each in told_
        if facts.worker_ids & set(each.worker_ids) and (letter.on is None or each.logged_on <= letter.on)
    }
    named = [_NAMED[kind] for kind in _TOLD_IN.get(letter.kind, ()) if kind in kinds]
    if named:
        yield say(facts, tr, WAS_ABOUT)
        yield from (Words(tr(text), "item", "–") for text in named[:-1])
        yield Words(f"{tr(named[-1]).removesuffix(';')}.", "item", "–")


def copy_of(letter: Complained, tr: Translator) -> list[str]:
    """The copy of the letter that is complained about, for the list of annexes."""
    if letter.on is None:
        return []
    return [tr(_COPY, number=letter.number, day=sums.day(letter.on, tr))]


def still_in_time(facts: LetterFacts) -> Iterator[Problem]:
    """Silence can be complained of only when the letter was sent and its term has passed without an answer."""
    about = complained(facts)
    if about is None or said(facts.answers, "ground").text != NO_ANSWER:
        return
    if about.answered_on is not None:
        message = N_("The body answered this letter on %(day)s: choose the refusal as the ground, or another letter.")
        yield Problem("answers.ground", Message(message, {"day": f"{about.answered_on:%d.%m.%Y}"}))
    elif about.due_on is not None and about.due_on >= facts.on and has_term(about.kind):
        message = N_("The body may still answer: its term ends on %(day)s.")
        yield Problem("answers.ground", Message(message, {"day": f"{about.due_on:%d.%m.%Y}"}))
    if about.sent_on is None:
        message = N_("Write the day on which the letter was handed in: without it the term cannot be shown.")
        yield Problem("answers.since", Message(message))


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
    return [tr(_COPY, number=each.number, day=sums.day(each.on, tr)) for each in letters]


def _earlier(facts: LetterFacts) -> tuple[EarlierLetter, ...]:
    """Letters for these workers; a copy of one for other workers would name them."""
    found = facts.told.earlier_for(facts.worker_ids) if facts.told is not None else ()
    return tuple(each for each in found if each.number)


def _by_day(letter: EarlierLetter) -> tuple[date, int]:
    return letter.sent_on or letter.on, letter.id
