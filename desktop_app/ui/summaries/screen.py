"""The summary of a period: the main numbers on the screen, all of them in a workbook."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain.changes import Saved
from desktop_app.domain.code_names import SECTORS
from desktop_app.domain.reports import Summary, SummaryRequest
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_, _, language
from desktop_app.services import summaries
from desktop_app.ui.background import Task
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.fields import ChoiceBox, DateField
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.page import Page
from desktop_app.ui.common.wording import named, region_choices
from desktop_app.ui.context import Context
from desktop_app.ui.summaries.numbers import Numbers
from desktop_app.ui.summaries.periods import PERIODS, bounds

_PAUSE_MS: Final = 250
LANGUAGES: Final = {"kk": N_("Kazakh"), "ru": N_("Russian"), "en": N_("English")}
_UNPROTECTED: Final = N_(
    "The workbook leaves the protected file: anyone who gets it can open it. It holds no names, "
    "but small numbers can still point to a person."
)


class Screen(Page):
    """Choose the period; what the workbook will hold is shown below; export it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Summaries"), parent, scrolls=True)
        self._context = context
        self._task: Task | None = None
        self._setting = False
        self.period = ChoiceBox(named(PERIODS), self)
        self.first, self.last = DateField(self), DateField(self)
        self.form = Form(self, columns=3)
        self.export_button = PrimaryButton(N_("Export to Excel …"), self, icon="file-down", shortcut="Ctrl+S")
        self.numbers = Numbers(self)
        self.numbers.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()
        self._connect()
        self.period.set_value("year")
        self._on_period_changed()

    def refresh(self) -> None:
        """Count again."""
        self._count()

    def open_item(self, _item_id: int, /) -> None:
        """There is one summary only."""
        self.refresh()

    def request(self) -> SummaryRequest:
        """The summary as wished for. InvalidInput when a day makes no sense."""
        values = self.form.values()
        missing = [Problem(name, Message(N_("Type the day."))) for name in ("first", "last") if values[name] is None]
        if missing:
            raise InvalidInput(tuple(missing))
        values.pop("period")
        return SummaryRequest(**values)

    def _build(self) -> None:
        form = self.form
        form.add("period", N_("Period"), self.period)
        form.add("first", N_("First day"), self.first)
        form.add("last", N_("Last day"), self.last)
        form.add("language", N_("Language of the workbook"), ChoiceBox(named(LANGUAGES), self))
        form.add("region", N_("Region"), ChoiceBox(_region_choices, self))
        form.add("sector", N_("Sector"), ChoiceBox(named(SECTORS, empty=N_("All sectors")), self))
        form.set_values(language=language())
        self.content.addWidget(form)
        self.content.addWidget(PlainLabel(_UNPROTECTED, self, role="hint", wrap=True))
        self.content.addWidget(self.numbers)
        self.content.addStretch()
        self.add_action(self.export_button)

    def _connect(self) -> None:
        self.period.changed.connect(self._on_period_changed)
        for day in (self.first, self.last):
            day.changed.connect(self._on_day_typed)
            day.editingFinished.connect(self._pause.start)
        self.form.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._count)
        self.export_button.clicked.connect(self._on_export)

    def _on_period_changed(self) -> None:
        days = bounds(self.period.value(), settings.today())
        if days is not None:
            self._setting = True
            self.form.set_values(first=days[0], last=days[1])
            self._setting = False

    def _on_day_typed(self) -> None:
        if not self._setting:
            self.period.blockSignals(True)
            self.period.set_value("own")
            self.period.blockSignals(False)

    def _count(self) -> None:
        self._pause.stop()
        if self._task is not None:
            self._context.background.cancel(self._task)
        try:
            request = self.request()
        except InvalidInput as error:
            self._on_unreadable(error)
            return
        self._task = self._context.background.run(
            summaries.read,
            self._context.file,
            request,
            owner=self,
            on_done=self._on_counted,
            on_error=self._on_error,
            label=Message(N_("Counting …")),
            cancellable=True,
        )

    def _on_counted(self, summary: Summary) -> None:
        self.form.clear_problems()
        self.numbers.show_summary(summary)
        self.numbers.show()

    def _on_error(self, error: AppError) -> None:
        """Numbers that are not those of the fields go away; the cursor stays where one types."""
        self.numbers.hide()
        self.form.clear_problems()
        if not isinstance(error, InvalidInput):
            self.form.show_error(error)
            return
        for problem in error.problems:
            self.form.field(problem.field).show_problem(problem.message)

    def _on_unreadable(self, error: InvalidInput) -> None:
        """A day that is still being typed is not a problem yet."""
        typing = [name for name, entry in (("first", self.first), ("last", self.last)) if entry.hasFocus()]
        self.numbers.hide()
        self.form.clear_problems()
        for problem in error.problems:
            if problem.field not in typing:
                self.form.field(problem.field).show_problem(problem.message)

    def _on_export(self) -> None:
        self.form.clear_problems()
        try:
            request = self.request()
        except InvalidInput as error:
            self.form.show_problems(error.problems)
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        name = f"summary_{request.first}_{request.last}_{request.language}.xlsx"
        choose_to_save(self, N_("Save the summary"), folder / name, ".xlsx", partial(self.export, request))

    def export(self, request: SummaryRequest, path: Path) -> None:
        """Write the workbook to `path`."""
        self._context.background.run(
            summaries.export,
            self._context.file,
            request,
            path,
            owner=self,
            on_done=partial(self._on_exported, path),
            label=Message(N_("Writing the workbook …")),
        )

    def _on_exported(self, path: Path, _saved: Saved) -> None:
        told: dict[str, Any] = {"path": path}
        self._context.bus.said.emit(Message(N_("The summary is saved: %(path)s"), told))


def _region_choices() -> list[tuple[str, str]]:
    """The regions by name, and all of them."""
    return [("", _("All regions")), *region_choices()[1:]]
