"""Breaches of labour law as the inspection is told of them: what the answers of each complaint say, and the norm.

Articles of the Labour Code stand beside the sentences that need them; free notes and all about the stay are never told.
"""

from __future__ import annotations

from typing import Final

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.i18n import N_
from desktop_app.letters.complaint_lines import Ground, Line, Listing, Told
from desktop_app.letters.pay_breaches import DEDUCTIONS, NO_CONTRACT, OVERTIME
from desktop_app.letters.texts import Text

DISMISSAL: Final[tuple[Told, ...]] = (
    Line("last_day", N_("Last day of work: %(value)s.")),
    Line("told_how", N_("The dismissal was told by word."), ("word",)),
    Line("told_how", N_("The dismissal was told by a message or a call."), ("message",)),
    Line("told_how", N_("The dismissal: the employer stopped letting in to work."), ("shut_out",)),
    Line("told_how", N_("The employer told to sign an application “of own wish”."), ("own_wish",)),
    Line("own_wish", N_("The application “of own wish” was signed under pressure."), ("pressed",)),
    Line("order_on", N_("The copy of the order was handed over: %(value)s.")),
    Ground(
        "order_seen",
        ("no",),
        Text(
            "inspection.no_order",
            N_(
                "No order of dismissal was shown. The end of a contract is drawn up by an act of the employer with its "
                "ground, and its copy is handed over or sent to the worker (%(norm)s)."
            ),
        ),
        (("norm", "lc.61"),),
    ),
    Ground(
        "protected",
        ("sick", "leave", "pregnant", "small_child"),
        Text(
            "inspection.protected",
            N_("On that day the law restricted dismissal on the initiative of the employer (%(norm)s)."),
        ),
        (("norm", "lc.54"),),
    ),
    Line("protected", N_("On the day of dismissal there was illness, with a doctor’s paper."), ("sick",)),
    Line("protected", N_("On the day of dismissal there was leave."), ("leave",)),
    Line("protected", N_("On the day of dismissal there was pregnancy."), ("pregnant",)),
    Line("protected", N_("On the day of dismissal there was a child under three to care for."), ("small_child",)),
    Ground(
        "final_pay",
        ("part", "nothing"),
        Text(
            "inspection.final_pay",
            N_(
                "The final pay was not made in full. All that is due at the end of a contract is paid within the term "
                "that the law sets (%(norm)s)."
            ),
        ),
        (("norm", "lc.113.4"),),
    ),
    Ground(
        "certificate",
        ("no",),
        Text("inspection.certificate", N_("No certificate of work and pay was given (%(norm)s).")),
        (("norm", "lc.62"),),
    ),
)

INJURY: Final[tuple[Told, ...]] = (
    Line("severity", N_("The work was done in conditions dangerous to life and health."), ("none",)),
    Line("severity", N_("The health was harmed at work; the treatment went without a hospital."), ("light",)),
    Line("severity", N_("The health was harmed at work; treatment in a hospital was needed."), ("hospital",)),
    Line("severity", N_("Lasting harm was done to the health at work."), ("lasting",)),
    Line("severity", N_("A person died at work."), ("death",)),
    Line("where", N_("Place: %(value)s.")),
    Line("harm", N_("What was hurt: %(value)s.")),
    Line("help", N_("An ambulance was called."), ("ambulance",)),
    Line("help", N_("No medical help was given at the place."), ("none",)),
    Line("doctor", N_("There is a paper of a doctor."), ("yes",)),
    Line("act", N_("No report on the accident was drawn up."), ("no",)),
    Line("equipment", N_("Protective equipment was not given."), ("not_given",)),
    Line("equipment", N_("Protective equipment had to be bought at own expense."), ("bought",)),
    Line("training", N_("There was no safety training."), ("no",)),
    Line("bill", N_("Paid for treatment at own expense: %(value)s.")),
    Line("days_off", N_("Days without work because of it: %(value)s.")),
    Ground(
        "sick_pay",
        ("no",),
        Text("inspection.sick_pay", N_("These days were not paid by the employer (%(norm)s).")),
        (("norm", "lc.133"),),
    ),
    Ground(
        "still_unsafe",
        ("yes",),
        Text(
            "inspection.still_unsafe",
            N_(
                "Others still work in the same danger, although a worker may refuse work that threatens life or "
                "health (%(norm)s)."
            ),
        ),
        (("norm", "lc.22.1.19"),),
    ),
)

DISCRIMINATION: Final[tuple[Told, ...]] = (
    Ground(
        "ground",
        ("origin", "citizenship", "language", "residence", "sex", "pregnancy", "religion", "age", "health", "other"),
        Text(
            "inspection.discrimination",
            N_("At work there was treatment worse than that of others. The law forbids it (%(norm)s)."),
        ),
        (("norm", "lc.6"),),
    ),
    Listing(
        "ground",
        N_("The reason was: %(list)s."),
        {
            "origin": N_("nationality or origin"),
            "language": N_("language"),
            "residence": N_("place of residence"),
            "sex": N_("sex"),
            "pregnancy": N_("pregnancy or children"),
            "religion": N_("religion"),
            "age": N_("age"),
            "health": N_("health or disability"),
        },
    ),
    Listing(
        "what",
        N_("It showed in: %(list)s."),
        {
            "pay": N_("lower pay for the same work"),
            "conditions": N_("worse conditions of work"),
            "hiring": N_("refusal at hiring"),
            "vacancy": N_("a vacancy that excludes people"),
            "dismissal": N_("dismissal"),
            "insults": N_("insults"),
        },
    ),
)

HOUSING: Final[tuple[Told, ...]] = (
    Line("provider", N_("The housing is given by the employer."), ("employer",)),
    Listing(
        "what",
        N_("What is wrong with the housing: %(list)s."),
        {
            "crowded": N_("too many people"),
            "cold": N_("no heating"),
            "water": N_("no water or toilet"),
            "unsafe": N_("danger from fire, gas or wiring"),
            "locked": N_("the housing is locked or guarded"),
            "threatened": N_("threats of eviction"),
            "evicted": N_("eviction"),
            "price": N_("the price of the housing"),
        },
    ),
    Line("people", N_("People in a room: %(value)s.")),
    Line("rent", N_("Price of the housing for a month: %(value)s.")),
    Ground(
        "paid_how",
        ("deducted",),
        Text(
            "inspection.housing",
            N_(
                "The price is deducted from the wages. Such deductions need the written consent of the worker "
                "(%(norm)s)."
            ),
        ),
        (("norm", "lc.115"),),
    ),
)

BREACHES: Final[dict[ComplaintKind, tuple[Told, ...]]] = {
    ComplaintKind.NO_CONTRACT: NO_CONTRACT,
    ComplaintKind.OVERTIME: OVERTIME,
    ComplaintKind.DEDUCTIONS: DEDUCTIONS,
    ComplaintKind.DISMISSAL: DISMISSAL,
    ComplaintKind.INJURY: INJURY,
    ComplaintKind.DISCRIMINATION: DISCRIMINATION,
    ComplaintKind.HOUSING: HOUSING,
}
"""What the inspection is told of each kind beside wages, in the order of the letter."""
