"""Erasing a person from the file: what stands in the way, what goes, what stays for statistics, the certificate.

Articles 12(2), 18 and 24 of the Law on personal data. What stays names nobody: sex, birth year, citizenship, sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from desktop_app import law
from desktop_app.domain.centre import Centre
from desktop_app.errors import Message

ANONYMOUS: Final = "—"
"""What stands for the name of somebody who was erased; the number of a case follows."""

LONGEST_REASON: Final = 500
FARTHEST_HOLD: Final = timedelta(days=10 * 366)


class ErasureKind(StrEnum):
    """Why data were erased: the person’s wish, the end of their term, or a case that was logged by mistake."""

    PERSON = "person"
    TERM = "term"
    CASE = "case"


@dataclass(frozen=True)
class Blocker:
    """Why a person cannot be erased yet; `case_id` is the case that stands in the way, 0 when none does."""

    case_id: int
    why: Message


@dataclass(frozen=True)
class ErasableAttachment:
    """A file kept in a case of a person. `alone`: nobody else is left in the case, so that it goes in any case."""

    id: int
    case_number: str
    name: str
    added_at: str
    alone: bool


@dataclass(frozen=True)
class ErasableLetter:
    """A letter that names the person; a page that says so takes its place. `workers` are those it spoke for."""

    id: int
    number: str
    on: date
    workers: int


@dataclass(frozen=True)
class ErasableText:
    """The free texts of a case. `alone`: as in ErasableAttachment; `named`: they seem to name the person."""

    case_id: int
    case_number: str
    text: str
    alone: bool
    named: bool


@dataclass(frozen=True)
class ErasurePlan:
    """What erasing a person means. `erase_from`: the first day it can be done, None when nobody marked the person."""

    person_id: int
    name: str
    erase_from: date | None
    reason: str
    blockers: tuple[Blocker, ...]
    attachments: tuple[ErasableAttachment, ...]
    letters: tuple[ErasableLetter, ...]
    texts: tuple[ErasableText, ...]

    def can_begin(self, today: date) -> bool:
        """Whether nothing stands in the way any more."""
        return self.erase_from is not None and self.erase_from <= today and not self.blockers


@dataclass(frozen=True)
class ErasureRequest:
    """Who is to be erased, and what of a crew's cases goes too: attachments, and cases whose texts are emptied."""

    person_id: int
    attachment_ids: tuple[int, ...] = ()
    case_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Erased:
    """An erasure that was done: what the certificate says. It names nobody but who did it and who approved."""

    id: int
    code: str
    on: date
    kind: ErasureKind
    people: int
    cases: int
    attachments: int
    letters: int
    reason: str
    done_by: str
    approved_by: str


@dataclass(frozen=True)
class CertificateFacts:
    """What a certificate is made from. `months`: how long the ladder keeps the oldest backup."""

    centre: Centre
    erased: Erased
    months: int


def grace_ends(marked_on: date) -> date:
    """The first day on which somebody marked on `marked_on` may be erased."""
    return marked_on + timedelta(days=law.practice("days_before_erasure"))


def anonymous_name(case_number: str) -> str:
    """What a list shows for somebody who was erased."""
    return f"{ANONYMOUS} {case_number}".strip()
