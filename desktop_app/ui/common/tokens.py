"""The colours of the two themes, light and dark, from one table (resources/style/tokens.json)."""

from __future__ import annotations

import json
from functools import cache

from desktop_app import settings


class _Shown:
    """Which of the two tables is on screen."""

    name = "light"


@cache
def table(name: str) -> dict[str, str]:
    """The colours of a theme (light or dark) as #RRGGBB by token."""
    themes: dict[str, dict[str, str]] = json.loads(
        (settings.resources_dir() / "style" / "tokens.json").read_text("utf-8")
    )
    return themes[name]


def shown() -> str:
    """The theme on screen: light or dark."""
    return _Shown.name


def show(name: str) -> None:
    """Take the colours of this theme from now on."""
    _Shown.name = name


def colour(token: str) -> str:
    """A colour of the theme on screen as #RRGGBB."""
    return table(_Shown.name)[token]


def contrast(first: str, second: str) -> float:
    """The contrast of two #RRGGBB colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
