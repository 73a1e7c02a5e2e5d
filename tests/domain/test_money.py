from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.money import from_tiyn, rounded, to_tiyn


def test_tenge_are_rounded_half_up():
    assert rounded(Decimal("0.005")) == Decimal("0.01")
    assert rounded(Decimal("1849.315068")) == Decimal("1849.32")
    assert str(rounded(Decimal(5))) == "5.00"


def test_parts_of_a_tiyn_are_never_stored():
    with pytest.raises(ValueError, match="parts of a tiyn"):
        to_tiyn(Decimal("0.005"))


@given(st.integers(min_value=0, max_value=10**14))
def test_what_is_stored_comes_back(tiyn):
    assert to_tiyn(from_tiyn(tiyn)) == tiyn
    assert -from_tiyn(tiyn).as_tuple().exponent == 2
