"""Everything that can float above the window when it is locked."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QMessageBox, QWidget

from desktop_app import ui
from desktop_app.errors import AppError, Message
from desktop_app.ui.common.dialogs import Dialog, ask, tell
from desktop_app.ui.common.file_choice import choose_to_open, choose_to_save
from desktop_app.ui.keys_dialog import KeysDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.messages import show_error, show_fault
from desktop_app.ui.search_box import Hit
from desktop_app.ui.sign_in.password_dialog import PasswordDialog


def seen(window: MainWindow) -> list[QWidget]:
    """Everything on screen that is neither the window nor part of its lock."""
    lock = window.lock_screen
    assert lock is not None
    own = [each for each in window.findChildren(QWidget) if each.isVisible()]
    others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and not _of_a_window(each)]
    return [each for each in (*own, *others) if each is not lock and not lock.isAncestorOf(each)]


def _of_a_window(widget: QWidget) -> bool:
    """Whether it is a window of the program or belongs to one: to ours, or to one of an earlier test."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, MainWindow):
        above = above.parentWidget()
    return above is not None


def dialog_classes() -> list[type[Dialog]]:
    """Every kind of dialog of the program."""
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    found: list[type[Dialog]] = [Dialog]
    for kind in found:
        found += [each for each in kind.__subclasses__() if each.__module__.startswith(ui.__name__)]
    return sorted(set(found[1:]), key=lambda kind: kind.__qualname__)


def stand_in(kind: type[Dialog], parent: QWidget) -> Dialog:
    """A dialog of this class without what it shows: all that decides how it hides."""

    def plain(self: Dialog) -> None:
        Dialog.__init__(self, parent, "Cases")

    made: Dialog = type(kind.__name__, (kind,), {"__init__": plain, "showEvent": Dialog.showEvent})()
    made.open()
    return made


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.addAction("Open")
    menu.popup(parent.mapToGlobal(parent.rect().center()))
    return menu


def _choice(parent: QWidget) -> QComboBox:
    assert isinstance(parent, MainWindow)
    box = QComboBox(parent.workspace)
    box.addItems(["one", "two"])
    box.show()
    box.showPopup()
    return box


def _above_another(parent: QWidget) -> QWidget:
    return tell(tell(parent, "Cases", Message("One")), "Cases", Message("Two"))


def _of_no_window(parent: QWidget) -> QWidget:
    return tell(None, "Cases", Message("Of no window"))


def _box(parent: QWidget) -> QWidget:
    box = QMessageBox(QMessageBox.Icon.Warning, "Cases", "Open", parent=parent)
    box.open()
    return box


def _found(parent: QWidget) -> QWidget:
    assert isinstance(parent, MainWindow)
    assert parent.workspace is not None
    search = parent.workspace.bar.search
    search.show_hits([Hit("person", 1, "Нодира", "user")])
    return search.popup


def _keys(parent: QWidget) -> QWidget:
    dialog = KeysDialog(parent)
    dialog.open()
    return dialog


def _password(parent: QWidget) -> QWidget:
    assert isinstance(parent, MainWindow)
    assert parent.workspace is not None
    parent.workspace.bar.password_requested.emit()
    return parent.findChildren(PasswordDialog)[-1]


FLOATING: dict[str, Callable[[QWidget], QWidget]] = {
    "menu": _menu,
    "opened choice": _choice,
    "found people": _found,
    "dialog above another": _above_another,
    "dialog of no window": _of_no_window,
    "message box": _box,
    "a question": lambda parent: ask(parent, "Cases", Message("Sure?"), "Yes", print),
    "a question before a loss": lambda parent: ask(parent, "Cases", Message("Sure?"), "Yes", print, loses=True),
    "an error": lambda parent: show_error(parent, AppError("The disk is full.")),
    "a fault": lambda parent: show_fault(ZeroDivisionError(), parent),
    "the keys": _keys,
    "a new password": _password,
    "open a file": lambda parent: choose_to_open(parent, "Open", Path.home(), ".tirek", print),
    "save a file": lambda parent: choose_to_save(parent, "Save", Path.home() / "a.pdf", ".pdf", print),
}
