"""What comes before the court: the conciliation commission and the term."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop_app import law
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.limitation import DIRECT_NORMS, Direct, Unit, added
from desktop_app.domain.readiness import Asked, Found, State
from desktop_app.i18n import N_

_WHY_DIRECT: Final = {
    Direct.DOMESTIC: N_("A domestic worker’s dispute goes to court without a commission."),
    Direct.MICRO: N_("Disputes in a micro-enterprise go to court without a commission."),
    Direct.SMALL_NON_PROFIT: N_("Disputes in a small non-profit organisation go to court without a commission."),
    Direct.FOREIGN_BRANCH: N_(
        "A small branch of a foreign firm: by the text of 2026, known from a secondary source only, disputes go to "
        "court without a commission."
    ),
    Direct.HEAD: N_("Disputes of heads and members of the executive body go to court without a commission."),
    Direct.NO_CONTRACT: N_("A dispute about whether there was employment at all goes to court without a commission."),
}

_ONLY_SPOKEN: Final = N_(
    "The contract was only spoken. If the employer denies that there was employment, the dispute goes to court without "
    "a commission; if not, the commission comes first."
)
_ASK_WHETHER_DENIED: Final = N_("Find out whether the employer denies the employment, and ask the lawyer.")


def direct(asked: Asked) -> Direct | None:
    """Why the dispute goes to court without the commission, None when nothing says so."""
    if asked.known.employer.kind is EmployerKind.HOUSEHOLD:
        return Direct.DOMESTIC
    code = asked.code("direct")
    if code in tuple(Direct):
        return Direct(code)
    return Direct.NO_CONTRACT if asked.known.oral and code in ("", "unknown") else None


def commission(asked: Asked) -> Found:
    """The decision of the conciliation commission, or why none is needed (Labour Code, article 159)."""
    why = direct(asked)
    if why is Direct.NO_CONTRACT and asked.code("direct") != why:
        return Found(State.UNKNOWN, _ONLY_SPOKEN, (DIRECT_NORMS[why],), _ASK_WHETHER_DENIED)
    if why is not None:
        norms = tuple(dict.fromkeys(("lc.159.1", DIRECT_NORMS[why])))
        return Found(State.NOT_NEEDED, _WHY_DIRECT[why], norms if why is not Direct.NO_CONTRACT else norms[1:])
    at, on = asked.code("commission"), asked.day("commission_on")
    if at == "decided":
        return Found(State.READY, N_("The commission has decided; its decision goes with the claim."), ("lc.159.1",))
    if at == "applied":
        return _applied(asked, on)
    if at == "none":
        return Found(
            State.UNKNOWN,
            N_(
                "The employer has no commission. The term stands still until there is one; whether one may go straight "
                "to court is not settled."
            ),
            ("lc.160", "lc.23.2.26"),
            N_("Ask the employer in writing to set one up, keep the proof, and let the lawyer decide about the court."),
        )
    state = State.MISSING if at == "not_applied" else State.UNKNOWN
    return Found(
        state,
        N_("A labour dispute goes to the conciliation commission first. A claim without it is returned by the court."),
        ("lc.159.1", "gpk.152.1.1"),
        N_("Hand in an application to the commission and have it registered the same day, or say why none is needed."),
    )


def _applied(asked: Asked, on: date | None) -> Found:
    norms, how = (
        ("lc.159.4", "lc.159.5"),
        N_("Ask for a copy of the decision; the proof of the application goes along."),
    )
    days = law.value("commission.decision_working_days", asked.on).fact
    if on is None:
        why = N_("The commission was applied to; it decides within %(days)s working days of the application.")
        return Found(State.MISSING, why, norms, how, {"days": days.number}, (days,))
    due = added(on, int(days.number), Unit.WORKING_DAYS)
    late = N_("The commission was to decide by %(day)s and has not. An unresolved dispute goes on to court.")
    waits = N_("The commission was applied to on %(on)s; it decides by %(day)s.")
    return Found(State.MISSING, late if due < asked.on else waits, norms, how, {"on": on, "day": due}, (days,))


def term(asked: Asked) -> Found:
    """Whether the term to go to court is kept, by both readings (Labour Code, article 160)."""
    ends = asked.known.term
    if ends is None:
        why = N_("No term is counted: the file does not know the day from which it runs.")
        return Found(State.UNKNOWN, why, ("lc.160",), N_("Log the wages, or put the term on the clock of the case."))
    norms = tuple(dict.fromkeys(fact.key for fact in (*ends.safe.norms, *ends.outer.norms)))
    values = tuple(dict.fromkeys((ends.safe.value, ends.outer.value)))
    params = {"safe": ends.safe.on, "outer": ends.outer.on}
    if asked.on <= ends.safe.on:
        return Found(State.READY, N_("The term of the safe reading ends on %(safe)s."), norms, "", params, values)
    if asked.on <= ends.outer.on:
        why = N_(
            "By the shorter reading the oldest part is late since %(safe)s; by the longer one the term ends on "
            "%(outer)s."
        )
        how = N_("File as soon as possible, and name the rulings of the Constitutional Court in the claim.")
        return Found(State.UNKNOWN, why, norms, how, params, values)
    return Found(
        State.MISSING,
        N_(
            "By both readings the oldest part is late: %(safe)s and %(outer)s. "
            "A court applies a term only when a party asks for it."
        ),
        (*norms, "gk.179.2"),
        N_("Count the parts one by one: later months may be in time. Let the lawyer decide about the rest."),
        params,
        values,
    )
