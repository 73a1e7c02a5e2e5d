"""Working in the window leaves no word of a case in any file, nor in the title of the window (A2, A4)."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop_app.domain.letters import LetterLanguage
from desktop_app.services import drafts
from desktop_app.services.files import OpenFile
from desktop_app.ui.cases.case_page import CasePage
from desktop_app.ui.cases.new_case import NewCasePage
from desktop_app.ui.letters.letter_dialog import LetterDialog
from desktop_app.ui.sign_in.lock import LockScreen
from tests import factories
from tests.e2e.desk import Desk
from tests.harness.canaries import CYRILLIC, KAZAKH, LATIN, scan, text


def _type_a_case(desk: Desk) -> NewCasePage:
    desk.ctrl(Qt.Key.Key_N)
    new = desk.only(NewCasePage)
    new.employer.set_values(name=text("employer"), bin_iin="940140000385", address=text("address"))
    new.crew.pay.set_values(first=date(2026, 6, 1), last=date(2026, 8, 1))
    new.crew.pay.rate.setText("300000")
    new.crew.paste(f"Full name\tBorn\n{text('worker')}\t1987").take.click()
    return new


def test_a_day_in_the_window_leaves_no_word_behind(
    desk: Desk, file: OpenFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = tmp_path.stat().st_mtime - 1
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    titles = [desk.window.windowTitle()]
    _type_a_case(desk).save()
    desk.only(CasePage)
    titles.append(desk.window.windowTitle())
    desk.workspace.bar.search.setText(CYRILLIC)
    _type_a_case(desk)  # stays as it was typed, unsaved
    desk.window.lock()
    lock = desk.only(LockScreen)
    titles.append(desk.window.windowTitle())
    locked = scan([tmp_path, Path.home()], began, set())
    lock.password.set_value(factories.PASSWORD)
    lock.unlock()
    assert desk.only(NewCasePage).employer.name.text() == text("employer")
    unlocked = scan([tmp_path, Path.home()], began, set())
    assert locked.files >= 2
    assert locked.hits == unlocked.hits == ()
    assert not any(word in title for title in titles for word in (CYRILLIC, KAZAKH, LATIN))


def test_words_of_a_letter_wait_behind_the_lock_and_leave_no_trace(desk: Desk, file: OpenFile, tmp_path: Path) -> None:
    began = tmp_path.stat().st_mtime - 1
    _type_a_case(desk).save()
    desk.only(CasePage).letter_button.click()
    dialog = desk.only(LetterDialog)
    dialog.form.set_values(language=LetterLanguage.RU)
    dialog.draw()
    dialog.text.list.setCurrentRow(1)
    dialog.text.words.fields["ru"].setPlainText(text("paragraph"))
    titles = [dialog.windowTitle(), desk.window.windowTitle()]
    desk.window.lock()
    lock = desk.only(LockScreen)
    titles.append(desk.window.windowTitle())
    seen = [each for each in QApplication.allWidgets() if each.isVisible()]
    assert dialog not in seen
    assert not any(isinstance(each, QPlainTextEdit) for each in seen)
    assert scan([tmp_path, Path.home()], began, set()).hits == ()
    assert not any(word in title for title in titles for word in (CYRILLIC, KAZAKH, LATIN))
    lock.password.set_value(factories.PASSWORD)
    lock.unlock()
    assert [each.text for each in desk.only(LetterDialog).text.edits.changed] == [text("paragraph")]
    (draft,) = drafts.left_behind(file)
    assert text("paragraph") in str(draft.content)
    dialog.reject()
    assert scan([tmp_path, Path.home()], began, set()).hits == ()
