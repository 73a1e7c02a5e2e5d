"""The sheet of one citizenship: days without a visa, registration, agreements, consulates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.country_sheets import Consulate
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, country_name, language
from desktop_app.law import Fact
from desktop_app.services import work_right
from desktop_app.services.work_right import SheetAnswer
from desktop_app.ui.common.buttons import Button, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.common.wording import day
from desktop_app.ui.context import Context
from desktop_app.ui.workright.wording import NO_TOTAL, OLD_SOURCE, law_note

_SIZE: Final = (760, 680)
_NO_CONSULATE: Final = N_(
    "No consulate of this country is in the directory yet. Addresses were not verified: enter one there after a call."
)
_NOT_ESTABLISHED: Final = N_("Ratified by Kazakhstan; whether it is in force with this country was not established:")
_NOT_IN_FORCE: Final = N_("Not in force for Kazakhstan: no letter may rest on it.")
_BY_UNION: Final = N_(
    "Workers from the union and their families: no registration for the first days, then by the national rules."
)
_BY_RULE: Final = N_("Whoever stays longer than the days of the rule registers with the migration police.")


class CountryDialog(Dialog):
    """Reads the sheet of a country and shows it; it can be copied."""

    def __init__(self, context: Context, code: str, parent: QWidget) -> None:
        super().__init__(parent, N_("Country sheet"), width=560)
        self._context, self._code = context, code
        self._answer: SheetAnswer | None = None
        self.heading = PlainLabel(parent=self, role="heading", wrap=True)
        self.heading.texts.redraw(self._write_heading)
        self.warning = Note(self, tone="warn")
        self.warning.hide()
        self._inside = QVBoxLayout()
        self._inside.setSpacing(8)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.warning)
        self.body.addWidget(scrolling(self._inside, self), 1)
        self.add_button(Button(N_("Copy the sheet"), self, icon="copy", shortcut="Ctrl+Shift+C"), self.copy)
        self.add_button(PrimaryButton(N_("Close"), self), self.accept)
        window = parent.window()
        self.resize(min(_SIZE[0], window.width() - 24), min(_SIZE[1], window.height() - 24))
        context.background.run(work_right.country, context.file, code, owner=self, on_done=self._on_read)

    def copy(self) -> None:
        """Put the sheet on the clipboard."""
        if self._answer is not None:
            name = country_name(self._code, language())
            QGuiApplication.clipboard().setText("\n".join([name, *_paragraphs(self._answer)]))
            self._context.bus.said.emit(Message(N_("The sheet is on the clipboard for fifteen seconds.")))

    def _write_heading(self) -> None:
        self.heading.setText(country_name(self._code, language()))

    def _on_read(self, answer: SheetAnswer) -> None:
        self._answer = answer
        self.warning.show_message(Message(OLD_SOURCE) if answer.sheet.country.weak else None)
        for title, says in _PARTS:
            self._inside.addWidget(PlainLabel(title, self, role="heading"))
            label = PlainLabel(parent=self, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.texts.set_text(label.setText, partial(says, answer))
            self._inside.addWidget(label)
        self._inside.addStretch()


def _paragraphs(answer: SheetAnswer) -> Iterable[str]:
    for title, says in _PARTS:
        yield ""
        yield _(title)
        yield says(answer)


def _stay(answer: SheetAnswer) -> str:
    sheet = answer.sheet
    country = sheet.country
    told = []
    if country.needs_visa:
        told.append(_("A visa is needed with an ordinary passport."))
    elif sheet.limits.in_window is None:
        told.append(_(NO_TOTAL, days=sheet.limits.per_entry))
    else:
        told.append(
            _(
                "Without a visa at most %(days)s days an entry and %(most)s days in every %(window)s.",
                days=sheet.limits.per_entry,
                most=sheet.limits.in_window,
                window=sheet.limits.window,
            )
        )
    if not country.needs_visa and country.in_window is None and not country.window_unknown:
        told.append(_("The source gives no total: it is counted by the general rule, which is the safe reading."))
    if country.no_work is not None:
        told.append(_("A stay without a visa gives no right to work, study or missionary work."))
    return "\n".join([*told, _listed(answer, sheet.stay)])


def _registration(answer: SheetAnswer) -> str:
    sheet = answer.sheet
    told = _(_BY_UNION if sheet.country.eaeu else _BY_RULE)
    extended = _("By the agreement the registration may be extended for the same number of days.")
    return "\n".join(
        filter(None, (told, extended if sheet.country.extends else "", _listed(answer, sheet.registration)))
    )


def _agreements(answer: SheetAnswer) -> str:
    sheet = answer.sheet
    own = (
        _listed(answer, sheet.agreements)
        if sheet.agreements
        else _("The program knows no agreement with this country.")
    )
    return "\n".join((own, _(_NOT_ESTABLISHED), _listed(answer, sheet.treaties)))


def _missing(answer: SheetAnswer) -> str:
    sheet = answer.sheet
    return "\n".join((_(_NOT_IN_FORCE), _listed(answer, sheet.not_in_force)))


def _consulates(answer: SheetAnswer) -> str:
    sheet = answer.sheet
    return "\n".join(map(_consulate, sheet.consulates)) or _(_NO_CONSULATE)


def _consulate(consulate: Consulate) -> str:
    checked = _("checked on %(day)s", day=day(consulate.checked_on)) if consulate.checked_on else _("not checked yet")
    known = (consulate.name(language()), consulate.address, consulate.phone, consulate.hours, checked)
    return "– " + " · ".join(filter(None, known))


def _listed(answer: SheetAnswer, facts: Iterable[Fact]) -> str:
    return "\n".join(f"– {law_note(answer.norms[each])}" for each in facts)


_PARTS: Final[tuple[tuple[str, Callable[[SheetAnswer], str]], ...]] = (
    (N_("Stay without a visa"), _stay),
    (N_("Registration"), _registration),
    (N_("Agreements"), _agreements),
    (N_("What does not bind Kazakhstan"), _missing),
    (N_("Consulates"), _consulates),
)
