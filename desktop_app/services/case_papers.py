"""Papers for the file of a case, kept among its letters: the memo on a contract, the list before a claim to court."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import Session
from desktop_app.db.queries import cases as case_queries
from desktop_app.db.queries import contracts as queries
from desktop_app.domain.case_papers import ContractMemo, ReadyMemo
from desktop_app.domain.cases import CaseCard
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.contract_checks import ContractCheck
from desktop_app.domain.contract_rules import findings
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.permissions import Action
from desktop_app.errors import AppError
from desktop_app.services import access, law, readiness, sealed
from desktop_app.services.cases import NO_CASE
from desktop_app.services.contracts import NO_CHECK
from desktop_app.services.files import OpenFile
from desktop_app.services.letter_facts import file_paper
from desktop_app.services.letter_keeping import keep

_MADE: Final = frozenset({Kind.LETTER, Kind.CASE})


def contract_memo(file: OpenFile, case_id: int, check_id: int, language: LetterLanguage) -> Saved:
    """Make the memo on a checked contract and keep it among the letters of the case; the id of the letter.

    The findings are those of today's law. Raises AppError when the check is gone or a character cannot be printed.
    """
    norms = law.norms(file)
    with access.writing(file, Action.CREATE_LETTER, "letter", case_id=case_id) as session:
        card = _card(file, session, case_id)
        checks = queries.checks(session, case_id, sealed.words(file, session, case_id))
        check = next((each for each in checks if each.id == check_id), None)
        if check is None:
            raise AppError(NO_CHECK)
        facts = file_paper(file, session, card, "contract_memo", language, norms)
        return _kept(file, session, case_id, _about(facts, card, check))


def readiness_list(file: OpenFile, case_id: int, language: LetterLanguage) -> Saved:
    """Make the list of what a claim to court needs and keep it among the letters of the case; the id of the letter."""
    norms = law.norms(file)
    with access.writing(file, Action.CREATE_LETTER, "letter", case_id=case_id) as session:
        card = _card(file, session, case_id)
        items = readiness.listed(file, session, case_id)
        facts = file_paper(file, session, card, "readiness_list", language, norms)
        return _kept(file, session, case_id, replace(facts, readiness=ReadyMemo(items)))


def _card(file: OpenFile, session: Session, case_id: int) -> CaseCard:
    card = case_queries.card(session, case_id)
    if card is None:
        raise AppError(NO_CASE)
    sealed.key_for(file, session, case_id)
    return sealed.reveal(file, session, card)


def _about(facts: LetterFacts, card: CaseCard, check: ContractCheck) -> LetterFacts:
    """The facts for one check: of its worker alone, or of the whole crew."""
    memo = ContractMemo(
        checked_on=check.checked_on,
        checked_by=check.checked_by,
        answers=check.answers,
        findings=findings(check.answers, settings.today()),
        note=check.note,
        for_all=check.worker_id is None and len(card.workers) > 1,
    )
    pairs = zip(card.workers, facts.workers, strict=True)
    own = tuple(told for worker, told in pairs if check.worker_id in (None, worker.id))
    return replace(facts, workers=own, contract=memo)


def _kept(file: OpenFile, session: Session, case_id: int, facts: LetterFacts) -> Saved:
    letter = keep(session, case_id, facts)
    sealed.settle(file, session, case_id)
    session.info["entity_id"] = letter.id
    return Saved(letter.id, _MADE)
