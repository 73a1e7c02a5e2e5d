"""The first start: language, centre, first user, place of the file, recovery code. The file is made at the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app import settings
from desktop_app.domain.centre import NewFile, NewStaffMember, Role
from desktop_app.errors import AppError, InvalidInput, Problem
from desktop_app.i18n import N_, language
from desktop_app.ui.background import Background
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.settings.centre_form import CentreForm
from desktop_app.ui.sign_in import calls
from desktop_app.ui.sign_in.frame import Frame
from desktop_app.ui.sign_in.sheets_step import SheetsStep
from desktop_app.ui.sign_in.steps import CodeStep, LanguageStep, PlaceStep, TypeBackStep, UserStep

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile

_TITLES: Final = (
    N_("Language"),
    N_("Your centre"),
    N_("First user"),
    N_("Place of the file"),
    N_("Recovery code"),
    N_("Type the recovery code"),
    N_("Recovery sheets"),
)
_CENTRE, _USER, _PLACE, _CODE, _TYPE_BACK, _SHEETS = range(1, 7)


class FirstStart(Frame):
    """Leads to a new file. `opened(OpenFile)` at the end; `existing_requested` opens a file instead.

    `restore_requested(path)`: a backup shall be put where the file would be.
    """

    opened = Signal(object)
    existing_requested = Signal()
    restore_requested = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, background: Background, parent: QWidget | None = None, *, path: Path | None = None) -> None:
        super().__init__(_TITLES[0], parent, width=760)
        self._background = background
        self._path = path or settings.default_file()
        self._where = PlainLabel(parent=self, role="muted")
        self.content.addWidget(self._where)
        self.language_step = LanguageStep(self)
        self.centre_step = CentreForm(self)
        self.user_step = UserStep(background, self)
        self.place_step = PlaceStep(self, path=path)
        self.code_step = CodeStep(self)
        self.type_back_step = TypeBackStep(self)
        self.sheets_step = SheetsStep(self)
        self._step = 0
        self._steps: tuple[QWidget, ...] = (
            *(self.language_step, self.centre_step, self.user_step),
            *(self.place_step, self.code_step, self.type_back_step, self.sheets_step),
        )
        for step in self._steps:
            self.content.addWidget(step)
        self.content.addLayout(self._build_buttons())
        self.language_step.chosen.connect(self._on_language)
        self.language_step.existing_requested.connect(self.existing_requested)
        self.language_step.restore_requested.connect(self._on_restore_requested)
        self.sheets_step.stepped.connect(self._name_next)
        self.sheets_step.papers.finished.connect(self._make)
        self.show_step(0)

    @property
    def step(self) -> int:
        """The step on screen, from 0."""
        return self._step

    def new_file(self) -> NewFile:
        """The file as it was described. InvalidInput when a field cannot be read."""
        return NewFile(language(), self.centre_step.centre(), self.user_step.member())

    def go_on(self) -> None:
        """Check this step and go to the next; the last one makes the file."""
        checks = (
            *(self._show_centre, self._check_centre, self._check_user),
            *(self._check_place, self._type_back, self._check_code, self._make_or_show_sheets),
        )
        if not self.next.isEnabled():
            return
        try:
            checks[self._step]()
        except InvalidInput as error:
            self._on_refused(error)

    def go_back(self) -> None:
        """Return to the step before; everything typed stays."""
        papers = self.sheets_step.papers
        if self.step == _SHEETS and not self.sheets_step.is_offer:
            if not papers.go_back():
                self.sheets_step.show_offer()
        elif self.step:
            self.show_step(self.step - 1)

    def _on_restore_requested(self) -> None:
        self.restore_requested.emit(self._path)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.back = Button(N_("Back"), self, icon="arrow-left")
        self.next = PrimaryButton(N_("Next"), self)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        row.addWidget(self.back)
        row.addStretch()
        row.addWidget(self.next)
        return row

    def show_step(self, step: int) -> None:
        """Show a step, counted from 0."""
        self._step = step
        for index, widget in enumerate(self._steps):
            widget.setVisible(index == step)
        self.title.set_text(_TITLES[step])
        self._where.set_text(N_("Step %(step)d of %(steps)d"), step=step + 1, steps=len(_TITLES))
        self.back.setVisible(step > 0)
        if step == _SHEETS and self.sheets_step.is_offer:
            self.sheets_step.show_offer()
        self._name_next()
        self._wait(waiting=False)
        form = self._steps[self._step]
        if isinstance(form, Form):
            form.clear_problems()
            form.focus_first()
        else:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a field goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _wait(self, *, waiting: bool) -> None:
        self.next.setEnabled(not waiting)
        self.back.setEnabled(not waiting)

    def _ask(
        self,
        call: Callable[..., object],
        *arguments: object,
        on_done: Callable[..., object],
        on_error: Callable[[AppError], object] | None = None,
    ) -> None:
        self._wait(waiting=True)
        self._background.run(call, *arguments, owner=self, on_done=on_done, on_error=on_error or self._on_refused)

    def _on_language(self, code: str) -> None:
        self.language_chosen.emit(code)
        self._show_centre()

    def _show_centre(self) -> None:
        self.show_step(_CENTRE)

    def _check_centre(self) -> None:
        nobody = NewStaffMember("", "", Role.ADMINISTRATOR, "")
        new = NewFile(language(), self.centre_step.centre(), nobody)
        self._ask(calls.problems, new, on_done=self._on_centre_checked)

    def _on_centre_checked(self, problems: tuple[Problem, ...]) -> None:
        self._wait(waiting=False)
        if not self.centre_step.show_problems(_of(problems, "centre")):
            self.show_step(_USER)

    def _check_user(self) -> None:
        if not self.user_step.show_problems(self.user_step.problems_here()):
            self._ask(calls.problems, self.new_file(), on_done=self._on_user_checked)

    def _on_user_checked(self, problems: tuple[Problem, ...]) -> None:
        self._wait(waiting=False)
        if not self.user_step.show_problems(_of(problems, "first_user")):
            self.show_step(_PLACE)

    def _check_place(self) -> None:
        if not self.place_step.show_problems(self.place_step.problems_here()):
            self._ask(calls.check_place, self.place_step.path(), on_done=self._on_place_checked)

    def _on_place_checked(self, _nothing: object) -> None:
        if self.code_step.code:
            self.show_step(_CODE)
        else:
            self._ask(calls.new_code, on_done=self._on_code)

    def _on_code(self, code: str) -> None:
        self.code_step.show_code(code)
        self.show_step(_CODE)

    def _type_back(self) -> None:
        self.show_step(_TYPE_BACK)

    def _name_next(self) -> None:
        is_last = self.step == _SHEETS and self.sheets_step.is_last
        self.next.set_text(N_("Make the file and sign in") if is_last else N_("Next"))

    def _check_code(self) -> None:
        if not self.type_back_step.show_problems(self.type_back_step.problems_for(self.code_step.code)):
            self.show_step(_SHEETS)

    def _make_or_show_sheets(self) -> None:
        if not self.sheets_step.is_offer:
            self.sheets_step.papers.go_on()
        elif self.sheets_step.wanted.isChecked():
            self._ask(calls.new_sheets, on_done=self._on_sheets)
        else:
            self._make()

    def _on_sheets(self, sheets: tuple[str, ...]) -> None:
        self._wait(waiting=False)
        self.sheets_step.show_sheets(sheets)

    def _make(self) -> None:
        path: Path = self.place_step.path()
        code, sheets = self.code_step.code, self.sheets_step.sheets
        self._ask(calls.create, path, self.new_file(), code, sheets, on_done=self._on_made)

    def _on_made(self, file: OpenFile) -> None:
        self.opened.emit(file)

    def _on_refused(self, error: AppError) -> None:
        self._wait(waiting=False)
        form = self._steps[self._step]
        if isinstance(form, Form):
            if isinstance(error, InvalidInput):
                named = (*_of(error.problems, "centre"), *_of(error.problems, "first_user"))
                form.show_problems(named or error.problems)
            else:
                form.show_error(error)
        elif isinstance(form, SheetsStep):
            form.show_error(error)


def _of(problems: tuple[Problem, ...], part: str) -> tuple[Problem, ...]:
    """The problems of one part of the new file, under the names of that part's fields."""
    return tuple(
        Problem(problem.field.removeprefix(part).removeprefix("."), problem.message)
        for problem in problems
        if problem.field == part or problem.field.startswith(f"{part}.")
    )
