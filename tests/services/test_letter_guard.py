"""Every kind of letter, with what its addressee may not see typed into it: none of them can be made final."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app import settings
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.guard import NEVER, Secret
from desktop_app.domain.letter_edits import Added, Edits
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.errors import InvalidInput
from desktop_app.letters.catalogue import texts_of
from desktop_app.services import complaints_log, files, law, letter_facts, letters
from desktop_app.services.files import OpenFile
from desktop_app.services.letter_kinds import KindOfLetter
from tests import factories
from tests.services import rich_case
from tests.services.situations import CLOCK

RU = LetterLanguage.RU
TYPED = {
    Secret.PHONE: "Работнику можно звонить: 8 90 123-45-67.",
    Secret.SAFE_CONTACT: "Сейчас он живёт: посёлок Тихий, дом 4.",
    Secret.OTHER_WORKER: "То же было с Тошпулатовым Шерали.",
    Secret.IIN: f"ИИН работника {rich_case.IIN}.",
    Secret.PAPER: f"Справка о регистрации {rich_case.PAPER}1.",
    Secret.STATUS: "Работник трудился без разрешения.",
    Secret.SCREENING: "По результатам скрининга положение тяжёлое.",
}
OUTSIDE = rich_case.kinds_outside()
IDS = [kind.id for kind in OUTSIDE]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OpenFile, CaseCard]]:
    """One file with the case in which everything happened; no test of this module makes a letter in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(settings.CLOCK_VARIABLE, CLOCK)
        file = factories.open_file(tmp_path_factory.mktemp("guard"))
        yield file, rich_case.rich(file)
        files.close(file)


@pytest.mark.parametrize("kind", OUTSIDE, ids=IDS)
def test_a_letter_of_facts_alone_gives_nothing_away(kept: tuple[OpenFile, CaseCard], kind: KindOfLetter) -> None:
    file, card = kept
    request = rich_case.request(file, card, kind, RU)
    assert letters.look(file, request).examined.stops == ()
    text = _text(file, request)
    for secret in (rich_case.PHONE, rich_case.CONTACT, rich_case.NOTE, rich_case.PAPER, rich_case.OTHER.full_name):
        assert secret not in text
    assert (rich_case.IIN in text) <= (Secret.IIN not in NEVER[kind.addressee])


@pytest.mark.parametrize("kind", OUTSIDE, ids=IDS)
def test_what_is_typed_into_a_letter_is_guarded(kept: tuple[OpenFile, CaseCard], kind: KindOfLetter) -> None:
    file, card = kept
    for secret, words in TYPED.items():
        request = rich_case.request(file, card, kind, RU)
        key = letters.look(file, request).paragraphs[0].key
        request = replace(request, edits=Edits(added=(Added(key, (("ru", words),)),)))
        assert words in _text(file, request)
        stops = letters.look(file, request).examined.stops
        assert bool(stops) == (secret in NEVER[kind.addressee]), (secret, [each.message.msgid for each in stops])
        if stops:
            with pytest.raises(InvalidInput):
                letters.create(file, request)
    assert letters.page(file, "", None, 10) == ()


def test_what_was_typed_into_a_complaint_is_guarded_where_a_letter_prints_it(file: OpenFile) -> None:
    card = rich_case.rich(file)
    kind = next(each for each in OUTSIDE if each.id == "documents_return")
    wanted = rich_case.request(file, card, kind, RU)
    assert letters.look(file, wanted).examined.stops == ()
    (stored,) = (
        each for each in complaints_log.listing(file, card.id) if each.kind is ComplaintKind.WITHHELD_DOCUMENTS
    )
    new = rich_case.complaint(stored.kind, stored.worker_ids)
    place = replace(new.documents[0], place="у прораба, потому что работник без регистрации")
    new = replace(new, documents=(place, *new.documents[1:]))
    complaints_log.change(file, card.id, stored.id, stored.version, new)
    (stop,) = letters.look(file, wanted).examined.stops
    assert "stay" in stop.message.msgid


def _text(file: OpenFile, request: LetterRequest) -> str:
    with file.db.read() as session:
        facts = letter_facts.gather(file, session, request, law.norms(file)).facts
    return "\n".join(texts_of(facts))
