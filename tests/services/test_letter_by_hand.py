"""Words written by hand that the facts have left behind: said before the letter is made final."""

from __future__ import annotations

import pytest

from desktop_app.domain.letter_edits import NO_EDITS, Added, Edit, Edits
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.services import letters
from desktop_app.services.files import OpenFile
from tests.services.situations import TODAY, unpaid
from tests.services.test_letters import PAY_BY

_KEY = "body#1"
_ASIDE = Added("body#1", (("ru", "Сверх того."),))
_LOST = Added("body#99", (("ru", "Сверх того."),))


def notes(file: OpenFile, case_id: int, edits: Edits) -> list[str]:
    request = LetterRequest(case_id, "employer_claim", LetterLanguage.RU, TODAY, PAY_BY, file.staff.id, edits=edits)
    said = letters.look(file, request).examined.notes
    return [problem.message.msgid for problem in said if problem.field == "edits"]


def now(file: OpenFile, case_id: int) -> str:
    request = LetterRequest(case_id, "employer_claim", LetterLanguage.RU, TODAY, PAY_BY, file.staff.id)
    return next(each.made for each in letters.look(file, request).paragraphs if each.key == _KEY)


def test_words_under_which_the_facts_changed_are_told(file: OpenFile) -> None:
    card = unpaid(file)
    (said,) = notes(file, card.id, Edits((Edit(_KEY, "ru", "Мои слова.", "Прежние слова."),)))
    assert said.startswith("What is known changed after words of this letter")


@pytest.mark.parametrize(
    "edits",
    [Edits((Edit("body#99", "ru", "Мои слова.", "Прежние."),)), Edits(added=(_LOST,))],
    ids=["changed", "added"],
)
def test_words_whose_place_is_gone_are_told(file: OpenFile, edits: Edits) -> None:
    (said,) = notes(file, unpaid(file).id, edits)
    assert said.startswith("Words written by hand are not in this letter any more")


def test_nothing_is_told_of_words_that_still_fit(file: OpenFile) -> None:
    card = unpaid(file)
    fitting = Edits((Edit(_KEY, "ru", "Мои слова.", now(file, card.id)),), added=(_ASIDE,))
    in_kazakh = Edits((Edit("body#99", "kk", "Сөздерім.", "Бұрынғы."),))
    assert [notes(file, card.id, edits) for edits in (NO_EDITS, fitting, in_kazakh)] == [[], [], []]
