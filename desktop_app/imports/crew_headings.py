"""What a column of a pasted list means: told by its heading, or else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Final

from desktop_app.domain.identifiers import check_id
from desktop_app.errors import AppError
from desktop_app.i18n import find_country, parse_amount
from desktop_app.imports.crew_cells import PARTS_OF_NAME, Meaning, read_birth, read_quantity, read_sex

_LONGEST_HEADING: Final = 120
_SAMPLE: Final = 60
_LIKELY: Final = 0.6
_YOUNGEST: Final = 10
_OLDEST: Final = 100
_MOST_DAYS: Final = 31

# As folders of real centres head their lists. The first that fits wins, so what says more stands first.
_HEADINGS: Final = (
    (Meaning.PATRONYMIC, ("отчество", "әкесінің аты", "patronymic", "middle name")),
    (Meaning.SURNAME, ("фамилия", "тегі", "surname", "last name", "family name", "familiya")),
    (Meaning.IIN, ("иин", "жсн", "iin", "individual identification number")),
    (Meaning.BIRTH, ("дата рождения", "год рождения", "рождения", "рожд", "др", "г р", "д р", "туған күні",
                     "туған жылы", "туған", "birth date", "date of birth", "year of birth", "born", "birth", "dob")),
    (Meaning.CITIZENSHIP, ("гражданство", "гражд", "гражд во", "гр во", "страна", "азаматтығы", "азаматтық", "елі",
                           "ел", "мемлекет", "citizenship", "citizen", "nationality", "country")),
    (Meaning.PHONE, ("телефон", "тел", "моб", "контакт", "контакты", "байланыс", "phone", "mobile", "tel", "whatsapp")),
    (Meaning.SEX, ("пол", "жынысы", "жыныс", "sex", "gender", "jinsi")),
    (Meaning.OWED, ("долг", "сумма долга", "сумма", "задолженность", "невыплата", "к выплате", "берешек", "борыш",
                    "қарыз", "төленбеген", "сома", "сомасы", "debt", "owed", "unpaid", "arrears", "amount", "sum")),
    (Meaning.RATE, ("ставка", "тариф", "расценка", "оплата за смену", "за смену", "в день", "за день", "оклад",
                    "мөлшерлеме", "бағасы", "күніне", "ауысымына", "айлығы", "жалақысы", "жалақы", "зарплата",
                    "rate", "pay", "wage", "salary", "per day", "per shift")),
    (Meaning.QUANTITY, ("количество смен", "количество дней", "кол во дней", "кол во смен", "отработано", "смен",
                        "смены", "дней", "дни", "часов", "часы", "жұмыс күндері", "күндер", "күн саны", "күн",
                        "ауысым", "ауысымдар", "ауысым саны", "сағат", "days", "shifts", "hours",
                        "days worked", "quantity")),
    (Meaning.OCCUPATION, ("должность", "профессия", "специальность", "кем работал", "работа", "лауазымы", "лауазым",
                          "мамандығы", "кәсібі", "occupation", "position", "job", "profession")),
    (Meaning.NAME, ("фио", "ф и о", "фамилия имя", "фамилия имя отчество", "имя фамилия", "работник", "рабочий",
                    "заявитель", "аты жөні", "аты жөні тегі", "тегі аты", "тегі аты әкесінің аты", "жұмыскер",
                    "full name", "name", "worker", "employee", "ism", "имя и фамилия", "сотрудник")),
    (Meaning.GIVEN, ("имя", "аты", "есімі", "given name", "first name")),
)  # fmt: skip
_WHOLE_NAMES: Final = ("фио", "ф и о", "аты жөні", "тегі аты", "фамилия имя", "имя фамилия", "full name")
_ORDER: Final = frozenset({"№", "n", "no", "№ п п", "п п", "р с", "рет саны", "р н", "#", "nr", "т р"})
_AMBIGUOUS: Final = frozenset({"гр", "граж"})
_MONTHS: Final = (
    ("январь", "янв", "қаңтар", "қаң", "january", "jan"), ("февраль", "фев", "ақпан", "ақп", "february", "feb"),
    ("март", "мар", "наурыз", "нау", "march", "mar"), ("апрель", "апр", "сәуір", "сәу", "april", "apr"),
    ("май", "мамыр", "мам", "may"), ("июнь", "июн", "маусым", "мау", "june", "jun"),
    ("июль", "июл", "шілде", "шіл", "july", "jul"), ("август", "авг", "тамыз", "там", "august", "aug"),
    ("сентябрь", "сен", "қыркүйек", "қыр", "september", "sep"), ("октябрь", "окт", "қазан", "қаз", "october", "oct"),
    ("ноябрь", "ноя", "қараша", "қар", "november", "nov"), ("декабрь", "дек", "желтоқсан", "жел", "december", "dec"),
)  # fmt: skip
_TOTALS: Final = re.compile(
    r"(?:итого|всего|общий итог|барлығы|жиыны|жалпы|қорытынды|jami|total|grand total)(?:\W.*)?", re.DOTALL
)


def names_people(text: str) -> bool:
    """Whether this is the very heading of names, nothing more and nothing less."""
    plain = _plain(text)
    return any(plain in headings for meaning, headings in _HEADINGS if meaning in (Meaning.NAME, *PARTS_OF_NAME))


def told_by_heading(text: str) -> Meaning | None:
    """The meaning a heading names, in any of the languages, also when it stands in two of them."""
    for part in (text, *re.split(r"[/\n(|]", text[:_LONGEST_HEADING])):
        if (found := _meaning_of(_plain(part))) is not None:
            return found
    return None


def is_order(text: str) -> bool:
    """Whether the heading is that of running numbers."""
    return text.strip().casefold() in _ORDER or _plain(text) in _ORDER


def is_ambiguous(text: str) -> bool:
    """Whether a heading may mean two things, so that only the cells can tell: citizenship or year of birth."""
    return _plain(text) in _AMBIGUOUS


def is_total(text: str) -> bool:
    """Whether a cell begins a line of totals."""
    return _TOTALS.fullmatch(text.strip().casefold()[:_LONGEST_HEADING]) is not None


def month_of_heading(text: str, today: date) -> date | None:
    """The first day of the month a heading names ("март 2025", "03.2025", "сәуір"); without a year the latest begun."""
    plain = _plain(text)
    if match := re.fullmatch(r"(?:(0?[1-9]|1[0-2]) (20[0-9]{2})|(20[0-9]{2}) (0[1-9]|1[0-2]))", plain):
        return date(int(match[2] or match[3]), int(match[1] or match[4]), 1)
    years = [int(word) for word in plain.split() if re.fullmatch(r"20[0-9]{2}", word)]
    months = [_month_by_name()[word] for word in plain.split() if word in _month_by_name()]
    if len(months) != 1 or len(years) > 1:
        return None
    if years:
        return date(years[0], months[0], 1)
    return date(today.year if months[0] <= today.month else today.year - 1, months[0], 1)


def told_by_content(columns: Sequence[Sequence[str]], known: set[Meaning], today: date) -> dict[int, Meaning]:
    """The meaning of columns by place, from what stands in them; what is `known` already is not told again."""
    found: dict[int, Meaning] = {}
    samples = [[cell for cell in column if cell.strip()][:_SAMPLE] for column in columns]
    for meaning, fits in _tests(today):
        if meaning in known or (meaning is Meaning.NAME and known & {Meaning.SURNAME, Meaning.GIVEN}):
            continue
        shares = [
            (sum(map(fits, sample)) / len(sample) if sample and place not in found else 0.0, -place)
            for place, sample in enumerate(samples)
        ]
        if shares and max(shares)[0] >= _LIKELY:
            found[-max(shares)[1]] = meaning
    return found


def _tests(today: date) -> tuple[tuple[Meaning, Callable[[str], bool]], ...]:
    def is_birth(text: str) -> bool:
        try:
            return _YOUNGEST <= today.year - read_birth(text).year <= _OLDEST
        except AppError:
            return False

    return (
        (Meaning.IIN, _is_iin),
        (Meaning.CITIZENSHIP, _is_country),
        (Meaning.SEX, _is_sex),
        (Meaning.BIRTH, is_birth),
        (Meaning.PHONE, _is_phone),
        (Meaning.NAME, _is_full_name),
        (Meaning.NAME, _is_word),
        (Meaning.QUANTITY, _is_days),
        (Meaning.RATE, _is_sum),
        (Meaning.OWED, _is_sum),
    )


def _is_iin(text: str) -> bool:
    return len(text) < 30 and check_id(text).kind == "iin"


def _is_country(text: str) -> bool:
    return len(text.strip()) > 1 and bool(find_country(text))


def _is_sex(text: str) -> bool:
    try:
        return bool(read_sex(text))
    except AppError:
        return False


def _is_phone(text: str) -> bool:
    digits = sum(mark.isdigit() for mark in text[:60])
    return 9 <= digits <= 15 and not re.search(r"[^\W\d_]{3}", text[:60])


def _is_full_name(text: str) -> bool:
    words = text[:_LONGEST_HEADING].split()
    return 2 <= len(words) <= 6 and not re.search(r"[0-9@/+=]", text[:_LONGEST_HEADING])


def _is_word(text: str) -> bool:
    return 3 <= len(text.strip()) <= 60 and not re.search(r"[0-9@/+=]", text[:60])


def _is_days(text: str) -> bool:
    try:
        return 0 < read_quantity(text) <= _MOST_DAYS
    except AppError:
        return False


def _is_sum(text: str) -> bool:
    try:
        return parse_amount(text) > _MOST_DAYS
    except AppError:
        return False


def _meaning_of(plain: str) -> Meaning | None:
    if not plain:
        return None
    if plain.startswith(_WHOLE_NAMES):
        return Meaning.NAME
    for meaning, headings in _HEADINGS:
        if plain in headings:
            return meaning
    return next((meaning for meaning, within in _within() if within.search(plain)), None)


def _plain(text: str) -> str:
    words = re.sub(r"[^\w№#]+", " ", text[:_LONGEST_HEADING].casefold().replace("ё", "е"))
    return words.replace("_", " ").strip()


@cache
def _month_by_name() -> dict[str, int]:
    return {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}


@cache
def _within() -> tuple[tuple[Meaning, re.Pattern[str]], ...]:
    """For each meaning what finds its headings among other words; longer ones with the ending of a case too."""
    return tuple(
        (
            meaning,
            re.compile(
                "|".join(
                    rf"\b{re.escape(heading)}" + (r"\w{0,3}\b" if len(heading) > 4 else r"\b")
                    for heading in headings
                    if len(heading) > 2
                )
            ),
        )
        for meaning, headings in _HEADINGS
    )
