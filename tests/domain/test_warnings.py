"""Papers, complaints and places in, warnings out: the table of worked cases, and what must always hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import law
from desktop_app.domain.at_risk import AtRisk, CaseAtRisk, WorkPermit
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.papers import PaperKind
from desktop_app.domain.permit_state import HeldPaper, overstayed_on, permit_on
from desktop_app.domain.warning_rules import RULES, Weight
from desktop_app.domain.warnings import CaseWarning, warnings
from desktop_app.domain.work_facts import Status

TODAY = date(2026, 11, 21)
PAST, COMING = date(2026, 11, 20), date(2027, 3, 1)
K, P = ComplaintKind, WorkPermit
QUIET = AtRisk(1, "TJ", P.VALID, "no", lives_at_site="no", phone_safe="yes")
"""A worker nothing speaks against."""


def paper(kind: PaperKind, expires_on: date | None = COMING, region: str = "", employer: str = "") -> HeldPaper:
    return HeldPaper(kind, expires_on, region, employer)


IMMIGRANT, EMPLOYERS = PaperKind.LABOUR_IMMIGRANT_PERMIT, PaperKind.EMPLOYER_PERMIT
# Papers in, the right to work out; the norm that decides the row.
PERMITS = (
    ("Kyrgyz citizen, nothing else", "eaeu.97.1", "KG", "", (), P.NOT_NEEDED),
    ("Russian citizen, temporary", "eaeu.97.1", "RU", Status.TEMPORARY, (), P.NOT_NEEDED),
    ("Armenian citizen", "eaeu.97.1", "AM", "", (), P.NOT_NEEDED),
    ("Belarusian citizen", "eaeu.97.1", "BY", "", (), P.NOT_NEEDED),
    ("citizen of Kazakhstan", "mig.36-1", "KZ", "", (), P.NOT_NEEDED),
    ("kandas by status", "mig.36-1.2", "CN", Status.KANDAS, (), P.NOT_NEEDED),
    ("kandas by certificate", "lc.32.1", "CN", "", (paper(PaperKind.KANDAS),), P.NOT_NEEDED),
    ("permanent resident", "mig.36-1.2", "UZ", Status.PERMANENT, (), P.NOT_NEEDED),
    ("permanent residence permit", "mig.36-1.2", "UZ", "", (paper(PaperKind.PERMANENT_RESIDENCE),), P.NOT_NEEDED),
    ("refugee", "mig.36-1.2", "AF", Status.REFUGEE, (), P.NOT_NEEDED),
    ("family of a citizen", "mig.29.2.1", "UZ", Status.FAMILY, (), P.NOT_NEEDED),
    ("Tajik citizen, temporary, no permit", "koap.517.5", "TJ", Status.TEMPORARY, (), P.NONE),
    ("Uzbek citizen, nobody asked", "koap.517.5", "UZ", "", (), P.UNKNOWN),
    ("citizenship unknown", "koap.517.5", "", "", (), P.UNKNOWN),
    ("citizenship unknown, temporary", "koap.517.5", "", Status.TEMPORARY, (), P.UNKNOWN),
    ("passport alone, nobody asked", "koap.517.5", "UZ", "", (paper(PaperKind.PASSPORT),), P.UNKNOWN),
    ("permit of a labour immigrant", "mig.43-2", "UZ", Status.TEMPORARY, (paper(IMMIGRANT),), P.VALID),
    ("permit on its last day", "mig.43-2", "UZ", "", (paper(IMMIGRANT, TODAY),), P.VALID),
    ("permit without its last day", "koap.517.5", "UZ", "", (paper(IMMIGRANT, None),), P.UNKNOWN),
    (
        "a permit that ran out, one without its last day",
        "koap.517.5",
        "UZ",
        "",
        (paper(IMMIGRANT, PAST), paper(EMPLOYERS, None)),
        P.UNKNOWN,
    ),
    ("permit that ran out yesterday", "koap.517.5", "UZ", "", (paper(IMMIGRANT, PAST),), P.EXPIRED),
    ("an old permit and a new one", "mig.43-2", "UZ", "", (paper(IMMIGRANT, PAST), paper(IMMIGRANT)), P.VALID),
    ("permit of another region", "mig.43-2", "UZ", "", (paper(IMMIGRANT, region="KZ-71"),), P.ELSEWHERE),
    ("permit of this region", "mig.43-2", "UZ", "", (paper(IMMIGRANT, region="KZ-75"),), P.VALID),
    ("permit of another employer", "mig.37", "CN", "", (paper(EMPLOYERS, employer="ТОО «Север»"),), P.ELSEWHERE),
    ("permit of this employer", "mig.37", "CN", "", (paper(EMPLOYERS, employer="«құрылыс сервис»"),), P.VALID),
    ("seasonal permit", "mig.41", "UZ", "", (paper(PaperKind.SEASONAL_PERMIT),), P.VALID),
    ("qualification certificate", "mig.37.3", "TR", "", (paper(PaperKind.QUALIFICATION),), P.VALID),
    ("kandas certificate that ran out", "koap.517.5", "CN", "", (paper(PaperKind.KANDAS, PAST),), P.UNKNOWN),
)

KINDS = (
    ("a household", "household", IMMIGRANT, P.VALID),
    ("a company", "company", IMMIGRANT, P.ELSEWHERE),
    ("a sole trader", "sole_trader", IMMIGRANT, P.ELSEWHERE),
    ("a foreman", "foreman", IMMIGRANT, P.ELSEWHERE),
    ("not known", "", IMMIGRANT, P.VALID),
    ("an employer's permit at a company", "company", EMPLOYERS, P.VALID),
)

STAYS = (
    ("no papers of stay", "", (), False),
    ("registration still runs", "", (paper(PaperKind.REGISTRATION),), False),
    ("registration ran out", "", (paper(PaperKind.REGISTRATION, PAST),), True),
    ("registration ran out, residence runs", "", (paper(PaperKind.REGISTRATION, PAST),
     paper(PaperKind.TEMPORARY_RESIDENCE)), False),
    ("visa ran out, but kandas", Status.KANDAS, (paper(PaperKind.VISA, PAST),), False),
    ("passport ran out", "", (paper(PaperKind.PASSPORT, PAST),), False),
)  # fmt: skip

S, C, W = Weight.STOP, Weight.CAREFUL, Weight.KNOW
BOY = PartialDate(2015)
# One worker in; the codes with their weight; one norm that must stand among those shown ("" where none is rested on).
WORKED = (
    ("nothing", QUIET, {}, ""),
    ("no permit", replace(QUIET, permit=P.NONE), {"no_permit": S}, "koap.517.5"),
    ("permit ran out", replace(QUIET, permit=P.EXPIRED), {"no_permit": S}, "koap.517.5"),
    ("situation 4: no permit, fined", replace(QUIET, permit=P.NONE, fined="yes"),
     {"no_permit_again": S, "fined": C}, "koap.517.5"),
    ("repetition", replace(QUIET, permit=P.NONE, fined="yes"), {"no_permit_again": S, "fined": C}, "koap.517.7"),
    ("entry ban", replace(QUIET, permit=P.NONE), {"no_permit": S}, "mig.48"),
    ("rights stay", replace(QUIET, permit=P.NONE), {"no_permit": S}, "mig.5"),
    ("no permit, fines not asked", replace(QUIET, permit=P.NONE, fined=""),
     {"no_permit": S, "fines_not_asked": W}, "mig.48.7"),
    ("papers unknown", replace(QUIET, permit=P.UNKNOWN), {"papers_unknown": C}, "koap.517.5"),
    ("permit elsewhere", replace(QUIET, permit=P.ELSEWHERE), {"permit_elsewhere": C}, "mig.43-2"),
    ("a citizen of the union", replace(QUIET, citizenship="KG", permit=P.NOT_NEEDED), {}, ""),
    ("a citizen of the union, fines not asked", replace(QUIET, permit=P.NOT_NEEDED, fined=""), {}, ""),
    ("permit there, fined", replace(QUIET, fined="yes"), {"fined": C}, "mig.48.7"),
    ("overstayed", replace(QUIET, overstayed=True), {"overstayed": S}, "koap.517.4"),
    ("overstayed, fines not asked", replace(QUIET, overstayed=True, fined=""),
     {"overstayed": S, "fines_not_asked": W}, "mig.48.7"),
    ("permit elsewhere, fines not asked", replace(QUIET, permit=P.ELSEWHERE, fined=""),
     {"permit_elsewhere": C, "fines_not_asked": W}, "mig.48.7"),
    ("lives at the site", replace(QUIET, lives_at_site="yes"), {"lives_at_site": S}, ""),
    ("nobody asked where", replace(QUIET, lives_at_site=""), {"site_not_asked": W}, ""),
    ("phone not safe", replace(QUIET, phone_safe="no", safe_contact="сестра"), {"phone_unsafe": C}, ""),
    ("phone not safe, no other way", replace(QUIET, phone_safe="no"), {"phone_unsafe": C, "unreachable": C}, ""),
    ("phone not asked", replace(QUIET, phone="+7", phone_safe=""), {"phone_not_asked": W}, ""),
    ("no phone, nothing to ask", replace(QUIET, phone_safe=""), {}, ""),
    ("a child", replace(QUIET, born=BOY), {"child": S}, "child.years"),
    ("violence", replace(QUIET, kinds=frozenset({K.VIOLENCE})), {"threatened": S}, ""),
    ("documents held", replace(QUIET, held=1), {"documents_there": C}, "koap.494"),
    ("documents withheld", replace(QUIET, kinds=frozenset({K.WITHHELD_DOCUMENTS})), {"documents_there": C},
     "uk.384.1"),
    ("officials", replace(QUIET, kinds=frozenset({K.OFFICIALS})), {"officials": C}, ""),
    ("no permit, held by force", replace(QUIET, permit=P.NONE, kinds=frozenset({K.MOVEMENT})),
     {"no_permit": S, "report_adjourns": W}, "koap.51.2"),
    ("no permit, debt bondage", replace(QUIET, permit=P.NONE, kinds=frozenset({K.DEBT_BONDAGE})),
     {"no_permit": S, "report_adjourns": W}, "koap.51.2"),
    ("no permit, papers held and wages owed",
     replace(QUIET, permit=P.NONE, held=1, kinds=frozenset({K.WAGE_ARREARS})),
     {"no_permit": S, "documents_there": C, "report_adjourns": W}, "koap.51.2"),
    ("no permit, a repetition is asked about", replace(QUIET, permit=P.NONE), {"no_permit": S}, "koap.517.7"),
    ("overstayed, violence", replace(QUIET, overstayed=True, kinds=frozenset({K.VIOLENCE})),
     {"overstayed": S, "threatened": S, "report_adjourns": W}, "koap.51.2"),
    ("wages alone", replace(QUIET, kinds=frozenset({K.WAGE_ARREARS})), {}, ""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("norm", "country", "status", "papers", "wanted"), [row[1:] for row in PERMITS], ids=[row[0] for row in PERMITS]
)
def test_what_the_papers_say_about_the_right_to_work(norm, country, status, papers, wanted):
    law.fact(norm)
    assert permit_on(TODAY, country, status, papers, "KZ-75", "ТОО «Құрылыс Сервис»") is wanted


@pytest.mark.parametrize(("kind", "permit", "wanted"), [row[1:] for row in KINDS], ids=[row[0] for row in KINDS])
def test_the_permit_of_a_labour_immigrant_is_for_households_alone(kind, permit, wanted):
    """Law on migration, article 43-2."""
    law.fact("mig.43-2")
    assert permit_on(TODAY, "UZ", "", (paper(permit),), "KZ-75", "Ахметов", kind) is wanted


@pytest.mark.parametrize(("status", "papers", "wanted"), [row[1:] for row in STAYS], ids=[row[0] for row in STAYS])
def test_whether_the_stay_has_run_out(status, papers, wanted):
    """Code on Administrative Offences, article 517(3) and 517(4)."""
    law.fact("koap.517.3")
    assert overstayed_on(TODAY, status, papers) is wanted


@pytest.mark.parametrize(("worker", "wanted", "norm"), [row[1:] for row in WORKED], ids=[row[0] for row in WORKED])
def test_the_warnings_about_one_worker(worker, wanted, norm):
    found = warnings(CaseAtRisk((worker,)), TODAY)
    assert {each.code: each.weight for each in found} == wanted
    assert all(each.workers == (1,) for each in found)
    if norm:
        law.fact(norm)
        assert norm in [key for each in found for key in each.norms]


def test_situation_4_is_told_of_517_5_before_any_letter():
    seller = AtRisk(1, "TJ", permit_on(TODAY, "TJ", Status.TEMPORARY, ()), "yes", kinds=frozenset({K.WAGE_ARREARS}))
    for kind in ("", "employer_claim", "inspection_complaint"):
        found = warnings(CaseAtRisk((seller,)), TODAY, kind)
        assert any(each.stops and "koap.517.5" in each.norms for each in found), kind


@pytest.mark.parametrize(("kind", "weight"), [("", S), ("employer_claim", S), ("police_complaint", C)])
@pytest.mark.parametrize("code", ["lives_at_site", "threatened"])
def test_what_the_employer_may_do_weighs_less_when_the_letter_goes_elsewhere(kind, weight, code):
    worker = replace(QUIET, lives_at_site="yes", kinds=frozenset({K.VIOLENCE}))
    (found,) = [each for each in warnings(CaseAtRisk((worker,)), TODAY, kind) if each.code == code]
    assert found.weight is weight


def test_each_worker_is_named_where_it_concerns_them():
    crew = (replace(QUIET, worker_id=7, permit=P.NONE), QUIET, replace(QUIET, worker_id=9, permit=P.EXPIRED))
    (found,) = warnings(CaseAtRisk(crew), TODAY)
    assert found.workers == (7, 9)


def test_sealed_and_restricted_cases_say_so():
    assert [each.code for each in warnings(CaseAtRisk((QUIET,), sealed=True, restricted=True), TODAY)] == ["sealed"]
    assert [each.code for each in warnings(CaseAtRisk((QUIET,), restricted=True), TODAY)] == ["restricted"]


def test_the_ban_after_expulsion_comes_from_the_law():
    (found,) = warnings(CaseAtRisk((replace(QUIET, permit=P.NONE),)), TODAY)
    assert found.message.params == {"years": law.value("reentry_ban.years", TODAY).fact.value}


WORKERS = st.builds(
    AtRisk,
    worker_id=st.just(1),
    citizenship=st.sampled_from(("", "TJ", "KG")),
    permit=st.sampled_from(list(WorkPermit)),
    fined=st.sampled_from(("", "yes", "no")),
    overstayed=st.booleans(),
    lives_at_site=st.sampled_from(("", "yes", "no")),
    phone=st.sampled_from(("", "+7")),
    phone_safe=st.sampled_from(("", "yes", "no")),
    born=st.sampled_from((None, BOY, PartialDate(1980))),
    kinds=st.frozensets(st.sampled_from(list(ComplaintKind))),
    held=st.integers(0, 2),
)
ORDER = list(Weight)


def codes(found: tuple[CaseWarning, ...]) -> set[str]:
    return {each.code for each in found}


@given(worker=WORKERS, more=st.frozensets(st.sampled_from(list(ComplaintKind))), held=st.integers(0, 2))
def test_a_further_complaint_takes_no_warning_away(worker, more, held):
    before = warnings(CaseAtRisk((worker,)), TODAY)
    fuller = replace(worker, kinds=worker.kinds | more, held=worker.held + held)
    assert codes(before) <= codes(warnings(CaseAtRisk((fuller,)), TODAY))


@given(worker=WORKERS, other=WORKERS)
def test_another_worker_takes_no_warning_away(worker, other):
    alone = warnings(CaseAtRisk((worker,)), TODAY)
    together = warnings(CaseAtRisk((worker, replace(other, worker_id=2))), TODAY)
    assert codes(alone) <= codes(together)
    for each in together:
        assert set(each.workers) <= {1, 2}


@given(worker=WORKERS, kind=st.sampled_from(("", "employer_claim", "police_complaint")))
def test_the_weightiest_come_first_each_once(worker, kind):
    found = warnings(CaseAtRisk((worker,)), TODAY, kind)
    assert [ORDER.index(each.weight) for each in found] == sorted(ORDER.index(each.weight) for each in found)
    assert len(codes(found)) == len(found)


@given(worker=WORKERS)
def test_who_needs_no_permit_is_not_warned_about_one(worker):
    free = replace(worker, permit=P.NOT_NEEDED, overstayed=False)
    assert not codes(warnings(CaseAtRisk((free,)), TODAY)) & {
        "no_permit", "no_permit_again", "papers_unknown", "permit_elsewhere", "fines_not_asked",
    }  # fmt: skip


@given(worker=WORKERS)
def test_work_without_a_permit_always_stops(worker):
    for permit in (P.NONE, P.EXPIRED):
        found = warnings(CaseAtRisk((replace(worker, permit=permit),)), TODAY, "police_complaint")
        assert any(each.stops and "koap.517.5" in each.norms for each in found)


def test_every_norm_of_the_table_is_shipped_and_no_text_is_a_verdict():
    for rule in RULES:
        for key in rule.norms:
            assert law.fact(key).confidence in ("V", "V-old", "S")
        for text in (rule.title, rule.message, rule.advice):
            for word in ("victim", "illegal", "guilty", "score", "1409"):
                assert word not in text.lower(), text
    assert len({rule.code for rule in RULES}) == len(RULES)
