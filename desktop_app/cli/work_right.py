"""The command that answers whether somebody may work, without any person and without a file."""

from __future__ import annotations

from argparse import Namespace

from desktop_app import settings
from desktop_app.cli.output import Output
from desktop_app.i18n import N_, Translator


def work_right(arguments: Namespace, output: Output, _screens: object) -> None:
    """May somebody of a citizenship work for an employer of a kind? What is not said stays open and is asked for."""
    from desktop_app import law as kept
    from desktop_app.domain.checks import refuse
    from desktop_app.domain.navigator import navigate
    from desktop_app.domain.papers import PAPER_KINDS
    from desktop_app.domain.work_answers import problems_of_answers
    from desktop_app.domain.work_facts import WorkFacts
    from desktop_app.domain.work_line import PARTS
    from desktop_app.domain.work_right import ORDER

    kept.use(kept.Held(), settings.today)  # so that what is old says so
    tr = output.tr
    facts = WorkFacts(entered_on=arguments.entered_on, **{name: getattr(arguments, name) for name in ORDER})
    refuse(problems_of_answers(facts, settings.today()))
    found = navigate(facts, settings.today())
    questions = _questions(found.questions, tr)
    document = {
        "regime": found.regime.value if found.regime else None,
        "settled": found.finding.is_settled,
        "verdict": found.verdict.value,
        "answer": found.headline.text(tr),
        "unless": [regime.value for regime in found.finding.unless],
        "questions": dict(zip(found.questions, questions, strict=True)),
        "papers": [{"kind": need.kind.value, "norms": [fact.key for fact in need.rests_on]} for need in found.needs],
        "lines": [
            {
                "part": line.part.value,
                "text": line.message.text(tr),
                "day": line.day,
                "norms": [fact.key for fact in line.rests_on],
            }
            for line in found.lines
        ],
        "norms": [
            {"key": fact.key, "title": getattr(fact.title, tr.code), "edition": fact.edition_in(tr.code)}
            | {"source": fact.source_in(tr.code), "confidence": fact.confidence}
            for fact in found.rests_on
        ],
    }
    lines = [found.headline.text(tr)]
    lines += [f"? {question}" for question in questions]
    lines += [f"– {tr(PAPER_KINDS[need.kind])}" for need in found.needs]
    for part, title in PARTS.items():
        told = [line for line in found.lines if line.part is part]
        lines += [f"{tr(title)}:"] if told else []
        lines += [f"– {line.message.text(tr)} [{', '.join(fact.key for fact in line.rests_on)}]" for line in told]
    lines.append(tr(N_("“tirek law KEY” shows a norm with its source, edition and confidence.")))
    output.answer(document, lines)


def _questions(names: tuple[str, ...], tr: Translator) -> list[str]:
    from desktop_app.domain.work_words import QUESTIONS

    titles = {spec.name: spec.title for spec in QUESTIONS}
    return [tr(titles[name]) for name in names]
