"""The answer to “may they work?”: the ground, papers, dates, what to keep in mind, and what is still to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.papers import PERMITS, PaperKind
from desktop_app.domain.stays import Stay, StayCount, StayLimits, counted
from desktop_app.domain.work_dates import dated
from desktop_app.domain.work_facts import (
    YES,
    Contract,
    Purpose,
    Status,
    WorkFacts,
    stay_limits,
    with_current_entry,
)
from desktop_app.domain.work_line import Line, Part
from desktop_app.domain.work_lines import stated, valued
from desktop_app.domain.work_needs import Need, needs
from desktop_app.domain.work_right import FREE, PERMIT_OF, Finding, Regime, find
from desktop_app.domain.work_words import HEADLINES, QUESTIONS
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.law import Fact, fact
from desktop_app.law.countries import Citizenship


class Verdict(StrEnum):
    """The short answer."""

    FREE = "free"
    HELD = "held"
    NEEDED = "needed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Navigator:
    """The answer for one person or one question on the phone.

    `headline` and the `lines` are messages; `ground` the norms of the regime; `questions` the names of the questions
    (work_words.QUESTIONS) still to be asked, those that decide first.
    """

    facts: WorkFacts
    finding: Finding
    verdict: Verdict
    headline: Message
    ground: tuple[Fact, ...]
    needs: tuple[Need, ...]
    lines: tuple[Line, ...]
    count: StayCount
    limits: StayLimits
    questions: tuple[str, ...]

    @property
    def regime(self) -> Regime | None:
        """The ground, None while a question that decides is open."""
        return self.finding.regime

    @property
    def rests_on(self) -> tuple[Fact, ...]:
        """Every fact of law in the answer, each once."""
        parts = (self.ground, *(need.rests_on for need in self.needs), *(line.rests_on for line in self.lines))
        return tuple(dict.fromkeys(each for part in parts for each in part))


_ASK_FIRST: Final = N_("Not known yet. The questions still open decide.")
_NOT_THIS_CITIZENSHIP: Final = N_(
    "Not as a labour immigrant: that permit is only for citizenships that allow %(months)s months without a visa. "
    "Ask the local executive body whether it gives a permit for foreign labour for a household."
)
_FOREMAN: Final = N_(
    "A foreman without papers can get no permit. Find out for which company or sole trader the work is done: they "
    "answer for it."
)
_OTHER_REGION: Final = N_("The permit on file is for another region than the one where the person works.")
_NO_WORK: Final = N_("A stay without a visa gives no right to work, study or missionary work.")
_VISA: Final = N_("Citizens of this country need a visa; the source is old: check with the migration police.")
_WEAK: Final = N_("The days without a visa come from an old source: check them before you rely on them.")
_EXTENDS: Final = N_("By the agreement the registration may be extended for the same number of days.")
_NOT_FOR_WORK: Final = N_(
    "The person entered for another purpose than work. For whoever has a visa, work must match its purpose: ask the "
    "lawyer."
)
_UZ_RIGHTS: Final = N_(
    "The agreement with Uzbekistan of 2019 gives equal pay and conditions, information, a paper on the work done "
    "when leaving for good, compensation for early dismissal by the employer, recognition of papers on education "
    "except for teachers, doctors and pharmacists. When it came into force was not established."
)


def navigate(facts: WorkFacts, today: date) -> Navigator:
    """The answer on a day for what is known. Unknown things are asked for, never assumed."""
    facts = with_current_entry(facts)
    finding = find(facts)
    regime = finding.regime
    limits = stay_limits(facts, today)
    count = counted(facts.stays or _typed_entry(facts), today, limits)
    lines = (
        *dated(facts, regime, count, today),
        *_notes(facts, regime, today),
        *(stated(regime, today) if regime is not None else ()),
    )
    return Navigator(
        facts=facts,
        finding=finding,
        verdict=_verdict(facts, regime, today),
        headline=_headline(facts, regime, today),
        ground=_facts((*finding.norms, *(("mig.43-1.1",) if _is_other_household(facts, regime) else ()))),
        needs=tuple(needs(facts, regime, today)),
        lines=lines,
        count=count,
        limits=limits,
        questions=_questions(facts, finding),
    )


def _typed_entry(facts: WorkFacts) -> tuple[Stay, ...]:
    return () if facts.entered_on is None else (Stay(facts.entered_on),)


def _headline(facts: WorkFacts, regime: Regime | None, today: date) -> Message:
    if regime is None:
        return Message(_ASK_FIRST)
    if _is_other_household(facts, regime):
        return Message(_NOT_THIS_CITIZENSHIP, {"months": int(valued("permit.visa_free_months", today).number)})
    return Message(HEADLINES[regime])


def _is_other_household(facts: WorkFacts, regime: Regime | None) -> bool:
    """Household work whose worker cannot be a labour immigrant by citizenship."""
    return regime is Regime.EMPLOYER_PERMIT and facts.employer_kind == "household" and facts.household_work == YES


def _verdict(facts: WorkFacts, regime: Regime | None, today: date) -> Verdict:
    if regime is None:
        return Verdict.UNKNOWN
    if regime in FREE:
        return Verdict.FREE
    giving = {PERMIT_OF[regime], *({PaperKind.VISA} if regime is Regime.BUSINESS else ())}
    return Verdict.HELD if any(facts.holds(kind, today) for kind in giving) else Verdict.NEEDED


def _notes(facts: WorkFacts, regime: Regime | None, today: date) -> Iterator[Line]:
    """What the table of regimes cannot say because it depends on more than the regime."""
    if regime is Regime.EMPLOYER_PERMIT and facts.employer_kind == "foreman":
        yield Line(Part.LIMITS, Message(_FOREMAN), _facts(("mig.36-1",)), tone="warn")
    if _elsewhere(facts, regime, today):
        yield Line(Part.RISKS, Message(_OTHER_REGION), _facts(("mig.43-2", "koap.517.5")), tone="danger")
    if regime not in FREE and regime is not None and facts.purpose not in ("", Purpose.WORK):
        yield Line(Part.RISKS, Message(_NOT_FOR_WORK), _facts(("koap.517.5",)), tone="warn")
    country = facts.country
    if country is not None and (regime is None or regime is Regime.EAEU or regime not in FREE):
        yield from _of_country(country)


def _of_country(country: Citizenship) -> Iterator[Line]:
    if country.no_work is not None:
        yield Line(Part.RISKS, Message(_NO_WORK), (country.no_work,), tone="danger")
    if country.needs_visa:
        yield Line(Part.LIMITS, Message(_VISA), (country.stay,), tone="warn")
    elif country.weak:
        yield Line(Part.LIMITS, Message(_WEAK), (country.stay,), tone="warn")
    if country.extends and country.stay_norm is not None:
        yield Line(Part.DATES, Message(_EXTENDS), (country.stay_norm,))
    if country.rights:
        yield Line(Part.RIGHTS, Message(_UZ_RIGHTS), country.rights)


def _elsewhere(facts: WorkFacts, regime: Regime | None, today: date) -> bool:
    kind = PERMIT_OF.get(regime) if regime is not None else None
    if kind not in PERMITS or not facts.work_region:
        return False
    paper = facts.paper(kind)
    return paper is not None and paper.is_valid(today) and paper.region not in ("", facts.work_region)


def _questions(facts: WorkFacts, finding: Finding) -> tuple[str, ...]:
    wanted = set(finding.asked)
    regime = finding.regime
    if regime is Regime.EAEU:
        wanted |= {"entered_on", "contract", "unpaid_fine"}
        wanted |= {"contract_until"} if facts.contract == Contract.IN_FORCE else set()
        wanted |= {"contract_ended_on"} if facts.contract == Contract.ENDED_EARLY else set()
    elif regime is not None and regime not in FREE:
        wanted |= {"entered_on", "purpose", "unpaid_fine"}
        wanted |= {"work_region"} if PERMIT_OF[regime] in PERMITS and facts.papers else set()
    elif regime is not None and regime is not Regime.CITIZEN and facts.status != Status.PERMANENT:
        wanted |= {"unpaid_fine"}
    if facts.unpaid_fine == YES:
        wanted |= {"fine_on", "fine_note"}
    open_ = {name for name in wanted if not getattr(facts, name)}
    return tuple(spec.name for spec in QUESTIONS if spec.name in open_)


def _facts(keys: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(fact(key) for key in keys)
