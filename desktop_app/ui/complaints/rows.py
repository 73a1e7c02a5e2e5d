"""The complaints of a case as rows of a list."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.complaint_cards import ComplaintCard
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, ComplaintKind
from desktop_app.i18n import N_, _, ngettext
from desktop_app.ui.common.table import Column
from desktop_app.ui.common.wording import partial_day
from desktop_app.ui.complaints.wording import kind_text, state_text, workers_text


@dataclass(frozen=True)
class ComplaintRow:
    """A complaint of the list; `complaint` is None for the wages that are typed under Wages."""

    complaint: ComplaintCard | None
    card: CaseCard


def complaint_columns() -> tuple[Column[ComplaintRow], ...]:
    """Kind, workers, since when, state."""
    return (
        Column(N_("Complaint"), _kind, width=180, stretch=True, mark=_mark),
        Column(N_("Workers"), _workers, width=90, stretch=True),
        Column(N_("Began"), _since, width=70),
        Column(N_("State"), _state, width=70),
    )


def _kind(row: ComplaintRow) -> str:
    return kind_text(row.complaint) if row.complaint else _(COMPLAINT_KINDS[ComplaintKind.WAGE_ARREARS])


def _mark(row: ComplaintRow) -> tuple[str, str] | None:
    if row.complaint is None:
        return "banknote", "accent"
    return ("circle-check", "good") if row.complaint.settled_on is not None else ("circle-dot", "accent")


def _workers(row: ComplaintRow) -> str:
    if row.complaint is not None:
        return workers_text(row.complaint, row.card)
    owed = sum(1 for worker in row.card.workers if worker.wages is not None)
    return ngettext("%(n)s worker", "%(n)s workers", owed)


def _since(row: ComplaintRow) -> str:
    return partial_day(row.complaint.since) if row.complaint else ""


def _state(row: ComplaintRow) -> str:
    return state_text(row.complaint) if row.complaint else _("see Wages")
