"""The fields of a case beside its employer and its crew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.centre import StaffMember
from desktop_app.domain.code_names import CHANNELS, SECTORS
from desktop_app.errors import AppError, Problem
from desktop_app.i18n import N_
from desktop_app.ui.common.fields import ChoiceBox, DateField, NoteField, TextField
from desktop_app.ui.common.forms import Form
from desktop_app.ui.common.wording import named, region_choices
from desktop_app.ui.context import Context

_NAMES = ("site", "region", "sector", "channel", "responsible_id", "next_date", "next_step", "note")


class CaseForm(Form):
    """Site, region, sector, channel, who is responsible, dates, next step, note: the fields of domain NewCase.

    With `existing` it is the form of CaseChange: the opening day stays as it is, and a case is closed under Steps.
    """

    def __init__(self, context: Context, parent: QWidget | None = None, *, existing: bool = False) -> None:
        super().__init__(parent, columns=3)
        self._members: tuple[StaffMember, ...] = ()
        self._self = context.file.staff
        self._names = _NAMES if existing else (*_NAMES, "opened_on")
        self.site = TextField(self)
        self.add("site", N_("Place of work (site, address)"), self.site, span=2)
        self.add("region", N_("Region"), ChoiceBox(region_choices, self))
        self.add("sector", N_("Sector"), ChoiceBox(named(SECTORS), self))
        self.add("channel", N_("How the complaint came"), ChoiceBox(named(CHANNELS), self))
        self.responsible = ChoiceBox(self._staff_choices, self)
        self.add("responsible_id", N_("Responsible"), self.responsible)
        if not existing:
            self.add("opened_on", N_("Opened on"), DateField(self))
        self.add("next_date", N_("Next date"), DateField(self))
        self.add("next_step", N_("What happens then"), TextField(self, personal=True))
        self.add("note", N_("Note"), NoteField(self, lines=3, personal=True), span=3)

    def readable(self) -> tuple[dict[str, Any], tuple[Problem, ...]]:
        """All values, None where the text makes no sense, and why it makes none."""
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for name in self._names:
            try:
                values[name] = self.value(name)
            except AppError as error:
                values[name] = None
                problems.append(Problem(name, error.message))
        return values, tuple(problems)

    def offer_staff(self, members: Sequence[StaffMember], chosen: int | None) -> None:
        """Offer who works here; keep what was chosen meanwhile."""
        self._members = tuple(members)
        now = self.responsible.value()
        self.responsible.renew()
        self.responsible.set_value(now or str(chosen or self._self.id))

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self.site.setFocus(Qt.FocusReason.OtherFocusReason)

    def _staff_choices(self) -> list[tuple[str, str]]:
        return [(str(member.id), member.full_name) for member in self._members if member.active]
