from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from tests.letters import bodies, claims
from tests.letters.samples import police_documents as sample

EN = LetterLanguage.EN
K = ComplaintKind
UNLAWFUL = {"role": "foreman", "consent": "none", "undertaking": "no"}
LAWFUL = {"role": "employer", "consent": "free", "undertaking": "yes", "condition": "none"}


def one(*others: ComplaintKind, document: HeldDocument | None = None, **answers: str | tuple[str, ...]) -> LetterFacts:
    """The statement of one worker about one document, with other complaints of the same worker."""
    kept = (document or bodies.passport(1, "AA 0000001"),)
    return bodies.facts(
        "police_documents",
        EN,
        bodies.unpaid(bodies.crew(1)),
        bodies.complaint(K.WITHHELD_DOCUMENTS, (1,), kept, **(answers or UNLAWFUL)),
        *(bodies.complaint(kind, (1,)) for kind in others),
        addressee=bodies.POLICE,
    )


def test_it_says_what_is_kept_by_whom_and_how_it_came_about() -> None:
    read = bodies.read(sample.facts(EN))
    for said in (
        "Passport\tAA 0000001\t05.03.2025",
        "kept by the foreman: Бейсенов Нұрлан, прораб.",
        "given under pressure",
        "No written undertaking",
        "Reason given: to draw up papers.",
        "Condition for giving them back: to finish the work.",
        "The employer was sent the letter No. АЛМ/2026/8 on 13 October 2026",
        "There are witnesses; they will be named on request.",
    ):
        assert said in read


def test_the_words_used_are_printed_only_when_the_lawyer_asks_for_them() -> None:
    facts = sample.facts(EN)
    quoted = replace(facts, answers={**facts.answers, **bodies.said(with_words="yes")})
    assert "сдам" not in bodies.read(facts)
    assert "Words used when they were taken: “сдам" in bodies.read(quoted)


@pytest.mark.parametrize(
    ("kind", "offence", "crime"),
    [
        (DocumentKind.PASSPORT, True, True),
        (DocumentKind.IDENTITY_CARD, True, True),
        (DocumentKind.DIPLOMA, False, True),
        (DocumentKind.BANK_CARD, False, False),
        (DocumentKind.PHONE, False, False),
    ],
)
def test_articles_are_named_for_the_documents_they_speak_of(kind: DocumentKind, offence: bool, crime: bool) -> None:
    read = bodies.read(one(document=HeldDocument(1, kind, "7")))
    assert ("article 494 " in read) is offence
    assert ("article 384(1) " in read) is crime
    assert ("decide on bringing" in read) is (offence or crime)


def test_nobody_is_called_liable_where_consent_and_undertaking_are_there() -> None:
    read = bodies.read(one(**LAWFUL))
    assert "article 494 " not in read
    assert "article 384(1) " not in read
    assert "article 494 " in bodies.read(one(**LAWFUL, demanded="written"))


@pytest.mark.parametrize(
    ("others", "answers", "norms"),
    [
        ((), UNLAWFUL, ()),
        ((), {**UNLAWFUL, "threats": "yes"}, ("article 128(2)(12)",)),
        ((), {**UNLAWFUL, "condition": "debt"}, ("article 128(2)(12)",)),
        ((K.WAGE_ARREARS,), UNLAWFUL, ()),
        ((K.DEBT_BONDAGE,), UNLAWFUL, ("article 128(2)(12)",)),
        ((K.MOVEMENT,), UNLAWFUL, ("article 126 ", "article 128(2)(12)")),
        ((K.MOVEMENT,), {**UNLAWFUL, "state": "hidden"}, ("article 126(2)(11)", "article 128(2)(12)")),
    ],
)
def test_graver_signs_are_asked_about_only_where_facts_point_to_them(
    others: tuple[ComplaintKind, ...], answers: dict[str, str], norms: tuple[str, ...]
) -> None:
    read = bodies.read(one(*others, **answers))
    every = ("article 126 ", "article 126(2)(11)", "article 128(2)(12)")
    assert tuple(norm for norm in every if norm in read) == norms
    assert ("signs of graver offences" in read) is bool(norms)


def test_returned_documents_are_not_told() -> None:
    returned = replace(bodies.passport(1, "AA 0000001"), returned_on=date(2026, 11, 1))
    with pytest.raises(AppError):
        bodies.read(one(document=returned))


def test_a_document_without_a_number_needs_what_is_known_of_it() -> None:
    facts = one(document=HeldDocument(1, DocumentKind.PASSPORT))
    assert "answers.issued" in {problem.field for problem in catalogue.lacking(facts)}
    known = replace(facts, answers=bodies.said(issued="ИИВ, 2019"))
    assert catalogue.lacking(known) == ()
    assert "Issued: ИИВ, 2019." in bodies.read(known)


def test_the_language_of_the_counted_sentence_fits_the_number() -> None:
    facts = sample.facts(EN)
    assert facts.told is not None
    more = bodies.complaint(
        K.WITHHELD_DOCUMENTS, (8, 9), (bodies.passport(8, "8"), bodies.passport(9, "9")), **UNLAWFUL
    )
    facts = replace(facts, told=replace(facts.told, complaints=(*facts.told.complaints, more)))
    assert "Documents of 3 other workers are kept too." in bodies.read(facts)


def test_it_speaks_only_for_those_whose_documents_are_kept() -> None:
    facts = sample.facts(EN)
    more = replace(facts, workers=(*facts.workers, bodies.placed(claims.worker("Лишний Работник"), 12)))
    (problem,) = catalogue.lacking(more)
    assert problem.field == "worker_ids"
    assert "Лишний Работник" in problem.message.text(for_language("en"))
