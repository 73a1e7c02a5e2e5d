"""Switching the interface's language while the program runs, and the three buttons that do it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desktop_app.i18n import LANGUAGES, language, set_language

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

# Each language calls itself by its own name, whatever the interface speaks.
OWN_NAMES: Final = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
_SHORT: Final = {"kk": "Қаз", "ru": "Рус", "en": "Eng"}


class _OfQt:
    """Qt's own words (buttons of file dialogs, menus of fields) in the interface's language."""

    translator: QTranslator | None = None


def use(code: str) -> None:
    """Speak this language from now on: every widget writes its texts anew and keeps what was typed."""
    set_language(code)
    use_words_of_qt()
    for window in QApplication.topLevelWidgets():
        QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def use_words_of_qt() -> None:
    """Let Qt's own dialogs and menus speak the interface's language."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    app = QApplication.instance()
    if app is None:
        return
    if _OfQt.translator is not None:
        app.removeTranslator(_OfQt.translator)
        _OfQt.translator = None
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    translator = QTranslator(app)
    if translator.load(str(folder / f"qtbase_{language()}.qm")):
        app.installTranslator(translator)
        _OfQt.translator = translator


class LanguageSwitch(QWidget):
    """Қаз, Рус, Eng: one press switches. `chosen(code)` comes after the switch."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for code in LANGUAGES:
            button = QToolButton(self)
            button.setText(_SHORT[code])
            button.setToolTip(OWN_NAMES[code])
            button.setAccessibleName(OWN_NAMES[code])
            button.setCheckable(True)
            button.setObjectName(f"language_{code}")
            self._group.addButton(button)
            self._buttons[code] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._on_clicked)
        self._show_current()

    def press(self, code: str) -> None:
        """Choose a language as a press on its button does."""
        self._buttons[code].click()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Show the language that holds, wherever it was switched."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show_current()
        super().changeEvent(event)

    def _show_current(self) -> None:
        self._buttons[language()].setChecked(True)

    def _on_clicked(self, button: QToolButton) -> None:
        code = next(code for code, known in self._buttons.items() if known is button)
        use(code)
        self.chosen.emit(code)
