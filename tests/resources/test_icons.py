"""Every icon can be drawn, and its licence lies beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop_app.settings import resources_dir

ICONS = sorted((resources_dir() / "icons").glob("*.svg"))


def test_there_are_icons_with_their_licence() -> None:
    assert len(ICONS) >= 30
    assert "ISC License" in (resources_dir() / "icons" / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_icon_draws_something(icon: Path, qapp: QGuiApplication) -> None:
    renderer = QSvgRenderer(str(icon))
    assert renderer.isValid()
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))
