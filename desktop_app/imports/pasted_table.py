"""A list of workers pasted from a spreadsheet, a document or a message: rows of cells, and what they say.

Every line of the paste is either a row or among the skipped ones with the reason; every cell keeps its text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from desktop_app.domain.names import alike, skeleton
from desktop_app.errors import Message
from desktop_app.i18n import N_
from desktop_app.imports import crew_headings
from desktop_app.imports.crew_cells import PARTS_OF_NAME, CrewLine, Meaning, ReadLine, name_of, read_line

Cells = tuple[str, ...]

_LINES_BEFORE_HEADING: Final = 12
_MOST_COLUMNS: Final = 60
_MOST_COMPARED: Final = 20
_RUNNING_NUMBER: Final = re.compile(r"\s*[0-9]{1,4}\s*[.)]\s+|\s*[•*–—-]\s+")
_WANTED: Final = (Meaning.NAME, Meaning.BIRTH, Meaning.CITIZENSHIP, Meaning.PHONE, Meaning.QUANTITY, Meaning.RATE)

# A cell in quotation marks ends where a mark stands before a break; any other quotation mark is part of the text.
_QUOTED: Final = r'"((?:[^"]|"")*+)"(?=[{0}\n]|\Z)'
_PLAIN: Final = r"([^{0}\n]*+)"


@dataclass(frozen=True)
class PastedColumn:
    """A column with the meaning found for it. `told_by`: its heading, its content, the user's hand, or nothing.

    `month` is the first day of the month whose quantities stand in it.
    """

    place: int
    heading: str
    meaning: Meaning | None
    told_by: Literal["heading", "content", "hand", ""]
    month: date | None = None


@dataclass(frozen=True)
class PastedRow:
    """A line that speaks of a worker. `number` counts the lines of the paste from 1."""

    number: int
    line: CrewLine
    read: ReadLine


@dataclass(frozen=True)
class SkippedRow:
    """A line that speaks of no worker, and why it was left out."""

    number: int
    cells: Cells
    reason: Message


@dataclass(frozen=True)
class Alike:
    """Two rows that may be one person, the numbers of their lines, and how alike the names are (0 to 1)."""

    numbers: tuple[int, int]
    score: float


@dataclass(frozen=True)
class PastedTable:
    """All that was understood of a paste. `missing` are the usual columns that it does not have."""

    columns: tuple[PastedColumn, ...]
    rows: tuple[PastedRow, ...]
    skipped: tuple[SkippedRow, ...]
    duplicates: tuple[Alike, ...]
    missing: tuple[Meaning, ...]

    @property
    def unused(self) -> tuple[PastedColumn, ...]:
        """Columns whose cells are not taken over."""
        return tuple(column for column in self.columns if column.meaning is None)


def split(text: str) -> tuple[Cells, ...]:
    """The cells of a pasted text, line by line: parted by tabs, or by semicolons where there are no tabs."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    mark = "\t" if "\t" in plain else ";" if _parted_by(plain, ";") else "\t"
    cell = re.compile((_QUOTED + "|" + _PLAIN).format(mark))
    rows: list[Cells] = []
    cells: list[str] = []
    place = 0
    while True:
        match = cell.match(plain, place)
        if match is None:
            break
        cells.append(match[2] if match[1] is None else match[1].replace('""', '"'))
        place = match.end()
        if place >= len(plain) or plain[place] == "\n":
            rows.append(tuple(cells))
            cells = []
        if place >= len(plain):
            break
        place += 1
    if all(len(row) == 1 for row in rows):
        rows = [(_RUNNING_NUMBER.sub("", row[0], count=1),) for row in rows]
    return tuple(rows)


def understand(rows: Sequence[Cells], today: date, chosen: Mapping[int, Meaning | None] | None = None) -> PastedTable:
    """What the rows say. `chosen` are meanings of columns by place that the user set by hand."""
    heading_at = _heading_at(rows, today)
    heading = rows[heading_at] if heading_at is not None else ()
    skipped: list[SkippedRow] = []
    kept: list[tuple[int, Cells]] = []
    for number, cells in enumerate(rows, start=1):
        reason = _reason_to_skip(cells, number - 1, heading_at, heading)
        if reason is None:
            kept.append((number, cells))
        elif any(cell.strip() for cell in cells):
            skipped.append(SkippedRow(number, cells, reason))
    columns = _columns(heading, [cells for _number, cells in kept], today, chosen or {})
    read = tuple(_row(number, cells, columns, today) for number, cells in kept)
    meanings = {column.meaning for column in columns}
    named = meanings | ({Meaning.NAME} if meanings & set(PARTS_OF_NAME) else set())
    missing = tuple(meaning for meaning in _WANTED if meaning not in named)
    return PastedTable(columns, read, tuple(skipped), duplicates(read), missing)


def read_pasted(text: str, today: date) -> PastedTable:
    """Split and understand a pasted text."""
    return understand(split(text), today)


def duplicates(rows: Sequence[PastedRow]) -> tuple[Alike, ...]:
    """Rows that may speak of one person twice: the names are alike and the birth dates do not contradict."""
    groups: dict[str, list[PastedRow]] = {}
    found = []
    for row in rows:
        name = row.read.person.full_name
        key = " ".join(sorted(skeleton(name).split()))
        group = groups.setdefault(key, [])
        for other in group[-_MOST_COMPARED:] if key else ():
            likeness = alike(other.read.person.full_name, name)
            if likeness.same_person_likely and _births_agree(other.read, row.read):
                found.append(Alike((other.number, row.number), likeness.score))
                break
        group.append(row)
    return tuple(found)


def _parted_by(text: str, mark: str) -> bool:
    lines = [line for line in text.split("\n")[:200] if line.strip()]
    return bool(lines) and sum(mark in line for line in lines) * 2 > len(lines)


def _heading_at(rows: Sequence[Cells], today: date) -> int | None:
    """The place of the heading row: the one near the top with the most headings, two at least or its only cell."""
    best, most = None, 0
    for place, cells in enumerate(rows[:_LINES_BEFORE_HEADING]):
        filled = [cell for cell in cells[:_MOST_COLUMNS] if cell.strip()]
        named = sum(
            crew_headings.told_by_heading(cell) is not None or crew_headings.month_of_heading(cell, today) is not None
            for cell in filled
        )
        names = any(map(crew_headings.names_people, filled))
        if named > most and (names or (named * 2 >= len(filled) and (named > 1 or len(filled) == 1))):
            best, most = place, named
    return best


def _reason_to_skip(cells: Cells, place: int, heading_at: int | None, heading: Cells) -> Message | None:
    if not any(cell.strip() for cell in cells):
        return Message(N_("The line is empty."))
    if heading_at is not None and place < heading_at:
        return Message(N_("The line stands above the headings."))
    if heading_at is not None and (place == heading_at or cells == heading):
        return Message(N_("These are the headings."))
    if any(crew_headings.is_total(cell) for cell in cells[:3]):
        return Message(N_("This is a line of totals."))
    return None


def _columns(
    heading: Cells, rows: Sequence[Cells], today: date, chosen: Mapping[int, Meaning | None]
) -> tuple[PastedColumn, ...]:
    width = min(max((len(cells) for cells in (heading, *rows)), default=0), _MOST_COLUMNS)
    titles = [heading[place] if place < len(heading) else "" for place in range(width)]
    content = [[cells[place] if place < len(cells) else "" for cells in rows] for place in range(width)]
    columns: dict[int, PastedColumn] = {}
    taken: set[Meaning] = set(filter(None, chosen.values()))
    for place, title in enumerate(titles):
        month = crew_headings.month_of_heading(title, today) if title else None
        meaning = Meaning.QUANTITY if month else crew_headings.told_by_heading(title)
        if place in chosen:
            month = month if chosen[place] is Meaning.QUANTITY else None
            columns[place] = PastedColumn(place, title, chosen[place], "hand", month)
        elif meaning is not None and (month or meaning not in taken):
            columns[place] = PastedColumn(place, title, meaning, "heading", month)
            taken.add(meaning)
        elif crew_headings.is_ambiguous(title):
            continue
        elif meaning is not None or crew_headings.is_order(title) or (title.strip() and _named(heading)):
            columns[place] = PastedColumn(place, title, None, "")
    guessed = crew_headings.told_by_content(
        [[] if place in columns or _counts_up(cells) else cells for place, cells in enumerate(content)], taken, today
    )
    for place in range(width):
        meaning = guessed.get(place)
        columns.setdefault(place, PastedColumn(place, titles[place], meaning, "content" if meaning else ""))
    return tuple(columns[place] for place in range(width))


def _named(heading: Cells) -> bool:
    """Whether the headings tell the name, so that columns with other headings need no guessing."""
    return any(crew_headings.told_by_heading(title) in (Meaning.NAME, *PARTS_OF_NAME) for title in heading)


def _counts_up(cells: Sequence[str]) -> bool:
    """Whether a column only numbers the rows: 1, 2, 3."""
    numbers = [cell.strip().rstrip(".)") for cell in cells if cell.strip()]
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _row(number: int, cells: Cells, columns: Sequence[PastedColumn], today: date) -> PastedRow:
    texts: dict[Meaning, str] = {}
    months: dict[date, str] = {}
    for column in columns:
        text = cells[column.place] if column.place < len(cells) else ""
        if column.month is not None:
            months[column.month] = text
        elif column.meaning is not None:
            texts[column.meaning] = text
    if any(meaning in texts for meaning in PARTS_OF_NAME):
        texts[Meaning.NAME] = name_of(CrewLine(texts))
        for meaning in PARTS_OF_NAME:
            texts.pop(meaning, None)
    line = CrewLine(texts, months)
    return PastedRow(number, line, read_line(line, today))


def _births_agree(one: ReadLine, other: ReadLine) -> bool:
    born, theirs = one.person.birth, other.person.birth
    if born is None or theirs is None:
        return True
    return born.iso.startswith(theirs.iso) or theirs.iso.startswith(born.iso)
