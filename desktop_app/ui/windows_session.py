"""How a window on Windows hears that the session is locked or left, or that the computer goes to sleep.

What the messages mean is decided in ui/system_events. This module is used on Windows alone.
"""

from __future__ import annotations

import sys
from ctypes import wintypes
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.ui.system_events import windows_tells_to_lock

_THIS_SESSION: Final = 0


def listen(window: QWidget) -> bool:
    """Ask Windows to tell this window of its session (wtsapi32.h). Whether it will; sleep is told in any case."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), _THIS_SESSION))
    del window
    return False


def tells_to_lock(kind: object, address: int) -> bool:
    """Whether a native message (QWidget.nativeEvent) means that nobody sits here any more."""
    if kind != b"windows_generic_MSG":
        return False
    message = wintypes.MSG.from_address(address)
    return windows_tells_to_lock(message.message, message.wParam)
