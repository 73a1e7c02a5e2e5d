"""What kinds and languages of letters are called on screens."""

from __future__ import annotations

from desktop_app.domain.letters import LetterLanguage
from desktop_app.i18n import N_, _
from desktop_app.services import letter_kinds, letters

LANGUAGES = {
    LetterLanguage.KK: N_("Kazakh"),
    LetterLanguage.RU: N_("Russian"),
    LetterLanguage.KK_RU: N_("Kazakh and Russian side by side"),
    LetterLanguage.EN: N_("English"),
}


def kind_choices() -> list[tuple[str, str]]:
    """The letters that can be made from wages, by name."""
    return [(kind, _(title)) for kind, title in letters.catalogue()]


def kind_name(kind: str) -> str:
    """The name of a kind of letter."""
    title = letter_kinds.titles().get(kind)
    return kind if title is None else _(title)


def language_name(code: str) -> str:
    """The name of a letter's language."""
    return _(LANGUAGES[LetterLanguage(code)])
