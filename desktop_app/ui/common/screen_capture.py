"""Whether other programs may take pictures of our windows: screenshots, recordings, shared screens, remote control.

Only Windows can be asked. On Linux, X11 lets every program see the screen, and Wayland asks the user by itself.
"""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

# winuser.h: SetWindowDisplayAffinity. The second is of Windows 10 2004 and newer; older ones show a black window.
_WDA_NONE: Final = 0x00
_WDA_EXCLUDEFROMCAPTURE: Final = 0x11


class _Capture:
    """What the file allows; one answer for the whole program."""

    allowed = True


def allow(allowed: bool) -> None:
    """Let other programs see the windows of this program, or not: those there are now, and those that come."""
    _Capture.allowed = allowed
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            protect(window)


def protect(window: QWidget) -> bool:
    """Ask the system for what is allowed; call it when a window is shown. Whether the system was asked and agreed."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.user32.SetWindowDisplayAffinity(int(window.winId()), affinity(_Capture.allowed)))
    del window
    return False


def affinity(allowed: bool) -> int:
    """What Windows is asked for a window."""
    return _WDA_NONE if allowed else _WDA_EXCLUDEFROMCAPTURE
