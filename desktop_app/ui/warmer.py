"""Loads what the program will need while the user is still typing the password."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.ui.background import Background
from desktop_app.ui.sign_in import calls

# In the order in which they are needed. Each is a task of its own, so that signing in waits for one of them at most.
_MODULES: Final = (
    "desktop_app.services.files",
    "desktop_app.ui.workspace",
    "desktop_app.services.today",
    "desktop_app.ui.today.screen",
    "desktop_app.services.cases",
    "desktop_app.ui.cases.screen",
    "desktop_app.services.search",
    "holidays.countries",
    "babel.numbers",
    "desktop_app.services.letters",
    "desktop_app.services.summaries",
    "desktop_app.ui.people.screen",
    "desktop_app.ui.employers.screen",
    "desktop_app.ui.letters.screen",
    "desktop_app.ui.summaries.screen",
    "desktop_app.ui.settings.screen",
    "reportlab.platypus",
    "openpyxl",
)


class Warmer:
    """Loads one module after another on the worker, as long as the window is there."""

    def __init__(self, background: Background, owner: QWidget) -> None:
        self._background = background
        self._owner = owner
        self._left = list(_MODULES)
        self._done = False

    def start(self) -> None:
        """Begin, once the first window is painted."""
        self._next(None)

    def _next(self, _nothing: object) -> None:
        if self._left:
            self._background.run(calls.warm, self._left.pop(0), owner=self._owner, on_done=self._next)
        elif not self._done:
            self._done = True
            self._background.run(calls.warm_names, owner=self._owner)
