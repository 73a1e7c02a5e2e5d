"""Dates as people write them: printing in three languages, reading what was typed or pasted.

Month names are our own: a letter says "2026 жылғы 21 қараша", where CLDR has the short "ж.".
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal

from desktop_app.errors import AppError
from desktop_app.i18n.catalogue import N_

_MONTHS: Final = {
    "kk": (
        *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым"),
        *("шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
    ),
    "ru": (
        *("январь", "февраль", "март", "апрель", "май", "июнь"),
        *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_MONTHS_OF_RU: Final = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_MONTH_BY_NAME: Final = {
    name.casefold(): number
    for names in (*_MONTHS.values(), _MONTHS_OF_RU)
    for number, name in enumerate(names, start=1)
}
_EARLIEST_YEAR: Final = 1900
_LATEST_YEAR: Final = 2199
_LONGEST_DATE: Final = 40

_TYPE_A_DAY: Final = N_("This is not a date. Type the day, month and year, for example 21.11.2026.")
_TYPE_A_PARTIAL_DATE: Final = N_("This is not a date. Type what is known: 20.05.1987, 05.1987 or 1987.")

# "1987 г.", "1987 г.р.", "2026 года", "1987 ж.", "1987 ж.т.", "2026 жылғы" say no more than the number does.
_YEAR_WORD = re.compile(r"(?<=[0-9])\s*(?:г\.?\s?р\.?|года?|г\.?|жылғы|жылы?|ж\.?\s?т\.?|ж\.?)(?=\s|$)")
_NUMBER, _BREAK = r"([0-9]{1,2})", r"\s?[./-]\s?"
_DAY_FIRST = re.compile(f"{_NUMBER}{_BREAK}{_NUMBER}{_BREAK}([0-9]{{4}})")
_YEAR_FIRST = re.compile(f"([0-9]{{4}}){_BREAK}{_NUMBER}{_BREAK}{_NUMBER}")
_MONTH_FIRST = re.compile(f"{_NUMBER}{_BREAK}([0-9]{{4}})")
_YEAR_AND_MONTH = re.compile(f"([0-9]{{4}}){_BREAK}{_NUMBER}")
_YEAR = re.compile(r"[0-9]{4}")
_SHORT_YEAR = re.compile(rf"(?:{_NUMBER}{_BREAK}){{0,2}}['’]?[0-9]{{2}}")

Parts = tuple[int, int | None, int | None]


def format_date(day: date, lang: str, style: Literal["short", "long"] = "short") -> str:
    """A day as 21.11.2026 in every language, or written out: "2026 жылғы 21 қараша", "21 ноября 2026 года"."""
    if style == "short":
        return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"
    if lang == "kk":
        return f"{day.year} жылғы {day.day} {_MONTHS['kk'][day.month - 1]}"
    if lang == "ru":
        return f"{day.day} {_MONTHS_OF_RU[day.month - 1]} {day.year} года"
    return f"{day.day} {_MONTHS['en'][day.month - 1]} {day.year}"


def format_month(month: date, lang: str) -> str:
    """The month a day lies in: "2026 жылғы наурыз", "март 2026 года", "March 2026"."""
    name = _MONTHS[lang][month.month - 1]
    return {"kk": f"{month.year} жылғы {name}", "ru": f"{name} {month.year} года", "en": f"{name} {month.year}"}[lang]


def format_partial(year: int, month: int | None, day: int | None, lang: str) -> str:
    """As much of a date as is known, in words where the day is missing: 20.05.1987, "май 1987 года", 1987."""
    if month is None:
        return f"{year:04d}"
    if day is None:
        return format_month(date(year, month, 1), lang)
    return format_date(date(year, month, day), lang)


def parse_day(text: str) -> date:
    """The day that was typed: 21.11.2026, 21/11/2026, 2026-11-21, "21 ноября 2026 г.", "2026 жылғы 21 қараша".

    The day comes before the month always. AppError says what to type when there is no such day, a part
    is missing, or the year has two digits.
    """
    year, month, day = _parts(text, _TYPE_A_DAY)
    if month is None or day is None:
        raise AppError(_TYPE_A_DAY)
    return date(year, month, day)


def parse_partial(text: str) -> Parts:
    """Year, month and day as far as they were typed: 1987, 05.1987, 20.05.1987, "1987 г.", "1987 ж.".

    AppError as for `parse_day`.
    """
    return _parts(text, _TYPE_A_PARTIAL_DATE)


def _parts(text: str, advice: str) -> Parts:
    if len(text) > _LONGEST_DATE:
        raise AppError(advice)
    plain = _YEAR_WORD.sub("", " ".join(text.casefold().split())).strip()
    found = _numeric(plain) or _written(plain)
    if found is None:
        if _SHORT_YEAR.fullmatch(plain):
            raise AppError(N_("Type the year with four digits, for example 1987."))
        raise AppError(advice)
    return _checked(found)


def _numeric(plain: str) -> Parts | None:
    if match := _DAY_FIRST.fullmatch(plain):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _YEAR_FIRST.fullmatch(plain):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _MONTH_FIRST.fullmatch(plain):
        return int(match[2]), int(match[1]), None
    if match := _YEAR_AND_MONTH.fullmatch(plain):
        return int(match[1]), int(match[2]), None
    if _YEAR.fullmatch(plain):
        return int(plain), None, None
    return None


def _written(plain: str) -> Parts | None:
    """Words in any order that holds one month name, one four-digit year and at most one day."""
    words = plain.replace(",", " ").split()
    months = [_MONTH_BY_NAME[word] for word in words if word in _MONTH_BY_NAME]
    years = [int(word) for word in words if _YEAR.fullmatch(word)]
    days = [int(word) for word in words if re.fullmatch(_NUMBER, word)]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(words) != 2 + len(days):
        return None
    return years[0], months[0], days[0] if days else None


def _checked(parts: Parts) -> Parts:
    year, month, day = parts
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise AppError(N_("There is no such date. Check the day and the month.")) from None
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        raise AppError(
            N_("The year must be between %(first)s and %(last)s."), first=str(_EARLIEST_YEAR), last=str(_LATEST_YEAR)
        )
    return parts
