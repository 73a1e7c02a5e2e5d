"""The domestic worker of Astana, referred for legal help: name, work and wages may be told, nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.addressees import Addressee
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import bodies

PARTNER = Addressee(
    Trilingual("«Қолдау» қоғамдық қоры", "Общественный фонд «Қолдау»", "Public Foundation Qoldau"),
    "город Астана, проспект Республики, дом 5",
)


def facts(language: LetterLanguage) -> LetterFacts:
    """One worker; what she did not allow stands in the case and not in the letter."""
    worker = bodies.paid("Турсунова Дилором", 1995, 1, "60000", 5)
    person = replace(worker.person, citizenship="UZ", iin="950520400123")
    worker = replace(worker, person=person, occupation="үй жұмыскері")
    made = bodies.facts(
        "partner_referral",
        language,
        (worker,),
        bodies.complaint(ComplaintKind.WAGE_ARREARS, (1,)),
        bodies.complaint(ComplaintKind.VIOLENCE, (1,), what=("humiliated",)),
        addressee=PARTNER,
        employer=bodies.HOUSEHOLD,
        site="",
        answers=bodies.said(
            aims=("law", "mind"),
            data=("name", "birth", "work", "wages"),
            request="Просим консультацию о взыскании заработной платы через суд.",
            consent="yes",
            consent_on="2026-11-19",
        ),
    )
    return replace(made, region="KZ-71", pay_by=date(2026, 12, 4))
