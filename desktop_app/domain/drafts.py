"""What somebody was typing when the window was locked or the program stopped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

Content = Mapping[str, Any]
"""The texts of a form as they stood, readable or not: values of JSON only, never a password or a code."""


class FormName(NamedTuple):
    """Which form it was: what opens it (`case`, 12) and which part of that ("wages:7"); written `case:12:wages:7`."""

    kind: str
    item_id: int
    part: str

    @classmethod
    def read(cls, text: str) -> FormName:
        """The name as it is stored. ValueError when it is none."""
        kind, _colon, rest = text.partition(":")
        number, _colon, part = rest.partition(":")
        return cls(kind, int(number), part)

    def __str__(self) -> str:
        return f"{self.kind}:{self.item_id}:{self.part}".removesuffix(":")


@dataclass(frozen=True)
class Draft:
    """A draft that was left behind: `key` names it in the file, `at` is when it was kept, with its offset."""

    key: str
    form: FormName
    at: datetime
    content: Content
