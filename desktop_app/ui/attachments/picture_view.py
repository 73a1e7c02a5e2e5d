"""One page as a picture, as wide as the view or larger."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_app.domain.letters import PageImage

_MARGIN: Final = 12


class PictureView(QScrollArea):
    """Shows a page; at zoom 1 all of its width is seen. Arrows and Page Down scroll. Nothing of the file is decoded
    here: the pixels come from the child process.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._zoom = 1.0
        self._paper = _Paper()
        self.setWidget(self._paper)

    @property
    def is_empty(self) -> bool:
        """Whether no page is shown."""
        return self._paper.page.isNull()

    def show_page(self, image: PageImage) -> None:
        """Show this page from its top."""
        picture = QImage(image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGB32).copy()
        self._paper.page = QPixmap.fromImage(picture)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def set_zoom(self, zoom: float) -> None:
        """Show the page `zoom` times as wide as the view."""
        self._zoom = zoom
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the page as wide as the view wants it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        page = self._paper.page
        if page.isNull():
            self._paper.resize(0, 0)
            return
        room = max(self.viewport().width() - 2 * _MARGIN, 1)
        own = page.width() / self.devicePixelRatioF()
        width = int(min(room, own) * self._zoom)
        self._paper.resize(width + 2 * _MARGIN, max(width * page.height() // page.width(), 1) + 2 * _MARGIN)
        self._paper.update()


class _Paper(QWidget):
    """The page, drawn in the size of the widget."""

    def __init__(self) -> None:
        super().__init__()
        self.page = QPixmap()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), self.page)
        painter.end()
