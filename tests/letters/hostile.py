"""Five hundred hostile strings, and a letter with such a string in every text field it has."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from desktop_app.domain.answers import Answer, FieldKind, FieldSpec
from desktop_app.domain.case_papers import ReadyMemo
from desktop_app.domain.case_told import CaseTold, ToldComplaint
from desktop_app.domain.centre import Trilingual
from desktop_app.domain.complaint_forms import form_of
from desktop_app.domain.letter_edits import Added, Edits
from desktop_app.domain.letters import LetterFacts, LetterLanguage
from desktop_app.domain.limitation import Rule, term
from desktop_app.domain.readiness import Known
from desktop_app.domain.readiness_items import items
from desktop_app.errors import AppError
from desktop_app.letters import catalogue, specimen
from tests.letters import claims, contracts
from tests.letters.test_fonts import FOREIGN, HOSTILE

_ESCAPES: Final = (
    "{{7*7}}", "{{ config }}", "{{''.__class__.__mro__[1].__subclasses__()}}", "{% for x in range(9) %}{% endfor %}",
    "{{ 'a'*200000000 }}", "{day}", "{norm}", "{worker.__class__}", "{0.__class__}", "{}", "{{", "}}", "{day!r:>10}",
    "%(day)s", "%(norm)d", "%n", "%x%x%x", "%1$s", "$day", "${day}", "$(id)", "`id`", "#{7*7}", "<%= 7*7 %>", "@{x}",
    "[[${7*7}]]", "*{7*7}", "~{x}", "{#x#}", "{php}x{/php}", "__import__('os').system('id')",
)  # fmt: skip
_MARKUP: Final = (
    "<para alignment='right'>x</para>", "<font name='x' size='99'>x</font>",
    "<font color='[[c for c in ()]][0]'>x</font>", "<font color=\"__import__('os').system('id')\">x</font>",
    "<span style='x'>x</span>", "<onDraw name='x' label='y'/>",
    "<img src='http://example.org/x.png' width='1' height='1'/>", "<img src='../../etc/passwd'/>", "<seq id='x'/>",
    "<a name='x'/>", "<link href='file:///etc/passwd'>x</link>", "<unichar code='65'/>", "<greek>a</greek>",
    "<index item='x'/>", "<script>alert(1)</script>", "<svg onload=alert(1)>", "<iframe src=x>", "<style>x</style>",
    "<table><tr><td>x", "</b>", "<b><i>x</b></i>", "<b", "b>", "< b >", "<b/>", "&lt;img&gt;", "&#60;b&#62;",
    "&#x3c;", "&nbsp;", "&amp;amp;", "&;", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "<![CDATA[<b>]]>", "<?php x ?>",
    "<math>", "<xml version='1'>", "<super>x", "<bullet>x</bullet>", "<strike>x</strike>", "<u>x</u>", "<br></br>",
    "<evalString code='7*7'/>", "<name id='x' value='y'/>",
)  # fmt: skip
_OF_PDF: Final = (
    "/JavaScript (app.alert(1))", "/OpenAction 1 0 R", "/AA <</O 1 0 R>>", "/URI (http://x)", "/EmbeddedFile",
    "/GoToR", "/SubmitForm", "/Launch /F (cmd.exe)", "<</Type/Action/S/JavaScript/JS(app.alert(1))>>",
    ">> endobj 9 0 obj <<", "endstream endobj", ") Tj ET Q", "(x) Tj", "\\051 Tj", "\\)", "\\\\)",
    "trailer << /Root 9 0 R >>", "startxref", "xref 0 1", "%PDF-1.7", "BT /F1 12 Tf", "/AcroForm", "/XFA",
    "/RichMedia", "/Encrypt", "<FEFF0041>", "<48656C6C6F>", "q 1 0 0 1 0 0 cm", "Do Q", "BI ID EI",
)  # fmt: skip
_OTHERS: Final = (
    "'; DROP TABLE letter; --", "' OR '1'='1", "\" OR 1=1 --", "1; SELECT pg_sleep(9)", "=HYPERLINK(\"http://x\")",
    "+1+1", "-1-1", "@SUM(1)", "=DDE('cmd';'/C calc')", "|cmd", "%0a%0d", "\r\nBcc: x@example.org",
    "../../../etc/passwd", "..\\..\\boot.ini", "CON", "file:///etc/passwd", "\\\\server\\share",
    "http://169.254.169.254/", "javascript:alert(1)", "data:text/html,<b>x", "mailto:x", "\u202egnp.exe",
    "\u2066x\u2069", "a\u202db\u202c", "\u200e\u200f\u061c", "x\ufe0f", "\u0301\u0301\u0301", "е\u0301\u0308\u0323",
    "\x00", "a\x00b", "\x1b[31mred", "\x08\x08", "\x0c", "\x0b", "\u0085", "\u2028\u2029", "\ufffc", "а" * 120,
    "Ж" * 450, "w" * 450, "1" * 450, "мұнарашыларымыздықтан" * 10, "а " * 240, "-" * 300, "." * 400, "_" * 300,
    "а-" * 200, "№ 1 № 2 № 3", "1 000 000", "« »", "„“", "’‘", "—–-", "₸", "½ ¼ ²", "ß ẞ", "ǅ", "ﬁ", "Ⅳ", "①", "Ａ",
    "ｶﾅ", "𝐀", "ⵣ", "ქ", "Ա", "ع", "ש", "ไทย", "한", "中", "🙂", "👨‍👩‍👧", "🇰🇿", "\ue000", "\uffff", "\ufffd",
    "\U0010ffff", "\u0600", "\u180e", "\u3000", "\u00ad", "\ufeff",
)  # fmt: skip
_AROUND: Final = ("{}", "ТОО «{}»", "до {} после", "{}\n{}", "   {}   ", "{}, {}")


def _corpus() -> tuple[str, ...]:
    plain = dict.fromkeys((*_ESCAPES, *_MARKUP, *_OF_PDF, *_OTHERS, *HOSTILE, *FOREIGN))
    wrapped = (around.replace("{}", text) for around in _AROUND[1:] for text in (*_MARKUP, *_OF_PDF, *_ESCAPES))
    return tuple(itertools.islice(dict.fromkeys((*plain, *wrapped)), 500))


STRINGS: Final = _corpus()

KINDS: Final = tuple(catalogue.LETTERS)
_OWED: Final = Known(claims.COMPANY, 1, 0, 1, term(Rule.WAGES, claims.ON.replace(year=2025), claims.ON), eaeu=True)
READY: Final = ReadyMemo(items(_OWED, {"commission": Answer("none")}, claims.ON))

Fill = Callable[[str], str]
"""The text that is put into a field of this name; the field keeps what it has when it gets its own name back."""


def base(kind: str, language: LetterLanguage) -> LetterFacts:
    """A letter of this kind with as much in it as there can be."""
    setting = specimen.Setting(claims.ON, claims.CENTRE, claims.SIGNER, claims.norms(confirmed=False), {})
    for variant in reversed(specimen.VARIANTS):
        made = specimen.facts(kind, language, variant, setting)
        try:
            catalogue.stories_of(made)
        except AppError:
            continue
        return replace(made, edits=Edits(added=(Added("", (("kk", "қосымша"), ("ru", "добавлено"), ("en", "added"))),)))
    memo = contracts.memo_facts(contracts.LONG, language)
    return memo if kind == "contract_memo" else replace(memo, kind=kind, readiness=READY)


def filled(facts: LetterFacts, fill: Fill) -> LetterFacts:
    """The same letter with `fill(name)` in every field that holds words somebody typed."""
    centre, employer = facts.centre, facts.employer
    workers = tuple(
        replace(
            worker,
            person=replace(worker.person, full_name=fill("workers")),
            occupation=fill("occupation"),
        )
        for worker in facts.workers
    )
    return replace(
        facts,
        centre=replace(
            centre,
            name=_three(fill("centre.name")),
            address=_three(fill("centre.address")),
            letterhead=_three(fill("centre.letterhead")),
        ),
        signer=replace(facts.signer, full_name=fill("signer")),
        employer=replace(
            employer,
            name=fill("employer.name"),
            address=fill("employer.address"),
            head_name=fill("employer.head_name"),
        ),
        site=fill("site"),
        workers=workers,
        addressee=replace(
            facts.addressee,
            name=_three(fill("addressee.name")),
            address=fill("addressee.address"),
            person=fill("addressee.person"),
        ),
        answers=_answers(catalogue.LETTERS[facts.kind].fields, facts.answers, fill, "answers"),
        told=None if facts.told is None else _told(facts.told, fill),
        edits=Edits(added=(Added("", tuple((code, fill("edits")) for code in ("kk", "ru", "en"))),)),
    )


def fields() -> tuple[str, ...]:
    """The names that `filled` asks for."""
    asked: dict[str, None] = {}

    def note(name: str) -> str:
        asked[name] = None
        return "x"

    for kind in KINDS:
        filled(base(kind, LetterLanguage.RU), note)
    return tuple(asked)


def _three(text: str) -> Trilingual:
    return Trilingual(text, text, text)


def _answers(specs: tuple[FieldSpec, ...], answers: Mapping[str, Answer], fill: Fill, place: str) -> dict[str, Answer]:
    typed = {spec.name for spec in specs if spec.kind in (FieldKind.TEXT, FieldKind.NOTE)}
    return {name: replace(answer, value=fill(place)) if name in typed else answer for name, answer in answers.items()}


def _told(told: CaseTold, fill: Fill) -> CaseTold:
    promises = {at: tuple(replace(each, note=fill("promises")) for each in rows) for at, rows in told.promises.items()}
    return replace(
        told,
        complaints=tuple(_complaint(each, fill) for each in told.complaints),
        chain=tuple(replace(each, employer=replace(each.employer, name=fill("chain"))) for each in told.chain),
        earlier=tuple(replace(each, addressee=fill("earlier"), their_number=fill("earlier")) for each in told.earlier),
        exhibits=tuple(replace(each, name=fill("exhibits"), note=fill("exhibits")) for each in told.exhibits),
        promises=promises,
    )


def _complaint(complaint: ToldComplaint, fill: Fill) -> ToldComplaint:
    documents = tuple(
        replace(each, number=fill("documents"), held_by=fill("documents"), place=fill("documents"))
        for each in complaint.documents
    )
    answers = _answers(form_of(complaint.kind).fields, complaint.answers, fill, "complaints")
    return replace(complaint, answers=answers, documents=documents)


def sampled(size: int, seed: int) -> Iterator[str]:
    """A steady choice of the strings, another for each seed."""
    step = 211  # prime to 500: every string has its turn
    return (STRINGS[(seed * 17 + at * step) % len(STRINGS)] for at in range(size))
