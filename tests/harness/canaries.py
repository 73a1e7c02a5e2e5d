"""Words that must not stand in any file, in every way in which a file could hold them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from desktop_app.domain.names import fold
from tests import factories

CYRILLIC: Final = "Канарейкин"
KAZAKH: Final = "Құсқанатұлы"
LATIN: Final = "Canarywitz"
NAME: Final = f"{CYRILLIC} {KAZAKH} {LATIN}"
SECRETS: Final = (factories.PASSWORD, factories.CODE, "тау өзен бұлт жел")
ENCODINGS: Final = ("utf-8", "utf-16-le", "cp1251", "kz1048")


class Scan(NamedTuple):
    """How many files were read, and which of them hold a word."""

    files: int
    hits: tuple[str, ...]


def text(field: str) -> str:
    """A text for a field that holds every word, and by its end says which field it was."""
    return f"{NAME} {field}"


def needles() -> dict[bytes, str]:
    """What is looked for, by the bytes."""
    words = [CYRILLIC, KAZAKH, LATIN, *SECRETS]
    words += [form for word in (CYRILLIC, KAZAKH, LATIN) for form in (word.upper(), word.casefold(), fold(word))]
    return dict(_encoded(words))


def scan(roots: list[Path], since: float, asked_for: set[Path]) -> Scan:
    """Read every file below the roots that was changed since a moment, but for those a user asked for."""
    wanted = needles()
    files, hits = 0, []
    for path in _changed(roots, since):
        if path in asked_for:
            continue
        try:
            content = path.read_bytes()
        except OSError:
            continue
        files += 1
        hits += [f"{path}: {word}" for needle, word in wanted.items() if needle in content or needle in _named(path)]
    return Scan(files, tuple(hits))


def _encoded(words: list[str]) -> Iterator[tuple[bytes, str]]:
    for word in words:
        for encoding in ENCODINGS:
            try:
                yield word.encode(encoding), f"{word} ({encoding})"
            except UnicodeEncodeError:  # not a word that such a file could hold
                continue


def _changed(roots: list[Path], since: float) -> Iterator[Path]:
    for root in roots:
        for folder, _folders, names in os.walk(root):
            for name in names:
                path = Path(folder) / name
                if path.is_file() and not path.is_symlink() and path.stat().st_mtime >= since:
                    yield path


def _named(path: Path) -> bytes:
    return path.name.encode("utf-8", "surrogatepass")
