"""Attachments in the window: adding several files, looking at one, copies outside, and what is refused."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.attachments import CopyBasis, NewAttachment
from desktop_app.errors import AppError, InvalidInput, Problem
from desktop_app.letters.catalogue import render
from desktop_app.services import access, attachment_pages, attachments, cases
from desktop_app.ui.attachments import attachment_calls
from desktop_app.ui.attachments.add_dialog import AddDialog
from desktop_app.ui.attachments.note_dialog import NoteDialog
from desktop_app.ui.attachments.viewer import Viewer
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.common import languages
from desktop_app.ui.common.dialogs import Dialog
from desktop_app.ui.common.labels import EmptyHint, PlainLabel
from tests.imports import samples
from tests.letters.claims import claim
from tests.services.papers import at_once
from tests.ui.cases.crew import TODAY, log_case
from tests.ui.fit import cut_texts

ALT, TAB = Qt.KeyboardModifier.AltModifier, Qt.Key.Key_8


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setenv("TIREK_TODAY", TODAY)


@pytest.fixture(autouse=True)
def _without_child(monkeypatch):
    """The tests of the services start children; here they would only take time."""
    for module in (attachments, attachment_pages):
        monkeypatch.setattr(module, "in_child", at_once)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    for name, content in (
        ("шарт.pdf", render(claim())),
        ("photo.jpg", samples.picture("JPEG", (800, 600))),
        ("жазба.txt", samples.TEXT.encode()),
        ("голос.ogg", samples.kept()["ogg"][0]),
        ("virus.pdf", samples.refused()["exe"][0]),
    ):
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def screen(qtbot, context, file):
    log_case(file)
    made = Screen(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    made.open_item(1)
    context.bus.data_changed.connect(made.refresh)
    return made


@pytest.fixture
def tab(screen):
    screen.case.tabs.setCurrentWidget(screen.case.attachments)
    return screen.case.attachments


def keep(file, path: Path, new: NewAttachment | None = None) -> int:
    return attachments.add(file, 1, path, new or NewAttachment()).id


def states(dialog: AddDialog) -> list[str]:
    return [line.state.text() for line in dialog.lines]


def words_of(dialog: Dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(PlainLabel))


def test_an_empty_list_says_what_to_add_first(tab):
    hint = tab.table.findChild(EmptyHint)
    assert hint.isVisible()
    assert "Begin with the contract" in hint.label.text()
    assert not tab.view_button.isEnabled()
    assert tab.add_button.isEnabled()


def test_the_tab_is_reached_by_keyboard(qtbot, screen):
    qtbot.keyClick(screen, TAB, ALT)
    assert screen.case.tabs.currentWidget() is screen.case.attachments
    assert screen.case.tabs.tabToolTip(7) == "Attachments (Alt+8)"


def test_several_files_are_added_and_one_that_is_refused_says_why(qtbot, tab, file, desk, bus):
    names = ("шарт.pdf", "virus.pdf", "photo.jpg")
    dialog = tab.add([desk / name for name in names])
    dialog.form.set_values(note="бет 1")
    with qtbot.waitSignal(bus.said) as said:
        dialog.add()
    assert [state.split(".")[0] for state in states(dialog)] == ["Added", "This file is a program or a script", "Added"]
    assert dialog.isVisible()
    assert said.args[0].params == {"count": 2}
    dialog.reject()
    assert not dialog.isVisible()
    assert [row.head.name for row in tab.table.rows] == ["photo.jpg", "шарт.pdf"]
    assert {row.head.note for row in tab.table.rows} == {"бет 1"}
    assert tab.total.text().startswith("2 attachments, ")


def test_the_dialog_closes_when_all_are_added(tab, desk):
    dialog = tab.add([desk / "шарт.pdf"])
    dialog.add()
    assert not dialog.isVisible()
    assert len(tab.table.rows) == 1


def test_nothing_typed_is_lost_when_the_note_is_too_long(tab, desk):
    dialog = tab.add([desk / "шарт.pdf"])
    dialog.form.set_values(note="x" * 2001)
    dialog.add()
    assert "too long" in states(dialog)[0]
    assert dialog.form.value("note") == "x" * 2001


def test_a_copy_of_an_identity_document_says_why_it_is_kept(tab, file, desk):
    dialog = tab.add([desk / "photo.jpg"])
    field = dialog.form.field("copy_of_document")
    assert "To be checked by the lawyer" in field._hint.text()
    dialog.form.set_values(copy_of_document=CopyBasis.NO_INTEGRATION)
    dialog.add()
    (row,) = tab.table.rows
    assert row.head.copy_of_document is CopyBasis.NO_INTEGRATION
    index = tab.table.view.model().index
    assert index(0, 4).data() == "copy of an identity document"
    assert "ask the lawyer before you print" in words_of(tab._leaving.begin(row.id, row.head))


def test_cancel_stops_after_what_is_stored(qtbot, tab, desk, monkeypatch):
    dialog = tab.add([desk / name for name in ("шарт.pdf", "photo.jpg", "жазба.txt")])
    add = attachment_calls.add

    def slow(file, case_id, path, new, progress):
        if path.name == "photo.jpg":
            dialog.reject()
        return add(file, case_id, path, new, progress)

    monkeypatch.setattr(attachment_calls, "add", slow)
    dialog.add()
    assert states(dialog) == ["Added", "Not added: cancelled", "Not added: cancelled"]
    assert dialog.isVisible()
    assert not dialog.is_working
    assert [row.head.name for row in tab.table.rows] == ["шарт.pdf"]


def test_progress_is_looked_at_while_a_file_is_added(tab, desk):
    dialog = tab.add([desk / "шарт.pdf", desk / "photo.jpg"])
    dialog._at = 1
    dialog._progress.step(1, 4)
    dialog._on_look()
    assert (dialog.bar.value(), dialog.bar.maximum()) == (1250, 2000)
    dialog._at = -1


def test_files_are_dropped_on_the_tab(tab, desk):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(desk / "шарт.pdf")), QUrl("https://example.invalid/x.pdf")])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), copy, data, Qt.MouseButton.LeftButton, none)
    tab.dragEnterEvent(entered)
    assert entered.isAccepted()
    tab.dropEvent(QDropEvent(QPointF(5, 5), copy, data, Qt.MouseButton.LeftButton, none))
    dialog = tab.findChild(AddDialog)
    assert [line.name.text() for line in dialog.lines] == ["шарт.pdf"]
    words = QMimeData()
    words.setText("text")
    other = QDragEnterEvent(QPoint(5, 5), copy, words, Qt.MouseButton.LeftButton, none)
    other.ignore()
    tab.dragEnterEvent(other)
    assert not other.isAccepted()


def test_files_are_chosen_several_at_once(tab, desk):
    tab.add_button.click()
    choice = tab.window().findChild(QFileDialog)
    assert choice.fileMode() == QFileDialog.FileMode.ExistingFiles
    choice.filesSelected.emit([str(desk / "шарт.pdf"), str(desk / "photo.jpg")])
    assert len(tab.findChild(AddDialog).lines) == 2
    choice.close()


def test_enter_shows_a_picture_and_the_log_says_so(qtbot, screen, tab, file, desk):
    keep(file, desk / "photo.jpg", NewAttachment("у ворот"))
    screen.refresh()
    qtbot.keyClick(tab.table.view, Qt.Key.Key_Return)
    viewer = tab.findChild(Viewer)
    assert viewer.title.text() == "photo.jpg"
    assert "Photo (JPEG)" in viewer.about.text()
    assert viewer.note.text() == "у ворот"
    assert viewer._stack.currentWidget() is viewer.view
    assert not viewer.view.is_empty
    assert not viewer.next_button.isVisible()
    from tests.services.test_traces import lines

    assert lines(file)[-1] == ("view_attachment", "attachment", 1)


def test_pages_of_a_document_are_turned_and_zoomed(qtbot, screen, tab, file, desk):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for _page in range(3):
        writer.append(PdfReader(desk / "шарт.pdf"), pages=(0, 1))
    writer.write(desk / "three.pdf")
    keep(file, desk / "three.pdf")
    screen.refresh()
    viewer = tab.look(tab.table.rows[0])
    assert viewer.place.text() == "1 of 3"
    assert not viewer.back_button.isEnabled()
    viewer.next_button.click()
    viewer.next_button.click()
    assert (viewer.page, viewer.place.text()) == (2, "3 of 3")
    assert not viewer.next_button.isEnabled()
    viewer.back_button.click()
    before = viewer.view.widget().width()
    viewer.larger_button.click()
    assert viewer.view.widget().width() > before
    for _step in range(5):
        viewer.larger_button.click()
    assert not viewer.larger_button.isEnabled()
    viewer.zoom_to(0)
    assert viewer.view.widget().width() == before


def test_plain_text_is_shown_as_it_is(screen, tab, file, desk):
    (desk / "a.txt").write_text("<b>жирный</b> \u202eнаоборот", "utf-8")
    keep(file, desk / "a.txt")
    screen.refresh()
    viewer = tab.look(tab.table.rows[0])
    assert viewer.words.toPlainText() == "<b>жирный</b> наоборот"
    assert viewer.words.isReadOnly()
    assert viewer._stack.currentWidget() is viewer.words


def test_what_is_not_shown_can_be_copied(screen, tab, file, desk, tmp_path, bus, qtbot):
    keep(file, desk / "голос.ogg")
    screen.refresh()
    viewer = tab.look(tab.table.rows[0])
    assert "not shown inside the program" in viewer.warning.label.text()
    viewer.save_button.click()
    viewer.findChild(Dialog).accept()
    choice = viewer.window().findChild(QFileDialog)
    assert choice.selectedFiles()[0].endswith("голос.ogg")
    choice.close()
    with qtbot.waitSignal(bus.said):
        viewer._leaving._save(1, tmp_path / "копия.ogg")
    assert (tmp_path / "копия.ogg").read_bytes() == (desk / "голос.ogg").read_bytes()


def test_a_page_that_cannot_be_drawn_is_told_in_the_viewer(screen, tab, file, desk, monkeypatch):
    (desk / "broken.pdf").write_bytes(samples.PDF)
    keep(file, desk / "broken.pdf")
    screen.refresh()

    def refuse(*_arguments, **_how):
        raise InvalidInput((Problem("content", AppError("This file cannot be read").message),))

    monkeypatch.setattr(attachment_pages, "in_child", refuse)
    viewer = tab.look(tab.table.rows[0])
    assert "cannot be read" in viewer.warning.label.text()
    assert viewer.save_button.isEnabled()


def test_a_note_is_changed(tab, screen, file, desk):
    keep(file, desk / "шарт.pdf")
    screen.refresh()
    tab.note_button.click()
    dialog = tab.findChild(NoteDialog)
    dialog.form.set_values(note="екінші бет")
    dialog.save()
    assert tab.table.rows[0].head.note == "екінші бет"


def test_removing_is_asked_for_and_done(tab, screen, file, desk):
    keep(file, desk / "шарт.pdf")
    screen.refresh()
    dialog = tab._on_remove()
    assert "“шарт.pdf”" in words_of(dialog)
    dialog.reject()
    assert len(tab.table.rows) == 1
    tab._on_remove().accept()
    assert not tab.table.rows


def test_a_damaged_attachment_can_only_be_removed(tab, screen, file, desk):
    from sqlalchemy import update

    from desktop_app.db.models import Attachment

    keep(file, desk / "шарт.pdf")
    with file.db.write("break", None) as session:
        session.execute(update(Attachment).values(head=b"x" * 50))
    screen.refresh()
    assert tab.table.view.model().index(0, 0).data() == "Damaged attachment"
    assert not tab.view_button.isEnabled()
    assert tab.remove_button.isEnabled()


def test_a_case_that_is_closed_to_me_shows_why(tab, screen, file, monkeypatch):
    def refused(*_arguments):
        raise access.NotAllowed("This case is sealed. Ask the lawyer")

    monkeypatch.setattr(attachments, "listing", refused)
    screen.refresh()
    assert "This case is sealed" in tab.note.label.text()
    assert not tab.table.rows


def test_the_list_is_read_when_it_is_looked_at(screen, file, desk, monkeypatch):
    read = []
    listing = attachments.listing
    monkeypatch.setattr(attachments, "listing", lambda *told: read.append(told) or listing(*told))
    screen.refresh()
    assert not read
    screen.case.tabs.setCurrentWidget(screen.case.attachments)
    assert len(read) == 1


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_word_of_the_dialogs_is_cut_off(qtbot, tab, screen, file, desk, language):
    keep(file, desk / "шарт.pdf", NewAttachment("бет", CopyBasis.NO_TECHNICAL_MEANS))
    languages.use(language)
    screen.refresh()
    (row,) = tab.table.rows
    adding = tab.add([desk / "virus.pdf"])
    qtbot.waitUntil(partial(is_whole, adding))
    adding.add()
    for dialog in (adding, tab.look(row), tab._leaving.begin(row.id, row.head), tab._on_remove()):
        qtbot.waitUntil(partial(is_whole, dialog))
        dialog.reject()


def is_whole(dialog: Dialog) -> bool:
    return not cut_texts(dialog)


def test_words_follow_the_language(tab, screen, file, desk):
    keep(file, desk / "шарт.pdf")
    screen.refresh()
    before = tab.total.text()
    languages.use("ru")
    assert tab.table.view.model().index(0, 3).data().startswith("21.11.2026")
    languages.use("en")
    assert tab.total.text() == before
    assert cases.card(file, 1).number == "2026-0001"
