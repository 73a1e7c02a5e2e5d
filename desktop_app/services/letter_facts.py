"""What a letter of a case says: whom it speaks for, what they are owed, and what stops it from being made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from desktop_app import settings
from desktop_app.db.queries import Session
from desktop_app.db.queries import cases as case_queries
from desktop_app.db.queries import centre as centre_queries
from desktop_app.db.queries import standing_texts as text_queries
from desktop_app.domain.addressees import NOBODY, AddresseeKind
from desktop_app.domain.answers import problems_of_answers, said
from desktop_app.domain.cases import CaseCard, CaseWorker
from desktop_app.domain.centre import Centre, StaffMember
from desktop_app.domain.checks import EARLIEST_CASE
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.guard import seen
from desktop_app.domain.letter_edits import problems_of_edits
from desktop_app.domain.letters import LetterFacts, LetterLanguage, LetterRequest, LetterWorker, MadeFrom, Norm
from desktop_app.domain.money import NOTHING
from desktop_app.domain.wages import WageCalculation, calculate
from desktop_app.errors import AppError, InvalidInput, Message, Problem
from desktop_app.i18n import N_
from desktop_app.services import crew, sealed
from desktop_app.services.case_told import told
from desktop_app.services.cases import NO_CASE
from desktop_app.services.files import OpenFile

_LONGEST_TO_PAY: Final = timedelta(days=366)


@dataclass(frozen=True)
class Gathered:
    """The facts of a letter, and the workers it speaks for in the same order; `card` is the case it is about."""

    facts: LetterFacts
    workers: tuple[CaseWorker, ...]
    card: CaseCard

    def apart(self) -> Iterator[Gathered]:
        """The same letter for each worker alone."""
        for worker, own in zip(self.workers, self.facts.workers, strict=True):
            yield replace(self, facts=replace(self.facts, workers=(own,)), workers=(worker,))


def gather(file: OpenFile, session: Session, request: LetterRequest, norms: dict[str, Norm]) -> Gathered:
    """The facts of the letter, still without a number. Raises InvalidInput when the request is wrong."""
    from desktop_app.letters.catalogue import LETTERS

    card = case_queries.card(session, request.case_id)
    if card is None:
        raise AppError(NO_CASE)
    sealed.key_for(file, session, request.case_id)
    card = sealed.reveal(file, session, card)
    signer = next((each for each in centre_queries.staff(session) if each.id == request.signer_id), None)
    found = _problems_of_request(request, card, signer)
    if found or signer is None:
        raise InvalidInput(tuple(found))
    letter = LETTERS[request.kind]
    inside = letter.addressee is AddresseeKind.FILE
    known = told(file, session, card, request.on, count_pages=letter.counts_pages, inside=inside)
    if not request.worker_ids and letter.about:
        request = replace(request, worker_ids=tuple(known.concerned(letter.about)))
    workers = _crew(request, card)
    if letter.made_from is MadeFrom.WAGES:
        workers = tuple(pair for pair in workers if pair[1].calculation.total > 0 or known.is_owed(pair[0].id))
    if not workers:
        nobody = N_("Nobody of the crew is owed anything on the day of the letter.")
        raise InvalidInput((Problem("worker_ids", Message(nobody)),))
    workers = tuple((worker, replace(each, person=seen(each.person, letter.addressee))) for worker, each in workers)
    facts = _facts(request, card, signer, centre_queries.centre(session), workers, norms)
    facts = replace(
        facts,
        addressee=request.addressee or NOBODY,
        answers=request.answers,
        edits=request.edits,
        with_copy=request.with_copy,
        told=known,
        wording=text_queries.wording(session),
        logo=centre_queries.logo(session),
    )
    return Gathered(facts, _places(workers), card)


def file_paper(
    file: OpenFile, session: Session, card: CaseCard, kind: str, language: LetterLanguage, norms: dict[str, Norm]
) -> LetterFacts:
    """The facts of a paper for the file: today, signed by who is signed in, about all the crew, nothing demanded."""
    today = settings.today()
    nothing = nothing_owed(today)
    workers = tuple(
        (worker, LetterWorker(worker.person, worker.occupation, nothing, worker_id=worker.id))
        for worker in card.workers
    )
    request = LetterRequest(card.id, kind, language, today, today, file.staff.id)
    return _facts(request, card, file.staff, centre_queries.centre(session), workers, norms)


def lacking(facts: LetterFacts) -> tuple[Problem, ...]:
    """What an employer, an inspectorate or a court would send the letter back for."""
    found = []
    official = facts.employer.kind in (EmployerKind.COMPANY, EmployerKind.SOLE_TRADER)
    if official and not facts.employer.bin_iin:
        found.append(Problem("employer.bin_iin", Message(N_("The employer’s BIN or IIN is missing."))))
    if not facts.employer.address:
        found.append(Problem("employer.address", Message(N_("The employer’s address is missing."))))
    for code in facts.language.split("+"):
        if not facts.centre.address.within(code):
            found.append(
                Problem("centre.address", Message(N_("The address of the centre is missing in the settings.")))
            )
            break
    return tuple(found)


def _problems_of_request(request: LetterRequest, card: CaseCard, signer: StaffMember | None) -> list[Problem]:
    from desktop_app.letters.catalogue import LETTERS

    found = []
    if request.kind not in LETTERS or LETTERS[request.kind].made_from not in (MadeFrom.WAGES, MadeFrom.CASE):
        found.append(Problem("kind", Message(N_("Choose a letter from the list."))))
    if request.on > settings.today():
        found.append(Problem("on", Message(N_("The date of the letter is in the future."))))
    elif request.on < EARLIEST_CASE:
        found.append(Problem("on", Message(N_("The date is too long ago. Check the year."))))
    elif request.pay_by < request.on:
        found.append(Problem("pay_by", Message(N_("This day is before the date of the letter."))))
    elif request.pay_by - request.on > _LONGEST_TO_PAY:
        found.append(Problem("pay_by", Message(N_("This day is more than a year away. Check the year."))))
    if signer is None or not signer.active:
        found.append(Problem("signer_id", Message(N_("Choose who signs the letter."))))
    if not set(request.worker_ids) <= {worker.id for worker in card.workers}:
        found.append(Problem("worker_ids", Message(N_("This worker is not in the crew of the case."))))
    if request.kind in LETTERS:
        # What is asked and not answered yet keeps nobody from looking at the draft: catalogue.lacking names it.
        fields = tuple(spec for spec in LETTERS[request.kind].fields if said(request.answers, spec.name).value)
        answered = problems_of_answers(fields, request.answers, settings.today())
        found += (Problem(f"answers.{each.field}", each.message) for each in answered)
    found += problems_of_edits(request.edits)
    return found


def _crew(request: LetterRequest, card: CaseCard) -> tuple[tuple[CaseWorker, LetterWorker], ...]:
    """The workers asked for, or all the crew, each with what they are owed on the day of the letter, if anything."""
    found = []
    for worker in card.workers:
        if request.worker_ids and worker.id not in request.worker_ids:
            continue
        wages = crew.with_money(worker)
        counted = nothing_owed(request.on) if wages is None else calculate(wages, request.on, only_due=True)
        terms = None if wages is None else wages.terms
        found.append((worker, LetterWorker(worker.person, worker.occupation, counted, terms, worker.id)))
    return tuple(found)


def nothing_owed(on: date) -> WageCalculation:
    """The calculation of a worker without a wage complaint."""
    return WageCalculation((), on, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, (), ())


def _places(workers: tuple[tuple[CaseWorker, LetterWorker], ...]) -> tuple[CaseWorker, ...]:
    return tuple(worker for worker, _told in workers)


def _facts(
    request: LetterRequest,
    card: CaseCard,
    signer: StaffMember,
    centre: Centre,
    workers: tuple[tuple[CaseWorker, LetterWorker], ...],
    norms: dict[str, Norm],
) -> LetterFacts:
    return LetterFacts(
        kind=request.kind,
        language=request.language,
        number="",
        on=request.on,
        pay_by=request.pay_by,
        case_number=card.number,
        centre=centre,
        signer=signer,
        employer=card.employer,
        site=card.site,
        region=card.region,
        workers=tuple(told for _worker, told in workers),
        norms=norms,
    )
