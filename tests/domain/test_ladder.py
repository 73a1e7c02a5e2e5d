"""The ladder of backups: what stays over 400 days, and what is never removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import ladder
from desktop_app.domain.backups import Backup, Manifest, Occasion, name_of
from desktop_app.domain.ladder import Rung

FILE = "a" * 32
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def backup(
    made_at: datetime, *, occasion: Occasion = Occasion.AUTOMATIC, file_id: str = FILE, seq: int = 0, bad: bool = False
) -> Backup:
    damaged = made_at if bad else None
    manifest = Manifest(file_id, occasion, made_at, "1", 2, 100, "", seq, "", {}, damaged_at=damaged)
    return Backup("", f"{file_id[:4]} {made_at.isoformat()} {seq} {occasion}", 100, manifest, made_at)


def left_after(days: int, per_day: int = 1) -> list[Backup]:
    """What is there when a backup was made several times a day for some days, and the ladder climbed each time."""
    kept: list[Backup] = []
    for number in range(days * per_day):
        kept.append(backup(NOON + timedelta(days=number // per_day, minutes=30 * (number % per_day)), seq=number))
        gone = {each.place for each in ladder.to_remove(kept, FILE)}
        assert kept[-1].place not in gone
        kept = [each for each in kept if each.place not in gone]
    return kept


def test_400_days_leave_twelve_days_ten_weeks_and_nine_months() -> None:
    kept = left_after(400)
    newest = kept[-1].made_at
    days = {each.made_at.date() for each in kept}
    assert {newest.date() - timedelta(days=back) for back in range(12)} <= days
    assert len({each.made_at.isocalendar()[:2] for each in kept}) >= 10
    assert len({(each.made_at.year, each.made_at.month) for each in kept}) == 9
    assert len(kept) <= 12 + 10 + 9
    assert newest - kept[0].made_at > timedelta(days=7 * 30)


def test_a_day_of_many_keeps_its_last_and_the_three_newest() -> None:
    kept = left_after(3, per_day=16)
    by_day = [sum(each.made_at.date() == NOON.date() + timedelta(days=day) for each in kept) for day in range(3)]
    assert by_day == [1, 1, 3]


def test_a_week_without_anybody_at_work_takes_no_day() -> None:
    """The twelve days are those that have a backup, not the last twelve of the calendar."""
    made = [backup(NOON + timedelta(days=day)) for day in range(12)]
    late = backup(NOON + timedelta(days=40))
    assert ladder.to_remove([*made, late], FILE) == (made[0],)


def test_those_before_an_upgrade_stay() -> None:
    old = backup(NOON - timedelta(days=3000), occasion=Occasion.UPGRADE)
    made = [backup(NOON + timedelta(days=day)) for day in range(400)]
    assert ladder.rungs([old, *made])[old.place] is Rung.UPGRADE
    assert old not in ladder.to_remove([old, *made], FILE)


def test_a_damaged_one_takes_no_rung_and_is_not_removed() -> None:
    made = [backup(NOON + timedelta(hours=hour), bad=hour > 0) for hour in range(20)]
    assert ladder.rungs(made) == {made[0].place: Rung.NEWEST}
    assert ladder.to_remove(made, FILE) == ()


def test_one_that_lost_its_end_takes_no_rung() -> None:
    whole, cut = backup(NOON), replace(backup(NOON + timedelta(hours=1)), size=50)
    assert list(ladder.rungs([whole, cut])) == [whole.place]


def test_what_belongs_to_another_file_or_to_nobody_is_not_removed() -> None:
    strangers = [backup(NOON + timedelta(minutes=n), file_id="b" * 32) for n in range(50)]
    unknown = [Backup("", f"x{n}", 5, None, NOON + timedelta(minutes=n)) for n in range(50)]
    assert ladder.to_remove([*strangers, *unknown], FILE) == ()
    assert ladder.to_remove([*strangers, *unknown, backup(NOON)], FILE) == ()


def test_a_clock_turned_back_does_not_cost_the_latest_work() -> None:
    made = [backup(NOON + timedelta(days=day), seq=day) for day in range(400)]
    turned_back = backup(datetime(2010, 1, 1, tzinfo=UTC), seq=401)
    assert turned_back not in ladder.to_remove([*made, turned_back], FILE)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 5_000_000).map(lambda minutes: NOON + timedelta(minutes=minutes)),
            st.sampled_from(Occasion),
            st.booleans(),
        ),
        max_size=60,
        unique_by=lambda each: each[0],
    )
)
def test_what_must_always_hold(made: list[tuple[datetime, Occasion, bool]]) -> None:
    backups = [backup(at, occasion=occasion, bad=bad, seq=n) for n, (at, occasion, bad) in enumerate(made)]
    gone = ladder.to_remove(backups, FILE)
    left = [each for each in backups if each not in gone]
    good = [each for each in backups if each.is_good]
    if good:
        assert max(good, key=lambda each: each.made_at) in left
    assert all(each.is_good for each in gone)
    assert ladder.to_remove(left, FILE) == ()
    assert len({each.made_at.date() for each in left if each.is_good}) >= min(
        12, len({each.made_at.date() for each in good})
    )


def test_the_name_sorts_by_time_and_is_plain() -> None:
    morning, noon = NOON.replace(hour=9, minute=5), NOON
    assert name_of("centre", noon, Occasion.AUTOMATIC, ".tirek") == "centre 2026-03-02 1200 auto.tirek"
    assert name_of("c", morning, Occasion.UPGRADE, ".t") < name_of("c", noon, Occasion.AUTOMATIC, ".t")
    assert name_of("Орталық: №1/қ", noon, Occasion.BY_HAND, ".tirek") == "No1 2026-03-02 1200 manual.tirek"
    assert name_of("орталық", noon, Occasion.BY_HAND, ".tirek") == "centre 2026-03-02 1200 manual.tirek"
    assert len(name_of("x" * 300, noon, Occasion.BY_HAND, ".tirek")) < 120


def test_a_manifest_is_read_back_as_it_was_written() -> None:
    made = Manifest(FILE, Occasion.BY_HAND, NOON, "1.2", 2, 4096, "ab", 7, "cd", {"person": 3}, checked_at=NOON)
    assert Manifest.from_json(made.to_json()) == made
