"""Numbers and tenge: printing in three languages, reading what was typed or pasted."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from desktop_app.errors import AppError
from desktop_app.i18n.catalogue import N_

NO_BREAK_SPACE: Final = "\u00a0"
MINUS: Final = "\u2212"
TENGE_SIGN: Final = "₸"
LARGEST_AMOUNT: Final = Decimal(10) ** 12

_TIYN = Decimal("0.01")
_LONGEST_AMOUNT = 60
_TYPE_AN_AMOUNT: Final = N_("This is not an amount. Type digits, for example 180 000 or 180 000,50.")
_CURRENCY = re.compile(r"(?:₸|тг\.?|тнг\.?|тенге|теңге|kzt|tenge)$|^(?:₸|kzt)")
_GROUPING = re.compile(r"[\s'’]")  # \s holds the no-break and the narrow no-break space too


def format_money(amount: Decimal, lang: str, sign: bool = True) -> str:
    """Tenge with two decimals, rounded half up: "180 000,50 ₸", in English "180,000.50 ₸"."""
    text = format_number(amount.quantize(_TIYN, ROUND_HALF_UP), lang)
    return f"{text}{NO_BREAK_SPACE}{TENGE_SIGN}" if sign else text


def format_number(value: Decimal | int, lang: str) -> str:
    """A number with grouped thousands and the decimals it came with: "1 234,5", in English "1,234.5"."""
    group, point = (",", ".") if lang == "en" else (NO_BREAK_SPACE, ",")
    whole, _dot, decimals = f"{abs(Decimal(value)):,f}".partition(".")
    text = whole.replace(",", group) + (point + decimals if decimals else "")
    return MINUS + text if value < 0 else text


def parse_amount(text: str) -> Decimal:
    """The tenge that were typed, to the tiyn: "180 000", "180 000,50", "180,000.50", "180.000", "180000 тг".

    A lone comma or point before exactly three digits groups thousands, since tenge have two decimals.
    AppError says what is wrong: nothing typed, not a number, negative, more than two decimals, absurd.
    """
    if len(text) > _LONGEST_AMOUNT:
        raise AppError(_TYPE_AN_AMOUNT)
    plain = _CURRENCY.sub("", text.strip().casefold()).strip()
    if not plain:
        raise AppError(N_("Type an amount, for example 180 000."))
    if plain[0] in "-−–":
        raise AppError(N_("The amount cannot be less than zero."))
    digits = _with_point(_GROUPING.sub("", plain))
    whole, _dot, decimals = digits.partition(".")
    if not re.fullmatch(r"[0-9]+", whole) or not re.fullmatch(r"[0-9]*", decimals):
        raise AppError(_TYPE_AN_AMOUNT)
    if len(decimals) > 2:
        raise AppError(N_("An amount has at most two digits after the decimal comma."))
    amount = Decimal(digits)
    if amount > LARGEST_AMOUNT:
        raise AppError(N_("This amount is too large to be right. Check the number of zeros."))
    return amount.quantize(_TIYN)


def _with_point(plain: str) -> str:
    """The number with its groups joined and a point before the decimals."""
    marks = [mark for mark in plain if mark in ",."]
    if not marks:
        return plain
    last = marks[-1]
    other = "," if last == "." else "."
    if other in marks:
        grouped = rf"[0-9]{{1,3}}(?:{re.escape(other)}[0-9]{{3}})*{re.escape(last)}[0-9]*"
        return plain.replace(other, "").replace(last, ".") if re.fullmatch(grouped, plain) else ""
    if re.fullmatch(rf"[1-9][0-9]{{0,2}}(?:{re.escape(last)}[0-9]{{3}})+", plain):
        return plain.replace(last, "")
    return plain.replace(last, ".")
