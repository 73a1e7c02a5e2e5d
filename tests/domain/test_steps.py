"""What follows what: worked chains with the norm of each term, and the data of the steps."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain import steps
from desktop_app.domain.clocks import DeadlineKind
from desktop_app.domain.steps import Former
from desktop_app.i18n import LANGUAGES
from desktop_app.law.steps import chains, step_answers, steps_of_letters

# step, counted from, last day, norm (empty: the habit of the centre)
WORKED = [
    pytest.param("inspection.answer", "2026-11-02", "2026-11-23", "appc.76", id="appc.76-fifteen-working-days"),
    pytest.param("inspection.answer", "2026-10-16", "2026-11-09", "appc.76", id="appc.76-over-republic-day"),
    pytest.param("inspection.answer", "2026-12-10", "2027-01-05", "appc.76", id="appc.76-over-the-new-year"),
    pytest.param("inspection.answer", "2026-03-06", "2026-04-02", "appc.76", id="appc.76-over-nauryz"),
    pytest.param("inspection.answer", "2026-11-21", "2026-12-11", "appc.76", id="appc.76-handed-in-on-saturday"),
    pytest.param("inspection.extended", "2026-11-02", "2027-01-02", "appc.76", id="appc.76-extended-two-months"),
    pytest.param("higher.complain", "2026-11-23", "2027-02-23", "appc.92", id="appc.92-three-months"),
    pytest.param("higher.complain", "2026-11-30", "2027-02-28", "appc.92", id="appc.92-short-month"),
    pytest.param("higher.complain", "2023-11-30", "2024-02-29", "appc.91", id="appc.92-leap-year"),
    pytest.param("higher.answer", "2026-11-02", "2026-11-30", "appc.99", id="appc.99-twenty-working-days"),
    pytest.param("higher.answer", "2026-12-01", "2026-12-30", "appc.99", id="appc.99-over-independence-day"),
    pytest.param("admin_court.claim", "2026-12-31", "2027-01-31", "appc.136.1", id="appc.136.1-one-month"),
    pytest.param("admin_court.claim", "2027-01-31", "2027-02-28", "appc.136.1", id="appc.136.1-short-month"),
    pytest.param("commission.decision", "2026-11-02", "2026-11-23", "lc.159.5", id="lc.159.5-fifteen-days"),
    pytest.param("commission.decision", "2026-04-20", "2026-05-14", "lc.159.5", id="lc.159.5-over-the-may-days"),
    pytest.param("commission.copy", "2026-11-20", "2026-11-25", "lc.159.5", id="lc.159.5-copy-over-a-weekend"),
    pytest.param("commission.execution", "2026-10-31", "2026-11-30", "lc.159.6", id="lc.159.6-one-month"),
    pytest.param("inspection.order", "2026-11-20", "2026-12-04", "lc.198.3", id="lc.198.3-ten-working-days"),
    pytest.param("employer.pay_by", "2026-11-21", "2026-12-01", "", id="practice-employer"),
    pytest.param("commission.apply", "2026-11-21", "2026-11-25", "lc.159.1", id="practice-letter-in-three-days"),
    pytest.param("police.answer", "2026-11-21", "2026-12-01", "", id="practice-police"),
    pytest.param("consulate.answer", "2026-11-21", "2026-12-01", "", id="practice-consulate"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "start", "due", "norm"), WORKED)
def test_the_worked_steps(key: str, start: str, due: str, norm: str) -> None:
    new = steps.begin(key, Former.on(date.fromisoformat(start)))
    assert (new.due_on.isoformat(), new.rule, new.started_on) == (due, key, date.fromisoformat(start))
    assert norm in {"", *(fact.key for fact in steps.rests_on(key, date.fromisoformat(start)))}
    assert steps.is_practice(key) is ("value" not in _row(key)["due"])


# step, its start and last day, the answer and its day -> the steps that appear with their last days
FOLLOWING = [
    pytest.param(
        "employer.pay_by", "2026-11-02", "2026-11-12", "silent", "2026-11-13",
        {"commission.apply": "2026-11-18", "inspection.complain": "2026-11-18"}, id="claim-goes-two-ways",
    ),
    pytest.param("employer.pay_by", "2026-11-02", "2026-11-12", "paid", "2026-11-10", {}, id="paid-ends-the-chain"),
    pytest.param(
        "commission.apply", "2026-11-02", "2026-11-05", "handed_in", "2026-11-04",
        {"commission.decision": "2026-11-25"}, id="lc.159.5-from-the-day-of-handing-in",
    ),
    pytest.param(
        "commission.apply", "2026-11-02", "2026-11-05", "no_commission", "2026-11-04",
        {"inspection.complain": "2026-11-09", "court.ask": "2026-11-05"}, id="lc.160-no-commission-is-not-settled",
    ),
    pytest.param(
        "court.ask", "2026-11-04", "2026-11-05", "set_up", "2026-11-20", {"commission.apply": "2026-11-25"},
        id="lc.160-a-commission-at-last",
    ),
    pytest.param(
        "commission.apply", "2026-11-02", "2026-11-05", "direct", "2026-11-04", {"court.claim": "2026-11-14"},
        id="lc.159.1-needs-no-commission",
    ),
    pytest.param(
        "commission.decision", "2026-11-04", "2026-11-25", "refused", "2026-11-20",
        {"commission.copy": "2026-11-25", "court.claim": "2026-11-30"}, id="lc.159.7-refused-goes-to-court",
    ),
    pytest.param(
        "inspection.answer", "2026-11-02", "2026-11-23", "extended", "2026-11-20",
        {"inspection.extended": "2027-01-02"}, id="appc.76-extended-counts-from-registration",
    ),
    pytest.param(
        "inspection.answer", "2026-11-02", "2026-11-23", "silent", "2026-12-20",
        {"higher.complain": "2027-02-23"}, id="appc.92-silence-counts-from-the-last-day",
    ),
    pytest.param(
        "inspection.answer", "2026-11-02", "2026-11-23", "refused", "2026-12-01",
        {"higher.complain": "2027-03-01"}, id="appc.92-refusal-counts-from-its-day",
    ),
    pytest.param(
        "higher.answer", "2026-11-02", "2026-11-30", "refused", "2026-11-25",
        {"admin_court.claim": "2026-12-25"}, id="appc.136.1-after-the-answer",
    ),
    pytest.param(
        "police.answer", "2026-11-02", "2026-11-12", "refused", "2026-11-12",
        {"prosecutor.complain": "2026-11-17"}, id="police-to-prosecutor",
    ),
    pytest.param(
        "employer.return_by", "2026-11-02", "2026-11-05", "refused", "2026-11-05",
        {"police.report": "2026-11-10", "consulate.write": "2026-11-10"}, id="koap.494-police-consulate",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("key", "start", "due", "answer", "on", "then"), FOLLOWING)
def test_the_steps_that_appear_with_an_answer(
    key: str, start: str, due: str, answer: str, on: str, then: dict[str, str]
) -> None:
    day = date.fromisoformat
    new = steps.following(key, answer, day(on), day(start), day(due))
    assert {each.rule: each.due_on.isoformat() for each in new} == then


def test_a_domestic_worker_is_sent_to_court_and_not_to_a_commission() -> None:
    """lc.136, lc.159.1: without a commission."""
    day = date(2026, 11, 13)
    new = steps.following("employer.pay_by", "silent", day, date(2026, 11, 2), date(2026, 11, 12), direct=True)
    assert [each.rule for each in new] == ["court.claim", "inspection.complain"]


def test_an_extension_has_two_readings() -> None:
    """Two months from registration are safe; from the end of the first term is the outer day (article 76)."""
    (new,) = steps.following("inspection.answer", "extended", date(2026, 11, 20), date(2026, 11, 2), date(2026, 11, 23))
    assert (new.due_on, new.latest_on) == (date(2027, 1, 2), date(2027, 1, 23))


def test_every_step_is_named_has_norms_that_exist_and_leads_somewhere_known() -> None:
    from desktop_app.law.steps import steps as all_steps

    for key, step in all_steps().items():
        assert step.chain in chains()
        assert DeadlineKind(step.kind)
        assert all(getattr(step.title, lang) for lang in LANGUAGES)
        assert all(law.fact(norm) for norm in step.norms)
        assert set(step.answers) <= set(step_answers()), key
        assert {then for answer in step.answers.values() for then in answer} <= set(all_steps()), key
        assert steps.begin(key, Former.on(date(2026, 11, 21))).due_on > date(2026, 11, 21)
    assert {each.step for each in steps_of_letters().values()} <= set(all_steps())


def test_a_term_of_law_names_its_norm_and_a_habit_says_that_it_is_one() -> None:
    from desktop_app.law.steps import steps as all_steps

    for key, step in all_steps().items():
        assert step.norms or steps.is_practice(key), key
        if not steps.is_practice(key):
            assert step.norms, key
            assert steps.rests_on(key, date(2026, 11, 21))[0].key == step.due.key


def test_no_step_is_out_of_reach() -> None:
    from desktop_app.law.steps import steps as all_steps

    reached = {then for step in all_steps().values() for answer in step.answers.values() for then in answer}
    begun = {each.step for each in steps_of_letters().values()}
    assert set(all_steps()) - reached - begun == set()


def test_handing_in_a_letter_begins_the_step_its_answer_is_waited_for() -> None:
    """Sending closes the step that asked for it, so both must lead to the same date."""
    for kind, told in steps_of_letters().items():
        for key in told.hands_in:
            (then,) = steps.following(key, steps.HANDED_IN, date(2026, 11, 20), date(2026, 11, 17), date(2026, 11, 20))
            assert then.rule == told.step, kind
            assert then.due_on == steps.begin(told.step, Former.on(date(2026, 11, 20))).due_on


def test_one_goes_on_waiting_after_an_interim_answer() -> None:
    assert {"inspection.answer", "inspection.extended", "akimat.extended", "court.decision"} <= steps.waited_for()
    assert not {"higher.complain", "inspection.order", "lawyer.ask"} & steps.waited_for()


@given(st.sampled_from(sorted({*steps.answers_of("inspection.answer")})), st.dates(date(2022, 1, 1), date(2030, 1, 1)))
def test_what_follows_is_never_due_before_what_it_follows_was_counted_from(answer: str, start: date) -> None:
    due = law.add_working_days(start, 15)
    for new in steps.following("inspection.answer", answer, due + timedelta(days=1), start, due):
        assert new.due_on > start
        assert new.latest_on is None or new.latest_on > new.due_on


def test_words_and_choices_are_in_every_language() -> None:
    for lang in LANGUAGES:
        found = steps.choices(lang)
        assert len({title for _key, _chain, title in found}) == len(found)
        assert all(chain and title for _key, chain, title in found)
        assert steps.answer_name("silent", lang) != "silent"
    assert steps.title("nothing", "en") == ""
    assert steps.answer_name("gone", "en") == "gone"
    assert steps.answers_of("limitation.wages") == ()
    assert steps.following("limitation.wages", "paid", date(2026, 1, 1), None, date(2026, 1, 1)) == ()


def _row(key: str) -> dict[str, dict[str, str]]:
    from desktop_app.law.folder import read

    return next(row for row in read("steps.json")["steps"] if row["key"] == key)
