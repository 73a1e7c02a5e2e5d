"""What is owed beyond the wages, with every step of the count and what the lawyer has to check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.letters import Norm
from desktop_app.domain.pay_claims import CLAIM_KINDS, ClaimKind, ClaimLine, PayClaims
from desktop_app.domain.pay_explained import explained
from desktop_app.errors import Message
from desktop_app.i18n import N_, _, interface
from desktop_app.services.law import fact_id
from desktop_app.ui.common.labels import Note, PlainLabel
from desktop_app.ui.common.table import Column, Table
from desktop_app.ui.common.texts import Texts
from desktop_app.ui.common.typed_values import write_month
from desktop_app.ui.common.wording import day, money
from desktop_app.ui.context import Context
from desktop_app.ui.letters.norms_note import NormsNote

_NOTHING = N_("Fill in the hours, deductions or leave: what is owed for them is counted at once.")
_LEAST_HEIGHT = 150


class ClaimsView(QWidget):
    """The total, what to be careful of, the sums one by one, and how each was counted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claims: PayClaims | None = None
        self.nothing = PlainLabel(_NOTHING, self, role="muted", wrap=True)
        self.total = PlainLabel(parent=self, role="heading", wrap=True)
        self.findings = Note(self, tone="danger")
        self.warnings = Note(self, tone="warn")
        self.table = Table[ClaimLine](_columns(), self)
        self.table.setMinimumHeight(_LEAST_HEIGHT)
        self.how_heading = PlainLabel(N_("How it was counted"), self, role="heading")
        self.how = PlainLabel(parent=self, wrap=True)
        self.how.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.norms = NormsNote(context, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        shown: tuple[QWidget, ...] = (self.nothing, self.total, self.findings, self.warnings, self.table)
        for widget in (*shown, self.how_heading, self.how, self.norms):
            column.addWidget(widget)
        self.texts = Texts(self)
        self.show_nothing()

    def show_nothing(self, why: Message | None = None) -> None:
        """Nothing can be counted yet, or `why` it cannot."""
        self._claims = None
        for widget in (self.total, self.findings, self.warnings, self.table, self.how_heading, self.how):
            widget.hide()
        self.norms.show_norms(())
        self.nothing.show()
        self.nothing.set_message(why or Message(_NOTHING))

    def show_claims(self, claims: PayClaims, norms: Mapping[str, Norm]) -> None:
        """Show what was counted; `norms` say what the lawyer has confirmed."""
        self._claims = claims
        self.nothing.hide()
        self.total.show()
        self.table.setVisible(bool(claims.lines))
        self.table.set_rows(claims.lines)
        known = (norms.get(fact_id(fact)) for fact in claims.facts)
        self.norms.show_norms(_unsettled(known))
        self.texts.redraw(self._write)

    def _write(self) -> None:
        claims = self._claims
        if claims is None:
            return
        self.total.setText(_total(claims))
        findings = claims.overtime.findings if claims.overtime else ()
        self.findings.show_text("\n".join(each.text(interface()) for each in findings))
        self.warnings.show_text("\n".join(each.text(interface()) for each in claims.warnings))
        lines = explained(claims, interface())
        self.how.setText("\n".join(lines))
        self.how.setVisible(bool(lines))
        self.how_heading.setVisible(bool(lines))


def _unsettled(norms: Iterable[Norm | None]) -> list[Norm]:
    return [norm for norm in norms if norm is not None and not norm.settled]


def _total(claims: PayClaims) -> str:
    said = {
        "amount": money(claims.amount),
        "day": day(claims.counted_to),
        "penalty": money(claims.penalty),
        "total": money(claims.total),
    }
    if claims.set_off:
        text = N_(
            "Beyond the wages %(amount)s, penalty to %(day)s %(penalty)s, less %(received)s received beyond the wages: "
            "together %(total)s."
        )
        return _(text, received=money(claims.set_off), **said)
    return _("Beyond the wages %(amount)s, penalty to %(day)s %(penalty)s, together %(total)s.", **said)


def _columns() -> tuple[Column[ClaimLine], ...]:
    return (
        Column(N_("What for"), _kind, width=180, stretch=True),
        Column(N_("Month"), _month, width=76),
        Column(N_("Amount"), _amount, width=92, number=True),
        Column(N_("Due on"), _due_on, width=92),
        Column(N_("Penalty"), _penalty, width=88, number=True),
    )


def _kind(row: ClaimLine) -> str:
    return _(CLAIM_KINDS[row.kind])


def _month(row: ClaimLine) -> str:
    return "" if row.kind is ClaimKind.LEAVE else write_month(row.month)


def _amount(row: ClaimLine) -> str:
    return money(row.amount)


def _due_on(row: ClaimLine) -> str:
    return day(row.due_on)


def _penalty(row: ClaimLine) -> str:
    return money(row.penalty)
