from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.identifiers import check_digit, check_id
from desktop_app.domain.people import Sex
from desktop_app.i18n import for_language


def iin(first_eleven: str) -> str:
    return f"{first_eleven}{check_digit(first_eleven)}"


@pytest.mark.parametrize("number", ["941240000193", "020240000555", "940140000385", "971240001315", "010940000162"])
def test_well_formed_bins(number):
    found = check_id(number)
    assert (found.number, found.kind, found.valid, found.reason) == (number, "bin", True, None)
    assert found.birth_date is None
    assert found.sex is None


def test_a_wrong_check_digit_is_told():
    found = check_id("941240000194")
    assert (found.kind, found.valid) == ("bin", False)
    assert found.reason is not None
    assert "check digit" in found.reason.text(for_language("en"))


@pytest.mark.parametrize(
    ("first_eleven", "born", "sex"),
    [
        ("87052030001", date(1987, 5, 20), Sex.MALE),
        ("87052040001", date(1987, 5, 20), Sex.FEMALE),
        ("00022950001", date(2000, 2, 29), Sex.MALE),
        ("11123160002", date(2011, 12, 31), Sex.FEMALE),
        ("99010110001", date(1899, 1, 1), Sex.MALE),
    ],
)
def test_an_iin_tells_birth_date_and_sex(first_eleven, born, sex):
    found = check_id(iin(first_eleven))
    assert (found.kind, found.valid, found.birth_date, found.sex) == ("iin", True, born, sex)


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        ("", None, "only digits"),
        ("94124000019x", None, "only digits"),
        ("٩٤١٢٤٠٠٠٠١٩٣", None, "only digits"),
        ("12345", None, "this number has 5"),
        ("9412400001931", None, "this number has 13"),
        ("941340000190", "bin", "no month 13"),
        (iin("87053230001"), "iin", "birth date"),
        (iin("99022930002"), "iin", "birth date"),
        (iin("87052070001"), "iin", "from 1 to 6"),
        (iin("87052000001"), "iin", "from 1 to 6"),
    ],
)
def test_every_fault_has_its_sentence(number, kind, words):
    found = check_id(number)
    assert (found.kind, found.valid) == (kind, False)
    assert found.reason is not None
    assert words in found.reason.text(for_language("en"))
    assert found.birth_date is None


def test_spaces_and_hyphens_do_not_count():
    assert check_id(" 9401 4000-0385 ").valid
    assert check_id("940140\u00a0000385").number == "940140000385"


def test_the_second_round_of_weights():
    # 1*11 = 11 -> 0 in the first round would be wrong here: 5*... gives remainder ten, so the second round decides.
    first_eleven = next(f"9401400{n:04d}" for n in range(10_000) if _first_remainder(f"9401400{n:04d}") == 10)
    digit = check_digit(first_eleven)
    assert digit is None or check_id(f"{first_eleven}{digit}").valid


def _first_remainder(digits: str) -> int:
    return sum(place * int(digit) for place, digit in enumerate(digits, start=1)) % 11


@given(st.from_regex(r"[0-9]{11}", fullmatch=True))
def test_one_mistyped_digit_is_always_noticed(first_eleven):
    digit = check_digit(first_eleven)
    if digit is None:
        assert not any(check_id(f"{first_eleven}{last}").valid for last in range(10))
        return
    assert not any(check_id(f"{first_eleven}{last}").valid for last in range(10) if last != digit)


@given(st.text(max_size=40))
def test_any_text_gets_an_answer(text):
    found = check_id(text)
    assert found.valid == (found.reason is None)
