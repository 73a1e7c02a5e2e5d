"""The norms a consent or a transfer stands on, with the mark on what the centre's lawyer has not checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop_app import law
from desktop_app.domain.letters import Norm
from desktop_app.errors import Message
from desktop_app.i18n import N_, language

Norms = Mapping[str, Norm]


def ground(norms: Norms, keys: Iterable[str]) -> Message:
    """The citations of these norms as the file knows them; what nobody has checked says so."""
    found = [norms.get(key) or Norm(law.fact(key)) for key in keys]
    told = {"norms": "; ".join(str(getattr(norm.fact.title, language())) for norm in found)}
    if all(norm.settled for norm in found):
        return Message(N_("%(norms)s."), told)
    return Message(N_("%(norms)s. To be checked by the centre’s lawyer."), told)
