"""The screen of standing texts: list, editor with its facts, test print, versions, put back, who may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.centre import Role
from desktop_app.services import standing_texts
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.context import Context
from desktop_app.ui.letters.texts_page import TextsPage
from tests import factories
from tests.ui.fit import cut_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop_app.services.files import OpenFile
    from desktop_app.ui.background import InlineBackground
    from desktop_app.ui.bus import Bus

KEY = "claim.demand"


@pytest.fixture
def lawyer(file: OpenFile, background: InlineBackground, bus: Bus) -> Context:
    return Context(factories.colleague(file, Role.LAWYER), background, bus)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[Context], TextsPage]:
    def made(context: Context) -> TextsPage:
        page = TextsPage(context)
        qtbot.addWidget(page)
        page.resize(1040, 640)
        page.show()
        page.refresh()
        return page

    return made


def question(page: QWidget) -> Dialog:
    (found,) = (each for each in page.findChildren(Dialog) if each.isVisible())
    return found


def test_the_list_shows_a_language_and_is_narrowed(lawyer: Context, shown: Callable[[Context], TextsPage]) -> None:
    page = shown(lawyer)
    everything = len(page.table.rows)
    assert everything == len(standing_texts.listing(lawyer.file)) // 3
    page.kind.set_value("employer_claim")
    assert 0 < len(page.table.rows) < everything
    page.language.set_value("kk")
    assert {text.language for text in page.table.rows} == {"kk"}
    page.text.set_value("no text says this")
    assert not page.table.rows
    page.text.set_value("")
    page.state.set_value("changed")
    assert not page.table.rows


def test_own_words_are_tried_kept_and_put_back(lawyer: Context, shown: Callable[[Context], TextsPage]) -> None:
    page, said = shown(lawyer), []
    lawyer.bus.said.connect(said.append)
    page.open_text(KEY, "en")
    editor = page.editor
    assert editor.trial.view.count > 0
    assert not editor.save_button.isEnabled()
    assert editor.shipped.text()
    editor.field.insertPlainText("Pay, please, by ")
    assert editor.missing.isVisible()
    editor.facts.buttons[0].click()
    assert editor.field.value() == "Pay, please, by {day}"
    assert not editor.missing.isVisible()
    editor.save()
    (text,) = (each for each in standing_texts.listing(lawyer.file) if each.own)
    assert (text.key, text.language, text.own, text.version) == (KEY, "en", "Pay, please, by {day}", 1)
    assert not editor.changed
    editor.reset_button.click()
    question(page).accept()
    assert not any(each.own for each in standing_texts.listing(lawyer.file))
    assert editor.field.value() == ""
    assert [each.msgid for each in said] == [
        "Letters made from now on say these words.",
        "Letters made from now on say the program’s own text.",
    ]


def test_a_fact_that_is_not_of_this_text_is_told_beside_the_field(
    lawyer: Context, shown: Callable[[Context], TextsPage], qtbot: QtBot
) -> None:
    page = shown(lawyer)
    page.open_text(KEY, "ru")
    page.editor.field.set_value("До {phone}")
    qtbot.waitUntil(lambda: bool(page.editor.form.field("text").problem), timeout=5000)
    page.editor.save()
    assert "{phone}" in page.editor.form.field("text").problem
    assert page.editor.field.value() == "До {phone}"
    assert page.editor.changed


def test_versions_say_who_and_an_old_one_can_be_taken(lawyer: Context, shown: Callable[[Context], TextsPage]) -> None:
    standing_texts.write(lawyer.file, KEY, "ru", "Первый {day}", 0)
    standing_texts.write(lawyer.file, KEY, "ru", "Второй {day}", 1)
    page = shown(lawyer)
    page.open_text(KEY, "ru")
    dialog = page.editor.show_history()
    assert [each.written_by for each in dialog.table.rows] == ["Әріптес", "Әріптес"]
    dialog.table.select_row(1)
    dialog.take_button.click()
    assert page.editor.field.value() == "Первый {day}"
    assert page.editor.save_button.isEnabled()


def test_leaving_asks_about_words_that_would_be_lost(lawyer: Context, shown: Callable[[Context], TextsPage]) -> None:
    page = shown(lawyer)
    page.open_text(KEY, "ru")
    page.editor.field.set_value("Пла")
    page.editor.leave()
    assert page.changed
    question(page).accept()
    assert not page.changed
    assert page.table.isVisible()


def test_who_is_no_lawyer_reads_and_prints_only(context: Context, shown: Callable[[Context], TextsPage]) -> None:
    page = shown(context)
    page.open_text(KEY, "ru")
    editor = page.editor
    assert editor.field.isReadOnly()
    assert not editor.save_button.isVisible()
    assert not editor.reset_button.isVisible()
    assert not any(button.isEnabled() for button in editor.facts.buttons)
    assert editor.trial.view.count > 0


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_everything_can_be_read_whole(lawyer: Context, shown: Callable[[Context], TextsPage], code: str) -> None:
    standing_texts.write(lawyer.file, KEY, "ru", "Первый {day}", 0)
    page = shown(lawyer)
    page.resize(770, 560)
    languages.use(code)
    QApplication.processEvents()
    assert cut_texts(page) == []
    page.open_text(KEY, "ru")
    QApplication.processEvents()
    QApplication.processEvents()
    assert cut_texts(page) == []


def test_a_draft_that_was_left_behind_finds_its_editor(lawyer: Context, shown: Callable[[Context], TextsPage]) -> None:
    page = shown(lawyer)
    page._on_draft_wanted(f"settings:7:text:{KEY}:kk")
    assert page.editor.isVisible()
    assert "Kazakh" in page.editor.about.text()


def test_a_text_that_is_opened_is_worded_at_once(lawyer: Context, shown: Callable[[Context], TextsPage]) -> None:
    page = shown(lawyer)
    page.open_text(KEY, "en")
    assert page.editor.focusWidget() is page.editor.field


def test_esc_leads_back_to_the_list_and_asks_before_words_are_lost(
    lawyer: Context, shown: Callable[[Context], TextsPage], qtbot: QtBot
) -> None:
    page = shown(lawyer)
    with qtbot.waitActive(page):
        page.activateWindow()
    page.open_text(KEY, "kk")
    page.editor.field.setFocus()
    page.editor.field.insertPlainText("Сөз")
    qtbot.keyClick(page.editor.field, Qt.Key.Key_Escape)
    question(page).reject()
    assert page.editor.isVisible()
    page.editor.field.setPlainText("")
    qtbot.keyClick(page.editor.field, Qt.Key.Key_Escape)
    assert not page.editor.isVisible()
