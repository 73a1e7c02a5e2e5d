"""The steps of the first start, each a small form."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.centre import NewStaffMember, Role
from desktop_app.errors import Message, Problem
from desktop_app.i18n import LANGUAGES, N_, language
from desktop_app.ui.background import Background
from desktop_app.ui.common import languages
from desktop_app.ui.common.buttons import Button, LinkButton
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.passwords import PasswordField
from desktop_app.ui.common.phrase_link import PhraseLink
from desktop_app.ui.common.text_field import TextField
from desktop_app.ui.sign_in.recovery import NOT_THE_SAME


class LanguageStep(QWidget):
    """Three buttons, each in its own language. `chosen(code)`; the others open a file, or put a backup in its place."""

    chosen = Signal(str)
    existing_requested = Signal()
    restore_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = _column(self)
        self.buttons: dict[str, Button] = {}
        group = QButtonGroup(self)
        for code in LANGUAGES:
            button = Button("", self, role="choice")
            # A language's own name is the same in every interface.
            button.setText(languages.OWN_NAMES[code])
            button.setCheckable(True)
            button.setMinimumHeight(48)
            button.setChecked(code == language())
            button.setProperty("language", code)
            group.addButton(button)
            self.buttons[code] = button
            column.addWidget(button)
        group.buttonClicked.connect(self._on_clicked)
        existing = LinkButton(N_("Open an existing file …"), self, icon="folder")
        existing.clicked.connect(self.existing_requested)
        column.addSpacing(16)
        column.addWidget(existing, 0, Qt.AlignmentFlag.AlignLeft)
        restore = LinkButton(N_("Restore from a backup …"), self, icon="rotate-ccw")
        restore.clicked.connect(self.restore_requested)
        column.addWidget(restore, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def _on_clicked(self, button: Button) -> None:
        code = str(button.property("language"))
        languages.use(code)
        self.chosen.emit(code)


class UserStep(Form):
    """The first user, an administrator, with a password typed twice. Its fields are named as in NewStaffMember."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent, columns=2)
        self.password = PasswordField(self)
        self.again = PasswordField(self)
        self.add("full_name", N_("Full name"), TextField(self), hint=N_("As it is signed under letters."))
        self.add("login", N_("User name"), TextField(self), hint=N_("Short, for signing in; for example aigul."))
        first = self.add(
            "password",
            N_("Password"),
            self.password,
            hint=N_("At least 12 characters. Four or five words in a row are easy to remember and hard to guess."),
        )
        second = self.add("again", N_("Password once more"), self.again)
        self.phrase = PhraseLink(self.password, background, self)
        self.add_widget(self.phrase)
        self.password.hinted.connect(first.set_hint)
        self.again.hinted.connect(second.set_hint)

    def member(self) -> NewStaffMember:
        """The first user as typed."""
        values = self.values()
        return NewStaffMember(values["login"], values["full_name"], Role.ADMINISTRATOR, values["password"])

    def problems_here(self) -> tuple[Problem, ...]:
        """What can be told without asking the services."""
        if self.password.value() != self.again.value():
            return (Problem("again", Message(NOT_THE_SAME)),)
        return ()


class PlaceStep(Form):
    """Where the file is put: at `path` unless the user says otherwise."""

    def __init__(self, parent: QWidget | None = None, *, path: Path | None = None) -> None:
        super().__init__(parent, columns=1)
        self._path = TextField(self)
        self.add(
            "path",
            N_("File of the centre"),
            self._path,
            hint=N_("Everything is kept in this one file, encrypted. It can be moved and copied like any other file."),
        )
        self._path.set_value(str(path.absolute() if path else settings.default_file()))
        choose = Button(N_("Choose a place …"), self, icon="folder")
        choose.clicked.connect(self._on_choose)
        row = QHBoxLayout()
        row.addWidget(choose)
        row.addStretch()
        holder = QWidget(self)
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.add_widget(holder)

    def path(self) -> Path:
        """The path as typed, with the suffix of the program."""
        typed = Path(self._path.value()).expanduser()
        return typed if typed.suffix else typed.with_suffix(settings.FILE_SUFFIX)

    def problems_here(self) -> tuple[Problem, ...]:
        """The path must be whole."""
        typed = self._path.value()
        if typed and Path(typed).expanduser().is_absolute():
            return ()
        return (Problem("path", Message(N_("Choose a place for the file."))),)

    def _on_choose(self) -> None:
        suggested = self.path() if self._path.value() else settings.default_file()
        choose_to_save(self, N_("Choose a place for the file"), suggested, settings.FILE_SUFFIX, self._on_path)

    def _on_path(self, path: Path) -> None:
        self._path.set_value(str(path))


class CodeStep(QWidget):
    """The recovery code, shown this once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = ""
        column = _column(self)
        column.addWidget(
            PlainLabel(
                N_(
                    "This recovery code opens the file when a password is forgotten. Write it on paper and keep it "
                    "under lock, away from this computer. It is never shown again."
                ),
                self,
                wrap=True,
            )
        )
        self._label = PlainLabel(parent=self, role="code", wrap=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setMargin(16)
        column.addWidget(self._label)
        warning = Note(self, tone="warn")
        warning.show_message(Message(N_("Without a password and without this code nobody can open the file again.")))
        column.addWidget(warning)
        column.addStretch()

    def show_code(self, code: str) -> None:
        """Show the code in groups."""
        self.code = code
        self._label.show_text(code)


class TypeBackStep(Form):
    """The code is typed back, so that it was surely written down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, columns=1)
        self.typed = TextField(self)
        self.add(
            "code",
            N_("Recovery code from your paper"),
            self.typed,
            hint=N_("Capital and small letters are the same; spaces and hyphens may be left out."),
        )

    def problems_for(self, code: str) -> tuple[Problem, ...]:
        """Whether the code that was typed is this one."""
        if _plain(self.typed.value()) == _plain(code):
            return ()
        return (Problem("code", Message(N_("This is not the code that was shown. Compare it with your paper."))),)


def _plain(code: str) -> str:
    return re.sub(r"[\s\-–—]", "", code).upper()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    return column
