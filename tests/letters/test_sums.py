from __future__ import annotations

from datetime import date

import pytest

from desktop_app.i18n import for_language
from desktop_app.letters import sums


@pytest.mark.parametrize(
    ("months", "shown"),
    [
        ((date(2025, 3, 1),), "03.2025"),
        ((date(2025, 5, 1), date(2025, 3, 1)), "03–05.2025"),
        ((date(2025, 12, 1), date(2026, 1, 1)), "12.2025–01.2026"),
    ],
)
def test_months_are_told_by_the_first_and_the_last(months: tuple[date, ...], shown: str) -> None:
    assert sums.span(months) == shown


def test_a_day_keeps_its_numbers_with_their_words() -> None:
    day = date(2026, 11, 21)
    assert sums.day(day, for_language("kk")) == "2026\u00a0жылғы 21\u00a0қараша"
    assert sums.day(day, for_language("ru")) == "21\u00a0ноября 2026\u00a0года"
    assert sums.day(day, for_language("en")) == "21\u00a0November 2026"
