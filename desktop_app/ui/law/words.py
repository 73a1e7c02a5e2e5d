"""How the law screen writes facts and what is known of them, in the interface's language."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop_app import law
from desktop_app.domain.law_names import ACTS, PARTS, act_of
from desktop_app.domain.law_norms import CONFIDENCE, STANDINGS, Norm, Standing
from desktop_app.i18n import N_, _, interface, language, sort_key
from desktop_app.law import Fact, Origin
from desktop_app.ui.common import wording

_READ: Final = CONFIDENCE["V"]

MARKS: Final = {
    Standing.OUTDATED: ("circle-alert", "danger"),
    Standing.STALE: ("calendar-clock", "warn"),
    Standing.TO_CHECK: ("triangle-alert", "warn"),
    Standing.READ: ("circle-check", "good"),
    Standing.CONFIRMED: ("circle-check", "good"),
}


def title(norm: Norm) -> str:
    """The name of a value, or the citation of a norm."""
    return norm.fact.title.in_language(language())


def value(norm: Norm) -> str:
    """The value as the language writes it."""
    return written(norm.fact.value)


def written(text: str) -> str:
    """A value of law with the decimal sign of the language."""
    return text if language() == "en" else text.replace(".", ",")


def first_day(norm: Norm) -> str:
    """From when it is in force."""
    return wording.day(norm.fact.effective_from)


def value_or_article(norm: Norm) -> str:
    """The value, or the article of a rule as its key names it."""
    return norm.fact.key.partition(".")[2] if norm.fact.effective_from is None else value(norm)


def value_of_day(norm: Norm) -> str:
    """As `value_or_article`, with the first day of the value."""
    if norm.fact.effective_from is None:
        return value_or_article(norm)
    return _("%(value)s from %(day)s", value=value(norm), day=first_day(norm))


def state(norm: Norm) -> str:
    """How far it may be relied on, in a word or two."""
    return _(STANDINGS[norm.standing])


def state_in_full(norm: Norm) -> str:
    """How far it may be relied on, and what to do."""
    fact, tr = norm.fact, interface()
    if norm.standing is Standing.OUTDATED:
        return "\n".join(each.text(tr) for each in law.value(fact.key, date.max).warnings)
    if norm.standing is Standing.STALE:
        return "\n".join(each.text(tr) for each in law.warnings(fact))
    if norm.standing is Standing.CONFIRMED:
        return _("confirmed by %(name)s, %(date)s", name=norm.confirmed_by, date=wording.day(norm.confirmed_on))
    if norm.standing is Standing.READ:
        return _(_READ)
    centre = N_("added by the centre, to be checked by the lawyer")
    return _(centre if fact.origin is Origin.CENTRE else N_("to be checked by the lawyer"))


def mark(norm: Norm) -> tuple[str, str]:
    """The icon and tone of the state."""
    return MARKS[norm.standing]


def searched(norm: Norm) -> str:
    """All words by which a fact is found."""
    fact = norm.fact
    return sort_key(f"{title(norm)} {fact.key} {fact.value} {fact.source_in(language())} {_(ACTS[act_of(fact)])}")


def source(fact: Fact) -> str:
    """Where it stands, in which edition, and how sure that is."""
    lang = language()
    lines = [
        _("Source: %(source)s", source=fact.source_in(lang)),
        _("Edition: %(edition)s", edition=fact.edition_in(lang)),
        _("Confidence: %(confidence)s", confidence=_(CONFIDENCE[fact.confidence])),
    ]
    if fact.confirmed_until is not None:
        lines.append(_("The source vouches until %(day)s.", day=wording.day(fact.confirmed_until)))
    return "\n".join((*lines, origin(fact)))


def origin(fact: Fact) -> str:
    """How it came into the program."""
    told = {"day": wording.day(fact.brought_on), "name": fact.brought_by}
    if fact.origin is Origin.CENTRE:
        return _("Added by the centre on %(day)s by %(name)s.", **told)
    if fact.origin is Origin.UPDATE:
        return _("Came with an update of %(name)s, installed on %(day)s.", **told)
    return _("Came with the program.")


def replaced(fact: Fact) -> list[str]:
    """What came with the program and does not count any more, if something else stands in its place."""
    shipped = law.shipped_tables()
    rows = shipped.dated.get(fact.key, ())
    before = shipped.norms.get(fact.key) or next((row for row in rows if row.id == fact.id), None)
    if fact.origin is Origin.SHIPPED or before is None:
        return []
    told = ", ".join(filter(None, (written(before.value), before.source_in(language()), before.edition_in(language()))))
    return [_("Before that, with the program: %(what)s", what=told)]


def used(fact: Fact) -> str:
    """Which parts of the program rest on it."""
    parts = law.used_parts(fact.key)
    if not parts:
        return _("Only shown here.")
    return _("Used in: %(parts)s.", parts=", ".join(_(PARTS[part]) for part in parts))


CONFIRM: Final = N_("I have read the source: confirm")
