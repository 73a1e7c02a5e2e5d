"""The dates of a stay and of a work: by when to register, until when to stay, when a paper must be renewed.

Days are counted on the safe side: the day of entry is the first of the thirty.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from desktop_app.domain.papers import PERMITS, PaperKind, look_ahead
from desktop_app.domain.stays import StayCount
from desktop_app.domain.work_facts import YES, Contract, Status, WorkFacts
from desktop_app.domain.work_line import Line, Part
from desktop_app.domain.work_lines import resting_on, valued
from desktop_app.domain.work_right import PERMIT_OF, Regime
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.law import Fact, add_working_days, fact

_SETTLED: Final = frozenset({Regime.CITIZEN, Regime.PERMANENT, Regime.KANDAS, Regime.REFUGEE})
_DAY: Final = "%d.%m.%Y"

_REGISTER: Final = N_(
    "Whoever stays longer than %(days)s days registers with the migration police by %(day)s. The host confirms the "
    "address."
)
_REGISTERED_LATE: Final = N_("Registration was due by %(day)s. If it is not done yet, do it now.")
_EAEU_REGISTER: Final = N_(
    "A worker from the union and the family need no registration for %(days)s days, until %(day)s; from then on the "
    "national rules apply. How they go together with the agreement on stay was not established: ask the migration "
    "police."
)
_HOST: Final = N_("The host tells the police within %(days)s working days of the arrival, by %(day)s.")
_MOVED: Final = N_("After the change of address register anew within %(days)s working days, by %(day)s.")
_CONTRACT_TERM: Final = N_("The stay of a worker from the union is fixed by the contract: until %(day)s.")
_NEW_CONTRACT: Final = N_(
    "The contract ended early, after more than %(after)s days from the entry: a new one may be signed within "
    "%(days)s days without leaving, by %(day)s."
)
_NO_NEW_CONTRACT: Final = N_(
    "The contract ended early, but within %(after)s days from the entry: the rule of %(days)s days for a new "
    "contract does not apply. Check until when the stay is lawful."
)
_ENDED_IN_TERM: Final = N_(
    "The contract ended in its term. The rule of %(days)s days for a new contract is only for contracts that ended "
    "early."
)
_ASK_ENTRY: Final = N_("The date of the last entry decides whether %(days)s days for a new contract apply. Ask for it.")
_STAY_ON: Final = N_("Without a visa or a residence permit the last lawful day of this stay is %(day)s.")
_OVERSTAYED: Final = N_(
    "The lawful stay without a visa ended on %(day)s, %(days)s days ago. Leaving late is fined; a long overstay may "
    "end in expulsion. Speak with the lawyer before the person goes to the police or the border."
)
_OVER_UNLESS: Final = N_(
    "Without a visa, a residence permit or a contract of a worker from the union the lawful stay ended on %(day)s. "
    "Ask for these papers first."
)
_PERMIT_RUNS: Final = N_("The permit on file ends on %(day)s. Ask the employer in good time whether it is extended.")
_PERMIT_ENDS: Final = N_("The permit on file ends on %(day)s. A new one must be issued before that day.")
_PERMIT_ENDED: Final = N_("The permit on file ended on %(day)s. Without another ground to stay the person must leave.")
_LONGEST: Final = N_("A labour immigrant may stay at most %(months)s months without a break: until %(day)s.")
_COMPANY: Final = N_("The company must be registered or joined by %(day)s.")
_UNPAID: Final = N_(
    "There is an unpaid fine. Pay it before leaving and keep the receipt: with an unpaid fine the next entry is "
    "refused."
)
_DECLARATION: Final = N_("If a tax declaration was due and not filed, the next entry is refused too.")


def dated(facts: WorkFacts, regime: Regime | None, count: StayCount, today: date) -> tuple[Line, ...]:
    """The lines with dates that follow from what is known, by date where they have one."""
    if regime in _SETTLED:
        return tuple(_fines(facts, regime))
    found = [
        *_registration(facts, regime, today),
        *_contract(facts, regime, today),
        *_stay(facts, count, today),
        *_permit(facts, regime, today),
        *_fines(facts, regime),
    ]
    return tuple(sorted(found, key=_order))


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later, the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def registration_due(entered_on: date, today: date) -> date:
    """The last day on which a visitor registers: the thirtieth calendar day, the day of entry the first."""
    return entered_on + timedelta(days=int(valued("registration.days", today).number) - 1)


def _registration(facts: WorkFacts, regime: Regime | None, today: date) -> Iterator[Line]:
    if facts.moved_on is not None:
        yield _in_working_days(_MOVED, facts.moved_on, "registration.change_working_days", ("mig.6.5",), today)
    if facts.entered_on is None:
        return
    yield _in_working_days(_HOST, facts.entered_on, "host.notice_working_days", ("mig.6.4", "mig.1.10-1"), today)
    if regime is Regime.EAEU:
        days = valued("eaeu.registration_days", today)
        last = facts.entered_on + timedelta(days=int(days.number) - 1)
        norms = tuple(fact(key) for key in ("eaeu.97.6", "mig.6.5"))
        yield _line(_EAEU_REGISTER, (*norms, days, *_agreement(facts)), last, days=int(days.number))
        return
    days = valued("registration.days", today)
    due = registration_due(facts.entered_on, today)
    if days.effective_from is not None and due < days.effective_from:
        return
    if facts.holds(PaperKind.REGISTRATION, today):
        return
    late = due < today
    rests_on = (*resting_on(("mig.6.5", "order.923"), (), today), days, *_agreement(facts))
    yield _line(
        _REGISTERED_LATE if late else _REGISTER, rests_on, due, "warn" if late else "info", days=int(days.number)
    )


def _contract(facts: WorkFacts, regime: Regime | None, today: date) -> Iterator[Line]:
    """What a contract and its end mean for a worker from the union."""
    if regime is not Regime.EAEU:
        return
    if facts.contract == Contract.IN_FORCE and facts.contract_until is not None:
        tone = "danger" if facts.contract_until < today else "info"
        yield _line(_CONTRACT_TERM, (fact("eaeu.97.5"),), facts.contract_until, tone)
    on = facts.contract_ended_on or date.max
    days, after = valued("eaeu.new_contract_days", on), valued("eaeu.early_after_days", on)
    rests_on = (fact("eaeu.97.9"), days, after)
    told = {"days": int(days.number), "after": int(after.number)}
    if facts.contract == Contract.ENDED_IN_TERM:
        yield _line(_ENDED_IN_TERM, rests_on, None, "warn", **told)
    if facts.contract != Contract.ENDED_EARLY or facts.contract_ended_on is None:
        return
    if facts.entered_on is None:
        yield _line(_ASK_ENTRY, rests_on, None, "warn", **told)
    elif (facts.contract_ended_on - facts.entered_on).days > told["after"]:
        yield _line(_NEW_CONTRACT, rests_on, facts.contract_ended_on + timedelta(days=told["days"]), "warn", **told)
    else:
        yield _line(_NO_NEW_CONTRACT, rests_on, None, "danger", **told)


def _stay(facts: WorkFacts, count: StayCount, today: date) -> Iterator[Line]:
    if count.last_day is None or count.inside_since is None:
        return
    rests_on = (fact("mig.6.4"), *_stay_facts(facts))
    if not count.over:
        yield _line(_STAY_ON, rests_on, count.last_day)
        return
    if _may_have_a_term(facts, today):
        yield _line(_OVER_UNLESS, rests_on, count.last_day, "warn")
        return
    late = (today - count.last_day).days
    norms = (*rests_on, fact("koap.517.3"), fact("koap.517.4"))
    yield _line(_OVERSTAYED, norms, count.last_day, "danger", days=late)


def _may_have_a_term(facts: WorkFacts, today: date) -> bool:
    """Whether a paper may set or have set another term: then the end of the counter is no overstay yet."""
    country = facts.country
    if facts.papers is None or (country is not None and country.eaeu and facts.contract != Contract.NONE):
        return True
    # Whoever has a permit to work gets a residence permit for its term.
    return any(facts.holds(kind, today) for kind in PERMITS)


def _permit(facts: WorkFacts, regime: Regime | None, today: date) -> Iterator[Line]:
    kind = PERMIT_OF.get(regime) if regime is not None else None
    paper = facts.paper(kind) if kind is not None else None
    if paper is not None and paper.expires_on is not None:
        if not paper.is_valid(today):
            yield _line(_PERMIT_ENDED, (fact("mig.43.1.2"),), paper.expires_on, "danger")
        elif regime is Regime.LABOUR_IMMIGRANT:
            yield _line(_PERMIT_ENDS, (fact("mig.43-2.2"),), paper.expires_on, _soon(paper.expires_on, today))
        else:
            yield _line(_PERMIT_RUNS, (fact("mig.36-1"),), paper.expires_on, _soon(paper.expires_on, today))
    if facts.entered_on is None:
        return
    if regime is Regime.LABOUR_IMMIGRANT:
        months = valued("permit.longest_months", today)
        last = months_after(facts.entered_on, int(months.number)) - timedelta(days=1)
        yield _line(_LONGEST, (fact("mig.43-1.2"), months), last, months=int(months.number))
    if regime is Regime.BUSINESS:
        months = valued("business.register_months", today)
        due = months_after(facts.entered_on, int(months.number))
        yield _line(_COMPANY, (fact("mig.40"), months), due, "warn" if due < today else "info")


def _soon(day: date, today: date) -> str:
    return "warn" if (day - today).days <= look_ahead() else "info"


def _fines(facts: WorkFacts, regime: Regime | None) -> Iterator[Line]:
    if regime is Regime.CITIZEN or facts.status == Status.PERMANENT:
        return
    if facts.unpaid_fine == YES:
        yield Line(Part.RISKS, Message(_UNPAID), (fact("mig.48.7"),), tone="danger")
    if regime is not None and regime not in _SETTLED:
        yield Line(Part.RISKS, Message(_DECLARATION), (fact("mig.48.8"),))


def _in_working_days(text: str, from_day: date, key: str, norms: tuple[str, ...], today: date) -> Line:
    days = valued(key, today)
    due = add_working_days(from_day, int(days.number))
    return _line(text, (*(fact(each) for each in norms), days), due, days=int(days.number))


def _line(text: str, rests_on: tuple[Fact, ...], day: date | None = None, tone: str = "info", **told: int) -> Line:
    params: dict[str, object] = {**told, **({"day": day.strftime(_DAY)} if day is not None else {})}
    return Line(Part.DATES, Message(text, params), rests_on, day, tone)


def _agreement(facts: WorkFacts) -> tuple[Fact, ...]:
    country = facts.country
    return (country.stay_norm,) if country is not None and country.stay_norm is not None else ()


def _stay_facts(facts: WorkFacts) -> tuple[Fact, ...]:
    country = facts.country
    return () if country is None else (country.stay, *_agreement(facts))


def _order(line: Line) -> tuple[bool, date]:
    return line.day is None, line.day or date.max
