"""Slots as text, the way they are kept beside and behind the pages; a slot of the first form as it always was."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any, Final

from desktop_app.db.vault import FORMAT, Cost, Slot, Slots

_SECOND_FORM: Final = ("form", "identity", "following")


def to_json(slots: Slots) -> bytes:
    """The slots as kept beside or behind the pages of the file."""
    told = asdict(slots)
    told["slots"] = [_told(each) for each in slots.slots]
    return json.dumps(told, sort_keys=True).encode()


def from_json(text: bytes) -> Slots:
    """Read slots back. Raises ValueError when they make no sense."""
    try:
        told = json.loads(text)
        found = Slots(told["file_id"], told["schema"], told["generation"], told["format"])
        slots = tuple(_slot(each) for each in told["slots"]) if found.format in range(1, FORMAT + 1) else ()
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("slots") from error
    if type(found.file_id) is not str or not all(
        type(number) is int for number in (found.schema, found.generation, found.format)
    ):
        raise ValueError("slots")
    return replace(found, slots=slots)


def _told(slot: Slot) -> dict[str, Any]:
    """A slot as a dictionary; one of the first form without what that form does not know."""
    told = asdict(slot)
    return {name: value for name, value in told.items() if slot.form > 1 or name not in _SECOND_FORM}


def _slot(told: Any) -> Slot:
    slot = Slot(**{**told, "cost": Cost(**told["cost"])})
    texts = (slot.id, slot.kind, slot.tag, slot.salt, slot.nonce, slot.wrapped, slot.identity, slot.following)
    numbers = (slot.cost.memory, slot.cost.passes, slot.cost.lanes, slot.form)
    if not all(type(text) is str for text in texts) or not all(type(number) is int for number in numbers):
        raise ValueError("slot")
    if slot.form == 1 and (slot.identity or slot.following):
        raise ValueError("slot")
    return slot
