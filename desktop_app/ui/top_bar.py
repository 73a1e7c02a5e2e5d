"""The top bar: search, language, who is signed in, lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop_app.i18n import N_, _
from desktop_app.ui.common import blur
from desktop_app.ui.common.buttons import IconButton
from desktop_app.ui.common.icons import set_icon
from desktop_app.ui.common.languages import LanguageSwitch
from desktop_app.ui.common.lock_key import LOCK_KEY
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.help.limits_dialog import LimitsDialog
from desktop_app.ui.help.messages_dialog import MessagesDialog
from desktop_app.ui.search_box import SearchBox

if TYPE_CHECKING:
    from desktop_app.ui.context import Context


class NamesButton(IconButton):
    """Hides names everywhere, or shows them again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("eye", N_("Hide names"), parent, shortcut="Ctrl+Shift+H")
        self.setCheckable(True)
        self.texts.redraw(self._write)
        self.clicked.connect(blur.hide_names)

    def _write(self) -> None:
        self.setChecked(blur.names_hidden())
        set_icon(self, "eye-off" if blur.names_hidden() else "eye")


class TopBar(QFrame):
    """What can be reached from every page."""

    lock_requested = Signal()
    sign_out_requested = Signal()
    password_requested = Signal()
    keys_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search = SearchBox(context, self)
        self.search.setMinimumWidth(240)
        self.search.setMaximumWidth(560)
        self.languages = LanguageSwitch(self)
        self.user = QToolButton(self)
        self.user.setText(context.file.staff.full_name.replace("&", "&&"))
        self.user.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.user.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.user.setMaximumWidth(260)
        set_icon(self.user, "user")
        self.user.setMenu(self._build_menu())
        self.names = NamesButton(self)
        lock = IconButton("lock", N_("Lock"), self, shortcut=LOCK_KEY)
        lock.clicked.connect(self.lock_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.search, 1)
        row.addStretch()
        row.addWidget(self.names)
        row.addWidget(self.languages)
        row.addWidget(self.user)
        row.addWidget(lock)
        find = QShortcut(QKeySequence("Ctrl+K"), self)
        find.activated.connect(self._on_find)

    def show_messages(self) -> MessagesDialog:
        """Show what to do when something goes wrong."""
        dialog = MessagesDialog(self.window())
        dialog.open()
        return dialog

    def show_limits(self) -> LimitsDialog:
        """Show where the help of the program ends."""
        dialog = LimitsDialog(self.window())
        dialog.open()
        return dialog

    def _build_menu(self) -> QMenu:
        menu = QMenu(self.user)
        self._actions: list[tuple[QAction, str]] = []
        for title, wish in (
            (N_("Keys (F1) …"), self.keys_requested),
            (N_("What to do when …"), self.show_messages),
            (N_("What this program cannot protect you from"), self.show_limits),
            (N_("Change password …"), self.password_requested),
            (N_("Sign out"), self.sign_out_requested),
        ):
            action = QAction(menu)
            action.triggered.connect(wish)
            menu.addAction(action)
            self._actions.append((action, title))
        Texts(menu).redraw(self._write_menu)
        return menu

    def _write_menu(self) -> None:
        for action, msgid in self._actions:
            action.setText(_(msgid))

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
