"""Changing the words of a letter: by keys, in both languages, never lost, never stale unnoticed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.letter_edits import NO_EDITS, Paragraph
from desktop_app.ui.common import blur
from desktop_app.ui.common.fields import LONGEST_NOTE
from desktop_app.ui.letters.letter_text import LetterText


def told(first: str = "Первое") -> tuple[Paragraph, ...]:
    return (
        Paragraph("title", "kk", "title", "", "Талап", "Талап"),
        Paragraph("title", "ru", "title", "", "Претензия", "Претензия"),
        Paragraph("body#1", "kk", "body", "", "Бірінші", "Бірінші"),
        Paragraph("body#1", "ru", "body", "", first, first),
        Paragraph("item#1", "kk", "item", "1.", "төлеу;", "төлеу;"),
        Paragraph("item#1", "ru", "item", "1.", "выплатить;", "выплатить;"),
    )


@pytest.fixture
def text(qtbot: QtBot) -> Iterator[LetterText]:
    window = QWidget()
    qtbot.addWidget(window)
    made = LetterText(window)
    made.resize(460, 520)
    window.resize(470, 530)
    window.show()
    made.show_kind("employer_claim")
    made.show_paragraphs(told())
    made.list.setCurrentRow(1)
    yield made
    window.hide()


def lines(text: LetterText) -> list[str]:
    return [text.list.item(at).text() for at in range(text.list.count())]


def test_both_languages_of_a_paragraph_are_shown_together(text: LetterText) -> None:
    assert lines(text) == ["Талап\nПретензия", "Бірінші\nПервое", "1. төлеу;\n1. выплатить;"]
    assert {code for code, field in text.words.fields.items() if field.isVisible()} == {"kk", "ru"}
    text.show_paragraphs([each for each in told() if each.language == "ru"])
    assert {code for code, field in text.words.fields.items() if field.isVisible()} == {"ru"}


def test_other_words_are_kept_at_once_and_taken_back(qtbot: QtBot, text: LetterText) -> None:
    with qtbot.waitSignal(text.changed):
        text.words.fields["ru"].setPlainText("Иначе")
    assert [(each.key, each.language, each.text, each.made) for each in text.edits.changed] == [
        ("body#1", "ru", "Иначе", "Первое")
    ]
    assert lines(text)[1] == "Changed: Бірінші\nИначе"
    text.back_button.click()
    assert text.edits == NO_EDITS
    assert text.words.fields["ru"].toPlainText() == "Первое"
    assert not text.back_button.isEnabled()


def test_typing_is_not_disturbed_when_the_letter_is_drawn_anew(text: LetterText) -> None:
    field = text.words.fields["ru"]
    field.setPlainText("Иначе сказано")
    cursor = field.textCursor()
    cursor.setPosition(3)
    field.setTextCursor(cursor)
    text.show_paragraphs(told())
    assert field.toPlainText() == "Иначе сказано"
    assert field.textCursor().position() == 3
    assert text.list.currentRow() == 1


def test_a_paragraph_is_left_out_and_put_back_by_key(qtbot: QtBot, text: LetterText) -> None:
    qtbot.keyClick(text.list, Qt.Key.Key_Delete)
    assert text.edits.left_out == {"body#1"}
    assert lines(text)[1].startswith("Left out:")
    assert not text.words.fields["kk"].isEnabled()
    assert text.out_button.text() == "Put back in"
    qtbot.keyClick(text.list, Qt.Key.Key_Delete)
    assert text.edits == NO_EDITS


def test_a_paragraph_is_added_behind_by_key_and_removed(qtbot: QtBot, text: LetterText) -> None:
    qtbot.keyClick(text.list, Qt.Key.Key_Insert)
    assert text.list.count() == 4
    assert text.list.currentRow() == 2
    assert text.edits == NO_EDITS, "an empty paragraph is not printed"
    text.words.fields["kk"].setPlainText("Қосымша")
    text.words.fields["ru"].setPlainText("Дополнительно")
    (added,) = text.edits.added
    assert (added.after, dict(added.texts)) == ("body#1", {"kk": "Қосымша", "ru": "Дополнительно"})
    text.show_paragraphs(told())
    assert lines(text)[2] == "Added: Қосымша\nДополнительно"
    assert text.out_button.text() == "Remove"
    text.out_button.click()
    assert text.edits == NO_EDITS


def test_enter_goes_to_the_words(qtbot: QtBot, text: LetterText) -> None:
    text.window().activateWindow()
    text.list.setFocus()
    qtbot.keyClick(text.list, Qt.Key.Key_Return)
    assert text.words.fields["kk"].hasFocus() or not text.window().isActiveWindow()


def test_changed_facts_under_own_words_are_said_until_settled(text: LetterText) -> None:
    text.words.fields["ru"].setPlainText("Иначе")
    text.show_paragraphs(told("Первое теперь"))
    assert lines(text)[1].startswith("To be looked at:")
    assert "Первое теперь" in text.note.label.text()
    text.keep_button.click()
    assert not text.note.isVisible()
    assert text.words.fields["ru"].toPlainText() == "Иначе"
    text.show_paragraphs(told("Ещё иначе"))
    text.back_button.click()
    assert text.words.fields["ru"].toPlainText() == "Ещё иначе"


def test_words_that_cannot_be_printed_are_said(text: LetterText) -> None:
    assert text.problem() is None
    text.words.fields["ru"].setPlainText("  ")
    problem = text.problem()
    assert problem is not None
    assert "no words" in problem.msgid
    assert text.note.isVisible()
    text.words.fields["ru"].setPlainText("а" * 7_000)
    problem = text.problem()
    assert problem is not None
    assert "longer" in problem.msgid


def test_the_words_of_another_kind_wait(text: LetterText) -> None:
    text.words.fields["ru"].setPlainText("Иначе")
    before = text.edits
    text.show_kind("inspection_complaint")
    assert text.edits == NO_EDITS
    assert not text.list.count()
    assert "cannot be drawn" in text.help.text()
    text.show_kind("employer_claim")
    assert text.edits == before


def test_a_refused_drawing_loses_no_words(text: LetterText) -> None:
    text.words.fields["ru"].setPlainText("Иначе")
    before = text.edits
    text.show_paragraphs(())
    assert text.edits == before
    text.show_paragraphs(told())
    assert lines(text)[1] == "Changed: Бірінші\nИначе"


def test_what_was_written_is_a_draft_that_comes_back(text: LetterText, qtbot: QtBot) -> None:
    text.words.fields["ru"].setPlainText("Иначе")
    content = text.draft()
    other = LetterText()
    qtbot.addWidget(other)
    other.show_kind("employer_claim")
    other.take_draft(content)
    other.show_paragraphs(told())
    assert other.edits == text.edits
    for nonsense in (None, [], {"employer_claim": 5}, {"employer_claim": {"changed": [[1]]}}):
        other.take_draft(nonsense)


def test_markup_is_text_and_names_can_be_hidden(text: LetterText) -> None:
    text.words.fields["ru"].setPlainText("<b>жирно</b> & \u202eнаоборот")
    assert "<b>жирно</b> &" in lines(text)[1]
    try:
        blur.hide_names(True)
        QApplication.processEvents()
        assert not any("Бірінші" in line for line in lines(text))
        assert text.words.fields["kk"].covered
    finally:
        blur.hide_names(False)


def test_a_paste_that_is_too_long_is_told(text: LetterText) -> None:
    field = text.words.fields["ru"]
    pasted = QMimeData()
    pasted.setText("а" * (LONGEST_NOTE + 1))
    field.insertFromMimeData(pasted)
    assert field.toPlainText() == "Первое"
    assert "was not taken" in text.note.label.text()
    assert text.note.isVisible()
    field.setPlainText("Короче")
    assert not text.note.isVisible()


def test_a_paragraph_that_is_removed_leaves_the_cursor_near(text: LetterText) -> None:
    text.add_button.click()
    text.words.fields["ru"].setPlainText("Своё")
    assert text.list.currentRow() == 2
    text.out_button.click()
    assert lines(text)[text.list.currentRow()] == "1. төлеу;\n1. выплатить;"
