import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.people import Sex
from desktop_app.i18n import for_language
from desktop_app.imports.crew_cells import Meaning
from desktop_app.imports.pasted_table import read_pasted, split, understand

TODAY = date(2026, 11, 21)
ENGLISH = for_language("en")

CREW = """№\tФ.И.О.\tДата рождения\tГражданство\tТелефон\tСмен\tСтавка
1\tЮсупов Ғұлом\t20.05.1987\tУзбекистан\t+998 90 123 45 67\t26\t10 000
2\tКаримова Нигора\t1990 г.р.\tuz\t\t24,5\t10000 тг
3\tСаидов Абдулло\t\tТәжікстан\t8 701 123 45 67\t22 смены\t10,000
Итого\t\t\t\t\t72\t30 000
"""


def people(table):
    return [row.read.person.full_name for row in table.rows]


def test_a_crew_with_headings_is_understood_whole():
    table = read_pasted(CREW, TODAY)
    assert people(table) == ["Юсупов Ғұлом", "Каримова Нигора", "Саидов Абдулло"]
    assert [row.read.person.birth and row.read.person.birth.iso for row in table.rows] == ["1987-05-20", "1990", None]
    assert [row.read.person.citizenship for row in table.rows] == ["UZ", "UZ", "TJ"]
    assert table.rows[0].read.person.phone == "+998 90 123 45 67"
    assert [row.read.quantity for row in table.rows] == [Decimal(26), Decimal("24.5"), Decimal(22)]
    assert [row.read.rate for row in table.rows] == [Decimal(10000)] * 3
    assert not any(row.read.problems for row in table.rows)
    assert [row.number for row in table.skipped] == [1, 5]
    assert table.missing == ()


@pytest.mark.parametrize(
    "heading",
    [
        "Аты-жөні\tТуған жылы\tАзаматтығы\tТелефоны\tКүн саны\tМөлшерлеме",
        "Full name\tBorn\tCitizenship\tPhone\tDays\tRate",
        "Ф.И.О. / Аты-жөні\tГод рождения\tСтрана\tТел.\tКол-во дней\tЗа смену",
        "Фамилия, имя\tг.р.\tгражд-во\tмоб.\tОтработано дней\tСтавка, тг",
    ],
)
def test_headings_in_every_language(heading):
    table = read_pasted(f"{heading}\nYusupov Gulom\t1987\tUzbekistan\t87011234567\t26\t10000", TODAY)
    told = [column.meaning for column in table.columns]
    wanted = [Meaning.NAME, Meaning.BIRTH, Meaning.CITIZENSHIP, Meaning.PHONE, Meaning.QUANTITY, Meaning.RATE]
    assert told == wanted
    assert {column.told_by for column in table.columns} == {"heading"}


def test_without_headings_the_content_tells():
    table = read_pasted("1;Юсупов Гулом;1987;UZ;+998901234567;26;10000\n2;Рахимов Фируз;1990;TJ;;24;9000", TODAY)
    told = [column.meaning for column in table.columns]
    wanted = [Meaning.NAME, Meaning.BIRTH, Meaning.CITIZENSHIP, Meaning.PHONE, Meaning.QUANTITY, Meaning.RATE]
    assert told == [None, *wanted]
    assert [column.place for column in table.unused] == [0]


def test_surname_and_given_name_of_their_own_columns_are_joined():
    table = read_pasted("Фамилия\tИмя\tОтчество\tПол\nЮсупов\tГулом\tАлиевич\tм\nКаримова\tНигора\t\tжен.", TODAY)
    assert people(table) == ["Юсупов Гулом Алиевич", "Каримова Нигора"]
    assert [row.read.person.sex for row in table.rows] == [Sex.MALE, Sex.FEMALE]
    assert Meaning.NAME not in table.missing


def test_columns_of_months_hold_days_of_these_months():
    table = read_pasted("ФИО\tмарт 2025\tсәуір 2025\tdecember\nЮсупов Гулом\t26\t24\t2", TODAY)
    assert table.rows[0].read.months == {date(2025, 3, 1): 26, date(2025, 4, 1): 24, date(2025, 12, 1): 2}


def test_a_bad_cell_is_named_and_the_rest_is_kept():
    text = "ФИО\tрожд.\tстрана\tдней\tдолг\tИИН\nЮсупов Гулом\t31.02.1987\tНигде\tмного\t510000-560000\t123"
    row = read_pasted(text, TODAY).rows[0]
    assert [problem.meaning for problem in row.read.problems] == [
        Meaning.BIRTH,
        Meaning.CITIZENSHIP,
        Meaning.QUANTITY,
        Meaning.OWED,
        Meaning.IIN,
    ]
    assert row.read.problems[0].message.text(ENGLISH) == "There is no such date. Check the day and the month."
    assert row.read.person.full_name == "Юсупов Гулом"
    assert row.line.text(Meaning.BIRTH) == "31.02.1987"


def test_birth_in_the_future_and_an_empty_name_are_problems():
    rows = read_pasted("ФИО\tрожд.\nЮсупов\t2030\n\t1990", TODAY).rows
    assert [[problem.meaning for problem in row.read.problems] for row in rows] == [[Meaning.BIRTH], [Meaning.NAME]]


def test_sums_in_thousands():
    rows = read_pasted("ФИО\tСумма долга\nА Б\t110 мың теңге\nВ Г\t710 тыс\nД Е\t1,5 тыс. тг", TODAY).rows
    assert [row.read.owed for row in rows] == [Decimal(110000), Decimal(710000), Decimal(1500)]


def test_missing_and_unused_columns_are_named():
    table = read_pasted("ФИО\tПримечание\nЮсупов Гулом\tне звонить", TODAY)
    assert table.missing == (Meaning.BIRTH, Meaning.CITIZENSHIP, Meaning.PHONE, Meaning.QUANTITY, Meaning.RATE)
    assert [column.heading for column in table.unused] == ["Примечание"]


def test_titles_above_the_headings_and_repeated_headings_are_skipped():
    text = "СПИСОК БРИГАДЫ 2025\n\nФИО\tгод рожд.\nЮсупов Гулом\t1987\nФИО\tгод рожд.\nРахимов Фируз\t1990"
    table = read_pasted(text, TODAY)
    assert people(table) == ["Юсупов Гулом", "Рахимов Фируз"]
    assert [row.number for row in table.skipped] == [1, 3, 5]


def test_the_same_person_twice_is_told():
    table = read_pasted("ФИО\tг.р.\nЮсупов Гулом\t1987\nРахимов Фируз\t\nYusupov G'ulom\t20.05.1987", TODAY)
    assert [pair.numbers for pair in table.duplicates] == [(2, 4)]
    assert not read_pasted("ФИО\tг.р.\nЮсупов Гулом\t1987\nЮсупов Гулом\t1990", TODAY).duplicates


def test_a_plain_list_of_names_from_a_message():
    assert people(read_pasted("1. Юсупов Гулом\n2) Рахимов Фируз\n\n- Сафаров", TODAY)) == [
        "Юсупов Гулом",
        "Рахимов Фируз",
        "Сафаров",
    ]


def test_columns_can_be_set_by_hand():
    rows = split("Юсупов Гулом\tсварщик")
    table = understand(rows, TODAY, {1: Meaning.OCCUPATION})
    assert table.rows[0].read.occupation == "сварщик"
    assert understand(rows, TODAY, {0: None, 1: Meaning.OCCUPATION}).missing[0] is Meaning.NAME


def test_quoted_cells_keep_their_breaks_and_stray_marks_their_place():
    assert split('"Юсупов\nГулом"\t"ТОО ""Астана"""\nА\t"Б" В') == (
        ("Юсупов\nГулом", 'ТОО "Астана"'),
        ("А", '"Б" В'),
    )


def test_formulas_and_markup_stay_text():
    row = read_pasted("ФИО\tдолг\n<b>Юсупов</b>\t=150000*2", TODAY).rows[0]
    assert row.read.person.full_name == "<b>Юсупов</b>"
    assert [problem.meaning for problem in row.read.problems] == [Meaning.OWED]


def test_a_megabyte_is_read_in_seconds():
    line = "Юсупов Гулом\t1987\tUZ\t+998901234567\t26\t10000\n"
    text = line * (1_000_000 // len(line))
    begun = time.perf_counter()
    table = read_pasted(text, TODAY)
    assert len(table.rows) == 1_000_000 // len(line)
    assert time.perf_counter() - begun < 20
    assert people(read_pasted('"' * 500_000 + "\n" + '"x\t' * 200_000, TODAY))


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=1, max_size=6), max_size=8
    )
)
def test_no_line_is_ever_lost(rows):
    text = "\n".join("\t".join(row) for row in rows)
    table = read_pasted(text, TODAY)
    filled = {number for number, cells in enumerate(split(text), start=1) if any(cell.strip() for cell in cells)}
    numbers = [row.number for row in table.rows] + [row.number for row in table.skipped]
    assert sorted(numbers) == sorted(filled)


@given(st.lists(st.lists(st.text("абв ёЖ'\"\n\t", max_size=8), min_size=2, max_size=4), min_size=1, max_size=5))
def test_a_spreadsheets_quoting_is_read_back(rows):
    width = len(rows[0])
    rows = [(row * width)[:width] for row in rows]
    written = "\n".join("\t".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    assert split(written) == tuple(tuple(row) for row in rows)


def test_a_heading_that_may_mean_two_things_is_told_by_its_cells():
    assert read_pasted("ФИО\tгр.\nЮсупов Гулом\tUZ", TODAY).columns[1].meaning is Meaning.CITIZENSHIP
    assert read_pasted("ФИО\tгр.\nЮсупов Гулом\t1987", TODAY).columns[1].meaning is Meaning.BIRTH
