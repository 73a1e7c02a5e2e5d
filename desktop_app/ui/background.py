"""All work off the window's thread: one worker does the calls in the order they were asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Saved
from desktop_app.errors import AppError, Cancelled, Message
from desktop_app.i18n import N_
from desktop_app.ui.bus import Bus

if TYPE_CHECKING:
    from queue import SimpleQueue

Call = Callable[..., Any]
_MISTAKE: Final = N_("The program made a mistake, and so this was not done. Try again.")


@dataclass(eq=False)
class Task:
    """One call on its way. `label` says in the status line what is being done; empty says nothing."""

    call: Call
    arguments: tuple[Any, ...]
    owner: QWidget
    on_done: Callable[[Any], object] | None
    on_error: Callable[[AppError], object] | None
    label: Message | None
    cancellable: bool
    while_held: bool = False
    cancelled: threading.Event = field(default_factory=threading.Event)
    result: Any = None
    error: BaseException | None = None

    def do(self) -> None:
        """Make the call and keep what came of it."""
        if self.cancelled.is_set():
            self.error = Cancelled()
            return
        try:
            self.result = self.call(*self.arguments)
        except BaseException as error:  # noqa: BLE001 - the window's thread decides what it was
            self.error = error


class Background(QObject):
    """Runs calls on one worker thread and gives the answers back on the window's thread.

    `started(task)` and `finished(task)` bracket every call; `failed(owner, AppError)` is what nobody else handled;
    `broken(BaseException)` is a fault of ours. A `Saved` answer is told to the bus.
    """

    started = Signal(object)
    finished = Signal(object)
    failed = Signal(object, object)
    broken = Signal(object)
    _answered = Signal(object)

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._tasks: SimpleQueue[Task | None] | None = None
        self._thread: threading.Thread | None = None
        self._held: list[Task] | None = None
        self._answers: list[Task] = []
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        call: Call,
        *arguments: Any,
        owner: QWidget,
        on_done: Callable[[Any], object] | None = None,
        on_error: Callable[[AppError], object] | None = None,
        label: Message | None = None,
        cancellable: bool = False,
        while_held: bool = False,
    ) -> Task:
        """Call `call(*arguments)` on the worker; `on_done(answer)` comes later, unless `owner` is gone by then.

        `on_error` gets an AppError; without it a message is shown above `owner`. `label` is shown while it takes
        long. Set `cancellable` only for what changes nothing: a cancelled call may still run to its end, and its
        answer is dropped. `while_held` is for the calls of the lock itself: all others wait while it holds.
        """
        task = Task(call, arguments, owner, on_done, on_error, label, cancellable, while_held)
        if self._held is not None and not while_held:
            self._held.append(task)
        else:
            self._begin(task)
        return task

    @property
    def holds(self) -> bool:
        """Whether calls wait for the unlocking; what runs by the clock skips its turn then."""
        return self._held is not None

    def hold(self) -> None:
        """Let calls and answers wait from now on: no screen may meet a closed database, nor show over the lock."""
        if self._held is None:
            self._held = []

    def release(self) -> None:
        """Give the answers that waited, then make the calls that waited, in the order they were asked for."""
        answers, self._answers = self._answers, []
        waiting, self._held = self._held or [], None
        for task in answers:
            self._on_answered(task)
        for task in waiting:
            self._begin(task)

    def drop_held(self) -> None:
        """Forget what waits: the file is closed without being unlocked."""
        self._held, self._answers = None, []

    def wait(self, owner: QWidget, seconds: float) -> bool:
        """Stand still until all calls that were begun are done, when the system ends the session. Whether they are."""
        if self._thread is None:
            return True
        done = threading.Event()
        self.run(done.set, owner=owner, while_held=True)
        return done.wait(seconds)

    def cancel(self, task: Task) -> None:
        """Drop a cancellable call: it is skipped when it has not begun, and its answer is dropped."""
        if task.cancellable:
            task.cancelled.set()

    def close(self) -> None:
        """Let the calls that wait finish, then end the worker. Answers that come no more are dropped."""
        if self._thread is not None and self._tasks is not None:
            self._tasks.put(None)
            self._thread.join()
            self._thread = None

    def _begin(self, task: Task) -> None:
        self.started.emit(task)
        self._send(task)

    def _send(self, task: Task) -> None:
        if self._tasks is None:
            # Loaded with the first call: the first window is painted before there is any.
            from queue import SimpleQueue

            self._tasks = SimpleQueue()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, args=(self._tasks,), name="background", daemon=True)
            self._thread.start()
        self._tasks.put(task)

    def _work(self, tasks: SimpleQueue[Task | None]) -> None:
        while (task := tasks.get()) is not None:
            task.do()
            if not shiboken6.isValid(self):
                return
            self._answered.emit(task)

    def _on_answered(self, task: Task) -> None:
        if self._held is not None and not task.while_held:
            self._answers.append(task)
            return
        self.finished.emit(task)
        if task.error is not None:
            self._fail(task, task.error)
            return
        if not task.cancelled.is_set() and task.on_done is not None and shiboken6.isValid(task.owner):
            task.on_done(task.result)
        if isinstance(task.result, Saved):
            self._bus.data_changed.emit(task.result.kinds)

    def _fail(self, task: Task, error: BaseException) -> None:
        if isinstance(error, Cancelled) or task.cancelled.is_set():
            return
        if not isinstance(error, AppError):
            self.broken.emit(error)
            # The screen that waits hears of it too, so that what was typed can be sent again.
            if task.on_error is not None and shiboken6.isValid(task.owner):
                task.on_error(AppError(_MISTAKE))
            return
        if not shiboken6.isValid(task.owner):
            return
        if task.on_error is not None:
            task.on_error(error)
        else:
            self.failed.emit(task.owner, error)


class InlineBackground(Background):
    """Makes each call at once on the caller's thread: for tests, and for drawing the pictures of the manual."""

    def _send(self, task: Task) -> None:
        task.do()
        self._on_answered(task)
