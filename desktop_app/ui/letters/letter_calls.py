"""What the letter screens ask of the services, several questions in one call."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.letters import LetterRequest, LetterRow, Norm, PageImage
from desktop_app.errors import Problem
from desktop_app.services import letters
from desktop_app.services.files import OpenFile


@dataclass(frozen=True)
class Draft:
    """How a letter would look: its pages, what it lacks, what the lawyer has to check."""

    pages: tuple[PageImage, ...]
    problems: tuple[Problem, ...]
    to_check: tuple[Norm, ...]


def draft(file: OpenFile, request: LetterRequest, zoom: float) -> Draft:
    """The draft with everything to be said about it. Raises InvalidInput when the request is wrong."""
    pages = letters.pages(letters.draft(file, request), zoom)
    return Draft(pages, letters.problems(file, request), letters.to_check(file, request))


def stored(file: OpenFile, letter_id: int, zoom: float) -> tuple[LetterRow, tuple[PageImage, ...]]:
    """A kept letter: its line in the list and its pages."""
    return letters.row(file, letter_id), letters.pages(letters.pdf(file, letter_id), zoom)


def save_copy(file: OpenFile, letter_id: int, path: Path) -> Path:
    """Write a kept letter byte for byte to `path`, whole or not at all. AppError when the place cannot take it."""
    letters.save_copy(file, letter_id, path)
    return path
