from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import Message
from desktop_app.ui.background import Background
from desktop_app.ui.bus import Bus
from desktop_app.ui.status_line import StatusLine


def test_long_work_is_shown_and_can_be_cancelled(qtbot: QtBot, bus: Bus) -> None:
    worker = Background(bus)
    line = StatusLine(worker)
    owner = QWidget()
    for widget in (line, owner):
        qtbot.addWidget(widget)
    line.show()
    gate = threading.Event()
    answers: list[object] = []
    worker.run(gate.wait, owner=owner, on_done=answers.append, label=Message("Closing the file …"), cancellable=True)
    assert not line.bar.isVisible(), "short work needs no sign"
    qtbot.waitUntil(line.bar.isVisible)
    assert line.work.text() == "Closing the file …"
    qtbot.mouseClick(line.cancel, Qt.MouseButton.LeftButton)
    assert line.message.text() == "Cancelled."
    with qtbot.waitSignal(worker.finished):
        gate.set()
    worker.close()
    assert not line.bar.isVisible()
    assert answers == []


def test_work_that_changes_something_offers_no_cancel(qtbot: QtBot, bus: Bus) -> None:
    worker = Background(bus)
    line = StatusLine(worker)
    qtbot.addWidget(line)
    line.show()
    gate = threading.Event()
    worker.run(gate.wait, owner=line)
    qtbot.waitUntil(line.bar.isVisible)
    assert not line.cancel.isVisible()
    with qtbot.waitSignal(worker.finished):
        gate.set()
    worker.close()


def test_it_says_what_was_done(qtbot: QtBot, bus: Bus) -> None:
    line = StatusLine(Background(bus))
    qtbot.addWidget(line)
    line.say(Message("The centre was saved."))
    assert line.message.text() == "The centre was saved."
