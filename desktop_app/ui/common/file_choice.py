"""Choosing a file to open or a place to save to, without stopping the program."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.i18n import N_, _
from desktop_app.ui.common import lock_key
from desktop_app.ui.common.behind_lock import wait_if_locked

# Qt's own Russian lacks some of them.
_LABELS: Final = (
    (QFileDialog.DialogLabel.LookIn, N_("Folder:")),
    (QFileDialog.DialogLabel.FileName, N_("File name:")),
    (QFileDialog.DialogLabel.FileType, N_("Kind of file:")),
)


class _Choice(QFileDialog):
    """A file dialog that hands over a path."""

    def __init__(self, parent: QWidget, title: str, start: Path, on_path: Callable[[Path], object]) -> None:
        # Qt keeps the folders it has shown in a file of its own: where the centre's files lie is nobody's business.
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
        super().__init__(parent.window(), _(title), str(start))
        for label, msgid in _LABELS:
            self.setLabelText(label, _(msgid))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lock_key.hear(self)
        self._on_path = on_path
        self.fileSelected.connect(self._on_selected)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As every dialog, it waits behind the lock."""
        super().showEvent(event)
        wait_if_locked(self)

    def _on_selected(self, name: str) -> None:
        if name:
            self._on_path(Path(name))


def choose_to_open(
    parent: QWidget, title: str, start: Path, suffix: str, on_path: Callable[[Path], object]
) -> QFileDialog:
    """Ask for an existing file with this suffix (".tirek"), beginning at `start`; `title` is a msgid."""
    dialog = _Choice(parent, title, start, on_path)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([f"*{suffix}", "*"])
    dialog.open()
    return dialog


def choose_folder(parent: QWidget, title: str, start: Path, on_path: Callable[[Path], object]) -> QFileDialog:
    """Ask for an existing folder, beginning at `start`; `title` is a msgid."""
    dialog = _Choice(parent, title, start, on_path)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=True)
    dialog.open()
    return dialog


class _Several(_Choice):
    """A file dialog that hands over paths."""

    def __init__(
        self, parent: QWidget, title: str, start: Path, on_paths: Callable[[tuple[Path, ...]], object]
    ) -> None:
        super().__init__(parent, title, start, _not_one)
        self._on_paths = on_paths
        self.filesSelected.connect(self._on_files)

    def _on_files(self, names: list[str]) -> None:
        self._on_paths(tuple(map(Path, names)))


def _not_one(_path: Path) -> None:
    """Several files are handed over together."""


def choose_several(
    parent: QWidget, title: str, start: Path, on_paths: Callable[[tuple[Path, ...]], object]
) -> QFileDialog:
    """Ask for existing files of any kind, beginning in the folder `start`; `title` is a msgid."""
    dialog = _Several(parent, title, start, on_paths)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.open()
    return dialog


def choose_to_save(
    parent: QWidget, title: str, suggested: Path, suffix: str, on_path: Callable[[Path], object]
) -> QFileDialog:
    """Ask where to save; an existing file is replaced only after the system's own question. `title` is a msgid."""
    dialog = _Choice(parent, title, suggested.parent, on_path)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    dialog.setNameFilters([f"*{suffix}"])
    dialog.selectFile(suggested.name)
    dialog.open()
    return dialog
