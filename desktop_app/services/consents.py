"""Consents of people: recorded, listed, printed to be signed, withdrawn; and what withdrawals oblige the centre to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import Session
from desktop_app.db.queries import centre as centre_queries
from desktop_app.db.queries import consents as queries
from desktop_app.db.queries import erasure as erasure_queries
from desktop_app.db.queries import people as people_queries
from desktop_app.domain import consents as domain
from desktop_app.domain.changes import Kind, Saved
from desktop_app.domain.checks import problem_of_length
from desktop_app.domain.checks import refuse as refuse_problems
from desktop_app.domain.consents import Consent, ConsentPage, How, PersonStanding, StoredConsent, Withdrawal
from desktop_app.domain.people import Person
from desktop_app.domain.permissions import Action
from desktop_app.domain.tidy import tidied, tidy_line
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.exports.whole_file import whole_file
from desktop_app.i18n import N_
from desktop_app.services import access, sealed, settings_of_file
from desktop_app.services.files import OpenFile

_NO_PERSON: Final = N_("This person is not in the file.")
_NO_CONSENT: Final = N_("This consent is not in the file.")
_GONE: Final = N_("The data of this person were erased. Nothing can be recorded for them any more.")
_DECIDED: Final = N_("There is no open withdrawal of this consent. Open the person again to see what was decided.")
_CHANGED: Final = frozenset({Kind.PERSON})


def page(file: OpenFile, person_id: int) -> ConsentPage:
    """The consents of a person and what they come to today; that they were looked at is logged."""
    today, years = settings.today(), settings_of_file.read(file).consent_years
    with access.writing(file, Action.VIEW_CONSENTS, "person", person_id) as session:
        language = queries.reading_language(session, person_id)
        if language is None:
            raise AppError(_NO_PERSON)
        found = queries.of_person(session, person_id)
    proposed = domain.proposed(today, years, language)
    return ConsentPage(person_id, domain.standing(found, today), found, language, proposed)


def standing(file: OpenFile, person_id: int) -> PersonStanding:
    """The state of a person's consents and erasure, for a line on their page; their contents are not shown."""
    with access.reading(file, Action.VIEW_PERSON, "person", person_id) as session:
        found = queries.person(session, person_id)
        if found is None:
            raise AppError(_NO_PERSON)
        state = domain.standing(queries.of_person(session, person_id), settings.today())
        return PersonStanding(state, erasure_queries.mark_of(session, person_id)[0], found[1])


def warnings(consent: Consent) -> tuple[Message, ...]:
    """What should be thought over before this consent is kept."""
    return domain.warnings(consent)


def record(file: OpenFile, person_id: int, consent: Consent) -> Saved:
    """Keep a consent that was given, or why it could not be obtained; the id of it. Raises InvalidInput."""
    consent = domain.tidied_consent(consent)
    refuse_problems(domain.problems(consent, settings.today()))
    with access.writing(file, Action.RECORD_CONSENT, "person", person_id) as session:
        _living(session, person_id)
        consent_id = queries.add(session, person_id, consent, file.staff.id)
    return Saved(consent_id, _CHANGED)


def withdraw(file: OpenFile, person_id: int, consent_id: int, withdrawal: Withdrawal) -> Saved:
    """Note that a person withdrew a consent. Raises InvalidInput, or AppError when it was withdrawn before."""
    withdrawal = tidied(withdrawal)
    with access.writing(file, Action.WITHDRAW_CONSENT, "person", person_id) as session:
        stored = _stored(session, person_id, consent_id)
        refuse_problems(tuple(domain.problems_of_withdrawal(stored, withdrawal, settings.today())))
        if stored.withdrawn is not None:
            raise AppError(N_("This consent is withdrawn already."))
        queries.withdraw(session, consent_id, withdrawal)
    return Saved(consent_id, _CHANGED)


def stop(file: OpenFile, person_id: int, consent_id: int) -> Saved:
    """Note that processing stopped today after a withdrawal. Raises AppError when there is nothing to decide."""
    with access.writing(file, Action.WITHDRAW_CONSENT, "person", person_id) as session:
        _undecided(session, person_id, consent_id)
        queries.stop(session, consent_id, settings.today())
    return Saved(consent_id, _CHANGED)


def refuse(file: OpenFile, person_id: int, consent_id: int, reason: str) -> Saved:
    """Note that stopping was refused, with the reasons the person was given. Raises InvalidInput, AppError."""
    reason = tidy_line(reason)
    if not reason:
        raise InvalidInput((Problem("reason", Message(N_("Write the reasons: the law asks for a reasoned refusal."))),))
    refuse_problems(tuple(problem_of_length("reason", reason, domain.LONGEST_TEXT)))
    with access.writing(file, Action.WITHDRAW_CONSENT, "person", person_id) as session:
        _undecided(session, person_id, consent_id)
        queries.refuse(session, consent_id, settings.today(), reason)
    return Saved(consent_id, _CHANGED)


def form(file: OpenFile, person_id: int, consent: Consent, language: str) -> bytes:
    """The consent to be signed, as PDF in kk, ru or en; that it was made is logged. Raises InvalidInput, AppError."""
    from desktop_app.letters import consent_form

    consent = replace(domain.tidied_consent(consent), version="")
    if consent.how is How.WITHOUT:
        consent = replace(consent, how=How.PAPER)
    refuse_problems(domain.problems(replace(consent, language=consent.language or language), settings.today()))
    with access.writing(file, Action.PRINT_CONSENT, "person", person_id) as session:
        person = _living(session, person_id)
        card = people_queries.card(session, access.viewer(file, session), person_id)
        if card is not None:
            person = sealed.reveal_person(file, session, card).person
        centre = centre_queries.centre(session)
    return consent_form.render(centre, person, consent, language)


def save_form(file: OpenFile, person_id: int, consent: Consent, language: str, path: Path) -> Path:
    """Write the consent to be signed to `path`. Raises as `form`, and AppError when the place cannot take it."""
    with whole_file(path) as unfinished:
        unfinished.write_bytes(form(file, person_id, consent, language))
    return path


def _living(session: Session, person_id: int) -> Person:
    """The person as the file has them. AppError when they are not in it, or were erased."""
    found = queries.person(session, person_id)
    if found is None:
        raise AppError(_NO_PERSON)
    if found[1] is not None:
        raise AppError(_GONE)
    return found[0]


def _stored(session: Session, person_id: int, consent_id: int) -> StoredConsent:
    found = queries.one(session, consent_id)
    if found is None or found.person_id != person_id:
        raise AppError(_NO_CONSENT)
    return found


def _undecided(session: Session, person_id: int, consent_id: int) -> None:
    if not _stored(session, person_id, consent_id).is_open:
        raise AppError(
            N_("There is no open withdrawal of this consent. Open the person again to see what was decided.")
        )
