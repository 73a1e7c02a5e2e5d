from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.blocks import Grid
from tests.letters import at_employer, bodies, claims
from tests.letters.blocks_alike import alike, words_of
from tests.letters.samples import documents_return

EN = LetterLanguage.EN


def demand(*held: HeldDocument, size: int = 1, confirmed: bool = True, **answers: str) -> LetterFacts:
    ids = tuple(range(1, size + 1))
    told = bodies.complaint(ComplaintKind.WITHHELD_DOCUMENTS, ids, held or (bodies.passport(1, "AA 1"),), **answers)
    return at_employer.facts("documents_return", EN, at_employer.crew(size), told, confirmed=confirmed)


def text(facts: LetterFacts) -> str:
    return words_of(catalogue.LETTERS["documents_return"].story(facts, for_language("en")))


def table(facts: LetterFacts) -> Grid:
    story = catalogue.LETTERS["documents_return"].story(facts, for_language("en"))
    return next(block for block in story if isinstance(block, Grid))


def test_it_names_every_document_with_its_owner_number_day_keeper_and_place() -> None:
    rows = table(documents_return.facts(EN)).rows
    assert rows[1][1:] == (
        claims.NAMES[0], "Diploma, certificate", "", "05.03.2025", "Бейсенов Нұрлан, прораб", "вагончик прораба",
    )  # fmt: skip
    assert rows[2][1:6] == (claims.NAMES[1], "Passport", "AA 0000002", "05.03.2025", "Foreman")


def test_one_worker_needs_no_column_of_owners() -> None:
    one = table(demand())
    many = table(demand(bodies.passport(1, "AA 1"), bodies.passport(2, "AA 2"), size=2))
    assert len(many.columns) == len(one.columns) + 1
    assert "their owner:" in text(demand())
    assert "their owners:" in text(demand(bodies.passport(1, "AA 1"), bodies.passport(2, "AA 2"), size=2))


def test_it_speaks_for_those_alone_whose_documents_are_kept() -> None:
    # “12 workers named in the table below” is not true when the table names the owners of three passports.
    crew = demand(bodies.passport(1, "AA 1"), bodies.passport(2, "AA 2"), size=5)
    assert "2 workers named in the table below" in text(crew)
    one = text(demand(size=5))
    assert f"legal assistance: {claims.NAMES[0]}" in one
    assert len(table(demand(size=5)).columns) == len(table(demand()).columns)


def test_a_column_of_which_nothing_is_known_is_left_out() -> None:
    heads = [column.head for column in table(demand()).columns]
    assert heads == ["No.", "Document", "Number", "Kept since"]
    heads = [column.head for column in table(demand(role="guard")).columns]
    assert heads == ["No.", "Document", "Number", "Kept since", "Who keeps it"]


def test_what_an_official_keeps_is_not_demanded_of_the_employer() -> None:
    assert table(demand(role="intermediary")).rows
    with pytest.raises(AppError, match="No document is held"):
        text(demand(role="official"))


def test_what_came_back_and_what_others_own_is_not_demanded() -> None:
    back = replace(bodies.passport(1, "AA 9"), returned_on=date(2026, 10, 1))
    facts = demand(bodies.passport(1, "AA 1"), back, bodies.passport(7, "AA 7"))
    assert [row[2] for row in table(facts).rows] == ["AA 1"]


@pytest.mark.parametrize("held", [(), (replace(bodies.passport(1, "A"), returned_on=date(2026, 10, 1)),)])
def test_without_a_document_that_is_held_there_is_no_letter(held: tuple[HeldDocument, ...]) -> None:
    facts = demand()
    told = bodies.complaint(ComplaintKind.WITHHELD_DOCUMENTS, (1,), held)
    assert facts.told is not None
    for case in (replace(facts.told, complaints=(told,)), replace(facts.told, complaints=()), None):
        with pytest.raises(AppError, match="Withheld documents"):
            text(replace(facts, told=case))


@pytest.mark.parametrize(
    ("answers", "said", "unsaid"),
    [
        ({"consent": "none", "undertaking": "no"}, ("no free consent", "No written undertaking"), ("demanded before",)),
        ({"consent": "pressed"}, ("no free consent",), ("No written undertaking",)),
        (
            {"consent": "free", "undertaking": "yes"},
            ("There is a written undertaking",),
            ("no free consent", "No written undertaking"),
        ),
        ({"undertaking": "unknown", "demanded": "no"}, (), ("No written undertaking", "demanded before")),
        ({"demanded": "spoken"}, ("demanded before",), ("no free consent",)),
    ],
    ids=["both", "pressed", "free", "unknown", "asked"],
)
def test_only_what_is_true_of_the_case_is_said(
    answers: dict[str, str], said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    letter = text(demand(**answers))
    assert [each for each in said if each not in letter] == []
    assert [each for each in unsaid if each in letter] == []


@pytest.mark.parametrize(
    ("kind", "offence", "crime"),
    [
        (DocumentKind.PASSPORT, True, True),
        (DocumentKind.DIPLOMA, False, True),
        (DocumentKind.BANK_CARD, False, False),
        (DocumentKind.PHONE, False, False),
    ],
)
def test_liability_is_named_for_the_documents_the_law_names(kind: DocumentKind, offence: bool, crime: bool) -> None:
    letter = text(demand(replace(bodies.passport(1, "A"), kind=kind)))
    assert ("administrative liability" in letter) is offence
    assert ("criminal liability" in letter) is crime


def test_what_is_not_settled_is_marked_or_left_out() -> None:
    facts = demand(confirmed=False)
    assert "article 32(7) of the Labour Code of the Republic of Kazakhstan*" in text(facts).replace("\u00a0", " ")
    assert "article 32(6)" not in text(facts).replace("\u00a0", " ")
    assert "DRAFT" in text(facts)
    assert [norm.fact.key for norm in catalogue.to_check(facts)] == ["lc.32.7"]


def test_copies_are_spoken_of_to_a_household_alone() -> None:
    facts = demand()
    assert "labour immigrant" not in text(facts)
    home = replace(facts, employer=replace(facts.employer, kind=EmployerKind.HOUSEHOLD))
    assert "labour immigrant" in text(home)


def test_the_place_is_chosen() -> None:
    facts = demand()
    assert "to their owner in person" in text(facts)
    at_centre = text(replace(facts, answers=bodies.said(place="centre")))
    assert "at the address of our centre: 050000, Almaty, Abay Avenue 10;" in at_centre
    assert "in person" not in at_centre


def test_neither_threats_nor_stays_nor_debts_of_the_complaint_are_told() -> None:
    letter = text(demand(**{name: each for name, each in bodies.HELD.items() if isinstance(each, str)}))
    for word in ("2026-05-31", "+7 701", "Иванов", "миграционную", "31.05"):
        assert word not in letter


def test_both_languages_have_the_same_blocks() -> None:
    alike(documents_return.facts(LetterLanguage.KK_RU))
    alike(demand())


def test_the_address_of_the_centre_and_the_employer_are_needed() -> None:
    facts = demand()
    assert catalogue.lacking(facts) == ()
    nameless = replace(facts, employer=replace(facts.employer, name=" "))
    assert [problem.field for problem in catalogue.lacking(nameless)] == ["employer.name"]
    homeless = replace(facts, centre=replace(facts.centre, address=replace(facts.centre.address, en="", ru="", kk="")))
    assert [problem.field for problem in catalogue.lacking(homeless)] == ["centre.address"]
