"""How warnings, prompts and norms are written in the interface's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from desktop_app import law
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.letters import Norm
from desktop_app.domain.screening_law import Told
from desktop_app.domain.warning_rules import Weight
from desktop_app.domain.warnings import CaseWarning
from desktop_app.i18n import N_, _, language, ngettext
from desktop_app.ui.common import blur
from desktop_app.ui.privacy.grounds import ground

TONES: Final = {Weight.STOP: "danger", Weight.CAREFUL: "warn", Weight.KNOW: "info"}
_WEIGHTS: Final = {
    Weight.STOP: N_("Stop and talk first"),
    Weight.CAREFUL: N_("Take care"),
    Weight.KNOW: N_("Good to know"),
}
_SOME: Final = 3


def warning_text(warning: CaseWarning, card: CaseCard, norms: Mapping[str, Norm]) -> str:
    """A warning as lines: its head, what it says, what to do, on which norms it rests."""
    lines = [head_text(warning, card), warning.message.text(_)]
    lines.append(_("What to do: %(advice)s", advice=warning.advice.text(_)))
    if warning.norms:
        lines.append(_("Rests on: %(norms)s", norms=ground(norms, warning.norms).text(_)))
    return "\n".join(lines)


def head_text(warning: CaseWarning, card: CaseCard) -> str:
    """The weight of a warning, its name and whom it is about."""
    said = {"weight": _(_WEIGHTS[warning.weight]), "title": warning.title.text(_)}
    if not warning.workers:
        return _("%(weight)s. %(title)s", **said)
    return _("%(weight)s. %(title)s: %(workers)s", **said, workers=workers_text(warning, card))


def stops_text(warnings: Iterable[CaseWarning], card: CaseCard) -> str:
    """What has to be talked over: one name of a warning a line, with whom it is about."""
    names = [
        _("%(title)s: %(workers)s", title=each.title.text(_), workers=workers_text(each, card)) for each in warnings
    ]
    return "\n".join([_("Stop and talk first."), *names]) if names else ""


def cares_text(warnings: Iterable[CaseWarning]) -> str:
    """What to take care of, by name alone."""
    names = "; ".join(each.title.text(_) for each in warnings)
    return _("Take care. %(names)s.", names=names) if names else ""


def workers_text(warning: CaseWarning, card: CaseCard) -> str:
    """The workers a warning is about: all of them, or the first three by name and how many more."""
    if len(warning.workers) == len(card.workers) > 1:
        return _("all workers of the case")
    names = [worker.person.full_name for worker in card.workers if worker.id in warning.workers]
    shown = ", ".join(blur.name(name) for name in names[:_SOME])
    more = len(names) - _SOME
    if more <= 0:
        return shown
    return ngettext("%(names)s and %(n)s more", "%(names)s and %(n)s more", more, names=shown)


def told_text(told: Told, norms: Mapping[str, Norm]) -> str:
    """What the law says, in the program's words, and the norm."""
    return "\n".join((_(told.says), ground(norms, (told.norm,)).text(_)))


def number_text(key: str, norms: Mapping[str, Norm]) -> str:
    """A telephone with what it is, its source and the mark on what nobody has checked."""
    norm = norms.get(key) or Norm(law.fact(key))
    lang = language()
    title = str(getattr(norm.fact.title, lang))
    said = {"number": norm.fact.value, "title": title, "source": norm.fact.source_in(lang)}
    if norm.settled:
        return _("%(number)s: %(title)s (%(source)s)", **said)
    return _("%(number)s: %(title)s (%(source)s; to be checked by the lawyer)", **said)


def numbers_text(keys: Iterable[str], norms: Mapping[str, Norm]) -> str:
    """Telephones that can help at once, one a line."""
    return "\n".join(number_text(key, norms) for key in keys)
