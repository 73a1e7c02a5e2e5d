"""A person's own rows beside cases, wages and money, told field by field for the export of their data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from desktop_app.domain.answers import YES_NO_UNKNOWN, FieldSpec, in_words, read_answers
from desktop_app.domain.code_names import EVIDENCE
from desktop_app.domain.complaint_forms import form_of
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, ComplaintKind
from desktop_app.domain.contract_questions import QUESTIONS
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.held_documents import DOCUMENT_KINDS
from desktop_app.domain.indicators import FOUND, INDICATORS
from desktop_app.domain.money import from_tiyn
from desktop_app.domain.outcomes import RESULTS
from desktop_app.domain.papers import PAPER_KINDS
from desktop_app.domain.posting import WAYS
from desktop_app.domain.referrals import RESULTS as REFERRAL_RESULTS
from desktop_app.domain.work_words import PURPOSES, STATUSES
from desktop_app.i18n import N_, Translator, format_date, format_money, format_partial

Names = Mapping[str, str]
"""Codes with their msgids."""


@dataclass(frozen=True)
class Told:
    """How a table is told: what a row of it is called, and its columns with their names and the names of codes."""

    title: str
    columns: tuple[tuple[str, str, Names | None], ...]


@dataclass(frozen=True)
class OwnRecord:
    """One row about a person: its table, the case it stands in (empty for papers), its columns as stored."""

    table: str
    case_number: str
    columns: Mapping[str, Any]


def _coded(names: Mapping[Any, str]) -> Names:
    return {str(code): name for code, name in names.items()}


_WORD: Final = ("word", N_("On whose word"), _coded(EVIDENCE))
_NOTE: Final = ("note", N_("Note"), None)
_YES_NO: Final = dict(YES_NO_UNKNOWN)

TOLD: Final = {
    "complaint": Told(
        N_("Complaint"),
        (
            ("kind", N_("Kind"), _coded(COMPLAINT_KINDS)),
            ("since", N_("Since"), None),
            ("logged_on", N_("Logged on"), None),
            ("settled_on", N_("Settled on"), None),
            _NOTE,
        ),
    ),
    "held_document": Told(
        N_("Document held back"),
        (
            ("kind", N_("Kind"), _coded(DOCUMENT_KINDS)),
            ("number", N_("Number"), None),
            ("since", N_("Since"), None),
            ("held_by", N_("Who keeps it"), None),
            ("place", N_("Where"), None),
            _WORD,
            ("returned_on", N_("Returned on"), None),
        ),
    ),
    "screening": Told(
        N_("Sign asked about"),
        (
            ("indicator", N_("Sign"), {str(each): about.title for each, about in INDICATORS.items()}),
            ("answer", N_("Answer"), _coded(FOUND)),
            ("on_day", N_("Date"), None),
            _NOTE,
        ),
    ),
    "hours_month": Told(
        N_("Hours of a month"),
        (
            ("month", N_("Month"), None),
            ("worked", N_("Hours worked"), None),
            ("overtime", N_("Overtime hours"), None),
            ("night", N_("Night hours"), None),
            ("day_off", N_("Hours on days off"), None),
            ("paid_tiyn", N_("Paid for them, tenge"), None),
            _WORD,
        ),
    ),
    "deduction": Told(
        N_("Deduction"),
        (
            ("month", N_("Month"), None),
            ("amount_tiyn", N_("Amount, tenge"), None),
            ("reason", N_("Reason"), None),
            _WORD,
        ),
    ),
    "leave_claim": Told(
        N_("Unused leave"),
        (
            ("from_day", N_("From"), None),
            ("to_day", N_("To"), None),
            ("used_days", N_("Days of leave used"), None),
            ("average_tiyn", N_("Average pay of a day, tenge"), None),
            _WORD,
        ),
    ),
    "instalment": Told(
        N_("Promised instalment"),
        (
            ("promised_on", N_("Promised on"), None),
            ("due_on", N_("Due on"), None),
            ("amount_tiyn", N_("Amount, tenge"), None),
            _WORD,
            _NOTE,
        ),
    ),
    "contract_check": Told(N_("Contract check"), (("checked_on", N_("Date"), None), _NOTE)),
    "deadline": Told(
        N_("Date to keep"),
        (
            ("due_on", N_("Due on"), None),
            ("done_on", N_("Done on"), None),
            ("answer_note", N_("Answer"), None),
            _NOTE,
        ),
    ),
    "outcome": Told(
        N_("Result"),
        (
            ("code", N_("Result"), _coded(RESULTS)),
            ("on_day", N_("Date"), None),
            ("amount_tiyn", N_("Amount, tenge"), None),
            ("evidence", N_("Evidence"), None),
            _WORD,
        ),
    ),
    "referral": Told(
        N_("Referral"),
        (
            ("on_day", N_("Date"), None),
            ("aim", N_("Aim"), None),
            ("consent_on", N_("Consent of"), None),
            ("result", N_("Result"), _coded(REFERRAL_RESULTS)),
            ("result_on", N_("Result of"), None),
            _NOTE,
        ),
    ),
    "letter_draft": Told(
        N_("Letter that is being written"),
        (
            ("title", N_("Kind"), None),
            ("changed_on", N_("Date"), None),
        ),
    ),
    "letter_sending": Told(
        N_("Letter sent"),
        (
            ("on_day", N_("Sent on"), None),
            ("way", N_("How"), _coded(WAYS)),
            ("proof", N_("Proof"), None),
            ("their_number", N_("Their number"), None),
        ),
    ),
    "incoming_paper": Told(
        N_("Incoming paper"),
        (
            ("number", N_("Number"), None),
            ("received_on", N_("Received"), None),
            ("sender", N_("From whom"), None),
            ("their_number", N_("Their number"), None),
            ("their_date", N_("Their date"), None),
            ("about", N_("What it says"), None),
        ),
    ),
    "paper": Told(
        N_("Paper"),
        (
            ("kind", N_("Kind"), _coded(PAPER_KINDS)),
            ("number", N_("Number"), None),
            ("issued_on", N_("Issued on"), None),
            ("expires_on", N_("Valid until"), None),
            ("employer", N_("Employer"), None),
            _NOTE,
        ),
    ),
    "stay": Told(N_("Stay"), (("entered_on", N_("Entered on"), None), ("left_on", N_("Left on"), None), _NOTE)),
    "work_right": Told(
        N_("Right to work"),
        (
            ("status", N_("Status"), _coded(STATUSES)),
            ("purpose", N_("Purpose of entry"), _coded(PURPOSES)),
            ("unpaid_fine", N_("Unpaid fine"), _YES_NO),
            ("fine_on", N_("Date of the fine"), None),
            ("fine_note", N_("Note"), None),
        ),
    ),
}
"""The tables that are told, in the order in which they stand in the export."""


def lines(record: OwnRecord, tr: Translator, clean: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """The fields of a record that say something, named and told in a language; `clean` takes out what names others."""
    told = TOLD[record.table]
    found = [(tr(title), _said(record, column, names, tr)) for column, title, names in told.columns]
    answers = read_answers(record.columns.get("answers") or "{}")
    found += [
        (tr(spec.title), in_words(spec, answers[spec.name], tr, tr.code))
        for spec in _specs(record)
        if spec.name in answers
    ]
    found += [(tr(N_("What was typed")), text) for text in record.columns.get("typed", ())]
    return tuple((title, clean(text)) for title, text in found if text)


def _specs(record: OwnRecord) -> tuple[FieldSpec, ...]:
    if record.table == "complaint":
        return form_of(ComplaintKind(record.columns["kind"])).fields
    return QUESTIONS if record.table == "contract_check" else ()


def _said(record: OwnRecord, column: str, names: Names | None, tr: Translator) -> str:
    value = record.columns.get(column)
    if value is None or value == "":
        return ""
    if names is not None:
        return tr(names[value]) if value in names else str(value)
    if isinstance(value, date):
        return format_date(value, tr.code)
    if column == "title":
        return tr(str(value))
    if column.endswith("_tiyn"):
        return format_money(from_tiyn(int(value)), tr.code)
    if column == "since":
        when = PartialDate.from_iso(str(value))
        return format_partial(when.year, when.month, when.day, tr.code)
    return str(value) if not isinstance(value, Decimal) else format(value)
