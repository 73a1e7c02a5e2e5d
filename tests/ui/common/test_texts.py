from __future__ import annotations

from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.i18n import language, set_language
from desktop_app.ui.common import languages
from desktop_app.ui.common.labels import PlainLabel
from desktop_app.ui.common.languages import LanguageSwitch
from desktop_app.ui.common.texts import Texts


def test_texts_follow_the_language_at_once_and_everywhere(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    inner = QWidget(window)
    label = PlainLabel("Cases", inner)
    said: list[str] = []
    Texts(inner).redraw(lambda: said.append(language()))
    languages.use("ru")
    assert label.text() == "Дела"
    languages.use("kk")
    assert label.text() == "Істер"
    assert said[0] == "en"
    assert {"ru", "kk"} <= set(said)


def test_a_later_text_replaces_an_earlier_one(qtbot: QtBot) -> None:
    label = PlainLabel("Cases")
    qtbot.addWidget(label)
    label.set_text("People")
    languages.use("ru")
    assert label.text() == "Люди"
    label.show_text("Ким & Co")
    languages.use("en")
    assert label.text() == "Ким & Co"


def test_parameters_and_counts_are_kept(qtbot: QtBot) -> None:
    label = PlainLabel("Step %(step)d of %(steps)d", step=2, steps=6)
    qtbot.addWidget(label)
    assert label.text() == "Step 2 of 6"
    languages.use("ru")
    assert "2" in label.text()
    assert "6" in label.text()


def test_the_switch_shows_the_language_that_holds(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    switch = LanguageSwitch(window)
    QVBoxLayout(window).addWidget(switch)
    chosen: list[str] = []
    switch.chosen.connect(chosen.append)
    switch.press("kk")
    assert language() == "kk"
    assert chosen == ["kk"]
    languages.use("ru")
    button = switch.findChild(QToolButton, "language_ru")
    assert isinstance(button, QToolButton)
    assert button.isChecked()


def test_a_label_never_renders_what_was_typed(qtbot: QtBot) -> None:
    set_language("en")
    label = PlainLabel()
    qtbot.addWidget(label)
    plain = QLabel()
    qtbot.addWidget(plain)
    plain.setText("x")
    for text in ("<b>x</b>", "<h1>x</h1><table><tr><td>1</td></tr></table>", "<img src=x>"):
        label.show_text(text)
        assert label.sizeHint().height() == plain.sizeHint().height(), "one line, tags and all"
        assert label.sizeHint().width() > plain.sizeHint().width()


def test_a_word_without_end_breaks_and_stays_the_same_text(qtbot: QtBot) -> None:
    label = PlainLabel(wrap=True)
    qtbot.addWidget(label)
    path = "/home/" + "a" * 300 + "/centre.tirek"
    label.show_text(path)
    assert label.text() == path
    assert label.minimumSizeHint().width() < 400
