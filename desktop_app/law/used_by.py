"""Which parts of the program rest on a key of the law (resources/law/used_by.json, made by used_by.py beside it)."""

from __future__ import annotations

from functools import cache

from desktop_app.law.folder import read


def used_parts(key: str) -> tuple[str, ...]:
    """The codes of the parts (domain.law_names.PARTS) that name this key; none when it is only shown as law."""
    return tuple(_parts().get(key, ()))


@cache
def _parts() -> dict[str, list[str]]:
    told: dict[str, list[str]] = read("used_by.json")
    return told
