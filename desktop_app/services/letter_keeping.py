"""A paper that was made under the next outgoing number of its year, kept byte for byte and read again as kept."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Final

from desktop_app.db import models
from desktop_app.db.queries import Session
from desktop_app.db.queries import letters as letter_queries
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError, DamagedFile
from desktop_app.i18n import N_
from desktop_app.services import access, sealed
from desktop_app.services.files import OpenFile

NO_LETTER: Final = N_("This letter is not in the file.")


def keep(session: Session, case_id: int, facts: LetterFacts) -> models.Letter:
    """Number the letter, make it and keep it within a transaction; the row with its id.

    Raises AppError for what the fonts cannot show; the transaction must then not be written.
    """
    sequence = letter_queries.next_sequence(session, facts.on.year)
    parts = (facts.centre.code, str(facts.on.year), str(sequence))
    numbered = replace(facts, number="/".join(part for part in parts if part))
    return _stored(session, case_id, numbered, facts.on.year, sequence)


def keep_copy(session: Session, case_id: int, letter: models.Letter, facts: LetterFacts) -> models.Letter:
    """Keep the English reading copy of a letter that was just kept; it takes no number of the year.

    Where the letter was changed by hand in its own language, the first page of the copy says so.
    """
    english = replace(facts, language=LetterLanguage.EN, number=f"{letter.number} (en)", copy_of=letter.number)
    copy = _stored(session, case_id, english, 0, letter.id)
    copy.copy_of = letter.id
    return copy


def kept_content(file: OpenFile, letter_id: int, action: Action) -> bytes:
    """A kept letter byte for byte; `action` is logged first.

    Raises AppError when it is not in the file, NotAllowed, DamagedFile when it is not what was kept.
    """
    with access.writing(file, action, "letter", letter_id) as session:
        found = letter_queries.pdf(session, letter_id)
        if found is None:
            raise AppError(NO_LETTER)
        content, kept_hash = sealed.plain_pdf(file, session, letter_id, found[0]), found[1]
    if sha256(content).hexdigest() != kept_hash:
        raise DamagedFile(N_("The stored letter is damaged. Make it again, or open a copy of the file."))
    return content


def _stored(session: Session, case_id: int, facts: LetterFacts, year: int, sequence: int) -> models.Letter:
    from desktop_app.letters.catalogue import LETTERS, numbered

    pdf, code = numbered(facts)
    letter = models.Letter(
        case_id=case_id,
        number=facts.number,
        year=year,
        sequence=sequence,
        kind=facts.kind,
        language=facts.language.value,
        on_day=facts.on,
        pay_by=facts.pay_by,
        signer_id=facts.signer.id,
        workers=len(facts.workers),
        worker_ids=",".join(map(str, sorted(facts.worker_ids))),
        sha256=sha256(pdf).hexdigest(),
        pdf=pdf,
        addressee_kind=LETTERS[facts.kind].addressee.value,
        addressee=facts.addressee.name.within(facts.language.split("+")[0]),
        code=code,
    )
    session.add(letter)
    session.flush()
    return letter
