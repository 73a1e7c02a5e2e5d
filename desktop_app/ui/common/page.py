"""The frame of a screen: a title with its buttons, and what it shows below."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.common.labels import PlainLabel

_AROUND: Final = 64
"""What stays in view above and below, in pixels: the name of a field, and the problem under it."""


class Page(QWidget):
    """A screen with a title line. Put widgets into `content`, buttons with `add_action` (primary one last).

    With `scrolls` the content scrolls up and down when the window is low.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, scrolls: bool = False) -> None:
        super().__init__(parent)
        # A name of a person or a firm may be long: it goes on in a second line.
        self.title = PlainLabel(title, self, role="title", wrap=True)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.title, 1)
        self.content = QVBoxLayout()
        self.content.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addLayout(self.head)
        if scrolls:
            column.addWidget(scrolling(self.content, self), 1)
        else:
            column.addLayout(self.content, 1)

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right end of the title line."""
        self.head.addWidget(widget)


class _Scrolls(QScrollArea):
    """An area that Tab passes over when something inside it can be reached: its own focus could not be seen."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What is inside is known by now."""
        super().showEvent(event)
        content = self.widget()
        inside = content.findChildren(QWidget) if content is not None else []
        if any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in inside):
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def scrolling(content: QVBoxLayout, parent: QWidget) -> QScrollArea:
    """A borderless area that scrolls `content` up and down."""
    inside = QWidget()
    inside.setLayout(content)
    content.setContentsMargins(0, 0, 8, 0)
    area = _Scrolls(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever areas this widget lies in until it is seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, _AROUND)
        above = above.parentWidget()
