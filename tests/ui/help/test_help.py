"""Help is one step away, in three languages, and says what the manual says."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain import environment, limits
from desktop_app.errors import AppError
from desktop_app.exports import manual
from desktop_app.i18n import LANGUAGES, for_language
from desktop_app.ui.common import languages
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.context import Context
from desktop_app.ui.help.limits_dialog import LimitsDialog
from desktop_app.ui.help.messages_dialog import MessagesDialog
from desktop_app.ui.messages import show_error
from desktop_app.ui.top_bar import TopBar

MANUAL = Path(__file__).parents[3] / "docs" / "manual"


def _texts(dialog: MessagesDialog | LimitsDialog) -> set[str]:
    return {label.text() for label in dialog.findChildren(PlainLabel)}


def test_messages_are_found_by_a_word(qtbot: QtBot) -> None:
    dialog = MessagesDialog()
    qtbot.addWidget(dialog)
    assert len(dialog.table.rows) == len(environment.MESSAGES)
    dialog.text.set_value("stick cable")
    dialog.search()
    assert 1 <= len(dialog.table.rows) < 10
    assert all("cable" in f"{entry.happened} {entry.do}" for entry in dialog.table.rows)
    assert dialog.do.text()
    dialog.text.set_value("nothing like this")
    dialog.search()
    assert not dialog.table.rows
    assert not dialog.do.text()


@pytest.mark.parametrize("code", LANGUAGES)
def test_both_pages_speak_each_language(qtbot: QtBot, code: str) -> None:
    languages.use(code)
    tr = for_language(code)
    messages, ends = MessagesDialog(), LimitsDialog()
    for dialog in (messages, ends):
        qtbot.addWidget(dialog)
    assert tr("What is safe") in _texts(messages)
    assert {tr(limit.cannot) for limit in limits.LIMITS} <= _texts(ends)
    languages.use("en")


def test_every_situation_of_the_design_is_told() -> None:
    assert [limit.number for limit in limits.LIMITS] == [f"T{number}" for number in range(1, 19)]


def test_the_menu_leads_there(context: Context, qtbot: QtBot) -> None:
    bar = TopBar(context)
    qtbot.addWidget(bar)
    menu = bar.user.menu()
    assert menu is not None
    titles = [action.text() for action in menu.actions()]
    for title, kind in (("What to do when …", MessagesDialog), (manual.LIMITS_TITLE, LimitsDialog)):
        menu.actions()[titles.index(title)].trigger()
        (dialog,) = bar.window().findChildren(kind)
        dialog.close()


def test_an_error_is_shown_with_what_is_safe(context: Context, qtbot: QtBot) -> None:
    owner = TopBar(context)
    qtbot.addWidget(owner)
    dialog = show_error(owner, AppError("Another program is using the file. Close it there and try again."))
    texts = {label.text() for label in dialog.findChildren(PlainLabel)}
    assert "Everything that was saved is safe." in texts
    dialog.close()


@pytest.mark.parametrize("name", sorted(manual.pages()))
def test_the_manual_says_what_the_program_says(name: str) -> None:
    kept = (MANUAL / name).read_text("utf-8")
    assert kept == manual.pages()[name], "python -m desktop_app.exports.manual docs/manual"
