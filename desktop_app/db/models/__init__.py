"""The tables of a file, one family a module. Money is whole tiyn, partial dates are ISO text (1987, 1987-05)."""

from __future__ import annotations

from desktop_app.db.models.access import CaseAccess, KeyHolder, SealHolder
from desktop_app.db.models.attachments import Attachment, AttachmentPiece
from desktop_app.db.models.base import Base
from desktop_app.db.models.cases import Case, CaseWorker, MoneyEntry
from desktop_app.db.models.centre import Centre, LawConfirmation, Staff
from desktop_app.db.models.clocks import Deadline, Outcome, Satisfaction
from desktop_app.db.models.complaints import Complaint, ComplaintWorker, ContractCheck, HeldDocument, Readiness
from desktop_app.db.models.desk import Draft, Setting
from desktop_app.db.models.directory import CaseParty, DirectoryEntry, Referral
from desktop_app.db.models.enquiries import Enquiry
from desktop_app.db.models.law import LawKey, LawRow, LawUpdate
from desktop_app.db.models.letters import IncomingPaper, Letter, LetterDraft, LetterSending, StandingText
from desktop_app.db.models.log import AuditKey, AuditLine
from desktop_app.db.models.papers import Paper, Stay, WorkRight
from desktop_app.db.models.parties import Employer, Person
from desktop_app.db.models.privacy import Breach, Consent, Erasure, Transfer
from desktop_app.db.models.protection import Screening
from desktop_app.db.models.wages import (
    Deduction,
    HoursMonth,
    Instalment,
    LeaveClaim,
    WagePayment,
    WagePeriod,
    WageTerms,
)

__all__ = [
    "Attachment",
    "AttachmentPiece",
    "AuditKey",
    "AuditLine",
    "Base",
    "Breach",
    "Case",
    "CaseAccess",
    "CaseParty",
    "CaseWorker",
    "Centre",
    "Complaint",
    "ComplaintWorker",
    "Consent",
    "ContractCheck",
    "Deadline",
    "Deduction",
    "DirectoryEntry",
    "Draft",
    "Employer",
    "Enquiry",
    "Erasure",
    "HeldDocument",
    "HoursMonth",
    "IncomingPaper",
    "Instalment",
    "KeyHolder",
    "LawConfirmation",
    "LawKey",
    "LawRow",
    "LawUpdate",
    "LeaveClaim",
    "Letter",
    "LetterDraft",
    "LetterSending",
    "MoneyEntry",
    "Outcome",
    "Paper",
    "Person",
    "Readiness",
    "Referral",
    "Satisfaction",
    "Screening",
    "SealHolder",
    "Setting",
    "Staff",
    "StandingText",
    "Stay",
    "Transfer",
    "WagePayment",
    "WagePeriod",
    "WageTerms",
    "WorkRight",
]
