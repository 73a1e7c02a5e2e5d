"""What the system tells of the session: its screen is locked, another user takes over, the computer goes to sleep."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot

# winuser.h and wtsapi32.h
WM_POWERBROADCAST: Final = 0x0218
WM_WTSSESSION_CHANGE: Final = 0x02B1
_PBT_SUSPEND: Final = 0x0004
_SESSION_LEFT: Final = frozenset(
    {
        0x2,  # WTS_CONSOLE_DISCONNECT
        0x4,  # WTS_REMOTE_DISCONNECT
        0x6,  # WTS_SESSION_LOGOFF
        0x7,  # WTS_SESSION_LOCK
    }
)

_LOGIN: Final = "org.freedesktop.login1"
_LOGIN_PATH: Final = "/org/freedesktop/login1"
_SCREEN_SAVERS: Final = (
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)


def windows_tells_to_lock(message: int, wparam: int) -> bool:
    """Whether this message of Windows means that nobody sits in front of the session any more."""
    if message == WM_WTSSESSION_CHANGE:
        return wparam in _SESSION_LEFT
    return message == WM_POWERBROADCAST and wparam == _PBT_SUSPEND


def session_was_left(changed: Mapping[str, Any]) -> bool:
    """Whether these new properties of a session (org.freedesktop.login1.Session) mean the same on Linux."""
    return changed.get("LockedHint") is True or changed.get("Active") is False


def session_path(session_id: str) -> str:
    """Where the login service of Linux keeps a session: its name with every sign but letters and digits written out."""
    written = (
        sign if sign.isascii() and (sign.isalpha() or (sign.isdigit() and place)) else f"_{ord(sign):02x}"
        for place, sign in enumerate(session_id)
    )
    return f"{_LOGIN_PATH}/session/{''.join(written)}"


class SystemEvents(QObject):
    """`left`: lock now. Listens where the system tells; elsewhere it stays silent, and the idle time locks."""

    left = Signal()

    def start(self) -> bool:
        """Listen to both buses of a Linux desktop. Whether there is any of them."""
        if not sys.platform.startswith("linux"):
            return False
        from PySide6.QtDBus import QDBusConnection

        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            self._hear(system, _LOGIN_PATH, f"{_LOGIN}.Manager", "PrepareForSleep", "on_told(bool)")
            session_id = os.environ.get("XDG_SESSION_ID", "")
            if session_id:
                path = session_path(session_id)
                self._hear(system, path, f"{_LOGIN}.Session", "Lock", "on_lock()")
                slot = "on_properties(QString,QVariantMap,QStringList)"
                self._hear(system, path, "org.freedesktop.DBus.Properties", "PropertiesChanged", slot)
        if session.isConnected():
            for interface, place in _SCREEN_SAVERS:
                self._hear(session, place, interface, "ActiveChanged", "on_told(bool)")
        return bool(system.isConnected() or session.isConnected())

    @Slot(bool)
    def on_told(self, begins: bool) -> None:
        """Sleep or the system's own lock begins, or ends: by then somebody else may sit here."""
        del begins
        self.left.emit()

    @Slot()
    def on_lock(self) -> None:
        """The session is to be locked."""
        self.left.emit()

    @Slot(str, "QVariantMap", "QStringList")
    def on_properties(self, _interface: str, changed: dict[str, Any], _dropped: list[str]) -> None:
        """Something about the session changed."""
        if session_was_left(changed):
            self.left.emit()

    def _hear(self, bus: Any, path: str, interface: str, name: str, slot: str) -> None:
        bus.connect("", path, interface, name, self, SLOT(slot))
