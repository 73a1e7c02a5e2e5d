"""The cells of a list of workers: what each column means and how its text is read. A bad cell is never guessed at."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from desktop_app.domain.checks import problems_of_person
from desktop_app.domain.dates import PartialDate, parse_partial_date
from desktop_app.domain.people import Person, Sex
from desktop_app.domain.tidy import digits_joined, tidy_line
from desktop_app.domain.wage_checks import LARGEST_QUANTITY
from desktop_app.errors import AppError, Message
from desktop_app.i18n import N_, find_country, parse_amount


class Meaning(StrEnum):
    """What a column of a list of workers holds."""

    NAME = "name"
    SURNAME = "surname"
    GIVEN = "given"
    PATRONYMIC = "patronymic"
    BIRTH = "birth"
    SEX = "sex"
    CITIZENSHIP = "citizenship"
    PHONE = "phone"
    IIN = "iin"
    OCCUPATION = "occupation"
    QUANTITY = "quantity"
    RATE = "rate"
    OWED = "owed"


PARTS_OF_NAME: Final = (Meaning.SURNAME, Meaning.GIVEN, Meaning.PATRONYMIC)

_FEMALE: Final = frozenset(
    {
        *("ж", "жен", "женск", "женский", "женщина", "әйел", "қыз", "айел", "аял", "аёл", "ayol", "зан", "zan"),
        *("f", "fem", "female", "woman"),
    }
)
_MALE: Final = frozenset(
    {
        *("м", "муж", "мужск", "мужской", "мужчина", "ер", "еркек", "эркак", "erkak", "эркек", "мард", "mard"),
        *("m", "male", "man"),
    }
)
_THOUSANDS: Final = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*(?:тыс\.?|тысяч[аи]?|мың|миң|минг|ming)\s*(\S*)")
_QUANTITY: Final = re.compile(
    r"([0-9]+(?:[.,][0-9]{1,3})?)\s*(?:смен[аы]?|дн(?:ей|я|и)?|день|сут(?:ок|ки)?|күн|ауысым|час(?:ов|а)?|ч|сағат|шт"
    r"|дана|kun|smena|days?|shifts?|hours?|h|pcs|pieces?)?\.?"
)
_NAMED_IN_PERSON: Final = {
    "full_name": Meaning.NAME,
    "birth": Meaning.BIRTH,
    "iin": Meaning.IIN,
    "phone": Meaning.PHONE,
}


@dataclass(frozen=True)
class CrewLine:
    """One worker as typed or pasted: the text of each cell, untouched.

    `months` are quantities that belong to a month (its first day); `texts` holds all other cells.
    """

    texts: Mapping[Meaning, str] = field(default_factory=dict)
    months: Mapping[date, str] = field(default_factory=dict)

    def text(self, meaning: Meaning) -> str:
        """The text of one cell, empty when there is none."""
        return self.texts.get(meaning, "")

    @property
    def counts(self) -> bool:
        """Whether the line tells days, shifts, hours or pieces."""
        return bool(self.text(Meaning.QUANTITY).strip()) or any(text.strip() for text in self.months.values())


@dataclass(frozen=True)
class CellProblem:
    """A cell that could not be read, with the reason. `month` is set for the quantity of a month."""

    meaning: Meaning
    message: Message
    month: date | None = None


@dataclass(frozen=True)
class ReadLine:
    """What a line says of a worker; sums are tenge. A cell with a problem is left out."""

    person: Person
    occupation: str
    rate: Decimal | None
    owed: Decimal | None
    quantity: Decimal | None
    months: Mapping[date, Decimal]
    problems: tuple[CellProblem, ...]


def read_line(line: CrewLine, today: date) -> ReadLine:
    """Read every cell of a line; `today` bounds the birth date."""
    values: dict[Meaning, Any] = {}
    months: dict[date, Decimal] = {}
    problems: list[CellProblem] = []
    for meaning, reader in _READERS.items():
        try:
            values[meaning] = reader(line.text(meaning)) if line.text(meaning).strip() else None
        except AppError as error:
            problems.append(CellProblem(meaning, error.message))
    for month, text in line.months.items():
        try:
            if text.strip():
                months[month] = read_quantity(text)
        except AppError as error:
            problems.append(CellProblem(Meaning.QUANTITY, error.message, month))
    person = Person(
        full_name=name_of(line),
        birth=values.get(Meaning.BIRTH),
        sex=values.get(Meaning.SEX) or Sex.UNKNOWN,
        citizenship=values.get(Meaning.CITIZENSHIP) or "",
        phone=tidy_line(line.text(Meaning.PHONE)),
        iin=digits_joined(tidy_line(line.text(Meaning.IIN))),
    )
    problems += [
        CellProblem(_NAMED_IN_PERSON.get(problem.field, Meaning.NAME), problem.message)
        for problem in problems_of_person(person, today)
    ]
    return ReadLine(
        person,
        tidy_line(line.text(Meaning.OCCUPATION)),
        values.get(Meaning.RATE),
        values.get(Meaning.OWED),
        values.get(Meaning.QUANTITY),
        months,
        tuple(problems),
    )


def name_of(line: CrewLine) -> str:
    """The full name, put together from its parts when they stand in columns of their own."""
    parts = (line.text(meaning) for meaning in (Meaning.NAME, *PARTS_OF_NAME))
    return tidy_line(" ".join(part for part in parts if part))


def read_birth(text: str) -> PartialDate:
    """A birth date as far as it is known. AppError says what to type."""
    return parse_partial_date(tidy_line(text[:100]))


def read_sex(text: str) -> Sex:
    """A sex by its word or letter in Kazakh, Russian, English or a neighbour's language. AppError for anything else."""
    word = tidy_line(text[:100]).casefold().rstrip(".")
    if word in _FEMALE:
        return Sex.FEMALE
    if word in _MALE:
        return Sex.MALE
    raise AppError(N_("Type the sex as one letter or word, for example f or m."))


def read_country(text: str) -> str:
    """The alpha-2 code of a country by its name or code. AppError when it is not known."""
    code = find_country(tidy_line(text[:300]))
    if not code:
        raise AppError(N_("This country is not known. Type its name or its two-letter code, for example UZ."))
    return code


def read_sum(text: str) -> Decimal:
    """Tenge, also in thousands as registers write them ("710 тыс", "60 мың теңге"). AppError says what is wrong."""
    plain = tidy_line(text[:200])
    if match := _THOUSANDS.fullmatch(plain.casefold().replace("\u00a0", " ")):
        return parse_amount(f"{Decimal(match[1].replace(',', '.')) * 1000:f} {match[2]}")
    return parse_amount(plain)


def read_quantity(text: str) -> Decimal:
    """Days, shifts, hours or pieces, with at most three decimals. AppError says what to type."""
    match = _QUANTITY.fullmatch(tidy_line(text[:100]).casefold())
    if match is None:
        raise AppError(N_("This is not a number. Type how many, for example 26 or 22,5."))
    quantity = Decimal(match[1].replace(",", "."))
    if quantity > LARGEST_QUANTITY:
        raise AppError(
            N_("The quantity is a number from 0 to %(largest)s with at most three decimals."),
            largest=int(LARGEST_QUANTITY),
        )
    return quantity


_READERS: Final[Mapping[Meaning, Callable[[str], Any]]] = {
    Meaning.BIRTH: read_birth,
    Meaning.SEX: read_sex,
    Meaning.CITIZENSHIP: read_country,
    Meaning.QUANTITY: read_quantity,
    Meaning.RATE: read_sum,
    Meaning.OWED: read_sum,
}
