from __future__ import annotations

import os
import shutil
import subprocess
import sys
from ctypes import addressof, wintypes

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.ui import windows_session
from desktop_app.ui.system_events import (
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    SystemEvents,
    session_path,
    session_was_left,
    windows_tells_to_lock,
)
from tests.architecture import sources

_WM_KEYDOWN = 0x0100


@pytest.mark.parametrize(
    ("message", "wparam", "locks"),
    [
        (WM_WTSSESSION_CHANGE, 0x7, True),
        (WM_WTSSESSION_CHANGE, 0x8, False),
        (WM_WTSSESSION_CHANGE, 0x2, True),
        (WM_WTSSESSION_CHANGE, 0x1, False),
        (WM_WTSSESSION_CHANGE, 0x4, True),
        (WM_WTSSESSION_CHANGE, 0x6, True),
        (WM_POWERBROADCAST, 0x4, True),
        (WM_POWERBROADCAST, 0x12, False),
        (_WM_KEYDOWN, 0x7, False),
    ],
    ids=str,
)
def test_what_windows_tells(message: int, wparam: int, locks: bool) -> None:
    assert windows_tells_to_lock(message, wparam) is locks


@pytest.mark.parametrize(
    ("kind", "wparam", "locks"),
    [(b"windows_generic_MSG", 7, True), (b"windows_generic_MSG", 8, False), (b"xcb", 7, False)],
)
def test_a_message_of_windows_is_read_where_it_lies(kind: bytes, wparam: int, locks: bool) -> None:
    message = wintypes.MSG(message=WM_WTSSESSION_CHANGE, wParam=wparam)
    assert windows_session.tells_to_lock(kind, addressof(message)) is locks


@pytest.mark.parametrize(
    ("changed", "left"),
    [
        ({"LockedHint": True}, True),
        ({"LockedHint": False}, False),
        ({"Active": False}, True),
        ({"Active": True}, False),
        ({"IdleHint": True}, False),
        ({}, False),
    ],
    ids=str,
)
def test_what_a_session_of_linux_tells(changed: dict[str, bool], left: bool) -> None:
    assert session_was_left(changed) is left


@pytest.mark.parametrize(("name", "path"), [("2", "_32"), ("c1", "c1"), ("12", "_312"), ("a-b", "a_2db")])
def test_where_a_session_is_kept(name: str, path: str) -> None:
    assert session_path(name) == f"/org/freedesktop/login1/session/{path}"


def test_whatever_begins_or_ends_locks(qapp: QApplication) -> None:
    events = SystemEvents()
    heard: list[int] = []
    events.left.connect(lambda: heard.append(1))
    events.on_told(True)
    events.on_told(False)
    events.on_lock()
    events.on_properties("org.freedesktop.login1.Session", {"Active": False}, [])
    events.on_properties("org.freedesktop.login1.Session", {"IdleHint": True}, [])
    assert len(heard) == 4


_PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from desktop_app.ui.system_events import SystemEvents
application = QCoreApplication([])
events, heard = SystemEvents(), []
events.left.connect(lambda: heard.append(1))
assert events.start()
other = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "other")
login, session = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_32"
sent = [
    (login, "org.freedesktop.login1.Manager", "PrepareForSleep", [True]),
    (session, "org.freedesktop.login1.Session", "Lock", []),
    (login + "/session/_33", "org.freedesktop.login1.Session", "Lock", []),
    (session, "org.freedesktop.DBus.Properties", "PropertiesChanged", ["x", {"Active": False}, ["a"]]),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True]),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", [True]),
]
for path, interface, name, arguments in sent:
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(arguments)
    other.send(message)
QTimer.singleShot(400, application.quit)
application.exec()
print(len(heard))
"""


_BUS = shutil.which("dbus-run-session") or ""


@pytest.mark.skipif(not _BUS, reason="no message bus on this computer")
def test_the_buses_of_a_desktop_are_heard() -> None:
    """The signals of the login service and of the screen savers, on a bus of our own that plays both."""
    program = f"import os; os.environ['DBUS_SYSTEM_BUS_ADDRESS'] = os.environ['DBUS_SESSION_BUS_ADDRESS']\n{_PROGRAM}"
    done = subprocess.run(
        [_BUS, "--", sys.executable, "-c", program],
        cwd=sources.ROOT,
        env={**os.environ, "XDG_SESSION_ID": "2"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == 5, "all but the session of another user"
