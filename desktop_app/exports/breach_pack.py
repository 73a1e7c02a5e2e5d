"""The papers about a breach of security as one workbook: facts, draft of the notice, data, who saw, who could see, log.

Cases stand by number, colleagues by name, workers not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.domain.breaches import CaseReach, CaseSeen, PackFacts
from desktop_app.domain.code_names import ROLES
from desktop_app.domain.log_words import moment_words, short_moment
from desktop_app.domain.logbook import LogLine
from desktop_app.exports import breach_notice, long_book
from desktop_app.exports import log as log_export
from desktop_app.exports.long_book import LongSheet, text_line
from desktop_app.exports.workbook import Cover, Value
from desktop_app.i18n import N_, Translator, for_language, format_date, format_number

_ACCESS = {
    "centre": N_("Open to the centre"),
    "restricted": N_("Restricted"),
    "sealed": N_("Sealed"),
}


def save(
    facts: PackFacts, seen: Iterable[CaseSeen], reach: Iterable[CaseReach], lines: Iterable[LogLine], path: Path
) -> None:
    """Write the workbook to `path`. Raises AppError when the folder, the disk or another program refuses."""
    tr = for_language(facts.request.language)
    foot = tr(N_("Log: line %(seq)s, check word %(word)s"), seq=facts.head.seq, word=facts.head.word)
    sheets = (_notice(facts, tr), _data(facts, tr), _seen(seen, tr), _reach(reach, tr), log_export.sheet(lines, tr))
    long_book.save(_cover(facts, tr), sheets, tr, foot, path)


def _cover(facts: PackFacts, tr: Translator) -> Cover:
    breach, request = facts.breach, facts.request
    first, last = (format_date(day, tr.code) if day else "" for day in (request.first, request.last))
    lines = (
        text_line(tr(N_("Centre")), facts.centre.name.within(tr.code)),
        text_line(tr(N_("Breach in the register")), format_number(breach.id, tr.code)),
        text_line(tr(N_("Found")), short_moment(breach.found_at, tr)),
        text_line(tr(N_("What happened")), breach.described),
        text_line(tr(N_("Notice to the authorised body by the end of")), _deadline(facts, tr)),
        text_line(tr(N_("Ground of the term")), facts.law_citation),
        text_line(tr(N_("Source")), facts.law_source),
        text_line(tr(N_("Notified")), _notified(facts, tr)),
        text_line(tr(N_("Responsible for personal data")), facts.responsible or tr(N_("nobody was appointed yet"))),
        text_line(tr(N_("Days of the log looked at")), tr(N_("from %(first)s to %(last)s"), first=first, last=last)),
        text_line(tr(N_("Cases looked at")), ", ".join(request.numbers) or tr(N_("all"))),
        text_line(tr(N_("Made")), moment_words(facts.made_at, tr)),
        text_line(tr(N_("Made by")), f"{facts.made_by}, {tr(ROLES[facts.made_by_role])}"),
        text_line(tr(N_("Last line of the log")), format_number(facts.head.seq, tr.code)),
        text_line(tr(N_("Check word")), facts.head.word),
        text_line(tr(N_("The lines of the log")), _whole(facts, tr)),
    )
    notes = (
        tr(
            N_(
                "To be checked by the lawyer before anything is sent: the addressee, the form of the notice, and from "
                "which day the term counts. The law was amended in 2026, and this edition may not have it yet."
            )
        ),
        tr(
            N_(
                "Cases stand here by number and workers not at all. The program sees what is done in it: whoever "
                "copied the file or looked over a shoulder is not in the log. Lists and the search are not counted."
            )
        ),
        tr(N_("This workbook is not protected: keep it with the papers of the centre.")),
    )
    return Cover(tr(N_("Cover")), tr(N_("Papers about a breach of security")), lines, notes)


def _deadline(facts: PackFacts, tr: Translator) -> str:
    day = facts.breach.notify_by
    return format_date(day, tr.code, "long") if day else ""


def _notified(facts: PackFacts, tr: Translator) -> str:
    return short_moment(facts.breach.notified_at, tr) if facts.breach.notified_at else tr(N_("not yet"))


def _whole(facts: PackFacts, tr: Translator) -> str:
    if facts.first_broken is None:
        return tr(N_("all of them fit"))
    return tr(N_("line %(line)s does not fit: somebody changed the log"), line=facts.first_broken)


def _notice(facts: PackFacts, tr: Translator) -> LongSheet:
    rows = ((line,) for line in breach_notice.lines(facts, tr))
    heading = ((tr(N_("Draft, to be checked by the lawyer")), 96),)
    return LongSheet(tr(N_("Draft of the notice")), heading, rows, reads=True)


def _data(facts: PackFacts, tr: Translator) -> LongSheet:
    columns = ((tr(N_("Kind of data")), 60), (tr(N_("How many")), 14))
    return LongSheet(tr(N_("Data")), columns, breach_notice.categories(facts.categories, tr), reads=True)


def _seen(seen: Iterable[CaseSeen], tr: Translator) -> LongSheet:
    columns = (
        (tr(N_("Case")), 14),
        (tr(N_("Who")), 32),
        (tr(N_("Role")), 18),
        (tr(N_("Looked")), 12),
        (tr(N_("Changed")), 12),
        (tr(N_("Taken out")), 12),
        (tr(N_("Refused")), 12),
        (tr(N_("First time")), 18),
        (tr(N_("Last time")), 18),
    )
    return LongSheet(tr(N_("Who saw")), columns, _seen_rows(seen, tr))


def _seen_rows(seen: Iterable[CaseSeen], tr: Translator) -> Iterator[tuple[Value, ...]]:
    for case in seen:
        one = case.seen
        yield (
            case.number,
            one.name or tr(N_("The program itself")),
            tr(ROLES[one.role]) if one.role else "",
            one.views,
            one.changes,
            one.taken,
            one.refused,
            short_moment(one.first, tr),
            short_moment(one.last, tr),
        )


def _reach(reach: Iterable[CaseReach], tr: Translator) -> LongSheet:
    columns = (
        (tr(N_("Case")), 14),
        (tr(N_("Opened")), 14),
        (tr(N_("Access")), 22),
        (tr(N_("Responsible")), 32),
        (tr(N_("How many")), 12),
        (tr(N_("Who could open it now")), 90),
    )
    return LongSheet(tr(N_("Who could see")), columns, _reach_rows(reach, tr))


def _reach_rows(reach: Iterable[CaseReach], tr: Translator) -> Iterator[tuple[Value, ...]]:
    for case in reach:
        yield (
            case.number,
            format_date(case.opened_on, tr.code),
            tr(_ACCESS.get(case.access, _ACCESS["restricted"])),
            case.responsible,
            len(case.could_open),
            "; ".join(case.could_open),
        )
