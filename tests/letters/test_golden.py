"""The text of every letter in every language, as it is read back from its PDF, against what was reviewed.

Each kind has a made-up case in tests/letters/samples. After a wanted change run this file with TIREK_GOLDEN=write, then
read the difference.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from pathlib import Path

import pytest

from desktop_app.domain.letters import LetterLanguage
from desktop_app.letters import catalogue
from tests.letters import samples
from tests.letters.reading import pages_of

GOLDEN = Path(__file__).parent / "golden"
KINDS = sorted(module.name for module in pkgutil.iter_modules(samples.__path__) if module.name in catalogue.LETTERS)
CASES = [(kind, language) for kind in KINDS for language in LetterLanguage]


@pytest.mark.parametrize(("kind", "language"), CASES, ids=[f"{kind}.{language}" for kind, language in CASES])
def test_the_words_are_those_that_were_reviewed(kind: str, language: LetterLanguage) -> None:
    facts = importlib.import_module(f"tests.letters.samples.{kind}").facts(language)
    text = "\n\f\n".join(page.replace("\r\n", "\n") for page in pages_of(catalogue.render(facts)))
    path = GOLDEN / f"{kind}.{language}.txt"
    if os.environ.get("TIREK_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text + "\n"


def test_every_kind_has_a_sample() -> None:
    assert set(KINDS) == set(catalogue.LETTERS)


def test_nothing_else_is_kept() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{kind}.{language}.txt" for kind, language in CASES}
