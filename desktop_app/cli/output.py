"""What a command says: one JSON document or plain lines on standard output, the rest on standard error."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator


class Output:
    """Where a command writes. `as_json` keeps standard output to exactly one JSON document."""

    def __init__(self, tr: Translator, *, as_json: bool) -> None:
        self.tr = tr
        self.as_json = as_json
        if isinstance(sys.stdout, io.TextIOWrapper):
            # JSON is UTF-8 everywhere; a terminal keeps its own letters and shows a mark for one it lacks.
            sys.stdout.reconfigure(encoding="utf-8" if as_json else None, errors="replace")

    @property
    def is_heard(self) -> bool:
        """Whether there is a standard output at all."""
        return sys.stdout is not None

    def answer(self, document: Mapping[str, object], lines: Iterable[str]) -> None:
        """Give the answer: the document for --json, else the lines. AppError when it cannot be written."""
        if self.as_json:
            lines = [json.dumps(document, ensure_ascii=False, indent=2, default=_plain)]
        try:
            sys.stdout.write("\n".join(lines) + "\n")
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError:
            self.drop()
            raise AppError(N_("The answer could not be written. Free some space, or write it elsewhere.")) from None

    def drop(self) -> None:
        """Let what is not written yet go, so that the end of the program does not try once more."""
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())

    def progress(self, sentence: str) -> None:
        """Say on standard error what is being done, if anybody listens there."""
        if sys.stderr is not None:
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
