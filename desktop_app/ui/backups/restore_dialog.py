"""Restoring from a backup, from the sign-in screen: choose, look inside, and only then put it in place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.backups import Backup
from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_, interface, language
from desktop_app.ui.background import Background
from desktop_app.ui.backups import calls, columns
from desktop_app.ui.backups.salvage_report import SalvageReport
from desktop_app.ui.backups.words import path_of
from desktop_app.ui.common.buttons import Button, LinkButton, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog, ask
from desktop_app.ui.common.file_choice import choose_folder, choose_to_open
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import EmptyHint, Note, PlainLabel
from desktop_app.ui.common.passwords import PasswordField
from desktop_app.ui.common.table import Table
from desktop_app.ui.common.text_field import TextField
from desktop_app.ui.common.texts import Texts

if TYPE_CHECKING:
    from desktop_app.domain.backup_contents import Inside

_SURE: Final = N_(
    "The backup takes the place of the file %(name)s. The former file stays beside it under another name, so nothing "
    "is lost for good."
)
_SURE_TO_SAVE: Final = N_(
    "Choose this when no good backup is left. Everything readable of the file %(name)s is copied into a new file in "
    "its place, and what was lost is named. The damaged file stays beside it under another name."
)
_DONE: Final = N_("The backup is in place. Sign in to it with the password of the day it was made.")
_DONE_ASIDE: Final = N_(
    "The backup is in place. Sign in to it with the password of the day it was made. The former file is now %(path)s."
)


class RestoreDialog(Dialog):
    """The backups of a folder, a login with its password, and what a look inside has found.

    `restored(path)`: the file at `path` is now the one of the backup.
    """

    restored = Signal(object)

    def __init__(self, background: Background, live: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Restore from a backup"), width=980)
        self._background = background
        self._live = live
        self._folder = live.parent
        self._wanted: Path | None = None
        self._inside: Inside | None = None
        self.folder = PlainLabel(parent=self, wrap=True)
        self.table = Table(
            columns.of_a_folder(), self, empty=EmptyHint(N_("There is no backup in this folder. Choose another."))
        )
        self.table.setMinimumHeight(220)
        self.login = TextField(self)
        self.password = PasswordField(self)
        self.form = Form(self, columns=2)
        self.form.add("login", N_("User name"), self.login)
        field = self.form.add("password", N_("Password"), self.password, hint=_OF_THAT_DAY)
        self.password.hinted.connect(field.set_hint)
        self.found = Note(self)
        self.found.hide()
        self.body.addLayout(self._build_folder_row())
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.form)
        self.body.addWidget(self.found)
        self.salvage_button = LinkButton(N_("Save what is readable of a damaged file …"), self)
        self.body.addWidget(self.salvage_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.close_button = self.add_cancel()
        self.put_button = self.add_button(Button(N_("Put this backup in place …"), self), self.ask_to_put)
        self.look_button = self.add_button(PrimaryButton(N_("Look inside"), self, icon="eye"), self.look)
        self._connect()
        Texts(self).redraw(self._write_found)
        background.run(calls.usual_folder, live, owner=self, on_done=self.show_folder)

    def show_folder(self, folder: Path) -> None:
        """List the backups of this folder."""
        self._folder = folder
        self.folder.set_text(N_("Backups in %(folder)s"), folder=folder)
        self._background.run(calls.listing, folder, owner=self, on_done=self._on_listed, on_error=self._on_refused)

    def show_file(self, path: Path) -> None:
        """Offer one file, wherever it lies."""
        self._wanted = path
        self.show_folder(path.parent)

    def look(self) -> None:
        """Open the chosen backup without changing anything, and say what is in it."""
        backup = self.table.current()
        if backup is None or not self.look_button.isEnabled() or self.form.show_problems(self._missing()):
            return
        self._wait(waiting=True)
        self._background.run(
            calls.look_inside,
            path_of(backup),
            self.login.value(),
            self.password.value(),
            self._live,
            owner=self,
            on_done=self._on_looked,
            on_error=self._on_refused,
        )

    def ask_to_put(self) -> Dialog:
        """Ask once more, and put the backup in place."""
        message = Message(_SURE, {"name": self._live.name})
        return ask(self, N_("Put this backup in place?"), message, N_("Put in place"), self.put, loses=True)

    def put(self) -> None:
        """Put the backup that was looked into in the place of the file."""
        backup = self.table.current()
        if backup is None or self._inside is None:
            return
        self._wait(waiting=True)
        self._background.run(
            calls.restore,
            path_of(backup),
            self._live,
            self.login.value(),
            self.password.value(),
            owner=self,
            on_done=self._on_restored,
            on_error=self._on_refused,
            label=Message(N_("Restoring …")),
        )

    def ask_to_salvage(self) -> Dialog | None:
        """Ask, and save what is readable of the file in use; None when login or password are missing."""
        if self.form.show_problems(self._missing()):
            return None
        message = Message(_SURE_TO_SAVE, {"name": self._live.name})
        title, yes = N_("Save what is readable?"), N_("Save what is readable")
        return ask(self, title, message, yes, self.salvage, loses=True)

    def salvage(self) -> None:
        """Put what is readable of the file in use in its place, and say what was lost."""
        backup = self.table.current()
        self._wait(waiting=True)
        self._background.run(
            calls.salvage,
            self._live,
            self.login.value(),
            self.password.value(),
            path_of(backup) if backup is not None and backup.is_good else None,
            owner=self,
            on_done=self._on_salvaged,
            on_error=self._on_refused,
            label=Message(N_("Saving what is readable …")),
        )

    def _build_folder_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        other = LinkButton(N_("Another folder …"), self)
        single = LinkButton(N_("A single file …"), self)
        other.clicked.connect(self._on_other_folder)
        single.clicked.connect(self._on_single_file)
        row.addWidget(self.folder, 1)
        row.addWidget(other, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(single, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _connect(self) -> None:
        self.table.chosen.connect(self._forget_inside)
        self.table.opened.connect(self._on_opened)
        self.form.changed.connect(self._forget_inside)
        self.password.returnPressed.connect(self.look)
        self.salvage_button.clicked.connect(self.ask_to_salvage)
        self.put_button.setEnabled(False)
        self.look_button.setEnabled(False)

    def _missing(self) -> tuple[Problem, ...]:
        missing = []
        if not self.login.value():
            missing.append(Problem("login", Message(N_("Type your user name."))))
        if not self.password.value():
            missing.append(Problem("password", Message(N_("Type your password."))))
        return tuple(missing)

    def _wait(self, *, waiting: bool) -> None:
        self.salvage_button.setEnabled(not waiting)
        self.look_button.setEnabled(not waiting and self.table.current() is not None)
        self.put_button.setEnabled(not waiting and self._inside is not None)
        self.close_button.setEnabled(not waiting)

    def _forget_inside(self) -> None:
        """What was found belongs to another choice."""
        self._inside = None
        self.found.hide()
        self._wait(waiting=False)

    def _write_found(self) -> None:
        if self._inside is not None:
            told = calls.sentences(self._inside, language())
            self.found.show_text("\n".join(each.text(interface()) for each in told), _tone(self._inside))

    def _on_listed(self, backups: tuple[Backup, ...]) -> None:
        self.table.set_rows(backups)
        wanted = [at for at, each in enumerate(backups) if path_of(each) == self._wanted]
        good = [at for at, each in enumerate(backups) if each.is_good]
        if backups:
            self.table.select_row((wanted or good or [0])[0])

    def _on_looked(self, inside: Inside) -> None:
        self._inside = inside
        self._wait(waiting=False)
        self._write_found()
        self.adjustSize()
        self.table.view.scrollTo(self.table.view.currentIndex())
        self.put_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, error: AppError) -> None:
        self._inside = None
        self._wait(waiting=False)
        self.found.show_message(error.message, "danger")

    def _on_restored(self, aside: Path | None) -> None:
        self._inside = None
        self.password.clear()
        message = Message(_DONE) if aside is None else Message(_DONE_ASIDE, {"path": aside})
        self.found.show_message(message, "good")
        for widget in (self.look_button, self.put_button, self.salvage_button, self.table, self.form):
            widget.setEnabled(False)
        self.close_button.setEnabled(True)
        self.close_button.set_text(N_("Close"))
        self.restored.emit(self._live)

    def _on_salvaged(self, told: tuple[tuple[str, ...], Path | None]) -> None:
        self._on_restored(told[1])
        SalvageReport(told[0], self).open()

    def _on_opened(self, _backup: Backup) -> None:
        self.look()

    def _on_other_folder(self) -> None:
        choose_folder(self, N_("Folder with backups"), _there(self._folder), self.show_folder)

    def _on_single_file(self) -> None:
        choose_to_open(self, N_("Choose a backup"), _there(self._folder), settings.FILE_SUFFIX, self.show_file)


_OF_THAT_DAY: Final = N_("The password of the day the backup was made.")


def _there(folder: Path) -> Path:
    return folder if folder.is_dir() else Path.home()


def _tone(inside: Inside) -> str:
    loses = inside.loss is None or not inside.loss.is_nothing
    return "warn" if loses and inside.in_use.value != "missing" else "info"
