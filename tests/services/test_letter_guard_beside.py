"""What stands beside the words of a letter is guarded too: its reading copy, files, the addressee, standing texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import settings
from desktop_app.domain.addressees import Addressee
from desktop_app.domain.answers import Answer
from desktop_app.domain.attachments import NewAttachment
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import Role, Trilingual
from desktop_app.domain.letter_edits import Added, Edit, Edits
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.errors import InvalidInput
from desktop_app.services import attachments, files, letters, standing_texts
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services import rich_case
from tests.services.situations import CLOCK

RU = LetterLanguage.RU
PHONE = "Call the worker: 8 90 123-45-67."


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenFile]:
    monkeypatch.setenv(settings.CLOCK_VARIABLE, CLOCK)
    made = factories.open_file(tmp_path)
    yield made
    files.close(made)


def _request(file: OpenFile, kind: str, card: CaseCard) -> LetterRequest:
    chosen = next(each for each in rich_case.kinds_outside() if each.id == kind)
    return rich_case.request(file, card, chosen, RU)


def _refused(file: OpenFile, request: LetterRequest) -> str:
    with pytest.raises(InvalidInput) as error:
        letters.create(file, request)
    assert letters.page(file, "", None, 9) == ()
    return " ".join(each.message.msgid for each in error.value.problems)


@pytest.mark.parametrize("language", [LetterLanguage.RU, LetterLanguage.KK_RU], ids=["ru", "kk+ru"])
def test_words_that_stand_in_the_reading_copy_alone_are_guarded(file: OpenFile, language: LetterLanguage) -> None:
    card = rich_case.rich(file)
    request = replace(_request(file, "employer_claim", card), language=language)
    key = next(each.key for each in letters.look(file, request).paragraphs if each.style == "body")
    for edits in (
        Edits(changed=(Edit(key, "en", PHONE, ""),)),
        Edits(added=(Added(key, (("ru", "Просим ответить."), ("kk", "Жауап күтеміз."), ("en", PHONE))),)),
    ):
        assert "phone" in _refused(file, replace(request, edits=edits, with_copy=True))
    # Without a copy nobody reads them.
    assert letters.create(file, replace(request, edits=Edits(changed=(Edit(key, "en", PHONE, ""),)))).id


def test_the_name_of_a_file_that_goes_along_is_guarded(file: OpenFile, tmp_path: Path) -> None:
    card = rich_case.rich(file)
    path = tmp_path / "Скрининг.txt"
    path.write_text("x" * 40, encoding="utf-8")
    attachments.add(file, card.id, path, NewAttachment(""))
    request = _request(file, "inspection_complaint", card)
    assert letters.look(file, request).examined.stops == ()
    answers = {**request.answers, "papers": Answer("all")}
    assert "screening" in _refused(file, replace(request, answers=answers))


def test_what_is_typed_of_the_addressee_is_guarded(file: OpenFile) -> None:
    card = rich_case.rich(file)
    request = _request(file, "inspection_complaint", card)
    name = Trilingual("Еңбек инспекциясы", "Инспекция труда", "")
    told = Addressee(name, "Алматы", "инспектору, о работниках без регистрации")
    assert "stay" in _refused(file, replace(request, addressee=told))


def test_the_own_words_of_the_centre_are_guarded(file: OpenFile) -> None:
    card = rich_case.rich(file)
    lawyer = factories.colleague(file, Role.LAWYER)
    request = _request(file, "inspection_complaint", card)
    said = next(
        each
        for each in standing_texts.listing(lawyer)
        if each.letters == ("inspection_complaint",) and each.language == "ru" and not each.placeholders
        and each.shipped in [paragraph.text for paragraph in letters.look(file, request).paragraphs]
    )  # fmt: skip
    standing_texts.write(lawyer, said.key, "ru", f"{said.shipped} Работники трудились нелегально.", 0)
    assert "stay" in _refused(file, request)
    standing_texts.write(lawyer, said.key, "ru", f"{said.shipped} Просим ответить.", 1)
    assert letters.create(file, request).id


def test_the_programs_own_words_stay_when_a_paragraph_is_worded_anew(file: OpenFile) -> None:
    card = rich_case.rich(file)
    request = _request(file, "police_forced_labour", card)
    said = next(each for each in letters.look(file, request).paragraphs if "выдвор" in each.text)
    edit = Edit(said.key, "ru", f"{said.text} Просим сообщить.", said.made)
    assert letters.look(file, replace(request, edits=Edits(changed=(edit,)))).examined.stops == ()
    more = replace(edit, text=f"{said.text} Он работал без разрешения.")
    assert "stay" in _refused(file, replace(request, edits=Edits(changed=(more,))))
