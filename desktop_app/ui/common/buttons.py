"""Buttons whose words follow the language and that show their shortcut."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop_app.ui.common import blur
from desktop_app.ui.common.icons import ALONE, set_icon
from desktop_app.ui.common.texts import Texts, plain_tip

_LEAST_NAME = 96


class Button(QPushButton):
    """A button with a text of the program, an icon, and a shortcut that its tool tip shows.

    `role` is a look of the style sheet: primary (one a screen), link, choice. With `keys_elsewhere` the shortcut
    is only told, because the window itself listens to it.
    """

    def __init__(
        self,
        msgid: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        shortcut: str = "",
        role: str = "",
        keys_elsewhere: bool = False,
    ) -> None:
        super().__init__(parent)
        if role:
            self.setProperty("role", role)
        if icon:
            set_icon(self, icon, {"primary": "on_accent", "link": "accent"}.get(role, "text"))
        self.setAutoDefault(role == "primary")
        self._keys = QKeySequence(shortcut)
        self._keys_elsewhere = keys_elsewhere
        self.texts = Texts(self)
        if msgid:
            self.set_text(msgid)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that has the focus, as space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def set_text(self, msgid: str, **params: object) -> None:
        """Show another text of the program."""
        self.texts.set(self._show, msgid, **params)

    def _show(self, text: str) -> None:
        self.setText(text)
        if not self._keys.isEmpty():
            if not self._keys_elsewhere:
                # Qt drops a button's shortcut with every new text.
                self.setShortcut(self._keys)
            self.setToolTip(f"{text.replace('&', '')} ({self._keys.toString(QKeySequence.SequenceFormat.NativeText)})")


class PrimaryButton(Button):
    """The one button of a screen that Enter presses."""

    def __init__(
        self,
        msgid: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        shortcut: str = "",
        keys_elsewhere: bool = False,
    ) -> None:
        super().__init__(msgid, parent, icon=icon, shortcut=shortcut, role="primary", keys_elsewhere=keys_elsewhere)


class LinkButton(Button):
    """A quiet button that looks like a link; `show_text` puts a name of the file on it, cut with … where it is long."""

    def __init__(self, msgid: str, parent: QWidget | None = None, *, icon: str = "", shortcut: str = "") -> None:
        self._name = ""
        super().__init__(msgid, parent, icon=icon, shortcut=shortcut, role="link")

    def show_text(self, text: str) -> None:
        """Show a text of the file, the same in every language. The tool tip has all of it."""
        self.texts.forget(self._show)
        self.texts.set_text(self._write, partial(str, text))

    def show_name(self, text: str) -> None:
        """As `show_text` for a name, unless names are hidden."""
        self.texts.forget(self._show)
        self.texts.set_text(self._write, partial(blur.name, text))

    def _write(self, text: str) -> None:
        self._name = text
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)
        self._elide()
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the whole name."""
        hint = super().sizeHint()
        if self._name:
            metrics = self.fontMetrics()
            more = metrics.horizontalAdvance(self._name) - metrics.horizontalAdvance(self.text().replace("&&", "&"))
            hint.setWidth(hint.width() + max(more, 0))
        return hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A name may shrink, a text of the program may not."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _LEAST_NAME), hint.height()) if self._name else hint

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as much of the name as fits."""
        super().resizeEvent(event)
        if self._name:
            self._elide()

    def _elide(self) -> None:
        around = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self._name)
        # Widths of letters are fractions, their sum is a whole number: one pixel more, or the last letter goes.
        room = self.width() - around + 1
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, max(room, 24))
        self.setText(shown.replace("&", "&&"))


class IconButton(QToolButton):
    """A button with an icon alone; its text is the tool tip and what a screen reader says."""

    def __init__(self, icon: str, msgid: str, parent: QWidget | None = None, *, shortcut: str = "") -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._keys = QKeySequence(shortcut)
        self.setProperty(ALONE, True)
        if icon:
            set_icon(self, icon)
        self.texts = Texts(self)
        self.texts.set(self._show, msgid)

    def _show(self, text: str) -> None:
        self.setAccessibleName(text)
        if self._keys.isEmpty():
            self.setToolTip(text)
            return
        self.setShortcut(self._keys)
        self.setToolTip(f"{text} ({self._keys.toString(QKeySequence.SequenceFormat.NativeText)})")
