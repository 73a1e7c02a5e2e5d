"""Pages of a letter, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.letters import PageImage
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, ngettext
from desktop_app.ui.common import blur
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.texts import Texts

_MARGIN: Final = 16
_HIDDEN: Final = N_("Names are hidden. Hold the mouse button here to see the page.")


class PageView(QScrollArea):
    """Shows pictures of pages as wide as itself; the arrows and Page Down scroll. `hint` says why none is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        inside = self._inside = QWidget()
        self.hint = PlainLabel(N_("The letter is drawn here."), inside, role="muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._paper = _Paper(inside)
        self.more = PlainLabel(parent=inside, role="muted", wrap=True)
        self.more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.more.hide()
        self._more_pages = 0
        column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addWidget(self.hint)
        column.addWidget(self._paper)
        column.addWidget(self.more)
        column.addStretch()
        self.setWidget(inside)
        self._texts = Texts(self)

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return len(self._paper.pages)

    def show_pages(self, pages: Sequence[PageImage], more: int = 0, *, keeps_place: bool = False) -> None:
        """Show these pages instead; `more` pages of the letter are not drawn. `keeps_place`: scrolled as before."""
        place = self.verticalScrollBar().value() if keeps_place else 0
        self._more_pages = more
        self._paper.pages = [_picture(page) for page in pages]
        self.hint.setVisible(not pages)
        self._paper.setVisible(bool(pages))
        self._texts.redraw(self._write_name)
        self._fit()
        # The layout learns of the new height later; what is asked for before would be cut to the old one.
        self._inside.resize(self._inside.width(), self._inside.sizeHint().height())
        self.verticalScrollBar().setValue(place)

    def say(self, message: Message) -> None:
        """Say something above the pages, which stay."""
        self.hint.set_message(message)
        self.hint.show()

    def clear(self) -> None:
        """Show nothing."""
        self.show_pages(())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the pages as wide as the view."""
        super().resizeEvent(event)
        self._fit()

    def _write_name(self) -> None:
        more = self._more_pages
        self.setAccessibleName(ngettext("Letter of %(n)d page", "Letter of %(n)d pages", self.count + more))
        self.more.setVisible(more > 0)
        self.more.setText(ngettext("%(n)d more page is in the PDF.", "%(n)d more pages are in the PDF.", more))

    def _fit(self) -> None:
        self._paper.fit(self.viewport().width() - 2 * _MARGIN)


class _Paper(QWidget):
    """The pages drawn below one another, never larger than they were made."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pages: list[QPixmap] = []
        self._drawn: list[QPixmap] = []
        self._held = False
        Texts(self).redraw(self.update)

    def fit(self, width: int) -> None:
        ratio = self.devicePixelRatioF()
        room = max(int(width * ratio), 1)
        smooth = Qt.TransformationMode.SmoothTransformation
        self._drawn = [page.scaledToWidth(min(room, page.width()), smooth) for page in self.pages]
        for page in self._drawn:
            page.setDevicePixelRatio(ratio)
        self.setFixedHeight(sum(_height(page) + _MARGIN for page in self._drawn))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._show_held(event, held=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._show_held(event, held=False)

    def _show_held(self, event: QMouseEvent, *, held: bool) -> None:
        """A page that is held shows itself even where names are hidden."""
        self._held = held
        self.update()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        if blur.names_hidden() and not self._held and self._drawn:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, _(_HIDDEN))
            painter.end()
            return
        top = 0
        for page in self._drawn:
            left = (self.width() - int(page.width() / page.devicePixelRatio())) // 2
            if top < event.rect().bottom() + 1 and top + _height(page) > event.rect().top():
                painter.drawPixmap(left, top, page)
            top += _height(page) + _MARGIN
        painter.end()


def _height(page: QPixmap) -> int:
    return int(page.height() / page.devicePixelRatio())


def _picture(page: PageImage) -> QPixmap:
    image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()
    return QPixmap.fromImage(image)
