"""A made-up case to try the words of letters on: every kind of complaint, every question answered, nobody real.

A test print and the preview of a changed standing text are made of it, so that no worker's case has to be opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from desktop_app.domain.answers import Answer, FieldKind, FieldSpec
from desktop_app.domain.case_told import CaseTold, EarlierLetter, Exhibit, Owed, ToldComplaint, ToldParty
from desktop_app.domain.centre import Centre, StaffMember
from desktop_app.domain.chains import Part
from desktop_app.domain.complaint_forms import FORMS
from desktop_app.domain.complaint_kinds import ComplaintKind
from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.deductions import Deduction
from desktop_app.domain.guard import seen
from desktop_app.domain.held_documents import DocumentKind, HeldDocument
from desktop_app.domain.instalments import Instalment
from desktop_app.domain.leave import LeaveClaim
from desktop_app.domain.letter_edits import Added, Edits
from desktop_app.domain.letters import LetterFacts, LetterLanguage, LetterWorker, Norm
from desktop_app.domain.overtime import HoursMonth
from desktop_app.domain.pay_claims import WorkerPay, count
from desktop_app.domain.people import Person
from desktop_app.domain.wages import calculate
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator, for_language
from desktop_app.letters.catalogue import LETTERS, standing_texts, stories_of
from desktop_app.letters.made_up import WORKERS, made_up

_MADE_UP: Final = N_("example")
_NOT_SAID: Final = N_("THE MADE-UP CASE DOES NOT COME TO THIS PARAGRAPH. In another case it reads: %(text)s")
_DAYS_BACK: Final = 240
_MONTHS: Final = 3


@dataclass(frozen=True)
class Variant:
    """A shape of the case: how many workers, which of the answers are taken, whether the law was confirmed."""

    workers: int
    first_choice: bool
    confirmed: bool = False


VARIANTS: Final = tuple(
    Variant(workers, first, confirmed)
    for confirmed in (False, True)
    for first in (True, False)
    for workers in (1, WORKERS)
)


class Watched(dict[tuple[str, str], str]):
    """Standing texts that remember which of them a letter asked for."""

    def __init__(self, wording: Mapping[tuple[str, str], str]) -> None:
        super().__init__(wording)
        self.asked: set[tuple[str, str]] = set()

    def get(self, key: tuple[str, str], default: str | None = None) -> str | None:  # type: ignore[override]  # texts have a default of their own type
        """The text, remembered as asked for."""
        self.asked.add(key)
        return super().get(key, default)


@dataclass(frozen=True)
class Setting:
    """What of the centre itself stands in the made-up letter: `wording` are its standing texts."""

    on: date
    centre: Centre
    signer: StaffMember
    norms: Mapping[str, Norm]
    wording: Mapping[tuple[str, str], str]
    logo: bytes = b""


def letter_saying(key: str, kind: str, language: LetterLanguage, setting: Setting) -> LetterFacts | None:
    """The made-up letter in the first shape of the case that says the text `key`.

    When none does, the text stands on top of the letter, said to be of another case. None when no shape makes this
    letter at all.
    """
    any_shape: LetterFacts | None = None
    for variant in VARIANTS:
        watched = Watched(setting.wording)
        told = replace(facts(kind, language, variant, setting), wording=watched)
        try:
            stories_of(told)
        except AppError:
            continue
        if any(asked == key for asked, _language in watched.asked):
            return told
        any_shape = any_shape or told
    return None if any_shape is None else _on_top(any_shape, key, setting)


def _on_top(told: LetterFacts, key: str, setting: Setting) -> LetterFacts:
    text = standing_texts()[key][0]
    codes = told.language.split("+")
    words = {code: setting.wording.get((key, code)) or text.shipped(for_language(code)) for code in codes}
    said = tuple((code, for_language(code)(_NOT_SAID, text=words[code])) for code in codes)
    return replace(told, edits=Edits(added=(Added("", said),)))


def facts(kind: str, language: LetterLanguage, variant: Variant, setting: Setting) -> LetterFacts:
    """The made-up letter of a kind, without a number."""
    letter = LETTERS[kind]
    on, signer = setting.on, setting.signer
    tr = for_language(language.split("+")[0])
    workers = tuple(_worker(place, on) for place in range(1, variant.workers + 1))
    known = {key: replace(norm, confirmed_by=signer.full_name, confirmed_on=on) for key, norm in setting.norms.items()}
    return LetterFacts(
        kind=kind,
        language=language,
        number="",
        on=on,
        pay_by=on + timedelta(days=10),
        case_number=f"{on.year}-0000",
        centre=setting.centre,
        signer=signer,
        employer=made_up().employer,
        site=tr(_MADE_UP),
        region="KZ-75",
        workers=tuple(replace(each, person=seen(each.person, letter.addressee)) for each in workers),
        norms=known if variant.confirmed else dict(setting.norms),
        addressee=made_up().addressee,
        answers=invented(letter.fields, on, tr, variant),
        told=_told(on, tr, variant),
        wording=setting.wording,
        logo=setting.logo,
    )


def invented(specs: Sequence[FieldSpec], on: date, tr: Translator, variant: Variant) -> dict[str, Answer]:
    """An answer to every question: the first of the choices, or the last."""
    return {spec.name: _answer(spec, on, tr, variant) for spec in specs}


def _answer(spec: FieldSpec, on: date, tr: Translator, variant: Variant) -> Answer:
    if spec.offered:
        codes = [code for code, _name in spec.offered]
        if spec.kind is FieldKind.CHOICES:
            return Answer(tuple(codes))
        return Answer(codes[0] if variant.first_choice else codes[-1])
    match spec.kind:
        case FieldKind.DAY | FieldKind.PARTIAL_DATE:
            return Answer((on + timedelta(days=20 if spec.future else -_DAYS_BACK)).isoformat())
        case FieldKind.AMOUNT:
            return Answer("150000")
        case FieldKind.NUMBER:
            return Answer("3")
        case FieldKind.COUNTRY:
            return Answer("UZ")
        case FieldKind.REGION:
            return Answer("KZ-75")
        case _:
            return Answer(tr(_MADE_UP))


def _wages(on: date) -> WorkerWages:
    """Some months long past, paid by the day and never paid out."""
    first = (on - timedelta(days=_DAYS_BACK)).replace(day=1)
    months = [first]
    while len(months) < _MONTHS:
        months.append((months[-1] + timedelta(days=32)).replace(day=1))
    periods = tuple(WagePeriod(month, Decimal(22)) for month in months)
    return WorkerWages(WageTerms(PayBasis.DAILY, Decimal(12000)), periods)


def _worker(place: int, on: date) -> LetterWorker:
    wages = _wages(on)
    person = Person(made_up().workers[place - 1], PartialDate(1984, 3, 12), citizenship="UZ", iin="880520300123")
    counted = calculate(wages, on, only_due=True)
    return LetterWorker(person, made_up().occupation, counted, wages.terms, place)


def _owed(on: date) -> Owed:
    wages = _wages(on)
    month = wages.periods[0].month
    pay = WorkerPay(
        hours=(HoursMonth(month, overtime=Decimal(20), night=Decimal(8)),),
        deductions=(Deduction(month, Decimal(15000)),),
        leave=LeaveClaim(month, on - timedelta(days=60)),
    )
    return Owed(calculate(wages, on, only_due=True), count(pay, wages, on))


def _told(on: date, tr: Translator, variant: Variant) -> CaseTold:
    before = on - timedelta(days=40)
    places = tuple(range(1, WORKERS + 1))
    promise = Instalment(before, on + timedelta(days=30), Decimal(100000))
    exhibit = Exhibit(1, tr(_MADE_UP), "", "pdf", before, 2)
    return CaseTold(
        opened_on=before,
        channel="visit",
        everybody=len(places),
        complaints=tuple(_complaints(on, tr, variant, places)),
        chain=(ToldParty(Part.CUSTOMER.value, made_up().employer), ToldParty(Part.FOREMAN.value, made_up().foreman)),
        earlier=tuple(_earlier(on)),
        exhibits=(exhibit,),
        owed=dict.fromkeys(places, _owed(on)),
        promises=dict.fromkeys(places, (promise,)),
    )


def _complaints(on: date, tr: Translator, variant: Variant, places: tuple[int, ...]) -> Iterator[ToldComplaint]:
    since = PartialDate.from_iso((on - timedelta(days=_DAYS_BACK)).isoformat())
    passports = tuple(HeldDocument(place, DocumentKind.PASSPORT, f"AA 000000{place}", since) for place in places)
    for kind in ComplaintKind:
        answers = invented(FORMS[kind].fields, on, tr, variant)
        held = passports if kind is ComplaintKind.WITHHELD_DOCUMENTS else ()
        yield ToldComplaint(kind, since, on - timedelta(days=40), answers, places, held)


def _earlier(on: date) -> Iterator[EarlierLetter]:
    """A letter of every kind that left forty days ago, the last of them answered."""
    day, due = on - timedelta(days=40), on - timedelta(days=15)
    for at, kind in enumerate(LETTERS, start=1):
        answered = on - timedelta(days=20) if at == len(LETTERS) else None
        name = made_up().addressee.name.ru
        yield EarlierLetter(at, f"{on.year}/{at}", kind, name, day, day, due, "1-1" if answered else "", answered)
