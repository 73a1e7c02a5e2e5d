"""Who saw a case, how often and when; and who could see it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.domain.code_names import ROLES
from desktop_app.domain.log_words import WHY, short_moment
from desktop_app.domain.logbook import CaseLooks, MaySee, Seen
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, _, format_number, interface, language
from desktop_app.ui.common.buttons import LinkButton, PrimaryButton
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import EmptyHint, Note, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.context import Context

if TYPE_CHECKING:
    from desktop_app.services.files import OpenFile


class WhoSawButton(LinkButton):
    """On the page of a case; shown to those who may ask."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(N_("Who saw this case"), parent, icon="eye")
        self._context = context
        self._case_id = 0
        self.hide()
        self.clicked.connect(self.ask)

    def show_case(self, case_id: int) -> None:
        """See whether this may be asked about the case."""
        self._case_id = case_id
        self._context.background.run(_may_ask, self._context.file, case_id, owner=self, on_done=self.setVisible)

    def ask(self) -> WhoSawDialog:
        """Show who saw the case."""
        dialog = WhoSawDialog(self._context, self._case_id, self)
        dialog.open()
        return dialog


class WhoSawDialog(Dialog):
    """Two tables: what the log says, and who could open the case now."""

    def __init__(self, context: Context, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, N_("Who saw this case"), width=920)
        self.note = Note(self, tone="danger")
        self.note.hide()
        self.seen = Table[Seen](_seen_columns(), self, empty=EmptyHint(N_("Nobody opened this case yet.")))
        self.may = Table[MaySee](_may_columns(), self, empty=EmptyHint(N_("Nobody could open this case now.")))
        self.seen.setMinimumHeight(200)
        self.may.setMinimumHeight(140)
        self.resize(960, 620)
        hint = PlainLabel(
            N_(
                "Counted are looks at the case, its letters, attachments and people. Lists and the search, which show "
                "the number, the employer and the name of one worker, are not counted."
            ),
            self,
            role="hint",
            wrap=True,
        )
        for widget in (
            self.note,
            PlainLabel(N_("What the log says"), self, role="heading"),
            self.seen,
            hint,
            PlainLabel(N_("Who could see it now"), self, role="heading"),
            self.may,
        ):
            self.body.addWidget(widget)
        self.add_button(PrimaryButton(N_("Close"), self), self.accept)
        context.background.run(
            _looks,
            context.file,
            case_id,
            owner=self,
            on_done=self._on_read,
            on_error=self._on_error,
            label=Message(N_("Reading the log …")),
        )

    def _on_read(self, looks: CaseLooks) -> None:
        self.title.set_text(N_("Who saw case %(number)s"), number=looks.number)
        self.seen.set_rows(looks.seen)
        self.may.set_rows(looks.may)

    def _on_error(self, error: AppError) -> None:
        self.note.show_message(error.message)


def _seen_columns() -> tuple[Column[Seen], ...]:
    return (
        Column(N_("Who"), _name, width=150, stretch=True),
        Column(N_("Role"), _role, width=124),
        Column(N_("Looked"), _views, number=True, width=72),
        Column(N_("Changed"), _changes, number=True, width=72),
        Column(N_("Taken out"), _taken, number=True, width=72),
        Column(N_("Refused"), _refused, number=True, width=84, mark=_refused_mark),
        Column(N_("First time"), _first, width=144),
        Column(N_("Last time"), _last, width=144),
    )


def _may_columns() -> tuple[Column[MaySee], ...]:
    return (
        Column(N_("Who"), _may_name, width=170, stretch=True),
        Column(N_("Role"), _may_role, width=140),
        Column(N_("Why"), _why, width=240, stretch=True),
    )


def _name(row: Seen) -> str:
    if not row.name:
        return _("The program itself")
    return row.name if row.active else _("%(name)s (access ended)", name=row.name)


def _role(row: Seen) -> str:
    return _(ROLES[row.role]) if row.role else ""


def _views(row: Seen) -> str:
    return format_number(row.views, language())


def _changes(row: Seen) -> str:
    return format_number(row.changes, language())


def _taken(row: Seen) -> str:
    return format_number(row.taken, language())


def _refused(row: Seen) -> str:
    return format_number(row.refused, language())


def _refused_mark(row: Seen) -> tuple[str, str] | None:
    return ("circle-alert", "danger") if row.refused else None


def _first(row: Seen) -> str:
    return short_moment(row.first, interface())


def _last(row: Seen) -> str:
    return short_moment(row.last, interface())


def _may_name(row: MaySee) -> str:
    return row.name


def _may_role(row: MaySee) -> str:
    return _(ROLES[row.role])


def _why(row: MaySee) -> str:
    return _(WHY[row.why])


def _may_ask(file: OpenFile, case_id: int) -> bool:
    from desktop_app.services import logbook

    return logbook.may_ask(file, case_id)


def _looks(file: OpenFile, case_id: int) -> CaseLooks:
    from desktop_app.services import logbook

    return logbook.case_looks(file, case_id)
