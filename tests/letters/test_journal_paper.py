"""The paper of the journal: its tables, the cover, two languages in one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop_app.domain.addressees import AddresseeKind
from desktop_app.domain.centre import Centre, Trilingual
from desktop_app.domain.journal import Journal, JournalAnswer, JournalIncoming, JournalOutgoing, JournalRequest
from desktop_app.domain.letters import LetterLanguage
from desktop_app.domain.posting import IncomingRow, Sent, Way
from desktop_app.i18n import LANGUAGES, for_language
from desktop_app.letters import journal_paper
from desktop_app.letters.blocks import Grid
from tests.letters.reading import pages_of, text_of

DAY = date(2026, 11, 21)
CENTRE = Centre(name=Trilingual("Көмек орталығы", "Центр помощи", "Help centre"))
LETTER = JournalOutgoing(
    number="АЛМ/2026/12",
    on=DAY,
    kind="inspection_complaint",
    addressee_kind=AddresseeKind.INSPECTION,
    addressee="Алматы қаласының еңбек инспекциясы",
    employer="ТОО «Құрылыс»",
    case_id=1,
    case_number="2026-0003",
    sealed=False,
    sent=(Sent(DAY, Way.REGISTERED_MAIL, "RR 1", ""), Sent(DAY, Way.IN_PERSON, "канцелярия", "ЗТ-5")),
    answers=(JournalAnswer("АЛМ/2026/3", date(2026, 12, 11)),),
)
PAPER = JournalIncoming(
    IncomingRow(
        3,
        "АЛМ/2026/3",
        date(2026, 12, 11),
        "Инспекция",
        "17-04",
        DAY,
        "Отказ",
        "refused",
        1,
        "2026-0003",
        1,
        "АЛМ/2026/12",
    ),
    sealed=False,
)


def journal(language: LetterLanguage = LetterLanguage.EN, **other: object) -> Journal:
    plain = Journal(
        request=JournalRequest(date(2026, 1, 1), date(2026, 12, 31), language),
        centre=CENTRE,
        made_at=datetime(2026, 12, 31, 10, 0, tzinfo=UTC),
        outgoing=(LETTER,),
        incoming=(PAPER,),
        left_out=(0, 0),
    )
    return replace(plain, **other)  # type: ignore[arg-type]  # each test names real fields


def flat(content: bytes) -> str:
    return " ".join(text_of(content).split())


def grids(told: Journal) -> list[Grid]:
    return [block for block in journal_paper.story(told, for_language("en")) if isinstance(block, Grid)]


def test_a_row_says_all_that_a_journal_has_to() -> None:
    outgoing, incoming = grids(journal())
    assert outgoing.rows == (
        (
            "АЛМ/2026/12",
            "21.11.2026",
            "Алматы қаласының еңбек инспекциясы",
            "Complaint to the labour inspection",
            "2026-0003",
            "21.11.2026\n21.11.2026",
            "registered mail\nhanded over in person",
            "RR 1\nканцелярия, ЗТ-5",
            "АЛМ/2026/3, 11.12.2026",
            "",
        ),
    )
    assert incoming.rows == (
        ("АЛМ/2026/3", "11.12.2026", "Инспекция", "17-04, 21.11.2026", "Отказ", "2026-0003", "АЛМ/2026/12", ""),
    )
    assert all(grid.columns[-1].head == "Signature" for grid in (outgoing, incoming))


def test_whom_a_letter_went_to() -> None:
    def addressee(**new: object) -> str:
        (grid, _other) = grids(journal(outgoing=(replace(LETTER, **new),)))  # type: ignore[arg-type]  # real fields
        return grid.rows[0][2]

    assert addressee(addressee="", addressee_kind=AddresseeKind.EMPLOYER) == "ТОО «Құрылыс»"
    assert addressee(addressee="", addressee_kind=AddresseeKind.COURT) == "Court"
    assert addressee(addressee="Юсупов", addressee_kind=AddresseeKind.WORKER) == "To the worker"
    assert addressee(addressee="", sealed=True) == "Sealed case"


def test_who_received_a_paper_is_not_named() -> None:
    told = journal(outgoing=(replace(LETTER, sent=(Sent(DAY, Way.TO_WORKER, "Юсупов Алишер"),)),))
    assert grids(told)[0].rows[0][5:8] == ("21.11.2026", "to the worker", "")


@pytest.mark.parametrize("language", list(LetterLanguage))
def test_the_paper_is_the_same_for_the_same_facts_and_extracts(language: LetterLanguage) -> None:
    told = journal(language)
    content = journal_paper.render(told)
    assert content == journal_paper.render(told)
    text = flat(content)
    for expected in ("АЛМ/2026/12", "АЛМ/2026/3", "2026-0003", "RR 1", "17-04"):
        assert expected in text
    assert len(pages_of(content)) == 3


def test_both_languages_have_the_same_blocks() -> None:
    shapes = {
        code: [type(block).__name__ for block in journal_paper.story(journal(left_out=(2, 1)), for_language(code))]
        for code in LANGUAGES
    }
    assert len({tuple(shape) for shape in shapes.values()}) == 1


def test_a_journal_of_nothing_says_so_on_one_page() -> None:
    content = journal_paper.render(journal(outgoing=(), incoming=()))
    assert len(pages_of(content)) == 1
    assert "Outgoing papers: 0" in flat(content)


def test_what_was_left_out_is_said_only_when_it_was() -> None:
    assert "Left out" not in flat(journal_paper.render(journal()))
    assert "outgoing 2, incoming 1" in flat(journal_paper.render(journal(left_out=(2, 1))))


def test_a_long_journal_goes_on_and_repeats_its_head() -> None:
    content = journal_paper.render(journal(outgoing=(LETTER,) * 60))
    sheets = pages_of(content)[1:-1]
    assert len(sheets) > 2
    assert all("Addressee" in sheet for sheet in sheets)


def test_markup_in_what_was_typed_is_text() -> None:
    paper = replace(PAPER, row=replace(PAPER.row, about="<b>x</b> & <img src='a'/>"))
    assert "<b>x</b> & <img" in flat(journal_paper.render(journal(incoming=(paper,))))


def test_it_is_told_how_many_papers_are_set() -> None:
    many = journal(outgoing=(LETTER,) * 80, incoming=(PAPER,) * 70)
    heard: list[tuple[int, int]] = []
    journal_paper.render(many, lambda done, whole: heard.append((done, whole)))
    assert heard == sorted(heard)
    assert {whole for _done, whole in heard} == {150}
    assert (80, 150) in heard
    assert heard[-1] == (150, 150)
    assert len(heard) > 4
