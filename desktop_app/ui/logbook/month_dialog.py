"""The report of a month: which month, in which language, and where to."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain.changes import Saved
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, format_month, language
from desktop_app.ui.common.buttons import PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.logbook import calls

LANGUAGES: Final = {"kk": N_("Kazakh"), "ru": N_("Russian"), "en": N_("English")}
_MONTHS: Final = 36


class MonthDialog(Dialog):
    """Saves the report as PDF."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Report of a month"), width=560)
        self._context = context
        self.form = Form(self, columns=2)
        month = ChoiceBox(_months, self)
        month.setMinimumContentsLength(22)
        self.form.add("month", N_("Month"), month)
        self.form.add("language", N_("Language of the report"), ChoiceBox(named(LANGUAGES), self))
        self.form.set_values(month=_month_before(settings.today()).isoformat(), language=language())
        self.body.addWidget(
            PlainLabel(
                N_(
                    "Print the report at the end of each month and keep it where nobody who works with the file alone "
                    "can change it. It names colleagues, and no worker."
                ),
                self,
                role="muted",
                wrap=True,
            )
        )
        self.body.addWidget(self.form)
        self.add_cancel()
        self.button = self.add_button(PrimaryButton(N_("Save as PDF …"), self, icon="file-down"), self._on_save)

    def save(self, path: Path) -> None:
        """Write the report to `path`."""
        typed = self.form.values()
        self.button.setEnabled(False)
        self._context.background.run(
            calls.save_month,
            self._context.file,
            date.fromisoformat(typed["month"]),
            typed["language"],
            path,
            owner=self,
            on_done=partial(self._on_saved, path),
            on_error=self._on_refused,
            label=Message(N_("Writing the report …")),
        )

    def _on_save(self) -> None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        name = f"log_{self.form.value('month')[:7]}_{self.form.value('language')}.pdf"
        choose_to_save(self, N_("Save the report"), folder / name, ".pdf", self.save)

    def _on_saved(self, path: Path, _saved: Saved) -> None:
        told: dict[str, Any] = {"path": path}
        self._context.bus.said.emit(Message(N_("The report is saved: %(path)s"), told))
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.form.show_error(error)


def _months() -> list[tuple[str, str]]:
    """The last three years of months, the newest first, by name."""
    month, found = settings.today().replace(day=1), []
    for _number in range(_MONTHS):
        found.append((month.isoformat(), format_month(month, language())))
        month = _month_before(month)
    return found


def _month_before(day: date) -> date:
    return (day.replace(day=1) - date.resolution).replace(day=1)
