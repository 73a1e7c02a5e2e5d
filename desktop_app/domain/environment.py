"""What to do when …: every message about the surroundings of the program, in three parts.

A message is a few sentences. Each of them is marked: H says what happened, S what is safe, D what to do. What a
message leaves out stands in `safe` and `do`. A test keeps this list equal to what the program can say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain import environment_files, environment_messages
from desktop_app.domain.environment_words import Message
from desktop_app.i18n import N_, Translator


class Group(StrEnum):
    """Where a message is met."""

    OPENING = "opening"
    KEYS = "keys"
    DISK = "disk"
    DAMAGE = "damage"
    BACKUPS = "backups"
    RESTORE = "restore"
    OUTSIDE = "outside"
    COMING_IN = "coming_in"
    OTHERS = "others"


GROUPS: Final = {
    Group.OPENING: N_("Opening the file"),
    Group.KEYS: N_("Passwords, codes and sheets"),
    Group.DISK: N_("The disk and the folder"),
    Group.DAMAGE: N_("Damage"),
    Group.BACKUPS: N_("Backups"),
    Group.RESTORE: N_("Restoring"),
    Group.OUTSIDE: N_("Files that leave the program"),
    Group.COMING_IN: N_("Files that come in"),
    Group.OTHERS: N_("Colleagues and rights"),
}

_BY_GROUP: Final[dict[Group, tuple[Message, ...]]] = {
    Group.OPENING: environment_messages.OPENING,
    Group.KEYS: environment_messages.KEYS,
    Group.DISK: environment_messages.DISK,
    Group.DAMAGE: environment_messages.DAMAGE,
    Group.BACKUPS: environment_files.BACKUPS,
    Group.RESTORE: environment_files.RESTORE,
    Group.OUTSIDE: environment_files.OUTSIDE,
    Group.COMING_IN: environment_files.COMING_IN,
    Group.OTHERS: environment_files.OTHERS,
}

MESSAGES: Final = {message.msgid: message for group in _BY_GROUP.values() for message in group}
"""Every message by its English text."""

_END: Final = re.compile(r"(?<=[.!?])[\u201d\u00bb]?\s+")
_PLACE: Final = re.compile(r"%\((\w+)\)[sd]")


@dataclass(frozen=True)
class Entry:
    """A message in one language: what happened, what is safe, what to do."""

    group: Group
    happened: str
    safe: str
    do: str


def entries(tr: Translator) -> Iterator[Entry]:
    """Every message in a language, group by group."""
    for group, messages in _BY_GROUP.items():
        for message in messages:
            yield Entry(group, *three_parts(message, tr))


def three_parts(message: Message, tr: Translator) -> tuple[str, str, str]:
    """What happened, what is safe and what to do, in a language; names and numbers stand as …"""
    parts: dict[str, list[str]] = {"H": [], "S": [], "D": []}
    for mark, sentence in zip(message.parts, sentences(tr(message.msgid)), strict=False):
        parts[mark].append(_PLACE.sub("…", sentence))
    parts["S"] += [tr(message.safe)] if message.safe else []
    parts["D"] += [tr(message.do)] if message.do else []
    return " ".join(parts["H"]), " ".join(parts["S"]), " ".join(parts["D"])


def sentences(text: str) -> list[str]:
    """The sentences of a message."""
    found = [text[start:end].strip() for start, end in _spans(text)]
    return [sentence for sentence in found if sentence]


def missing(msgid: str) -> tuple[str, ...]:
    """What a message that is shown leaves out: sentences on what is safe and what to do, as msgids."""
    message = MESSAGES.get(msgid)
    return tuple(part for part in (message.safe, message.do) if part) if message else ()


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(text):
        yield start, found.end()
        start = found.end()
    yield start, len(text)
