"""Pages of a letter, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.letters import PageImage
from desktop_app.i18n import N_
from desktop_app.ui.common.labels import PlainLabel


class PageView(QScrollArea):
    """Shows pictures of pages; Page Down and the arrows scroll. `busy` and `empty` say why nothing is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setSpacing(16)
        self._column.setContentsMargins(16, 16, 16, 16)
        self.setWidget(self._inside)
        self._labels: list[PlainLabel] = []
        self.hint = PlainLabel(N_("The letter is drawn here."), self._inside, role="muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self.hint)
        self._column.addStretch()

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return len(self._labels)

    def show_pages(self, pages: Sequence[PageImage]) -> None:
        """Show these pages instead."""
        self.clear()
        self.hint.setVisible(not pages)
        for at, page in enumerate(pages):
            label = PlainLabel(parent=self._inside)
            label.setPixmap(_picture(page, self.devicePixelRatioF()))
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.texts.set(label.setAccessibleName, N_("Page %(page)s of %(pages)s"), page=at + 1, pages=len(pages))
            self._labels.append(label)
            self._column.insertWidget(self._column.count() - 1, label)
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show nothing."""
        for label in self._labels:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        self.hint.show()


def _picture(page: PageImage, ratio: float) -> QPixmap:
    image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)
