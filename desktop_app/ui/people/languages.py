"""Languages that workers read, for the papers they are given."""

from __future__ import annotations

from typing import Final

from desktop_app.i18n import N_, _

LANGUAGES: Final = {
    "uz": N_("Uzbek"),
    "ky": N_("Kyrgyz"),
    "tg": N_("Tajik"),
    "kk": N_("Kazakh"),
    "ru": N_("Russian"),
    "tk": N_("Turkmen"),
    "en": N_("English"),
}


def language_choices() -> list[tuple[str, str]]:
    """The languages by name, and not known."""
    return [("", _(N_("Not known"))), *((code, _(name)) for code, name in LANGUAGES.items())]
