"""Icons in the colours of the theme on screen, drawn anew when the theme changes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desktop_app import settings
from desktop_app.ui.common import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap

SIZE: Final = 18
_SCALES: Final = (1, 2)
_PAD: Final = 6
ALONE: Final = "iconAlone"
"""The property of a button that has no words beside its icon."""
_PROPERTY: Final = "iconInTheme"


def icon(name: str, tint: str = "text", size: int = SIZE, pad: int = 0) -> QIcon:
    """The icon resources/icons/<name>.svg in a colour of the theme, `size` pixels wide and `pad` free on its right."""
    return _drawn(name, tokens.colour(tint), tokens.colour("muted"), size, pad)


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
    if isinstance(widget, QLabel):
        widget.setPixmap(icon(name, tint, size).pixmap(size, size))
        return
    from PySide6.QtCore import QSize

    # Qt sets the words of a button close to its icon: the air between them belongs to the picture.
    pad = 0 if widget.property(ALONE) else _PAD
    widget.setIcon(icon(name, tint, size, pad))
    widget.setIconSize(QSize(size + pad, size))


@cache
def _drawn(name: str, colour: str, disabled: str, size: int, pad: int) -> QIcon:
    from PySide6.QtGui import QIcon

    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(_pixmap(name, colour, size, pad, scale))
        made.addPixmap(_pixmap(name, disabled, size, pad, scale), QIcon.Mode.Disabled)
    return made


def _pixmap(name: str, colour: str, size: int, pad: int, scale: int) -> QPixmap:
    from PySide6.QtCore import QByteArray, QRectF, Qt
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer

    picture = (settings.resources_dir() / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    pixmap = QPixmap((size + pad) * scale, size * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(picture.encode())).render(painter, QRectF(0, 0, size * scale, size * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
