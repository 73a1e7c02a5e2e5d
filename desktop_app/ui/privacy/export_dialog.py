"""All data about a person as a workbook for that person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.errors import Message
from desktop_app.i18n import N_, language
from desktop_app.services import person_export
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.common.file_choice import choose_to_save
from desktop_app.ui.common.wording import named
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.form_dialog import LANGUAGES, FormDialog


class ExportPersonDialog(FormDialog):
    """Asks for the language and the place."""

    def __init__(self, context: Context, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, N_("All data about this person"), columns=1, size=(560, 0))
        self._person_id = person_id
        self.note.show_message(
            Message(
                N_(
                    "The person has a right to know what the centre keeps about them. The workbook holds that and "
                    "nothing about others; letters that speak for this person alone are saved beside it. "
                    "None of it is protected: hand it over and remove it from the computer."
                )
            ),
            "info",
        )
        self.form.add("language", N_("Language of the workbook"), ChoiceBox(named(LANGUAGES), self))
        self.form.set_values(language=language())
        self.add_save(N_("Save as …"), icon="file-down")
        self.form.focus_first()

    def save(self) -> None:
        """Ask where to save it."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        # No name of a person in the name of a file.
        suggested = folder / f"personal_data_{self._person_id}_{settings.today()}.xlsx"
        choose_to_save(self, N_("Save all data about this person"), suggested, ".xlsx", self.write)

    def write(self, path: Path) -> None:
        """Write the workbook and the letters."""
        told: dict[str, Any] = {"path": path}
        self.run(
            person_export.export,
            self._person_id,
            self.form.value("language"),
            path,
            said=Message(N_("The data are saved: %(path)s"), told),
            label=Message(N_("Writing the workbook …")),
        )
