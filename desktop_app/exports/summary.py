"""The summary of a period as a workbook: cover, cases, workers, violations, money with a chart. No names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app import law
from desktop_app.domain import code_names
from desktop_app.domain.report_names import violation_name
from desktop_app.domain.reports import Count, MonthMoney, Summary
from desktop_app.exports import summary_help
from desktop_app.exports.workbook import ACCENT, Book, Column, Cover, Look, Sheet, Value
from desktop_app.i18n import N_, Translator, country_name, for_language, format_date

_SERIES_COLOURS = ("9AA5A6", "D9A441", ACCENT)


def sheets(summary: Summary) -> Book:
    """All sheets of the summary in the language of its request."""
    tr = for_language(summary.request.language)
    parts = (
        _cases(summary, tr),
        _workers(summary, tr),
        _violations(summary, tr),
        _money(summary, tr),
        summary_help.sheet(summary, tr),
    )
    return Book(_cover(summary, tr), parts, tr, foot=_anchor(summary, tr))


def _anchor(summary: Summary, tr: Translator) -> str:
    """The end of the log, so that a printed summary shows later whether the log was shortened."""
    head = summary.log_head
    return tr(N_("Log: line %(seq)s, check word %(word)s"), seq=head.seq, word=head.word) if head else ""


def _cover(summary: Summary, tr: Translator) -> Cover:
    request = summary.request
    period = tr(
        N_("from %(first)s to %(last)s"),
        first=format_date(request.first, tr.code),
        last=format_date(request.last, tr.code),
    )
    whole = tr(N_("all"))
    lines = (
        (tr(N_("Centre")), summary.centre.within(tr.code), Look.TEXT),
        (tr(N_("Period")), period, Look.TEXT),
        (tr(N_("Made")), summary.made_at.replace(tzinfo=None, second=0, microsecond=0), Look.MOMENT),
        (tr(N_("Region")), law.region_name(request.region, tr.code) or whole, Look.TEXT),
        (tr(N_("Sector")), _named(code_names.SECTORS, request.sector, tr) or whole, Look.TEXT),
        (tr(N_("Cases opened")), len(summary.cases), Look.COUNT),
        (tr(N_("Workers in them")), sum(line.workers for line in summary.cases), Look.COUNT),
        (tr(N_("Enquiries, counted apart")), summary.help.enquiries, Look.COUNT),
        (tr(N_("Arrears still owed")), _sum(line.owed for line in summary.cases), Look.MONEY),
        (tr(N_("Claimed in the period")), _sum(month.claimed for month in summary.money), Look.MONEY),
        (tr(N_("Awarded in the period")), _sum(month.awarded for month in summary.money), Look.MONEY),
        (tr(N_("Received in the period")), _sum(month.received for month in summary.money), Look.MONEY),
    )
    notes = (
        tr(N_("This workbook holds no names. Small numbers can still point to a person: think before passing it on.")),
        tr(
            N_(
                "Cases and workers are those of cases opened in the period; arrears are as known when this was made. "
                "Money by month is what was claimed, awarded and received within the period, for cases of any age."
            )
        ),
    )
    anchor = (_anchor(summary, tr),) if summary.log_head else ()
    return Cover(tr(N_("Cover")), tr(N_("Summary of the centre’s work")), lines, (*notes, *anchor))


def _cases(summary: Summary, tr: Translator) -> Sheet:
    columns = (
        Column(tr(N_("Case"))),
        Column(tr(N_("Opened")), Look.DAY),
        Column(tr(N_("Status"))),
        Column(tr(N_("Region"))),
        Column(tr(N_("Sector"))),
        Column(tr(N_("Channel"))),
        Column(tr(N_("Employer"))),
        Column(tr(N_("Workers")), Look.COUNT),
        Column(tr(N_("Owed")), Look.MONEY),
        Column(tr(N_("Claimed")), Look.MONEY),
        Column(tr(N_("Awarded")), Look.MONEY),
        Column(tr(N_("Received")), Look.MONEY),
    )
    rows = tuple(
        (
            line.number,
            line.opened_on,
            _named(code_names.STATUSES, line.status, tr),
            law.region_name(line.region, tr.code),
            _named(code_names.SECTORS, line.sector, tr),
            _named(code_names.CHANNELS, line.channel, tr),
            _named(code_names.EMPLOYER_KINDS, line.employer_kind, tr),
            line.workers,
            line.owed,
            line.claimed,
            line.awarded,
            line.received,
        )
        for line in summary.cases
    )
    sums = tuple(
        _sum(getattr(line, part) for line in summary.cases) for part in ("owed", "claimed", "awarded", "received")
    )
    blanks = ("",) * 6
    total: tuple[Value, ...] = (tr(N_("Total")), *blanks, sum(line.workers for line in summary.cases), *sums)
    return Sheet(tr(N_("Cases")), columns, rows, total if rows else ())


def _workers(summary: Summary, tr: Translator) -> Sheet:
    columns = (
        Column(tr(N_("Breakdown"))),
        Column(tr(N_("Value"))),
        Column(tr(N_("Workers")), Look.COUNT),
        Column(tr(N_("Share")), Look.SHARE),
        Column(tr(N_("Cases")), Look.COUNT),
    )
    unknown = tr(N_("Not known"))
    cuts: tuple[tuple[str, tuple[Count, ...], Callable[[str], str]], ...] = (
        (tr(N_("Sex")), summary.by_sex, lambda code: _named(code_names.SEXES, code, tr)),
        (tr(N_("Age")), summary.by_age, lambda code: unknown if code == "unknown" else code),
        (tr(N_("Citizenship")), summary.by_citizenship, lambda code: country_name(code, tr.code) if code else unknown),
        (tr(N_("Sector")), summary.by_sector, lambda code: _named(code_names.SECTORS, code, tr)),
        (tr(N_("Region")), summary.by_region, lambda code: law.region_name(code, tr.code) or unknown),
    )
    rows = tuple(
        (cut, name(count.code), count.workers, _share(count, counts), count.cases)
        for cut, counts, name in cuts
        for count in counts
    )
    return Sheet(tr(N_("Workers")), columns, rows)


def _violations(summary: Summary, tr: Translator) -> Sheet:
    columns = (
        Column(tr(N_("Violation"))),
        Column(tr(N_("Workers")), Look.COUNT),
        Column(tr(N_("Cases")), Look.COUNT),
    )
    rows = tuple((violation_name(count.code, tr), count.workers, count.cases) for count in summary.by_violation)
    return Sheet(tr(N_("Violations")), columns, rows)


def _money(summary: Summary, tr: Translator) -> Sheet:
    columns = (
        Column(tr(N_("Month")), Look.MONTH),
        Column(tr(N_("Claimed")), Look.MONEY),
        Column(tr(N_("Awarded")), Look.MONEY),
        Column(tr(N_("Received")), Look.MONEY),
    )
    rows = tuple((month.month, month.claimed, month.awarded, month.received) for month in summary.money)
    total: tuple[Value, ...] = (
        tr(N_("Total")),
        *(_sum(_part(month, part) for month in summary.money) for part in range(3)),
    )
    title = tr(N_("Claimed, awarded and received by month, tenge"))

    def draw(sheet: Worksheet) -> None:
        _chart(sheet, title, len(rows))

    return Sheet(tr(N_("Money")), columns, rows, total if rows else (), draw if rows else None)


def _chart(sheet: Worksheet, title: str, months: int) -> None:
    chart = BarChart()
    chart.type, chart.title, chart.height, chart.width = "col", title, 9, 20
    chart.add_data(Reference(sheet, min_col=2, max_col=4, min_row=1, max_row=months + 1), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=months + 1))
    for series, colour in zip(chart.series, _SERIES_COLOURS, strict=True):
        series.graphicalProperties.solidFill = colour
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.number_format, chart.y_axis.number_format = "mm\\.yyyy", "#,##0"
    chart.x_axis.numFmt.sourceLinked = False
    chart.legend.position = "b"
    sheet.add_chart(chart, "F2")


def _part(month: MonthMoney, part: int) -> Decimal:
    return (month.claimed, month.awarded, month.received)[part]


def _share(count: Count, counts: tuple[Count, ...]) -> Decimal:
    whole = sum(each.workers for each in counts)
    return Decimal(count.workers) / whole if whole else Decimal(0)


def _named(names: Mapping[Any, str], code: str, tr: Translator) -> str:
    return tr(names[code]) if code in names else code


def _sum(amounts: Any) -> Decimal:
    return sum(amounts, Decimal(0))
