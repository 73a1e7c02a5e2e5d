"""What no addressee may see, looked for in every shape people type it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.addressees import ADDRESSEE_KINDS, AT_EMPLOYER, AddresseeKind
from desktop_app.domain.guard import NEVER, Guarded, Leak, Secret, leaks, seen
from desktop_app.domain.people import Person
from desktop_app.i18n import for_language
from desktop_app.law.never_said import never_said

OWN = Person(
    "Юсупов Равшан Каримович", phone="+998 90 123-45-67", iin="880520300123", citizenship="UZ", language="uz",
    phone_safe="no", safe_contact="сестра Мадина, Алматы, улица Сейфуллина 12, квартира 4; +7 701 555 44 33",
)  # fmt: skip
OTHER = Person("G‘ulom Yo‘ldoshev", iin="900101300456", phone="87015556677")
CREW = (Guarded(OWN, ("AA 1234567",), speaks=True), Guarded(OTHER, ("FA7654321",)))
WORDS = {Secret(name): patterns for name, patterns in never_said().items()}

# what somebody typed into a letter, and what it gives away
TYPED: list[tuple[str, Secret | None]] = [
    ("Звоните работнику: 8 (90) 123 45 67", Secret.PHONE),
    ("Звоните работнику: +998 (90) 123.45.67", Secret.PHONE),
    ("Тел. 998901234567", Secret.PHONE),
    ("Его можно найти через сестру: 8 701 555 44 33", Secret.SAFE_CONTACT),
    ("проживает: Алматы, УЛИЦА СЕЙФУЛЛИНА 12", Secret.SAFE_CONTACT),
    ("ИИН 880520300123", Secret.IIN),
    ("ИИН 880520-300-123", Secret.IIN),
    ("паспорт AA1234567", Secret.PAPER),
    ("паспорт aa-1234567", Secret.PAPER),
    ("вместе с ним работал Гулом Йулдошев", Secret.OTHER_WORKER),
    ("бірге жұмыс істеген Йўлдошев Ғуломға да төленген жоқ", Secret.OTHER_WORKER),
    ("GULOM YULDOSHEV", Secret.OTHER_WORKER),
    ("вместе с ним работал Йулдошев Г.", Secret.OTHER_WORKER),
    ("вместе с ним работал Г.К. Йўлдошев", Secret.OTHER_WORKER),
    ("Йулдошеву Г. К. не заплатили тоже", Secret.OTHER_WORKER),
    ("Йулдошев Б. руководит участком", None),
    ("Звоните работнику: 8‑90‑123‑45‑67", Secret.PHONE),
    ("Звоните работнику: 998_90_123_45_67", Secret.PHONE),
    ("Звоните работнику: 998, 90, 123—45—67", Secret.PHONE),
    ("Звоните работнику: 9012345\u200b67", Secret.PHONE),
    ("паспорт \u0410\u0410 1234567", Secret.PAPER),
    ("паспорт № 1234567", Secret.PAPER),
    ("вместе с ним работал Йулдо\u00adшев Гулом", Secret.OTHER_WORKER),
    ("вместе с ним работал Йулдо\u0301шев Гулом", Secret.OTHER_WORKER),
    ("вместе с ним работал И\u0306улдо\u034fшев", Secret.OTHER_WORKER),
    ("Звоните работнику: 9\u20e30\u20e3 123 45 67", Secret.PHONE),
    ("Звоните работнику: 9\x0001234567", Secret.PHONE),
    ("работает без\u00a0разрешения", Secret.STATUS),
    ("работает без разреше\u0301ния", Secret.STATUS),
    ("работает без   разрешения", Secret.STATUS),
    ("Гулом", None),
    ("работает без разрешения", Secret.STATUS),
    ("жұмыскер тіркеусіз жүр", Secret.STATUS),
    ("the worker is undocumented", Secret.STATUS),
    ("по результатам скрининга", Secret.SCREENING),
    ("скринингтің нәтижесі", Secret.SCREENING),
    ("Юсупов Равшан не получил заработную плату за март 2025 года: 260 000,00 ₸.", None),
    ("разрешение на строительство получено заказчиком", None),
    ("тіркеу журналы", None),
    ("on the register of the employer", None),
]


@pytest.mark.parametrize(("typed", "secret"), TYPED, ids=range(len(TYPED)))
def test_what_the_employer_may_not_read_is_found(typed: str, secret: Secret | None) -> None:
    found = leaks(AddresseeKind.EMPLOYER, f"Юсупов Равшан\n{typed}", CREW, typed=typed, words=WORDS)
    assert {each.secret for each in found} == ({secret} if secret else set())


@pytest.mark.parametrize("kind", AddresseeKind)
@pytest.mark.parametrize(("typed", "secret"), TYPED, ids=range(len(TYPED)))
def test_every_addressee_is_guarded_as_the_table_says(kind: AddresseeKind, typed: str, secret: Secret | None) -> None:
    found = {each.secret for each in leaks(kind, typed, CREW, typed=typed, words=WORDS)}
    assert found == ({secret} & NEVER[kind] if secret else set())


def test_every_addressee_stands_in_the_table() -> None:
    assert set(NEVER) == set(AddresseeKind)
    for kind, never in NEVER.items():
        assert kind is AddresseeKind.FILE or {Secret.SAFE_CONTACT, Secret.OTHER_WORKER, Secret.SCREENING} <= never
    assert all(NEVER[kind] == frozenset(Secret) for kind in AT_EMPLOYER)


@pytest.mark.parametrize("kind", [each for each in AddresseeKind if each is not AddresseeKind.FILE])
def test_what_is_never_told_is_not_even_there(kind: AddresseeKind) -> None:
    person = seen(OWN, kind)
    assert (person.phone, person.safe_contact, person.phone_safe, person.language) == ("", "", "", "")
    assert person.full_name == OWN.full_name
    assert bool(person.iin) == (kind not in AT_EMPLOYER)
    assert bool(person.citizenship) == (
        kind in (AddresseeKind.CONSULATE, AddresseeKind.PARTNER, AddresseeKind.SOCIAL_SERVICES, AddresseeKind.WORKER)
    )


def test_a_paper_for_the_file_tells_everything() -> None:
    assert seen(OWN, AddresseeKind.FILE) == OWN


def test_the_number_of_the_document_the_letter_is_about_may_stand_in_it() -> None:
    text = "паспорт AA 1234567"
    assert leaks(AddresseeKind.EMPLOYER, text, CREW) == (Leak(Secret.PAPER, OWN.full_name),)
    assert leaks(AddresseeKind.EMPLOYER, text, CREW, told=("aa1234567",)) == ()


def test_somebody_of_the_same_name_as_a_worker_of_the_letter_is_no_leak() -> None:
    twin = Guarded(Person("Равшан Юсупов"))
    namesake = Guarded(Person("Yusupov Ravshan"))
    assert leaks(AddresseeKind.EMPLOYER, "Юсупов Равшан Каримович", (CREW[0], namesake)) == ()
    assert leaks(AddresseeKind.EMPLOYER, "Юсупов Равшан Каримович", (Guarded(OTHER, speaks=True), twin))


def test_initials_that_a_worker_of_the_letter_has_too_are_no_leak() -> None:
    brother = Guarded(Person("Юсупов Рустам"))
    assert leaks(AddresseeKind.EMPLOYER, "Юсупов Р. К.", (CREW[0], brother)) == ()
    assert leaks(AddresseeKind.EMPLOYER, "Юсупов Р. К.", (Guarded(OTHER, speaks=True), brother))


def test_a_short_surname_is_no_beginning_of_a_word() -> None:
    other = Guarded(Person("Ли Анна"))
    assert leaks(AddresseeKind.EMPLOYER, "лист А. и линия А.", (CREW[0], other)) == ()
    assert leaks(AddresseeKind.EMPLOYER, "вместе с ней работала Ли А.", (CREW[0], other))


def test_the_number_that_stands_for_an_erased_name_is_no_leak() -> None:
    erased = Guarded(Person("— 2026-0001"))
    assert leaks(AddresseeKind.EMPLOYER, "Дело № 2026-0001, исх. № 2026/17 от 01.02.2026", (CREW[0], erased)) == ()


def test_sums_and_dates_are_no_phone_numbers() -> None:
    text = "1 234 567,89 ₸; 01.02.2025–30.11.2025; 2026/17; 941240000193"
    assert leaks(AddresseeKind.EMPLOYER, text, CREW) == ()


def test_a_table_of_sums_holds_no_phone_number() -> None:
    crew = (Guarded(Person("Ғұлом Юсупов", phone="+7 701 000 00 10"), speaks=True),)
    rows = "\n".join(f"{at}\t1990\t701\u00a0000,00\t10\u00a0000,00\t701 000,00 10 000,00" for at in range(3))
    assert leaks(AddresseeKind.EMPLOYER, rows, crew) == ()
    assert leaks(AddresseeKind.EMPLOYER, rows + "\nтел. 8 701 000 00 10", crew)
    assert leaks(AddresseeKind.EMPLOYER, rows + "\nтел. 8-701-000-00-10", crew)


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_what_was_found_is_said_in_words(lang: str) -> None:
    for secret in Secret:
        said = Leak(secret, "что-то").message.text(for_language(lang))
        assert "что-то" in said
        assert "%" not in said


def test_the_table_of_the_documents_says_the_same() -> None:
    text = (Path(__file__).parents[2] / "docs" / "security.md").read_text(encoding="utf-8")
    for kind, never in NEVER.items():
        cells = " | ".join("never" if secret in never else "–" for secret in Secret)
        assert f"| {ADDRESSEE_KINDS[kind]} | {cells} |" in text
