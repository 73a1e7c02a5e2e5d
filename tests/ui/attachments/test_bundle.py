"""The bundle of exhibits in the window: what is chosen, what is warned of, how it is stopped, what refuses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.domain.attachments import CopyBasis, NewAttachment
from desktop_app.domain.letters import LetterLanguage
from desktop_app.errors import AppError, Cancelled
from desktop_app.letters.catalogue import render
from desktop_app.services import attachment_pages, attachments, exhibits
from desktop_app.services.files import OpenFile
from desktop_app.ui.attachments.bundle_dialog import BundleDialog
from desktop_app.ui.bus import Bus
from desktop_app.ui.cases.attachments_tab import AttachmentsTab
from desktop_app.ui.cases.screen import Screen
from desktop_app.ui.common import languages
from desktop_app.ui.context import Context
from tests.imports import samples
from tests.letters.claims import claim
from tests.letters.reading import text_of
from tests.services.papers import at_once, put
from tests.ui.cases.crew import TODAY, log_case
from tests.ui.fit import cut_texts

PAPER, PHOTO, VOICE, PASSPORT = 1, 2, 3, 4


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fixed day, and no child processes: they are tested where attachments are."""
    monkeypatch.setenv(settings.CLOCK_VARIABLE, TODAY)
    for module in (attachments, attachment_pages):
        monkeypatch.setattr(module, "in_child", at_once)


@pytest.fixture
def tab(qtbot: QtBot, context: Context, file: OpenFile, tmp_path: Path) -> Iterator[AttachmentsTab]:
    """The attachments of a case: a paper, a photo, a voice message, a copy of an identity document."""
    log_case(file)
    told = NewAttachment("", CopyBasis.NO_INTEGRATION)
    for name, content, new in (
        ("шарт.pdf", render(claim()), NewAttachment("бет 1")),
        ("photo.jpg", samples.picture("JPEG", (800, 600)), NewAttachment()),
        ("голос.ogg", samples.kept()["ogg"][0], NewAttachment()),
        ("passport.png", samples.picture("PNG", (300, 400)), told),
    ):
        attachments.add(file, 1, put(tmp_path, name, content), new)
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.resize(1000, 640)
    screen.show()
    screen.refresh()
    screen.open_item(1)
    screen.case.tabs.setCurrentWidget(screen.case.attachments)
    yield screen.case.attachments
    screen.hide()


@pytest.fixture
def dialog(tab: AttachmentsTab) -> BundleDialog:
    tab.bundle_button.click()
    return tab.findChildren(BundleDialog)[-1]


def chosen(dialog: BundleDialog) -> tuple[int, ...]:
    return tuple(map(int, dialog.form.value("attachment_ids")))


def write(dialog: BundleDialog, path: Path) -> None:
    """Press the button and answer the system's question."""
    dialog.button.click()
    choice = dialog.window().findChild(QFileDialog)
    choice.fileSelected.emit(str(path))
    choice.close()


def stand_in(monkeypatch: pytest.MonkeyPatch, call: Callable[..., Path]) -> None:
    monkeypatch.setattr(exhibits, "bundle", call)


def test_a_case_without_attachments_offers_no_bundle(qtbot: QtBot, context: Context, file: OpenFile) -> None:
    log_case(file)
    screen = Screen(context)
    qtbot.addWidget(screen)
    screen.show()
    screen.open_item(1)
    screen.case.tabs.setCurrentWidget(screen.case.attachments)
    assert not screen.case.attachments.bundle_button.isVisible()
    assert screen.case.attachments.bundle() is None


def test_what_has_pages_is_chosen_and_the_oldest_comes_first(dialog: BundleDialog) -> None:
    names = dialog.form.field("attachment_ids").entry
    assert [names.item(at).text().split(" · ")[0] for at in range(names.count())] == [
        "шарт.pdf",
        "photo.jpg",
        "голос.ogg",
        "passport.png",
    ]
    assert chosen(dialog) == (PAPER, PHOTO, PASSPORT)
    assert names.item(3).text() == "passport.png · copy of an identity document"


def test_the_pdf_is_written_in_the_language_and_order_chosen(
    qtbot: QtBot, dialog: BundleDialog, bus: Bus, tmp_path: Path
) -> None:
    dialog.form.set_values(attachment_ids=(VOICE, PAPER), language=LetterLanguage.KK_RU)
    with qtbot.waitSignal(bus.said) as said:
        write(dialog, tmp_path / "exhibits.pdf")
    text = text_of((tmp_path / "exhibits.pdf").read_bytes())
    assert "ДӘЛЕЛДЕМЕЛЕР" in text
    assert "ДОКАЗАТЕЛЬСТВА" in text
    assert text.index("шарт.pdf") < text.index("голос.ogg")
    assert "photo.jpg" not in text
    assert said.args[0].params == {"path": tmp_path / "exhibits.pdf"}
    assert not dialog.isVisible()


def test_the_place_that_is_offered_names_the_case_and_nobody(dialog: BundleDialog) -> None:
    dialog.button.click()
    choice = dialog.window().findChild(QFileDialog)
    assert choice.selectedFiles()[0].endswith("exhibits-2026-0001.pdf")
    choice.close()


def test_it_warns_that_the_copy_leaves_and_of_identity_documents(dialog: BundleDialog) -> None:
    from desktop_app.ui.common.labels import PlainLabel

    assert "leaves the protected file" in " ".join(label.text() for label in dialog.findChildren(PlainLabel))
    assert dialog.document_note.isVisible()
    dialog.form.set_values(attachment_ids=(PAPER, PHOTO))
    assert not dialog.document_note.isVisible()


def test_nothing_chosen_is_told_beside_the_list(dialog: BundleDialog) -> None:
    dialog.form.set_values(attachment_ids=())
    dialog.button.click()
    assert "Choose at least one" in dialog.form.field("attachment_ids").problem
    assert dialog.window().findChild(QFileDialog) is None


def test_progress_is_shown_and_cancel_keeps_the_choice(
    dialog: BundleDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def slow(*told: object) -> Path:
        step, cancelled = told[-2:]
        step(1, 3)
        dialog._on_look()
        seen.append((dialog.state.text(), dialog.bar.value(), dialog.bar.maximum(), dialog.form.isEnabled()))
        dialog.cancel.click()
        assert dialog.isVisible()
        assert cancelled()
        raise Cancelled

    stand_in(monkeypatch, slow)
    dialog.form.set_values(attachment_ids=(PAPER, VOICE))
    write(dialog, tmp_path / "exhibits.pdf")
    assert seen == [("Attachment 2 of 3 is drawn …", 1, 3, False)]
    assert dialog.isVisible()
    assert "no bundle was written" in dialog.note.label.text()
    assert chosen(dialog) == (PAPER, VOICE)
    assert dialog.form.isEnabled()
    assert not dialog.bar.isVisible()
    dialog.cancel.click()
    assert not dialog.isVisible()


def test_a_refusal_keeps_the_choice(dialog: BundleDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_told: object) -> Path:
        raise AppError("One bundle takes %(most)s sheets at most.", most=400)

    stand_in(monkeypatch, refuse)
    dialog.form.set_values(attachment_ids=(PHOTO,), language=LetterLanguage.RU)
    write(dialog, tmp_path / "exhibits.pdf")
    assert "400 sheets" in dialog.form.note.label.text()
    assert (chosen(dialog), dialog.form.value("language")) == ((PHOTO,), "ru")
    assert dialog.button.isEnabled()
    assert not dialog.is_working


def test_the_keyboard_alone_chooses(qtbot: QtBot, dialog: BundleDialog) -> None:
    names = dialog.form.field("attachment_ids").entry
    assert dialog.focusWidget() is names
    qtbot.keyClick(names, Qt.Key.Key_Down)
    qtbot.keyClick(names, Qt.Key.Key_Space)
    assert chosen(dialog) == (PAPER, PASSPORT)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_word_is_cut_off(qtbot: QtBot, tab: AttachmentsTab, language: str) -> None:
    languages.use(language)
    dialog = tab.bundle()
    assert dialog is not None
    qtbot.waitUntil(lambda: not cut_texts(dialog))
    assert dialog.height() <= 700
