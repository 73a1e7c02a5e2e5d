"""How a statement to the police ends: to whom it goes on, where to answer, what the applicants know.

Such a statement tells of an offence. The Administrative Procedural and Process-Related Code does not extend to what the
laws on criminal procedure and on administrative offences govern (article 3(4)), so none of its terms is named here. Who
reports a crime confirms with a signature that a false report is punished (Criminal Procedure Code, article 181(4)).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.letters import LetterFacts
from desktop_app.i18n import N_, Translator
from desktop_app.letters import appeal
from desktop_app.letters.blocks import Block
from desktop_app.letters.texts import Text, say

FORWARD: Final = Text(
    "police.forward",
    N_("Should the decision be another body’s, please forward this statement there and tell us of it."),
)
_KNOWN_ONE: Final = Text(
    "police.known_one", N_("The applicant knows that a report known to be false is punished by law.")
)
_KNOWN_MANY: Final = Text(
    "police.known_many", N_("The applicants know that a report known to be false is punished by law.")
)
_OF_APPEAL: Final = ("appeal.applicant", "appeal.applicants", "appeal.answer", "appeal.attorney", "appeal.ask_alone")
TEXTS: Final = (
    *(text for text in appeal.TEXTS if text.key in _OF_APPEAL), FORWARD, _KNOWN_ONE, _KNOWN_MANY,
)  # fmt: skip
"""Standing texts that every statement to the police has; a letter adds its own."""


def forward_and_answer(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """Where the statement is to go when the police do not decide, and where to send the answer."""
    yield say(facts, tr, FORWARD)
    yield appeal.where_to_answer(facts, tr)


def warned(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """That the workers know of the liability for a false report; nothing where the lawyer signs in their place."""
    if not appeal.is_by_attorney(facts.answers):
        yield say(facts, tr, _KNOWN_ONE if len(facts.workers) == 1 else _KNOWN_MANY)
