"""What each kind of addressee may never see of a worker or of the case: a letter that holds it is not made final.

The program's own sentences hold none of it; what is looked for is what somebody typed, pasted or edited. Being told a
word too much is mended in a minute, a worker whose address the employer learned is not: when in doubt it stops.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from desktop_app.domain.addressees import AT_EMPLOYER, AddresseeKind
from desktop_app.domain.guard_contacts import (
    ReadText,
    bare,
    folded,
    holds_contact,
    holds_number,
    holds_phone,
    with_plain_digits,
)
from desktop_app.domain.guard_names import lone_surnames
from desktop_app.domain.people import Person
from desktop_app.errors import Message
from desktop_app.i18n import N_


class Secret(StrEnum):
    """What a letter may hold that its addressee may not see."""

    PHONE = "phone"
    SAFE_CONTACT = "safe_contact"
    OTHER_WORKER = "other_worker"
    IIN = "iin"
    PAPER = "paper"
    STATUS = "status"
    SCREENING = "screening"


_ALWAYS: Final = frozenset({Secret.PHONE, Secret.SAFE_CONTACT, Secret.OTHER_WORKER, Secret.SCREENING})

NEVER: Final[Mapping[AddresseeKind, frozenset[Secret]]] = {
    AddresseeKind.EMPLOYER: frozenset(Secret),
    AddresseeKind.COMMISSION: frozenset(Secret),
    AddresseeKind.INSPECTION: _ALWAYS | {Secret.PAPER, Secret.STATUS},
    AddresseeKind.POLICE: _ALWAYS | {Secret.STATUS},
    AddresseeKind.PROSECUTOR: _ALWAYS | {Secret.PAPER, Secret.STATUS},
    AddresseeKind.HIGHER_BODY: _ALWAYS | {Secret.PAPER, Secret.STATUS},
    # The court sends the employer a copy of everything.
    AddresseeKind.COURT: _ALWAYS | {Secret.PAPER, Secret.STATUS},
    AddresseeKind.OMBUDSMAN: _ALWAYS | {Secret.PAPER, Secret.STATUS},
    AddresseeKind.AKIMAT: _ALWAYS,
    AddresseeKind.CONSULATE: _ALWAYS,
    AddresseeKind.SOCIAL_SERVICES: _ALWAYS,
    AddresseeKind.PARTNER: _ALWAYS | {Secret.STATUS},
    # A paper in somebody's pocket is read by whoever empties it.
    AddresseeKind.WORKER: frozenset({Secret.OTHER_WORKER, Secret.SAFE_CONTACT, Secret.SCREENING}),
    AddresseeKind.FILE: frozenset(),
}
"""What no letter to this addressee may hold."""

_SAID: Final = {
    Secret.PHONE: N_("Take this out, the addressee may not see it: the phone number of a worker (%(what)s)."),
    Secret.SAFE_CONTACT: N_("Take this out, the addressee may not see it: how a worker is safely reached (%(what)s)."),
    Secret.OTHER_WORKER: N_("The letter names a worker for whom it does not speak (%(what)s). Take the name out."),
    Secret.IIN: N_("Take this out, the addressee may not see it: the IIN of a worker (%(what)s)."),
    Secret.PAPER: N_("Take this out, the addressee may not see it: the number of a worker’s paper (%(what)s)."),
    Secret.STATUS: N_("Take this out, the addressee may not see it: words about the stay or a permit (“%(what)s”)."),
    Secret.SCREENING: N_("Take this out, it never leaves the centre: words about the screening (“%(what)s”)."),
}
_LONE: Final = N_(
    "A surname stands in the letter that is also that of a worker for whom it does not speak (%(what)s). Take it out; "
    "if it is somebody else, add the initials."
)
_WINDOW: Final = 3
_STEM: Final = 4
_GAP: Final = re.compile(r"[^\S\n\t]+")
_UNSEEN: Final = frozenset({"Cf", "Cc", "Co", "Mn", "Me"})
_WORD: Final = r"([^\W\d_]{2,}(?:[-’'‘`ʻʼ][^\W\d_]+)*)"
_INITIAL: Final = r"([^\W\d_]{1,2})\."
_NAME_AND_INITIAL: Final = re.compile(rf"\b{_WORD}\s+{_INITIAL}")
_INITIAL_AND_NAME: Final = re.compile(rf"\b{_INITIAL}\s*(?:[^\W\d_]{{1,2}}\.\s*)?{_WORD}")


@dataclass(frozen=True)
class Guarded:
    """What is known of a worker of the case: numbers of documents; `speaks`: the letter speaks for this worker."""

    person: Person
    papers: tuple[str, ...] = ()
    speaks: bool = False


@dataclass(frozen=True)
class Leak:
    """Something in a letter that its addressee may not see; `what` is the words found, or whose it is.

    `lone`: a surname stands there alone, which may be somebody else's.
    """

    secret: Secret
    what: str
    lone: bool = False

    @property
    def message(self) -> Message:
        """What was found, and what to do."""
        return Message(_LONE if self.lone else _SAID[self.secret], {"what": self.what})


def seen(person: Person, kind: AddresseeKind) -> Person:
    """The person as a letter to this addressee may tell of them: what it may not know is not even there.

    Nobody learns by a letter how a worker is reached; the employer learns the name and the year of birth alone.
    """
    if kind is AddresseeKind.FILE:
        return person
    known = replace(person, phone="", phone_safe="", safe_contact="", language="")
    if kind in AT_EMPLOYER:
        return replace(known, iin="", citizenship="")
    if kind in (AddresseeKind.CONSULATE, AddresseeKind.PARTNER, AddresseeKind.SOCIAL_SERVICES, AddresseeKind.WORKER):
        return known
    return replace(known, citizenship="")


def leaks(
    kind: AddresseeKind,
    text: str,
    crew: Sequence[Guarded],
    *,
    typed: str = "",
    words: Mapping[Secret, Iterable[str]] | None = None,
    told: Iterable[str] = (),
    known: Iterable[str] = (),
) -> tuple[Leak, ...]:
    """What a letter of this `text` may not hold, each once.

    `typed` is the part of it that people wrote, a line each: status and screening are looked for in it alone, by the
    patterns in `words`, and so are surnames that stand alone. `told` are numbers of documents the letter is about,
    which may stand in it; `known` are names of others that may.
    """
    never = NEVER[kind]
    text, typed = _as_read(text), _as_read(typed)
    found = [*_of_people(never, f"{text}\n{typed}", crew, frozenset(map(bare, told)))]
    if Secret.OTHER_WORKER in never:
        named = {each.what for each in found if each.secret is Secret.OTHER_WORKER}
        others = [each.person.full_name for each in crew if not each.speaks and each.person.full_name not in named]
        free = (*known, *(each.person.full_name for each in crew if each.speaks))
        found += (Leak(Secret.OTHER_WORKER, name, lone=True) for name in lone_surnames(typed, others, free))
    for secret in (Secret.STATUS, Secret.SCREENING):
        if secret in never:
            found += (Leak(secret, said) for said in _spoken(typed, (words or {}).get(secret, ())))
    return tuple(dict.fromkeys(found))


def _as_read(text: str) -> str:
    """The text as eyes read it: without signs that are not seen, digits of one kind, every gap one space."""
    composed = unicodedata.normalize("NFC", text)
    shown = "".join(sign for sign in composed if sign in "\n\t" or unicodedata.category(sign) not in _UNSEEN)
    return _GAP.sub(" ", with_plain_digits(shown))


def _of_people(never: frozenset[Secret], text: str, crew: Sequence[Guarded], told: frozenset[str]) -> Iterator[Leak]:
    read = ReadText(text)
    for each in crew:
        name = each.person.full_name
        if Secret.PHONE in never and holds_phone(each.person.phone, read):
            yield Leak(Secret.PHONE, name)
        if Secret.SAFE_CONTACT in never and holds_contact(each.person.safe_contact, read):
            yield Leak(Secret.SAFE_CONTACT, name)
        if Secret.IIN in never and each.person.iin and each.person.iin in read.digits:
            yield Leak(Secret.IIN, name)
        numbers = {bare(number) for number in each.papers} - told
        if Secret.PAPER in never and any(holds_number(number, read) for number in numbers):
            yield Leak(Secret.PAPER, name)
    if Secret.OTHER_WORKER in never:
        named = dict.fromkeys((*_others(read.words, crew), *_with_initials(text, crew)))
        yield from (Leak(Secret.OTHER_WORKER, name) for name in named)


def _others(words: Sequence[str], crew: Sequence[Guarded]) -> Iterator[str]:
    """Workers the letter names and does not speak for: two words of a name near each other, in any script or case."""
    own = {_stems(each.person.full_name) for each in crew if each.speaks}
    wanted: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for each in crew:
        stems = _stems(each.person.full_name)
        if not each.speaks and stems and stems not in own:
            wanted.setdefault(stems[0], []).append((stems, each.person.full_name))
    told: dict[str, None] = {}
    for at, word in enumerate(words):
        near = words[max(0, at - _WINDOW) : at + _WINDOW + 1]
        for length in range(min(_STEM, len(word)), len(word) + 1):
            for stems, name in wanted.get(word[:length], ()):
                if all(any(other.startswith(stem) for other in near) for stem in stems[1:]):
                    told[name] = None
    yield from told


def _with_initials(text: str, crew: Sequence[Guarded]) -> Iterator[str]:
    """Workers the letter names by surname and initial, as papers do, and does not speak for."""
    said = set(_NAME_AND_INITIAL.findall(text))
    said |= {(word, initial) for initial, word in _INITIAL_AND_NAME.findall(text)}
    told = [("".join(folded(word)), "".join(folded(initial))) for word, initial in sorted(said)]
    own = [_stems(each.person.full_name) for each in crew if each.speaks]
    for each in crew:
        stems = _stems(each.person.full_name)
        if each.speaks or len(stems) < len(("surname", "name")):
            continue
        for word, initial in told:
            if _is_short_for(stems, word, initial) and not any(_is_short_for(one, word, initial) for one in own):
                yield each.person.full_name
                break


def _is_short_for(stems: tuple[str, ...], word: str, initial: str) -> bool:
    """Whether a word with an initial may be this name, whichever of its words is the surname."""
    pairs = (stems, stems[::-1]) if len(stems) > 1 and initial else ()
    # A surname of two or three letters begins many a word.
    return any(
        (word == surname or (len(surname) >= _STEM and word.startswith(surname))) and name.startswith(initial)
        for surname, name in pairs
    )


def _stems(name: str) -> tuple[str, ...]:
    """The beginnings of the first two words of a name, which stay the same in every grammatical case.

    Nothing for somebody whose name was erased: the number of the case stands there.
    """
    words = [word for word in folded(name) if len(word) > 1 and not word.isdecimal()][:2]
    return tuple(word[: max(_STEM, len(word) - 2)] for word in words)


def _spoken(typed: str, patterns: Iterable[str]) -> Iterator[str]:
    for pattern in patterns:
        found = re.search(pattern, typed, re.IGNORECASE)
        if found:
            yield found[0]
