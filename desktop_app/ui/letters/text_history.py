"""Every version of a standing text: what it said, who wrote it and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.domain.standing_texts import TextVersion
from desktop_app.i18n import N_, _
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.wording import day

_EMPTY: Final = N_("The centre has not changed this text. Letters say it as the program does.")
_HEIGHT: Final = 220


class HistoryDialog(Dialog):
    """The newest version first; the chosen one can be taken into the editor, where it is not kept yet."""

    def __init__(
        self, versions: tuple[TextVersion, ...], take: Callable[[str], object] | None, parent: QWidget
    ) -> None:
        super().__init__(parent, N_("Versions of this text"), width=720)
        self._take = take
        self.table = Table(_columns(), self, empty=EmptyHint(_EMPTY))
        self.table.setMinimumHeight(_HEIGHT)
        self.words = PlainLabel(parent=self, wrap=True)
        self.table.chosen.connect(self._on_chosen)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.words)
        self.add_button(Button(N_("Close"), self), self.reject)
        self.take_button = PrimaryButton(N_("Take these words"), self, icon="copy")
        self.add_button(self.take_button, self._on_take)
        self.take_button.setVisible(take is not None)
        self.take_button.setEnabled(False)
        self.table.set_rows(versions)
        if versions:
            self.table.select_row(0)

    def _on_chosen(self, _row: object = None) -> None:
        version = self.table.current()
        self.words.show_text(version.text if version is not None else "")
        self.take_button.setEnabled(version is not None and bool(version.text))

    def _on_take(self) -> None:
        version = self.table.current()
        if version is not None and self._take is not None:
            self._take(version.text)
        self.accept()


def _columns() -> tuple[Column[TextVersion], ...]:
    return (
        Column(N_("Version"), _number, width=80, number=True),
        Column(N_("Day"), _day, width=110),
        Column(N_("Who"), _who, width=160),
        Column(N_("Text"), _text, width=260, stretch=True),
    )


def _number(version: TextVersion) -> str:
    return str(version.version)


def _day(version: TextVersion) -> str:
    return day(version.written_on)


def _who(version: TextVersion) -> str:
    return version.written_by


def _text(version: TextVersion) -> str:
    return version.text or _("The program’s own text was put back")
