"""Claim letters with their calculation, against bare ReportLab platypus, typst and LibreOffice with the same text.

All sides print the same words and tables with the same faces and sizes (tests/letters/test_bench.py). What speaks
against ours: it begins with the facts and finds the words, while the others get the finished story; it looks for
characters the fonts lack, and it prints more: the check square, "page x of y" and the number below each page, the
description and colours of PDF/A. What speaks for it: typst starts with the wish for no tags, which ours has none of,
and with its caches empty, as ours does; both spread over processes by the same code, and their start counts.
ReportLab is the same on both sides, with its accelerator. Both peers are missing from a computer set up for the
program: `make peers` brings typst, the system LibreOffice (apt-get install libreoffice-writer).
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final, TypeVar

from benchmarks import letter_bare, letter_facts, letter_office, letter_typst
from benchmarks.rows import Absent, Row, paired
from desktop_app.domain.letters import LetterFacts
from desktop_app.letters import catalogue

TARGET: Final = 1.3
FASTER: Final = 1.0
LETTERS: Final = 1000
BATCH: Final = 20
CREW: Final = 60
CREWS: Final = 8
CORES: Final = 2
_PARTS: Final = 32  # each process fetches its letters in that many parts: none is left to wait for the last one

Item = TypeVar("Item")


@dataclass(frozen=True)
class _Stack:
    """Letters that are made in one go, and how often."""

    name: str
    facts: list[LetterFacts]
    runs: int


def measure(*, quick: bool) -> Iterator[Row | Absent]:
    """In one process against bare ReportLab; then on both cores against what a centre would take instead."""
    yield from _against_bare(quick=quick)
    letters, crews = (LETTERS // 10, CREWS // 4) if quick else (LETTERS, CREWS)
    runs = 1 if quick else 3
    stacks = (
        _Stack(f"{letters:,} claim letters, half kk, half ru", _both_languages(letters), runs),
        _Stack(f"{crews} claims for {CREW} workers, half kk, half ru", _both_languages(crews, CREW), runs),
    )
    for stack in stacks:
        yield from _against_typst(stack)
    yield from _against_office(stacks)


def _against_bare(*, quick: bool) -> Iterator[Row]:
    """Both sides make the same letters, a batch at a time, from facts that are already there."""
    batch = BATCH // 4 if quick else BATCH
    sizes = (
        (f"{LETTERS // 2} claim letters", batch, 1, LETTERS // 2 // BATCH // (5 if quick else 1)),
        (f"claim for {CREW} workers", 1, CREW, 3 if quick else 15),
    )
    for name, letters, crew, runs in sizes:
        for language in letter_facts.LANGUAGES:
            facts = letter_facts.claims(language, letters, crew)
            stories = list(map(letter_facts.story, facts))
            yield paired(
                f"{name}, {language.value}, against bare ReportLab",
                partial(_spread, catalogue.render, facts, 0),
                partial(_spread, letter_bare.render, stories, 0),
                runs=runs,
                target=TARGET,
                note=f"one process, {letters} at a time",
            )


def _against_typst(stack: _Stack) -> Iterator[Row | Absent]:
    """A PDF a letter on both sides; starting the processes counts on both sides."""
    if not letter_typst.installed():
        yield Absent(f"{stack.name}, against typst", "typst is not installed: make peers")
        return
    written = [letter_typst.source(letter_facts.story(facts)) for facts in stack.facts]
    for processes, target in ((1, FASTER), (CORES, None)):
        yield paired(
            f"{stack.name}, against typst in {processes} process{'' if processes == 1 else 'es'}",
            partial(_spread, catalogue.render, stack.facts, CORES),
            partial(_spread, letter_typst.render, written, processes),
            runs=stack.runs,
            target=target,
            note=f"ours in {CORES}; its compiler is kept from letter to letter, its PDF has no tags",
        )


def _against_office(stacks: Sequence[_Stack]) -> Iterator[Row | Absent]:
    """All letters in one document, as a mail merge leaves them, and one LibreOffice that makes it a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        lacking = letter_office.lacking(Path(folder))
        for number, stack in enumerate(stacks):
            name = f"{stack.name}, against LibreOffice mail merge"
            if lacking:
                yield Absent(name, lacking)
                continue
            document = Path(folder, f"merged{number}.fodt")
            document.write_bytes(letter_office.source(list(map(letter_facts.story, stack.facts))))
            yield paired(
                name,
                partial(_spread, catalogue.render, stack.facts, CORES),
                partial(letter_office.render, document),
                runs=stack.runs,
                target=FASTER,
                note=f"ours in {CORES} processes; its document is merged beforehand, one conversion to one PDF counts",
            )


def _both_languages(letters: int, crew: int = 1) -> list[LetterFacts]:
    """Half of the letters in each language, in turn."""
    halves = [letter_facts.claims(language, letters // 2, crew) for language in letter_facts.LANGUAGES]
    return [facts for pair in zip(*halves, strict=True) for facts in pair]


def _spread(call: Callable[[Item], bytes], items: Sequence[Item], processes: int) -> list[bytes]:
    """Call for every item, in this process when `processes` is 0, else in new ones."""
    if not processes:
        return list(map(call, items))
    part = max(1, len(items) // (processes * _PARTS))
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return list(pool.map(call, items, chunksize=part))
