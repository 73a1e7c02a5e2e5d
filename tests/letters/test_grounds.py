"""How norms read when a letter cites them: as the acts themselves name their parts, and nothing but the citation."""

from __future__ import annotations

import re

import pytest

from desktop_app import law
from desktop_app.letters.grounds import citation

CITED = tuple(fact for fact in law.facts() if fact.effective_from is None and re.match(r"\w+\.\d", fact.key))


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_citation_ends_with_the_name_of_its_act(lang: str) -> None:
    assert [text for text in (citation(fact, lang) for fact in CITED) if text.endswith(")")] == []
    assert "лет" in law.fact("gk.178.1").title.ru
    assert citation(law.fact("gk.178.1"), "ru").endswith("Гражданского кодекса Республики Казахстан")


def test_a_number_with_a_bracket_is_a_sub_item_but_in_the_criminal_code() -> None:
    russian = re.compile(r"(?<!под)пункт \d[\d-]*\)|\d \(\d")
    kazakh = re.compile(r"\d\) тармағы|\d-бабы \(\d")
    told = [fact for fact in CITED if russian.search(fact.title.ru) or kazakh.search(fact.title.kk)]
    assert [fact.key for fact in told if not fact.key.startswith("uk.")] == []
    assert [fact.key for fact in CITED if fact.key.startswith("uk.") and "подпункт" in fact.title.ru] == []
    assert [fact.key for fact in CITED if fact.key.startswith("uk.") and "тармақша" in fact.title.kk] == []
    assert law.fact("lc.193.4").title.ru.startswith("подпункт 4) статьи 193")
    assert law.fact("gpk.152.1.1").title.ru.startswith("подпункт 1) части 1 статьи 152")
    assert law.fact("tax.668.1").title.ru.startswith("подпункт 1) статьи 668")


@pytest.mark.parametrize(
    ("key", "ending"),
    [
        ("lc.113.3", "Еңбек кодексінің 113-бабының\u00a03-тармағы"),
        ("lc.195.1.1", "Еңбек кодексінің 195-бабы\u00a01-тармағының\u00a01) тармақшасы"),
        ("pd.7.6", "2013 жылғы 21\u00a0мамырдағы №\u00a094-V Қазақстан Республикасы Заңының 7-бабының\u00a06-тармағы"),
    ],
)
def test_a_kazakh_citation_keeps_its_parts_together_and_may_end_a_line_after_the_act(key: str, ending: str) -> None:
    assert citation(law.fact(key), "kk").endswith(ending)


def test_a_russian_number_stays_with_what_it_numbers() -> None:
    assert "статьи\u00a0113" in citation(law.fact("lc.113.3"), "ru")


@pytest.mark.parametrize(("lang", "day"), [("ru", "от 18 июля 2025 года"), ("en", "of 18 July 2025")])
def test_a_day_stays_with_its_month(lang: str, day: str) -> None:
    cited = citation(law.fact("tax.668.1"), lang)
    assert day in cited.replace("\u00a0", " ")
    at = cited.replace("\u00a0", " ").index(day) + day.index("18")
    assert cited[at - 1] == cited[at + 2] == "\u00a0"
