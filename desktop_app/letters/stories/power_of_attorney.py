"""The draft of a power of attorney from the worker to the centre's lawyer: read aloud, signed, attested elsewhere.

Names stand behind a colon, so that no language has to inflect them. Who attests it is not settled in the law book, so
the line for that stays blank and says that the lawyer checks it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, in_words, said
from desktop_app.domain.letters import LetterFacts
from desktop_app.domain.people import Person
from desktop_app.errors import Message, Problem
from desktop_app.i18n import N_, Translator, format_partial
from desktop_app.letters import for_workers, sums
from desktop_app.letters.blocks import Block, Column, Grid, Signature, Story, Words
from desktop_app.letters.kind import Letter
from desktop_app.letters.texts import Text, say

TITLE: Final = N_("Power of attorney (draft)")

_SPECIAL: Final = {
    "claim": N_("sign and bring a claim in court"),
    "withdraw": N_("withdraw the claim in whole or in part, admit a counterclaim"),
    "change": N_("change the subject or the grounds of the claim"),
    "settle": N_("conclude a settlement"),
    "appeal": N_("appeal against decisions of the court"),
    "enforce": N_("present a writ for enforcement and withdraw it"),
    "money": N_("receive property and money that were awarded"),
}
_UNTIL: Final = FieldSpec(
    "until",
    N_("In force until"),
    FieldKind.DAY,
    hint=N_("The last day on which the lawyer may act."),
    future=True,
)
_FIELDS: Final = (
    FieldSpec(
        "representative",
        N_("Representative: full name"),
        FieldKind.TEXT,
        hint=N_("Left empty, it is the lawyer who signs the letter."),
    ),
    FieldSpec("representative_id", N_("Representative: IIN or identity document"), FieldKind.TEXT),
    FieldSpec("place", N_("Place where it is signed"), FieldKind.TEXT),
    _UNTIL,
    FieldSpec(
        "special",
        N_("Powers in court that must be named"),
        FieldKind.CHOICES,
        tuple(_SPECIAL.items()),
        hint=N_("Explain each one to the worker; give no more than the case needs."),
        span=2,
    ),
    FieldSpec(
        "read_in",
        N_("Language in which it was read aloud, and by whom"),
        FieldKind.TEXT,
        hint=N_("When the worker does not read the language of the paper."),
        span=2,
    ),
)

_GIVEN: Final = Text("attorney.given", N_("By this power of attorney I give the representative the right to:"))
_GIVEN_MANY: Final = Text(
    "attorney.given_many", N_("By this power of attorney we give the representative the right to:")
)
_EMPLOYER: Final = Text(
    "attorney.employer",
    N_("deal with the employer named above about wages, documents and other questions from the work;"),
)
_BODIES: Final = Text(
    "attorney.bodies",
    N_(
        "hand in applications and complaints to the conciliation commission, the state labour inspection, the police, "
        "the prosecutor’s office and other bodies, and receive their answers;"
    ),
)
_COURTS: Final = Text(
    "attorney.courts",
    N_("represent in court in all procedural actions that need no special mention in a power of attorney;"),
)
_PAPERS: Final = Text(
    "attorney.papers",
    N_("receive and hand in papers, make copies, see the files of the case, sign for these actions."),
)
_SPECIAL_TOO: Final = Text("attorney.special", N_("Also with the right to:"))
_NO_SPECIAL: Final = Text(
    "attorney.no_special",
    N_("It gives no right to settle, to withdraw a claim, to admit a counterclaim or to receive money."),
)
_NO_SUBSTITUTE: Final = Text("attorney.no_substitute", N_("The powers may not be passed on to another person."))
_TERM: Final = Text("attorney.term", N_("In force from %(day)s until %(until)s, both included."))
_WITHDRAWN: Final = Text("attorney.withdrawn", N_("It may be withdrawn at any time."))
_READ: Final = Text("attorney.read", N_("The text was read aloud and understood: %(how)s."))
_ATTESTED: Final = Text(
    "attorney.attested",
    N_("Who attests this power of attorney is to be checked by the lawyer before it is signed."),
)
_TEXTS: Final = (
    _GIVEN, _GIVEN_MANY, _EMPLOYER, _BODIES, _COURTS, _PAPERS, _SPECIAL_TOO, _NO_SPECIAL, _NO_SUBSTITUTE, _TERM,
    _WITHDRAWN, _READ, _ATTESTED,
)  # fmt: skip


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole draft in one language."""
    many = len(facts.workers) > 1
    blocks: list[Block] = [*_head(facts, tr)]
    blocks.append(Words(tr(N_("POWER OF ATTORNEY")), "title"))
    blocks.append(Words(tr(N_("draft, to be attested")), "subtitle"))
    blocks += _when(facts, tr)
    blocks += _people(facts, tr)
    blocks.append(say(facts, tr, _GIVEN_MANY if many else _GIVEN, "lead_in"))
    for number, text in enumerate((_EMPLOYER, _BODIES, _COURTS, _PAPERS), start=1):
        blocks.append(say(facts, tr, text, "item", f"{number}."))
    blocks += _special(facts, tr)
    blocks.append(say(facts, tr, _NO_SUBSTITUTE))
    until = said(facts.answers, "until")
    if until.value:
        told = in_words(_UNTIL, until, tr, tr.code)
        when = until.when.full if until.when is not None else None
        blocks.append(say(facts, tr, _TERM, day=sums.day(facts.on, tr), until=sums.day(when, tr) if when else told))
    blocks.append(say(facts, tr, _WITHDRAWN))
    if how := said(facts.answers, "read_in").text.strip():
        blocks.append(say(facts, tr, _READ, how=how))
    blocks += _signed(facts, tr)
    return tuple(blocks)


def _head(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """The small head, as the paper is the worker's: with the large one its last line goes over to a page of its own."""
    yield from for_workers.small_head(facts, tr)
    number = sums.reference(facts.copy_of or facts.number, tr)
    yield Words(tr(N_("Ref. No. %(number)s of %(day)s"), number=number, day=sums.day(facts.on, tr)), "reference")


def _when(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    place = said(facts.answers, "place").text.strip()
    day = sums.day(facts.on, tr)
    if place:
        yield Words(tr(N_("Place and day: %(place)s, %(day)s."), place=place, day=day), "fact")
    else:
        yield Words(tr(N_("Day: %(day)s."), day=day), "fact")


def _people(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    """Who gives the powers, to whom, against whom; what the file does not keep is left to be filled in by hand."""
    if len(facts.workers) == 1:
        yield Words(tr(N_("Principal: %(name)s."), name=_told(facts.workers[0].person, tr)), "fact")
        yield Words(tr(N_("Identity document of the principal: %(blank)s"), blank=_BLANK), "fact")
        yield Words(tr(N_("Address of the principal: %(blank)s"), blank=_BLANK), "fact")
    else:
        yield Words(tr(N_("Principals:")), "fact")
        yield _principals(facts, tr)
    name = said(facts.answers, "representative").text.strip() or facts.signer.full_name
    if known := said(facts.answers, "representative_id").text.strip():
        name = f"{name}, {known}"
    yield Words(tr(N_("Representative: %(name)s."), name=name), "fact")
    yield Words(tr(N_("Place of work of the representative: %(name)s."), name=_centre(facts, tr)), "fact")
    yield Words(tr(N_("Employer: %(name)s."), name=facts.employer.name), "fact")


_BLANK: Final = "_" * 24


def _centre(facts: LetterFacts, tr: Translator) -> str:
    return ", ".join(filter(None, (facts.centre.name.within(tr.code), facts.centre.address.within(tr.code))))


def _told(person: Person, tr: Translator) -> str:
    parts = [person.full_name]
    if person.birth is not None:
        birth = format_partial(person.birth.year, person.birth.month, person.birth.day, tr.code)
        parts.append(tr(N_("date of birth: %(birth)s"), birth=birth))
    parts += [tr(N_("IIN %(number)s"), number=person.iin)] if person.iin else []
    return ", ".join(parts)


def _principals(facts: LetterFacts, tr: Translator) -> Grid:
    columns = (
        Column(tr(N_("No.")), 9, "right"),
        Column(tr(N_("Principal")), 76),
        Column(tr(N_("Identity document, address")), 60),
        Column(tr(N_("Signature")), 40, "centre"),
    )
    rows = ((str(number), _told(each.person, tr), "", "\n\n") for number, each in enumerate(facts.workers, start=1))
    return Grid(columns, tuple(rows))


def _special(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    chosen = said(facts.answers, "special").codes
    if not chosen:
        yield say(facts, tr, _NO_SPECIAL)
        return
    yield say(facts, tr, _SPECIAL_TOO, "lead_in")
    names = [tr(name) for code, name in _SPECIAL.items() if code in chosen]
    for number, name in enumerate(names, start=1):
        yield Words(name + (";" if number < len(names) else "."), "item", f"{number}.")


def _signed(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    if len(facts.workers) == 1:
        yield Signature(tr(N_("Principal")), facts.workers[0].person.full_name)
    if said(facts.answers, "read_in").text.strip():
        yield Signature(tr(N_("Who read it aloud")), "")
    yield Words(tr(N_("Attested by: %(blank)s"), blank=_BLANK), "fact")
    yield say(facts, tr, _ATTESTED, "ground")


def _requisites(facts: LetterFacts) -> Iterator[Problem]:
    if not said(facts.answers, "place").text.strip():
        yield Problem("answers.place", Message(N_("A power of attorney names the place where it is signed.")))
    until = said(facts.answers, "until").when
    if until is None:
        yield Problem("answers.until", Message(N_("Say until when the lawyer may act.")))
    elif until.full is not None and until.full <= facts.on:
        yield Problem("answers.until", Message(N_("The last day is not after the day of the paper. Check the year.")))
    if any(not worker.person.full_name.strip() for worker in facts.workers):
        yield Problem("worker_ids", Message(N_("A power of attorney needs the full name of everybody who gives it.")))


LETTER: Final = Letter(
    "power_of_attorney",
    TITLE,
    story,
    AddresseeKind.WORKER,
    fields=_FIELDS,
    texts=_TEXTS,
    requisites=_requisites,
)
