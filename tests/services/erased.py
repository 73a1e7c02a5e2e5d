"""Somebody who is to be erased, with canary words in every place that can hold words, and where to look for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desktop_app import settings
from desktop_app.db.blocks import PAGE
from desktop_app.db.search import name_skeleton
from desktop_app.domain.access import Approval
from desktop_app.domain.attachments import NewAttachment
from desktop_app.domain.cases import CaseCard, MoneyEntry, MoneyKind, NewWageComplaint, NewWorker
from desktop_app.domain.consents import Consent, How, Withdrawal
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.letters import LetterLanguage, LetterRequest
from desktop_app.domain.names import fold
from desktop_app.domain.people import Person, Sex
from desktop_app.domain.transfers import Basis, NewTransfer
from desktop_app.i18n import sort_key
from desktop_app.services import (
    attachments,
    cases,
    complaints,
    consents,
    drafts,
    erasure,
    letters,
    money,
    transfers,
)
from desktop_app.services.files import OpenFile
from tests.services import situations
from tests.services.situations import SHIFTS, SHIFTS_DUE, TODAY, opened
from tests.services.test_cases import change_of

GONE = Person("Қанарейкин Зебуниссо", PartialDate(1987, 2, 3), Sex.MALE, "UZ", "+7 701 987 65 43", "870203300003", "uz")
CANARIES = (
    "Қанарейкин", "Зебуниссо", "987 65 43", "345678910", "870203300003", "1987-02-03",
    *fold(GONE.full_name).split(), name_skeleton(GONE.full_name), sort_key(GONE.full_name),
)  # fmt: skip
NOTE = "Говорил с Қанарейкиным Зебуниссо о деле"
CONSENT = Consent(How.PAPER, TODAY, date(2029, 11, 21), "uz", "1", third_parties=True, recipients="суд", note=NOTE)
SECOND = Approval("dina", "another four words here")
LATER = (TODAY + timedelta(days=7)).isoformat()


def full_case(file: OpenFile, *others: Person) -> CaseCard:
    """A case with everything a case can hold about somebody."""
    card = opened(file, NewWorker(GONE, occupation=NOTE), *(NewWorker(each, occupation="повар") for each in others))
    complaints.log_wage_arrears(file, NewWageComplaint(card.id, tuple((worker.id, SHIFTS) for worker in card.workers)))
    me = card.workers[0]
    money.record(file, card.id, (MoneyEntry(me.id, MoneyKind.AWARDED, SHIFTS_DUE, TODAY, NOTE),))
    cases.change(file, replace(change_of(file, card.id, note=NOTE), next_step=NOTE, site=NOTE))
    consent = consents.record(file, me.person_id, CONSENT).id
    transfers.record(
        file,
        NewTransfer((me.person_id,), TODAY, NOTE, "KZ", NOTE, Basis.CONSENT, ("name",), NOTE, case_id=card.id),
    )
    consents.withdraw(file, me.person_id, consent, Withdrawal(TODAY, NOTE))
    consents.refuse(file, me.person_id, consent, NOTE)
    drafts.keep(file, {f"case:{card.id}:note": {"note": "half"}, "new_case:0": {"workers": [{"name": GONE.full_name}]}})
    drafts.keep(file, {"employer:1": {"name": "stays"}})
    return cases.card(file, card.id)


def letter(file: OpenFile, card: CaseCard, *places: int) -> int:
    ids = tuple(card.workers[place].id for place in places)
    request = LetterRequest(card.id, "employer_claim", LetterLanguage.RU, TODAY, TODAY, file.staff.id, ids)
    return letters.create(file, request).id


def attached(file: OpenFile, card: CaseCard, folder: Path, name: str = "Қанарейкин.txt") -> int:
    path = folder / name
    path.write_text(NOTE * 50, encoding="utf-8")
    return attachments.add(file, card.id, path, NewAttachment(NOTE)).id


def close(file: OpenFile, case_id: int) -> None:
    situations.close(file, case_id, settings.today())


def marked(file: OpenFile, card: CaseCard, monkeypatch: pytest.MonkeyPatch) -> int:
    """Close the case, mark the first worker and let the days of grace pass."""
    person_id = card.workers[0].person_id
    close(file, card.id)
    erasure.mark(file, person_id, "asked on the phone")
    monkeypatch.setenv(settings.CLOCK_VARIABLE, LATER)
    return person_id


def pages(file: OpenFile) -> bytes:
    """Every page of the file in the clear, those that are free too (SQLCipher 4: AES-256-CBC, 80 bytes kept a page)."""
    file.db.checkpoint()
    content = file.path.read_bytes()
    plain = []
    for start in range(0, len(content) - PAGE + 1, PAGE):
        page = content[start : start + PAGE]
        coded = page[16:-80] if start == 0 else page[:-80]
        plain.append(Cipher(algorithms.AES(bytes(file.keys._key)), modes.CBC(page[-80:-64])).decryptor().update(coded))
    return b"".join(plain)


def found(content: bytes, *wanted: str) -> list[str]:
    return [each for each in wanted if any(each.encode(code) in content for code in ("utf-8", "utf-16-le"))]
