"""Icons in the colours of the theme on screen, drawn anew when the theme changes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desktop_app import settings
from desktop_app.ui.common import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

SIZE: Final = 18
_SCALES: Final = (1, 2)
_PROPERTY: Final = "iconInTheme"


def icon(name: str, tint: str = "text", size: int = SIZE) -> QIcon:
    """The icon resources/icons/<name>.svg in a colour of the theme (a token), `size` pixels wide."""
    return _drawn(name, tokens.colour(tint), size)


def set_icon(widget: QAbstractButton | QLabel, name: str, tint: str = "text", size: int = SIZE) -> None:
    """Give a button or a label an icon that follows the theme."""
    widget.setProperty(_PROPERTY, [name, tint, size])
    _put(widget)


def renew() -> None:
    """Draw the icons of every widget in the colours that hold now."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton | QLabel) and widget.property(_PROPERTY):
            _put(widget)


def _put(widget: QAbstractButton | QLabel) -> None:
    name, tint, size = widget.property(_PROPERTY)
    drawn = icon(name, tint, size)
    if isinstance(widget, QLabel):
        widget.setPixmap(drawn.pixmap(size, size))
    else:
        widget.setIcon(drawn)


@cache
def _drawn(name: str, colour: str, size: int) -> QIcon:
    from PySide6.QtCore import QByteArray, Qt
    from PySide6.QtGui import QIcon, QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer

    picture = (settings.resources_dir() / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(picture.encode()))
    made = QIcon()
    for scale in _SCALES:
        pixmap = QPixmap(size * scale, size * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        made.addPixmap(pixmap)
    return made
