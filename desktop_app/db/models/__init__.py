"""The tables of a file, one family a module. Money is whole tiyn, partial dates are ISO text (1987, 1987-05)."""

from __future__ import annotations

from desktop_app.db.models.access import CaseAccess, KeyHolder, SealHolder
from desktop_app.db.models.attachments import Attachment, AttachmentPiece
from desktop_app.db.models.base import Base
from desktop_app.db.models.cases import Case, CaseWorker, MoneyEntry
from desktop_app.db.models.centre import Centre, LawConfirmation, Staff
from desktop_app.db.models.desk import Draft, Setting
from desktop_app.db.models.letters import Letter
from desktop_app.db.models.log import AuditKey, AuditLine
from desktop_app.db.models.parties import Employer, Person
from desktop_app.db.models.privacy import Breach, Consent, Erasure, Transfer
from desktop_app.db.models.wages import WagePayment, WagePeriod, WageTerms

__all__ = [
    "Attachment",
    "AttachmentPiece",
    "AuditKey",
    "AuditLine",
    "Base",
    "Breach",
    "Case",
    "CaseAccess",
    "CaseWorker",
    "Centre",
    "Consent",
    "Draft",
    "Employer",
    "Erasure",
    "KeyHolder",
    "LawConfirmation",
    "Letter",
    "MoneyEntry",
    "Person",
    "SealHolder",
    "Setting",
    "Staff",
    "Transfer",
    "WagePayment",
    "WagePeriod",
    "WageTerms",
]
