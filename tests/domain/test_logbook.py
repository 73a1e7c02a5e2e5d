"""Every action has words, a check word is read as people type it, and a clock that goes back is seen."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest

from desktop_app.domain import log_actions, log_words
from desktop_app.domain.log_actions import ACTIONS, GROUPS, Group
from desktop_app.domain.logbook import LogLine, check_word, moment, read_word, went_back
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError
from desktop_app.i18n import LANGUAGES, for_language
from desktop_app.services import access
from tests.architecture import sources

# Written to the log by code that is not asked through the table of permissions.
OUTSIDE = {"create_file", "sign_in", "recover_access"}
CHAIN = bytes.fromhex("1a2b3c4d5e6f7081") + bytes(24)


def test_every_action_has_words_and_stands_in_one_group() -> None:
    groups = [log_actions.actions_of(group) for group in Group]
    codes = [code for group in groups for code in group]
    assert sorted(codes) == sorted(set(codes))
    assert {*Action} | OUTSIDE <= set(codes)
    assert set(GROUPS) == set(Group)


def test_every_action_written_in_code_has_words() -> None:
    written = {
        argument.value
        for path in sources.files("desktop_app")
        for name, call in sources.calls(path)
        if name in ("write", "add") and sources.name(path).startswith(("desktop_app/db/", "desktop_app/services/"))
        for argument in call.args[:2]
        if isinstance(argument, sources.ast.Constant)
        and isinstance(argument.value, str)
        and re.fullmatch(r"[a-z]+(_[a-z]+)+", argument.value)
    }
    assert written <= set(ACTIONS), f"Give these actions words in domain/log_actions.py: {written - set(ACTIONS)}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_code_is_shown(code: str) -> None:
    tr = for_language(code)
    for action in (*ACTIONS, "refused:view_case", "something_newer", "refused:something_newer"):
        shown = tr(log_actions.words(action))
        assert shown
        assert "_" not in shown
        assert ":" not in shown
        if code != "en" and action in ACTIONS and log_actions.words(action) in _translated(code):
            assert shown != log_actions.words(action)


def _translated(code: str) -> set[str]:
    catalogue = for_language(code)
    return {msgid for msgid in ACTIONS.values() if catalogue(msgid) != msgid}


def test_refused_is_one_word_everywhere() -> None:
    assert access.REFUSED == log_actions.REFUSED
    assert log_actions.is_refused("refused:view_case")
    assert not log_actions.is_refused("view_case")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (("case", 3, "2026-0003"), "Case 2026-0003"),
        (("case", 3, ""), "Case, entry 3"),
        (("person", 4, ""), "Person, entry 4"),
        (("letter", 5, "2026/5"), "Letter 2026/5"),
        (("staff", 1, "Айгүл Оспанова"), "Colleague: Айгүл Оспанова"),
        (("summary", None, ""), "Summary"),
        (("", None, ""), ""),
        (("something", 9, ""), "Entry 9"),
        (("something", None, ""), ""),
    ],
)
def test_a_line_says_what_it_is_about(line: tuple[str, int | None, str], shown: str) -> None:
    thing, thing_id, named = line
    told = LogLine(1, None, "", "view_case", thing, thing_id, named, "")
    assert log_words.named(told, for_language("en")) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "1a2b 3c4d 5e6f 7081",
        "1A2B3C4D5E6F7081",
        "1a2b-3c4d-5e6f-7081",
        " 1а2в 3с4d 5е6f 7о8l ",
        "1a2b3c4d–5e6f.7081",
        CHAIN.hex(),
    ],
)
def test_a_check_word_is_read_as_it_is_typed(typed: str) -> None:
    assert read_word(typed) == check_word(CHAIN) == "1a2b 3c4d 5e6f 7081"


@pytest.mark.parametrize("typed", ["", "1a2b", "1a2b 3c4d 5e6f 7081 9", "xyzx xyzx xyzx xyzx"])
def test_what_is_no_check_word_is_told(typed: str) -> None:
    with pytest.raises(AppError, match="sixteen signs"):
        read_word(typed)


@pytest.mark.parametrize("at", ["", "yesterday", "2026-11-21", "2026-11-21T10:00:00", None, 5])
def test_a_changed_time_is_no_time(at: object) -> None:
    assert moment(at) is None


@pytest.mark.parametrize(
    ("minutes", "back"),
    [(0, False), (3, False), (-4, False), (-6, True), (-60 * 24 * 3650, True), (60 * 24 * 3650, False)],
)
def test_a_clock_that_goes_back_is_seen(minutes: int, back: bool) -> None:
    before = datetime.fromisoformat("2026-11-21T10:00:00+05:00")
    assert went_back(before + timedelta(minutes=minutes), before) is back


def test_another_zone_is_no_clock_that_goes_back() -> None:
    before = datetime.fromisoformat("2026-11-21T10:00:00+06:00")
    assert not went_back(datetime.fromisoformat("2026-11-21T09:01:00+05:00"), before)
    assert went_back(datetime.fromisoformat("2026-11-21T08:54:00+05:00"), before)


def test_a_time_before_the_program_is_wrong() -> None:
    assert went_back(datetime.fromisoformat("2016-11-21T10:00:00+05:00"), None)
    assert not went_back(None, datetime.fromisoformat("2026-11-21T10:00:00+05:00"))


def test_every_relation_has_a_reason() -> None:
    assert len({*log_words.WHY.values()}) == len(log_words.WHY) == 4
