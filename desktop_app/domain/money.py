"""Tenge as exact decimals, and as the whole tiyn a file stores."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

TIYN: Final = Decimal("0.01")
NOTHING: Final = Decimal("0.00")
LARGEST_AMOUNT: Final = Decimal(10) ** 12


def rounded(amount: Decimal) -> Decimal:
    """Tenge rounded half up to the tiyn, as the worked penalties of the tests are."""
    return amount.quantize(TIYN, ROUND_HALF_UP)


def to_tiyn(amount: Decimal) -> int:
    """Whole tiyn for storing. ValueError when the amount has parts of a tiyn: what is stored was rounded before."""
    tiyn = amount * 100
    if tiyn != tiyn.to_integral_value():
        raise ValueError("an amount with parts of a tiyn")
    return int(tiyn)


def from_tiyn(tiyn: int) -> Decimal:
    """Tenge with two decimals from stored tiyn."""
    return TIYN * tiyn
