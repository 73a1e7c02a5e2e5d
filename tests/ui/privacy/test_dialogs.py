"""Transfers, holds and settings: what is wrong is said beside the fields, and no word is cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import Role
from desktop_app.domain.file_settings import FileSettings
from desktop_app.domain.transfers import RegisterFilter, TransferPeople
from desktop_app.i18n import LANGUAGES
from desktop_app.services import cases, consents, erasure, holds, law, settings_of_file, transfers
from desktop_app.services.files import OpenFile
from desktop_app.ui.common import languages
from desktop_app.ui.context import Context
from desktop_app.ui.privacy.consent_dialog import ConsentDialog
from desktop_app.ui.privacy.erasure_dialogs import EraseDialog, MarkDialog
from desktop_app.ui.privacy.export_dialog import ExportPersonDialog
from desktop_app.ui.privacy.hold import HoldLine
from desktop_app.ui.privacy.register_tab import ExportRegisterDialog
from desktop_app.ui.privacy.retention_tab import RetentionDialog
from desktop_app.ui.privacy.transfer_dialog import TransferDialog, offer_after_letter
from desktop_app.ui.privacy.withdrawal_dialogs import RefuseDialog, WithdrawDialog
from desktop_app.ui.settings.privacy_tab import PrivacyTab
from tests import factories
from tests.services.erased import full_case, letter
from tests.services.situations import KARIMOVA, TODAY, YUSUPOV
from tests.services.test_cases import change_of
from tests.services.test_consents import GIVEN
from tests.ui.fit import cut_texts
from tests.ui.privacy.second import shown as _dialog


def test_a_transfer_says_at_once_whose_consent_does_not_allow_it(
    holder: QWidget, context: Context, file: OpenFile, card: CaseCard
) -> None:
    consents.record(file, card.workers[0].person_id, GIVEN)
    who = TransferPeople(card.id, tuple((worker.person_id, worker.person.full_name) for worker in card.workers), "суд")
    dialog = TransferDialog(context, who, holder)
    dialog.open()
    assert KARIMOVA.full_name in dialog.note.label.text()
    assert YUSUPOV.full_name not in dialog.note.label.text()
    dialog.button.click()
    assert dialog.form.field("aim").problem
    dialog.form.set_values(aim="иск", recipient="")
    dialog.button.click()
    assert dialog.form.field("recipient").problem
    dialog.form.set_values(recipient="суд")
    dialog.button.click()
    assert dialog.form.field("basis").problem
    dialog.leave_out.click()
    dialog._check()
    assert not dialog.note.isVisible()
    dialog.button.click()
    assert [row.person for row in transfers.register(file, RegisterFilter())] == [YUSUPOV.full_name]


def test_a_letter_that_leaves_is_offered_to_the_register(holder: QWidget, context: Context, file: OpenFile) -> None:
    made = full_case(file, KARIMOVA)
    # The site names the first worker, whom a letter for the second one alone may not name.
    cases.change(file, replace(change_of(file, made.id), site=""))
    letter_id = letter(file, made, 1)
    offer_after_letter(context, holder, letter_id).accept()
    dialog = _dialog(holder, TransferDialog)
    assert dialog.form.value("person_ids") == (str(made.workers[1].person_id),)
    assert dialog.form.value("recipient") == made.employer.name
    dialog.reject()


def test_settings_on_personal_data_are_saved_and_bad_ones_refused(
    qtbot: QtBot, context: Context, file: OpenFile
) -> None:
    settings_of_file.save(file, FileSettings(idle_minutes=9))
    tab = PrivacyTab(context)
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh()
    for values, wrong in (
        ({"retention_years": "три"}, "retention_years"),
        ({"retention_years": "0"}, "retention_years"),
        ({"retention_years": "5", "consent_years": ""}, "consent_years"),
        ({"consent_years": "4", "policy_on": date(2099, 1, 1)}, "policy_on"),
    ):
        tab.form.set_values(**values)
        tab.save()
        assert tab.form.field(wrong).problem
        assert tab.changed
    tab.form.set_values(policy_on=TODAY, data_list_on=TODAY, responsible_id="2")
    tab.save()
    assert not tab.changed
    assert settings_of_file.read(file) == FileSettings(
        idle_minutes=9, retention_years=5, consent_years=4, responsible_id=2, data_list_on=TODAY, policy_on=TODAY
    )


def test_a_hold_is_set_and_lifted(qtbot: QtBot, context: Context, file: OpenFile, card: CaseCard) -> None:
    line = HoldLine(context)
    qtbot.addWidget(line)
    line.show()
    line.show_case(card.id)
    assert not line.lift_button.isVisible()
    dialog = line.ask_to_hold()
    dialog.form.set_values(until=date(2026, 1, 1))
    dialog.button.click()
    assert dialog.form.field("until").problem
    assert dialog.form.field("reason").problem
    dialog.form.set_values(until=date(2027, 1, 1), reason="суд")
    dialog.button.click()
    assert "01.01.2027" in line.note.label.text()
    line.ask_to_lift().accept()
    assert holds.of_case(file, card.id) == (None, "")
    assert not line.note.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_dialogs_is_cut(
    holder: QWidget, context: Context, file: OpenFile, card: CaseCard, language: str
) -> None:
    languages.use(language)
    person_id = card.workers[0].person_id
    consents.record(file, person_id, GIVEN)
    found = consents.page(file, person_id)
    erasure.mark(file, person_id, "asked")
    who = TransferPeople(card.id, ((person_id, YUSUPOV.full_name),))
    dialogs: list[Any] = [
        ConsentDialog(context, found, holder),
        WithdrawDialog(context, found.consents[0], holder),
        RefuseDialog(context, found.consents[0], holder),
        TransferDialog(context, who, holder),
        MarkDialog(context, person_id, holder),
        EraseDialog(context, erasure.plan(file, person_id), holder),
        ExportPersonDialog(context, person_id, holder),
        ExportRegisterDialog(context, RegisterFilter(), holder),
        RetentionDialog(context, (), 0, holder),
    ]
    cut = []
    for dialog in dialogs:
        dialog.open()
        for _turn in range(3):
            QApplication.processEvents()
        cut += [f"{type(dialog).__name__}: {problem}" for problem in cut_texts(dialog)]
        dialog.reject()
    assert not cut, "\n".join(cut)


def test_a_ground_of_law_that_nobody_checked_says_so(
    holder: QWidget, context: Context, file: OpenFile, card: CaseCard
) -> None:
    def hint() -> str:
        who = TransferPeople(card.id, ((card.workers[0].person_id, YUSUPOV.full_name),))
        dialog = TransferDialog(context, who, holder)
        dialog.open()
        dialog.form.set_values(basis="rights")
        said = str(dialog.form.field("basis")._hint.text())
        dialog.reject()
        return said

    assert "article 9(5)" in hint()
    assert "To be checked by the centre’s lawyer" in hint()
    law.confirm(factories.colleague(file, Role.LAWYER), "pd.9.5")
    assert "article 9(5)" in hint()
    assert "To be checked" not in hint()
