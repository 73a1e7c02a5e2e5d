"""The monthly report of the log, to be printed and kept: what was done, by whom, and the check word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Final

from desktop_app.domain.code_names import ROLES
from desktop_app.domain.log_actions import is_refused, words
from desktop_app.domain.logbook import LogMonth
from desktop_app.i18n import N_, Translator, for_language, format_date, format_month, format_number
from desktop_app.letters import page
from desktop_app.letters.blocks import Block, Column, Grid, Rule, Story, Words

_TITLE: Final = N_("Report of the log")
_COLUMNS: Final = ((N_("Action"), 130), (N_("Lines"), 30))
_PEOPLE: Final = ((N_("Who"), 80), (N_("Role"), 50), (N_("Lines"), 30))


def render(month: LogMonth) -> bytes:
    """The report as PDF bytes, the same for the same facts. Raises AppError for what the fonts cannot show."""
    tr = for_language(month.language)
    title = tr(_TITLE)

    def numbered(at: int, of: int) -> str:
        return tr(N_("Page %(page)s of %(pages)s"), page=at, pages=of)

    footer = page.Footer(left=f"{title}, {format_month(month.month, tr.code)}", page=numbered)
    return page.render([_story(month, tr)], title=title, language=tr.code, footer=footer)


def _story(month: LogMonth, tr: Translator) -> Story:
    return (
        Words(month.centre.name.within(tr.code), "centre_name"),
        Rule(),
        Words(tr(_TITLE), "title"),
        Words(format_month(month.month, tr.code), "subtitle"),
        *_facts(month, tr),
        *_actions(month, tr),
        *_people(month, tr),
        *_word(month, tr),
    )


def _facts(month: LogMonth, tr: Translator) -> Iterator[Block]:
    number = _numbers(tr)
    yield Words(tr(N_("Lines of the month: %(n)s"), n=number(month.lines)), "fact")
    if month.lines:
        first, last = number(month.first_seq), number(month.last_seq)
        yield Words(tr(N_("Numbers of the lines: from %(first)s to %(last)s"), first=first, last=last), "fact")
    yield Words(tr(N_("Attempts that were refused: %(n)s"), n=number(month.refused)), "fact")
    yield Words(tr(N_("Lines before which the clock went back: %(n)s"), n=number(month.clock_back)), "fact")
    made = tr(N_("%(day)s at %(time)s"), day=format_date(month.made_at.date(), tr.code), time=_time(month.made_at))
    yield Words(tr(N_("Report made: %(moment)s"), moment=made), "fact")


def _actions(month: LogMonth, tr: Translator) -> Iterator[Block]:
    if not month.by_action:
        return
    yield Words(tr(N_("By action")), "lead_in")
    counts: dict[str, int] = {}
    for action, count in month.by_action:
        name = tr(N_("%(action)s (refused)"), action=tr(words(action))) if is_refused(action) else tr(words(action))
        counts[name] = counts.get(name, 0) + count
    rows = tuple((name, _numbers(tr)(count)) for name, count in counts.items())
    yield Grid(_heads(_COLUMNS, tr), (*rows, (tr(N_("Total")), _numbers(tr)(month.lines))), total=True)


def _people(month: LogMonth, tr: Translator) -> Iterator[Block]:
    if not month.by_person:
        return
    yield Words(tr(N_("By person")), "lead_in")
    rows = tuple(
        (name or tr(N_("The program itself")), tr(ROLES[role]) if role else "", _numbers(tr)(count))
        for name, role, count in month.by_person
    )
    yield Grid(_heads(_PEOPLE, tr), rows)


def _word(month: LogMonth, tr: Translator) -> Iterator[Block]:
    yield Words(tr(N_("To be compared later")), "lead_in")
    number = _numbers(tr)
    told = N_("Line %(seq)s, check word %(word)s")
    if month.lines:
        yield Words(tr(N_("Last line of the month:")), "fact")
        yield Words(tr(told, seq=number(month.last_seq), word=month.last_word), "total")
    if month.head.seq != month.last_seq:
        yield Words(tr(N_("Last line when this report was made:")), "fact")
        yield Words(tr(told, seq=number(month.head.seq), word=month.head.word), "total")
    yield Words(
        tr(
            N_(
                "Keep this sheet outside the computer. If somebody shortens or rewrites the log, its line with this "
                "number no longer has this check word. Compare under Log, Checks, “Compare with a paper”."
            )
        ),
        "note",
    )


def _heads(columns: tuple[tuple[str, int], ...], tr: Translator) -> tuple[Column, ...]:
    return tuple(Column(tr(head), width, "right" if head == "Lines" else "left") for head, width in columns)


def _time(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def _numbers(tr: Translator) -> Callable[[int], str]:
    def written(number: int) -> str:
        return format_number(number, tr.code)

    return written
