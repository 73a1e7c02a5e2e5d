"""Languages that workers read, for the papers they are given."""

from __future__ import annotations

from desktop_app.domain.privacy_names import READING
from desktop_app.i18n import N_, _


def language_choices() -> list[tuple[str, str]]:
    """The languages by name, and not known."""
    return [("", _(N_("Not known"))), *((code, _(name)) for code, name in READING.items())]
