"""The sheet of a summary with all that the centre did beside cases and money."""

from __future__ import annotations

from desktop_app.domain.report_names import blocks
from desktop_app.domain.reports import Summary
from desktop_app.exports.workbook import Column, Look, Sheet, Value
from desktop_app.i18n import N_, Translator, format_number


def sheet(summary: Summary, tr: Translator) -> Sheet:
    """One row a count. Enquiries stand here alone: they are no cases."""
    columns = (
        Column(tr(N_("Breakdown"))),
        Column(tr(N_("Value"))),
        Column(tr(N_("What is counted"))),
        Column(tr(N_("How many")), Look.COUNT),
        Column(tr(N_("Workers")), Look.COUNT),
        Column(tr(N_("Sum")), Look.MONEY),
        Column(tr(N_("Average mark"))),
    )
    rows: list[tuple[Value, ...]] = [
        (
            tr(block.title),
            block.name(each.code, tr),
            tr(block.counted),
            each.count,
            each.workers,
            None if block.are_marks else each.amount,
            format_number(each.amount, tr.code) if block.are_marks and each.amount is not None else "",
        )
        for block in blocks(summary.help)
        for each in block.tallies
    ]
    if summary.help.enquiries:
        made = summary.help.enquiries_made_cases
        rows.append((tr(N_("Enquiries that became cases")), "", tr(N_("Enquiries")), made, None, None, ""))
    return Sheet(tr(N_("Help given")), columns, tuple(rows))
