"""What a command says: one JSON document or plain lines on standard output, the rest on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from desktop_app.i18n import Translator


class Output:
    """Where a command writes. `as_json` keeps standard output to exactly one JSON document."""

    def __init__(self, tr: Translator, *, as_json: bool) -> None:
        self.tr = tr
        self.as_json = as_json

    def answer(self, document: Mapping[str, object], lines: Iterable[str]) -> None:
        """Give the answer: the document for --json, else the lines."""
        if self.as_json:
            lines = [json.dumps(document, ensure_ascii=False, indent=2, default=_plain)]
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()

    def progress(self, sentence: str) -> None:
        """Say on standard error what is being done."""
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()

    complain = progress


def money(amount: Decimal) -> str:
    """Tenge as JSON carries them: a string with two decimals."""
    return f"{amount:.2f}"


def table(rows: Iterable[tuple[str, ...]]) -> Iterable[str]:
    """Lines of a plain table with columns as wide as their longest cell."""
    held = list(rows)
    if not held:
        return
    widths = [max(len(row[column]) for row in held) for column in range(len(held[0]))]
    for row in held:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return money(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
