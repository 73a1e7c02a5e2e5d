"""How screens name the norms something rests on, with the mark on those the lawyer has still to check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from desktop_app import law
from desktop_app.domain.letters import Norm
from desktop_app.i18n import _, language

MARK: Final = "*"
_ENDING: Final = re.compile(r"(?<=\d)-(?=\w)")  # 113-бабы stays on one line


class NormWords:
    """Norms by their key, with what the centre's lawyer has confirmed of them."""

    def __init__(self, norms: Mapping[str, Norm] | None = None) -> None:
        self._norms = {norm.fact.key: norm for norm in (norms or {}).values() if norm.fact.effective_from is None}

    def titles(self, keys: Iterable[str]) -> str:
        """The norms in one line, each marked while it is not settled."""
        return "; ".join(self._title(key) for key in keys)

    def to_check(self, keys: Iterable[str]) -> str:
        """The sentence that explains the mark, empty when nothing is marked."""
        marked = any(not self._norm(key).settled for key in keys)
        return _("%(mark)s To be checked by the centre’s lawyer.", mark=MARK) if marked else ""

    def _title(self, key: str) -> str:
        norm = self._norm(key)
        title = _ENDING.sub("\u2011", str(getattr(norm.fact.title, language())))
        return title + ("" if norm.settled else MARK)

    def _norm(self, key: str) -> Norm:
        return self._norms.get(key) or Norm(law.fact(key))
