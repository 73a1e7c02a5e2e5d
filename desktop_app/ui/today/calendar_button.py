"""The button that writes one's own dates as a calendar file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from desktop_app.errors import Message
from desktop_app.i18n import N_, language
from desktop_app.services import calendar_export
from desktop_app.ui.common.buttons import Button
from desktop_app.ui.common.dialogs import ask
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.context import Context

_SUFFIX = ".ics"
_TOLD = N_(
    "The file holds the dates of the cases you are responsible for: the number of the case and the kind of date, no "
    "names and no notes. Outside the program nothing protects it."
)


class CalendarButton(Button):
    """Says what leaves the file, asks for the place, and writes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("My dates for a calendar …"), parent, icon="calendar-days")
        self._context = context
        self.clicked.connect(self._on_clicked)

    def export(self, path: Path) -> None:
        """Write the dates to `path`."""
        self._context.background.run(
            calendar_export.export,
            self._context.file,
            path,
            language(),
            owner=self,
            on_done=self._on_done,
            label=Message(N_("Writing the dates …")),
        )

    def _on_clicked(self) -> None:
        ask(self, N_("My dates for a calendar"), Message(_TOLD), N_("Choose the place …"), self._on_yes)

    def _on_yes(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(folder or Path.home()) / f"dates{_SUFFIX}"
        choose_to_save(self, N_("Save my dates"), suggested, _SUFFIX, self.export)

    def _on_done(self, count: int) -> None:
        said = N_("Dates written: %(count)d. The file holds no names.")
        self._context.bus.said.emit(Message(said, {"count": count}))
