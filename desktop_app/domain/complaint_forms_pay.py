"""The forms of complaints about pay and contract."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.complaint_fields import (
    OTHER,
    WITNESSES,
    ask,
    day,
    line,
    number,
    one,
    some,
    story,
    tenge,
    when,
)
from desktop_app.i18n import N_

OVERTIME: Final = (
    some(
        "what",
        N_("What it is about"),
        (
            ("long_days", N_("Long working days")),
            ("night", N_("Work at night")),
            ("days_off", N_("Work on days off and holidays")),
            ("no_rest", N_("No weekly day off")),
            ("no_leave", N_("Leave was not given")),
            ("leave_unpaid", N_("Leave was not paid")),
        ),
        required=True,
    ),
    line("usual_day", N_("Usual working day (from, to, breaks)"), asks_word=True, span=2),
    number("days_in_week", N_("Working days in a week")),
    one(
        "consent",
        N_("Consent to overtime"),
        (("written", N_("In writing")), ("spoken", N_("By word")), ("none", N_("Nobody asked"))),
    ),
    ask(
        "records",
        N_("The employer keeps a record of hours"),
        asks_word=True,
        evidence=N_("Photograph the sheet of hours, the pass log, messages that call to work."),
    ),
    one(
        "paid",
        N_("How the extra hours were paid"),
        (
            ("nothing", N_("Not at all")),
            ("plain", N_("As ordinary hours")),
            ("more", N_("More than ordinary hours")),
            ("rest", N_("With other hours of rest")),
        ),
    ),
    when("last_leave", N_("Last leave")),
)

DEDUCTIONS: Final = (
    some(
        "for_what",
        N_("What was deducted for"),
        (
            ("fine", N_("Fines")),
            ("housing", N_("Housing")),
            ("food", N_("Food")),
            ("damage", N_("Damage or shortage")),
            ("papers", N_("Permit, papers, travel")),
            ("intermediary", N_("The intermediary")),
            ("advance", N_("An advance")),
            OTHER,
        ),
        required=True,
    ),
    tenge("sum", N_("Deducted in all, ₸"), asks_word=True),
    tenge("left", N_("Left in the hand for a month, ₸")),
    ask("consent", N_("Written consent to deduct was signed"), asks_word=True),
    ask("order", N_("The employer’s order about it was shown"), asks_word=True),
    ask("court", N_("It was by a court decision")),
    line("explained", N_("How the employer explains it"), span=2),
)

DISMISSAL: Final = (
    day("last_day", N_("Last day of work"), required=True, asks_word=True),
    one(
        "told_how",
        N_("How the worker learned of it"),
        (
            ("order", N_("By an order")),
            ("word", N_("By word")),
            ("message", N_("By a message or call")),
            ("shut_out", N_("Was not let in to work")),
            ("own_wish", N_("Was told to sign “own wish”")),
        ),
    ),
    ask("order_seen", N_("The order was shown"), asks_word=True),
    day("order_on", N_("The copy of the order was handed over on")),
    line("reason", N_("Reason given"), asks_word=True, span=2),
    one(
        "own_wish",
        N_("Application of the worker’s own wish"),
        (("none", N_("Was not signed")), ("freely", N_("Signed freely")), ("pressed", N_("Signed under pressure"))),
    ),
    one(
        "final_pay",
        N_("Final pay"),
        (("all", N_("Paid in full")), ("part", N_("Paid in part")), ("nothing", N_("Not paid"))),
        asks_word=True,
    ),
    ask("certificate", N_("A certificate of work and pay was given")),
    some(
        "protected",
        N_("On that day the worker was"),
        (
            ("sick", N_("Ill, with a doctor’s paper")),
            ("leave", N_("On leave")),
            ("pregnant", N_("Pregnant")),
            ("small_child", N_("The mother of a child under three")),
        ),
    ),
    one(
        "wants",
        N_("What the worker wants"),
        (("back", N_("To return to work")), ("money", N_("Money only")), ("undecided", N_("Has not decided"))),
    ),
)

NO_CONTRACT: Final = (
    when("started", N_("First day of work"), required=True, asks_word=True),
    line("hired_by", N_("Who hired and who gives orders (name, post, phone)"), span=2),
    story("promised", N_("What was promised by word (pay, hours, housing)")),
    one(
        "asked",
        N_("Was a contract asked for"),
        (
            ("not_asked", N_("Not asked for")),
            ("promised", N_("Asked for, promised for later")),
            ("refused", N_("Asked for, refused")),
            ("kept", N_("Signed, but no copy was given")),
        ),
    ),
    some(
        "proofs",
        N_("Papers that prove the work (article 35 of the Labour Code)"),
        (
            ("book", N_("Labour book")),
            ("marked", N_("Contract with a mark about its end")),
            ("orders", N_("Extracts from orders")),
            ("payroll", N_("Extracts from pay sheets")),
            ("record", N_("Service record")),
            ("pension", N_("Statement of pension contributions")),
            ("social", N_("Statement of social contributions")),
            ("archive", N_("Note of an archive")),
        ),
    ),
    some(
        "traces",
        N_("Other traces of the work"),
        (
            ("pass", N_("Pass or badge")),
            ("shifts", N_("Shift sheets, notes of hours")),
            ("messages", N_("Messages with the foreman")),
            ("transfers", N_("Transfers to a card")),
            ("photos", N_("Photographs at work")),
            ("clothes", N_("Work clothes with the firm’s name")),
            ("witnesses", N_("Colleagues who can confirm")),
        ),
    ),
    ask("working", N_("Still works there")),
    number("others", N_("How many others work without a contract")),
    WITNESSES,
)

CONTRACT_CHECK: Final = (
    ask("copy", N_("The worker has a copy of the contract")),
    day("signed_on", N_("Signed on")),
    ask("understood", N_("The worker understands its language")),
    line("worries", N_("What worries the worker in it"), span=2),
)
