"""The journal of outgoing and incoming papers, with a column to sign in; no worker is named in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from desktop_app.domain.addressees import ADDRESSEE_KINDS, AT_EMPLOYER, AddresseeKind
from desktop_app.domain.journal import Journal, JournalIncoming, JournalOutgoing
from desktop_app.domain.posting import Sent, Way
from desktop_app.domain.progress import Step, silent
from desktop_app.i18n import N_, Translator, for_language
from desktop_app.letters import page, sums
from desktop_app.letters.blocks import Align, Block, Column, Grid, Rule, Sheet, Story, Words
from desktop_app.letters.catalogue import LETTERS

_TITLE: Final = N_("Journal of outgoing and incoming papers")
_OUTGOING: Final[tuple[tuple[str, int], ...]] = (
    (N_("No."), 24),
    (N_("Day"), 21),
    (N_("Addressee"), 45),
    (N_("What it is"), 42),
    (N_("Case"), 22),
    (N_("Left the centre"), 21),
    (N_("How"), 25),
    (N_("Proof, their No."), 32),
    (N_("Answer: No. and day"), 27),
    (N_("Signature"), 18),
)
_INCOMING: Final[tuple[tuple[str, int], ...]] = (
    (N_("No."), 24),
    (N_("Received"), 22),
    (N_("Sender"), 48),
    (N_("Sender’s No. and day"), 34),
    (N_("What it says"), 58),
    (N_("Case"), 24),
    (N_("Answers letter No."), 28),
    (N_("Signature"), 19),
)
_WAYS: Final = {
    Way.IN_PERSON: N_("handed over in person"),
    Way.REGISTERED_MAIL: N_("registered mail"),
    Way.COURIER: N_("courier"),
    Way.EMAIL: N_("email"),
    Way.PORTAL: N_("state portal"),
    Way.TO_WORKER: N_("to the worker"),
}
_SEALED: Final = N_("Sealed case")


def render(journal: Journal, step: Step = silent) -> bytes:
    """The journal as PDF bytes, the same for the same facts. Raises AppError for what the fonts cannot show.

    `step` hears with each page how many papers of how many stand in it; what it raises ends the drawing.
    """
    spoken = [for_language(code) for code in journal.request.language.split("+")]

    def numbered(at: int, of: int) -> str:
        return _each(spoken, lambda tr: tr(N_("Page %(page)s of %(pages)s"), page=at, pages=of))

    name = _each(spoken, lambda tr: tr(N_("Journal of papers")))
    footer = page.Footer(left=f"{name}, {_span(journal, spoken[0])}", page=numbered)
    stories = [story(journal, tr, step) for tr in spoken]
    made = page.render(stories, title=spoken[0](_TITLE), language=journal.request.language, footer=footer)
    whole = _count(journal)
    step(whole, whole)
    return made


def story(journal: Journal, tr: Translator, step: Step = silent) -> Story:
    """The journal in one language."""
    whole = _count(journal)
    step(0, whole)
    blocks: list[Block] = [*_cover(journal, tr)]
    if journal.outgoing:
        rows = tuple(_outgoing(row, tr) for row in journal.outgoing)
        blocks += _table(N_("Outgoing papers"), _OUTGOING, rows, tr, lambda done: step(done, whole))
    if journal.incoming:
        rows = tuple(_incoming(each, tr) for each in journal.incoming)
        before = len(journal.outgoing)
        blocks += _table(N_("Incoming papers"), _INCOMING, rows, tr, lambda done: step(before + done, whole))
    return tuple(blocks)


def _cover(journal: Journal, tr: Translator) -> Iterator[Block]:
    yield Words(journal.centre.name.within(tr.code), "centre_name")
    yield Rule()
    yield Words(tr(_TITLE), "title")
    yield Words(_span(journal, tr), "subtitle")
    yield Words(tr(N_("Outgoing papers: %(n)s"), n=len(journal.outgoing)), "fact")
    yield Words(tr(N_("Incoming papers: %(n)s"), n=len(journal.incoming)), "fact")
    if any(journal.left_out):
        outgoing, incoming = journal.left_out
        yield Words(
            tr(
                N_(
                    "Left out, because they stand in cases that are closed to whoever made this journal: "
                    "outgoing %(outgoing)s, incoming %(incoming)s."
                ),
                outgoing=outgoing,
                incoming=incoming,
            ),
            "note",
        )
    told = N_("No worker is named in this journal. Of sealed cases only numbers and days stand in it.")
    yield Words(tr(told), "note")
    yield Words(tr(N_("Journal made: %(day)s"), day=sums.day(journal.made_at.date(), tr)), "note")


def _table(
    title: str,
    columns: tuple[tuple[str, int], ...],
    rows: tuple[tuple[str, ...], ...],
    tr: Translator,
    told: Callable[[int], object],
) -> Iterator[Block]:
    yield Sheet(landscape=True)
    yield Words(tr(title), "heading")
    left: Align = "left"
    yield Grid(tuple(Column(tr(head), width, left) for head, width in columns), rows, told=told)


def _outgoing(row: JournalOutgoing, tr: Translator) -> tuple[str, ...]:
    return (
        row.number,
        sums.short_day(row.on, tr),
        _addressee(row, tr),
        tr(LETTERS[row.kind].title) if row.kind in LETTERS else row.kind,
        row.case_number,
        "\n".join(sums.short_day(each.on, tr) for each in row.sent),
        "\n".join(tr(_WAYS[each.way]) for each in row.sent),
        "\n".join(_proof(each) for each in row.sent),
        "\n".join(f"{each.number}, {sums.short_day(each.on, tr)}" for each in row.answers),
        "",
    )


def _addressee(row: JournalOutgoing, tr: Translator) -> str:
    if row.addressee_kind is AddresseeKind.WORKER or row.addressee_kind is AddresseeKind.FILE:
        return tr(ADDRESSEE_KINDS[row.addressee_kind])
    if row.sealed:
        return tr(_SEALED)
    at_employer = row.employer if row.addressee_kind in AT_EMPLOYER else ""
    return row.addressee or at_employer or tr(ADDRESSEE_KINDS[row.addressee_kind])


def _proof(sent: Sent) -> str:
    """What shows that a letter arrived; who of the workers received a paper is not told."""
    proof = "" if sent.way is Way.TO_WORKER else sent.proof
    return ", ".join(part for part in (proof, sent.their_number) if part)


def _incoming(told: JournalIncoming, tr: Translator) -> tuple[str, ...]:
    row = told.row
    theirs = (row.their_number, sums.short_day(row.their_date, tr) if row.their_date else "")
    return (
        row.number,
        sums.short_day(row.received_on, tr),
        tr(_SEALED) if told.sealed else row.sender,
        ", ".join(part for part in theirs if part),
        row.about,
        row.case_number,
        row.letter,
        "",
    )


def _count(journal: Journal) -> int:
    return len(journal.outgoing) + len(journal.incoming)


def _span(journal: Journal, tr: Translator) -> str:
    first, last = sums.short_day(journal.request.first, tr), sums.short_day(journal.request.last, tr)
    return f"{first} – {last}"


def _each(spoken: list[Translator], said: Callable[[Translator], str]) -> str:
    return " / ".join(dict.fromkeys(said(tr) for tr in spoken))
