"""What a transfer of personal data may rest on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import transfers
from desktop_app.domain.consents import Consent, How, StoredConsent, Withdrawal
from desktop_app.domain.transfers import Basis, NewTransfer

TODAY = date(2026, 11, 21)
SENT = NewTransfer((1,), TODAY, "инспекция труда", "KZ", "жалоба", Basis.CONSENT, ("name", "wages"))
ABROAD = replace(SENT, recipient="консульство", country="UZ")
PUBLIC = replace(SENT, recipient="", published=True)
NARROW = Consent(How.PAPER, date(2026, 1, 1), date(2027, 1, 1), "uz", "1")
WIDE = replace(NARROW, third_parties=True, recipients="x", cross_border=True, countries=("UZ",), open_sources=True)


def stored(consent: Consent, number: int = 1) -> StoredConsent:
    return StoredConsent(number, 1, consent, "A")


@pytest.mark.parametrize("transfer", [SENT, ABROAD, PUBLIC], ids=["home", "abroad", "public"])
def test_a_consent_that_says_so_carries_it(transfer: NewTransfer) -> None:
    assert transfers.problems(transfer, TODAY) == ()
    assert transfers.covering(transfer, [stored(WIDE)]) == stored(WIDE)
    assert transfers.why_not(transfer, [stored(WIDE)]) is None


@pytest.mark.parametrize(
    ("transfer", "consent", "words"),
    [
        (SENT, NARROW, "giving the data to others"),
        (SENT, replace(WIDE, third_parties=False), "giving the data to others"),
        (ABROAD, replace(WIDE, cross_border=False), "abroad"),
        (replace(ABROAD, country="KG"), WIDE, "other countries"),
        (PUBLIC, replace(WIDE, open_sources=False), "publishing"),
        (replace(SENT, on=date(2027, 1, 2)), WIDE, "No consent was valid"),
        (SENT, replace(WIDE, how=How.WITHOUT), "No consent was valid"),
    ],
    ids=["narrow", "not to others", "not abroad", "another country", "not public", "expired", "without"],
)
def test_a_consent_that_does_not_say_so_is_no_ground(transfer: NewTransfer, consent: Consent, words: str) -> None:
    why = transfers.why_not(transfer, [stored(consent)])
    assert why is not None
    assert words in why.msgid
    assert transfers.covering(transfer, [stored(consent)]) is None


def test_from_the_day_of_withdrawal_nothing_rests_on_a_consent() -> None:
    gone = replace(stored(WIDE), withdrawn=Withdrawal(TODAY))
    assert transfers.covering(replace(SENT, on=TODAY - timedelta(days=1)), [gone]) == gone
    assert transfers.covering(SENT, [gone]) is None


def test_the_newest_consent_that_fits_is_named() -> None:
    newer = stored(replace(WIDE, given_on=date(2026, 5, 1)), 2)
    narrow = stored(replace(NARROW, given_on=date(2026, 6, 1)), 3)
    assert transfers.covering(SENT, [stored(WIDE), newer, narrow]) == newer


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("person_ids", {"person_ids": ()}),
        ("on", {"on": TODAY + timedelta(days=1)}),
        ("on", {"on": date(1990, 1, 1)}),
        ("recipient", {"recipient": ""}),
        ("country", {"country": ""}),
        ("what", {"what": ()}),
        ("aim", {"aim": ""}),
        ("reason", {"basis": Basis.RIGHTS}),
        ("reason", {"basis": Basis.STATE_BODY}),
        ("reason", {"basis": Basis.TREATY}),
        ("basis", {"basis": Basis.STATE_BODY, "country": "UZ", "reason": "x"}),
        ("basis", {"basis": Basis.RIGHTS, "published": True, "reason": "x"}),
        ("recipient", {"recipient": "я" * 301}),
    ],
)
def test_what_is_missing_is_said(field: str, changes: dict[str, Any]) -> None:
    assert [problem.field for problem in transfers.problems(replace(SENT, **changes), TODAY)] == [field]


def test_grounds_of_law_need_their_reason_alone() -> None:
    for basis in (Basis.RIGHTS, Basis.STATE_BODY, Basis.TREATY):
        assert transfers.problems(replace(SENT, basis=basis, reason="case 1"), TODAY) == ()


@given(
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from(("", "UZ", "KG")),
    st.sampled_from(("KZ", "UZ")),
    st.booleans(),
)
def test_nothing_goes_further_than_was_agreed(
    third: bool, border: bool, public: bool, named: str, country: str, published: bool
) -> None:
    consent = replace(
        WIDE, third_parties=third, cross_border=border, open_sources=public, countries=(named,) if named else ()
    )
    transfer = replace(SENT, country=country, published=published)
    covered = transfers.covering(transfer, [stored(consent)]) is not None
    if published:
        assert covered == public
    else:
        assert covered == (third and (country == "KZ" or (border and named == country)))
