"""The logo of the centre: what the letterhead shows, another picture, none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError, InvalidInput, Message
from desktop_app.i18n import N_, _
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.file_choice import choose_to_open
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.context import Context

if TYPE_CHECKING:
    from desktop_app.domain.changes import Saved
    from desktop_app.services.files import OpenFile

_WIDTH: Final = 240
_HEIGHT: Final = 72
_KINDS: Final = ".png *.jpg *.jpeg"
_HINT: Final = N_("PNG or JPEG, 1 MB at most; it is made small and stands above the name.")
_REMOVED: Final = N_("New letters have no logo. Letters that are made already keep the one they have.")


class LogoPanel(QWidget):
    """The picture as it stands above the name of the centre, with the buttons of those who may change it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.title = PlainLabel(N_("Logo on letters"), self, role="field")
        self.picture = _Picture(self)
        self.none = PlainLabel(N_("Letters have no logo."), self, role="muted", wrap=True)
        hint = PlainLabel(_HINT, self, role="hint", wrap=True)
        self.note = Note(self, tone="danger")
        self.note.hide()
        self.choose_button = Button(N_("Choose a picture …"), self, icon="folder")
        self.remove_button = Button(N_("Remove the logo …"), self, icon="trash-2")
        may = context.may(Action.CHANGE_CENTRE)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choose_button)
        row.addWidget(self.remove_button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.picture, self.none, hint, self.note):
            column.addWidget(widget)
        column.addLayout(row)
        self.choose_button.setVisible(may)
        self.remove_button.setVisible(may)
        self.choose_button.clicked.connect(self.choose)
        self.remove_button.clicked.connect(self.ask_to_remove)
        self._show(b"")

    def refresh(self) -> None:
        """Read the logo anew."""
        self._context.background.run(_read, self._context.file, owner=self, on_done=self._show)

    def choose(self) -> None:
        """Ask for a picture outside the file."""
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation) or Path.home()
        choose_to_open(self, N_("Logo on letters"), Path(start), _KINDS, self.take)

    def take(self, path: Path) -> None:
        """Put this picture on the letterhead."""
        self.note.show_message(None)
        self._context.background.run(
            _take,
            self._context.file,
            path,
            owner=self,
            on_done=self._on_saved,
            on_error=self._on_refused,
            label=Message(N_("Reading the picture …")),
        )

    def ask_to_remove(self) -> Dialog:
        """Ask whether letters shall have no logo."""
        return ask(self, N_("Remove the logo"), Message(_REMOVED), N_("Remove"), self._remove)

    def _remove(self) -> None:
        self._context.background.run(_remove, self._context.file, owner=self, on_done=self._on_saved)

    def _on_saved(self, _saved: Saved) -> None:
        self._context.bus.said.emit(Message(N_("The letterhead was saved.")))
        self.refresh()

    def _on_refused(self, error: AppError) -> None:
        said = error.problems[0].message if isinstance(error, InvalidInput) else error.message
        self.note.show_message(said)

    def _show(self, content: bytes) -> None:
        image = QImage.fromData(content) if content else QImage()
        self.picture.setVisible(not image.isNull())
        self.none.setVisible(image.isNull())
        self.remove_button.setEnabled(bool(content))
        if image.isNull():
            return
        self.picture.show_picture(image)
        self.picture.setAccessibleName(_("Logo on letters"))


class _Picture(QWidget):
    """A picture in a box, never larger than it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.shown = QPixmap()

    def show_picture(self, image: QImage) -> None:
        ratio = self.devicePixelRatioF()
        shape, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.shown = QPixmap.fromImage(image)
        if image.width() > _WIDTH * ratio or image.height() > _HEIGHT * ratio:
            self.shown = self.shown.scaled(int(_WIDTH * ratio), int(_HEIGHT * ratio), shape, smooth)
        self.shown.setDevicePixelRatio(ratio)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.shown)
        painter.end()


def _read(file: OpenFile) -> bytes:
    from desktop_app.services import centre

    return centre.logo(file)


def _take(file: OpenFile, path: Path) -> Saved:
    from desktop_app.services import centre

    return centre.set_logo_from(file, path)


def _remove(file: OpenFile) -> Saved:
    from desktop_app.services import centre

    return centre.remove_logo(file)
