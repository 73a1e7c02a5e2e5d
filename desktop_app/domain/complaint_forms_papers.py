"""The forms of complaints about documents held back, stay and permits."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.complaint_fields import ROLES, WITNESSES, ask, day, line, one, some, tenge, when
from desktop_app.i18n import N_

WITHHELD_DOCUMENTS: Final = (
    one("role", N_("Who keeps the documents"), ROLES, required=True),
    line("holder", N_("Name, post, phone of who keeps them"), span=2),
    one(
        "reason",
        N_("Reason given"),
        (
            ("registration", N_("For registration or a permit")),
            ("safekeeping", N_("To keep them safe")),
            ("debt", N_("A debt")),
            ("until_end", N_("Until the work ends")),
            ("damage", N_("Damage or a fine")),
            ("nothing", N_("No reason was given")),
            ("other", N_("Another reason")),
        ),
        asks_word=True,
    ),
    line("words", N_("Words used when they were taken"), span=2),
    one(
        "consent",
        N_("Did the worker agree to leave the originals"),
        (("free", N_("Freely")), ("pressed", N_("Under pressure")), ("none", N_("Did not agree"))),
        asks_word=True,
    ),
    ask(
        "undertaking",
        N_("A written undertaking to return them was given"),
        asks_word=True,
        evidence=N_("Photograph the undertaking or receipt, both sides."),
    ),
    one(
        "condition",
        N_("Condition for giving them back"),
        (
            ("none", N_("None was named")),
            ("debt", N_("A debt must be paid")),
            ("money", N_("Money is demanded")),
            ("until_end", N_("The work must be finished")),
            ("replacement", N_("Another worker must come instead")),
            ("silence", N_("The complaint must be taken back")),
        ),
        asks_word=True,
    ),
    tenge("sum", N_("Sum demanded, ₸")),
    one(
        "demanded",
        N_("Was the return demanded"),
        (("no", N_("Not yet")), ("spoken", N_("By word")), ("written", N_("In writing"))),
    ),
    when("demanded_on", N_("When it was demanded")),
    line("answer", N_("What was answered"), span=2),
    one(
        "state",
        N_("What is known of the documents"),
        (
            ("kept", N_("They are kept")),
            ("hidden", N_("They are hidden")),
            ("destroyed", N_("They were destroyed")),
            ("lost", N_("They are said to be lost")),
            ("unknown", N_("Not known")),
        ),
        asks_word=True,
    ),
    some(
        "consequences",
        N_("What it has led to"),
        (
            ("cannot_leave", N_("Cannot leave the country")),
            ("cannot_change", N_("Cannot change the job")),
            ("overstay", N_("The stay has run out")),
            ("no_registration", N_("Could not register")),
            ("no_card", N_("No bank card or account")),
            ("fined", N_("Was fined")),
            ("no_care", N_("No medical help")),
        ),
    ),
    ask("threats", N_("There were threats"), asks_word=True),
    ask("copies", N_("There is a photo or copy of the document")),
    ask("permanent", N_("The worker lives here permanently (residence permit)")),
    day("stay_until", N_("The lawful stay ends on"), future=True),
    WITNESSES,
)

STAY: Final = (
    some(
        "what",
        N_("What it is about"),
        (
            ("not_registered", N_("Not registered")),
            ("expired", N_("The stay or registration has run out")),
            ("no_permit", N_("Works without a permit")),
            ("permit_expired", N_("The permit has run out")),
            ("other_employer", N_("The permit is for another employer")),
            ("refused", N_("A permit or registration was refused")),
            ("fined", N_("A fine")),
            ("expulsion", N_("Expulsion")),
            ("entry_ban", N_("Ban on entry")),
            ("other", N_("Something else")),
        ),
        required=True,
    ),
    when("entered", N_("Last entry into the country"), asks_word=True),
    day("until", N_("The stay or permit ends on"), future=True, asks_word=True),
    ask("host_told", N_("The host gave notice of the arrival"), asks_word=True),
    line("paper", N_("Decision or protocol (number, body)")),
    day("paper_on", N_("It was handed over on")),
    tenge("fine", N_("Fine, ₸")),
    ask("fine_paid", N_("The fine is paid"), evidence=N_("Photograph the receipt of the fine.")),
    ask("expulsion", N_("Expulsion is being decided")),
    day("hearing", N_("Day of the hearing"), future=True),
    ask("promised", N_("The employer promised to arrange the papers"), asks_word=True),
    tenge("paid", N_("Paid for the papers, ₸"), asks_word=True),
)
