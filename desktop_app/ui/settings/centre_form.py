"""The centre as its letterhead shows it: the form that the first start and the settings share."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain.centre import Centre, Trilingual, example_number
from desktop_app.errors import Message
from desktop_app.i18n import LANGUAGES, N_
from desktop_app.ui.common.fields import ChoiceBox, NoteField, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.wording import region_choices

_EXAMPLE = N_("Up to eight letters or digits. Example: %(number)s")
_TITLES = {
    "name": {"kk": N_("Name in Kazakh"), "ru": N_("Name in Russian"), "en": N_("Name in English")},
    "address": {"kk": N_("Address in Kazakh"), "ru": N_("Address in Russian"), "en": N_("Address in English")},
    "letterhead": {
        "kk": N_("Letterhead lines in Kazakh"),
        "ru": N_("Letterhead lines in Russian"),
        "en": N_("Letterhead lines in English"),
    },
}


class CentreForm(Form):
    """Name, address, letterhead lines in three languages, BIN, region, mark. Its fields are named as in Centre."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, columns=3)
        for part, titles in _TITLES.items():
            for code in LANGUAGES:
                entry = NoteField(self, lines=2) if part == "letterhead" else TextField(self)
                self.add(f"{part}.{code}", titles[code], entry)
        self.add("bin", N_("BIN of the centre"), TextField(self), hint=N_("Twelve digits; empty when there is none."))
        self.add("region", N_("Region"), ChoiceBox(region_choices, self))
        self.mark = TextField(self)
        self.add("code", N_("Mark in the numbers of letters"), self.mark)
        self.mark.changed.connect(self._show_example)
        self._show_example()

    def centre(self) -> Centre:
        """The centre as typed."""
        values = self.values()
        return Centre(
            name=_trilingual(values, "name"),
            address=_trilingual(values, "address"),
            bin=values["bin"],
            letterhead=_trilingual(values, "letterhead"),
            region=values["region"],
            code=values["code"],
        )

    def show_centre(self, centre: Centre) -> None:
        """Show what is kept in the file."""
        self.set_values(bin=centre.bin, region=centre.region, code=centre.code)
        for part, words in (("name", centre.name), ("address", centre.address), ("letterhead", centre.letterhead)):
            for code in LANGUAGES:
                self.set_values(**{f"{part}.{code}": getattr(words, code)})

    def _show_example(self) -> None:
        """Under the mark: how a number looks with it."""
        number = example_number(self.mark.text(), settings.today().year)
        self.field("code").set_hint(Message(_EXAMPLE, {"number": number}))


def _trilingual(values: dict[str, Any], part: str) -> Trilingual:
    return Trilingual(*(values[f"{part}.{code}"] for code in LANGUAGES))
