"""Commands that need no file of a centre: law, penalty, numbers, names, the demonstration."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from desktop_app import settings
from desktop_app.cli.output import Output, money, table
from desktop_app.errors import AppError
from desktop_app.i18n import N_, Translator, format_date, format_money, set_language
from desktop_app.law import Fact


def penalty(arguments: Namespace, output: Output, _screens: object) -> None:
    """The statutory penalty for one debt. `--due` is taken as it stands: nothing is moved."""
    from desktop_app import law as kept
    from desktop_app.domain.penalty import penalty as count

    kept.use(kept.Held(), settings.today)  # so that what is old says so
    found = count(arguments.debt, arguments.due, arguments.paid)
    part, tr = found.parts[0], output.tr
    warnings = [warning.text(tr) for warning in found.warnings]
    document = {
        "debt": money(arguments.debt),
        "due": arguments.due,
        "paid": arguments.paid,
        "days": part.days,
        "rate_percent": money(part.rate),
        "coefficient": money(part.coefficient),
        "divisor": part.divisor,
        "penalty": money(found.total),
        "sources": [
            {"key": fact.key, "source": fact.source, "edition": fact.edition, "confidence": fact.confidence}
            for fact in found.facts
        ],
        "warnings": warnings,
    }
    formula = f"{arguments.debt:f} × {part.rate:f} % × {part.coefficient:f} × {part.days} / {part.divisor}"
    lines = [f"{formula} = {format_money(found.total, tr.code)}"]
    lines += [tr(N_("Source: %(source)s"), source=fact.source_in(tr.code)) for fact in found.facts]
    output.answer(document, [*lines, *warnings])


def check_id(arguments: Namespace, output: Output, _screens: object) -> None:
    """Whether twelve digits make an IIN or a BIN, and what they tell."""
    from desktop_app.domain.identifiers import check_id as check

    found, tr = check(arguments.number), output.tr
    reason = found.reason.text(tr) if found.reason else None
    document = {
        "number": found.number,
        "kind": found.kind,
        "valid": found.valid,
        "reason": reason,
        "birth_date": found.birth_date,
        "sex": found.sex,
    }
    kind = {"iin": tr(N_("IIN")), "bin": tr(N_("BIN")), None: "?"}[found.kind]
    # Inside an f-string the catalogue would not find it.
    told = reason or tr(N_("well formed"))
    output.answer(document, [f"{kind}: {told}"])


def names(arguments: Namespace, output: Output, _screens: object) -> None:
    """How alike two names are, whatever their script and spelling."""
    from desktop_app.domain.names import alike

    found = alike(arguments.a, arguments.b)
    reasons = [reason.text(output.tr) for reason in found.reasons]
    document = {
        "a": arguments.a,
        "b": arguments.b,
        "score": round(found.score, 3),
        "same_person_likely": found.same_person_likely,
        "reasons": reasons,
    }
    output.answer(document, [f"{found.score:.2f}", *reasons])


def law(arguments: Namespace, output: Output, _screens: object) -> None:
    """Every value and rule the program uses, or one of them, with where it comes from."""
    from desktop_app import law as kept

    tr = output.tr
    kept.use(kept.Held(), settings.today)  # so that what is old says so
    found = [fact for fact in kept.facts() if arguments.key in (None, fact.key)]
    if not found:
        raise AppError(N_("No value or rule has the key “%(key)s”. “tirek law” lists them all."), key=arguments.key)
    warnings: list[str] = []
    if arguments.on:
        begun = dict.fromkeys(f.key for f in found if f.effective_from and f.effective_from <= arguments.on)
        # Asked for by name, a table that begins later says so; in the whole list it is left out.
        keys = begun if arguments.key is None else {f.key: None for f in found if f.effective_from}
        dated = [kept.value(key, arguments.on) for key in keys]
        warnings = [warning.text(tr) for each in dated for warning in each.warnings]
        found = [*(each.fact for each in dated), *(fact for fact in found if fact.effective_from is None)]
    if arguments.key is not None and not arguments.on:
        warnings = list(dict.fromkeys(warning.text(tr) for fact in found for warning in kept.warnings(fact)))
    document = {"facts": [_fact(fact, tr) for fact in found], "warnings": warnings}
    rows = [
        (
            fact.key,
            format_date(fact.effective_from, tr.code) if fact.effective_from else "",
            fact.value if fact.effective_from else getattr(fact.title, tr.code),
            fact.confidence,
            fact.source_in(tr.code),
        )
        for fact in found
    ]
    output.answer(document, [*table(rows), *warnings])


def _fact(fact: Fact, tr: Translator) -> dict[str, object]:
    return {
        "key": fact.key,
        "value": fact.value,
        "effective_from": fact.effective_from,
        "confirmed_until": fact.confirmed_until,
        "title": getattr(fact.title, tr.code),
        "source": fact.source,
        "edition": fact.edition,
        "confidence": fact.confidence,
        "origin": fact.origin.value,
    }


def letters(_arguments: Namespace, output: Output, _screens: object) -> None:
    """The catalogue of letters."""
    from desktop_app.services.letter_kinds import kinds

    document = {
        "letters": [
            {
                "kind": kind.id,
                "title": output.tr(kind.title),
                "addressee": kind.addressee.value,
                "asks": [
                    {
                        "name": spec.name,
                        "title": output.tr(spec.title),
                        "required": spec.required,
                        "choices": [code for code, _name in spec.offered],
                    }
                    for spec in kind.fields
                ],
            }
            for kind in kinds()
        ]
    }
    rows = [
        (kind.id, output.tr(kind.title), " ".join(f"{spec.name}=" + "*" * spec.required for spec in kind.fields))
        for kind in kinds()
    ]
    output.answer(document, table(rows))


def demo(arguments: Namespace, output: Output, screens: Callable[[Path, str, str, Path, str], None]) -> None:
    """A demonstration file built from real situations, its letters, summaries and screens."""
    from desktop_app.services import demonstration

    # What the services themselves write into the file is in the demonstration's language.
    set_language(arguments.lang)
    made = demonstration.build(arguments.out, arguments.lang, output.progress, output.tr)
    if arguments.screens:
        output.progress(output.tr(N_("Drawing the screens …")))
        screens(made.file, made.login, made.password, arguments.out / "screens", arguments.lang)
    document = {
        "file": str(made.file),
        "user": made.login,
        "password": made.password,
        "cases": made.cases,
        "workers": made.workers,
        "enquiries": made.enquiries,
        "letters": [str(path) for path in made.letters],
        "summaries": [str(path) for path in made.summaries],
    }
    lines = [
        output.tr(
            N_("File: %(path)s (login %(login)s, password %(password)s)"),
            path=made.file,
            login=made.login,
            password=made.password,
        ),
        output.tr(N_("Letters: %(folder)s"), folder=made.letters[0].parent),
        output.tr(N_("Summaries: %(folder)s"), folder=made.summaries[0].parent),
    ]
    output.answer(document, lines)
