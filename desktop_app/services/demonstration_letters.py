"""The letters of the demonstration beside the claims: made, sent and answered on their days."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from desktop_app import settings
from desktop_app.domain.answers import Answer, Answers
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.deadlines import proposed_pay_by
from desktop_app.domain.directory import Entry, EntryKind
from desktop_app.domain.letter_json import Wanted
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.posting import NewIncoming, Sent, Way
from desktop_app.services import addressees, cases, directory, incoming, letter_drafts, letter_kinds, letter_sending
from desktop_app.services import letters as letter_service
from desktop_app.services.files import OpenFile

Told = Mapping[str, Any]


@dataclass(frozen=True)
class Desk:
    """Who makes the letters and where copies go. `language` is that of what was typed."""

    file: OpenFile
    folder: Path
    lawyer: int
    language: str


def make(desk: Desk, by_situation: Mapping[int, int]) -> tuple[Path, ...]:
    """Make every letter of resources/demonstration/letters.json in the order of their days; the copies.

    `by_situation`: the ids of the cases by the number of the situation.
    """
    told = json.loads((settings.resources_dir() / "demonstration" / "letters.json").read_text(encoding="utf-8"))
    court = told["court"]
    entry = Entry(EntryKind(court["kind"]), Trilingual(**court["name"]), court["region"], address=court["address"])
    directory.add(desk.file, entry)
    copies: list[Path] = []
    for each in sorted(told["letters"], key=lambda each: -int(each["day"])):
        copies += _letter(desk, by_situation[each["situation"]], each)
    for each in told["drafts"]:
        card = cases.card(desk.file, by_situation[each["situation"]])
        letter_drafts.keep(desk.file, Wanted(_request(desk, card, each)))
    return tuple(copies)


def _letter(desk: Desk, case_id: int, told: Told) -> list[Path]:
    card = cases.card(desk.file, case_id)
    apart = bool(told.get("apart"))
    made = letter_service.create_all(desk.file, (_request(desk, card, told),), apart=apart)
    copies = []
    for letter_id in made:
        row = letter_service.row(desk.file, letter_id)
        path = desk.folder / f"{row.number.replace('/', '-')}_{row.kind}_{row.language.replace('+', '_')}.pdf"
        letter_service.save_copy(desk.file, letter_id, path)
        copies.append(path)
        if "sent" in told:
            way = Way(told["sent"]["way"])
            number = told["sent"].get("their_number", "")
            letter_sending.note(desk.file, letter_id, Sent(row.on, way, _typed(desk, told["sent"]["proof"]), number))
        if "answer" in told:
            _answer(desk, card, letter_id, told["answer"])
    return copies


def _answer(desk: Desk, card: CaseCard, letter_id: int, told: Told) -> None:
    incoming.register(
        desk.file,
        NewIncoming(
            card.id,
            settings.today() - timedelta(days=told["received"]),
            card.employer.name,
            told["their_number"],
            about=_typed(desk, told["about"]),
            letter_id=letter_id,
            answer=told["answer"],
        ),
    )


def _request(desk: Desk, card: CaseCard, told: Told) -> LetterRequest:
    """The letter as somebody at the desk fills it in."""
    on = settings.today() - timedelta(days=told.get("day", 0))
    kind = next(each for each in letter_kinds.kinds() if each.id == told["kind"])
    workers = tuple(worker.id for worker in card.workers[: told["workers"]]) if "workers" in told else ()
    return LetterRequest(
        card.id,
        kind.id,
        LetterLanguage(told["language"]),
        on,
        proposed_pay_by(on),
        desk.lawyer,
        worker_ids=workers,
        talked_over=True,
        answers=_answers(desk, told.get("answers", {})),
        addressee=addressees.proposed(desk.file, kind.addressee, card),
        with_copy=bool(told.get("copy")),
    )


def _answers(desk: Desk, told: Told) -> Answers:
    values = {name: tuple(value) if isinstance(value, list) else _typed(desk, value) for name, value in told.items()}
    return {name: Answer(value) for name, value in values.items()}


def _typed(desk: Desk, text: str | Mapping[str, str]) -> str:
    """What somebody typed, in the language of the demonstration."""
    return text if isinstance(text, str) else text[desk.language]
