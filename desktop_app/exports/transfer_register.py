"""The register of personal data given to others, as a workbook: with names, or with numbers in their place."""

from __future__ import annotations

from datetime import datetime

from desktop_app.domain import privacy_names
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.transfers import RegisterFilter, TransferRow
from desktop_app.exports.workbook import Book, Column, Cover, Look, Sheet, Value
from desktop_app.i18n import N_, Translator, country_name, for_language, format_date


def book(
    rows: tuple[TransferRow, ...],
    wanted: RegisterFilter,
    centre: Trilingual,
    made_at: datetime,
    language: str,
    *,
    named: bool,
) -> Book:
    """The register in one language. Without names a person is a number of this workbook, the same in all its lines."""
    tr = for_language(language)
    return Book(_cover(rows, wanted, centre, made_at, tr, named=named), (_sheet(rows, tr, named=named),), tr)


def _cover(
    rows: tuple[TransferRow, ...],
    wanted: RegisterFilter,
    centre: Trilingual,
    made_at: datetime,
    tr: Translator,
    *,
    named: bool,
) -> Cover:
    first = tr(N_("from the beginning")) if wanted.first is None else format_date(wanted.first, tr.code)
    last = tr(N_("until today")) if wanted.last is None else format_date(wanted.last, tr.code)
    lines: tuple[tuple[str, Value, Look], ...] = (
        (tr(N_("Centre")), centre.within(tr.code), Look.TEXT),
        (tr(N_("First day")), first, Look.TEXT),
        (tr(N_("Last day")), last, Look.TEXT),
        (tr(N_("Made")), made_at.replace(tzinfo=None, second=0, microsecond=0), Look.MOMENT),
        (tr(N_("Transfers")), len(rows), Look.COUNT),
        (tr(N_("People")), len({row.person_id for row in rows}), Look.COUNT),
    )
    note = (
        N_("This workbook names people. It is not protected: keep it only as long as it is needed.")
        if named
        else N_("This workbook holds no names. The numbers of people mean something in this workbook only.")
    )
    return Cover(tr(N_("Cover")), tr(N_("Register of transfers of personal data")), lines, (tr(note),))


def _sheet(rows: tuple[TransferRow, ...], tr: Translator, *, named: bool) -> Sheet:
    columns = (
        Column(tr(N_("Day")), Look.DAY),
        Column(tr(N_("Person"))),
        Column(tr(N_("Case"))),
        Column(tr(N_("Given to"))),
        Column(tr(N_("Country"))),
        Column(tr(N_("Data"))),
        Column(tr(N_("Aim"))),
        Column(tr(N_("Ground"))),
        Column(tr(N_("Consent No.")), Look.COUNT),
        Column(tr(N_("Recorded by"))),
    )
    numbers: dict[int, int] = {}
    told = tuple(_line(row, numbers, tr, named=named) for row in rows)
    return Sheet(tr(N_("Register")), columns, told)


def _line(row: TransferRow, numbers: dict[int, int], tr: Translator, *, named: bool) -> tuple[Value, ...]:
    number = numbers.setdefault(row.person_id, len(numbers) + 1)
    given_to = tr(N_("published")) if row.published else row.recipient
    data = "; ".join([tr(name) for code, name in privacy_names.DATA.items() if code in row.what])
    words = (data, row.other_what) if named else (data,)
    return (
        row.on,
        row.person if named else number,
        row.case_number if named else "",
        given_to,
        country_name(row.country, tr.code),
        "; ".join(filter(None, words)),
        row.aim if named else "",
        tr(privacy_names.BASES[row.basis]),
        row.consent_id,
        row.recorded_by,
    )
