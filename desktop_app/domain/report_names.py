"""What the counts of a summary are called, for the screen and the workbook alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.domain.code_names import CHANNELS
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS
from desktop_app.domain.directory import ENTRY_KINDS
from desktop_app.domain.enquiries import TOPICS
from desktop_app.domain.indicators import INDICATORS
from desktop_app.domain.outcomes import CLOSED_WHY, RESULTS
from desktop_app.domain.privacy_names import READING
from desktop_app.domain.referrals import RESULTS as REFERRAL_RESULTS
from desktop_app.domain.reports import HelpGiven, Tally
from desktop_app.i18n import N_, Translator, country_name

Name = Callable[[str, Translator], str]
"""A code in the words of a language."""

UNKNOWN: Final = N_("Not known")

_DOCUMENTS: Final = {"held": N_("Held back"), "returned": N_("Returned")}
_MARKS: Final = {"help": N_("How far the centre helped"), "respect": N_("How respectfully it did")}


@dataclass(frozen=True)
class Block:
    """Counts of one thing: its title, what is counted, how a code is called; amounts are tenge, or marks."""

    title: str
    counted: str
    tallies: tuple[Tally, ...]
    name: Name
    are_marks: bool = False


def _by(names: Mapping[Any, str]) -> Name:
    """Codes by a table of msgids; one that is not in it is told as unknown."""
    told = {str(code): name for code, name in names.items()}

    def name(code: str, tr: Translator) -> str:
        return tr(told.get(code, UNKNOWN))

    return name


def _country(code: str, tr: Translator) -> str:
    return country_name(code, tr.code) if code else tr(UNKNOWN)


violation_name: Final = _by(COMPLAINT_KINDS)
"""What a kind of complaint is called."""


def blocks(found: HelpGiven) -> tuple[Block, ...]:
    """The counts that have anything in them, in the order in which they are read."""
    enquiries, referrals, marks = N_("Enquiries"), N_("Referrals"), N_("Slips")
    told = (
        Block(N_("Enquiries by topic"), enquiries, found.enquiries_by_topic, _by(TOPICS)),
        Block(N_("Enquiries by channel"), enquiries, found.enquiries_by_channel, _by(CHANNELS)),
        Block(N_("Enquiries by language"), enquiries, found.enquiries_by_language, _by(READING)),
        Block(N_("Enquiries by citizenship"), enquiries, found.enquiries_by_citizenship, _country),
        Block(
            N_("Signs of forced labour that were found"),
            N_("Cases"),
            found.indicators,
            _by({indicator: about.title for indicator, about in INDICATORS.items()}),
        ),
        Block(N_("Documents of workers"), N_("Documents"), found.documents, _by(_DOCUMENTS)),
        Block(N_("Referrals by kind of service"), referrals, found.referrals, _by(ENTRY_KINDS)),
        Block(N_("Referrals by result"), referrals, found.referral_results, _by(REFERRAL_RESULTS)),
        Block(N_("Results"), N_("Results"), found.results, _by(RESULTS)),
        Block(N_("Why cases were closed"), N_("Cases"), found.closings, _by(CLOSED_WHY)),
        Block(N_("Satisfaction slips, average mark from 1 to 5"), marks, found.marks, _by(_MARKS), are_marks=True),
    )
    return tuple(each for each in told if each.tallies)
