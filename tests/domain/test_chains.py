"""Signs that two employers of the file are one: worked pairs, and what always holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.db.search import phone_tail
from desktop_app.domain.chains import Known, NewParty, Part, PartyCard, Sign, in_order, perhaps_same, problems, signs
from desktop_app.domain.employers import Employer, EmployerKind

LLP = Employer(
    "ТОО «Құрылыс Сервис»",
    EmployerKind.COMPANY,
    "940140000385",
    "г. Алматы, ул. Абая, д. 10",
    "+7 701 123 45 67",
    "Ахметов Серик",
)
NEXT = Employer("ТОО «Жаңа Құрылыс»", EmployerKind.COMPANY, "941240000193")


def known(employer: Employer, number: int = 1) -> Known:
    return Known(number, employer, phone_tail(employer.phone))


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, ()),
        ({"phone": "8 (701) 123-45-67"}, (Sign.PHONE,)),
        ({"phone": "8 (702) 123-45-67"}, ()),
        ({"phone": "123"}, ()),
        ({"address": "Алматы қаласы, Абая көшесі, 10 үй"}, (Sign.ADDRESS,)),
        ({"address": "Almaty, Abaya street 10"}, (Sign.ADDRESS,)),
        ({"address": "г. Алматы, ул. Абая, д. 12"}, ()),
        ({"address": "г. Алматы"}, ()),
        ({"address": "г. Шымкент, ул. Абая, д. 10"}, ()),
        ({"head_name": "Akhmetov Serik"}, (Sign.HEAD,)),
        ({"head_name": "Серик Ахметов"}, (Sign.HEAD,)),
        ({"head_name": "директор Ахметов Серик"}, (Sign.HEAD,)),
        ({"head_name": "Ахметова Серик"}, ()),
        ({"head_name": "Ахметов"}, ()),
        ({"bin_iin": "940140000385"}, (Sign.NUMBER,)),
        ({"name": "Прораб Ахметов Серик", "kind": EmployerKind.FOREMAN}, (Sign.FOREMAN,)),
        ({"name": "ИП Ахметов Серик", "kind": EmployerKind.SOLE_TRADER}, (Sign.FOREMAN,)),
        ({"name": "Ахметов Серик", "kind": EmployerKind.COMPANY}, ()),
        (
            {"phone": LLP.phone, "address": LLP.address, "head_name": LLP.head_name},
            (Sign.PHONE, Sign.ADDRESS, Sign.HEAD),
        ),
    ],
)
def test_what_two_employers_have_in_common(changed: dict[str, object], found: tuple[Sign, ...]) -> None:
    other = known(replace(NEXT, **changed), 2)  # type: ignore[arg-type]  # the fields of the dataclass
    assert signs(known(LLP), other) == found
    assert signs(other, known(LLP)) == found


def test_two_foremen_of_one_name_may_be_one() -> None:
    one = Employer("прораб Виктор Цой", EmployerKind.FOREMAN)
    other = Employer("Tsoi Viktor", EmployerKind.FOREMAN)
    assert signs(known(one), known(other, 2)) == (Sign.FOREMAN,)


def test_most_in_common_stands_first_and_nobody_is_like_themselves() -> None:
    phone = replace(NEXT, phone=LLP.phone)
    both = replace(NEXT, name="ТОО «Үшінші»", phone=LLP.phone, address=LLP.address)
    found = perhaps_same(known(LLP), (known(LLP), known(phone, 2), known(both, 3), known(NEXT, 4)))
    assert [(each.id, each.signs) for each in found] == [(3, (Sign.PHONE, Sign.ADDRESS)), (2, (Sign.PHONE,))]


_NAMES = st.sampled_from(["Ахметов Серик", "Akhmetov Serik", "Цой Виктор", "ИП Цой", "ТОО «Құрылыс»", "", "10"])
_EMPLOYERS = st.builds(
    Employer,
    _NAMES,
    st.sampled_from(EmployerKind),
    st.sampled_from(["", "940140000385", "941240000193"]),
    st.sampled_from(["", "г. Алматы, ул. Абая, д. 10", "Almaty, Abaya 10", "Алматы"]),
    st.sampled_from(["", "+7 701 123 45 67", "8 701 123 45 67", "123"]),
    _NAMES,
)


@given(_EMPLOYERS, _EMPLOYERS)
def test_signs_go_both_ways_and_are_each_told_once(one: Employer, other: Employer) -> None:
    found = signs(known(one), known(other, 2))
    assert found == signs(known(other, 2), known(one))
    assert len(found) == len(set(found))


@given(_EMPLOYERS, st.lists(_EMPLOYERS, max_size=6))
def test_every_hint_has_a_sign(one: Employer, others: list[Employer]) -> None:
    all_of_them = [known(one), *(known(other, at) for at, other in enumerate(others, start=2))]
    found = perhaps_same(all_of_them[0], all_of_them)
    assert all(each.signs and each.id != 1 for each in found)
    assert len({each.id for each in found}) == len(found)
    assert found == perhaps_same(all_of_them[0], all_of_them[::-1])


@given(st.text(max_size=40), st.text(max_size=40))
def test_nothing_typed_breaks_the_signs(one: str, other: str) -> None:
    first = known(Employer(one, EmployerKind.FOREMAN, one, other, one, other))
    second = known(Employer(other, EmployerKind.COMPANY, other, one, other, one), 2)
    assert signs(first, second) == signs(second, first)


def test_an_unknown_employer_shares_nothing() -> None:
    empty = Employer("", EmployerKind.COMPANY)
    assert signs(known(empty), known(empty, 2)) == ()


def test_the_chain_goes_from_the_customer_to_the_foreman() -> None:
    cards = [PartyCard(at, at, LLP, part) for at, part in enumerate((Part.FOREMAN, Part.BROKER, Part.CUSTOMER), 1)]
    assert [each.part for each in in_order((*cards, PartyCard(0, 9, LLP, None)))] == [
        None,
        Part.CUSTOMER,
        Part.BROKER,
        Part.FOREMAN,
    ]


def test_a_new_party_needs_a_name_and_a_known_one_needs_nothing() -> None:
    nobody = Employer("", EmployerKind.COMPANY, "1")
    assert {each.field for each in problems(NewParty(Part.BROKER, nobody))} == {"employer.name", "employer.bin_iin"}
    assert problems(NewParty(Part.BROKER, nobody, employer_id=7)) == ()
    assert [each.field for each in problems(NewParty(Part.BROKER, LLP, note="ы" * 301))] == ["note"]
