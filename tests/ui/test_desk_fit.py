"""No word is cut off in the dialogs of enquiries, directory, referrals and the chain, in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import settings
from desktop_app.domain.chains import NewParty, Part
from desktop_app.domain.directory import DirectoryFilter, EntryKind
from desktop_app.domain.referrals import Ground
from desktop_app.i18n import LANGUAGES
from desktop_app.services import cases, chains, directory, enquiries
from desktop_app.services.files import OpenFile
from desktop_app.ui.common import languages
from desktop_app.ui.context import Context
from desktop_app.ui.directory.entry_dialog import EntryDialog
from desktop_app.ui.directory.numbers_dialog import ReferralNumbersDialog
from desktop_app.ui.directory.refer_dialog import ReferDialog
from desktop_app.ui.employers.chain_panel import ChainPanel
from desktop_app.ui.employers.party_dialog import PartyDialog
from desktop_app.ui.enquiries.enquiry_dialog import EnquiryDialog
from desktop_app.ui.enquiries.numbers_dialog import NumbersDialog
from tests.services.situations import CLOCK, opened
from tests.services.test_chains import BROKER
from tests.services.test_enquiries import HOTLINE
from tests.ui.fit import cut_texts


@pytest.fixture
def holder(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, file: OpenFile) -> Iterator[QWidget]:
    """A small window over a file with a case, its chain and an enquiry."""
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)
    opened(file)
    chains.add(file, 1, NewParty(Part.BROKER, BROKER))
    enquiries.log(file, HOTLINE)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    yield made
    languages.use("en")


def _refer(context: Context, parent: QWidget, ground: Ground) -> QWidget:
    dialog = ReferDialog(context, cases.card(context.file, 1), parent)
    dialog.form.set_values(ground=ground)
    return dialog


def _entry(context: Context, parent: QWidget) -> QWidget:
    number = directory.page(context.file, DirectoryFilter(kind=EntryKind.HOTLINE), "kk")[0].id
    return EntryDialog(context, directory.card(context.file, number), parent)


def _chain(context: Context, parent: QWidget) -> QWidget:
    panel = ChainPanel(context, parent)
    panel.resize(780, 300)
    panel.show_case(cases.card(context.file, 1))
    return panel


SHOWN: dict[str, Callable[[Context, QWidget], QWidget]] = {
    "enquiry": lambda context, parent: EnquiryDialog(context, enquiries.card(context.file, 1), parent),
    "numbers of enquiries": lambda context, parent: NumbersDialog(context, None, None, parent),
    "entry": _entry,
    "new entry": lambda context, parent: EntryDialog(context, None, parent),
    "numbers of referrals": ReferralNumbersDialog,
    "referral with consent": lambda context, parent: _refer(context, parent, Ground.CONSENT),
    "referral without consent": lambda context, parent: _refer(context, parent, Ground.RIGHTS),
    "told where to go": lambda context, parent: _refer(context, parent, Ground.TOLD),
    "referral of a caller": lambda context, parent: ReferDialog(context, None, parent, enquiry_id=1),
    "party": lambda context, parent: PartyDialog(context, 1, parent),
    "chain": _chain,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHOWN)
def test_no_word_is_cut(context: Context, holder: QWidget, name: str, language: str) -> None:
    languages.use(language)
    shown = SHOWN[name](context, holder)
    shown.show()
    for _layout_settles in range(3):
        QApplication.processEvents()
    found = cut_texts(shown)
    assert not found, "\n".join(found)
    shown.close()
