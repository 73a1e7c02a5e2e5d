"""Standing texts: sentences of letters that the centre's lawyer may word otherwise, by key and language."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.standing_texts import filled, placeholders, template
from desktop_app.i18n import Translator
from desktop_app.letters.blocks import Style, Words


@dataclass(frozen=True)
class Text:
    """A sentence or paragraph. `key` never changes (“claim.term”); `msgid` is the English text with its facts."""

    key: str
    msgid: str

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The facts it names."""
        return placeholders(template(self.msgid))

    def shipped(self, tr: Translator) -> str:
        """The program's own words in a language, as a template."""
        return template(tr(self.msgid))


def say(
    facts: LetterFacts, tr: Translator, text: Text, style: Style = "body", mark: str = "", **values: object
) -> Words:
    """A paragraph of a standing text: in the centre's own words where it has some, else in the program's."""
    return Words(wording(facts, tr, text, **values), style, mark, key=text.key)


def wording(facts: LetterFacts, tr: Translator, text: Text, **values: object) -> str:
    """The words of a standing text with its facts, for a part of a sentence or of a table."""
    own = facts.wording.get((text.key, tr.code))
    return filled(own, values) if own else tr(text.msgid, **values)
