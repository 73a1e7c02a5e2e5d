from __future__ import annotations

import threading

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.changes import Kind, Saved
from desktop_app.errors import AppError, Cancelled
from desktop_app.ui.background import Background
from desktop_app.ui.bus import Bus


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def worker(bus: Bus) -> Background:
    return Background(bus)


def test_calls_run_in_order_off_the_window_and_answers_come_back_on_it(
    qtbot: QtBot, worker: Background, owner: QWidget
) -> None:
    threads: list[int] = []
    answers: list[tuple[int, bool]] = []

    def call(number: int) -> int:
        threads.append(threading.get_ident())
        return number

    for number in range(20):
        worker.run(
            call,
            number,
            owner=owner,
            on_done=lambda answer: answers.append((answer, threading.current_thread() is threading.main_thread())),
        )
    qtbot.waitUntil(lambda: len(answers) == 20)
    worker.close()
    assert answers == [(number, True) for number in range(20)]
    assert len(set(threads)) == 1
    assert threading.get_ident() not in threads


def test_the_answer_for_a_closed_screen_is_dropped(qtbot: QtBot, worker: Background, owner: QWidget) -> None:
    answers: list[object] = []
    gate = threading.Event()
    screen = QWidget()
    with qtbot.waitSignal(worker.finished):
        worker.run(gate.wait, owner=screen, on_done=answers.append)
        shiboken6.delete(screen)
        gate.set()
    worker.close()
    assert answers == []


def test_a_saved_answer_is_told_to_every_screen_even_when_its_own_is_closed(
    qtbot: QtBot, worker: Background, bus: Bus
) -> None:
    saved = Saved(7, frozenset({Kind.CASE}))
    gate = threading.Event()
    screen = QWidget()

    def save() -> Saved:
        gate.wait()
        return saved

    with qtbot.waitSignal(bus.data_changed) as told:
        worker.run(save, owner=screen)
        shiboken6.delete(screen)
        gate.set()
    worker.close()
    assert told.args == [saved.kinds]


def test_what_the_user_can_act_on_goes_to_who_asked(qtbot: QtBot, worker: Background, owner: QWidget) -> None:
    errors: list[AppError] = []

    def fail() -> None:
        raise AppError("The disk is full.")

    worker.run(fail, owner=owner, on_error=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    with qtbot.waitSignal(worker.failed) as failed:
        worker.run(fail, owner=owner)
    worker.close()
    assert errors[0].message.msgid == "The disk is full."
    assert failed.args is not None
    assert failed.args[0] is owner


def test_a_fault_is_reported_and_the_waiting_screen_hears_of_it(
    qtbot: QtBot, worker: Background, owner: QWidget
) -> None:
    errors: list[AppError] = []

    def fail() -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(worker.broken) as broken:
        worker.run(fail, owner=owner, on_error=errors.append)
    worker.close()
    assert broken.args is not None
    assert isinstance(broken.args[0], ZeroDivisionError)
    assert len(errors) == 1


def test_cancelled_work_says_nothing(qtbot: QtBot, worker: Background, owner: QWidget) -> None:
    heard: list[object] = []
    gate = threading.Event()
    ran: list[str] = []

    def stop() -> None:
        raise Cancelled

    worker.failed.connect(lambda *_args: heard.append("failed"))
    worker.broken.connect(lambda *_args: heard.append("broken"))
    first = worker.run(gate.wait, owner=owner, on_done=heard.append, cancellable=True)
    second = worker.run(ran.append, "second", owner=owner, on_done=heard.append, cancellable=True)
    third = worker.run(ran.append, "third", owner=owner)
    for task in (first, second, third):
        worker.cancel(task)
    gate.set()
    with qtbot.waitSignal(worker.finished, check_params_cb=lambda task: task is third):
        pass
    with qtbot.waitSignal(worker.finished):
        worker.run(stop, owner=owner)
    worker.close()
    assert heard == []
    assert ran == ["third"], "what changes something is not cancelled half way"


def test_closing_lets_waiting_work_finish(worker: Background, owner: QWidget) -> None:
    done: list[int] = []
    for number in range(50):
        worker.run(done.append, number, owner=owner)
    worker.close()
    assert done == list(range(50))


def test_while_it_holds_calls_and_answers_wait_in_order(qtbot: QtBot, worker: Background, owner: QWidget) -> None:
    heard: list[str] = []
    gate = threading.Event()

    def call(name: str) -> str:
        heard.append(f"called {name}")
        return name

    def first() -> str:
        gate.wait()
        return call("first")

    def answered(name: str) -> None:
        heard.append(f"answered {name}")

    worker.run(first, owner=owner, on_done=answered)
    worker.hold()
    worker.run(call, "held", owner=owner, on_done=answered)
    with qtbot.waitSignal(worker.finished, check_params_cb=lambda task: task.while_held):
        worker.run(call, "lock", owner=owner, on_done=answered, while_held=True)
        gate.set()
    assert worker.holds
    assert heard == ["called first", "called lock", "answered lock"], "neither a call nor an answer reaches a screen"
    worker.release()
    qtbot.waitUntil(lambda: "answered held" in heard)
    worker.close()
    assert heard[3:] == ["answered first", "called held", "answered held"]
    assert not worker.holds


def test_what_is_held_is_forgotten_when_the_file_is_closed(qtbot: QtBot, worker: Background, owner: QWidget) -> None:
    heard: list[str] = []
    worker.hold()
    worker.run(heard.append, "held", owner=owner)
    worker.drop_held()
    with qtbot.waitSignal(worker.finished):
        worker.run(heard.append, "after", owner=owner)
    worker.close()
    assert heard == ["after"]
