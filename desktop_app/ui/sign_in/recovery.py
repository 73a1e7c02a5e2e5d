"""A forgotten password: with an administrator, with the recovery code, or with two of the three recovery sheets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from desktop_app.errors import AppError, Message, Problem
from desktop_app.i18n import N_
from desktop_app.ui.background import Background
from desktop_app.ui.common.buttons import Button, LinkButton, PrimaryButton
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.passwords import PasswordField
from desktop_app.ui.common.phrase_link import PhraseLink
from desktop_app.ui.common.text_field import TextField
from desktop_app.ui.recovery.papers import PaperSteps, code_paper, sheet_papers
from desktop_app.ui.sign_in import calls
from desktop_app.ui.sign_in.frame import Frame
from desktop_app.ui.sign_in.wait_line import WaitLine

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile

NOT_THE_SAME = N_("The two passwords are not the same.")

_WITH_HELP, _WITH_CODE, _WITH_SHEETS = "help", "code", "sheets"
_WAYS: Final = {
    _WITH_HELP: (
        N_("With an administrator"),
        N_(
            "The quickest way. A colleague who is an administrator signs in and opens Settings, Staff, your name, New "
            "password. You type the new password yourself; the administrator does not learn it. Your cases stay as "
            "they are."
        ),
    ),
    _WITH_CODE: (
        N_("With the recovery code"),
        N_(
            "The recovery code was shown when the file was made, and written down on paper. It opens the file and lets "
            "you set a new password. At the end you write down a new code, and the old one no longer counts."
        ),
    ),
    _WITH_SHEETS: (
        N_("With two recovery sheets"),
        N_(
            "If your centre made recovery sheets, three people keep one each. Any two of them together open the file "
            "and let you set a new password. At the end you write down new sheets, and the old ones no longer count."
        ),
    ),
}
_FIELDS: Final = {_WITH_CODE: ("code",), _WITH_SHEETS: ("first_sheet", "second_sheet")}


class RecoveryScreen(Frame):
    """Three ways back. `opened(OpenFile)` when it worked; `left(path)` goes back."""

    opened = Signal(object)
    left = Signal(object)

    def __init__(self, background: Background, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(N_("Forgotten password"), parent, width=840)
        self._background = background
        self._path = path
        self._file: OpenFile | None = None
        self.ways = self._build_ways()
        self._about = PlainLabel(parent=self, role="muted", wrap=True)
        self.content.addWidget(self._about)
        self.form = self._build_form()
        self.content.addWidget(self.form)
        self.papers = PaperSteps(self)
        self.papers.hide()
        self.content.addWidget(self.papers)
        self.button = PrimaryButton(N_("Set the new password"), self)
        self.wait_line = WaitLine(self.button, self)
        self.content.addWidget(self.wait_line)
        self.content.addWidget(self.button)
        self.content.addLayout(self._build_links())
        self.button.clicked.connect(self.recover)
        self.papers.finished.connect(self._on_written)
        self.show_way(_WITH_CODE)

    @property
    def way(self) -> str:
        """The way that is shown: help, code or sheets."""
        return next(name for name, button in self.ways.items() if button.isChecked())

    def show_way(self, name: str) -> None:
        """Explain a way (help, code or sheets) and ask for what it takes; everything typed stays."""
        self.ways[name].setChecked(True)
        self._about.set_text(_WAYS[name][1])
        self.form.clear_problems()
        self.form.setVisible(name != _WITH_HELP)
        self.button.setVisible(name != _WITH_HELP)
        for way, fields in _FIELDS.items():
            for field in fields:
                self.form.field(field).setVisible(way == name)

    def recover(self) -> None:
        """Open the file and set the password; once it is open, go on to the new papers."""
        if self._file is not None:
            self.papers.go_on()
            return
        if not self.button.isEnabled() or self.form.show_problems(self._problems()):
            return
        self.button.setEnabled(False)
        typed = self.form.values()
        call = calls.recover if self.way == _WITH_CODE else calls.recover_with_sheets
        secret = [typed[field] for field in _FIELDS[self.way]]
        self._background.run(
            call,
            self._path,
            *secret,
            typed["login"],
            typed["new_password"],
            owner=self,
            on_done=self._on_recovered,
            on_error=self._on_refused,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a field does what the main button does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.button.isVisibleTo(self):
            self.recover()
        else:
            super().keyPressEvent(event)

    def _build_ways(self) -> dict[str, Button]:
        group, ways, row = QButtonGroup(self), {}, QHBoxLayout()
        row.setSpacing(8)
        for name, (title, _about) in _WAYS.items():
            button = Button(title, self, role="choice")
            button.setCheckable(True)
            button.setProperty("way", name)
            group.addButton(button)
            row.addWidget(button, 1)
            ways[name] = button
        self.content.addLayout(row)
        group.buttonClicked.connect(self._on_way)
        return ways

    def _build_form(self) -> Form:
        form = Form(self, columns=2)
        password = PasswordField(self)
        form.add("code", N_("Recovery code"), TextField(self), span=2)
        form.add("first_sheet", N_("One sheet"), TextField(self), span=2)
        form.add("second_sheet", N_("The other sheet"), TextField(self), span=2)
        form.add("login", N_("User name"), TextField(self), span=2)
        new = form.add("new_password", N_("New password"), password, hint=N_("At least 12 characters."))
        again = PasswordField(self)
        twice = form.add("again", N_("New password once more"), again)
        form.add_widget(PhraseLink(password, self._background, form))
        password.hinted.connect(new.set_hint)
        again.hinted.connect(twice.set_hint)
        return form

    def _build_links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.back = LinkButton(N_("Back"), self, icon="arrow-left")
        self.later = LinkButton(N_("Write it down later"), self)
        self.later.hide()
        self.back.clicked.connect(self._on_back)
        self.later.clicked.connect(self._enter)
        row.addWidget(self.back)
        row.addStretch()
        row.addWidget(self.later)
        return row

    def _problems(self) -> tuple[Problem, ...]:
        missing = {
            "code": N_("Type the recovery code."),
            "first_sheet": N_("Type the signs of one sheet."),
            "second_sheet": N_("Type the signs of the other sheet."),
            "login": N_("Type your user name."),
        }
        typed = self.form.values()
        asked = (*_FIELDS[self.way], "login")
        problems = [
            Problem(name, Message(words)) for name, words in missing.items() if name in asked and not typed[name]
        ]
        if typed["new_password"] != typed["again"]:
            problems.append(Problem("again", Message(NOT_THE_SAME)))
        return tuple(problems)

    def _on_way(self, button: QAbstractButton) -> None:
        self.show_way(str(button.property("way")))

    def _on_back(self) -> None:
        if self._file is None:
            self.left.emit(self._path)
        else:
            self.papers.go_back()

    def _on_recovered(self, file: OpenFile) -> None:
        """The file is open; what opened it is made anew before the work begins."""
        self._file = file
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._close_file)
        new = calls.new_code if self.way == _WITH_CODE else calls.new_sheets
        self._background.run(new, owner=self, on_done=self._on_new_papers, on_error=self._on_no_papers)

    def _on_new_papers(self, fresh: str | tuple[str, ...]) -> None:
        self.title.set_text(N_("The new password is set"))
        self._about.set_text(
            N_("What you just typed was seen at this desk. Write down what takes its place; the old one ends with it.")
        )
        for widget in (self.form, *self.ways.values()):
            widget.hide()
        self.papers.show()
        self.later.show()
        self.papers.show_papers(code_paper(fresh) if isinstance(fresh, str) else sheet_papers(fresh))
        self.button.set_text(N_("Next"))
        self.button.setEnabled(True)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_written(self) -> None:
        codes = tuple(paper.code for paper in self.papers.papers)
        fresh = codes[0] if self.way == _WITH_CODE else codes
        self.button.setEnabled(False)
        self._background.run(
            calls.reissue, self._file, fresh, owner=self, on_done=self._on_reissued, on_error=self._on_not_reissued
        )

    def _on_reissued(self, _nothing: object) -> None:
        self._enter()

    def _on_not_reissued(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.papers.show_error(error.message)

    def _on_no_papers(self, _error: AppError) -> None:
        self._enter()

    def _enter(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            self.opened.emit(file)

    def _close_file(self) -> None:
        """The window was closed over the new papers: the worker has ended, so it is done here."""
        file, self._file = self._file, None
        if file is not None:
            calls.close(file)

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.form.clear_problems()
        if not self.wait_line.takes(error):
            self.form.show_error(error)
