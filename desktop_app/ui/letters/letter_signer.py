"""Who signs a letter: lawyers first."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from desktop_app.domain.centre import Role, StaffMember
from desktop_app.ui.common.fields import ChoiceBox


class SignerBox(ChoiceBox):
    """One of those who work here; its value is their id as a text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._members: tuple[StaffMember, ...] = ()
        super().__init__(self._named, parent)

    @property
    def member(self) -> StaffMember | None:
        """Who is chosen."""
        return next((each for each in self._members if str(each.id) == self.value()), None)

    def offer(self, members: Iterable[StaffMember], responsible_id: int | None, staff_id: int) -> None:
        """Offer these, and propose the responsible one, a lawyer when there is any; what was chosen stays."""
        chosen = self.value()
        self._members = tuple(sorted((each for each in members if each.active), key=_lawyers_first))
        self.renew()
        proposed = responsible_id
        if self._members and self._members[0].role is Role.LAWYER:
            of_case = next((each for each in self._members if each.id == proposed), None)
            lawyer = of_case is not None and of_case.role is Role.LAWYER
            proposed = proposed if lawyer else self._members[0].id
        self.set_value(chosen or str(proposed or staff_id))

    def choose(self, staff_id: int) -> None:
        """Choose somebody who still works here; somebody else changes nothing."""
        if any(each.id == staff_id for each in self._members):
            self.set_value(staff_id)

    def _named(self) -> list[tuple[str, str]]:
        return [(str(member.id), member.full_name) for member in self._members]


def _lawyers_first(member: StaffMember) -> tuple[bool, str]:
    return member.role is not Role.LAWYER, member.full_name
