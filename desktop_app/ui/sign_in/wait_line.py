"""A line that counts down until the next password may be tried; what was typed stays where it is."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.errors import AppError, MustWait
from desktop_app.i18n import N_
from desktop_app.ui.common.labels import PlainLabel

_TICK = 250
_TEXT = N_("There were too many wrong tries. Nothing is lost. The next try is possible in %(time)s.")


class WaitLine(PlainLabel):
    """Hidden until `begin` or `takes`; holds a button back while it counts, and hides again at the end (`over`)."""

    over = Signal()

    def __init__(self, button: QAbstractButton, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, wrap=True)
        self.setProperty("tone", "danger")
        self._button = button
        self._left = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._on_tick)
        self.hide()

    @property
    def waits(self) -> bool:
        """Whether the next try is still held back."""
        return self._timer.isActive()

    def takes(self, error: AppError) -> bool:
        """Count down when the error is that one has to wait; whether it is."""
        if isinstance(error, MustWait):
            self.begin(error.seconds)
            return True
        return False

    def begin(self, seconds: float) -> None:
        """Count down from so many seconds."""
        self._left = seconds
        self._clock.start()
        self._button.setEnabled(False)
        self._timer.start()
        self._show_left(seconds)
        self.show()

    def stop(self) -> None:
        """Count no longer: something else is asked now. What holds the next try back is the file, not this line."""
        if self.waits:
            self._timer.stop()
            self.hide()
            self._button.setEnabled(True)

    def _on_tick(self) -> None:
        left = self._left - self._elapsed()
        if left > 0:
            self._show_left(left)
        else:
            self.stop()
            self.over.emit()

    def _elapsed(self) -> float:
        """Seconds since the wait began; a computer that slept was waiting too."""
        return self._clock.elapsed() / 1000

    def _show_left(self, seconds: float) -> None:
        minutes, rest = divmod(ceil(seconds), 60)
        self.set_text(_TEXT, time=f"{minutes}:{rest:02d}")
