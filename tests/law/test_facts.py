"""The law as data: what is shipped, what is not, and what a day outside the tables gives."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from desktop_app import law
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.law.folder import FOLDER, read

DATED = tuple(read("rules.json"))
KAZAKH, RUSSIAN = set("әғқңөұүһі"), set("абвгдежзийклмнопрстуфхцчшщъыьэюя")


def rows(key: str) -> list[law.Fact]:
    return [fact for fact in law.facts() if fact.key == key]


def everything(content: Any) -> list[str]:
    """Every text and key in a JSON document."""
    if isinstance(content, dict):
        return [text for key, value in content.items() for text in (key, *everything(value))]
    if isinstance(content, list):
        return [text for value in content for text in everything(value)]
    return [str(content)]


def test_only_what_a_source_says_is_shipped() -> None:
    assert {fact.confidence for fact in law.facts()} <= {"V", "V-old", "S"}
    for path in FOLDER.glob("*.json"):
        for text in everything(json.loads(path.read_text(encoding="utf-8"))):
            assert text != "M"
            assert "unverified" not in text.lower(), path.name
            assert "draft" not in text.lower(), path.name
            assert "http" not in text, path.name


@pytest.mark.parametrize(
    ("key", "number"), [("mrp", "3180"), ("mrp", "3692"), ("mrp", "3063"), ("mrp", "4693"), ("minimum_wage", "110000")]
)
def test_numbers_nobody_vouches_for_are_left_out(key: str, number: str) -> None:
    assert number not in [fact.value for fact in rows(key)]


@pytest.mark.parametrize("fact", law.facts(), ids=lambda fact: f"{fact.key}@{fact.effective_from}")
def test_every_fact_names_itself_and_its_source(fact: law.Fact) -> None:
    assert fact.source
    assert fact.edition
    for title in (fact.title.kk, fact.title.ru, fact.title.en):
        assert title == title.strip() != ""
    assert set(fact.title.kk.lower()) & KAZAKH
    assert not set(fact.title.ru.lower()) & KAZAKH
    assert not set(fact.title.en.lower()) & RUSSIAN
    for told in (fact.source_in, fact.edition_in):
        words = {lang: told(lang) for lang in ("kk", "ru", "en")}
        assert not set(words["en"].lower()) & RUSSIAN
        if set(words["en"].lower()) & set("abcdefghijklmnopqrstuvwxyz"):
            assert set(words["ru"].lower()) & RUSSIAN, "resources/law/sources.json lacks these words"
            assert set(words["kk"].lower()) & KAZAKH, "resources/law/sources.json lacks these words"


def test_no_words_are_kept_for_sources_that_are_gone() -> None:
    used = {text for fact in law.facts() for text in (fact.source, fact.edition)}
    assert set(read("sources.json")) <= used


@pytest.mark.parametrize("key", DATED)
def test_rows_of_a_value_follow_each_other(key: str) -> None:
    found = rows(key)
    assert found
    assert len({fact.title for fact in found}) == 1
    for fact in found:
        assert fact.effective_from is not None
    for before, after in pairwise(found):
        assert before.effective_from < after.effective_from  # type: ignore[operator]  # both are days, seen above
        assert before.confirmed_until is not None
        assert before.confirmed_until < after.effective_from  # type: ignore[operator]  # as above


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        ("2017-04-01", "11.00"),
        ("2020-04-05", "12.00"),
        ("2020-04-06", "9.50"),
        ("2020-12-16", "9.00"),
        ("2022-12-06", "16.75"),
        ("2025-03-10", "15.25"),
        ("2025-03-11", "16.50"),
        ("2025-10-13", "18.00"),
        ("2026-09-06", "16.75"),
        ("2026-09-07", "16.25"),
        ("2026-10-26", "16.25"),
    ],
)
def test_base_rate_changes_on_its_first_day(day: str, rate: str) -> None:
    found = law.value("base_rate", date.fromisoformat(day))
    assert found.fact.number == Decimal(rate)
    assert not found.warnings


@pytest.mark.parametrize(
    ("key", "day", "number"),
    [
        ("minimum_wage", "2021-12-31", "42500"),
        ("minimum_wage", "2022-01-01", "60000"),
        ("minimum_wage", "2025-05-01", "85000"),
        ("mrp", "2020-03-31", "2651"),
        ("mrp", "2020-04-01", "2778"),
        ("mrp", "2025-06-01", "3932"),
        ("mrp", "2026-11-21", "4325"),
        ("refinancing_rate", "2017-03-31", "5.50"),
        ("penalty.coefficient", "2020-05-15", "1"),
        ("penalty.coefficient", "2020-05-16", "1.25"),
    ],
)
def test_values_of_their_day(key: str, day: str, number: str) -> None:
    found = law.value(key, date.fromisoformat(day))
    assert found.fact.number == Decimal(number)
    assert not found.warnings


def test_past_the_last_confirmed_day_the_last_rate_comes_with_a_warning() -> None:
    last = rows("base_rate")[-1]
    assert last.confirmed_until == date(2026, 10, 26)
    found = law.value("base_rate", date(2026, 10, 27))
    assert found.fact == last
    (warning,) = found.warnings
    for lang in ("kk", "ru", "en"):
        assert "26.10.2026" in warning.text(for_language(lang))


@pytest.mark.parametrize(
    ("key", "day", "named"),
    [
        ("mrp", "2022-06-01", "31.12.2021"),  # what the year 2022 brought is not confirmed
        ("mrp", "2024-01-01", "31.12.2023"),
        ("mrp", "2027-01-01", "31.12.2026"),
        ("minimum_wage", "2022-04-01", "31.03.2022"),
        ("minimum_wage", "2027-01-01", "31.12.2026"),
        ("refinancing_rate", "2017-04-01", "31.03.2017"),
    ],
)
def test_a_gap_in_a_table_warns_too(key: str, day: str, named: str) -> None:
    (warning,) = law.value(key, date.fromisoformat(day)).warnings
    assert named in warning.text(for_language("en"))


def test_before_the_tables_there_is_no_figure() -> None:
    with pytest.raises(AppError) as refusal:
        law.value("base_rate", date(2015, 9, 1))
    assert "02.09.2015" in refusal.value.text(for_language("en"))


def test_an_unknown_key_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        law.value("speed_of_light", date(2026, 1, 1))
    with pytest.raises(KeyError):
        law.fact("base_rate")


@pytest.mark.parametrize("key", ["lc.113.1", "lc.113.2", "lc.113.3", "lc.113.4", "koap.86", "koap.87.1"])
def test_norms_of_the_claim_were_read_in_their_text(key: str) -> None:
    norm = law.fact(key)
    assert norm.confidence == "V"
    assert norm.effective_from is None


def test_citations_read_as_lawyers_write_them() -> None:
    title = law.fact("lc.113.3").title
    assert title.kk == "Қазақстан Республикасы Еңбек кодексінің 113-бабының 3-тармағы"
    assert title.ru == "пункт 3 статьи 113 Трудового кодекса Республики Казахстан"
    assert title.en == "article 113(3) of the Labour Code of the Republic of Kazakhstan"


def test_a_day_of_checking_is_told_as_a_day() -> None:
    fact = rows("base_rate")[-1]
    assert fact.edition_in("ru") == f"{date.fromisoformat(fact.edition):%d.%m.%Y}"
    assert law.fact("lc.113.3").edition_in("ru") == "сентябрь – октябрь 2026 года"


def test_days_between_rows_are_all_covered_by_the_base_rate() -> None:
    for before, after in pairwise(rows("base_rate")):
        assert before.confirmed_until is not None
        assert after.effective_from == before.confirmed_until + timedelta(days=1)


def test_practice_is_kept_as_data() -> None:
    assert law.practice("days_to_pay") > 0
    with pytest.raises(KeyError):
        law.practice("nothing")


def test_a_table_that_was_replaced_long_ago_does_not_age_the_law() -> None:
    assert law.checked_until() == law.value("base_rate", date(2026, 11, 21)).fact.confirmed_until
