"""All data about one person as a workbook for that person: their fields, then a sheet for each kind of thing."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from desktop_app import law
from desktop_app.domain import code_names, privacy_names
from desktop_app.domain.complaints import TENGE, WageTerms
from desktop_app.domain.consents import StoredConsent
from desktop_app.domain.money import rounded
from desktop_app.domain.own_records import TOLD, lines
from desktop_app.domain.person_file import PersonFile
from desktop_app.domain.transfers import TransferRow
from desktop_app.exports.workbook import Book, Column, Cover, Look, Sheet, Value
from desktop_app.i18n import N_, Translator, country_name, for_language, format_date, format_number, format_partial

Row = tuple[Value, ...]


def book(found: PersonFile, language: str) -> Book:
    """The workbook in one language."""
    tr = for_language(language)
    sheets = (
        _cases(found, tr),
        _wages(found, tr),
        _money(found, tr),
        _letters(found, tr),
        _attachments(found, tr),
        _consents(found, tr),
        _transfers(found, tr),
        _records(found, tr),
        _looks(found, tr),
    )
    return Book(_cover(found, tr), sheets, tr)


def _cover(found: PersonFile, tr: Translator) -> Cover:
    person, birth = found.person, found.person.birth
    lines = (
        (tr(N_("Full name")), person.full_name, Look.TEXT),
        (tr(N_("Born")), format_partial(birth.year, birth.month, birth.day, tr.code) if birth else "", Look.TEXT),
        (tr(N_("Sex")), tr(code_names.SEXES[person.sex]), Look.TEXT),
        (tr(N_("Citizenship")), country_name(person.citizenship, tr.code), Look.TEXT),
        (tr(N_("Language the person reads")), tr(privacy_names.READING.get(person.language, "")), Look.TEXT),
        (tr(N_("Phone")), person.phone, Look.TEXT),
        (tr(N_("How to reach the person without harm")), person.safe_contact, Look.TEXT),
        (tr(N_("IIN")), person.iin, Look.TEXT),
        (tr(N_("Operator")), found.centre.name.within(tr.code), Look.TEXT),
        (tr(N_("BIN")), found.centre.bin, Look.TEXT),
        (tr(N_("Address")), found.centre.address.within(tr.code), Look.TEXT),
        (tr(N_("Made")), found.made_at.replace(tzinfo=None, second=0, microsecond=0), Look.MOMENT),
    )
    norm = getattr(law.fact("pd.24.1").title, tr.code)
    notes = (
        tr(N_("Given to the subject of personal data on their request: %(norm)s."), norm=norm),
        tr(
            N_(
                "Source of the data: the words and papers of the person and what the work on their cases brought. "
                "Aims and terms stand in the consents. What is told about other people, and cases that are not open "
                "to the colleague who made this workbook, are left out; “…” stands for a note that names others."
            )
        ),
        tr(N_("This workbook is not protected: it belongs in the hands of the person alone.")),
    )
    return Cover(tr(N_("Person")), tr(N_("Personal data kept by the centre")), lines, notes)


def _records(found: PersonFile, tr: Translator) -> Sheet:
    """Complaints, papers, dates and the rest, a row a field."""
    columns = (
        Column(tr(N_("Case"))),
        Column(tr(N_("Record"))),
        Column(tr(N_("Field"))),
        Column(tr(N_("Value"))),
    )
    rows: list[Row] = []
    for table, told in TOLD.items():
        for at, record in enumerate((each for each in found.records if each.table == table), start=1):
            title = f"{tr(told.title)} {at}"
            rows += [(record.case_number, title, name, text) for name, text in lines(record, tr, found.clean)]
    return Sheet(tr(N_("Other records")), columns, tuple(rows))


def _cases(found: PersonFile, tr: Translator) -> Sheet:
    columns = (
        Column(tr(N_("Case"))),
        Column(tr(N_("Opened")), Look.DAY),
        Column(tr(N_("Status"))),
        Column(tr(N_("Employer"))),
        Column(tr(N_("Region"))),
        Column(tr(N_("Sector"))),
        Column(tr(N_("Occupation"))),
        Column(tr(N_("Pay"))),
        Column(tr(N_("Rate")), Look.MONEY),
        Column(tr(N_("Last day of work")), Look.DAY),
        Column(tr(N_("Note"))),
    )
    rows = []
    for case in found.cases:
        terms = case.worker.wages.terms if case.worker.wages else None
        pay: Row = ("", None, None)
        if terms is not None:
            pay = _how(terms, tr), rounded(terms.rate_in_tenge), terms.ended_on
        told = case.number, case.opened_on, tr(code_names.STATUSES[case.status]), case.employer
        place = law.region_name(case.region, tr.code), tr(code_names.SECTORS[case.sector]), case.worker.occupation
        rows.append((*told, *place, *pay, case.note))
    return Sheet(tr(N_("Cases")), columns, tuple(rows))


def _how(terms: WageTerms, tr: Translator) -> str:
    """How pay was agreed, with the sum of a promise in another currency; the rate beside it is in tenge."""
    how = tr(code_names.PAY_BASES[terms.basis])
    return how if terms.currency == TENGE else f"{how}: {format_number(terms.rate, tr.code)} {terms.currency}"


def _wages(found: PersonFile, tr: Translator) -> Sheet:
    """Months of work and payments, each a line."""
    columns = (
        Column(tr(N_("Case"))),
        Column(tr(N_("Month")), Look.MONTH),
        Column(tr(N_("Quantity"))),
        Column(tr(N_("Due, the worker says")), Look.MONEY),
        Column(tr(N_("Due, paper shows")), Look.MONEY),
        Column(tr(N_("Due, the employer admits")), Look.MONEY),
        Column(tr(N_("Due on")), Look.DAY),
        Column(tr(N_("Paid on")), Look.DAY),
        Column(tr(N_("Paid")), Look.MONEY),
    )
    rows: list[Row] = []
    for case in found.cases:
        for period in case.worker.wages.periods if case.worker.wages else ():
            quantity = None if period.quantity is None else Decimal(period.quantity)
            sums = period.says, period.paper, period.admits, period.due_on
            rows.append((case.number, period.month, quantity, *sums, None, None))
        rows += [
            (case.number, payment.month, None, None, None, None, None, payment.paid_on, payment.amount)
            for payment in (case.worker.wages.payments if case.worker.wages else ())
        ]
    return Sheet(tr(N_("Wages")), columns, tuple(rows))


def _money(found: PersonFile, tr: Translator) -> Sheet:
    columns = (
        Column(tr(N_("Case"))),
        Column(tr(N_("Day")), Look.DAY),
        Column(tr(N_("What it is"))),
        Column(tr(N_("Amount")), Look.MONEY),
        Column(tr(N_("Note"))),
    )
    rows = tuple(
        (case.number, entry.on, tr(code_names.MONEY_KINDS[entry.kind]), entry.amount, entry.note)
        for case in found.cases
        for entry in case.worker.money
    )
    return Sheet(tr(N_("Money")), columns, rows)


def _letters(found: PersonFile, tr: Translator) -> Sheet:
    columns = (
        Column(tr(N_("Number"))),
        Column(tr(N_("Letter"))),
        Column(tr(N_("Day")), Look.DAY),
        Column(tr(N_("Case"))),
        Column(tr(N_("Workers")), Look.COUNT),
        Column(tr(N_("Copy"))),
    )
    beside, kept = tr(N_("beside this workbook")), tr(N_("speaks for others too, kept at the centre"))
    rows = tuple(
        (each.number, tr(each.kind), each.on, each.case_number, each.workers, beside if each.pdf else kept)
        for each in found.letters
    )
    return Sheet(tr(N_("Letters")), columns, rows)


def _attachments(found: PersonFile, tr: Translator) -> Sheet:
    columns = (
        Column(tr(N_("Case"))),
        Column(tr(N_("Added")), Look.MOMENT),
        Column(tr(N_("Name"))),
        Column(tr(N_("Size, bytes")), Look.COUNT),
    )
    of_crew = tr(N_("a file of the whole crew"))
    rows = tuple(
        (each.case_number, _moment(each.added_at), each.name or of_crew, each.size) for each in found.attachments
    )
    return Sheet(tr(N_("Attachments")), columns, rows)


def _consents(found: PersonFile, tr: Translator) -> Sheet:
    columns = (
        Column(tr(N_("Given")), Look.DAY),
        Column(tr(N_("How"))),
        Column(tr(N_("Valid until")), Look.DAY),
        Column(tr(N_("Data"))),
        Column(tr(N_("Aims"))),
        Column(tr(N_("To third parties"))),
        Column(tr(N_("Abroad"))),
        Column(tr(N_("Published"))),
        Column(tr(N_("Withdrawn")), Look.DAY),
        Column(tr(N_("Decision"))),
        Column(tr(N_("Note"))),
    )
    return Sheet(tr(N_("Consents")), columns, tuple(_consent(stored, tr) for stored in found.consents))


def _consent(stored: StoredConsent, tr: Translator) -> Row:
    given, no = stored.consent, tr(N_("no"))
    data = [tr(name) for code, name in privacy_names.DATA.items() if code in given.data]
    aims = [tr(name) for code, name in privacy_names.AIMS.items() if code in given.aims]
    abroad = ", ".join(country_name(code, tr.code) for code in given.countries)
    decision = ""
    if stored.stopped_on is not None:
        decision = tr(N_("processing stopped on %(day)s"), day=format_date(stored.stopped_on, tr.code))
    elif stored.refused_on is not None:
        decision = tr(N_("refused on %(day)s"), day=format_date(stored.refused_on, tr.code)) + ": " + stored.refusal
    withdrawn = stored.withdrawn
    return (
        given.given_on,
        tr(privacy_names.HOW[given.how]),
        given.until,
        "; ".join(filter(None, (*data, given.other_data))),
        "; ".join(filter(None, (*aims, given.other_aims))),
        given.recipients if given.third_parties else no,
        abroad if given.cross_border else no,
        tr(N_("yes")) if given.open_sources else no,
        withdrawn.on if withdrawn else None,
        decision,
        "\n".join(filter(None, (given.note, withdrawn.reason if withdrawn else ""))),
    )


def _transfers(found: PersonFile, tr: Translator) -> Sheet:
    columns = (
        Column(tr(N_("Day")), Look.DAY),
        Column(tr(N_("Given to"))),
        Column(tr(N_("Country"))),
        Column(tr(N_("Data"))),
        Column(tr(N_("Aim"))),
        Column(tr(N_("Ground"))),
    )
    return Sheet(tr(N_("Transfers")), columns, tuple(_transfer(row, tr) for row in found.transfers))


def _transfer(row: TransferRow, tr: Translator) -> Row:
    data = [tr(name) for code, name in privacy_names.DATA.items() if code in row.what]
    return (
        row.on,
        tr(N_("published")) if row.published else row.recipient,
        country_name(row.country, tr.code),
        "; ".join(filter(None, (*data, row.other_what))),
        row.aim,
        tr(privacy_names.BASES[row.basis]),
    )


def _looks(found: PersonFile, tr: Translator) -> Sheet:
    columns = (
        Column(tr(N_("Day")), Look.DAY),
        Column(tr(N_("Role"))),
        Column(tr(N_("Times looked at")), Look.COUNT),
    )
    rows = tuple((each.on, tr(code_names.ROLES[each.role]) if each.role else "", each.times) for each in found.looks)
    return Sheet(tr(N_("Who looked")), columns, rows)


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=None, second=0, microsecond=0)
