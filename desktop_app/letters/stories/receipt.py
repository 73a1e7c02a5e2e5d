"""The receipt that every worker takes home: the number of the case, what was received, what comes next, whom to call.

One page for each worker, in plain words, without the names of others. A quiet receipt tells nobody who finds it what it
is about: neither what was complained of nor against whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app import law
from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.answers import FieldKind, FieldSpec, said
from desktop_app.domain.complaint_kinds import COMPLAINT_KINDS, ComplaintKind
from desktop_app.domain.letters import LetterFacts, LetterWorker
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator
from desktop_app.law import Fact
from desktop_app.letters import for_workers, letterhead, sums
from desktop_app.letters.blocks import Block, Sheet, Story, Words
from desktop_app.letters.for_workers import DASH, FEARED
from desktop_app.letters.grounds import mark
from desktop_app.letters.kind import Letter
from desktop_app.letters.texts import Text, say

_NOTHING: Final = N_("Log what happened first, under Complaints or Wages: the receipt is made from it.")
_MOST: Final = 6

_FIELDS: Final = (
    FieldSpec(
        "quiet",
        N_("Quiet receipt"),
        FieldKind.CHOICE,
        (
            ("yes", N_("Yes: it does not say what it is about")),
            ("no", N_("No: it names what was received")),
        ),
        hint=N_(
            "Choose yes when the employer or others may find the paper. Without a choice it is quiet where force, "
            "fear, deceit or withheld documents were logged."
        ),
        span=2,
    ),
    FieldSpec("copies", N_("Copies handed in"), FieldKind.TEXT, hint=N_("For example: contract, 3 pages; 2 photos.")),
    FieldSpec(
        "originals",
        N_("Originals handed in"),
        FieldKind.TEXT,
        hint=N_("Better none: copy them and give them back at once."),
    ),
)

_COPIES: Final = Text("receipt.copies", N_("Copies that we keep: %(papers)s."))
_ORIGINALS: Final = Text("receipt.originals", N_("Originals that we keep and give back when you ask: %(papers)s."))
_NO_PAPERS: Final = Text("receipt.no_papers", N_("We keep no originals of your documents."))
_LOOK: Final = Text(
    "receipt.look", N_("The centre’s lawyer looks at what you told us and brought, and sees what can be done.")
)
_HEAR: Final = Text("receipt.hear", N_("You will hear from us by %(day)s, in the way we agreed."))
_AGREE: Final = Text("receipt.agree", N_("We send nothing to anybody before you agree, unless a child is in danger."))
_BODY: Final = Text(
    "receipt.body",
    N_(
        "If a letter goes to a state body, it usually has %(days)s working days to answer, and may prolong them. We "
        "tell you the answer."
    ),
)
_FREE: Final = Text("receipt.free", N_("Our help is free. If anybody asks you for money for it, tell us."))
_STOP: Final = Text("receipt.stop", N_("You may stop at any time: tell us, and you need not say why."))
_KEEP: Final = Text("receipt.keep", N_("Keep this paper safe. If you cannot, remember the number alone."))
_DANGER: Final = Text("receipt.danger", N_("If you are in danger, first go where it is safe, then call."))
_TEXTS: Final = (
    *for_workers.TEXTS, _COPIES, _ORIGINALS, _NO_PAPERS, _LOOK, _HEAR, _AGREE, _BODY, _FREE, _STOP, _KEEP, _DANGER,
)  # fmt: skip


def story(facts: LetterFacts, tr: Translator) -> Story:
    """The receipts of all workers, a page each. AppError when the case holds no complaint yet."""
    if facts.told is None or not any(_kinds(facts, worker) for worker in facts.workers):
        raise AppError(_NOTHING)
    blocks: list[Block] = []
    for worker in facts.workers:
        if blocks:
            blocks.append(Sheet())
        blocks += _sheet(facts, worker, tr)
    return tuple(blocks)


def grounds(facts: LetterFacts) -> tuple[Fact, ...]:
    """The telephones, and the term of an answer where any receipt names it."""
    found = for_workers.help_facts(facts)
    if all(_is_quiet(facts, worker) for worker in facts.workers):
        return found
    return (_term(facts), *found)


def _term(facts: LetterFacts) -> Fact:
    """Within how many working days a state body answers."""
    return law.value("answer.working_days", facts.on).fact


def _sheet(facts: LetterFacts, worker: LetterWorker, tr: Translator) -> Iterator[Block]:
    quiet = _is_quiet(facts, worker)
    yield from for_workers.small_head(facts, tr)
    number = sums.reference(facts.copy_of or facts.number, tr)
    yield Words(tr(N_("Ref. No. %(number)s of %(day)s"), number=number, day=sums.day(facts.on, tr)), "reference")
    yield Words(tr(_title(facts, quiet=quiet)), "title")
    yield Words(tr(N_("Case No. %(number)s"), number=facts.case_number), "subtitle")
    yield from _received(facts, worker, tr, quiet=quiet)
    yield Words(tr(N_("What happens next")), "section")
    yield from _steps(facts, tr, quiet=quiet)
    yield Words(tr(N_("Whom to call")), "section")
    yield say(facts, tr, for_workers.CALL, "item", DASH, contacts=for_workers.telephones(facts, tr))
    if quiet:
        yield Words(for_workers.bare_numbers(facts, tr), "item", DASH)
    else:
        yield from for_workers.numbers(facts, tr)
    yield Words(tr(N_("Good to know")), "section")
    for text in (_FREE, _STOP, _KEEP, _DANGER):
        yield say(facts, tr, text, "item", DASH)
    yield letterhead.signature(facts.signer, tr)


def _title(facts: LetterFacts, *, quiet: bool) -> str:
    if not quiet:
        return N_("RECEIPT OF A COMPLAINT")
    return N_("RECEIPT FOR PAPERS") if _papers(facts) else N_("CONSULTATION")


def _received(facts: LetterFacts, worker: LetterWorker, tr: Translator, *, quiet: bool) -> Iterator[Block]:
    yield Words(tr(N_("Given to: %(worker)s."), worker=worker.person.full_name), "fact")
    if not quiet:
        yield Words(tr(N_("What we received: %(kinds)s."), kinds=_in_words(_kinds(facts, worker), tr)), "fact")
    told = _papers(facts)
    for name, text in (("copies", _COPIES), ("originals", _ORIGINALS)):
        if name in told:
            yield say(facts, tr, text, "fact", papers=told[name])
    if "originals" not in told:
        yield say(facts, tr, _NO_PAPERS, "fact")


def _steps(facts: LetterFacts, tr: Translator, *, quiet: bool) -> Iterator[Block]:
    yield say(facts, tr, _LOOK, "item", "1.")
    yield say(facts, tr, _HEAR, "item", "2.", day=sums.day(facts.pay_by, tr))
    yield say(facts, tr, _AGREE, "item", "3.")
    if not quiet:
        term = _term(facts)
        yield say(facts, tr, _BODY, "item", "4.", days=f"{int(term.number)}{mark(facts, term)}")


def _papers(facts: LetterFacts) -> dict[str, str]:
    """The papers handed in, as they were typed, without a full stop of their own."""
    typed = {name: said(facts.answers, name).text.strip().rstrip(".") for name in ("copies", "originals")}
    return {name: text for name, text in typed.items() if text}


def _kinds(facts: LetterFacts, worker: LetterWorker) -> tuple[ComplaintKind, ...]:
    """What was complained of for this worker, in the order of the kinds, each once."""
    told = facts.told.complaints if facts.told is not None else ()
    own = {each.kind for each in told if worker.worker_id in each.worker_ids}
    if worker.calculation.total > 0:
        own.add(ComplaintKind.WAGE_ARREARS)
    return tuple(kind for kind in COMPLAINT_KINDS if kind in own)


def _in_words(kinds: tuple[ComplaintKind, ...], tr: Translator) -> str:
    """The names of the kinds; only so many as leave the receipt on a page."""
    names = "; ".join(tr(for_workers.name_of(kind)).lower() for kind in kinds[:_MOST])
    if len(kinds) <= _MOST:
        return names
    return tr(N_("%(kinds)s; others: %(count)s"), kinds=names, count=len(kinds) - _MOST)


def _is_quiet(facts: LetterFacts, worker: LetterWorker) -> bool:
    """Whether the receipt is to say nothing of the matter: chosen, or feared for, or nothing is logged for them."""
    kinds, chosen = _kinds(facts, worker), said(facts.answers, "quiet").text
    if not kinds:
        return True
    return chosen == "yes" or (chosen != "no" and not FEARED.isdisjoint(kinds))


LETTER: Final = Letter(
    "receipt",
    N_("Receipt for the worker"),
    story,
    AddresseeKind.WORKER,
    grounds,
    fields=_FIELDS,
    texts=_TEXTS,
    asks_date=True,
)
