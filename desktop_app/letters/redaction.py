"""What a print-out of a case may show: everything, or codes in place of names and marks in place of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import Answer, FieldKind, FieldSpec, in_words
from desktop_app.domain.complaint_forms import form_of
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.held_documents import HeldDocument
from desktop_app.domain.letters import LetterFacts, LetterWorker
from desktop_app.domain.names import fold
from desktop_app.domain.redaction import GONE, Named, Redactor
from desktop_app.i18n import Translator
from desktop_app.letters.fonts import unprintable

PEOPLE: Final = frozenset({"who", "holder", "hired_by", "witnesses"})
"""Questions whose answer is a name: people whom the file knows only by what was typed."""
PLACES: Final = frozenset({"where", "school", "department"})
"""Questions whose answer is a place."""
LEFT_OUT: Final = frozenset({"paper", "police_number", "safe_way"})
"""Questions whose answer is a number of a paper, or how somebody is reached."""
_BEHIND_NAME: Final = re.compile(r"[,;(+0-9]")


@dataclass(frozen=True)
class Shown:
    """Texts of a case as the print-out shows them: whole, or without names when `hidden` is set."""

    hidden: bool
    redactor: Redactor
    bodies: Redactor
    codes: dict[str, str]

    def free(self, text: str) -> str:
        """A text somebody typed."""
        return showable(self.redactor.redact(text) if self.hidden else text)

    def body(self, text: str) -> str:
        """Whom a letter went to: a body keeps its name, people and firms of the case do not."""
        return showable(self.bodies.redact(text) if self.hidden else text)

    def refuge(self, kind: AddresseeKind, text: str) -> str:
        """As `body`; a shelter or a service has no name here, for its people are found by it."""
        if self.hidden and text and kind in (AddresseeKind.PARTNER, AddresseeKind.SOCIAL_SERVICES):
            return GONE
        return self.body(text)

    def number(self, text: str) -> str:
        """An IIN, a phone, the number of a document."""
        return GONE if self.hidden and text else text

    def called(self, text: str) -> str:
        """A text that is nothing but a name: its own code, the same each time."""
        return self.codes.get(_key(text), GONE) if self.hidden and text.strip() else showable(text)

    def worker(self, worker: LetterWorker) -> str:
        """A worker’s name, or code."""
        return self.called(worker.person.full_name) if self.hidden else worker.person.full_name

    def answer(self, spec: FieldSpec, answer: Answer, tr: Translator) -> str:
        """An answer of a complaint in words."""
        told = in_words(spec, answer, tr, tr.code)
        if not self.hidden or not told or spec.kind not in (FieldKind.TEXT, FieldKind.NOTE):
            return told
        if spec.name in LEFT_OUT:
            return GONE
        return self.called(told) if spec.name in PEOPLE | PLACES else self.free(told)


def showable(text: str) -> str:
    """The text with a question mark for what the fonts cannot show: a name of a file must not stop a print-out."""
    if unprintable(text) is None:
        return text
    return "".join("?" if unprintable(mark) else mark for mark in text)


def shown(facts: LetterFacts, *, hidden: bool) -> Shown:
    """How a print-out shows the texts of these facts; the codes follow the order of the case, W1 the first worker."""
    if not hidden:
        return Shown(False, Redactor(()), Redactor(()), {})
    codes: dict[str, str] = {}
    workers = _numbered("W", (each.person.full_name for each in facts.workers), codes)
    firms = _firms(facts, codes)
    heads = _numbered("P", (each.head_name for each in _employers(facts)), codes)
    known = [*workers, *firms, *heads]
    people = _typed_people(facts, known, len(heads), codes)
    places = _numbered("S", _places(facts), codes, plain=True)
    everybody = (*known, *people)
    return Shown(True, Redactor((*everybody, *places)), Redactor(everybody, strangers=False), codes)


def _numbered(letter: str, names: Iterable[str], codes: dict[str, str], *, plain: bool = False) -> list[Named]:
    """Each name once, put into `codes`; what has a code already keeps it, for it is the same name."""
    found: list[Named] = []
    for name in names:
        if name.strip() and _key(name) not in codes:
            found.append(Named(f"{letter}{len(found) + 1}", (name,), plain))
            codes[_key(name)] = found[-1].code
    return found


def _firms(facts: LetterFacts, codes: dict[str, str]) -> list[Named]:
    """The employers of the case; only a company is called by ordinary words, the others bear a person’s name."""
    companies = {each.name for each in _employers(facts) if each.kind is EmployerKind.COMPANY}
    found = _numbered("E", (each.name for each in _employers(facts)), codes)
    return [replace(each, plain=each.names[0] in companies) for each in found]


def _typed_people(facts: LetterFacts, known: list[Named], heads: int, codes: dict[str, str]) -> list[Named]:
    """People the file knows by a typed answer alone (“Name, post, phone”), or by another of their names.

    What stands before the first comma or number is the name: the same name is the same person.
    """
    seen = Redactor(tuple(each for each in known if not each.plain), strangers=False)
    numbers: dict[str, str] = {}
    found = []
    for text in _people(facts):
        name = _BEHIND_NAME.split(text, maxsplit=1)[0]
        if not text.strip() or _key(text) in codes:
            continue
        whose = seen.codes_of(name)
        if not whose and _key(name) not in numbers:
            numbers[_key(name)] = f"P{heads + len(numbers) + 1}"
        codes[_key(text)] = whose[0] if whose else numbers[_key(name)]
        found.append(Named(codes[_key(text)], (text,), plain=True))
    return found


def _employers(facts: LetterFacts) -> Iterator[Employer]:
    yield facts.employer
    if facts.told is not None:
        yield from (party.employer for party in facts.told.chain)


def _documents(facts: LetterFacts) -> Iterator[HeldDocument]:
    for complaint in facts.told.complaints if facts.told is not None else ():
        yield from complaint.documents


def _people(facts: LetterFacts) -> Iterator[str]:
    yield from (paper.held_by for paper in _documents(facts))
    yield from _answers(facts, PEOPLE)


def _places(facts: LetterFacts) -> Iterator[str]:
    yield facts.site
    yield from (each.address for each in _employers(facts))
    yield from (paper.place for paper in _documents(facts))
    yield from _answers(facts, PLACES)


def _answers(facts: LetterFacts, names: frozenset[str]) -> Iterator[str]:
    for complaint in facts.told.complaints if facts.told is not None else ():
        for spec in form_of(complaint.kind).fields:
            if spec.name in names and spec.kind is FieldKind.TEXT and spec.name in complaint.answers:
                yield complaint.answers[spec.name].text


def _key(text: str) -> str:
    return " ".join(sorted(fold(text).split())) or text.casefold().strip()
