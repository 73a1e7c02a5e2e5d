"""Regions of Kazakhstan by their ISO 3166-2 codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from desktop_app.law.folder import read


@dataclass(frozen=True)
class Region:
    """A region or city of republican rank with its official names."""

    code: str
    kk: str
    ru: str
    en: str


@cache
def regions() -> tuple[Region, ...]:
    """All regions in the order of their codes."""
    return tuple(Region(**row) for row in read("regions.json"))


def region_name(code: str, lang: str) -> str:
    """The name of a region in kk, ru or en; empty for no code, the code itself for one not in the table."""
    names = {region.code: str(getattr(region, lang)) for region in regions()}
    return names.get(code, code)
