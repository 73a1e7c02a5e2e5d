"""Consents, data and erasure on the page of a person: typed badly, typed well, by keys alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app import settings
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.consents import State
from desktop_app.services import consents, erasure, people
from desktop_app.services.files import OpenFile
from desktop_app.ui.people.screen import PersonPage
from desktop_app.ui.privacy.erasure_dialogs import EraseDialog
from tests.services.erased import LATER, close
from tests.services.situations import TODAY, YUSUPOV
from tests.ui.privacy.second import second as _second
from tests.ui.privacy.second import shown as _dialog


def test_the_page_says_that_there_is_no_consent_and_lets_one_work(page: PersonPage, file: OpenFile) -> None:
    assert "No consent on file" in page.strip.note.label.text()
    page.fields.field("phone").entry.set_value("+7 701 000 00 00")
    page.save()
    assert people.card(file, page.item_id).person.phone == "+7 701 000 00 00"


def test_consents_are_read_only_when_somebody_looks(page: PersonPage) -> None:
    assert page.consents.record() is None
    page.tabs.setCurrentWidget(page.consents)
    assert page.consents.record() is not None


def test_a_consent_is_recorded_and_withdrawn(page: PersonPage, file: OpenFile) -> None:
    page.tabs.setCurrentWidget(page.consents)
    dialog = page.consents.record()
    assert dialog is not None
    dialog.form.set_values(third_parties=True)
    dialog.button.click()
    assert dialog.form.field("language").problem
    assert dialog.form.field("recipients").problem
    dialog.form.set_values(language="uz", recipients="суд", cross_border=True, countries=("UZ",))
    dialog.button.click()
    (row,) = page.consents.table.rows
    assert (row.consent.recipients, row.consent.countries, row.consent.version) == ("суд", ("UZ",), "1")
    assert "valid until 21.11.2029" in page.strip.note.label.text()
    withdraw = page.consents.withdraw()
    assert withdraw is not None
    withdraw.form.set_values(on=date(2026, 11, 22))
    withdraw.button.click()
    assert withdraw.form.field("on").problem
    withdraw.form.set_values(on=TODAY)
    assert "11.12.2026" in withdraw.note.label.text()
    withdraw.button.click()
    assert "by 11.12.2026" in page.strip.note.label.text()
    refuse = page.consents.refuse()
    assert refuse is not None
    refuse.button.click()
    assert refuse.form.field("reason").problem
    refuse.reject()
    question = page.consents.ask_to_stop()
    assert question is not None
    question.accept()
    assert "processing stopped on 21.11.2026" in page.strip.note.label.text()
    assert consents.page(file, page.item_id).standing.state is State.STOPPED


def test_a_short_term_is_warned_of_and_unknown_countries_are_named(page: PersonPage) -> None:
    page.tabs.setCurrentWidget(page.consents)
    dialog = page.consents.record()
    assert dialog is not None
    assert not dialog.note.isVisible()
    dialog.form.set_values(until=date(2027, 1, 1))
    dialog._on_changed()
    assert "limitation period" in dialog.note.label.text()
    entry: Any = dialog.form.field("countries").entry
    entry.setText("Узбекистан, Нарния")
    dialog.form.set_values(cross_border=True, language="uz")
    dialog.button.click()
    assert "Нарния" in dialog.form.field("countries").problem
    assert entry.text() == "Узбекистан, Нарния"


def test_without_consent_only_the_reason_is_asked_for(page: PersonPage, file: OpenFile) -> None:
    page.tabs.setCurrentWidget(page.consents)
    dialog = page.consents.record()
    assert dialog is not None
    dialog.form.set_values(how="without", language="uz")
    dialog._on_changed()
    assert not dialog.form.field("data").isVisible()
    dialog.button.click()
    assert dialog.form.field("note").problem
    dialog.form.set_values(note="held by the employer")
    dialog.button.click()
    assert consents.page(file, page.item_id).standing.state is State.BY_LAW


def test_the_paper_is_made_of_the_answers_before_it_is_signed(page: PersonPage, tmp_path: Path) -> None:
    page.tabs.setCurrentWidget(page.consents)
    dialog = page.consents.record()
    assert dialog is not None
    dialog.form.set_values(language="uz")
    dialog.write_paper(dialog.consent(), tmp_path / "form.pdf")
    assert (tmp_path / "form.pdf").read_bytes().startswith(b"%PDF")
    assert dialog.isVisible()


def test_all_data_of_a_person_are_saved(page: PersonPage, tmp_path: Path) -> None:
    dialog = page.strip.export()
    dialog.write(tmp_path / "person.xlsx")
    assert (tmp_path / "person.xlsx").exists()


def test_a_person_is_marked_erased_by_two_and_shown_as_a_dash(
    page: PersonPage, file: OpenFile, card: CaseCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = page.strip.mark()
    mark.button.click()
    assert mark.form.field("reason").problem
    mark.form.set_values(reason="asked")
    mark.button.click()
    assert "from 28.11.2026" in page.strip.note.label.text()
    page.strip.plan()
    blocked = _dialog(page, EraseDialog)
    assert not hasattr(blocked, "button")
    blocked.reject()
    close(file, card.id)
    monkeypatch.setenv(settings.CLOCK_VARIABLE, LATER)
    page.strip.plan()
    dialog = next(each for each in page.findChildren(EraseDialog) if each.isVisible())
    assert dialog.cancel.isDefault()
    _second(dialog, "wrong password here")
    dialog.button.click()
    assert dialog.form.field("password").problem
    assert people.card(file, page.item_id).person == YUSUPOV
    dialog.form.set_values(case_ids=(str(card.id),))
    _second(dialog)
    dialog.button.click()
    assert page.title.text() == f"— {card.number}"
    assert "were erased on" in page.strip.note.label.text()
    assert not page.fields.isEnabled()
    assert not page.strip.export_button.isVisible()
    assert len(erasure.listing(file)) == 1


def test_the_mark_is_taken_back(page: PersonPage, file: OpenFile) -> None:
    erasure.mark(file, page.item_id, "asked")
    page.strip.show_person(page.item_id)
    page.strip.unmark_button.click()
    assert "No consent on file" in page.strip.note.label.text()
    assert erasure.mark_of(file, page.item_id) == (None, "")


def test_a_consent_is_recorded_by_keys_alone(page: PersonPage, file: OpenFile) -> None:
    page.tabs.setCurrentWidget(page.consents)
    dialog = page.consents.record()
    assert dialog is not None
    reached: list[QWidget] = []
    widget: QWidget | None = dialog.focusWidget()
    for _step in range(60):
        if widget is None or widget in reached:
            break
        reached.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = dialog.focusWidget()
    fields = ("how", "language", "given_on", "until", "data", "aims", "third_parties", "open_sources", "note")
    entries: list[Any] = [dialog.form.field(name).entry for name in fields]
    assert [entry for entry in entries if entry not in reached] == []
    language: Any = dialog.form.field("language").entry
    language.setFocus()
    QTest.keyClick(language, Qt.Key.Key_Down)
    data: Any = dialog.form.field("data").entry
    data.setFocus()
    data.setCurrentRow(6)
    QTest.keyClick(data, Qt.Key.Key_Space)
    assert dialog.button in reached
    QTest.keyClick(dialog.button, Qt.Key.Key_Return)
    (stored,) = consents.page(file, page.item_id).consents
    assert stored.consent.language
    assert "documents" in stored.consent.data
