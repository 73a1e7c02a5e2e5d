"""The forms of the nineteen kinds: the norms and bodies they rest on, what they ask, that no number stands in them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from desktop_app import law
from desktop_app.domain.answers import Answer, FieldKind, FieldSpec, said
from desktop_app.domain.complaint_bodies import BODIES, BODY_NORMS, Body
from desktop_app.domain.complaint_cards import (
    ComplaintCard,
    NewComplaint,
    kinds_beside,
    problems_of_complaint,
    tidied_complaint,
)
from desktop_app.domain.complaint_forms import FORMS, evidence_of
from desktop_app.domain.complaint_kinds import ComplaintKind as Kind
from desktop_app.domain.complaints import Evidence

TODAY = date(2026, 11, 21)

RESTS_ON = [
    (Kind.WAGE_ARREARS, "lc.113.3"),
    (Kind.OVERTIME, "lc.77"),
    (Kind.OVERTIME, "lc.78"),
    (Kind.OVERTIME, "lc.108"),
    (Kind.OVERTIME, "lc.110"),
    (Kind.DEDUCTIONS, "lc.115.3"),
    (Kind.DISMISSAL, "lc.61"),
    (Kind.DISMISSAL, "lc.113.4"),
    (Kind.DISMISSAL, "kc.88"),
    (Kind.NO_CONTRACT, "lc.33.3"),
    (Kind.NO_CONTRACT, "lc.35"),
    (Kind.NO_CONTRACT, "koap.86"),
    (Kind.CONTRACT_CHECK, "lc.28.1"),
    (Kind.WITHHELD_DOCUMENTS, "lc.32.7"),
    (Kind.WITHHELD_DOCUMENTS, "koap.494"),
    (Kind.WITHHELD_DOCUMENTS, "uk.384.1"),
    (Kind.STAY, "koap.517.5"),
    (Kind.STAY, "mig.6.5"),
    (Kind.VIOLENCE, "lc.7"),
    (Kind.VIOLENCE, "koap.51.2"),
    (Kind.MOVEMENT, "uk.126"),
    (Kind.DEBT_BONDAGE, "uk.3.1"),
    (Kind.OFFICIALS, "appc.64.1"),
    (Kind.OFFICIALS, "appc.91"),
    (Kind.DISCRIMINATION, "lc.6"),
    (Kind.DISCRIMINATION, "koap.90"),
    (Kind.DECEPTION, "mig.55-1"),
    (Kind.INJURY, "lc.22.1.19"),
    (Kind.INJURY, "aid.26.2"),
    (Kind.INJURY, "gpk.30.5"),
    (Kind.HOUSING, "koap.518.1"),
    (Kind.HEALTH, "hc.83.2"),
    (Kind.HEALTH, "eaeu.98.4"),
    (Kind.SCHOOLING, "edu.8"),
    (Kind.SCHOOLING, "eaeu.98.8"),
]
GOES_TO = [
    (Kind.WITHHELD_DOCUMENTS, Body.POLICE, "koap.685"),
    (Kind.WAGE_ARREARS, Body.COMMISSION, "lc.159.1"),
    (Kind.OVERTIME, Body.INSPECTION, "lc.192"),
    (Kind.OFFICIALS, Body.HIGHER, "appc.91"),
    (Kind.SCHOOLING, Body.AKIMAT, "mig.15"),
    (Kind.INJURY, Body.LEGAL_AID, "aid.26.2"),
    (Kind.VIOLENCE, Body.POLICE, "koap.685"),
    (Kind.NO_CONTRACT, Body.COURT, "lc.160"),
]


@pytest.mark.parametrize(("kind", "norm"), RESTS_ON)
def test_it_rests_on(kind: Kind, norm: str) -> None:
    assert norm in FORMS[kind].norms
    assert law.fact(norm).source


@pytest.mark.parametrize(("kind", "body", "norm"), GOES_TO)
def test_it_goes_to(kind: Kind, body: Body, norm: str) -> None:
    assert body in FORMS[kind].bodies
    assert BODY_NORMS[body] == norm


def test_no_contract_goes_to_court_without_the_commission() -> None:
    """Ruling of the Supreme Court of 28.11.2024 No 1, point 6 (npvs.1)."""
    assert Body.COMMISSION not in FORMS[Kind.NO_CONTRACT].bodies
    assert "npvs.1" in FORMS[Kind.NO_CONTRACT].norms


@pytest.mark.parametrize("body", [Body.PROSECUTOR, Body.OMBUDSMAN])
def test_bodies_whose_competence_was_not_read_are_marked(body: Body) -> None:
    assert BODY_NORMS[body] is None


@pytest.mark.parametrize("kind", list(Kind))
def test_every_form_is_whole(kind: Kind) -> None:
    form = FORMS[kind]
    assert form.rights
    assert evidence_of(form)
    assert form.bodies
    for key in form.norms:
        assert law.fact(key).title.ru
    assert set(form.bodies) <= set(BODIES)
    assert len(form.norms) == len(set(form.norms))
    assert bool(form.fields) is (kind is not Kind.WAGE_ARREARS)
    assert len(form.fields) <= 18, "a form must stay short"


@pytest.mark.parametrize("kind", list(Kind))
def test_no_text_of_a_form_names_a_rate_a_term_or_a_fine(kind: Kind) -> None:
    form = FORMS[kind]
    texts = [form.rights, *form.prompts]
    for spec in form.fields:
        texts += [spec.title, spec.hint, spec.evidence, *(name for _code, name in spec.choices)]
    numbers = [text for text in texts if re.search(r"[0-9]", text.replace("article 35", ""))]
    assert numbers == []


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.WAGE_ARREARS}))
def test_the_required_questions_are_told(kind: Kind) -> None:
    required = {spec.name for spec in FORMS[kind].fields if spec.required}
    problems = problems_of_complaint(NewComplaint(kind), TODAY)
    assert {problem.field for problem in problems} == required


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (Kind.OVERTIME, "usual_day"),
        (Kind.DEDUCTIONS, "sum"),
        (Kind.DISMISSAL, "order_seen"),
        (Kind.WITHHELD_DOCUMENTS, "undertaking"),
        (Kind.OFFICIALS, "sum"),
        (Kind.INJURY, "act"),
        (Kind.DEBT_BONDAGE, "held"),
        (Kind.DECEPTION, "sum"),
        (Kind.STAY, "entered"),
    ],
)
def test_on_whose_word_is_asked_where_it_matters(kind: Kind, field: str) -> None:
    spec = next(spec for spec in FORMS[kind].fields if spec.name == field)
    assert spec.asks_word
    base = {each.name: _some(each) for each in FORMS[kind].fields if each.required}
    for word in Evidence:
        told = base | {field: Answer(_some(spec).value, word.value)}
        assert problems_of_complaint(NewComplaint(kind, answers=told), TODAY) == ()


_TYPED = {FieldKind.PARTIAL_DATE: "2026", FieldKind.DAY: "2026-05-20", FieldKind.AMOUNT: "5", FieldKind.NUMBER: "5"}


def _some(spec: FieldSpec) -> Answer:
    if spec.kind is FieldKind.CHOICES:
        return Answer((spec.offered[0][0],))
    return Answer(spec.offered[0][0] if spec.offered else _TYPED.get(spec.kind, "x"))


def test_officials_ask_who_post_body_sum_day_receipt_witnesses_hours_and_protocol() -> None:
    names = {spec.name for spec in FORMS[Kind.OFFICIALS].fields}
    assert {"who", "body", "department", "sum", "receipt", "witnesses", "hours", "protocol"} <= names


def test_the_facts_of_a_complaint_about_documents_are_asked() -> None:
    """The template of facts D8: who, reason, consent, undertaking, demands, where, consequences, threats, stay."""
    names = {spec.name for spec in FORMS[Kind.WITHHELD_DOCUMENTS].fields}
    wanted = {"role", "holder", "reason", "words", "consent", "undertaking", "condition", "demanded", "demanded_on"}
    assert wanted | {"answer", "state", "consequences", "threats", "copies", "stay_until", "witnesses"} <= names


def test_a_deadline_to_leave_may_lie_ahead_and_an_accident_may_not() -> None:
    told = {"what": Answer(("evicted",)), "leave_by": Answer("2026-12-01")}
    assert problems_of_complaint(NewComplaint(Kind.HOUSING, answers=told), TODAY) == ()
    fired = {"last_day": Answer("2026-12-01")}
    assert [each.field for each in problems_of_complaint(NewComplaint(Kind.DISMISSAL, answers=fired), TODAY)] == [
        "last_day"
    ]


def card(number: int, kind: Kind, workers: tuple[int, ...], settled_on: date | None = None) -> ComplaintCard:
    return ComplaintCard(number, kind, workers, None, TODAY, settled_on, {}, "", (), 1)


@pytest.mark.parametrize(
    ("workers", "beside", "owed", "kinds"),
    [
        ((1,), card(2, Kind.MOVEMENT, (1, 2)), (), {Kind.MOVEMENT}),
        ((1,), card(2, Kind.MOVEMENT, (2,)), (), set()),
        ((1,), card(2, Kind.MOVEMENT, ()), (), {Kind.MOVEMENT}),
        ((), card(2, Kind.DEBT_BONDAGE, (2,)), (), {Kind.DEBT_BONDAGE}),
        ((1,), card(2, Kind.MOVEMENT, (1,), TODAY), (), set()),
        ((1,), card(1, Kind.MOVEMENT, (1,)), (), set()),
        ((1,), card(2, Kind.MOVEMENT, (2,)), (1,), {Kind.WAGE_ARREARS}),
        ((1,), card(2, Kind.MOVEMENT, (2,)), (2,), set()),
        ((), card(2, Kind.MOVEMENT, (2,)), (2,), {Kind.MOVEMENT, Kind.WAGE_ARREARS}),
    ],
    ids=["shared", "others", "whole crew", "of the crew", "settled", "itself", "owed", "owed to others", "all"],
)
def test_what_stands_beside_a_complaint(
    workers: tuple[int, ...], beside: ComplaintCard, owed: tuple[int, ...], kinds: set[Kind]
) -> None:
    held = card(1, Kind.WITHHELD_DOCUMENTS, workers)
    assert kinds_beside(held, (held, beside), owed) == kinds


def test_tidied_texts_and_workers() -> None:
    told = {"title": Answer("  Ыстық\u200b  "), "witnesses": Answer("   ")}
    tidy = tidied_complaint(NewComplaint(Kind.OTHER, (3, 1, 3), answers=told, note=" a\r\nb "))
    assert tidy.worker_ids == (1, 3)
    assert tidy.answers == {"title": Answer("Ыстық")}
    assert tidy.note == "a\nb"
    assert said(tidy.answers, "witnesses") == Answer()
