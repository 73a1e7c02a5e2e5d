"""Claim letters with their calculation, against bare ReportLab platypus drawing the same text and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from io import BytesIO
from itertools import islice, product
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
)

from benchmarks.rows import Row, paired
from desktop_app import law
from desktop_app.domain.centre import Centre, Role, StaffMember, Trilingual
from desktop_app.domain.complaints import PayBasis, WagePeriod, WageTerms, WorkerWages
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.employers import Employer, EmployerKind
from desktop_app.domain.letters import LetterFacts, LetterLanguage, LetterWorker, Norm
from desktop_app.domain.people import Person
from desktop_app.domain.wages import calculate
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue, employer_claim
from desktop_app.letters.blocks import Block, Grid, Sheet, Signature, Story, Words
from desktop_app.letters.fonts import BOLD, REGULAR, register

TARGET = 1.3
LETTERS = 1000
BATCH = 20
ON = date(2026, 11, 21)

_SURNAMES = ("Юсупов", "Тўраев", "Қодиров", "Жўраев", "Ғаниев", "Сейітқалиев", "Раҳимов", "Эргашев", "Әбенов")
_NAMES = ("Равшан", "Ғуломжон", "Отабек", "Шерзод", "Бахтиёр", "Дилшод", "Нұрлан")
_BOLD_WORDS = {"centre_name", "addressee_name", "title", "subtitle", "total", "heading", "sum", "strip"}
_STYLES = {
    name: ParagraphStyle(name, fontName=face, fontSize=size, leading=size * 1.36, spaceAfter=4, bulletFontName=REGULAR)
    for name, face, size in (("plain", REGULAR, 11), ("bold", BOLD, 11), ("head", BOLD, 7.5), ("cell", REGULAR, 8.3))
}


def measure(*, quick: bool) -> Iterable[Row]:
    """Both sides make the same letters, a batch at a time, from facts that are already there."""
    register()
    batch = BATCH // 4 if quick else BATCH
    for language in (LetterLanguage.KK, LetterLanguage.RU):
        facts = list(islice(_facts(language), batch))
        stories = [employer_claim.story(each, for_language(language.value)) for each in facts]
        yield paired(
            f"{LETTERS // 2} claim letters, {language.value}",
            partial(_all, catalogue.render, facts),
            partial(_all, _bare, stories),
            runs=LETTERS // 2 // BATCH // (5 if quick else 1),
            target=TARGET,
            note=f"{batch} at a time, against bare ReportLab with the same text",
        )


def _all(call: Any, items: list[Any]) -> None:
    for item in items:
        call(item)


def _facts(language: LetterLanguage) -> Iterator[LetterFacts]:
    """Claims of one worker each for three months, all different."""
    norms = {str(index): Norm(fact, "Дина Әбенова", ON) for index, fact in enumerate(law.facts())}
    centre = Centre(Trilingual("«Тірек» орталығы", "Центр «Тірек»"), Trilingual("Алматы", "Алматы"), "941240000193")
    employer = Employer("«Самал Құрылыс Сервис» ЖШС", EmployerKind.COMPANY, "940140000385", "Алматы, Абай даңғылы, 10")
    signer = StaffMember(1, "dina", "Дина Маратқызы Әбенова", Role.LAWYER)
    terms = WageTerms(PayBasis.DAILY, Decimal(10000))
    for number, (shift, surname, name) in enumerate(product(range(16, 27), _SURNAMES, _NAMES)):
        periods = tuple(WagePeriod(date(2025, month, 1), Decimal(shift - month)) for month in (3, 4, 5))
        person = Person(f"{surname} {name}", PartialDate(1980 + number % 20))
        worker = LetterWorker(person, "құрылысшы", calculate(WorkerWages(terms, periods), ON), terms)
        yield LetterFacts(
            kind="employer_claim",
            language=language,
            number=f"2026/{number}",
            on=ON,
            pay_by=date(2026, 12, 1),
            case_number=f"2026-{number:04d}",
            centre=centre,
            signer=signer,
            employer=employer,
            site="Момышұлы көшесі",
            region="KZ-75",
            workers=(worker,),
            norms=norms,
        )


def _bare(story: Story) -> bytes:
    """The same text and tables by platypus alone: no checks, no marks, no count of pages."""
    held = BytesIO()
    frame = Frame(30 * mm, 20 * mm, 165 * mm, 257 * mm, 0, 0, 0, 0)
    lying = Frame(20 * mm, 18 * mm, 257 * mm, 167 * mm, 0, 0, 0, 0)
    document = BaseDocTemplate(
        held,
        pageTemplates=[
            PageTemplate("upright", [frame], onPage=_page_number, pagesize=A4),
            PageTemplate("lying", [lying], onPage=_page_number, pagesize=landscape(A4)),
        ],
        initialFontName=REGULAR,
    )
    document.build([flowable for block in story for flowable in _flowables(block)])
    return held.getvalue()


def _page_number(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont(REGULAR, 8)
    canvas.drawString(30 * mm, 10 * mm, f"{document.page}")


def _flowables(block: Block) -> Iterator[Flowable]:
    match block:
        case Words(text, style, mark):
            markup = escape(text).replace("\n", "<br/>")
            yield Paragraph(markup, _STYLES["bold" if style in _BOLD_WORDS else "plain"], mark or None)
        case Grid(columns, rows):
            yield _table([column.head for column in columns], rows, [column.width for column in columns])
        case Signature(position, name):
            yield Paragraph(escape(f"{position} ____________ {name}"), _STYLES["plain"])
        case Sheet():
            yield NextPageTemplate("lying")
            yield PageBreak()
        case _:
            yield HRFlowable(width="100%")


def _table(heads: list[str], rows: tuple[tuple[str, ...], ...], widths: list[int]) -> Table:
    data: list[list[Any]] = [[Paragraph(escape(head), _STYLES["head"]) for head in heads], *map(list, rows)]
    style: list[Any] = [("FONT", (0, 0), (-1, -1), REGULAR, 8.3, 10.2), ("GRID", (0, 0), (-1, -1), 0.4, colors.grey)]
    return Table(data, colWidths=[width * 257 * mm / sum(widths) for width in widths], style=style, repeatRows=1)
