"""What a write changed, so that every open screen decides for itself whether to read again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A kind of thing that screens show."""

    CASE = "case"
    PERSON = "person"
    EMPLOYER = "employer"
    LETTER = "letter"
    ATTACHMENT = "attachment"
    MONEY = "money"
    CENTRE = "centre"
    STAFF = "staff"
    LAW = "law"
    COMPLAINT = "complaint"
    SCREENING = "screening"
    PAPER = "paper"
    DEADLINE = "deadline"
    ENQUIRY = "enquiry"
    DIRECTORY = "directory"
    REFERRAL = "referral"


@dataclass(frozen=True)
class Saved:
    """The answer of every writing service: the id of what was written and the kinds that changed."""

    id: int
    kinds: frozenset[Kind]
