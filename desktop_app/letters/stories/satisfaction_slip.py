"""The slip on which a worker says how the centre helped: it names nobody, its answers are those of domain Slip.

Boxes to tick are empty cells of a table: the fonts of letters have no box of their own. Side by side in Kazakh and
Russian it carries English too, so that one page does for everybody at the desk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import NO, YES, FieldKind, FieldSpec, said
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.outcomes import AGAIN, BEST_MARK
from desktop_app.i18n import N_, Translator, for_language
from desktop_app.letters.blocks import Block, Column, Grid, Rule, Story, Words
from desktop_app.letters.kind import Letter
from desktop_app.letters.texts import Text, wording

_FIELDS: Final = (
    FieldSpec(
        "with_number",
        N_("Number of the case on the slip"),
        FieldKind.CHOICE,
        ((NO, N_("No: nobody can tell whose slip it is")), (YES, N_("Yes: the slip is put with its case"))),
        hint=N_("A case of one worker tells by its number who wrote. Without a choice no number is printed."),
        span=2,
    ),
)

_INTRO: Final = Text(
    "slip.intro",
    N_("Please tell us how we worked. Do not write your name. You may leave any question without an answer."),
)
_HELP: Final = Text("slip.help", N_("Did we help you?"))
_RESPECT: Final = Text("slip.respect", N_("Were you treated with respect?"))
_AGAIN: Final = Text("slip.again", N_("Would you come to us again or send a friend?"))
_COMMENT: Final = Text("slip.comment", N_("What should we do better? Write in your own words, in any language."))
_SCALE: Final = Text("slip.scale", N_("Tick one box: 1 is very bad, %(best)s is very good."))
_BACK: Final = Text("slip.back", N_("Fold the slip and put it into the box at the centre."))
_TEXTS: Final = (_INTRO, _HELP, _RESPECT, _AGAIN, _COMMENT, _SCALE, _BACK)

_BOX: Final = "\u00a0\n\u00a0"
_LINES: Final = "\n".join(["\u00a0"] * 10)


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The slip in one language; it needs nothing of the case."""
    blocks: list[Block] = [Words(facts.centre.name.within(tr.code), "centre_name"), Rule()]
    blocks.append(Words(_named(facts, N_("HOW DID WE WORK?"), tr), "title"))
    if said(facts.answers, "with_number").is_yes:
        blocks.append(Words(tr(N_("Case No. %(number)s"), number=facts.case_number), "subtitle"))
    blocks.append(Words(_told(facts, _INTRO, tr), "closing"))
    blocks.append(Words(_told(facts, _SCALE, tr, best=BEST_MARK), "closing"))
    marks = [str(mark) for mark in range(1, BEST_MARK + 1)]
    blocks += _boxes(facts, _HELP, marks, tr)
    blocks += _boxes(facts, _RESPECT, marks, tr)
    blocks += _boxes(facts, _AGAIN, [_named(facts, name, tr) for name in AGAIN.values()], tr)
    blocks += _boxes(facts, _COMMENT, [""], tr, inside=_LINES)
    blocks.append(Words(_told(facts, _BACK, tr), "annex_fact"))
    return tuple(blocks)


def _boxes(
    facts: LetterFacts, question: Text, heads: Sequence[str], tr: Translator, *, inside: str = _BOX
) -> Iterator[Block]:
    """A question with an empty box below each of its answers."""
    yield Words(_told(facts, question, tr), "closing")
    columns = tuple(Column(head, 165 // len(heads), "centre") for head in heads)
    yield Grid(columns, ((inside, *("" for _head in heads[1:])),))


def _told(facts: LetterFacts, text: Text, tr: Translator, **values: object) -> str:
    """A standing text; behind the Russian of two languages its English."""
    told = wording(facts, tr, text, **values)
    return f"{told}\n{wording(facts, _english(), text, **values)}" if _is_behind(facts, tr) else told


def _named(facts: LetterFacts, msgid: str, tr: Translator) -> str:
    """A name of the program's tables; behind the Russian of two languages its English."""
    return f"{tr(msgid)}\n{_english()(msgid)}" if _is_behind(facts, tr) else tr(msgid)


def _is_behind(facts: LetterFacts, tr: Translator) -> bool:
    return facts.language is LetterLanguage.KK_RU and tr.code == LetterLanguage.RU.value


def _english() -> Translator:
    return for_language(LetterLanguage.EN.value)


LETTER: Final = Letter(
    "satisfaction_slip",
    N_("Satisfaction slip"),
    story,
    AddresseeKind.WORKER,
    fields=_FIELDS,
    texts=_TEXTS,
    to_many=False,
    nameless=True,
)
