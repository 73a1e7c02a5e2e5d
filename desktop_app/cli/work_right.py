"""The command that answers whether somebody may work, without any person and without a file."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from desktop_app import settings
from desktop_app.cli.output import Output
from desktop_app.i18n import N_, Translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.navigator import Navigator
    from desktop_app.law import Fact


def work_right(arguments: Namespace, output: Output, _screens: object) -> None:
    """May somebody of a citizenship work for an employer of a kind? What is not said stays open and is asked for."""
    from desktop_app import law as kept
    from desktop_app.domain.checks import refuse
    from desktop_app.domain.navigator import navigate
    from desktop_app.domain.work_answers import problems_of_answers
    from desktop_app.domain.work_facts import WorkFacts
    from desktop_app.domain.work_right import ORDER

    kept.use(kept.Held(), settings.today)  # so that what is old says so
    facts = WorkFacts(entered_on=arguments.entered_on, **{name: getattr(arguments, name) for name in ORDER})
    refuse(problems_of_answers(facts, settings.today()))
    found = navigate(facts, settings.today())
    output.answer(_document(found, output.tr), _lines(found, output.tr))


def _document(found: Navigator, tr: Translator) -> dict[str, object]:
    return {
        "regime": found.regime.value if found.regime else None,
        "settled": found.finding.is_settled,
        "verdict": found.verdict.value,
        "answer": found.headline.text(tr),
        "unless": [regime.value for regime in found.finding.unless],
        "questions": _questions(found.questions, tr),
        "papers": [{"kind": need.kind.value, "norms": _keys(need.rests_on)} for need in found.needs],
        "lines": [
            {
                "part": line.part.value,
                "text": line.message.text(tr),
                "day": line.day,
                "norms": _keys(line.rests_on),
            }
            for line in found.lines
        ],
        "norms": [
            {
                "key": fact.key,
                "title": getattr(fact.title, tr.code),
                "source": fact.source_in(tr.code),
                "edition": fact.edition_in(tr.code),
                "confidence": fact.confidence,
            }
            for fact in found.rests_on
        ],
    }


def _lines(found: Navigator, tr: Translator) -> Iterator[str]:
    from desktop_app.domain.papers import PAPER_KINDS
    from desktop_app.domain.work_line import PARTS
    from desktop_app.domain.work_words import OTHERWISE

    yield found.headline.text(tr)
    if found.finding.unless:
        cases = "; ".join(tr(OTHERWISE[regime]) for regime in found.finding.unless)
        yield tr(N_("It would be another answer for: %(cases)s."), cases=cases)
    for question in _questions(found.questions, tr).values():
        yield f"? {question}"
    for need in found.needs:
        yield f"– {tr(PAPER_KINDS[need.kind])} [{_marked(need.rests_on)}]"
    for part, title in PARTS.items():
        told = [line for line in found.lines if line.part is part]
        if told:
            yield f"{tr(title)}:"
        for line in told:
            yield f"– {line.message.text(tr)} [{_marked(line.rests_on)}]"
    yield tr(N_("* To be checked by the centre’s lawyer."))
    yield tr(N_("“tirek law KEY” shows a norm with its source, edition and confidence."))


def _questions(names: tuple[str, ...], tr: Translator) -> dict[str, str]:
    from desktop_app.domain.work_words import QUESTIONS

    titles = {spec.name: spec.title for spec in QUESTIONS}
    return {name: tr(titles[name]) for name in names}


def _marked(facts: tuple[Fact, ...]) -> str:
    """Keys, with a star where the wording was not read or is old: without a file nobody's confirmation is known."""
    from desktop_app.domain.law_norms import Norm

    return ", ".join(f"{fact.key}{'' if Norm(fact).settled else '*'}" for fact in facts)


def _keys(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.key for fact in facts]
