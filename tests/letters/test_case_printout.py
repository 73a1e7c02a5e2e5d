from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.case_told import Ending
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.names import fold
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from tests.letters import bodies, claims
from tests.letters.reading import letter
from tests.letters.samples import case_printout as sample

KK, RU, EN, KK_RU = LetterLanguage.KK, LetterLanguage.RU, LetterLanguage.EN, LetterLanguage.KK_RU
SECRETS = (
    "Юсупов", "Равшан", "Каримович", "ulom", "ldoshev", "Ғуломжон", "Тўраев", "Тураев", "Фуломжан", "Самал", "Сервис",
    "Райымбека", "Бейсенов", "Нұрлан", "Сәрсенбаев", "Асқар", "Иванов", "Пётр", "Санжар", "Самарканд", "Алатау",
    "940140000385", "880520300123", "123-45-67", "AA 000000", "998 90", "701 555", "через сестру", "Дина", "вагончик",
    "ЗТ-2026-0456",
)  # fmt: skip


NAMES_OF = [worker.person.full_name for worker in sample.facts(EN, "with").workers]


def text(facts: LetterFacts) -> str:
    """What the print-out says, without the PDF."""
    return "\n".join(catalogue.texts_of(facts))


@pytest.mark.parametrize("language", [KK, RU, EN, KK_RU])
def test_a_redacted_print_out_holds_no_name_and_no_number(language: LetterLanguage) -> None:
    read = letter(sample.facts(language))
    assert [secret for secret in SECRETS if secret.casefold() in read.casefold()] == []


@pytest.mark.parametrize("language", [KK, RU, EN, KK_RU])
def test_with_names_everything_is_there(language: LetterLanguage) -> None:
    read = text(sample.facts(language, "with"))
    missing = [secret for secret in SECRETS if secret.casefold() not in read.casefold()]
    assert missing == []


def test_the_strip_says_which_of_the_two_it_is() -> None:
    assert text(sample.facts(EN, "with")).startswith("WITH NAMES: keep it locked.")
    assert text(sample.facts(EN)).startswith("REDACTED.")


def test_while_nothing_is_chosen_it_is_redacted_and_not_final() -> None:
    facts = replace(sample.facts(EN), answers={})
    assert text(facts).startswith("REDACTED.")
    assert [problem.field for problem in catalogue.lacking(facts)] == ["answers.names"]


def test_the_same_person_is_the_same_code_all_through() -> None:
    read = text(sample.facts(EN))
    assert "About: W1, W3." in read
    assert "What happened: W1 и W2 пул бермади. W3 […] всё видел. Бригадир […] из […] грозил 14.11.2026" in read
    assert "Foreman: E2, foreman without papers." in read
    assert "Name, post, phone of who keeps them: E2" in read
    assert "E2 признаёт долг" in read
    assert re.findall(r"Witnesses \(name, phone\): (\S+)", read) == ["P2", "P2"]
    assert "ТОО «E1»" in read
    assert text(sample.facts(EN)) == read


def test_the_number_of_the_letter_and_bodies_stay() -> None:
    read = letter(sample.facts(RU))
    assert "АЛМ/2026/17" in read
    assert "Управление полиции Турксибского района города Алматы" in read


@pytest.mark.parametrize("to", [AddresseeKind.PARTNER, AddresseeKind.SOCIAL_SERVICES])
def test_a_shelter_has_no_name_beside_the_codes(to: AddresseeKind) -> None:
    for names, stays in (("with", True), ("redacted", False)):
        facts = sample.facts(RU, names)
        assert facts.told is not None
        sent = replace(facts.told.earlier[0], addressee="Кризисный центр «Тихий дом»", to=to)
        read = text(replace(facts, told=replace(facts.told, earlier=(sent,))))
        assert ("Тихий дом" in read) is stays
        assert sent.number in read


@pytest.mark.parametrize("language", [KK, RU, EN])
def test_every_language_has_the_same_blocks(language: LetterLanguage) -> None:
    for names in ("with", "redacted"):
        facts = sample.facts(language, names)
        story = catalogue.LETTERS["case_printout"].story
        made = story(facts, for_language(language.value))
        assert [type(block) for block in made] == [type(block) for block in story(facts, for_language("en"))]


def test_a_part_of_the_crew_is_not_redacted_by_half() -> None:
    facts = sample.facts(EN)
    few = replace(facts, workers=facts.workers[:1])
    assert [problem.field for problem in catalogue.lacking(few)] == ["worker_ids"]
    assert catalogue.lacking(facts) == ()
    assert catalogue.lacking(replace(few, answers=bodies.said(names="with"))) == ()


def test_without_a_case_it_says_what_to_do() -> None:
    with pytest.raises(AppError):
        catalogue.texts_of(replace(sample.facts(EN), told=None))


def test_only_what_there_is_is_told() -> None:
    facts = sample.facts(EN)
    assert facts.told is not None
    bare = replace(facts, told=replace(facts.told, complaints=(), earlier=(), exhibits=(), promises={}, owed={}))
    read = text(bare)
    for head in ("Letters", "Attachments", "Payments promised", "Owed on", "Withheld documents"):
        assert head not in read
    assert "W3" in read


def test_what_was_settled_paid_and_how_it_ended_is_told() -> None:
    for names, first, second in (("redacted", "W1", "W2"), ("with", NAMES_OF[0], NAMES_OF[1])):
        read = text(sample.facts(EN, names)).replace("\u00a0", " ")
        assert in_order(read, "Complaints that were settled", f"{first}, {second}", "02.10.2026", "12.11.2026")
        assert in_order(read, "Money", first, "12.10.2026", "Claimed", "360,000.00", "Received", "150,000.00")
        assert in_order(read, "Claimed: 540,000.00 ₸.", "Awarded: 0.00 ₸.", "Received: 150,000.00 ₸.")
        assert in_order(read, "How the case ended", "14.11.2026", first, "The money was paid in part", "150,000.00")
        assert in_order(read, "the whole case", "Written contract signed", "Closed on: 20 November 2026.")
        assert "Why it was closed: solved in part, the worker wants no more." in read


def test_of_the_ending_no_free_word_stays_beside_the_codes() -> None:
    read = text(sample.facts(EN))
    assert "расписка E2 для W1, отдал […]" in read
    assert "через" not in read.partition("How the case ended")[2]
    assert read.count("W1") > 3


def test_an_open_case_with_nothing_settled_says_nothing_of_an_end() -> None:
    facts = sample.facts(EN)
    assert facts.told is not None
    read = text(replace(facts, told=replace(facts.told, ending=Ending())))
    for head in ("settled", "Money", "ended", "Closed on"):
        assert head not in read


def in_order(read: str, *parts: str) -> bool:
    """Whether these parts stand in a text one after the other."""
    at = 0
    for part in parts:
        at = read.find(part, at)
        if at < 0:
            return False
    return True


def test_what_the_fonts_cannot_show_stops_no_print_out() -> None:
    facts = sample.facts(EN, "with")
    assert facts.told is not None
    odd = replace(facts.told.exhibits[0], name="фото 😀.jpg", note="漢字 <b>&%(x)s")
    read = letter(replace(facts, told=replace(facts.told, exhibits=(odd,))))
    assert "фото ?.jpg ?? <b>&%(x)s" in read


LETTERS = "абвгдежзийклмнопрстуфхцчшыэюяәғқңөұүһі"
WORD = st.text(LETTERS, min_size=4, max_size=9).map(str.title)
NAMES = st.lists(st.tuples(WORD, WORD), min_size=2, max_size=4, unique=True)
SAID = ("{0}", "{1} {0}", "{0}у не платят", "видел {0}ов", "«{1}»", "{0}-{1}", "мен {1}тың")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(names=NAMES, data=st.data())
def test_no_part_of_any_name_stays_in_the_print_out(names: list[tuple[str, str]], data: st.DataObject) -> None:
    nobody = sample.facts(RU)
    standing = fold(text(replace(nobody, told=replace(nobody.told, complaints=())))) if nobody.told else ""
    parts = [part for name in names for part in name]
    assume(not any(fold(part).replace(" ", "") in standing or part.casefold() in _WORDS for part in parts))
    happened = ". ".join(data.draw(st.sampled_from(SAID)).format(*name) for name in (*names, names[0]))
    workers = tuple(
        replace(each, worker_id=at, person=replace(each.person, full_name=" ".join(name)))
        for at, (each, name) in enumerate(zip(claims.crew(len(names)), names, strict=True), start=1)
    )
    told = bodies.told(
        workers,
        bodies.complaint(ComplaintKind.OTHER, tuple(range(1, len(names) + 1)), title=happened[:100], happened=happened),
    )
    read = text(replace(nobody, workers=workers, told=told)).casefold()
    assert [part for part in parts if part.casefold() in read] == []
    assert all(f"w{at}" in read for at in range(1, len(names) + 1))


_WORDS = text(sample.facts(RU)).casefold() + text(sample.facts(KK)).casefold() + "другая жалоба что произошло о чём это"
