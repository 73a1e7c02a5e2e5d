"""Worked cases of documents that somebody keeps: what was answered in, what follows out, each with its norm."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain import held_findings
from desktop_app.domain.answers import Answer, FieldKind, FieldSpec
from desktop_app.domain.complaint_forms import FORMS
from desktop_app.domain.complaint_kinds import ComplaintKind as Kind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.held_documents import DocumentKind as Doc
from desktop_app.domain.held_documents import (
    HeldDocument,
    findings,
    looks_unlawful,
    problems_of_documents,
)
from desktop_app.domain.held_findings import DocumentFinding

TODAY = date(2026, 11, 21)
BACK = date(2026, 11, 20)
FREE = {"role": "employer", "consent": "free", "undertaking": "yes"}
NOTHING_SIGNED = {"role": "employer", "consent": "free", "undertaking": "no"}
FORCED = {"role": "employer", "consent": "none", "undertaking": "no"}


def answers_of(told: Mapping[str, Any]) -> dict[str, Answer]:
    return {name: Answer(value) for name, value in told.items()}


def found(
    told: Mapping[str, Any], kinds: tuple[Doc, ...] = (Doc.PASSPORT,), others: tuple[Kind, ...] = ()
) -> dict[str, DocumentFinding]:
    documents = [HeldDocument(1, kind) for kind in kinds]
    return {each.code: each for each in findings(answers_of(told), documents, others, on=TODAY)}


PASSPORT = (Doc.PASSPORT,)
DIPLOMA = (Doc.DIPLOMA,)
IDENTITY_CARD = (Doc.IDENTITY_CARD,)
PERMIT = (Doc.PERMIT,)
PHONE = (Doc.PHONE,)
BANK_CARD = (Doc.BANK_CARD,)
DRIVING_LICENCE = (Doc.DRIVING_LICENCE,)
MILITARY_CARD = (Doc.MILITARY_CARD,)

WORKED = [
    # name, answers, documents, other complaints, (code, norm) that must be found, codes that must not
    ("free consent and undertaking", FREE, PASSPORT, (), ("undertaking_given", "lc.32.7"), {"fine", "crime"}),
    ("copies are enough", FREE, PASSPORT, (), ("undertaking_given", "lc.23.1.14"), {"no_undertaking"}),
    ("consent without undertaking", NOTHING_SIGNED, PASSPORT, (), ("no_undertaking", "lc.32.7"), set()),
    ("no consent", FORCED, PASSPORT, (), ("no_consent", "lc.32.7"), {"undertaking_given"}),
    ("pressed consent", FORCED | {"consent": "pressed"}, DIPLOMA, (), ("no_consent", "lc.32.7"), {"fine"}),
    ("undertaking not asked yet", {"role": "employer"}, PASSPORT, (), ("ask_undertaking", "lc.32.7"), {"fine"}),
    ("undertaking unknown", {"undertaking": "unknown"}, PASSPORT, (), ("ask_undertaking", "lc.32.7"), {"crime"}),
    ("passport: the fine", FORCED, PASSPORT, (), ("fine", "koap.494"), set()),
    ("identity card: the fine", FORCED, IDENTITY_CARD, (), ("fine", "koap.494"), set()),
    ("the police decide", FORCED, PASSPORT, (), ("fine", "koap.685"), set()),
    ("it goes on: counted from discovery", FORCED, PASSPORT, (), ("fine", "koap.62.3"), set()),
    ("diploma: no fine but a crime", FORCED, DIPLOMA, (), ("crime", "uk.384.1"), {"fine"}),
    ("driving licence", FORCED, DRIVING_LICENCE, (), ("crime", "uk.384.1"), {"fine", "consulate"}),
    ("military card", FORCED, MILITARY_CARD, (), ("crime", "uk.384.1"), {"fine"}),
    ("permit: the convention", FORCED, PERMIT, (), ("convention", "cis08.12.2"), {"fine"}),
    ("only for those who stay lawfully", FORCED, PASSPORT, (), ("convention", "cis08.2"), set()),
    ("a debt makes it a pledge", FREE | {"condition": "debt"}, PASSPORT, (), ("pledge", "koap.494"), set()),
    ("until the work ends", FREE | {"condition": "until_end"}, PASSPORT, (), ("fine", "koap.494"), set()),
    ("no condition is no pledge", FREE | {"condition": "none"}, PASSPORT, (), ("consulate", "kztj.3.4"), {"pledge"}),
    ("a landlord has no right", {"role": "landlord"}, PASSPORT, (), ("not_employer", "lc.32.7"), set()),
    ("an intermediary neither", {"role": "intermediary"}, PASSPORT, (), ("crime", "uk.384.1"), set()),
    ("with restricted movement", FORCED, PASSPORT, (Kind.MOVEMENT,), ("liberty", "uk.126"), {"liberty_documents"}),
    (
        "hidden, with restricted movement",
        FORCED | {"state": "hidden"},
        PASSPORT,
        (Kind.MOVEMENT,),
        ("liberty_documents", "uk.126.2.11"),
        {"liberty"},
    ),
    (
        "destroyed, with restricted movement",
        FORCED | {"state": "destroyed"},
        PASSPORT,
        (Kind.MOVEMENT,),
        ("liberty_documents", "uk.126.2.11"),
        set(),
    ),
    ("with debt bondage", FORCED, PASSPORT, (Kind.DEBT_BONDAGE,), ("exploitation", "uk.128.2.12"), {"liberty"}),
    ("with threats in the form", FORCED | {"threats": "yes"}, PASSPORT, (), ("exploitation", "uk.128"), set()),
    ("with violence", FORCED, PASSPORT, (Kind.VIOLENCE,), ("exploitation", "uk.3.1"), set()),
    (
        "with unpaid wages (indicators 7 and 8)",
        FORCED,
        PASSPORT,
        (Kind.WAGE_ARREARS,),
        ("exploitation", "uk.128"),
        set(),
    ),
    ("with housing alone no sign", FORCED, PASSPORT, (Kind.HOUSING,), ("crime", "uk.384.1"), {"exploitation"}),
    (
        "a phone is no document",
        FORCED,
        PHONE,
        (Kind.DEBT_BONDAGE,),
        ("no_consent", "lc.32.7"),
        {"crime", "exploitation"},
    ),
    ("a bank card neither", FORCED, BANK_CARD, (), ("no_undertaking", "lc.32.7"), {"crime", "fine", "convention"}),
    ("lost, stays for a time", {"state": "lost", "permanent": "no"}, PASSPORT, (), ("loss", "koap.492.4"), set()),
    (
        "lost, lives here",
        {"state": "lost", "permanent": "yes"},
        PASSPORT,
        (),
        ("loss_permanent", "koap.492.4"),
        {"loss"},
    ),
    ("lost, not asked", {"state": "lost"}, PASSPORT, (), ("loss_ask", "koap.492.4"), {"loss"}),
    ("lost diploma: no duty", {"state": "lost"}, DIPLOMA, (), ("ask_undertaking", "lc.32.7"), {"loss_ask"}),
    ("return certificate is for the way home", FREE, PASSPORT, (), ("consulate", "kzby.3"), set()),
    ("the stay runs", FREE | {"stay_until": "2026-12-01"}, PASSPORT, (), ("stay", "koap.517.3"), set()),
    ("overstay", FREE | {"consequences": ("overstay",)}, PASSPORT, (), ("stay", "koap.517.3"), set()),
]


@pytest.mark.parametrize(
    ("told", "kinds", "others", "wanted", "unwanted"), [row[1:] for row in WORKED], ids=[row[0] for row in WORKED]
)
def test_worked_case(
    told: Mapping[str, Any],
    kinds: tuple[Doc, ...],
    others: tuple[Kind, ...],
    wanted: tuple[str, str],
    unwanted: set[str],
) -> None:
    result = found(told, kinds, others)
    code, norm = wanted
    assert code in result
    assert norm in result[code].norms
    assert not unwanted & set(result)


def all_findings() -> list[DocumentFinding]:
    return [each for each in vars(held_findings).values() if isinstance(each, DocumentFinding)]


def test_every_norm_is_shipped() -> None:
    for finding in all_findings():
        assert finding.norms
        for key in finding.norms:
            assert law.fact(key).title.kk


@pytest.mark.parametrize("code", ["fine", "crime", "pledge"])
def test_that_the_word_citizens_is_not_settled_is_said(code: str) -> None:
    finding = next(each for each in all_findings() if each.code == code)
    assert "lawyer has to confirm" in finding.open_question


def test_that_the_convention_may_not_be_in_force_is_said() -> None:
    finding = next(each for each in all_findings() if each.code == "convention")
    assert "in force" in finding.open_question


def test_what_is_back_raises_nothing() -> None:
    documents = [HeldDocument(1, Doc.PASSPORT, returned_on=BACK)]
    assert findings(answers_of(FORCED), documents, (Kind.MOVEMENT,), on=TODAY) == ()
    assert findings(answers_of(FORCED), documents, (), on=date(2026, 11, 19)) != ()


def test_nothing_kept_nothing_found() -> None:
    assert findings(answers_of(FORCED), (), (Kind.MOVEMENT,), on=TODAY) == ()


@pytest.mark.parametrize(
    ("document", "field"),
    [
        (HeldDocument(1, Doc.PASSPORT, number="x" * 61), "number"),
        (HeldDocument(1, Doc.PASSPORT, held_by="x" * 301), "held_by"),
        (HeldDocument(1, Doc.PASSPORT, place="x" * 301), "place"),
        (HeldDocument(1, Doc.PASSPORT, word="rumour"), "word"),
        (HeldDocument(1, Doc.PASSPORT, since=PartialDate(2027)), "since"),
        (HeldDocument(1, Doc.PASSPORT, since=PartialDate(2026, 12)), "since"),
        (HeldDocument(1, Doc.PASSPORT, returned_on=date(2026, 11, 22)), "returned_on"),
        (HeldDocument(1, Doc.PASSPORT, since=PartialDate(2026, 11), returned_on=date(2026, 10, 31)), "returned_on"),
    ],
)
def test_problems_of_a_row(document: HeldDocument, field: str) -> None:
    assert [each.field for each in problems_of_documents((document,), TODAY)] == [f"documents[0].{field}"]


def test_a_month_known_and_a_return_within_it_are_fine() -> None:
    document = HeldDocument(1, Doc.PASSPORT, since=PartialDate(2026, 11), returned_on=date(2026, 11, 1))
    assert problems_of_documents((document,), TODAY) == ()


def form_answers() -> st.SearchStrategy[dict[str, Answer]]:
    specs = [spec for spec in FORMS[Kind.WITHHELD_DOCUMENTS].fields if spec.offered]
    return st.fixed_dictionaries({}, optional={spec.name: some_answer(spec) for spec in specs})


def some_answer(spec: FieldSpec) -> st.SearchStrategy[Answer]:
    codes = st.sampled_from([code for code, _name in spec.offered])
    if spec.kind is FieldKind.CHOICES:
        return st.lists(codes, min_size=1, unique=True).map(tuple).map(Answer)
    return codes.map(Answer)


@given(form_answers(), st.sets(st.sampled_from(list(Doc))), st.sets(st.sampled_from(list(Kind))))
def test_whatever_is_answered(told: dict[str, Answer], kinds: set[Doc], others: set[Kind]) -> None:
    documents = [HeldDocument(1, kind) for kind in sorted(kinds)]
    result = findings(told, documents, others, on=TODAY)
    codes = [each.code for each in result]
    assert len(codes) == len(set(codes))
    if not looks_unlawful(told):
        assert not {"fine", "crime", "convention"} & set(codes)
    more = findings(told, documents, others | {Kind.MOVEMENT}, on=TODAY)
    assert set(codes) <= {each.code for each in more}, "another complaint never hides what was found"
