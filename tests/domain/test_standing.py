"""Answers of complaints in, signs out: what an answer names outright, and whom it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app import law
from desktop_app.domain import screening
from desktop_app.domain.answers import Answer
from desktop_app.domain.at_risk import AtRisk, CaseAtRisk, WorkPermit
from desktop_app.domain.complaint_cards import ComplaintCard
from desktop_app.domain.complaint_forms import form_of
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.domain.indicators import Indicator
from desktop_app.domain.permit_state import by_complaint
from desktop_app.domain.screening import Logged
from desktop_app.domain.standing import _SAYS, Sign, standing
from desktop_app.domain.warnings import warnings

TODAY = date(2026, 11, 21)
K, I, P = ComplaintKind, Indicator, WorkPermit  # noqa: E741  the tables below are read as one


def card(kind: ComplaintKind, *workers: int, settled: bool = False, **answers: str | tuple[str, ...]) -> ComplaintCard:
    return ComplaintCard(
        id=1,
        kind=kind,
        worker_ids=workers,
        since=None,
        logged_on=TODAY,
        settled_on=TODAY if settled else None,
        answers={name: Answer(value) for name, value in answers.items()},
        note="",
        documents=(),
        version=1,
    )


def one(found: ComplaintCard):
    return standing([found], [1])[1]


# A complaint with its answers; the indicator or sign it names; the norm behind it.
NAMED = (
    ("beaten", card(K.VIOLENCE, what=("beaten",)), I.VIOLENCE, "uk.128"),
    ("touched", card(K.VIOLENCE, what=("sexual",)), I.VIOLENCE, "uk.128"),
    ("injuries", card(K.VIOLENCE, injuries="yes"), I.VIOLENCE, "uk.128"),
    ("threatened with the police", card(K.VIOLENCE, what=("threat_police",)), I.THREATS, "lc.7"),
    ("threatened family", card(K.VIOLENCE, what=("threat_family", "humiliated")), I.THREATS, "lc.7"),
    ("humiliated", card(K.VIOLENCE, what=("humiliated",)), I.CONDITIONS, "uk.3.1"),
    ("danger now", card(K.VIOLENCE, danger_now="yes"), Sign.DANGER, "uk.128"),
    ("danger where locked in", card(K.MOVEMENT, danger_now="yes"), Sign.DANGER, "uk.126"),
    ("no phone", card(K.MOVEMENT, how=("no_phone",)), I.ISOLATION, "uk.126"),
    ("documents kept too", card(K.MOVEMENT, how=("locked", "documents")), I.DOCUMENTS, "uk.126.2.11"),
    ("not let go for a debt", card(K.MOVEMENT, how=("debt",)), I.DEBT, "lc.7"),
    ("children held", card(K.MOVEMENT, children="yes"), Sign.CHILD, "uk.126"),
    ("may not leave until paid", card(K.DEBT_BONDAGE, held="yes"), I.MOVEMENT, "lc.7"),
    ("threats about the debt", card(K.DEBT_BONDAGE, threats="yes"), I.THREATS, "lc.7"),
    ("children work for the debt", card(K.DEBT_BONDAGE, children="yes"), Sign.CHILD, "uk.3.1"),
    ("passport for a debt", card(K.WITHHELD_DOCUMENTS, reason="debt"), I.DEBT, "koap.494"),
    ("money for the passport", card(K.WITHHELD_DOCUMENTS, condition="money"), I.DEBT, "koap.494"),
    ("until the work ends", card(K.WITHHELD_DOCUMENTS, condition="until_end"), I.MOVEMENT, "uk.126.2.11"),
    ("for silence", card(K.WITHHELD_DOCUMENTS, condition="silence"), I.THREATS, "lc.7"),
    ("threats about the passport", card(K.WITHHELD_DOCUMENTS, threats="yes"), I.THREATS, "lc.7"),
    ("cannot leave the country", card(K.WITHHELD_DOCUMENTS, consequences=("cannot_leave",)), I.MOVEMENT, "uk.384.1"),
    ("overstayed for it", card(K.WITHHELD_DOCUMENTS, consequences=("overstay",)), Sign.OVERSTAYED, "koap.517.4"),
    ("locked housing", card(K.HOUSING, what=("locked",)), I.MOVEMENT, "uk.126"),
    ("beaten by officials", card(K.OFFICIALS, what=("beaten",)), I.VIOLENCE, "mig.5"),
    ("documents taken by officials", card(K.OFFICIALS, what=("papers",)), I.DOCUMENTS, "cis08.12.2"),
    ("a child works", card(K.SCHOOLING, works="yes"), Sign.CHILD, "child.years"),
    ("works without a permit", card(K.STAY, what=("no_permit",)), Sign.NO_PERMIT, "koap.517.5"),
    ("the permit has run out", card(K.STAY, what=("permit_expired",)), Sign.NO_PERMIT, "koap.517.5"),
    ("permit of another employer", card(K.STAY, what=("other_employer",)), Sign.PERMIT_ELSEWHERE, "mig.43-2"),
    ("the stay has run out", card(K.STAY, what=("expired",)), Sign.OVERSTAYED, "koap.517.3"),
    ("expulsion is decided", card(K.STAY, expulsion="yes"), Sign.EXPULSION, "koap.51.2"),
    ("a fine, not paid", card(K.STAY, what=("fined",), fine_paid="no"), Sign.FINED, "mig.48.7"),
    ("a fine, nobody knows", card(K.STAY, what=("fined",)), Sign.FINED, "mig.48.7"),
)

SILENT = (
    ("a fine that is paid", card(K.STAY, what=("fined",), fine_paid="yes")),
    ("no injuries", card(K.VIOLENCE, injuries="no")),
    ("children not known", card(K.MOVEMENT, children="unknown")),
    ("a settled complaint", card(K.VIOLENCE, settled=True, what=("beaten",))),
    ("somebody else's complaint", card(K.VIOLENCE, 2, what=("beaten",))),
    ("another field of this name", card(K.WAGE_ARREARS, what=("beaten",))),
)


@pytest.mark.parametrize(("found", "sign", "norm"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED])
def test_an_answer_names_a_sign_outright(found, sign, norm):
    law.fact(norm)
    told = one(found)
    assert sign in told.signs | {indicator for _kind, indicator in told.indicators}
    assert told.kinds == {found.kind}


@pytest.mark.parametrize("found", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_nothing_is_read_into_other_answers(found):
    told = one(found)
    assert told.signs == told.indicators == frozenset()


@pytest.mark.parametrize("row", _SAYS, ids=[f"{row[0]}-{row[1]}-{row[3]}" for row in _SAYS])
def test_every_row_of_the_table_asks_a_question_that_stands_in_the_form(row):
    kind, field, answers, _sign = row
    (spec,) = [each for each in form_of(kind).fields if each.name == field]
    assert answers <= {code for code, _name in spec.offered}


def test_documents_count_for_their_owner_until_they_come_back():
    kept = (HeldDocument(1, DocumentKind.PASSPORT), HeldDocument(1, DocumentKind.PERMIT, returned_on=TODAY))
    told = standing([replace(card(K.WITHHELD_DOCUMENTS, 1, 2), documents=kept)], [1, 2])
    assert (told[1].held, told[2].held) == (1, 0)


def test_a_debt_that_holds_and_a_passport_kept_are_urgent():
    """Criminal Code, articles 126(2)(11) and 128(2)(12)."""
    found = [card(K.DEBT_BONDAGE, held="yes"), card(K.WITHHELD_DOCUMENTS)]
    told = standing(found, [1])[1]
    logged = Logged(kinds=told.kinds, said=told.indicators, signs=told.signs)
    assert [each.code for each in screening.urgencies(logged, {}, TODAY)] == ["movement_documents"]
    assert {each.kind for each in screening.prompts(logged, TODAY) if each.by_answer} == {K.DEBT_BONDAGE}


@pytest.mark.parametrize(("sign", "code"), [(Sign.CHILD, "child"), (Sign.DANGER, "danger")])
def test_a_child_or_danger_now_is_urgent(sign, code):
    assert [each.code for each in screening.urgencies(Logged(signs=frozenset({sign})), {}, TODAY)] == [code]


STATES = (
    ("nothing known, works without one", P.UNKNOWN, Sign.NO_PERMIT, P.NONE),
    ("a permit on file outweighs the word", P.VALID, Sign.NO_PERMIT, P.VALID),
    ("a permit for elsewhere does not", P.ELSEWHERE, Sign.NO_PERMIT, P.NONE),
    ("a permit that ran out", P.EXPIRED, Sign.NO_PERMIT, P.EXPIRED),
    ("a citizen of the union needs none", P.NOT_NEEDED, Sign.NO_PERMIT, P.NOT_NEEDED),
    ("a permit of another employer", P.VALID, Sign.PERMIT_ELSEWHERE, P.ELSEWHERE),
    ("nothing known, of another employer", P.UNKNOWN, Sign.PERMIT_ELSEWHERE, P.ELSEWHERE),
    ("nothing said", P.UNKNOWN, Sign.CHILD, P.UNKNOWN),
)


@pytest.mark.parametrize(("permit", "sign", "wanted"), [row[1:] for row in STATES], ids=[row[0] for row in STATES])
def test_what_a_complaint_says_about_the_permit(permit, sign, wanted):
    """Code on Administrative Offences, article 517(5)."""
    law.fact("koap.517.5")
    assert by_complaint(permit, frozenset({sign})) is wanted


def test_expulsion_that_is_being_decided_is_put_off_by_a_report():
    """Code on Administrative Offences, article 51(2)."""
    worker = AtRisk(
        1, "TJ", P.VALID, "no", lives_at_site="no", phone_safe="yes",
        kinds=frozenset({K.MOVEMENT}), signs=frozenset({Sign.EXPULSION}),
    )  # fmt: skip
    (found,) = warnings(CaseAtRisk((worker,)), TODAY)
    assert (found.code, found.norms) == ("report_adjourns", ("koap.51.2",))


def test_since_when_wages_are_complained_of_is_known_in_part():
    told = one(replace(card(K.WAGE_ARREARS), since=PartialDate(2026, 3)))
    assert told.unpaid_since == (PartialDate(2026, 3),)
