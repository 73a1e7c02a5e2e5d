"""When data of a worker may leave with a referral: worked cases, each with the norm it stands on.

The Law on personal data of 21.05.2013 No 94-V: article 7(6) third parties only with consent, 8(4) the consent says so,
8(7) a withdrawal ends it, 9(5) rights protected when consent cannot be obtained, 16 across the border.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest

from desktop_app import law
from desktop_app.domain.consents import Consent, How, Withdrawal
from desktop_app.domain.directory import DirectoryFilter, EntryKind
from desktop_app.domain.referrals import BASIS_OF, Ground, NewReferral
from desktop_app.domain.transfers import ABROAD, NORMS, RegisterFilter
from desktop_app.errors import InvalidInput
from desktop_app.services import consents, directory, referrals, transfers
from desktop_app.services.files import OpenFile
from tests.services.situations import TODAY, opened
from tests.services.test_referrals import SHELTER

EARLIER = date(2026, 11, 1)
OWN = Consent(How.PAPER, EARLIER, None, "uz", "1")
OTHERS = replace(OWN, third_parties=True, recipients="приют, партнёры")
TO_UZ = replace(OTHERS, cross_border=True, countries=("UZ",))
TO_KG = replace(OTHERS, cross_border=True, countries=("KG",))
ENDED = replace(OTHERS, until=date(2026, 11, 20))
LAST_DAY = replace(OTHERS, until=TODAY)
SPOKEN = replace(OTHERS, how=How.RECORDED)
WITHOUT = Consent(How.WITHOUT, EARLIER, None, "uz", note="could not be asked")


class Worked(NamedTuple):
    """A worked case: what was agreed, where to, on what ground; the norm, and what is missing (empty: allowed)."""

    name: str
    agreed: tuple[Consent, ...]
    to: str
    ground: Ground
    norm: str
    missing: str = ""
    reason: str = ""
    withdrawn: bool = False


CASES = (
    Worked("no consent, to a shelter", (), "KZ", Ground.CONSENT, "pd.7.6", "ground"),
    Worked("consent for the centre alone", (OWN,), "KZ", Ground.CONSENT, "pd.7.6", "ground"),
    Worked("consent for others", (OTHERS,), "KZ", Ground.CONSENT, "pd.7.6"),
    Worked("spoken consent, recorded", (SPOKEN,), "KZ", Ground.CONSENT, "pd.7.6"),
    Worked("an older consent for others beside a newer narrow one", (OTHERS, OWN), "KZ", Ground.CONSENT, "pd.7.6"),
    Worked("consent that ended yesterday", (ENDED,), "KZ", Ground.CONSENT, "pd.7.6", "ground"),
    Worked("consent on its last day", (LAST_DAY,), "KZ", Ground.CONSENT, "pd.7.6"),
    Worked("consent withdrawn today", (OTHERS,), "KZ", Ground.CONSENT, "pd.8.7", "ground", withdrawn=True),
    Worked("noted that no consent could be had", (WITHOUT,), "KZ", Ground.CONSENT, "pd.9.5", "ground"),
    Worked("protection of rights without a reason", (), "KZ", Ground.RIGHTS, "pd.9.5", "reason"),
    Worked("protection of rights with a reason", (), "KZ", Ground.RIGHTS, "pd.9.5", reason="held in a cellar"),
    Worked("protection of rights after a withdrawal", (OTHERS,), "KZ", Ground.RIGHTS, "pd.9.5", "", "in danger", True),
    Worked("no consent, to a consulate", (), "UZ", Ground.CONSENT, "pd.16.3", "ground"),
    Worked("consent at home alone, to a consulate", (OTHERS,), "UZ", Ground.CONSENT, "pd.16.3", "ground"),
    Worked("consent for another country", (TO_KG,), "UZ", Ground.CONSENT, "pd.16.3", "ground"),
    Worked("consent for this country", (TO_UZ,), "UZ", Ground.CONSENT, "pd.16.3"),
    Worked("consent abroad, used at home", (TO_UZ,), "KZ", Ground.CONSENT, "pd.7.6"),
    Worked("rights protected through a consulate", (), "UZ", Ground.RIGHTS, "pd.16.3", reason="no papers, detained"),
    Worked("told where to go, no consent", (), "KZ", Ground.TOLD, "pd.7.6"),
    Worked("told where to go, to a consulate", (), "UZ", Ground.TOLD, "pd.16.3"),
    Worked("told where to go after a withdrawal", (OTHERS,), "KZ", Ground.TOLD, "pd.8.7", withdrawn=True),
)


def entry_id(file: OpenFile, to: str) -> int:
    if to == "KZ":
        return directory.add(file, SHELTER).id
    return directory.page(file, DirectoryFilter(kind=EntryKind.CONSULATE, country=to), "en")[0].id


@pytest.mark.parametrize("worked", CASES, ids=lambda worked: worked.name)
def test_data_leave_only_where_the_law_lets_them(file: OpenFile, worked: Worked) -> None:
    assert law.fact(worked.norm).confidence in ("V", "V-old", "S")
    card = opened(file)
    worker = card.workers[0]
    for consent in worked.agreed:
        made = consents.record(file, worker.person_id, consent).id
        if worked.withdrawn:
            consents.withdraw(file, worker.person_id, made, Withdrawal(TODAY))
    wanted = NewReferral(
        entry_id(file, worked.to),
        TODAY,
        "a bed",
        worked.ground,
        case_worker_id=worker.id,
        what=() if worked.ground is Ground.TOLD else ("name",),
        reason=worked.reason,
    )
    if worked.missing:
        with pytest.raises(InvalidInput) as refused:
            referrals.refer(file, card.id, wanted)
        assert refused.value.problems[0].field == worked.missing
        assert referrals.of_case(file, card.id) == ()
        assert transfers.register(file, RegisterFilter()) == ()
        return
    referrals.refer(file, card.id, wanted)
    lines = transfers.register(file, RegisterFilter())
    assert len(referrals.of_case(file, card.id)) == 1
    assert len(lines) == (0 if worked.ground is Ground.TOLD else 1)
    for line in lines:
        assert (line.country, line.basis) == (worked.to, BASIS_OF[worked.ground])


def test_every_ground_that_gives_data_away_names_its_norms() -> None:
    for ground in BASIS_OF:
        assert NORMS[BASIS_OF[ground]]
        for key in (*NORMS[BASIS_OF[ground]], ABROAD):
            assert law.fact(key).title.ru


# The bodies and numbers as the sources name them: key of the entry, its number, its confidence, its norm if it is law.
SHIPPED = (
    ("labour_inspection.KZ-75", "", "V", ""),
    ("police.KZ-75", "", "V", "koap.685"),
    ("akimat.KZ-10", "", "V", "mig.15"),
    ("prosecutor.KZ-79", "", "S", ""),
    ("phone_102", "102", "S", "tel.102"),
    ("phone_11616", "11616", "S", "tel.11616"),
    ("phone_111", "111", "S", "tel.111"),
    ("consulate.UZ", "", "S", ""),
    ("ministry_of_labour", "", "V", ""),
    ("human_rights_centre", "", "V", ""),
)


@pytest.mark.parametrize(("key", "phone", "confidence", "norm"), SHIPPED, ids=lambda text: text or "none")
def test_what_is_shipped_is_what_a_source_says(key: str, phone: str, confidence: str, norm: str) -> None:
    each = next(each for each in directory.shipped() if each.key == key)
    assert (each.entry.phone, each.confidence) == (phone, confidence)
    if norm:
        assert law.fact(norm).value == phone
