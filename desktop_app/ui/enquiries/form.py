"""The fields of an enquiry: what was asked and answered, and as much of the caller as they want to tell."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.cases import Channel
from desktop_app.domain.code_names import CHANNELS, SEXES
from desktop_app.domain.enquiries import TOPICS, Enquiry
from desktop_app.domain.people import Sex
from desktop_app.errors import InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.ui.common.fields import ChoiceBox, DateField, NoteField, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.wording import country_choices, named, region_choices
from desktop_app.ui.people.languages import language_choices


class EnquiryForm(Form):
    """Fields named as in domain Enquiry; the quick form on the page leaves out the sex of the caller."""

    def __init__(self, parent: QWidget | None = None, *, quick: bool = False) -> None:
        super().__init__(parent, columns=4)
        self._quick = quick
        self._sex = Sex.UNKNOWN
        lines = 2 if quick else 5
        self.question = NoteField(self, lines=lines, personal=True)
        self.caller = TextField(self, personal=True)
        self.phone = TextField(self, personal=True)
        self.add("question", N_("What was asked"), self.question, span=2)
        self.add("answer", N_("What was answered"), NoteField(self, lines=lines, personal=True), span=2)
        self.add("topic", N_("Topic"), ChoiceBox(named(TOPICS, empty=N_("Not chosen")), self))
        self.add("channel", N_("How it came"), ChoiceBox(named(CHANNELS), self))
        self.add("language", N_("Language spoken"), ChoiceBox(language_choices, self))
        self.add("citizenship", N_("Citizenship"), ChoiceBox(country_choices, self))
        self.add("caller", N_("Name, if told"), self.caller)
        self.add("phone", N_("Phone, if told"), self.phone)
        self.add("region", N_("Region"), ChoiceBox(region_choices, self))
        self.add("on", N_("Day"), DateField(self))
        if not quick:
            self.add("sex", N_("Sex"), ChoiceBox(named(SEXES), self))

    def enquiry(self) -> Enquiry:
        """The enquiry as typed. InvalidInput when a field makes no sense."""
        values = self.values()
        if values["on"] is None:
            raise InvalidInput((Problem("on", Message(N_("Type the day."))),))
        values["channel"] = Channel(values["channel"])
        values["sex"] = self._sex if self._quick else Sex(values["sex"])
        return Enquiry(**values)

    def show_enquiry(self, enquiry: Enquiry) -> None:
        """Show an enquiry."""
        self._sex = enquiry.sex
        values: dict[str, Any] = {
            "question": enquiry.question,
            "answer": enquiry.answer,
            "topic": enquiry.topic,
            "channel": enquiry.channel,
            "language": enquiry.language,
            "citizenship": enquiry.citizenship,
            "caller": enquiry.caller,
            "phone": enquiry.phone,
            "region": enquiry.region,
            "on": enquiry.on,
        }
        if not self._quick:
            values["sex"] = enquiry.sex
        self.set_values(**values)
        self.clear_problems()

    def focus_first(self) -> None:
        """Put the cursor where the question is typed."""
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)
