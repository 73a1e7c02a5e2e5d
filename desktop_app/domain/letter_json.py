"""A letter that is being written as JSON text: what stands in a draft of the file.

Only what is known here is read: a field of another program's version, or one that is not what it should be, is left as
it is in an empty letter, so that a draft always opens.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import astuple, dataclass, replace
from datetime import date
from typing import Any, Final

from desktop_app.domain.addressees import Addressee
from desktop_app.domain.answers import read_answers, write_answers
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.checks import LONGEST_LINE
from desktop_app.domain.letter_edits import as_json, from_json
from desktop_app.domain.letters import LetterLanguage, LetterRequest


@dataclass(frozen=True)
class Wanted:
    """A letter as it is wished for. `apart`: one letter for each worker, each under its own number."""

    request: LetterRequest
    apart: bool = False


@dataclass(frozen=True)
class DraftRow:
    """A line of the list of drafts. `changed_by` is a name; `version` counts how often it was kept.

    `crew` is how many workers its case has; `first_worker` is the first of them, empty when it speaks for a part.
    """

    id: int
    case_id: int
    case_number: str
    employer: str
    kind: str
    language: LetterLanguage
    workers: int
    changed_on: date
    changed_by: str
    version: int
    crew: int = 0
    first_worker: str = ""


def written(wanted: Wanted) -> str:
    """The letter as JSON. That warnings were talked over is not kept: who makes the letter says it again."""
    request = wanted.request
    told: dict[str, Any] = {
        "kind": request.kind,
        "language": request.language.value,
        "on": request.on.isoformat(),
        "pay_by": request.pay_by.isoformat(),
        "signer_id": request.signer_id,
        "worker_ids": list(request.worker_ids),
        "answers": json.loads(write_answers(request.answers)),
        "addressee": _addressee(request.addressee),
        "edits": as_json(request.edits),
        "with_copy": request.with_copy,
        "apart": wanted.apart,
    }
    return json.dumps(told, ensure_ascii=False)


def read(text: str, empty: LetterRequest) -> Wanted:
    """The letter that `written` wrote; what cannot be read is as in `empty`, whose case it keeps in any case."""
    try:
        told: Any = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        told = {}
    if not isinstance(told, dict):
        return Wanted(empty)
    found: dict[str, Any] = {}
    for name, reader in _READERS.items():
        try:
            value = reader(told[name])
        except (KeyError, TypeError, ValueError, RecursionError):
            continue
        found[name] = value
    return Wanted(replace(empty, **found), apart=told.get("apart") is True)


def of_draft(row: DraftRow, text: str) -> Wanted:
    """As `read`, of a kept draft; what cannot be read is as its line in the list says it, nobody signs."""
    return read(text, LetterRequest(row.case_id, row.kind, row.language, row.changed_on, row.changed_on, 0))


def typed(wanted: Wanted) -> tuple[str, ...]:
    """What people wrote into the letter, in its order: answers, words changed by hand, paragraphs added."""
    request = wanted.request
    texts = [answer.text for answer in request.answers.values()]
    texts += [edit.text for edit in request.edits.changed if edit.is_changed]
    texts += [text for added in request.edits.added for _language, text in added.texts]
    return tuple(text for text in texts if text)


def without(wanted: Wanted, place: int, names: Callable[[str], bool]) -> Wanted | None:
    """The letter without one worker and without what `names` them; None when it spoke for that worker alone."""
    request = wanted.request
    left = tuple(each for each in request.worker_ids if each != place)
    if request.worker_ids and not left:
        return None
    edits, sent_to = request.edits, request.addressee
    changed = tuple(each for each in edits.changed if not names(each.text) and not names(each.made))
    added = tuple(each for each in edits.added if not any(names(text) for _language, text in each.texts))
    answers = {name: answer for name, answer in request.answers.items() if not names(answer.text)}
    if sent_to is not None and any(map(names, (*astuple(sent_to.name), sent_to.address, sent_to.person))):
        sent_to = None
    edits = replace(edits, changed=changed, added=added)
    return replace(wanted, request=replace(request, worker_ids=left, answers=answers, edits=edits, addressee=sent_to))


def _addressee(addressee: Addressee | None) -> dict[str, Any] | None:
    if addressee is None:
        return None
    name = addressee.name
    return {
        "name": {"kk": name.kk, "ru": name.ru, "en": name.en},
        "address": addressee.address,
        "person": addressee.person,
        "entry_id": addressee.entry_id,
    }


def _read_addressee(told: Any) -> Addressee | None:
    if told is None:
        return None
    name = Trilingual(*(_line(told["name"][code]) for code in ("kk", "ru", "en")))
    entry_id = None if told["entry_id"] is None else _number(told["entry_id"])
    return Addressee(name, _line(told["address"]), _line(told["person"]), entry_id)


def _line(told: Any) -> str:
    if not isinstance(told, str) or len(told) > LONGEST_LINE:
        raise TypeError
    return told


def _code(told: Any) -> str:
    if not _line(told):
        raise ValueError
    return str(told)


def _number(told: Any) -> int:
    if not isinstance(told, int) or isinstance(told, bool):
        raise TypeError
    return told


def _numbers(told: Any) -> tuple[int, ...]:
    return tuple(_number(each) for each in _list(told))


def _list(told: Any) -> list[Any]:
    if not isinstance(told, list):
        raise TypeError
    return told


def _yes(told: Any) -> bool:
    return told is True


_READERS: Final[dict[str, Callable[[Any], Any]]] = {
    "kind": _code,
    "language": LetterLanguage,
    "on": date.fromisoformat,
    "pay_by": date.fromisoformat,
    "signer_id": _number,
    "worker_ids": _numbers,
    "answers": lambda told: read_answers(json.dumps(told)),
    "addressee": _read_addressee,
    "edits": from_json,
    "with_copy": _yes,
}
