"""Adding and looking on the real worker, with a real child process behind it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from desktop_app.services import attachments
from desktop_app.ui.attachments.add_dialog import AddDialog
from desktop_app.ui.attachments.viewer import Viewer
from desktop_app.ui.background import Background
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.context import Context
from tests.imports import samples
from tests.ui.cases.crew import TODAY, log_case


@pytest.fixture
def worker(qtbot, file, bus, monkeypatch):
    monkeypatch.setenv("TIREK_TODAY", TODAY)
    background = Background(bus)
    yield Context(file, background, bus)
    background.close()


@pytest.fixture
def owner(qtbot):
    widget = Dialog(None, "")
    qtbot.addWidget(widget)
    return widget


def test_a_photo_is_added_and_looked_at_without_stopping_the_window(qtbot, worker, owner, file, tmp_path: Path):
    log_case(file)
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(samples.picture("JPEG", (1200, 900)))
    dialog = AddDialog(worker, 1, [photo], owner)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.add()
        assert dialog.is_working
    (row,) = attachments.listing(file, 1).rows
    viewer = Viewer(worker, row, owner)
    qtbot.waitUntil(lambda: not viewer.view.is_empty, timeout=20_000)


def test_cancel_ends_the_child_and_keeps_nothing(qtbot, worker, owner, file, tmp_path: Path):
    log_case(file)
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(samples.picture("JPEG", (1200, 900)))
    dialog = AddDialog(worker, 1, [photo, photo], owner)
    dialog.add()
    dialog.reject()
    qtbot.waitUntil(partial(_is_done, dialog), timeout=20_000)
    assert [line.state.text() for line in dialog.lines] == ["Not added: cancelled"] * 2
    assert attachments.listing(file, 1).rows == ()


def _is_done(dialog: AddDialog) -> bool:
    return not dialog.is_working
