"""How the program looks on this computer, and what it is."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.i18n import N_, _, language
from desktop_app.ui.common import languages, theme
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import Line, PlainLabel
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.settings.lock_settings import LockSettings

_THEMES: Final = {"system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark")}


class LooksTab(QWidget):
    """Theme and language, at once; how the screen is guarded; where the file is; the version."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = ChoiceBox(named(_THEMES), self)
        self.theme.set_value(settings.Preferences.read().theme)
        self.language = ChoiceBox(_languages, self)
        self.language.set_value(language())
        form = Form(self, columns=2)
        form.setMaximumWidth(640)
        form.add("theme", N_("Theme"), self.theme)
        form.add("language", N_("Language of the interface"), self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(16)
        self.lock = LockSettings(context, self)
        self.lock.setMaximumWidth(640)
        column.addWidget(form)
        column.addWidget(Line(self))
        column.addWidget(self.lock)
        column.addWidget(Line(self))
        self._path = context.file.path
        self.about = PlainLabel(parent=self, wrap=True)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.about)
        column.addStretch()
        self.theme.changed.connect(self._on_theme)
        self.language.changed.connect(self._on_language)
        Texts(self).redraw(self._write)

    def refresh(self) -> None:
        """Read anew what holds for the file."""
        self.lock.refresh()

    def _write(self) -> None:
        # The switch in the top bar changes the language as well.
        self.language.blockSignals(True)
        self.language.set_value(language())
        self.language.blockSignals(False)
        self.about.setText(
            "\n".join(
                (
                    _("Tirek %(version)s: case files of a migrant support centre.", version=version("tirek")),
                    _("The file is here: %(path)s", path=self._path),
                    _("Everything in it is encrypted. The program uses no network."),
                )
            )
        )

    def _on_theme(self) -> None:
        theme.dress(self.theme.value())
        _keep(replace(settings.Preferences.read(), theme=self.theme.value()))

    def _on_language(self) -> None:
        languages.use(self.language.value())
        _keep(replace(settings.Preferences.read(), language=self.language.value()))


def _languages() -> list[tuple[str, str]]:
    return list(languages.OWN_NAMES.items())


def _keep(preferences: settings.Preferences) -> None:
    try:
        preferences.write()
    except OSError:
        return
