"""A surname alone in what people typed: found where it names a worker, let through where it is another word."""

from __future__ import annotations

import pytest

from desktop_app.domain.guard_names import lone_surnames

UZBEK, TAJIK, KAZAKH, KOREAN, WOMAN = (
    "G‘ulom Yo‘ldoshev",
    "Раҳимзода Файзулло",
    "Әбілқайыр Нұрлан",
    "Ким Вера",
    "Вишневская Ольга",
)
SHORT, PLAIN, DOUBLE, KYRGYZ, CAPITALS = (
    "Ли Анна",
    "Мороз Пётр",
    "Тошпўлатов Шерали Собирович",
    "Осмонов Бакыт уулу",
    "КАРИМОВА ЗУЛФИЯ",
)
ENDING, ERASED, FATHERS = "Қанарейкина Зебо", "— 2026-0001", "Сейітқызы Айша"

# whose surname it is, what somebody typed, whether it is found
CASES: list[tuple[str, str, bool]] = [
    # every script and spelling
    (UZBEK, "вместе с ним работал Йулдошев", True),
    (UZBEK, "вместе с ним работал Юлдашев", True),
    (UZBEK, "Yuldashev also worked there", True),
    (UZBEK, "with Yoldoshev", True),
    (UZBEK, "with Yo'ldoshev", True),
    (UZBEK, "Йўлдошев ҳам ишлаган", True),
    (UZBEK, "Yuldoshev’s wages", True),
    (UZBEK, "ЙУЛДОШЕВ НЕ ПОЛУЧИЛ НИЧЕГО", True),
    (UZBEK, "йулдошев не получил ничего", True),
    (UZBEK, "Yuлдошев не получил ничего", True),
    (UZBEK, "Й у л д о ш е в не получил", True),
    (UZBEK, "Й.У.Л.Д.О.Ш.Е.В", True),
    (TAJIK, "бригада Рахимзода", True),
    (TAJIK, "brigade of Rahimzoda", True),
    (KAZAKH, "оның досы Әбілқайыр да", True),
    (KAZAKH, "его друг Абилкайыр тоже", True),
    (KAZAKH, "Абилкайыру не заплатили", True),
    (WOMAN, "видела Вишневская", True),
    (WOMAN, "vmeste s Vishnevskaya", True),
    (DOUBLE, "Ташпулатов тоже ждёт", True),
    (DOUBLE, "Toshpulatov waits too", True),
    (CAPITALS, "Каримова сказала", True),
    (CAPITALS, "Karimova said", True),
    (KYRGYZ, "Осмонов айткан", True),
    # every grammatical case
    (UZBEK, "с Йулдошевым", True),
    (UZBEK, "Йулдошеву не заплатили", True),
    (UZBEK, "у Йулдошева забрали паспорт", True),
    (UZBEK, "о Йулдошеве говорили", True),
    (UZBEK, "семья Йулдошевых", True),
    (UZBEK, "Йулдошевке төленбеген", True),
    (UZBEK, "Йулдошевтің ақшасы", True),
    (UZBEK, "Йулдошевтен алған", True),
    (UZBEK, "Йулдошевпен бірге", True),
    (UZBEK, "Yo‘ldoshevning puli", True),
    (UZBEK, "Yo‘ldoshevga berilmagan", True),
    (CAPITALS, "с Каримовой", True),
    (CAPITALS, "Каримоваға төленбеген", True),
    (WOMAN, "у Вишневской", True),
    (WOMAN, "Вишневскому и Вишневской", True),
    (ENDING, "с Канарейкиной", True),
    (ENDING, "Қанарейкинаға", True),
    # a file’s name, a title
    (UZBEK, "Йулдошев_паспорт.pdf", True),
    (UZBEK, "yuldoshev-contract.docx", True),
    (UZBEK, "scanYuldoshev2.jpg", True),
    (UZBEK, "IMG_2026_Yuldashev.jpg", True),
    (UZBEK, "расписка(Йулдошев).pdf", True),
    (KOREAN, "паспорт Ким.pdf", True),
    (KAZAKH, "шарт Әбілқайыр.pdf", True),
    # initials
    (UZBEK, "Йулдошев Г. тоже", True),
    (UZBEK, "Г. Йулдошев тоже", True),
    (UZBEK, "Йулдошев Б. руководит участком", False),
    (UZBEK, "Б. Йулдошев руководит участком", False),
    (UZBEK, "Б.К. Йулдошев руководит участком", False),
    (UZBEK, "Б. К. Йулдошеву сообщили", False),
    (DOUBLE, "Тошпулатов С. С.", True),
    (KOREAN, "Ким В. работала", True),
    (KOREAN, "Ким Д. работала", False),
    # a surname that looks like a common word
    (KOREAN, "Работала Ким вместе с ним", True),
    (KOREAN, "ақшаны ким алды", False),
    (KOREAN, "Ким алды?", False),
    (KOREAN, "Это КИМ по математике", False),
    (SHORT, "Платили ли ему?", False),
    (SHORT, "Ли он получил", False),
    (SHORT, "с ней была Ли", True),
    (SHORT, "видела гр. Ли в конторе", True),
    (SHORT, "лист и линия", False),
    (PLAIN, "был сильный мороз", False),
    (PLAIN, "Мороз был сильный", False),
    (PLAIN, "Видел это Мороз", True),
    (PLAIN, "на морозе работали", False),
    ("Часов Иван", "работали по десять часов в день", False),
    ("Часов Иван", "видел Часов", True),
    ("Законов Пётр", "нарушение законов", False),
    ("Суббота Ольга", "в субботу работали", False),
    ("Суббота Ольга", "Суббота была рабочей", False),
    ("Суббота Ольга", "в субботу работала и Суббота", True),
    ("Часов Иван", "Часов в неделю: 48", False),
    ("Трудов Пётр", "трудовой договор, трудовые споры", False),
    ("Трудов Пётр", "ТРУДОВОЙ ДОГОВОР", False),
    ("Трудов Пётр", "с ним работал Трудов", True),
    ("Court Ann", "BEFORE A CLAIM GOES TO COURT", False),
    ("Еңбек Нұрлан", "Жазбаша шарт жоқ. Еңбек шарты жасалмады", False),
    # not this surname
    (UZBEK, "Гулом", False),
    (UZBEK, "Йулдошевич Рустам", False),
    (CAPITALS, "Рустам Каримович", False),
    (CAPITALS, "Рустам Каримовна", False),
    ("Иванов Пётр", "в посёлке Ивановка", False),
    ("Иванов Пётр", "Ивановский район", False),
    ("Каримов Бек", "город Кромы", False),
    (CAPITALS, "Алматы, ул. Каримова 5", False),
    (CAPITALS, "Алматы, улица Каримова, 5", False),
    (CAPITALS, "Каримов көшесі, 5-үй", False),
    (CAPITALS, "Каримов атындағы мектеп", False),
    (CAPITALS, "5 Karimov Street", False),
    (CAPITALS, "школа имени Каримовой", False),
    (CAPITALS, "на улице видели Каримову", True),
    (FATHERS, "апасы Айша", False),
    (DOUBLE, "Собирович", False),
    (ERASED, "Дело № 2026-0001", False),
    (UZBEK, "", False),
]

# whose surname it is, who may stand in the letter, what somebody typed
ALLOWED: list[tuple[str, str, str]] = [
    (UZBEK, "Юлдашев Бахтиёр", "директор Йулдошев"),
    (UZBEK, "ТОО «Йулдошев и сыновья»", "в ТОО Йулдошев и сыновья"),
    (CAPITALS, "Каримов Равшан", "у Каримова не спросили"),
    (CAPITALS, "Karimov Ravshan", "у Каримова не спросили"),
    (KOREAN, "Ким Сергей", "видел это Ким"),
    (WOMAN, "Вишневский Пётр", "юрист Вишневский"),
    (TAJIK, "Rahimzoda Said", "бригада Рахимзода"),
]


@pytest.mark.parametrize(("name", "typed", "found"), CASES, ids=range(len(CASES)))
def test_a_surname_alone(name: str, typed: str, found: bool) -> None:
    assert list(lone_surnames(typed, (name,), ())) == ([name] if found else [])


@pytest.mark.parametrize(("name", "known", "typed"), ALLOWED, ids=range(len(ALLOWED)))
def test_a_surname_that_somebody_in_the_letter_bears_too_is_no_leak(name: str, known: str, typed: str) -> None:
    assert list(lone_surnames(typed, (name,), ())) == [name]
    assert list(lone_surnames(typed, (name,), (known,))) == []


def test_a_crew_of_thousands_is_read_in_a_moment() -> None:
    some = "бгдзклмнпрст"
    names = [f"Те{a}о{b}а{c}ов Имя" for a in some for b in some for c in some]
    typed = "каменщик\n" * 1_000 + "видел Тебогадов"
    assert list(lone_surnames(typed, names, ())) == ["Тебогадов Имя"]
