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
from desktop_app.domain.consents import Data
from desktop_app.domain.letter_edits import Added, Edit, Edits
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.posting import Sent, Way
from desktop_app.errors import InvalidInput
from desktop_app.letters.catalogue import texts_of
from desktop_app.services import (
    attachments,
    centre,
    employers,
    files,
    law,
    letter_facts,
    letter_sending,
    letters,
    people,
    standing_texts,
)
from desktop_app.services.files import OpenFile
from tests import factories
from tests.services import rich_case
from tests.services.situations import CLOCK, TODAY

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


def _with_letterhead(file: OpenFile, *lines: str) -> None:
    told = centre.read(file)
    head = "\n".join(lines)
    centre.save(file, replace(told, letterhead=Trilingual(head, head, head)))


def test_the_centres_own_telephone_stops_no_letter_and_is_found_where_somebody_types_it(file: OpenFile) -> None:
    card = rich_case.rich(file)
    _with_letterhead(file, f"Тел. {rich_case.PHONE}", "Алматы, посёлок Тихий, дом 4")
    for kind in rich_case.kinds_outside():
        for language in (LetterLanguage.RU, LetterLanguage.KK_RU):
            request = replace(rich_case.request(file, card, kind, language), with_copy=True)
            assert letters.look(file, request).examined.stops == (), kind.id
    request = _request(file, "employer_claim", card)
    key = next(each.key for each in letters.look(file, request).paragraphs if each.style == "body")
    for typed in (f"Тел. {rich_case.PHONE}", "Он живёт: Алматы, посёлок Тихий, дом 4"):
        edits = Edits(added=(Added(key, (("ru", typed),)),))
        assert "Take this out" in _refused(file, replace(request, edits=edits))
        edits = Edits(changed=(Edit(key, "ru", typed, ""),))
        assert "Take this out" in _refused(file, replace(request, edits=edits))


@pytest.mark.parametrize(
    "typed",
    ["То же было с Тошпулатовым.", "Toshpulatov waits too.", "Ташпулатовқа да төленген жоқ.", "тошпўлатов ҳам"],
    ids=range(4),
)
def test_the_surname_of_another_worker_alone_is_found_in_a_paragraph(file: OpenFile, typed: str) -> None:
    card = rich_case.rich(file)
    request = _request(file, "employer_claim", card)
    key = letters.look(file, request).paragraphs[0].key
    edits = Edits(added=(Added(key, (("ru", typed),)),))
    assert "add the initials" in _refused(file, replace(request, edits=edits))


@pytest.mark.parametrize("name", ["Ташпулатов_паспорт.txt", "scanToshpulatov2.txt"])
def test_the_surname_of_another_worker_is_found_in_the_name_of_a_file(
    file: OpenFile, tmp_path: Path, name: str
) -> None:
    card = rich_case.rich(file)
    path = tmp_path / name
    path.write_text("x" * 40, encoding="utf-8")
    attachments.add(file, card.id, path, NewAttachment(""))
    request = _request(file, "inspection_complaint", card)
    assert letters.look(file, request).examined.stops == ()
    answers = {**request.answers, "papers": Answer("all")}
    assert "add the initials" in _refused(file, replace(request, answers=answers))


def test_a_head_of_the_same_surname_may_be_named(file: OpenFile) -> None:
    card = rich_case.rich(file)
    employers.save(file, card.employer_id, replace(card.employer, head_name="Тошпулатов Бахтиёр Каримович"))
    request = _request(file, "employer_claim", card)
    key = letters.look(file, request).paragraphs[0].key
    edits = Edits(added=(Added(key, (("ru", "Директор Тошпулатов обещал заплатить."),)),))
    assert letters.look(file, replace(request, edits=edits)).examined.stops == ()
    named = Edits(added=(Added(key, (("ru", "Тошпулатов Шерали ждёт."),)),))
    assert "names a worker" in _refused(file, replace(request, edits=named))


def test_a_worker_at_the_address_of_the_employer_stops_no_letter(file: OpenFile) -> None:
    card = rich_case.rich(file)
    contact = replace(rich_case.OWN, safe_contact=f"общежитие: {card.employer.address}, {card.employer.address}")
    people.save(file, card.workers[0].person_id, contact)
    for kind in ("employer_claim", "inspection_complaint", "court_claim"):
        assert letters.look(file, _request(file, kind, card)).examined.stops == ()
    request = _request(file, "employer_claim", card)
    key = letters.look(file, request).paragraphs[0].key
    edits = Edits(added=(Added(key, (("ru", f"Он живёт: {card.employer.address}."),)),))
    assert "safely reached" in _refused(file, replace(request, edits=edits))


def test_an_address_of_a_few_digits_hides_no_telephone(file: OpenFile, tmp_path: Path) -> None:
    card = rich_case.rich(file)
    employers.save(file, card.employer_id, replace(card.employer, address="4"))
    path = tmp_path / f"{rich_case.PHONE}.txt"
    path.write_text("x" * 40, encoding="utf-8")
    attachments.add(file, card.id, path, NewAttachment(""))
    request = _request(file, "inspection_complaint", card)
    assert "phone" in _refused(file, replace(request, answers={**request.answers, "papers": Answer("all")}))


def test_a_shelter_is_written_to_at_its_own_address(file: OpenFile) -> None:
    card = rich_case.rich(file)
    at = "050000, Алматы, ул. Тихая 7"
    people.save(file, card.workers[0].person_id, replace(rich_case.OWN, safe_contact=f"приют, {at}"))
    name = Trilingual("Үй", "Приют", "Shelter")
    for kind in ("partner_referral", "social_services"):
        request = replace(_request(file, kind, card), addressee=Addressee(name, at, "", entry_id=1))
        assert letters.look(file, request).examined.stops == ()
        assert letters.look(file, replace(request, addressee=Addressee(name, at, ""))).examined.stops
    request = replace(_request(file, "inspection_complaint", card), addressee=Addressee(name, at, "", entry_id=1))
    assert letters.look(file, request).examined.stops


def test_a_letter_that_is_to_name_nobody_names_nobody(file: OpenFile) -> None:
    card = rich_case.rich(file)
    referral = _request(file, "partner_referral", card)
    unnamed = replace(referral, answers={**referral.answers, "data": Answer((Data.WORK.value,))})
    for request in (unnamed, _request(file, "rights_sheet", card)):
        assert letters.look(file, request).examined.stops == ()
        key = letters.look(file, request).paragraphs[0].key
        for typed in ("Помогите Юсупову.", "Равшан Юсупов ждёт помощи.", "Каримова Ғұлом"):
            edits = Edits(added=(Added(key, (("ru", typed),)),))
            assert letters.look(file, replace(request, edits=edits)).examined.stops, typed
    edits = Edits(added=(Added("", (("ru", "Помогите Юсупову."),)),))
    assert letters.look(file, replace(referral, edits=edits)).examined.stops == ()


def test_what_became_a_secret_after_the_letter_was_looked_at_stops_it(file: OpenFile) -> None:
    card = rich_case.rich(file)
    request = _request(file, "employer_claim", card)
    key = letters.look(file, request).paragraphs[0].key
    edits = Edits(added=(Added(key, (("ru", "Звонить: 8 707 222 33 44."),)),))
    request = replace(request, edits=edits)
    assert letters.look(file, request).examined.stops == ()
    people.save(file, card.workers[2].person_id, replace(rich_case.OTHER, phone="+7 707 222 33 44"))
    assert "phone" in _refused(file, request)


def test_a_letter_to_an_office_tells_nothing_of_a_shelter_and_of_letters_for_others(file: OpenFile) -> None:
    card = rich_case.rich(file)
    first, second, _third = card.workers
    referral = _request(file, "partner_referral", card)
    name = Trilingual("Тыныш үй", "Приют «Тихая гавань»", "Quiet haven")
    claim = replace(_request(file, "employer_claim", card), worker_ids=(second.id,))
    sent = [letters.create(file, each).id for each in (replace(referral, addressee=Addressee(name, "", "")), claim)]
    for letter_id in sent:
        letter_sending.note(file, letter_id, Sent(TODAY, Way.IN_PERSON, "received"))
    for kind in ("ombudsman_appeal", "consulate_request", "inspection_complaint"):
        request = _request(file, kind, card)
        own, other = (_said(file, replace(request, worker_ids=(each.id,))) for each in (first, second))
        assert not any(part in own + other for part in ("гавань", "2026/1"))
        assert "2026/2" not in own
        assert "2026/2" in other


def _said(file: OpenFile, request: LetterRequest) -> str:
    with file.db.read() as session:
        facts = letter_facts.gather(file, session, request, law.norms(file)).facts
    return "\n".join(texts_of(facts))
