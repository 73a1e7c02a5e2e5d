from __future__ import annotations

import importlib
from dataclasses import replace

import pytest

from desktop_app import law
from desktop_app.domain.addressees import NOBODY
from desktop_app.domain.answers import Answer, Answers
from desktop_app.domain.case_told import Exhibit
from desktop_app.domain.centre import NO_WORDS
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import appeal, catalogue
from desktop_app.letters.blocks import Grid, Signature, Words
from desktop_app.letters.earlier_letters import TO_POLICE
from tests.letters import bodies, claims
from tests.letters.blocks_alike import alike
from tests.letters.reading import letter

KINDS = (
    "inspection_complaint",
    "police_documents",
    "police_forced_labour",
    "prosecutor_complaint",
    "higher_body_complaint",
)
EN = LetterLanguage.EN
NEVER = (
    claims.PHONE,
    "сдам в миграционную полицию",
    "31.05.2026",
    "overstay",
    "The stay has run out",
    "Иванов Пётр",
    "701 111 22 33",
    "звонить соседке",
    "расчёт после сдачи объекта",
    "police or expulsion",
    "screening",
)


def sample(kind: str, language: LetterLanguage = EN) -> LetterFacts:
    facts: LetterFacts = importlib.import_module(f"tests.letters.samples.{kind}").facts(language)
    return facts


def fields(facts: LetterFacts) -> set[str]:
    return {problem.field for problem in catalogue.lacking(facts)}


@pytest.mark.parametrize("kind", KINDS)
def test_an_appeal_that_has_everything_lacks_nothing(kind: str) -> None:
    assert catalogue.lacking(sample(kind)) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_every_missing_requisite_is_named(kind: str) -> None:
    facts = sample(kind)
    nameless = replace(facts.workers[0], person=replace(facts.workers[0].person, full_name=" "))
    assert "addressee" in fields(replace(facts, addressee=NOBODY))
    assert "centre.address" in fields(replace(facts, centre=replace(facts.centre, address=NO_WORDS)))
    assert "worker_ids" in fields(replace(facts, workers=(nameless, *facts.workers[1:])))
    unsigned = {**facts.answers, **bodies.said(signed_by=appeal.ATTORNEY, attorney=" ")}
    assert "answers.attorney" in fields(replace(facts, answers=unsigned))


@pytest.mark.parametrize("kind", KINDS)
def test_every_appeal_says_who_to_whom_when_and_where_to_answer(kind: str) -> None:
    facts = sample(kind)
    read = bodies.read(facts)
    assert facts.addressee.name.en in read
    assert "21 November 2026" in read
    assert facts.centre.address.en in read.split("Annexes:")[0].split("COMPLAINT")[-1].split("STATEMENT")[-1]
    assert all(worker.person.full_name in read for worker in facts.workers)
    assert all(worker.person.iin in read for worker in facts.workers)
    assert ("Refusal to accept an appeal is not allowed (article 64(1)" in read) is (kind not in TO_POLICE)


@pytest.mark.parametrize("kind", sorted(TO_POLICE))
def test_a_report_of_an_offence_does_not_rest_on_the_order_of_appeals(kind: str) -> None:
    facts = sample(kind)
    assert "Administrative Procedural" not in bodies.read(facts)
    assert not [fact.key for fact in catalogue.LETTERS[kind].grounds(facts) if fact.key.startswith("appc.")]
    assert "forward this statement there" in bodies.read(facts)


def test_the_term_is_the_one_of_the_law() -> None:
    days = int(law.value("answer.working_days", claims.ON).fact.number)
    assert f"within {days} working days of its registration" in bodies.read(sample("inspection_complaint"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LetterLanguage)
def test_nothing_that_the_body_may_not_see_is_printed(kind: str, language: LetterLanguage) -> None:
    facts = sample(kind, language)
    text = "\n".join(catalogue.texts_of(facts))
    assert [each for each in NEVER if each in text] == []


def test_other_workers_are_not_named() -> None:
    read = bodies.read(sample("police_documents"))
    assert claims.NAMES[6] not in read
    assert "Documents of 1 other worker are kept too." in read


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("confirmed", [True, False])
def test_both_languages_have_the_same_blocks(kind: str, confirmed: bool) -> None:
    facts = sample(kind, LetterLanguage.KK_RU)
    alike(replace(facts, norms=claims.norms(confirmed=confirmed)))


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_lawyer_has_not_checked_is_marked_and_told(kind: str) -> None:
    facts = replace(sample(kind), norms=claims.norms(confirmed=False))
    read = bodies.read(facts)
    to_check = {norm.fact.title.en for norm in catalogue.to_check(facts)}
    marked = {fact.title.en for fact in law.facts() if f"{fact.title.en}*" in read}
    assert ("DRAFT. What is marked *" in read) is bool(to_check)
    assert marked <= to_check
    unsettled = {title for title in to_check if title.startswith("article") and title in read}
    assert unsettled <= marked


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_marked_once_all_is_checked(kind: str) -> None:
    read = bodies.read(sample(kind))
    assert "DRAFT" not in read
    assert ")*" not in read


@pytest.mark.parametrize("kind", KINDS)
def test_no_empty_appeal_is_made(kind: str) -> None:
    facts = sample(kind)
    for told in (None, bodies.told(())):
        with pytest.raises(AppError):
            catalogue.texts_of(replace(facts, told=told, workers=bodies.unpaid(facts.workers)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_standing_text_it_says_is_listed(kind: str) -> None:
    facts = sample(kind)
    story = catalogue.LETTERS[kind].story(facts, for_language("en"))
    keys = {block.key for block in story if isinstance(block, Words) and "." in block.key}
    listed = {text.key for text in catalogue.LETTERS[kind].texts}
    assert keys - listed == set()


def test_one_worker_signs_on_a_line_and_a_crew_in_a_table() -> None:
    tr = for_language("en")
    facts = sample("inspection_complaint")
    crew = list(appeal.signatures(facts, tr))
    grid = next(block for block in crew if isinstance(block, Grid))
    assert (grid.columns[-1].head, len(grid.rows)) == ("Signature", 12)
    one = list(appeal.signatures(replace(facts, workers=facts.workers[:1]), tr))
    assert [block.name for block in one if isinstance(block, Signature)] == [claims.NAMES[0], claims.SIGNER.full_name]


def test_a_representative_signs_instead_and_the_power_of_attorney_goes_along() -> None:
    facts = sample("higher_body_complaint")
    signed = [b for b in appeal.signatures(facts, for_language("en")) if isinstance(b, Signature)]
    assert [block.name for block in signed] == [claims.SIGNER.full_name]
    assert "a copy of the power of attorney" in bodies.read(facts)


def test_without_annexes_there_is_no_list() -> None:
    facts = replace(sample("inspection_complaint"), answers={})
    assert list(appeal.annex_list(facts, for_language("en"), ())) == []


@pytest.mark.parametrize("kind", KINDS)
def test_attachments_are_listed_with_their_pages_only_when_they_go_along(kind: str) -> None:
    facts = sample(kind)
    assert facts.told is not None
    papers = (Exhibit(1, "смены.pdf", "", "pdf", claims.ON, 3), Exhibit(2, "голос.ogg", "", "sound", claims.ON))
    facts = replace(facts, told=replace(facts.told, exhibits=papers))
    assert "смены.pdf" not in bodies.read(facts)
    along = bodies.read(replace(facts, answers={**facts.answers, **bodies.said(papers="all")}))
    assert "смены.pdf, 3 pages" in along
    assert "голос.ogg\n" in along


HOSTILE = (
    "<b>жирно</b> & <font size=99>",
    "100 % (%s) %(norm)s {day} {{x}} {0}",
    "=HYPERLINK(1)",
    "a\nb\tc",
    "'; DROP TABLE --",
    "Очень" * 60,
    "«»“”’‘—–№§",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stand_as_they_were_typed(kind: str, text: str) -> None:
    facts = sample(kind)
    assert facts.told is not None
    worker = replace(facts.workers[0], person=replace(facts.workers[0].person, full_name=text))
    employer = replace(facts.employer, name=text, address=text, head_name=text)
    complaints = tuple(replace(each, answers=hostile(each.answers, text)) for each in facts.told.complaints)
    facts = replace(
        facts,
        workers=(worker, *facts.workers[1:]),
        employer=employer,
        site=text,
        addressee=replace(facts.addressee, address=text, person=text),
        answers=hostile(facts.answers, text),
        told=replace(facts.told, complaints=complaints),
    )
    assert f"Employer: {text}" in bodies.read(facts)
    assert catalogue.render(facts).startswith(b"%PDF")


def hostile(answers: Answers, text: str) -> Answers:
    """The same answers, what is typed freely replaced."""
    free = ("holder", "where", "who", "usual_day", "harm", "why", "attorney", "issued", "words")
    return {**answers, **{name: Answer(text) for name in free if name in answers}}


@pytest.mark.parametrize(("signed", "asks"), [("workers", "просим:"), ("attorney", "прошу:")])
def test_who_signs_alone_asks_in_the_first_person(signed: str, asks: str) -> None:
    facts = importlib.import_module("tests.letters.samples.inspection_complaint").facts(LetterLanguage.RU)
    answers = {**facts.answers, "signed_by": Answer(signed), "attorney": Answer("№ 1 от 13.11.2026")}
    said = letter(replace(facts, answers=answers))
    assert f"На основании изложенного {asks}" in said


@pytest.mark.parametrize("kind", [*KINDS, "akimat_appeal", "ombudsman_appeal"])
def test_one_applicant_asks_in_the_first_person_and_several_together(kind: str) -> None:
    facts = sample(kind)
    crew = replace(
        facts, workers=(facts.workers * 2)[:2], answers={**facts.answers, **bodies.said(signed_by="workers")}
    )
    assert "On these grounds we ask you" in bodies.read(crew)
    assert "On these grounds I ask you" in bodies.read(replace(crew, workers=facts.workers[:1]))
