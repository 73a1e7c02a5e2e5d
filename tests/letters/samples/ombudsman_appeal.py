"""A crew whose passports are kept and whose wages are not paid: the inspection answered, the police did not."""

from __future__ import annotations

from desktop_app.domain.addressees import Addressee
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from tests.letters import bodies

OMBUDSMAN = Addressee(
    Trilingual(
        "Адам құқықтары жөніндегі ұлттық орталық",
        "Национальный центр по правам человека",
        "National Centre for Human Rights",
    ),
    "город Астана, Министерства, подъезд 15",
)


def facts(language: LetterLanguage) -> LetterFacts:
    """Five workers, three bodies written to."""
    workers = bodies.crew(5)
    everybody = tuple(worker.worker_id for worker in workers)
    documents = tuple(bodies.passport(place, f"AA 000000{place}") for place in (1, 2, 3))
    return bodies.facts(
        "ombudsman_appeal",
        language,
        workers,
        bodies.complaint(ComplaintKind.WAGE_ARREARS, everybody),
        bodies.complaint(ComplaintKind.WITHHELD_DOCUMENTS, everybody[:3], documents, **bodies.HELD),
        bodies.complaint(ComplaintKind.STAY, everybody[:1], what=("expired",)),
        addressee=OMBUDSMAN,
        earlier=(bodies.CLAIM, bodies.ANSWERED, bodies.TO_POLICE),
        answers=bodies.said(
            rights=("pay", "documents", "defence"),
            breach="Полиция приняла заявление об удержании паспортов 16 октября 2026 года и до сих пор не ответила.",
            asked="проверить, почему по заявлению в полицию не принято решение",
            signed_by="workers",
        ),
    )
