"""What a kind of letter asks of its own."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.i18n import LANGUAGES, for_language
from desktop_app.services.letter_kinds import kinds
from desktop_app.ui.common import languages
from desktop_app.ui.common.fields import ChoiceBox
from desktop_app.ui.letters.addressee_field import AddresseeField
from desktop_app.ui.letters.letter_own_fields import OwnFields


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_choice_of_a_letter_is_not_chosen_and_nobody_was_to_be_asked(qtbot: QtBot, language: str) -> None:
    languages.use(language)
    fields = OwnFields(lambda _kind, parent: AddresseeField((), "", (), parent))
    qtbot.addWidget(fields)
    said = set()
    for kind in kinds():
        fields.show_kind(kind)
        if fields.questions is not None:
            boxes = [fields.questions.field(spec.name).entry for spec in kind.fields]
            said |= {box.itemText(0) for box in boxes if isinstance(box, ChoiceBox) and box.itemData(0) == ""}
    said.discard("")
    assert said == {for_language(language)("Not chosen")}
