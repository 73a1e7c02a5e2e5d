"""What the letter screens ask of the services, several questions in one call."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.domain.letters import LetterRequest, LetterRow, Norm, PageImage
from desktop_app.errors import Problem
from desktop_app.services import letters
from desktop_app.services.files import OpenFile

MOST_PAGES: Final = 20
"""A page drawn takes megabytes; who wants to read more of them saves the letter as PDF."""


@dataclass(frozen=True)
class Pages:
    """The first pages of a letter as pictures, and how many more it has."""

    drawn: tuple[PageImage, ...]
    more: int


@dataclass(frozen=True)
class Draft:
    """How a letter would look: its pages, what it lacks, what the lawyer has to check."""

    pages: Pages
    problems: tuple[Problem, ...]
    to_check: tuple[Norm, ...]


def draft(file: OpenFile, request: LetterRequest, zoom: float) -> Draft:
    """The draft with everything to be said about it. Raises InvalidInput when the request is wrong."""
    pages = _drawn(letters.draft(file, request), zoom)
    return Draft(pages, letters.problems(file, request), letters.to_check(file, request))


def stored(file: OpenFile, letter_id: int, zoom: float) -> tuple[LetterRow, Pages]:
    """A kept letter: its line in the list and its pages."""
    return letters.row(file, letter_id), _drawn(letters.pdf(file, letter_id), zoom)


def save_copy(file: OpenFile, letter_id: int, path: Path) -> Path:
    """Write a kept letter byte for byte to `path`, whole or not at all. AppError when the place cannot take it."""
    letters.save_copy(file, letter_id, path)
    return path


def _drawn(content: bytes, zoom: float) -> Pages:
    drawn = letters.pages(content, zoom, MOST_PAGES)
    return Pages(drawn, letters.page_count(content) - len(drawn))
