"""The clauses of the agreement on instalments that the centre's lawyer may word otherwise."""

from __future__ import annotations

from typing import Final

from desktop_app.i18n import N_
from desktop_app.letters.texts import Text

OPENING: Final = Text(
    "settlement.opening",
    N_("To settle the dispute before it goes to court, the employer and the worker have agreed as follows:"),
)
OPENING_MANY: Final = Text(
    "settlement.opening_many",
    N_(
        "To settle the dispute before it goes to court, the employer and each of the workers named in the table have "
        "agreed as follows:"
    ),
)
DEBT: Final = Text(
    "settlement.debt",
    N_("The employer acknowledges that on %(day)s it owes %(sum)s (%(words)s), as set out in the table."),
)
PAYS_CASH: Final = Text(
    "settlement.pays_cash",
    N_("The employer pays the debt by instalments, each not later than its day, in cash against a receipt."),
)
PAYS_BANK: Final = Text(
    "settlement.pays_bank",
    N_(
        "The employer pays the debt by instalments, each not later than its day, to the account that the worker names "
        "in writing."
    ),
)
MISSED: Final = Text(
    "settlement.missed",
    N_(
        "When an instalment is not paid in full on its day, the whole rest of the debt falls due on the next day. The "
        "penalty for each overdue calendar day is counted on through the day of actual payment (%(norm)s)."
    ),
)
DOCUMENTS: Final = Text(
    "settlement.documents",
    N_(
        "The employer returns the originals of the worker’s documents not later than %(day)s, against a written "
        "receipt and whatever becomes of the instalments."
    ),
)
DOCUMENTS_MANY: Final = Text(
    "settlement.documents_many",
    N_(
        "The employer returns the originals of the workers’ documents not later than %(day)s, against a written "
        "receipt and whatever becomes of the instalments."
    ),
)
NO_WAIVER: Final = Text(
    "settlement.no_waiver",
    N_(
        "The worker waives nothing by this agreement: neither the rest of the debt, nor the penalty through the day of "
        "actual payment, nor the right to turn to the conciliation commission, the state labour inspection and the "
        "court."
    ),
)
NO_WAIVER_MANY: Final = Text(
    "settlement.no_waiver_many",
    N_(
        "The workers waive nothing by this agreement: neither the rest of the debt, nor the penalty through the day of "
        "actual payment, nor the right to turn to the conciliation commission, the state labour inspection and the "
        "court."
    ),
)
SET_OFF: Final = Text(
    "settlement.set_off",
    N_(
        "Each payment is recorded with its day and sum; nothing is deducted from it but in the cases laid down by law "
        "or with the written consent of the worker."
    ),
)
COPIES: Final = Text(
    "settlement.copies",
    N_("The agreement takes effect when it is signed and is made in copies of equal force, one for each side."),
)
UNCHECKED: Final = Text(
    "settlement.unchecked",
    N_(
        "To be checked by the centre’s lawyer: the rules on mediation and on settlements in court, and in which form "
        "the agreement can be enforced (court order, notary’s writ of execution). This sentence is taken out once that "
        "is done."
    ),
)
TEXTS: Final = (
    OPENING, OPENING_MANY, DEBT, PAYS_CASH, PAYS_BANK, MISSED, DOCUMENTS, DOCUMENTS_MANY, NO_WAIVER, NO_WAIVER_MANY,
    SET_OFF, COPIES, UNCHECKED,
)  # fmt: skip
