"""How the screen of standing texts says what stands, since when and in which letters."""

from __future__ import annotations

from desktop_app.domain.standing_texts import LANGUAGES, StandingText
from desktop_app.i18n import N_, _
from desktop_app.ui.common.wording import day
from desktop_app.ui.letters.letter_names import kind_name, language_name

CHANGED, OUTDATED = "changed", "outdated"
_STATES = {
    "": N_("All texts"),
    CHANGED: N_("Changed by the centre"),
    OUTDATED: N_("To be looked at again"),
}


def language_choices() -> list[tuple[str, str]]:
    """The languages of letters by code."""
    return [(code, language_name(code)) for code in LANGUAGES]


def state_choices() -> list[tuple[str, str]]:
    """Which texts are listed."""
    return [(code, _(name)) for code, name in _STATES.items()]


def letters(text: StandingText) -> str:
    """The letters a text stands in."""
    first = kind_name(text.letters[0])
    if len(text.letters) == 1:
        return first
    return _("%(letter)s and %(n)s more", letter=first, n=len(text.letters) - 1)


def words(text: StandingText) -> str:
    """What letters say now."""
    return text.own or text.shipped


def state(text: StandingText) -> str:
    """Whose words they are and since when."""
    if text.is_outdated:
        return _("The program’s own text changed since")
    if text.own:
        return _("Own words of %(day)s", day=day(text.written_on))
    return _("Of the program")


def mark(text: StandingText) -> tuple[str, str] | None:
    """The icon of the state."""
    if text.is_outdated:
        return ("triangle-alert", "warn")
    return ("pencil", "accent") if text.own else None
