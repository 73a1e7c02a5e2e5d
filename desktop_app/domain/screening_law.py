"""What the law says where the indicators of forced labour are found: rights, definitions, numbers to call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.i18n import N_

ADVISORY: Final = "pd.19-1"
"""Decisions made by a machine alone need consent: the screening is advisory and explained."""

CHILD_YEARS: Final = "child.years"
"""The age below which somebody is spoken of as a child here."""

NUMBERS: Final = ("tel.102", "tel.11616", "tel.111")
"""Telephones that can help at once, each a fact with its source."""


@dataclass(frozen=True)
class Told:
    """A norm with what it says, in the program's words."""

    norm: str
    says: str


RIGHTS: Final = (
    Told(
        "mig.60-1",
        N_(
            "Who was identified by the authorities as harmed by trafficking is not expelled until the "
            "guaranteed services are completed; the services are at public cost, and a temporary "
            "residence permit is issued."
        ),
    ),
    Told("sc.133.2", N_("The right to special social services does not depend on whether a criminal case was opened.")),
    Told("sc.139.2", N_("The services are given wherever the person is registered or lives.")),
    Told("sc.139.3", N_("The provider of the services may itself apply on the person’s behalf.")),
    Told("sc.141.1", N_("In cases of trafficking no prior decision of the local executive body is needed.")),
    Told("sc.134.1", N_("The person may refuse the services, and what they say stays confidential.")),
    Told(
        "koap.51.2",
        N_(
            "Where expulsion threatens: the case is put off when the person reports a grave crime against"
            " them, until that report is decided."
        ),
    ),
    Told(
        "tip.1",
        N_(
            "Non-profit organisations are among those who act against trafficking; the police and the "
            "social-protection ministry are the authorised bodies."
        ),
    ),
)
"""What the law gives to somebody whom the authorities have identified, and whom to turn to."""

DEFINITIONS: Final = (
    Told(
        "lc.7",
        N_(
            "Forced labour: work or service required under threat of any punishment, for which the person"
            " did not offer themselves voluntarily."
        ),
    ),
    Told(
        "uk.128",
        N_(
            "Trafficking in persons. Consent obtained by violence, deception, dependence or by taking "
            "documents does not exclude liability."
        ),
    ),
    Told("uk.126", N_("Unlawful deprivation of liberty.")),
    Told("uk.126.2.11", N_("Taking, hiding or destroying documents makes it graver.")),
)
"""How the law names what the indicators may point to; the lawyer and the authorities decide about it, nobody else."""
