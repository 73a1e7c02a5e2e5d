"""Breaches of labour law about contract, hours and deductions: what the answers say, and the norm beside it."""

from __future__ import annotations

from typing import Final

from desktop_app.i18n import N_
from desktop_app.letters.complaint_lines import Ground, Line, Listing, Told
from desktop_app.letters.texts import Text

NO_CONTRACT: Final[tuple[Told, ...]] = (
    Ground(
        "asked",
        ("", "not_asked", "promised", "refused"),
        Text(
            "inspection.no_contract",
            N_(
                "The work was done without a written employment contract. A worker may be let to work only after the "
                "contract is concluded; where it is missing by the fault of the employer, employment relations arise "
                "from the day on which the work really began (%(norm)s)."
            ),
        ),
        (("norm", "lc.33.3"),),
    ),
    Ground(
        "asked",
        ("kept",),
        Text(
            "inspection.no_copy",
            N_(
                "A contract was signed, but no copy of it was handed over. A contract is drawn up in at least two "
                "copies, and one of them is kept by the worker (%(norm)s)."
            ),
        ),
        (("norm", "lc.33"),),
    ),
    Line("started", N_("First day of work: %(value)s.")),
    Line("asked", N_("A written contract was asked for; it was promised for later."), ("promised",)),
    Line("asked", N_("A written contract was asked for; the employer refused."), ("refused",)),
    Listing(
        "proofs",
        N_("The work is proved by: %(list)s."),
        {
            "book": N_("the labour book"),
            "marked": N_("a contract with a mark about its end"),
            "orders": N_("extracts from orders"),
            "payroll": N_("extracts from pay sheets"),
            "record": N_("the service record"),
            "pension": N_("the statement of pension contributions"),
            "social": N_("the statement of social contributions"),
            "archive": N_("a note of an archive"),
        },
    ),
    Listing(
        "traces",
        N_("The work is also shown by: %(list)s."),
        {
            "pass": N_("a pass or badge"),
            "shifts": N_("shift sheets and notes of hours"),
            "messages": N_("messages with the foreman"),
            "transfers": N_("transfers to a bank card"),
            "photos": N_("photographs made at work"),
            "clothes": N_("work clothes with the name of the firm"),
            "witnesses": N_("colleagues who can confirm it"),
        },
    ),
    Line("others", N_("Others who work there without a contract, as far as is known: %(value)s.")),
)

OVERTIME: Final[tuple[Told, ...]] = (
    Ground(
        "what",
        ("long_days",),
        Text(
            "inspection.long_days",
            N_(
                "The work went beyond the normal length of working time. Overtime needs the written consent of the "
                "worker (%(consent)s), has a limit (%(limit)s) and is paid at a higher rate (%(pay)s)."
            ),
        ),
        (("consent", "lc.77"), ("limit", "lc.78"), ("pay", "lc.108")),
    ),
    Ground(
        "what",
        ("night",),
        Text("inspection.night", N_("There was work at night. Each hour of it is paid at a higher rate (%(norm)s).")),
        (("norm", "lc.110"),),
    ),
    Ground(
        "what",
        ("days_off",),
        Text(
            "inspection.days_off",
            N_(
                "There was work on days off and holidays. It needs the written consent of the worker (%(consent)s) and "
                "is paid at a higher rate (%(pay)s)."
            ),
        ),
        (("consent", "lc.85.1"), ("pay", "lc.109")),
    ),
    Ground(
        "what",
        ("no_rest",),
        Text("inspection.no_rest", N_("No weekly day off was given, although the law lays it down (%(norm)s).")),
        (("norm", "lc.84"),),
    ),
    Ground(
        "what",
        ("no_leave",),
        Text("inspection.no_leave", N_("The paid annual leave laid down by law was not given (%(norm)s).")),
        (("norm", "lc.88"),),
    ),
    Line("what", N_("The leave was given, but it was not paid."), ("leave_unpaid",)),
    Line("usual_day", N_("Usual working day: %(value)s.")),
    Line("days_in_week", N_("Working days in a week: %(value)s.")),
    Line("last_leave", N_("Last leave: %(value)s.")),
    Line("consent", N_("Consent to overtime was given by word only."), ("spoken",)),
    Line("consent", N_("Consent to overtime was not asked for."), ("none",)),
    Line("paid", N_("The extra hours were not paid."), ("nothing",)),
    Line("paid", N_("The extra hours were paid as ordinary hours."), ("plain",)),
    Ground(
        "records",
        ("no",),
        Text(
            "inspection.no_records",
            N_("The employer keeps no record of working time, although it is bound to (%(norm)s)."),
        ),
        (("norm", "lc.79"),),
    ),
)

DEDUCTIONS: Final[tuple[Told, ...]] = (
    Ground(
        "court",
        ("", "no", "unknown"),
        Text(
            "inspection.deductions",
            N_(
                "Money was kept back from the wages. Deductions are made by a decision of a court or in the cases that "
                "the law names; others need the written consent of the worker (%(norm)s), and all deductions of a "
                "month together have a limit (%(limit)s)."
            ),
        ),
        (("norm", "lc.115"), ("limit", "lc.115.3")),
    ),
    Listing(
        "for_what",
        N_("Money was kept back for: %(list)s."),
        {
            "fine": N_("fines"),
            "housing": N_("housing"),
            "food": N_("food"),
            "damage": N_("damage or shortage"),
            "papers": N_("drawing up of papers and travel"),
            "intermediary": N_("services of an intermediary"),
            "advance": N_("an advance"),
        },
    ),
    Line("sum", N_("Kept back in all: %(value)s.")),
    Line("left", N_("Left in the hand for a month: %(value)s.")),
    Line("consent", N_("No written consent to deductions was given."), ("no",)),
    Line("order", N_("No order of the employer about deductions was shown."), ("no",)),
)
