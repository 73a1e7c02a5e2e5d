"""Forms whose typing is kept as a draft: what each of them says of itself, and how it is filled again.

A form is told to the keeper (ui/draft_keeper) through the bus: `announce` when it stands on screen for one record,
`within_reach` when the page can open it. Passwords and codes never leave their field this way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import shiboken6
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.domain.drafts import Content
from desktop_app.ui.bus import Bus
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.passwords import PasswordField

Open = Callable[[str], object]
"""Opens the form of this name; its part may say more (which worker's wages)."""


class Part(Protocol):
    """A part of a form that can say and take back what stands in it, as values of JSON."""

    def draft(self) -> Any:
        """The texts as they stand, readable or not."""

    def take_draft(self, content: Any) -> None:
        """Put texts back as if they had been typed; what does not fit any more is left out."""


class Drafted:
    """One form on screen under its name (domain.drafts.FormName) with its parts.

    `unsaved` says whether anything was typed; without it everything that differs from the beginning was. `more` is what

    """

    def __init__(self, owner: QWidget, name: str, *, unsaved: Callable[[], bool] | None = None, **parts: Part) -> None:
        self.owner, self.name = owner, name
        self._parts, self._unsaved = parts, unsaved
        self._begun = self._typed() if unsaved is None else {}

    @property
    def is_open(self) -> bool:
        """Whether the form is still there."""
        return bool(shiboken6.isValid(self.owner))

    def content(self) -> Content | None:
        """What stands in the form, None when nothing would be lost."""
        if self._unsaved is not None:
            return self._typed() if self._unsaved() else None
        typed = self._typed()
        return typed if typed != self._begun else None

    def holds_typing(self) -> bool:
        """Whether something would be lost."""
        return self.content() is not None

    def restore(self, content: Content) -> None:
        """Fill the form with what was kept of it, by this program or an older one."""
        for name, part in self._parts.items():
            if name in content:
                part.take_draft(content[name])

    def _typed(self) -> dict[str, Any]:
        return {name: part.draft() for name, part in self._parts.items()}


def announce(bus: Bus, form: Drafted) -> None:
    """Tell that this form stands on screen now, instead of another of the same owner; its draft may come back.

    A dialog asks from now on before the user leaves it with something typed.
    """
    if isinstance(form.owner, Dialog):
        form.owner.guard(form.holds_typing)
    bus.form_shown.emit(form)


def within_reach(bus: Bus, name: str, owner: QWidget, open_form: Open) -> None:
    """Tell that `open_form` opens the form `name`, or any whose name begins with it and a colon."""
    bus.form_within_reach.emit(name, owner, open_form)


def text_of(entry: object) -> str | bool | None:
    """What stands in a field, None for a secret and for what is no field."""
    if isinstance(entry, PasswordField):
        return None
    if isinstance(entry, QLineEdit):
        return entry.text()
    if isinstance(entry, QPlainTextEdit):
        return entry.toPlainText()
    if isinstance(entry, QComboBox):
        return str(entry.currentData() or "")
    return entry.isChecked() if isinstance(entry, QCheckBox) else None


def put_text(entry: object, text: object) -> None:
    """Put back into a field what stood there; a code that is no longer offered is left out."""
    if isinstance(entry, QCheckBox) and isinstance(text, bool):
        entry.setChecked(text)
    if not isinstance(text, str) or isinstance(entry, PasswordField) or text_of(entry) == text:
        return
    if isinstance(entry, QLineEdit):
        entry.setText(text)
    elif isinstance(entry, QPlainTextEdit):
        entry.setPlainText(text)
    elif isinstance(entry, QComboBox) and entry.findData(text) >= 0:
        entry.setCurrentIndex(entry.findData(text))
