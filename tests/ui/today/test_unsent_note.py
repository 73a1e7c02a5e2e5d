import pytest

from desktop_app.domain.posting import Shown
from desktop_app.ui.today.unsent_note import UnsentNote
from tests.ui.cases.crew import TODAY
from tests.ui.letters.posted import claim


@pytest.fixture
def note(qtbot, context, monkeypatch, file):
    monkeypatch.setenv("TIREK_TODAY", TODAY)
    claim(file)
    made = UnsentNote(context)
    qtbot.addWidget(made)
    return made


def test_nothing_is_said_of_a_letter_made_today(note):
    note.refresh()
    assert note.isHidden()


def test_letters_that_have_not_left_for_days_lead_to_the_list(qtbot, note, bus, monkeypatch):
    monkeypatch.setenv("TIREK_TODAY", "2026-11-24")
    note.refresh()
    assert not note.isHidden()
    assert note.note.label.text().endswith("2 days ago that have not left yet: 1.")
    with qtbot.waitSignal(bus.filter_requested) as asked:
        note.button.click()
    assert asked.args == ["letter", Shown.READY]
