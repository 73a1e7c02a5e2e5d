"""The sentences of the claim for wages that the centre's lawyer may word otherwise."""

from __future__ import annotations

from typing import Final

from desktop_app.i18n import N_
from desktop_app.letters import claim_beyond, claim_law, on_behalf
from desktop_app.letters.texts import Text

LATE: Final = Text(
    "claim.late",
    N_(
        "These wages were paid later than they were due. According to the attached calculation, "
        "the penalty for late payment is %(penalty)s."
    ),
)
UNPAID: Final = Text(
    "claim.unpaid",
    N_(
        "The work was done, but the wages have not been paid in full. According to the attached calculation, "
        "the wage arrears on %(day)s are %(arrears)s."
    ),
)
UNPAID_AND_LATE: Final = Text(
    "claim.unpaid_and_late",
    N_(
        "The work was done, but the wages have not been paid in full. According to the attached calculation, "
        "the wage arrears on %(day)s are %(arrears)s and the penalty for late payment is %(penalty)s."
    ),
)
SAYS: Final = Text(
    "claim.says",
    N_(
        "The sums are stated according to the worker. If your records of working time and pay say otherwise, "
        "please attach certified copies of them to your reply."
    ),
)
SAY: Final = Text(
    "claim.say",
    N_(
        "The sums are stated according to the workers. If your records of working time and pay say otherwise, "
        "please attach certified copies of them to your reply."
    ),
)
BY_PAPER: Final = Text("claim.by_paper", N_("The sums are stated according to documents on working time and pay."))
ADMITTED: Final = Text("claim.admitted", N_("The sums are those that you have admitted."))
PAY_ONE: Final = Text("claim.pay_one", N_("pay the worker the wage arrears: %(sum)s (%(words)s);"))
PAY_MANY: Final = Text(
    "claim.pay_many", N_("pay the workers the wage arrears: %(sum)s (%(words)s), to each as in the table;")
)
PAY_PENALTY: Final = Text(
    "claim.pay_penalty",
    N_(
        "pay the penalty for late payment, which through %(day)s is %(sum)s (%(words)s), and the penalty for "
        "each further calendar day through the day of actual payment;"
    ),
)
PAY_PENALTY_ALONE: Final = Text("claim.pay_penalty_alone", N_("pay the penalty for late payment: %(sum)s (%(words)s);"))
PAY_BEYOND: Final = Text(
    "claim.pay_beyond", N_("pay the other sums named above: %(sum)s (%(words)s), as set out in the calculation;")
)
PAY_BEYOND_PENALTY: Final = Text(
    "claim.pay_beyond_penalty",
    N_(
        "pay the penalty on these other sums, which through %(day)s is %(sum)s (%(words)s), and the penalty for each "
        "further calendar day through the day of actual payment;"
    ),
)
SLIP_ONE: Final = Text(
    "claim.slip_one",
    N_(
        "give the worker a written notice of the components of the wages for each month claimed, of deductions "
        "with their grounds, and of the total due (%(norm)s);"
    ),
)
SLIP_MANY: Final = Text(
    "claim.slip_many",
    N_(
        "give each worker a written notice of the components of the wages for each month claimed, of deductions "
        "with their grounds, and of the total due (%(norm)s);"
    ),
)
REPLY: Final = Text("claim.reply", N_("send our centre a written reply with copies of the payment documents."))
WARN_ONE: Final = Text(
    "claim.warn_one",
    N_(
        "If this is not done in time, the worker will turn, with the assistance of our centre and in the manner "
        "laid down by law, to the territorial division of the authorised state body for labour and to the court "
        "for recovery of what is owed and of the penalty through the day of actual payment."
    ),
)
WARN_MANY: Final = Text(
    "claim.warn_many",
    N_(
        "If this is not done in time, the workers will turn, with the assistance of our centre and in the manner "
        "laid down by law, to the territorial division of the authorised state body for labour and to the court "
        "for recovery of what is owed and of the penalty through the day of actual payment."
    ),
)
WARN_COMMISSION_ONE: Final = Text(
    "claim.warn_commission_one",
    N_(
        "If this is not done in time, the worker will turn, with the assistance of our centre and in the order laid "
        "down by law, to the conciliation commission, the territorial division of the authorised state body for labour "
        "and the court for recovery of what is owed and of the penalty through the day of actual payment."
    ),
)
WARN_COMMISSION_MANY: Final = Text(
    "claim.warn_commission_many",
    N_(
        "If this is not done in time, the workers will turn, with the assistance of our centre and in the order laid "
        "down by law, to the conciliation commission, the territorial division of the authorised state body for labour "
        "and the court for recovery of what is owed and of the penalty through the day of actual payment."
    ),
)
LIABLE: Final = Text(
    "claim.liable",
    N_(
        "Failure through the employer’s fault to pay wages in full and on time, or to accrue and pay the penalty, "
        "entails administrative liability (%(norm)s)."
    ),
)
TEXTS: Final = (
    on_behalf.APPLIED, on_behalf.DEMAND, LATE, UNPAID, UNPAID_AND_LATE, SAYS, SAY, BY_PAPER, ADMITTED, *claim_law.TEXTS,
    *claim_beyond.TEXTS, PAY_ONE, PAY_MANY, PAY_PENALTY, PAY_PENALTY_ALONE, PAY_BEYOND, PAY_BEYOND_PENALTY, SLIP_ONE,
    SLIP_MANY, REPLY, WARN_ONE, WARN_MANY, WARN_COMMISSION_ONE, WARN_COMMISSION_MANY, LIABLE,
)  # fmt: skip
