"""The forms of complaints about force, fear and deceit."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.answers import FieldKind, FieldSpec
from desktop_app.domain.complaint_fields import (
    DANGER,
    OTHER,
    POLICE,
    POLICE_NUMBER,
    ROLE,
    WHERE,
    WHO,
    WITNESSES,
    ask,
    line,
    number,
    one,
    some,
    story,
    tenge,
    when,
)
from desktop_app.i18n import N_

VIOLENCE: Final = (
    some(
        "what",
        N_("What happened"),
        (
            ("beaten", N_("Beaten or hurt")),
            ("sexual", N_("Touched or forced sexually")),
            ("threat_harm", N_("Threatened with violence")),
            ("threat_police", N_("Threatened with the police or expulsion")),
            ("threat_family", N_("The family was threatened")),
            ("humiliated", N_("Insulted, humiliated")),
            OTHER,
        ),
        required=True,
    ),
    DANGER,
    ask("safe_place", N_("There is a safe place for the night")),
    WHO,
    ROLE,
    WHERE,
    story("words", N_("Words of the threat, as they were said")),
    ask("injuries", N_("There are injuries")),
    ask(
        "doctor",
        N_("A doctor has recorded them"),
        evidence=N_("Photograph the injuries beside something of known size."),
    ),
    POLICE,
    POLICE_NUMBER,
    WITNESSES,
)

MOVEMENT: Final = (
    some(
        "how",
        N_("How movement is restricted"),
        (
            ("locked", N_("Locked in")),
            ("guarded", N_("Guarded")),
            ("permission", N_("Going out only with permission")),
            ("escorted", N_("Going out only with an escort")),
            ("remote", N_("A remote place without transport")),
            ("no_phone", N_("Phone taken or calls listened to")),
            ("no_visitors", N_("No visitors")),
            ("documents", N_("Documents are kept")),
            ("debt", N_("Not let go because of a debt")),
        ),
        required=True,
    ),
    ask("now", N_("It goes on now")),
    DANGER,
    line("where", N_("The place and how to find it"), span=2),
    WHO,
    when("last_out", N_("When the worker last went out freely")),
    number("others", N_("How many others are held")),
    ask("children", N_("There are children among them")),
    line("safe_way", N_("How and when it is safe to reach the worker"), span=2),
    POLICE,
    POLICE_NUMBER,
)

DEBT_BONDAGE: Final = (
    some(
        "for_what",
        N_("What the debt is said to be for"),
        (
            ("travel", N_("Travel")),
            ("papers", N_("Permit and papers")),
            ("intermediary", N_("The intermediary")),
            ("living", N_("Food and housing")),
            ("advance", N_("An advance")),
            ("fine", N_("Fines")),
            ("family", N_("A debt of the family")),
            OTHER,
        ),
        required=True,
    ),
    tenge("sum", N_("Debt, ₸"), asks_word=True),
    tenge("worked_off", N_("Worked off or paid, ₸"), asks_word=True),
    ask("held", N_("May not leave until it is paid"), asks_word=True),
    ask("grows", N_("The debt grows")),
    ask("signed", N_("A paper about the debt was signed"), evidence=N_("Photograph the paper about the debt.")),
    ask("account", N_("An account of the debt was shown")),
    ask("threats", N_("There were threats")),
    ask("family", N_("The family works for the same debt")),
    ask("children", N_("Children work for it")),
    WHO,
    ROLE,
)

OFFICIALS: Final = (
    some(
        "what",
        N_("What happened"),
        (
            ("demanded", N_("Money was demanded")),
            ("taken", N_("Money was taken")),
            ("detained", N_("Detained")),
            ("papers", N_("Documents were taken")),
            ("threatened", N_("Threatened")),
            ("beaten", N_("Beaten or hurt")),
            ("refused", N_("A statement was not accepted")),
        ),
        required=True,
    ),
    line("who", N_("Name, rank, badge, car number"), span=2),
    one(
        "body",
        N_("Body"),
        (
            ("police", N_("Police")),
            ("migration", N_("Migration service")),
            ("border", N_("Border service")),
            ("labour", N_("Labour inspection")),
            ("akimat", N_("Akimat")),
            ("other", N_("Another body")),
            ("unknown", N_("Not known")),
        ),
    ),
    line("department", N_("Department, station, post")),
    WHERE,
    tenge("sum", N_("Sum, ₸"), asks_word=True),
    one(
        "paid_how",
        N_("How it was paid"),
        (
            ("not_paid", N_("Was not paid")),
            ("cash", N_("In cash")),
            ("transfer", N_("By transfer")),
            ("goods", N_("In goods or work")),
        ),
    ),
    ask("receipt", N_("A receipt was given"), evidence=N_("Keep the transfer slip: it names the receiver.")),
    number("hours", N_("Hours of detention")),
    ask("protocol", N_("A protocol was drawn up")),
    ask("copy", N_("A copy of it was given")),
    ask("interpreter", N_("There was an interpreter")),
    ask("fears", N_("The worker is afraid of revenge")),
    WITNESSES,
)

DISCRIMINATION: Final = (
    some(
        "ground",
        N_("Because of what"),
        (
            ("origin", N_("Nationality or origin")),
            ("citizenship", N_("Citizenship")),
            ("language", N_("Language")),
            ("residence", N_("Place of residence")),
            ("sex", N_("Sex")),
            ("pregnancy", N_("Pregnancy or children")),
            ("religion", N_("Religion")),
            ("age", N_("Age")),
            ("health", N_("Health or disability")),
            OTHER,
        ),
        required=True,
    ),
    some(
        "what",
        N_("How it shows"),
        (
            ("pay", N_("Lower pay for the same work")),
            ("conditions", N_("Worse conditions")),
            ("hiring", N_("Refused at hiring")),
            ("vacancy", N_("The vacancy excludes people")),
            ("dismissal", N_("Dismissal")),
            ("insults", N_("Insults")),
        ),
    ),
    line("compared", N_("Who is treated better, and in what"), asks_word=True, span=2),
    WHO,
    WITNESSES,
)

DECEPTION: Final = (
    line("who", N_("Intermediary: name, firm, phone, page"), span=2, required=True),
    one(
        "kind",
        N_("Who this is"),
        (
            ("agency", N_("An employment agency")),
            ("person", N_("A private person")),
            ("acquaintance", N_("A relative or acquaintance")),
            ("online", N_("A page or channel on the internet")),
            ("employer", N_("The employer’s own person")),
        ),
    ),
    FieldSpec("country", N_("Country where it was promised"), FieldKind.COUNTRY),
    story("promised", N_("What was promised")),
    some(
        "differs",
        N_("What is different"),
        (
            ("no_job", N_("There was no job at all")),
            ("work", N_("The work")),
            ("pay", N_("The pay")),
            ("place", N_("The place or employer")),
            ("hours", N_("The hours")),
            ("housing", N_("The housing")),
            ("papers", N_("The papers")),
        ),
    ),
    tenge("sum", N_("Paid to the intermediary, ₸"), asks_word=True),
    one(
        "paid_how",
        N_("How it was paid"),
        (
            ("not_paid", N_("Was not paid")),
            ("cash", N_("In cash")),
            ("transfer", N_("By transfer")),
            ("wages", N_("Out of the wages")),
        ),
    ),
    ask("receipt", N_("A receipt was given"), evidence=N_("Photograph the advertisement, the messages, the receipt.")),
    ask("contract", N_("There is a contract with the intermediary"), asks_word=True),
    ask("licence", N_("A registration or licence of the agency was shown"), asks_word=True),
    one(
        "refund",
        N_("Money back"),
        (
            ("not_asked", N_("Not asked for")),
            ("promised", N_("Promised")),
            ("refused", N_("Refused")),
            ("part", N_("Given in part")),
            ("all", N_("Given")),
        ),
    ),
)
