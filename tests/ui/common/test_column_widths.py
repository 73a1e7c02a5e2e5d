from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.common.column_widths import Need, widths

NEEDS = st.lists(st.builds(Need, st.integers(40, 200), st.integers(0, 420), st.booleans()), min_size=1, max_size=12)


def test_what_is_left_over_goes_to_the_stretching_columns() -> None:
    assert widths([Need(50, 80), Need(50, 100, stretch=True), Need(50, 60, stretch=True)], 400) == [80, 180, 140]


def test_the_longest_column_gives_way_first() -> None:
    assert widths([Need(50, 90), Need(60, 400), Need(70, 120)], 400) == [90, 190, 120]


@given(NEEDS, st.integers(100, 2000))
def test_titles_stay_whole_and_the_room_is_never_passed_needlessly(needs: list[Need], room: int) -> None:
    found = widths(needs, room)
    assert all(width >= need.least for width, need in zip(found, needs, strict=True))
    assert sum(found) <= max(room, sum(need.least for need in needs))


@given(NEEDS, st.integers(100, 2000))
def test_stretching_columns_fill_the_room(needs: list[Need], room: int) -> None:
    if any(need.stretch for need in needs) and sum(max(need.least, need.all) for need in needs) <= room:
        assert sum(widths(needs, room)) == room
