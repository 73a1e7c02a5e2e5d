"""Lines of the log as a workbook, oldest first, row by row. Case numbers, no names of workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from desktop_app.domain.log_actions import GROUPS, words
from desktop_app.domain.log_words import moment_words, named
from desktop_app.domain.logbook import LogExport, LogLine
from desktop_app.exports import long_book
from desktop_app.exports.long_book import LongSheet, text_line
from desktop_app.exports.workbook import Cover, Value
from desktop_app.i18n import N_, Translator, for_language, format_date, format_number

COLUMNS: Final = (
    (N_("Line"), 10),
    (N_("Time"), 27),
    (N_("Who"), 30),
    (N_("Action"), 44),
    (N_("About"), 26),
    (N_("Computer"), 20),
    (N_("Note"), 40),
)


def save(told: LogExport, lines: Iterable[LogLine], path: Path) -> None:
    """Write the workbook to `path`. Raises AppError when the folder, the disk or another program refuses."""
    tr = for_language(told.language)
    foot = tr(N_("Log: line %(seq)s, check word %(word)s"), seq=told.head.seq, word=told.head.word)
    long_book.save(_cover(told, tr, foot), [sheet(lines, tr)], tr, foot, path)


def sheet(lines: Iterable[LogLine], tr: Translator) -> LongSheet:
    """The table of these lines."""
    columns = tuple((tr(heading), width) for heading, width in COLUMNS)
    return LongSheet(tr(N_("Log")), columns, _rows(lines, tr))


def _rows(lines: Iterable[LogLine], tr: Translator) -> Iterator[tuple[Value, ...]]:
    itself = tr(N_("The program itself"))
    actions: dict[str, str] = {}
    for line in lines:
        if line.action not in actions:
            actions[line.action] = tr(words(line.action))
        yield (
            line.seq,
            moment_words(line.at, tr),
            line.who or itself,
            actions[line.action],
            named(line, tr),
            line.computer,
            _note(line, tr),
        )


def _note(line: LogLine, tr: Translator) -> str:
    notes = []
    if line.refused:
        notes.append(tr(N_("refused")))
    if line.clock_back:
        notes.append(tr(N_("the clock went back")))
    return "; ".join(notes)


def _cover(told: LogExport, tr: Translator, foot: str) -> Cover:
    wanted = told.wanted
    everything = tr(N_("all"))
    first, last = (format_date(day, tr.code) if day else "" for day in (wanted.first, wanted.last))
    period = tr(N_("from %(first)s to %(last)s"), first=first or "…", last=last or "…")
    lines = (
        text_line(tr(N_("Centre")), told.centre.within(tr.code)),
        text_line(tr(N_("Made")), moment_words(told.made_at, tr)),
        text_line(tr(N_("Period")), period if first or last else everything),
        text_line(tr(N_("Who")), told.who or everything),
        text_line(tr(N_("Actions")), tr(GROUPS[wanted.group]) if wanted.group else everything),
        text_line(tr(N_("Case")), wanted.case or everything),
        text_line(tr(N_("Last line of the log")), format_number(told.head.seq, tr.code)),
        text_line(tr(N_("Check word")), told.head.word),
    )
    notes = (
        tr(N_("The lines are in the order of their numbers. A time may be wrong where a computer’s clock was.")),
        foot,
    )
    return Cover(tr(N_("Cover")), tr(N_("Log of the file")), lines, notes)
