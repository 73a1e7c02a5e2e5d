from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.i18n import LANGUAGES, set_language
from desktop_app.ui.common.file_choice import choose_several, choose_to_open, choose_to_save


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_a_chosen_file_is_handed_over(owner: QWidget, tmp_path: Path) -> None:
    file = tmp_path / "centre.tirek"
    file.touch()
    chosen: list[Path] = []
    dialog = choose_to_open(owner, "Open another file", tmp_path, ".tirek", chosen.append)
    dialog.selectFile(str(file))
    dialog.accept()
    assert chosen == [file]


def test_a_file_to_save_gets_its_suffix(owner: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    dialog = choose_to_save(owner, "Choose a place for the file", tmp_path / "summary.xlsx", ".xlsx", chosen.append)
    dialog.selectFile(str(tmp_path / "other"))
    dialog.accept()
    assert chosen == [tmp_path / "other.xlsx"]


def test_giving_up_hands_over_nothing(owner: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    choose_to_open(owner, "Open another file", tmp_path, ".tirek", chosen.append).reject()
    assert chosen == []


def test_no_trace_of_the_folders_is_left(owner: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "centre.tirek"
    file.touch()
    dialog = choose_to_open(owner, "Open another file", tmp_path, ".tirek", str)
    dialog.selectFile(str(file))
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    homes = (Path(os.environ["HOME"]), Path(os.environ["XDG_CONFIG_HOME"]))
    assert not [path for home in homes for path in home.rglob("QtProject*")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_labels_speak_the_language_of_the_interface(owner: QWidget, tmp_path: Path, code: str) -> None:
    set_language(code)
    dialog = choose_to_open(owner, "Open another file", tmp_path, ".tirek", str)
    labels = {
        dialog.labelText(label)
        for label in (
            QFileDialog.DialogLabel.LookIn,
            QFileDialog.DialogLabel.FileType,
            QFileDialog.DialogLabel.FileName,
        )
    }
    dialog.reject()
    assert (labels == {"Folder:", "Kind of file:", "File name:"}) == (code == "en")


def test_several_files_are_handed_over_together(owner: QWidget, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.jpg"):
        (tmp_path / name).touch()
    chosen: list[tuple[Path, ...]] = []
    dialog = choose_several(owner, "Choose files to add", tmp_path, chosen.append)
    dialog.filesSelected.emit([str(tmp_path / "a.pdf"), str(tmp_path / "b.jpg")])
    dialog.close()
    assert chosen == [(tmp_path / "a.pdf", tmp_path / "b.jpg")]
