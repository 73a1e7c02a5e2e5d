"""The fields of an entry of the directory."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.centre import Trilingual
from desktop_app.domain.directory import ENTRY_KINDS, Entry, EntryKind
from desktop_app.i18n import LANGUAGES, N_
from desktop_app.ui.common.fields import ChoiceBox, NoteField, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.wording import country_choices, named, region_choices

_NAMES = {"kk": N_("Name in Kazakh"), "ru": N_("Name in Russian"), "en": N_("Name in English")}


class EntryForm(Form):
    """Fields named as in domain Entry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, columns=3)
        self.add("kind", N_("What it is"), ChoiceBox(named(ENTRY_KINDS), self))
        self.add("region", N_("Region, empty for the whole country"), ChoiceBox(region_choices, self))
        self.add("country", N_("Country of a consulate"), ChoiceBox(country_choices, self))
        for code in LANGUAGES:
            self.add(f"name.{code}", _NAMES[code], TextField(self))
        self.add("address", N_("Address"), TextField(self), span=2)
        self.add("phone", N_("Phone"), TextField(self))
        self.add("email", N_("E-mail"), TextField(self))
        self.add("hours", N_("Opening hours"), TextField(self))
        self.add("languages", N_("Languages spoken there"), TextField(self))
        self.add("note", N_("Note"), NoteField(self, lines=3), span=3)

    def entry(self) -> Entry:
        """The entry as typed."""
        values = self.values()
        name = Trilingual(*(values.pop(f"name.{code}") for code in LANGUAGES))
        return Entry(**{**values, "kind": EntryKind(values["kind"]), "name": name})

    def show_entry(self, entry: Entry) -> None:
        """Show an entry."""
        self.set_values(
            kind=entry.kind,
            region=entry.region,
            country=entry.country,
            address=entry.address,
            phone=entry.phone,
            email=entry.email,
            hours=entry.hours,
            languages=entry.languages,
            note=entry.note,
            **{f"name.{code}": getattr(entry.name, code) for code in LANGUAGES},
        )
        self.clear_problems()
