"""The answers there are to choose from about a labour contract: codes and their names."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.answers import UNKNOWN
from desktop_app.i18n import N_

REQUISITES: Final = (
    N_("Details of both parties: names, addresses, documents, IIN or BIN"),
    N_("The work: profession, qualification or position"),
    N_("The place of work"),
    N_("The term of the contract"),
    N_("The day work begins"),
    N_("Hours of work and rest"),
    N_("The amount and other terms of pay"),
    N_("Working conditions, guarantees and benefits for heavy, harmful or dangerous work"),
    N_("Rights and duties of the worker"),
    N_("Rights and duties of the employer"),
    N_("How the contract is changed and ended"),
    N_("Responsibility of the parties"),
    N_("The day it was concluded and its number"),
)
"""The requisites in the order of the sub-items of article 28(1) of the Labour Code."""

FORMS: Final = (
    ("paper", N_("On paper")),
    ("electronic", N_("Electronic, with digital signatures")),
    ("oral", N_("Only spoken")),
    (UNKNOWN, N_("Not known")),
)
CALLED: Final = (
    ("labour", N_("Labour contract")),
    ("civil", N_("Contract for services or works (civil-law)")),
    ("other", N_("Another paper: receipt, application, list")),
    (UNKNOWN, N_("Not known")),
)
REGIMES: Final = (
    ("none_needed", N_("None needed: permanent resident, kandas, refugee, family of a citizen")),
    ("eaeu", N_("None needed: citizen of an EAEU state")),
    ("labour_immigrant", N_("Permit of a labour immigrant (work in a household)")),
    ("employer_permit", N_("The employer’s permit for foreign labour")),
    ("seasonal_permit", N_("The employer’s permit for seasonal work")),
    ("qualified", N_("Certificate of qualification (self-employment)")),
    (UNKNOWN, N_("Not known")),
)
EMPLOYERS: Final = (
    ("company", N_("Company")),
    ("small", N_("Small business or sole trader")),
    ("household", N_("Individual, for a household")),
    (UNKNOWN, N_("Not known")),
)
SETTINGS: Final = (
    ("ordinary", N_("Ordinary work")),
    ("seasonal", N_("Seasonal work")),
    ("rotation", N_("Rotation: shifts far from home")),
    ("agency", N_("Sent to work for another firm (agency work)")),
)
TERMS: Final = (
    ("indefinite", N_("Without an end date")),
    ("fixed", N_("For a fixed term")),
    ("work", N_("For a certain piece of work")),
    ("substitution", N_("While somebody is absent")),
    ("season", N_("For the season")),
    ("permit", N_("For the term of the permit")),
    (UNKNOWN, N_("Not known")),
)
BASES: Final = (
    ("monthly", N_("By the month")),
    ("daily", N_("By the day or shift")),
    ("hourly", N_("By the hour")),
    ("piece", N_("By the piece")),
    ("lump_sum", N_("One sum for the whole work")),
    ("none", N_("No sum is named")),
)
WHEN: Final = (
    ("monthly", N_("On a day of each month")),
    ("more_often", N_("More often than once a month")),
    ("at_the_end", N_("Once, after the harvest or at the end of the work")),
    ("client", N_("When the customer pays the employer")),
    ("unsaid", N_("No day is named")),
)
MONTHS: Final = (("next", N_("Of the next month")), ("same", N_("Of the same month")))
UNPAID: Final = (
    ("overtime", N_("Overtime")),
    ("nights", N_("Night hours")),
    ("days_off", N_("Days off and holidays")),
)
