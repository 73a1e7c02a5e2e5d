"""Words that no letter may carry out of the centre: of somebody's stay and permits, of the screening."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from desktop_app.law.folder import read


@cache
def never_said() -> Mapping[str, tuple[str, ...]]:
    """Patterns in kk, ru and en by what they tell of: "status" or "screening"."""
    kept: dict[str, list[str]] = read("never_said.json")
    return {name: tuple(kept[name]) for name in ("status", "screening")}
