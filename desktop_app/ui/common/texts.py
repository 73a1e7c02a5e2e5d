"""Texts of a widget that change with the language while everything typed stays."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desktop_app.errors import Message
from desktop_app.i18n import _, interface, ngettext

Setter = Callable[[str], Any]


class Texts(QObject):
    """Remembers which text went to which setter of `owner` and sets it anew when the language changes.

    Give msgids marked with N_; a later text for the same setter replaces the earlier one.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._known: dict[Callable[..., Any], Callable[[], Any]] = {}

    def set(self, setter: Setter, msgid: str, **params: object) -> None:
        """`setter(translated msgid)`, now and after each change of language."""
        self._keep(setter, lambda: setter(_(msgid, **params) if msgid else ""))

    def set_message(self, setter: Setter, message: Message) -> None:
        """As `set` for a Message."""
        self._keep(setter, lambda: setter(message.text(interface())))

    def set_count(self, setter: Setter, singular: str, plural: str, n: int, **params: object) -> None:
        """As `set` for a text that depends on the number `n`."""
        self._keep(setter, lambda: setter(ngettext(singular, plural, n, **params)))

    def set_text(self, setter: Setter, text: Callable[[], str]) -> None:
        """As `set` for a text that `text` writes each time it is asked."""
        self._keep(setter, lambda: setter(text()))

    def redraw(self, make: Callable[[], Any]) -> None:
        """Call `make` now and after each change of language: for texts made of several parts."""
        self._keep(make, make)

    def forget(self, setter: Callable[..., Any]) -> None:
        """Leave this setter alone from now on."""
        self._known.pop(setter, None)

    def _keep(self, key: Callable[..., Any], play: Callable[[], Any]) -> None:
        self._known[key] = play
        play()

    def event(self, event: QEvent) -> bool:
        """Qt sends a change of language to every widget and to what belongs to it."""
        if event.type() == QEvent.Type.LanguageChange:
            for play in tuple(self._known.values()):
                play()
        return super().event(event)


def plain_tip(text: str) -> str:
    """A tool tip that shows every sign as it was typed: Qt would read it as HTML when it looks like it."""
    return f"<qt>{escape(text)}</qt>" if "<" in text or "&" in text else text
