"""What is asked before a claim goes to court, beside what the file knows; domain/readiness makes the list of it."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.answers import UNKNOWN, FieldKind, FieldSpec
from desktop_app.domain.limitation import DIRECT, Direct
from desktop_app.i18n import N_

NO_REASON: Final = "no_reason"

_CLAIMED: Final = (
    ("pay", N_("Wages and other pay")),
    ("dismissal", N_("Reinstatement after a dismissal")),
    ("health", N_("Harm to health at work")),
    ("other", N_("Another labour dispute")),
)
_DIRECT: Final = (
    *((each.value, name) for each, name in DIRECT.items() if each is not Direct.DOMESTIC),
    (NO_REASON, N_("None of these")),
    (UNKNOWN, N_("Not known")),
)
_COMMISSION: Final = (
    ("decided", N_("Its decision is there")),
    ("applied", N_("It was applied to")),
    ("not_applied", N_("There is one, nobody applied yet")),
    ("none", N_("The employer has none")),
    (UNKNOWN, N_("Not known")),
)
_GOT: Final = (
    ("have", N_("It is there")),
    ("asked", N_("Asked for")),
    ("no", N_("Not asked for yet")),
)
_PROOFS: Final = (
    ("contract", N_("The contract")),
    ("order", N_("An order or an extract from it")),
    ("payroll", N_("Extracts of pay")),
    ("pension", N_("Statement of the pension fund or of social payments")),
    ("record", N_("Labour book or service record")),
    ("archive", N_("Note of an archive")),
    ("decision", N_("Court decision that there was work")),
)
_FILED: Final = (("claim", N_("As a claim")), ("order", N_("As an application for a court order")))
_BY: Final = (("worker", N_("The worker")), ("representative", N_("A representative")))

QUESTIONS: Final = (
    FieldSpec("claimed", N_("What is claimed"), FieldKind.CHOICE, _CLAIMED),
    FieldSpec("filed", N_("How it is filed"), FieldKind.CHOICE, _FILED),
    FieldSpec("direct", N_("Why no commission is needed"), FieldKind.CHOICE, _DIRECT, span=2),
    FieldSpec("commission", N_("The conciliation commission"), FieldKind.CHOICE, _COMMISSION),
    FieldSpec("commission_on", N_("Day of the application or decision"), FieldKind.DAY),
    FieldSpec("certificate", N_("Certificate of work and pay"), FieldKind.CHOICE, _GOT),
    FieldSpec("certificate_on", N_("Day it was asked for"), FieldKind.DAY),
    FieldSpec("slips", N_("Notices of pay, month by month"), FieldKind.CHOICE, _GOT),
    FieldSpec("delivered", N_("Is there proof that the employer got the demand?"), FieldKind.YES_NO_UNKNOWN),
    FieldSpec("proofs", N_("Proofs of the work"), FieldKind.CHOICES, _PROOFS, span=2),
    FieldSpec("identity", N_("Address and identity document of each claimant?"), FieldKind.YES_NO_UNKNOWN),
    FieldSpec("branch", N_("Was the work at a branch of the firm?"), FieldKind.YES_NO_UNKNOWN),
    FieldSpec("by", N_("Who files it"), FieldKind.CHOICE, _BY),
    FieldSpec("power", N_("Is there a power of attorney?"), FieldKind.YES_NO_UNKNOWN),
    FieldSpec("inspection", N_("Was there a complaint to the labour inspection?"), FieldKind.YES_NO_UNKNOWN),
)
