"""Notices that nobody works with the window any more, and that the computer has slept.

It looks from time to time at what changes under the hands of somebody who works: the pointer, the cursor in a field,
the row of a table, the place on a page. A filter on the whole application would see more, but ends the program (see
ui/common/behind_lock.py); what escapes these looks locks too early and loses nothing. Only work in this program counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, Final

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from desktop_app import settings

DEFAULT_MINUTES: Final = 5
QUIET_SECONDS: Final = 60
_LOOK_MS: Final = 3_000
# A timer that comes so much too late, or a clock on the wall that ran so much ahead of it, means sleep.
_SLEPT_SECONDS: Final = 60

Clock = Callable[[], float]


def _wall() -> float:
    return settings.now().timestamp()


class IdleWatch(QObject):
    """`left`: nobody did anything for the minutes that were set, or the computer slept. `quiet`: not for a minute."""

    left = Signal()
    quiet = Signal()

    def __init__(self, parent: QObject | None = None, *, clock: Clock = time.monotonic, wall: Clock = _wall) -> None:
        super().__init__(parent)
        self._clock, self._wall = clock, wall
        self._seconds = DEFAULT_MINUTES * 60
        self._trace: Any = None
        self._last = self._looked = clock()
        self._wall_then = wall()
        self._told_quiet = self._told_left = False
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Count from now on."""
        self.stir()
        self._looked, self._wall_then = self._clock(), self._wall()
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def set_minutes(self, minutes: int) -> None:
        """How long nobody may do anything before `left`."""
        self._seconds = minutes * 60

    def stir(self) -> None:
        """Somebody did something."""
        self._last = self._clock()
        self._told_quiet = self._told_left = False

    def look(self) -> None:
        """See whether anything changed since the last look, and tell when it has not for too long."""
        now, wall = self._clock(), self._wall()
        slept = has_slept(now - self._looked, wall - self._wall_then)
        self._looked, self._wall_then = now, wall
        trace = trace_of_work()
        if trace != self._trace:
            self._trace = trace
            self.stir()
        still = now - self._last
        if slept or (still >= self._seconds and not self._told_left):
            self._told_left = True
            self.left.emit()
        if still >= QUIET_SECONDS and not self._told_quiet:
            self._told_quiet = True
            self.quiet.emit()


def has_slept(by_timer: float, by_wall: float) -> bool:
    """Whether the computer slept between two looks that were so many seconds apart by both clocks.

    On Linux the timer's clock stands still in sleep and only the one on the wall runs on; on Windows both do. A clock
    that was set ahead looks the same and locks; one that was set back says nothing.
    """
    return max(by_timer, by_wall) > _LOOK_MS / 1000 + _SLEPT_SECONDS


def trace_of_work() -> tuple[Any, ...]:
    """What changes when somebody works: places and lengths, never a text. Empty while another program is in front."""
    if QApplication.activeWindow() is None and QApplication.activePopupWidget() is None:
        return ()
    focus, pointed = QApplication.focusWidget(), QApplication.widgetAt(QCursor.pos())
    return (
        QCursor.pos().toTuple(),
        QGuiApplication.mouseButtons().value,
        QGuiApplication.keyboardModifiers().value,
        _identity(focus),
        _place_in(focus),
        *(_scrolled(area) for area in (*_areas(focus), *_areas(pointed))),
    )


def _identity(widget: QWidget | None) -> int:
    return shiboken6.getCppPointer(widget)[0] if widget is not None else 0


def _place_in(widget: QWidget | None) -> tuple[int, ...]:
    """Where the cursor stands in a widget and how much is in it."""
    if isinstance(widget, QLineEdit):
        return len(widget.text()), widget.cursorPosition(), widget.selectionStart()
    if isinstance(widget, QPlainTextEdit):
        return widget.document().revision(), widget.textCursor().position()
    if isinstance(widget, QAbstractItemView):
        return widget.currentIndex().row(), widget.currentIndex().column()
    if isinstance(widget, QComboBox | QTabBar):
        return (widget.currentIndex(),)
    if isinstance(widget, QAbstractButton):
        return (int(widget.isChecked()), int(widget.isDown()))
    return ()


def _areas(widget: QWidget | None) -> Iterator[QAbstractScrollArea]:
    """What scrolls under or around a widget."""
    while widget is not None:
        if isinstance(widget, QAbstractScrollArea):
            yield widget
        widget = widget.parentWidget()


def _scrolled(area: QAbstractScrollArea) -> tuple[int, int]:
    return area.horizontalScrollBar().value(), area.verticalScrollBar().value()
