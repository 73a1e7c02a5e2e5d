"""The complaint to the prosecutor about a body that does not act, or about a gross breach of workers' rights.

The prosecutor's powers are named nowhere: no norm on them was read. What is asked is to check and to oblige.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import AppError, Problem
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import (
    appeal,
    earlier_letters,
    force_told,
    inspection_told,
    letterhead,
    owed_lines,
    police_closing,
    sums,
)
from desktop_app.letters.blocks import Block, Story, Words
from desktop_app.letters.earlier_letters import NO_ANSWER, REFUSAL, Complained
from desktop_app.letters.grounds import cite, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

_GROSS: Final = "gross"
_NOTHING_TOLD: Final = N_("Log what happened first, under Complaints or Wages: this letter is made from it.")

_GROUND: Final = FieldSpec(
    "ground",
    N_("What the complaint is about"),
    FieldKind.CHOICE,
    (
        (NO_ANSWER, N_("The body did not answer in time")),
        (REFUSAL, N_("The body refused, or did not accept the appeal")),
        (_GROSS, N_("A gross breach by the employer")),
    ),
    required=True,
)

_SILENT: Final = Text(
    "prosecutor.silent",
    N_(
        "The term in which an appeal is considered is %(days)s working days (%(norm)s). It has passed, and by "
        "%(today)s no answer had come."
    ),
)
_SILENT_POLICE: Final = Text(
    "prosecutor.silent_police", N_("By %(today)s no decision on the statement had been made known to the applicants.")
)
_REFUSED: Final = Text(
    "prosecutor.refused",
    N_(
        "The appeal was not accepted or not decided on its substance. Refusal to accept an appeal is not allowed "
        "(%(norm)s). As far as is known, the breaches told of were not checked."
    ),
)
_REFUSED_POLICE: Final = Text(
    "prosecutor.refused_police",
    N_(
        "The statement was not accepted or not decided on its substance. As far as is known, what it tells was not "
        "checked."
    ),
)
_GROSSLY: Final = Text(
    "prosecutor.gross",
    N_("Rights of workers are grossly broken. According to what was told to our centre, this happened."),
)
_ASK: Final = Text("prosecutor.ask", N_("On these grounds we ask you to:"))
_CHECK: Final = Text(
    "prosecutor.check", N_("check whether the actions and inaction of the body named above are lawful;")
)
_OBLIGE: Final = Text(
    "prosecutor.oblige", N_("take measures so that the appeal is considered on its substance and an answer is given;")
)
_EMPLOYER: Final = Text(
    "prosecutor.employer", N_("check how the employer keeps the law, and take measures to restore the rights broken;")
)
_CRIME: Final = Text(
    "prosecutor.crime", N_("where signs of an offence are found, hand the material over to the competent body;")
)
_RESULT: Final = Text("prosecutor.result", N_("send a written answer on the result and the measures taken."))
_TEXTS: Final = (
    *appeal.TEXTS, police_closing.FORWARD, *inspection_told.TEXTS, _SILENT, _SILENT_POLICE, _REFUSED, _REFUSED_POLICE,
    earlier_letters.WAS_ABOUT, _GROSSLY, _ASK, _CHECK, _OBLIGE, _EMPLOYER, _CRIME, _RESULT,
)  # fmt: skip


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole complaint in one language. AppError when there is neither a letter to complain of nor a breach."""
    if facts.told is None:
        raise AppError(_NOTHING_TOLD)
    about = None if _is_gross(facts) else earlier_letters.complained(facts)
    if about is None and not _is_gross(facts):
        raise AppError(earlier_letters.why_nothing(facts))
    if _is_gross(facts) and not (inspection_told.is_anything(facts) or _is_force(facts)):
        raise AppError(_NOTHING_TOLD)
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening_to_body(facts, tr)
    blocks.append(Words(tr(N_("COMPLAINT")), "title"))
    if about is None:
        blocks.append(Words(tr(N_("about a gross breach of the rights of workers")), "subtitle"))
    else:
        blocks.append(Words(tr(N_("about the inaction of a state body")), "subtitle"))
    blocks += appeal.applicants(facts, tr)
    blocks += appeal.employer(facts, tr)
    blocks += _gross(facts, tr) if about is None else _inaction(facts, about, tr)
    blocks += _requests(facts, about, tr)
    of_police = about is not None and earlier_letters.is_of_police(facts)
    blocks += (police_closing.forward_and_answer if of_police else appeal.term_and_answer)(facts, tr)
    annexes = [] if about is None else earlier_letters.copy_of(about, tr)
    owed = owed_lines.owed(facts) if about is None else ()
    blocks += appeal.annex_list(facts, tr, [*owed_lines.annexed(owed, tr), *annexes])
    blocks += appeal.signatures(facts, tr)
    blocks += owed_lines.annexes(facts, owed, tr)
    return tuple(blocks)


def _inaction(facts: LetterFacts, about: Complained, tr: Translator) -> Iterator[Block]:
    yield from earlier_letters.told(about, tr)
    is_refused, by_police = said(facts.answers, "ground").text == REFUSAL, about.kind in earlier_letters.TO_POLICE
    if by_police:
        yield say(facts, tr, _REFUSED_POLICE if is_refused else _SILENT_POLICE, today=sums.day(facts.on, tr))
    elif is_refused:
        yield say(facts, tr, _REFUSED, norm=cite(facts, "appc.64.1", tr.code))
    else:
        today, days = sums.day(facts.on, tr), appeal.working_days(facts)
        yield say(facts, tr, _SILENT, days=days, norm=cite(facts, "appc.76", tr.code), today=today)
    yield from earlier_letters.was_about(facts, about, tr)


def _gross(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    yield say(facts, tr, _GROSSLY)
    yield from inspection_told.circumstances(facts, owed_lines.owed(facts), tr)
    yield from force_told.sections(facts, tr, with_hours=False)


def _requests(facts: LetterFacts, about: Complained | None, tr: Translator) -> Iterator[Block]:
    yield appeal.ask(facts, tr, _ASK)
    asked = (_EMPLOYER, _CRIME, _RESULT) if about is None else (_CHECK, _OBLIGE, _CRIME, _RESULT)
    for number, text in enumerate(asked, start=1):
        yield say(facts, tr, text, "item", f"{number}.")


def _requisites(facts: LetterFacts) -> Iterable[Problem]:
    yield from appeal.requisites(facts)
    if not _is_gross(facts):
        yield from earlier_letters.still_in_time(facts)


def _is_gross(facts: LetterFacts) -> bool:
    return said(facts.answers, "ground").text == _GROSS


def _is_force(facts: LetterFacts) -> bool:
    return any(inspection_told.has(facts, kind) for kind in force_told.FORCE)


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    if not _is_gross(facts) and earlier_letters.is_of_police(facts):
        return ()
    keys = (*appeal.RESTS_ON, *(inspection_told.norms(facts) if _is_gross(facts) else ()))
    counted = inspection_told.counted(facts) if _is_gross(facts) else ()
    return tuple(dict.fromkeys((*(fact_of(facts, key) for key in keys), *counted)))


LETTER: Final = Letter(
    "prosecutor_complaint",
    N_("Complaint to the prosecutor"),
    story,
    AddresseeKind.PROSECUTOR,
    _grounds,
    fields=(*appeal.SIGNED, *appeal.PAPERS, _GROUND, *earlier_letters.FIELDS),
    texts=_TEXTS,
    requisites=_requisites,
)
