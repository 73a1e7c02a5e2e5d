"""Search as you type: any script, beginnings, slips, numbers, and text that means to break it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.cases import CaseFilter, NewWorker
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.people import Person
from desktop_app.services import cases, employers, people, search
from desktop_app.services.files import OpenFile
from tests.services.situations import opened

NAMES = ("Юсупов Алишер", "Ғұлом Йўлдошев", "Каримова Зухра", "Рахмонов Фаррух", "Қожахметов Ғабит", "Ким Олег")


@pytest.fixture
def crowded(file: OpenFile) -> OpenFile:
    opened(file, *(NewWorker(Person(name, phone=f"+7 701 000 00 {n:02}")) for n, name in enumerate(NAMES)))
    opened(file, employer=Employer("ЖШС «Алтын Дала»", EmployerKind.COMPANY, "941240000193"))
    return file


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Yusupov", "Юсупов Алишер"),
        ("alisher yusup", "Юсупов Алишер"),
        ("Юсуф", "Юсупов Алишер"),
        ("Yusufov Alisher", "Юсупов Алишер"),
        ("G'ulom Yo'ldoshev", "Ғұлом Йўлдошев"),
        ("Юлдашев Гулом", "Ғұлом Йўлдошев"),
        ("Зухра", "Каримова Зухра"),
        ("Karimowa Zuhra", "Каримова Зухра"),
        ("rakhmonov farruh", "Рахмонов Фаррух"),
        ("Рахмановв", "Рахмонов Фаррух"),
        ("Кожахметов", "Қожахметов Ғабит"),
        ("gabit kozhahm", "Қожахметов Ғабит"),
        ("00 03", "Рахмонов Фаррух"),
        ("8 701 000 00 05", "Ким Олег"),
        ("7010000001", "Ғұлом Йўлдошев"),
    ],
)
def test_a_person_is_found_first(crowded: OpenFile, typed: str, meant: str) -> None:
    found = search.suggest_people(crowded, typed)
    assert found
    assert found[0].full_name == meant
    assert found[0].score is not None
    assert 0 < found[0].score <= 1


def test_the_right_spelling_scores_best(crowded: OpenFile) -> None:
    assert search.suggest_people(crowded, "Юсупов Алишер")[0].score == 1
    assert (search.suggest_people(crowded, "Yusufov")[0].score or 1) < 1


def test_employers_are_found_without_their_legal_form(crowded: OpenFile) -> None:
    for typed in ("altyn", "TOO Altin Dala", "алтын дала жшс", "941240", "Алтын Дола"):
        assert [row.name for row in search.suggest_employers(crowded, typed)] == ["ЖШС «Алтын Дала»"], typed
    assert search.suggest_employers(crowded, "ТОО")[0].name.startswith("ТОО")


def test_everything_is_found_in_one_go(crowded: OpenFile) -> None:
    found = search.everything(crowded, "юсупов", 10)
    assert found.people[0].full_name == "Юсупов Алишер"
    assert [row.number for row in found.cases] == ["2026-0002", "2026-0001"]
    assert found.took_ms >= 0
    assert [row.number for row in search.everything(crowded, "2026-0002", 10).cases] == ["2026-0002"]
    assert [row.number for row in search.everything(crowded, "алтын", 10).cases] == ["2026-0002"]


def test_a_new_name_is_found_at_once_even_with_a_slip(crowded: OpenFile) -> None:
    assert search.suggest_people(crowded, "Сатыбалдеев") == ()
    opened(crowded, NewWorker(Person("Сатыбалдиев Нурлан")))
    assert search.suggest_people(crowded, "Сотыбалдеев")[0].full_name == "Сатыбалдиев Нурлан"


@pytest.mark.parametrize(
    "text", ["", "   ", "*", '"', "ab\x00c", "'", "(", "NEAR(a b)", "-", "a OR", "\ud800", "1", "😀"]
)
def test_nothing_typed_breaks_the_search(crowded: OpenFile, text: str) -> None:
    search.everything(crowded, text, 5)
    people.page(crowded, text, None, 5)
    employers.page(crowded, text, None, 5)
    cases.page(crowded, CaseFilter(text=text))


@given(
    st.text(max_size=40)
    | st.text(alphabet="\"'*()^:-+{}%_\\;AND ORNEAТ0123456789.#№", max_size=30)
    | st.lists(st.sampled_from(['"', "AND", "NOT", "юсуп", "*", "(", "NEAR", "7701", "-", ":", "{", "\u0000"])).map(
        " ".join
    )
)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_hostile_text_gives_an_error(crowded: OpenFile, text: str) -> None:
    search.everything(crowded, text, 5)
    cases.page(crowded, CaseFilter(text=text, limit=5))
