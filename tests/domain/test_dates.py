from datetime import date

import pytest

from desktop_app.domain.dates import PartialDate, parse_partial_date
from desktop_app.errors import AppError


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1987 г.", "1987"), ("05.1987", "1987-05"), ("20.05.1987", "1987-05-20"), ("1987 ж.", "1987")],
)
def test_partial_dates_stay_partial(text, expected):
    read = parse_partial_date(text)
    assert read.iso == expected
    assert PartialDate.from_iso(expected) == read


def test_a_day_that_does_not_exist_is_refused():
    with pytest.raises(AppError):
        parse_partial_date("31.02.1987")
    with pytest.raises(ValueError, match="day is out of range"):
        PartialDate(1987, 2, 31)
    with pytest.raises(ValueError, match="needs a month"):
        PartialDate(1987, None, 3)


def test_only_a_whole_date_is_a_day():
    assert PartialDate(1987, 5, 20).full == date(1987, 5, 20)
    assert PartialDate(1987, 5).full is None
    assert PartialDate.of(date(1987, 5, 20)) == PartialDate(1987, 5, 20)


def test_iso_texts_sort_by_time():
    assert sorted(["1987-05-20", "1987", "1986-12", "1987-05"]) == ["1986-12", "1987", "1987-05", "1987-05-20"]
