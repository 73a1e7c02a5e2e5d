"""The complaint to the higher body on no answer or a refusal, handed in through the body it complains of.

Administrative Procedural and Process-Related Code, articles 91, 92, 93(2), 99.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop_app import law
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.limitation import Unit, added
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import appeal, earlier_letters, letterhead, sums
from desktop_app.letters.blocks import Block, Story, Words
from desktop_app.letters.earlier_letters import NO_ANSWER, REFUSAL, Complained
from desktop_app.letters.grounds import cite, fact_of, mark
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

_RESTS_ON: Final = ("appc.63.2", "appc.64.1", "appc.64.2", "appc.91", "appc.92", "appc.99")
_CONTENTS_NORM: Final = "appc.93.2"

_FIELDS: Final = (
    FieldSpec(
        "ground",
        N_("What the complaint is about"),
        FieldKind.CHOICE,
        (
            (NO_ANSWER, N_("The body did not answer in time")),
            (REFUSAL, N_("The body refused, or its answer is not agreed with")),
        ),
        required=True,
    ),
    FieldSpec("why", N_("Why the answer is not agreed with"), FieldKind.NOTE, span=2),
    FieldSpec("explained", N_("The answer explained how to complain about it"), FieldKind.YES_NO_UNKNOWN),
    FieldSpec(
        "asked",
        N_("What is asked"),
        FieldKind.CHOICES,
        (
            ("consider", N_("To oblige the body to consider the appeal")),
            ("cancel", N_("To cancel the refusal")),
            ("decide", N_("To decide on the substance")),
            ("persons", N_("To consider the liability of the officials")),
        ),
        required=True,
    ),
    FieldSpec(
        "actual_address",
        N_("Actual address of the applicant"),
        FieldKind.TEXT,
        hint=N_(
            "The law asks for it in a complaint. Leave it empty where it is not safe to tell: then the letter does not "
            "say that its contents are complete."
        ),
        span=2,
    ),
)

_THROUGH: Final = Text(
    "higher.through",
    N_(
        "The complaint is handed in through the body whose act or inaction is complained of (%(norm)s). Please forward "
        "it with the material to the higher body."
    ),
)
_SILENCE: Final = Text(
    "higher.silence",
    N_(
        "The appeal was to be considered within %(days)s working days (%(norm)s). By %(today)s no answer had come. "
        "This inaction is complained of in the order laid down (%(appeal)s)."
    ),
)
_REFUSAL: Final = Text(
    "higher.refusal", N_("The answer of the body is not agreed with and is complained of (%(norm)s).")
)
_TERM: Final = Text(
    "higher.term",
    N_("A complaint is filed within %(months)s months of the day on which the act became known (%(norm)s)."),
)
_TERM_LONGER: Final = Text(
    "higher.term_longer",
    N_(
        "The answer did not explain how to complain about it; the complaint is then filed within %(months)s months "
        "(%(norm)s)."
    ),
)
_CONTENTS: Final = Text("higher.contents", N_("The complaint holds what the law asks for in a complaint (%(norm)s)."))
_ASK: Final = Text("higher.ask", N_("On these grounds we ask you to:"))
_ASKED: Final = {
    "consider": Text(
        "higher.consider", N_("oblige the body to consider the appeal on its substance and to answer in writing;")
    ),
    "cancel": Text("higher.cancel", N_("cancel the refusal as unfounded;")),
    "decide": Text("higher.decide", N_("take a decision on the substance of the appeal;")),
    "persons": Text("higher.persons", N_("consider the liability of the officials at fault;")),
}
_RESULT: Final = Text(
    "higher.result",
    N_("send a written answer on the decision; a complaint is considered within %(days)s working days (%(norm)s)."),
)
_ANSWER: Final = Text("higher.answer", N_("Postal address for the answer: %(address)s."))
_OF_APPEAL: Final = (
    "appeal.applicant", "appeal.applicants", "appeal.accept", "appeal.attorney", "appeal.ask_alone",
)  # fmt: skip
_TEXTS: Final = (
    *(text for text in appeal.TEXTS if text.key in _OF_APPEAL), earlier_letters.WAS_ABOUT, _THROUGH, _SILENCE,
    _REFUSAL, _TERM, _TERM_LONGER, _CONTENTS, _ASK, *_ASKED.values(), _RESULT, _ANSWER,
)  # fmt: skip


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole complaint in one language. AppError when no letter to a body is there to complain of."""
    about = earlier_letters.complained(facts) if facts.told is not None else None
    if about is None:
        raise AppError(earlier_letters.why_nothing(facts))
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening_to_body(facts, tr)
    blocks.append(Words(tr(N_("through: %(body)s"), body=about.body), "addressee"))
    blocks.append(Words(tr(N_("COMPLAINT")), "title"))
    if _is_silence(facts):
        blocks.append(Words(tr(N_("about the inaction of a state body")), "subtitle"))
    else:
        blocks.append(Words(tr(N_("about the answer of a state body")), "subtitle"))
    blocks += appeal.applicants(facts, tr)
    blocks += _addresses(facts, tr)
    blocks += appeal.employer(facts, tr)
    blocks += _circumstances(facts, about, tr)
    blocks += _requests(facts, tr)
    blocks += appeal.acceptance(facts, tr)
    if _is_complete(facts):
        blocks.append(say(facts, tr, _CONTENTS, norm=cite(facts, _CONTENTS_NORM, tr.code)))
    blocks += appeal.annex_list(facts, tr, _annexes(about, tr))
    blocks += appeal.signatures(facts, tr)
    return tuple(blocks)


def _addresses(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """Where to answer, and the actual address where it was given: article 93(2) asks for both."""
    yield say(facts, tr, _ANSWER, "fact", address=facts.centre.address.within(tr.code))
    if actual := said(facts.answers, "actual_address").text:
        yield Words(tr(N_("Actual address: %(address)s."), address=actual), "fact")


def _is_complete(facts: LetterFacts) -> bool:
    """Whether nothing that article 93(2) asks for is left out: the actual address may be, for the worker's safety."""
    return bool(said(facts.answers, "actual_address").text.strip())


def _circumstances(facts: LetterFacts, about: Complained, tr: Translator) -> Iterator[Block]:
    yield from earlier_letters.told(about, tr)
    yield from earlier_letters.was_about(facts, about, tr)
    norm = cite(facts, "appc.91", tr.code)
    if _is_silence(facts):
        days, term = appeal.working_days(facts), cite(facts, "appc.76", tr.code)
        yield say(facts, tr, _SILENCE, days=days, norm=term, today=sums.day(facts.on, tr), appeal=norm)
    else:
        if about.answered_on is not None:
            answered = sums.day(about.answered_on, tr)
            yield Words(tr(N_("The answer of the body came on %(day)s."), day=answered), "fact")
        yield say(facts, tr, _REFUSAL, norm=norm)
        if why := said(facts.answers, "why").text:
            yield Words(why)
    unexplained = not _is_silence(facts) and said(facts.answers, "explained").is_no
    key = "appeal.months_unexplained" if unexplained else "appeal.months"
    months = int(law.value(key, facts.on).fact.number)
    if _is_in_time(facts, about, months):
        text = _TERM_LONGER if unexplained else _TERM
        yield say(facts, tr, text, months=months, norm=cite(facts, "appc.92", tr.code))
    yield say(facts, tr, _THROUGH, norm=norm)


def _is_in_time(facts: LetterFacts, about: Complained, months: int) -> bool:
    """Whether the term is not known to be over: a complaint that is late does not say so of itself."""
    began = about.due_on if _is_silence(facts) else about.answered_on
    return began is None or facts.on <= added(began, months, Unit.MONTHS)


def _requests(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    yield appeal.ask(facts, tr, _ASK)
    asked = [_ASKED[code] for code in said(facts.answers, "asked").codes if code in _ASKED]
    for number, text in enumerate(asked or [_ASKED["consider"]], start=1):
        yield say(facts, tr, text, "item", f"{number}.")
    term = law.value("appeal.answer_working_days", facts.on).fact
    days = f"{int(term.number)}{mark(facts, term)}"
    number = len(asked or [None]) + 1
    yield say(facts, tr, _RESULT, "item", f"{number}.", days=days, norm=cite(facts, "appc.99", tr.code))


def _annexes(about: Complained, tr: Translator) -> list[str]:
    annexes = earlier_letters.copy_of(about, tr)
    if about.answered_on is not None:
        annexes.append(tr(N_("a copy of the answer of the body")))
    return annexes


def _is_silence(facts: LetterFacts) -> bool:
    return said(facts.answers, "ground").text != REFUSAL


def _requisites(facts: LetterFacts) -> Iterable[Problem]:
    yield from appeal.requisites(facts)
    yield from earlier_letters.still_in_time(facts)
    if earlier_letters.is_of_police(facts):
        message = N_("A statement to the police is not complained of in this way: make a complaint to the prosecutor.")
        yield Problem("answers.letter_number", Message(message))
    if not _is_silence(facts) and not said(facts.answers, "why").text.strip():
        message = N_("Write in a few sentences why the answer is not agreed with: these are the circumstances.")
        yield Problem("answers.why", Message(message))


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    keys = [*_RESTS_ON, *(("appc.76",) if _is_silence(facts) else ())]
    keys += [_CONTENTS_NORM] if _is_complete(facts) else []
    days = law.value("appeal.answer_working_days", facts.on).fact
    return (*(fact_of(facts, key) for key in keys), days)


LETTER: Final = Letter(
    "higher_body_complaint",
    N_("Complaint to the higher body"),
    story,
    AddresseeKind.HIGHER_BODY,
    _grounds,
    fields=(*appeal.SIGNED, *appeal.PAPERS, *_FIELDS, *earlier_letters.FIELDS),
    texts=_TEXTS,
    requisites=_requisites,
)
