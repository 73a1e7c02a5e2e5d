"""How the answer “may they work?” is written: its lines with numbers of the norms, and the norms below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from desktop_app import law
from desktop_app.domain.letters import Norm
from desktop_app.domain.navigator import Navigator, Verdict
from desktop_app.domain.papers import PAPER_KINDS
from desktop_app.domain.work_line import PARTS, Line, Part
from desktop_app.domain.work_needs import Have, Need
from desktop_app.domain.work_words import OTHERWISE
from desktop_app.i18n import N_, _, interface, language
from desktop_app.law import Fact
from desktop_app.services.work_right import WorkAnswer
from desktop_app.ui.common.wording import day

TONES: Final = {Verdict.FREE: "good", Verdict.HELD: "good", Verdict.NEEDED: "warn", Verdict.UNKNOWN: "info"}
SIGNS: Final = {
    "info": ("circle-dot", "muted"),
    "good": ("circle-check", "good"),
    "warn": ("triangle-alert", "warn"),
    "danger": ("circle-alert", "danger"),
}
HAVE_SIGNS: Final = {
    Have.VALID: ("circle-check", "good"),
    Have.EXPIRED: ("circle-alert", "danger"),
    Have.NOT_ON_FILE: ("triangle-alert", "warn"),
    Have.NOT_ASKED: ("circle-dot", "muted"),
}
MARK: Final = "*"
NO_TOTAL: Final = N_("Without a visa at most %(days)s days an entry. The total was not established.")
OLD_SOURCE: Final = N_("The source is old: check the days with the migration police before you rely on them.")
_HAVE: Final = {
    Have.VALID: N_("%(paper)s: on file."),
    Have.EXPIRED: N_("%(paper)s: ran out on %(day)s."),
    Have.NOT_ON_FILE: N_("%(paper)s: not on file. Ask for it."),
}
_VALID_UNTIL: Final = N_("%(paper)s: on file, until %(day)s.")


class Numbered:
    """The norms of an answer with the numbers they have in it, in the order in which they are first named."""

    def __init__(self, norms: Mapping[Fact, Norm], order: Iterable[Fact]) -> None:
        self._norms = norms
        self._numbers = {fact: at for at, fact in enumerate(dict.fromkeys(order), start=1)}

    def refer(self, text: str, facts: Iterable[Fact]) -> str:
        """A sentence with the numbers of what it rests on, marked where the lawyer has still to check."""
        found = tuple(facts)
        if not found:
            return text
        numbers = ",\u00a0".join(self._number(fact) for fact in found)
        return f"{text} [{numbers}]"

    def notes(self) -> tuple[str, ...]:
        """The norms as a list: number, citation, source, edition, who confirmed it or that it is to be checked."""
        return tuple(f"{self._number(fact)}. {self._note(fact)}" for fact in self._numbers)

    def _number(self, fact: Fact) -> str:
        return f"{self._numbers[fact]}{'' if self._norm(fact).settled else MARK}"

    def _note(self, fact: Fact) -> str:
        return law_note(self._norm(fact))

    def _norm(self, fact: Fact) -> Norm:
        return self._norms.get(fact) or Norm(fact)


def law_note(norm: Norm) -> str:
    """A norm or value with its source and edition, and who confirmed it or that it is to be checked."""
    fact, lang = norm.fact, language()
    title = str(getattr(fact.title, lang))
    told = [f"{title}: {fact.value}" if fact.value else title, fact.source_in(lang), fact.edition_in(lang)]
    if norm.confirmed_on is not None:
        told.append(_("checked by %(name)s on %(day)s", name=norm.confirmed_by, day=day(norm.confirmed_on)))
    elif not norm.settled:
        told.append(_("to be checked by the centre’s lawyer"))
    told += [warning.text(interface()) for warning in law.warnings(fact)]
    return " · ".join(filter(None, told))


def headline(answer: WorkAnswer) -> str:
    """The short answer."""
    return answer.navigator.headline.text(interface())


def unless(answer: WorkAnswer) -> str:
    """What would change the answer, empty when nothing open could."""
    other = [_(OTHERWISE[regime]) for regime in answer.navigator.finding.unless]
    return _("It would be another answer for: %(cases)s.", cases="; ".join(other)) if other else ""


def need(wanted: Need) -> str:
    """A paper that is needed, and whether it is there."""
    paper = _(PAPER_KINDS[wanted.kind])
    if wanted.have is Have.VALID and wanted.until is not None:
        return _(_VALID_UNTIL, paper=paper, day=day(wanted.until))
    told = _HAVE.get(wanted.have)
    return paper if told is None else _(told, paper=paper, day=day(wanted.until))


def lines_of(answer: WorkAnswer, part: Part) -> tuple[Line, ...]:
    """The lines of one part of the answer."""
    return tuple(line for line in answer.navigator.lines if line.part is part)


def numbered(answer: WorkAnswer) -> Numbered:
    """The numbers of the norms of an answer, in the order of the screen."""
    navigator = answer.navigator
    by_part = [line.rests_on for part in PARTS for line in lines_of(answer, part)]
    needs = [each.rests_on for each in navigator.needs]
    return Numbered(answer.norms, (fact for facts in (navigator.ground, *needs, *by_part) for fact in facts))


def whole(answer: WorkAnswer) -> str:
    """The whole answer as plain text, to be copied."""
    notes = numbered(answer)
    told = [notes.refer(headline(answer), answer.navigator.ground), unless(answer)]
    if answer.navigator.needs:
        told += ["", _("Papers")]
        told += [f"– {notes.refer(need(each), each.rests_on)}" for each in answer.navigator.needs]
    for part, title in PARTS.items():
        lines = lines_of(answer, part)
        if lines:
            told += ["", _(title)]
            told += [f"– {notes.refer(line.message.text(interface()), line.rests_on)}" for line in lines]
    told += ["", _("Law"), *notes.notes()]
    return "\n".join(told[:1] + [line for at, line in enumerate(told[1:], start=1) if line or at > 1])


def counted(navigator: Navigator) -> str:
    """The counter of days in words."""
    count, limits = navigator.count, navigator.limits
    told = [_("In the last %(window)s days: %(used)s days in the country.", window=limits.window, used=count.used)]
    if count.inside_since is not None:
        told.insert(0, _("Here since %(day)s, today is day %(nth)s.", day=day(count.inside_since), nth=count.day))
    if limits.per_entry is None:
        told.append(
            _("A visa, a residence permit, a contract or a status sets the term: no day is counted against it.")
        )
        return " ".join(told)
    if count.over:
        told.append(_("The last lawful day was %(day)s.", day=day(count.last_day)))
    elif count.inside_since is not None and count.last_day is not None:
        told.append(_("The last lawful day is %(day)s: %(left)s more.", day=day(count.last_day), left=count.left))
    elif count.last_day is not None:
        told.append(_("An entry today is lawful until %(day)s.", day=day(count.last_day)))
    else:
        told.append(_("No entry today would be lawful without a visa."))
    if count.next_full is not None:
        text = N_("Whoever leaves today may come back for a full stay from %(day)s.")
        away = N_("A full stay is possible from %(day)s.")
        told.append(_(text if count.inside_since is not None else away, day=day(count.next_full)))
    if limits.in_window is None:
        told.append(_(NO_TOTAL, days=limits.per_entry))
    country = navigator.facts.country
    if country is not None and country.weak:
        told.append(_(OLD_SOURCE))
    return " ".join(told)
