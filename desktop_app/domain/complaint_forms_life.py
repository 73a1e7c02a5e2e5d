"""The forms of complaints about safety, housing, health and school, and of any other."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.complaint_fields import (
    OTHER,
    WHERE,
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

INJURY: Final = (
    WHERE,
    story("happened", N_("What happened, during which work"), required=True, asks_word=True),
    line("harm", N_("What was hurt")),
    one(
        "severity",
        N_("How bad it is"),
        (
            ("none", N_("Unsafe work, nobody hurt yet")),
            ("light", N_("Treated without hospital")),
            ("hospital", N_("Hospital")),
            ("lasting", N_("Lasting harm")),
            ("death", N_("Somebody died")),
        ),
    ),
    one(
        "help",
        N_("Medical help"),
        (
            ("ambulance", N_("Ambulance")),
            ("employer", N_("The employer brought the worker")),
            ("own", N_("The worker went alone")),
            ("none", N_("No help")),
        ),
    ),
    tenge("bill", N_("Paid by the worker for treatment, ₸"), asks_word=True),
    ask("employer_told", N_("The employer knows")),
    ask(
        "act",
        N_("A report on the accident was drawn up"),
        asks_word=True,
        evidence=N_("Photograph the place, the machine and the report before anything is changed."),
    ),
    ask(
        "doctor", N_("There is a paper of a doctor"), evidence=N_("Ask the hospital for an extract with the diagnosis.")
    ),
    one(
        "equipment",
        N_("Protective equipment"),
        (
            ("given", N_("Was given")),
            ("not_given", N_("Was not given")),
            ("bought", N_("The worker had to buy it")),
            ("unknown", N_("Not known")),
        ),
    ),
    ask("training", N_("Safety training was given and signed for")),
    number("days_off", N_("Days without work because of it")),
    ask("sick_pay", N_("These days were paid")),
    ask("still_unsafe", N_("Others still work in the same danger")),
    WITNESSES,
)

HOUSING: Final = (
    one(
        "provider",
        N_("Whose housing it is"),
        (
            ("employer", N_("The employer’s")),
            ("intermediary", N_("The intermediary’s")),
            ("landlord", N_("Rented from an owner")),
            ("other", N_("Another")),
        ),
    ),
    some(
        "what",
        N_("What is wrong"),
        (
            ("crowded", N_("Too many people")),
            ("cold", N_("No heating")),
            ("water", N_("No water or toilet")),
            ("unsafe", N_("Dangerous (fire, gas, wiring)")),
            ("locked", N_("Locked or guarded")),
            ("threatened", N_("Threatened with eviction")),
            ("evicted", N_("Put out")),
            ("price", N_("The price or deductions")),
            ("no_notice", N_("The owner will not register them")),
        ),
        required=True,
    ),
    line(
        "where", N_("Address"), span=2, evidence=N_("Photograph the rooms, the wiring, the lock, the notice to leave.")
    ),
    number("people", N_("People in a room")),
    tenge("rent", N_("Price of a month, ₸"), asks_word=True),
    one(
        "paid_how",
        N_("How it is paid"),
        (("free", N_("Free")), ("paid", N_("Paid by the worker")), ("deducted", N_("Deducted from the wages"))),
    ),
    ask("contract", N_("There is a written agreement")),
    day("leave_by", N_("Told to leave by"), future=True),
    ask("children", N_("Children live there")),
    ask("safe_place", N_("There is a safe place for the night")),
)

HEALTH: Final = (
    some(
        "needs",
        N_("What is needed"),
        (
            ("urgent", N_("Help at once")),
            ("pregnancy", N_("Pregnancy or birth")),
            ("long", N_("A long illness, medicines")),
            ("infection", N_("A dangerous infection")),
            ("mind", N_("Fear, sleeplessness, grief")),
            ("child", N_("Help for a child")),
            OTHER,
        ),
        required=True,
        hint=N_("Write only what is needed to find help."),
    ),
    one(
        "insurance",
        N_("Medical insurance"),
        (
            ("none", N_("None")),
            ("compulsory", N_("Compulsory social insurance")),
            ("bought", N_("Insurance bought for the stay")),
            ("unknown", N_("Not known")),
        ),
    ),
    line("where", N_("Clinic or hospital"), span=2),
    one(
        "refused",
        N_("What the clinic did"),
        (
            ("not_tried", N_("Was not asked yet")),
            ("helped", N_("Helped")),
            ("money", N_("Asked for money")),
            ("papers", N_("Asked for papers")),
            ("refused", N_("Refused")),
        ),
    ),
    tenge("bill", N_("Bill, ₸"), evidence=N_("Keep the bill and the receipt of payment.")),
    ask("sick_leave", N_("The employer refuses sick leave or pay"), asks_word=True),
    ask("from_work", N_("It comes from the work")),
)

SCHOOLING: Final = (
    number("children", N_("How many children"), required=True),
    line("ages", N_("Years of birth")),
    line("school", N_("School or kindergarten"), span=2),
    when("asked_on", N_("When a place was asked for")),
    one(
        "refused",
        N_("Reason of the refusal"),
        (
            ("none", N_("There was no refusal")),
            ("registration", N_("No registration")),
            ("iin", N_("No IIN")),
            ("papers", N_("No papers of the child")),
            ("places", N_("No places")),
            ("language", N_("Language")),
            ("other", N_("Another reason")),
        ),
    ),
    ask("in_writing", N_("The refusal is in writing"), evidence=N_("Ask for the refusal in writing, with a date.")),
    one(
        "basis",
        N_("Why the family is here"),
        (
            ("permanent", N_("Lives here permanently")),
            ("family", N_("Came for family reunification")),
            ("eaeu", N_("A parent is a worker from the EAEU")),
            ("labour", N_("A parent has a labour immigrant’s permit")),
            ("none", N_("None of these")),
            ("unknown", N_("Not known")),
        ),
    ),
    one(
        "language",
        N_("Language of teaching wanted"),
        (("kk", N_("Kazakh")), ("ru", N_("Russian")), ("other", N_("Another language"))),
    ),
    ask("works", N_("A child works")),
)

OTHER_COMPLAINT: Final = (
    line("title", N_("What it is about, in a few words"), required=True, span=2),
    story("happened", N_("What happened"), asks_word=True),
    WITNESSES,
)
