"""The request to the employer for papers on work and pay: pay slips, certificates, the contract, records of time.

Labour Code, articles 113(2), 62, 33, 79, 34; Treaty on the EAEU, article 98(7). Citizenship is not told to an employer,
so whether the certificate of the Treaty is asked for is a question of the letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app import law
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, in_words, said
from desktop_app.domain.employers import EmployerKind
from desktop_app.domain.letters import LetterFacts
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import letterhead, on_behalf, sums
from desktop_app.letters.blocks import Block, Story, Words
from desktop_app.letters.grounds import cite, cite_if_settled, fact_of
from desktop_app.letters.kind import Letter
from desktop_app.letters.strip import draft_strip
from desktop_app.letters.texts import Text, say

_SLIPS, _CERTIFICATE, _PROOF, _CONTRACT, _RECORDS, _ORDERS = (
    "slips", "certificate", "proof", "contract", "records", "orders",
)  # fmt: skip
_ASKED: Final = FieldSpec(
    "asked",
    N_("What is asked for"),
    FieldKind.CHOICES,
    (
        (_SLIPS, N_("Pay slips for each month")),
        (_CERTIFICATE, N_("Certificate of work and wages")),
        (_PROOF, N_("Document that proves the work, at its end")),
        (_CONTRACT, N_("Copy of the contract with its annexes")),
        (_RECORDS, N_("Records of working time")),
        (_ORDERS, N_("Orders on hiring, transfer and the end of work")),
    ),
    required=True,
)
_EAEU: Final = FieldSpec(
    "eaeu",
    N_("Ask also for the free certificate of the EAEU Treaty"),
    FieldKind.YES_NO_UNKNOWN,
    hint=N_("Only for citizens of Armenia, Belarus, Kyrgyzstan and Russia. The letter does not name the citizenship."),
)
_FIRST: Final = FieldSpec("first", N_("From the month"), FieldKind.PARTIAL_DATE)
_LAST: Final = FieldSpec("last", N_("To the month"), FieldKind.PARTIAL_DATE)

_LEAD: Final = Text("papers.ask", N_("To check the pay, we ask you to issue not later than %(day)s:"))
_PERIOD: Final = Text("papers.period", N_("The papers are asked for the period: %(first)s – %(last)s."))
_WHOLE: Final = Text("papers.whole", N_("The papers are asked for the whole time of work."))
_ITEMS: Final = {
    _SLIPS: (
        Text(
            "papers.slips",
            N_(
                "a written notice, for each month, of the components of the wages, of deductions with their grounds, "
                "and of the total due (%(norm)s);"
            ),
        ),
        "lc.113.2",
    ),
    _CERTIFICATE: (
        Text(
            "papers.certificate",
            N_("a certificate of the occupation or post, the time of work and the wages (%(norm)s);"),
        ),
        "lc.62.2",
    ),
    _PROOF: (
        Text("papers.proof", N_("a document that proves the work, as it is issued at its end (%(norm)s);")),
        "lc.62",
    ),
    _CONTRACT: (
        Text("papers.contract", N_("a copy of the labour contract with all additional agreements (%(norm)s);")),
        "lc.33",
    ),
    _RECORDS: (
        Text(
            "papers.records",
            N_(
                "copies of the records of working time, with overtime, night hours and work on days off and holidays "
                "(%(norm)s);"
            ),
        ),
        "lc.79",
    ),
    _ORDERS: (
        Text("papers.orders", N_("copies of the orders on hiring, transfer and the end of work (%(norm)s);")),
        "lc.34",
    ),
}  # fmt: skip
_EAEU_ITEM: Final = Text(
    "papers.eaeu",
    N_(
        "free of charge, a certificate or certificates that name the profession (speciality, qualification and post), "
        "the time of work and the amount of the wages (%(norm)s);"
    ),
)
_WHY_NOT: Final = Text(
    "papers.why_not", N_("a written reply that names the papers which cannot be issued, and the reason.")
)
_EACH: Final = Text("papers.each", N_("The papers are issued for each worker named in the table apart."))
_TERM: Final = Text(
    "papers.term",
    N_("The certificate of work and wages is issued within %(days)s working days of the request (%(norm)s)."),
)
_COPIES: Final = Text(
    "papers.copies", N_("Please certify the copies with a signature and, where there is one, the seal.")
)
_WARNING: Final = Text(
    "papers.warning",
    N_(
        "If the papers are not issued in time, the state labour inspection will be asked to check them, and the sums "
        "will be counted from the evidence that is at hand."
    ),
)
_TEXTS: Final = (
    *on_behalf.TEXTS, _LEAD, _PERIOD, _WHOLE, *(text for text, _norm in _ITEMS.values()), _EAEU_ITEM, _WHY_NOT, _EACH,
    _TERM, _COPIES, _WARNING,
)  # fmt: skip
_OF_COPIES: Final = frozenset({_CONTRACT, _RECORDS, _ORDERS})


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The whole request in one language. AppError when nothing is asked for."""
    asked = _asked(facts)
    if not asked:
        raise AppError(N_("Choose what the employer is asked for: this letter is made from it."))
    blocks: list[Block] = [*draft_strip(facts, tr, _grounds(facts))]
    blocks += letterhead.opening(facts, tr)
    blocks.append(Words(tr(N_("REQUEST")), "title"))
    blocks.append(Words(tr(N_("for papers on work and pay")), "subtitle"))
    blocks += on_behalf.represented(facts, tr)
    blocks += on_behalf.place_of_work(facts, tr)
    blocks.append(say(facts, tr, _LEAD, "lead_in", day=sums.day(facts.pay_by, tr)))
    for number, (text, key) in enumerate(asked, start=1):
        blocks.append(say(facts, tr, text, "item", f"{number}.", norm=cite(facts, key, tr.code)))
    blocks.append(say(facts, tr, _WHY_NOT, "item", f"{len(asked) + 1}."))
    blocks += _how(facts, tr)
    blocks.append(say(facts, tr, _WARNING))
    blocks.append(on_behalf.reply(facts, tr))
    blocks.append(letterhead.signature(facts.signer, tr))
    return tuple(blocks)


def _asked(facts: LetterFacts) -> tuple[tuple[Text, str], ...]:
    """The papers asked for with their norms, in the order of the form; a household draws up no orders (article 136)."""
    chosen = set(said(facts.answers, _ASKED.name).codes)
    chosen -= {_ORDERS} if facts.employer.kind is EmployerKind.HOUSEHOLD else set()
    found = [(_ITEMS[code][0], _ITEMS[code][1]) for code, _name in _ASKED.choices if code in chosen]
    if said(facts.answers, _EAEU.name).is_yes:
        found.append((_EAEU_ITEM, "eaeu.98.7"))
    return tuple(found)


def _how(facts: LetterFacts, tr: Translator) -> Iterator[Block]:
    first, last = said(facts.answers, _FIRST.name), said(facts.answers, _LAST.name)
    if first.when and last.when:
        told = in_words(_FIRST, first, tr, tr.code), in_words(_LAST, last, tr, tr.code)
        yield say(facts, tr, _PERIOD, first=told[0], last=told[1])
    else:
        yield say(facts, tr, _WHOLE)
    if len(facts.workers) > 1:
        yield say(facts, tr, _EACH)
    chosen = {text.key for text, _norm in _asked(facts)}
    if _ITEMS[_CERTIFICATE][0].key in chosen and (norm := cite_if_settled(facts, "lc.62.2", tr.code)):
        days = int(law.value("certificate.working_days", facts.on).fact.number)
        yield say(facts, tr, _TERM, days=days, norm=norm)
    if chosen & {_ITEMS[code][0].key for code in _OF_COPIES}:
        yield say(facts, tr, _COPIES)


def _grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    return tuple(dict.fromkeys(fact_of(facts, key) for _text, key in _asked(facts)))


LETTER: Final = Letter(
    "pay_documents",
    N_("Request to the employer for pay slips and certificates"),
    story,
    AddresseeKind.EMPLOYER,
    _grounds,
    fields=(_ASKED, _FIRST, _LAST, _EAEU),
    texts=_TEXTS,
    requisites=on_behalf.requisites,
    asks_date=True,
)
