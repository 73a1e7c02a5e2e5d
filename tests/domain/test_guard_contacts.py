"""How a worker is reached, found in every shape people write it; and what only looks like it."""

from __future__ import annotations

import pytest

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.guard import Guarded, Secret, leaks
from desktop_app.domain.people import Person

OWN = Person("Юсупов Равшан", phone="+998 90 123-45-67, ravshan88@mail.ru", iin="880520300123")
PAPERS = ("AA 1234567",)

NUMBERS: list[tuple[str, Secret | None]] = [
    ("ИИН 880520 300 123", Secret.IIN),
    ("ИИН 88-05-20-300123", Secret.IIN),
    ("ИИН ٨٨٠٥٢٠٣٠٠١٢٣", Secret.IIN),
    ("ИИН ８８０５２０３００１２３", Secret.IIN),
    ("ИИН 88O52O3OO123", Secret.IIN),
    ("ИИН 88О52О3ОО123", Secret.IIN),
    ("ИИН ⁸⁸⁰⁵²⁰³⁰⁰¹²³", Secret.IIN),
    ("ИИН 880520\u200b300123", Secret.IIN),
    ("тел. ٩٠١٢٣٤٥٦٧", Secret.PHONE),
    ("тел. 9O 12З 45 67", Secret.PHONE),
    ("тел. +998(90)123_45_67", Secret.PHONE),
    ("паспорт АА № 123 45 67", Secret.PAPER),
    ("паспорт 123-45-67", Secret.PAPER),
    ("паспорт AA１２３４５６７", Secret.PAPER),
    ("почта ravshan88@mail.ru", Secret.PHONE),
    ("почта RAVSHAN88 @ mail . ru", Secret.PHONE),
    ("почта ravshan88 (at) mail (dot) ru", Secret.PHONE),
    ("почта ravshan88 собака mail точка ru", Secret.PHONE),
    ("почта rаvshan88@mail.ru", Secret.PHONE),
    ("почта centre@mail.ru", None),
    ("ИИН 880520300124", None),
    ("1 234 567,00 ₸ и 123 456,70 ₸", None),
    ("от 01.02.2025 по 30.11.2025", None),
]

CONTACT = "сестра Мадина, Алматы, улица Сейфуллина 12, квартира 4; telegram: @madina_uz; WhatsApp +7 701 555 44 33"
OTHER_CONTACTS = (
    "Абая 10",
    "мкр Аксай-4, дом 25",
    "after 18:00, Abay avenue 10",
    "звонить после 18 00, посёлок Тихий, дом 4",
    "Тұрар Рысқұлов көшесі 57",
)
PLACES: list[tuple[str, str, bool]] = [
    (CONTACT, "ул. Сейфуллина, д. 12", True),
    (CONTACT, "ул.Сейфуллина,12", True),
    (CONTACT, "Сейфуллин көшесі, 12-үй", True),
    (CONTACT, "Сейфуллина к., 12", True),
    (CONTACT, "Seifullin St. 12", True),
    (CONTACT, "12 Seyfullin street", True),
    (CONTACT, "на Сейфуллина в доме № 12", True),
    (CONTACT, "Сейфуллина 14", False),
    (CONTACT, "улица Сейфуллина", False),
    (CONTACT, "12 марта на улице", False),
    (CONTACT, "по улице Сейфуллина. 12 марта работа окончена", False),
    (CONTACT, "квартира 4", False),
    (CONTACT, "Мадина", False),
    (CONTACT, "писать на @madina_uz", True),
    (CONTACT, "телеграм madina_uz", True),
    (CONTACT, "t.me/Madina_Uz", True),
    (CONTACT, "@madina_uzbek", False),
    (CONTACT, "ватсап 8 701 555 44 33", True),
    (OTHER_CONTACTS[0], "Абай даңғылы, 10", True),
    (OTHER_CONTACTS[0], "Abay Avenue 10", True),
    (OTHER_CONTACTS[0], "Абая 100", False),
    (OTHER_CONTACTS[1], "Аксай-4, д. 25", True),
    (OTHER_CONTACTS[1], "Ақсай-4 ықшамауданы, 25-үй", True),
    (OTHER_CONTACTS[2], "пр. Абая, 10", True),
    (OTHER_CONTACTS[2], "after 18 o’clock", False),
    (OTHER_CONTACTS[3], "работали после 18 часов", False),
    (OTHER_CONTACTS[3], "в п. Тихом, дом 4", True),
    (OTHER_CONTACTS[4], "Рыскулова 57", True),
    (OTHER_CONTACTS[4], "Т. Рысқұлов к-сі, 57", True),
    ("telegram: madina", "Мадина сказала", False),
    ("telegram: madina", "пишите @madina", True),
    ("madina@gmail.com", "madina[at]gmail.com", True),
]


@pytest.mark.parametrize(("typed", "secret"), NUMBERS, ids=range(len(NUMBERS)))
def test_numbers_in_every_shape(typed: str, secret: Secret | None) -> None:
    found = leaks(AddresseeKind.EMPLOYER, typed, (Guarded(OWN, PAPERS, speaks=True),))
    assert {each.secret for each in found} == ({secret} if secret else set())


def test_a_number_broken_by_a_line_is_found_where_people_typed_it() -> None:
    crew = (Guarded(OWN, PAPERS, speaks=True),)
    assert leaks(AddresseeKind.EMPLOYER, "ИИН 880520\n300123", crew, typed="ИИН 880520 300123")
    assert leaks(AddresseeKind.EMPLOYER, "сумма 880520\n300123", crew) == ()


@pytest.mark.parametrize(("contact", "typed", "found"), PLACES, ids=range(len(PLACES)))
def test_a_safe_address_in_parts(contact: str, typed: str, found: bool) -> None:
    crew = (Guarded(Person("Юсупов Равшан", safe_contact=contact), speaks=True),)
    told = {each.secret for each in leaks(AddresseeKind.EMPLOYER, typed, crew)}
    assert told == ({Secret.SAFE_CONTACT} if found else set())
