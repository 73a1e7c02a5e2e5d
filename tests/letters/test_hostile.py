"""Whatever somebody typed is text in a letter, or is refused by name: 500 strings in every field of every kind."""

from __future__ import annotations

import re
import socket
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, NameObject

from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.errors import AppError
from desktop_app.letters import catalogue
from desktop_app.letters.fonts import printable, unprintable
from tests.letters import hostile
from tests.letters.reading import pages_of

ACTIVE = re.compile(
    rb"/(JS|JavaScript|Launch|URI|OpenAction|AA|EmbeddedFile|GoToR|GoToE|SubmitForm|ImportData|RichMedia|XFA|AcroForm|Annots)\b"
)
QUICK = 6
LANGUAGES = tuple(LetterLanguage)


def said(text: str) -> str:
    """Text without blanks and hyphens, which the end of a line may add or take, and without marks on no letter."""
    # A reader takes a ligature out as its letters.
    return re.sub(r"[\s\u00ad\ufffe\u0300-\u036f-]+", "", unicodedata.normalize("NFKC", text))


def active_names(pdf: bytes) -> set[str]:
    """The names of anything in the file that could act, wherever it stands outside of drawn text."""
    found = {name.decode() for name in ACTIVE.findall(re.sub(rb"stream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL))}
    reader = PdfReader(BytesIO(pdf))
    waiting: list[Any] = [reader.trailer["/Root"].get_object()]
    seen: set[int] = set()
    while waiting:
        held = waiting.pop()
        held = held.get_object() if hasattr(held, "get_object") else held
        if id(held) in seen:
            continue
        seen.add(id(held))
        if isinstance(held, DictionaryObject):
            found |= {match[1].decode() for name in held if (match := ACTIVE.fullmatch(str(name).encode()))}
            waiting += held.values()
        elif isinstance(held, list):
            waiting += held
        elif isinstance(held, NameObject) and (match := ACTIVE.fullmatch(str(held).encode())):
            found.add(match[1].decode())
    return found


def check(kind: str, language: LetterLanguage, text: str) -> None:
    """The string in every field at once."""
    facts = hostile.filled(hostile.base(kind, language), lambda _name: text)
    if unprintable(text):
        assert catalogue.problems(facts), (kind, text)
        with pytest.raises(AppError) as caught:
            catalogue.render(facts)
        assert "character" in caught.value.message.params, caught.value
        return
    pdf = render(facts)
    if pdf is None:
        return
    assert active_names(pdf) == set(), (kind, text)
    wanted = said(printable(text))
    assert wanted in said("".join(pages_of(pdf))), (kind, text)


def render(facts: LetterFacts) -> bytes | None:
    """The letter; None where it cannot be told without a name that the string took away."""
    try:
        return catalogue.render(facts)
    except AppError as error:
        if "character" in error.message.params:
            raise
        return None


def test_there_are_five_hundred() -> None:
    assert len(set(hostile.STRINGS)) == 500
    assert sum(unprintable(text) is not None for text in hostile.STRINGS) < 60


@pytest.mark.parametrize("kind", hostile.KINDS)
def test_what_was_typed_is_text(kind: str) -> None:
    seed = hostile.KINDS.index(kind)
    for at, text in enumerate(hostile.sampled(QUICK, seed)):
        check(kind, LANGUAGES[(seed + at) % len(LANGUAGES)], text)


@pytest.mark.long
@pytest.mark.parametrize("part", range(10))
@pytest.mark.parametrize("kind", hostile.KINDS)
def test_all_of_them_in_every_kind(kind: str, part: int) -> None:
    for at, text in enumerate(hostile.STRINGS[part::10]):
        check(kind, LANGUAGES[at % len(LANGUAGES)], text)


@pytest.mark.parametrize("name", hostile.fields())
def test_a_character_that_cannot_be_shown_is_refused_with_its_field(name: str) -> None:
    """Wherever a letter prints the field, `problems` names it before anything is drawn."""
    for kind in hostile.KINDS:
        facts = hostile.base(kind, LetterLanguage.RU)
        bad = hostile.filled(facts, lambda asked: "王" if asked == name else "слова")
        try:
            catalogue.render(bad)
        except AppError as error:
            if "character" in error.message.params:
                assert catalogue.problems(bad), (kind, name)


def test_a_strange_name_that_is_not_printed_stops_no_letter() -> None:
    facts = hostile.base("employer_claim", LetterLanguage.RU)
    strange = hostile.filled(facts, lambda asked: "王 😀" if asked in ("exhibits", "complaints") else "слова")
    assert catalogue.problems(strange) == ()
    assert catalogue.render(strange).startswith(b"%PDF-")


def test_drawing_opens_no_file_and_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "<img src='http://example.org/x.png'/><img src='file:///etc/passwd'/><link href='http://x'>x</link>"
    facts = hostile.filled(hostile.base("employer_claim", LetterLanguage.RU), lambda _name: text)
    catalogue.render(facts)  # fonts and catalogues are read by now

    def refuse(*_all: object, **_more: object) -> None:
        raise AssertionError("a letter opened something")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    assert catalogue.render(facts).startswith(b"%PDF-")


def test_the_title_of_the_file_holds_nothing_that_was_typed() -> None:
    for kind in hostile.KINDS:
        facts = hostile.filled(hostile.base(kind, LetterLanguage.RU), lambda _name: "Иванов")
        pdf = render(facts)
        if pdf is not None:
            assert "Иванов" not in str(PdfReader(BytesIO(pdf)).metadata), kind
