"""A paper that was made under the next outgoing number of its year, kept byte for byte."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from desktop_app.db import models
from desktop_app.db.queries import Session
from desktop_app.db.queries import letters as letter_queries
from desktop_app.domain.letters import LetterFacts


def keep(session: Session, case_id: int, facts: LetterFacts) -> models.Letter:
    """Number the letter, make it and keep it within a transaction; the row with its id.

    Raises AppError for what the fonts cannot show; the transaction must then not be written.
    """
    from desktop_app.letters.catalogue import render

    sequence = letter_queries.next_sequence(session, facts.on.year)
    numbered = replace(facts, number=f"{facts.on.year}/{sequence}")
    pdf = render(numbered)
    letter = models.Letter(
        case_id=case_id,
        number=numbered.number,
        year=facts.on.year,
        sequence=sequence,
        kind=facts.kind,
        language=facts.language.value,
        on_day=facts.on,
        pay_by=facts.pay_by,
        signer_id=facts.signer.id,
        workers=len(facts.workers),
        sha256=sha256(pdf).hexdigest(),
        pdf=pdf,
    )
    session.add(letter)
    session.flush()
    return letter
