"""Exact fractions of tenge, rounded once, and how they are shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from desktop_app.domain.money import from_tiyn

_SHOWN: Final = Decimal("0.0001")


def tenge(exact: Fraction) -> Decimal:
    """Tenge rounded half up to the tiyn. The sum is not negative: cutting off after adding a half is enough."""
    return from_tiyn(int(exact * 100 + Fraction(1, 2)))


def shown(exact: Fraction) -> Decimal:
    """A figure between two steps as a judge writes it down: at most four decimals, none that are not needed."""
    number = (Decimal(exact.numerator) / exact.denominator).quantize(_SHOWN, ROUND_HALF_UP)
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def in_words(number: Decimal) -> str:
    """Hours or days within a sentence: 41 or 41.5."""
    return f"{shown(Fraction(number)):f}"
