"""The looks of the whole program: fonts, palette and style sheet of the light or the dark theme."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app import settings
from desktop_app.ui.common import icons, tokens

THEMES: Final = ("system", "light", "dark")
BODY_PIXELS: Final = 14
GRID: Final = 8
_STYLE: Final = "fusion"
_FAMILY: Final = "Noto Sans"
_ROLES: Final = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "base"),
    (QPalette.ColorRole.AlternateBase, "window"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "base"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.ToolTipBase, "base"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Link, "accent"),
)


def load_fonts() -> None:
    """Bring the fonts that hold every letter of Kazakhstan and its neighbours, and use them."""
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(settings.resources_dir() / "fonts" / f"NotoSans-{weight}.ttf"))
    font = QFont(_FAMILY)
    font.setPixelSize(BODY_PIXELS)
    QApplication.setFont(font)


def dress(theme: str) -> None:
    """Show the whole program in `theme` (system, light, dark); any other word means system."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    tokens.show(theme if theme in ("light", "dark") else _of_system())
    if not app.styleSheet() and QApplication.style().name() != _STYLE:
        QApplication.setStyle(_STYLE)
    QApplication.setPalette(_palette())
    app.setStyleSheet(style_sheet(tokens.shown()))
    icons.renew()


def follow_system() -> None:
    """Change with the system between light and dark, while the preferences say so."""
    QApplication.styleHints().colorSchemeChanged.connect(_on_scheme_changed)


def _on_scheme_changed(_scheme: Qt.ColorScheme) -> None:
    if settings.Preferences.read().theme == "system":
        dress("system")


def style_sheet(name: str) -> str:
    """The style sheet of a theme (light or dark), its tokens filled in."""
    folder = settings.resources_dir() / "style"
    words = tokens.table(name) | {"arrow": f'"{(folder / f"arrow-{name}.svg").as_posix()}"'}
    template = (folder / "tirek.qss").read_text("utf-8")
    return re.sub(r"@([a-z_]+)", lambda match: words[match[1]], template)


def _of_system() -> str:
    return "dark" if QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _palette() -> QPalette:
    palette = QPalette()
    for role, token in _ROLES:
        palette.setColor(role, QColor(tokens.colour(token)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.colour("muted")))
    return palette
