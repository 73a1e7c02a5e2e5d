"""What the first page says on top while a letter rests on something that the centre's lawyer has not checked."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.letters import LetterFacts
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters.blocks import Block, Words
from desktop_app.letters.grounds import MARK, to_check


def draft_strip(facts: LetterFacts, tr: Translator, rests_on: tuple[Fact, ...]) -> Iterator[Block]:
    """The strip of a letter that leaves the centre; nothing when all is settled."""
    if to_check(facts, rests_on):
        told = N_("DRAFT. What is marked %(mark)s is to be checked by the centre’s lawyer before sending.")
        yield Words(tr(told, mark=MARK), "strip")
