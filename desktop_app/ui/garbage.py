"""Python's cycle collector on the window's thread alone: on the worker it could take Qt objects apart."""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 2_000
_YOUNG: Final = 2_000


class GarbageCollection(QObject):
    """Collects from time to time while the window is idle."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(_EVERY_MS)

    def _on_timeout(self) -> None:
        if gc.get_count()[0] < _YOUNG:
            return
        self._rounds += 1
        # The old generation holds all imported modules and takes long: seldom.
        gc.collect(1 if self._rounds % 20 else 2)
