"""The list before a claim goes to court, on the page of a case."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.answers import Answer
from desktop_app.i18n import LANGUAGES, set_language
from desktop_app.services import letters, readiness
from desktop_app.ui.cases.readiness_panel import ReadinessPanel
from desktop_app.ui.common.drafts import Drafted
from desktop_app.ui.common.page import scrolling
from desktop_app.ui.context import Context
from tests.services.situations import CLOCK, unpaid
from tests.ui.fit import cut_texts


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    return made


@pytest.fixture
def panel(context: Context, window: QWidget, monkeypatch: pytest.MonkeyPatch) -> ReadinessPanel:
    monkeypatch.setenv("TIREK_TODAY", CLOCK)
    made = ReadinessPanel(context, window)
    inside = QVBoxLayout()
    inside.addWidget(made)
    inside.addStretch()
    QVBoxLayout(window).addWidget(scrolling(inside, window))
    window.show()
    made.show_case(unpaid(context.file))
    return made


def said(panel: ReadinessPanel) -> list[str]:
    return [line.text.text() for line in panel.lines]


def test_what_is_missing_stands_first_with_how_to_get_it(panel: ReadinessPanel) -> None:
    assert "settled 6 of 14" in panel.heading.text()
    assert said(panel)[0].startswith("Claim to the employer and its delivery: missing.")
    assert "How to get it" in panel.lines[0].hint.text()
    assert "To be checked" in panel.marked.text()


def test_answers_change_the_list(context: Context, panel: ReadinessPanel, qtbot: QtBot) -> None:
    dialog = panel.ask()
    dialog.form.set_values(commission="decided")
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(context.bus.data_changed):
        qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert readiness.of_case(context.file, 1).answers == {"commission": Answer("decided")}


def test_a_day_that_is_none_is_told_beside_its_question(context: Context, panel: ReadinessPanel) -> None:
    dialog = panel.ask()
    dialog.form.take_draft({"commission_on": "soon"})
    dialog.save()
    assert dialog.form.field("commission_on").problem
    assert readiness.of_case(context.file, 1).answers == {}
    dialog.reject()


def test_the_list_is_made_for_the_file(context: Context, panel: ReadinessPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(context.bus.open_requested) as asked:
        panel.print_button.click()
    kind, letter_id = asked.args or ("", 0)
    assert (kind, letters.row(context.file, letter_id).kind) == ("letter", "readiness_list")


def test_typing_is_kept_as_a_draft(context: Context, panel: ReadinessPanel) -> None:
    drafts: list[Drafted] = []
    context.bus.form_shown.connect(drafts.append)
    dialog = panel.ask()
    dialog.form.set_values(certificate="asked")
    content = drafts[0].content()
    assert drafts[0].name == "case:1:readiness"
    assert content is not None
    dialog.reject()
    again = panel.ask()
    drafts[-1].restore(content)
    assert again.form.value("certificate") == "asked"
    again.reject()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_can_be_read(panel: ReadinessPanel, lang: str) -> None:
    set_language(lang)
    dialog = panel.ask()
    QApplication.processEvents()
    assert cut_texts(dialog) == []
    dialog.reject()
    QApplication.processEvents()
    assert cut_texts(panel.window()) == []
