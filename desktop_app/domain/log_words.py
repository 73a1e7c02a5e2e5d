"""What a line of the log is about, in words. Cases and letters by number, colleagues by name, never a worker."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from desktop_app.domain.logbook import LogLine
from desktop_app.domain.permissions import Relation
from desktop_app.i18n import N_, Translator, format_date

_NAMED: Final = {
    "case": N_("Case %(name)s"),
    "letter": N_("Letter %(name)s"),
    "attachment": N_("Attachment of case %(name)s"),
    "staff": N_("Colleague: %(name)s"),
}
_NUMBERED: Final = {
    "case": N_("Case, entry %(number)s"),
    "person": N_("Person, entry %(number)s"),
    "employer": N_("Employer, entry %(number)s"),
    "letter": N_("Letter, entry %(number)s"),
    "attachment": N_("Attachment, entry %(number)s"),
    "staff": N_("Colleague, entry %(number)s"),
    "consent": N_("Consent, entry %(number)s"),
    "transfer": N_("Transfer, entry %(number)s"),
    "erasure": N_("Certificate, entry %(number)s"),
    "breach": N_("Breach, entry %(number)s"),
    "enquiry": N_("Enquiry, entry %(number)s"),
    "directory": N_("Directory, entry %(number)s"),
    "complaint:mistake": N_("Complaint, entry %(number)s: written down by mistake"),
    "complaint:twice": N_("Complaint, entry %(number)s: stood in the case twice"),
    "complaint:other_case": N_("Complaint, entry %(number)s: belongs to another case"),
    "complaint:wish": N_("Complaint, entry %(number)s: the worker asked for it"),
}
_OTHER: Final = {
    "enquiry": N_("Enquiries"),
    "directory": N_("Directory"),
    "summary": N_("Summary"),
    "centre": N_("Centre"),
    "law": N_("Value of law"),
    "person": N_("People"),
    "employer": N_("Employers"),
    "letter": N_("Letters"),
    "case": N_("Cases"),
    "staff": N_("Staff"),
    "settings": N_("Settings"),
    "backup": N_("Backup"),
}
_ENTRY: Final = N_("Entry %(number)s")

WHY: Final = {
    Relation.OWN: N_("responsible for the case"),
    Relation.ASSIGNED: N_("the case was given to them"),
    Relation.CENTRE: N_("the case is open to the centre"),
    Relation.NONE: N_("the role sees all cases"),
}
"""Why somebody can open a case."""


def named(line: LogLine, tr: Translator) -> str:
    """The thing a line is about, empty when it is about none."""
    if line.named and line.thing in _NAMED:
        return tr(_NAMED[line.thing], name=line.named)
    if line.thing_id is None or line.thing in ("summary", "centre", "law", "settings", "backup"):
        return tr(_OTHER[line.thing]) if line.thing in _OTHER else ""
    return tr(_NUMBERED.get(line.thing, _ENTRY), number=line.thing_id)


def moment_words(at: datetime | None, tr: Translator) -> str:
    """The time of a line with its offset from world time: 21.11.2026 14:05:33 +05:00."""
    if at is None:
        return tr(N_("no time: the line was changed"))
    offset = f"{at:%z}"
    return f"{format_date(at.date(), tr.code)} {at:%H:%M:%S} {offset[:3]}:{offset[3:5]}"


def short_moment(at: datetime | None, tr: Translator) -> str:
    """The time of a line without seconds and offset: 21.11.2026 14:05."""
    return moment_words(None, tr) if at is None else f"{format_date(at.date(), tr.code)} {at:%H:%M}"
