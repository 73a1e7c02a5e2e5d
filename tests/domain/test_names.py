import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.names import alike, fold, skeleton
from desktop_app.i18n import for_language

# Spellings of one name as they stand in registers, passports and lists of crews.
SAME = [
    ("Юсупов Карим", "Yusupov Karim"),
    ("Юсупов", "Yusupov"),
    ("Юсупов", "Yusufov"),
    ("Юсуфов", "Yusupov"),
    ("Ғұлом", "Г'улом"),
    ("Ғұлом", "G'ulom"),
    ("Ғұлом", "Gulom"),
    ("G'ulom Yo'ldoshev", "Ғулом Йўлдошев"),
    ("Гулом Юлдашев", "Ғулом Йўлдошев"),
    ("Yo'ldoshev G'ulom", "Гулом Юлдашев"),
    ("Yoʻldoshev Gʻulom", "Юлдошев Гулам"),
    ("Ғабит Қожахметов", "Gabit Kozhakhmetov"),
    ("Ғабит Қожахметов", "Кожахметов Габит"),
    ("Qojahmetov Ğabit", "Қожахметов Ғабит"),
    ("Әсел Сәрсенбаева", "Sarsenbayeva Assel"),
    ("Сәрсенбаева Әсел", "САРСЕНБАЕВА Асель"),
    ("Sarsenbaeva Asel", "Сәрсенбаева Әсел"),
    ("Шарипов Ҷамшед", "Sharipov Jamshed"),
    ("Шарипов Джамшед", "Sharipov Jamshed"),
    ("Шарипов Жамшид", "Шарипов Ҷамшед"),
    ("Турсунов Шерзод", "Tursunov Sherzod"),
    ("Турсунов Шерзад", "Tursunov Sherzod"),
    ("Жумабаев Эрмек", "Zhumabaev Ermek"),
    ("Жұмабаев Ермек", "Jumabayev Yermek"),
    ("Жумабаев Эрмек", "Zhumabayev Yermek"),
    ("Жақсылықов Нұржан", "Zhaksylykov Nurzhan"),
    ("Жаксылыков Нуржан", "Jaqsylyqov Nurjan"),
    ("Назарова Мавҷуда", "Nazarova Mavjuda"),
    ("Назарова Мавжуда", "Nazarova Mavjuda"),
    ("Рахматова Нигора", "Rahmatova Nigora"),
    ("Рахматова Нигара", "Raxmatova Nigora"),
    ("Rakhmatova Nigora", "Рахматова Нигора"),
    ("Токтосунова Айгүл", "Toktosunova Aigul"),
    ("Токтосунова Айгуль", "Toktosunova Aygul"),
    ("Эргашев Улуғбек", "Ergashev Ulug‘bek"),
    ("Эргашев Улугбек", "Ergashev Ulugʻbek"),
    ("Ергашев Улугбек", "Ergashev Ulugbek"),
    ("Саидов Абдулло", "Saidov Abdullo"),
    ("Саидов Абдулла", "Saidov Abdullo"),
    ("Саидов Абдуллоҳ", "Saidov Abdullo"),
    ("Хакимов Жаҳонгир", "Hakimov Jahongir"),
    ("Ҳакимов Ҷаҳонгир", "Хакимов Джахонгир"),
    ("Хакимов Жахангир", "Hakimov Jahongir"),
    ("Рахимов Фируз", "Rahimov Firuz"),
    ("Раҳимов Фирӯз", "Rakhimov Firuz"),
    ("Каримова Дилноза", "Karimova Dilnoza"),
    ("Каримова Дильноза", "Karimova Dilnoza"),
    ("Мухаммад Алиев", "Muhammad Aliyev"),
    ("Мухаммед Алиев", "Muhammad Aliev"),
    ("Мұхаммед Әлиев", "Mukhammad Aliyev"),
    ("Ахмедов Бахтиёр", "Axmedov Baxtiyor"),
    ("Ахмедов Бахтияр", "Akhmedov Bakhtiyor"),
    ("Қосимов Шуҳрат", "Qosimov Shuhrat"),
    ("Касымов Шухрат", "Qosimov Shuxrat"),
    ("Нұрсұлтан Әбішұлы", "Nursultan Abishuly"),
    ("Нурсултан Абишулы", "Нұрсұлтан Әбішұлы"),
    ("Бақыт Өмірбеков", "Bakyt Omirbekov"),
    ("Бахыт Омирбеков", "Baqyt Ömirbekov"),
    ("Осмонов Бакыт", "Usmonov Baxit"),
    ("Юсупов Карим Ахмедович", "Yusupov Karim"),
    ("Yusupov Karim Ahmad o'g'li", "Юсупов Карим"),
    ("Юсупов К.", "Yusupov Karim"),
    ("Ёдгор Назаров", "Yodgor Nazarov"),
    ("Александр Ким", "Alexandr Kim"),
    ("Максим Цой", "Maxim Tsoy"),
    ("Ксения Ли", "Xenia Li"),
    ("Абдул Рахмон Саидов", "Абдулрахмон Саидов"),
    ("Анваржон Каримов", "Anvar Karimov"),
    ("Исҳоқ Норматов", "Is'hoq Normatov"),
    ("Зиёда Турсунова", "Ziyoda Tursunova"),
    ("Шыңғыс Айтматов", "Chingiz Aytmatov"),
    ("Хасан Қодиров", "Hasan Qodirov"),
    ("Рустам Собиров", "Рустем Сабиров"),
    ("Гүлнара Асанова", "Gulnora Asanova"),
    ("Дмитрий Пак", "Dmitriy Pak"),
    ("Дмитрий Пак", "Dmitry Pak"),
    ("Фёдор Ли", "Fedor Li"),
    ("Мирзо Олимов", "Мирза Алимов"),
]

# Two people each: brothers, sisters and brothers, namesakes, neighbours in the alphabet.
STRANGERS = [
    ("Каримов Хасан", "Каримов Хусан"),
    ("Каримов Азиз", "Каримова Азиза"),
    ("Нодир Собиров", "Нодира Собирова"),
    ("Юсупов Карим", "Юсупов Карам"),
    ("Юсупов Карим", "Юсупов Рахим"),
    ("Юсупов Карим", "Юнусов Карим"),
    ("Иванов Пётр", "Петров Иван"),
    ("Турсунов Шерзод", "Турсунова Шахзода"),
    ("Алиев Анвар", "Алиев Анзор"),
    ("Саидов Абдулло", "Саидов Убайдулло"),
    ("Рахимов Фируз", "Рахмонов Фируз"),
    ("Рахимов Фируз", "Рахимов Фарход"),
    ("Каримов Жамол", "Каримов Жамил"),
    ("Каримов Камол", "Каримов Комил"),
    ("Назаров Зафар", "Назаров Зуфар"),
    ("Ахмедов Бахтиёр", "Ахмедов Бахром"),
    ("Сәрсенбаева Әсел", "Сәрсенбаева Әсем"),
    ("Жұмабаев Ермек", "Жұмабаев Ерлан"),
    ("Қожахметов Ғабит", "Қожахметов Ғани"),
    ("Турсунов Шерзод", "Турсунов Шерали"),
    ("Эргашев Улугбек", "Эргашев Улмас"),
    ("Хакимов Жаҳонгир", "Хакимов Жамшид"),
    ("Рахматова Нигора", "Рахматова Нилуфар"),
    ("Каримова Дилноза", "Каримова Дилбар"),
    ("Токтосунова Айгүл", "Токтосунова Айнура"),
    ("Алиев Салим", "Алиев Самир"),
    ("Собиров Рустам", "Собиров Рашид"),
    ("Назаров Ёдгор", "Назаров Анвар"),
    ("Мухаммад Алиев", "Махмуд Алиев"),
    ("Ким Алексей", "Ким Александр"),
    ("Шарипов Ҷамшед", "Шарифова Ҷамила"),
    ("Осмонов Бакыт", "Осмонов Бактыгүл"),
    ("Юсупов", "Юнусов"),
    ("Карим", "Юсупов Карим"),
    ("Жумабаев Нурлан", "Жумабаев Нурлыбек"),
    ("Олимов Мирзо", "Олимов Мироншо"),
]

# Lists the prices were not chosen by: how the rules do on names they have not met.
UNSEEN_SAME = [
    ("Маматов Нурбек", "Mamatov Nurbek"),
    ("Бердибеков Талантбек", "Berdibekov Talantbek"),
    ("Кадырова Жылдыз", "Kadyrova Zhyldyz"),
    ("Қодирова Юлдуз", "Qodirova Yulduz"),
    ("Исмаилов Шавкат", "Ismoilov Shavkat"),
    ("Исмоилов Шавкат", "Ismailov Shavkat"),
    ("Ўрозов Бобур", "Urazov Bobur"),
    ("Уразов Бабур", "O'rozov Bobur"),
    ("Мирзаев Сардор", "Mirzayev Sardor"),
    ("Қурбонов Жасур", "Kurbanov Jasur"),
    ("Курбанов Джасур", "Qurbonov Jasur"),
    ("Хўжаев Дилшод", "Khodjaev Dilshod"),
    ("Ходжаев Дильшод", "Xo'jayev Dilshod"),
    ("Нуриддинов Хуршид", "Nuriddinov Xurshid"),
    ("Нурутдинов Хуршид", "Nuriddinov Khurshid"),
    ("Холматов Акмал", "Xolmatov Akmal"),
    ("Холиқов Абдуғани", "Kholikov Abdugani"),
    ("Абдуғани Холиқов", "Абдугани Халиков"),
    ("Жўраев Баҳодир", "Juraev Bahodir"),
    ("Джураев Бахадыр", "Jo'rayev Bahodir"),
    ("Ташматов Эркин", "Toshmatov Erkin"),
    ("Ибрагимов Музаффар", "Ibrohimov Muzaffar"),
    ("Иброҳимов Музаффар", "Ибрагимов Музафар"),
    ("Тешабоев Ойбек", "Teshaboyev Oybek"),
    ("Тешабаев Айбек", "Teshaboev Oybek"),
    ("Раджабов Суҳроб", "Rajabov Suhrob"),
    ("Раҷабов Суҳроб", "Раджабов Сухроб"),
    ("Зоиров Парвиз", "Zoirov Parviz"),
    ("Ғафуров Умед", "Gafurov Umed"),
    ("Шокиров Умеджон", "Shokirov Umedjon"),
    ("Шакиров Умеджан", "Shokirov Umedjon"),
    ("Мирзоев Ҳусейн", "Mirzoev Husein"),
    ("Давлатов Қурбоналӣ", "Davlatov Kurbonali"),
    ("Асқаров Дәурен", "Askarov Dauren"),
    ("Мұратов Жандос", "Muratov Zhandos"),
    ("Тілеубаев Ержан", "Tileubayev Yerzhan"),
    ("Қанат Сейітов", "Kanat Seitov"),
    ("Сейитов Канат", "Қанат Сейітов"),
    ("Жақып Айбек", "Zhakyp Aibek"),
    ("Шәріпов Қуаныш", "Sharipov Kuanysh"),
    ("Байтөреев Сүлеймен", "Baitoreyev Suleimen"),
    ("Mukhammadjonov Azizbek", "Мухаммаджонов Азизбек"),
    ("Мұхамеджанов Әзізбек", "Mukhamedzhanov Azizbek"),
    ("Эшонқулов Отабек", "Eshonkulov Otabek"),
    ("Ишанкулов Атабек", "Eshonqulov Otabek"),
    ("Gurbanguly Annayev", "Гурбангулы Аннаев"),
    ("Öwezow Çary", "Овезов Чары"),
    ("Toktogul uulu Azamat", "Токтогул уулу Азамат"),
]
UNSEEN_STRANGERS = [
    ("Маматов Нурбек", "Маматов Нурлан"),
    ("Қурбонов Жасур", "Қурбонов Жавлон"),
    ("Мирзаев Сардор", "Мирзаев Санжар"),
    ("Мирзаев Сардор", "Миркаримов Сардор"),
    ("Нуриддинов Хуршид", "Нуриддинов Хуршида"),
    ("Холматов Акмал", "Холматов Азамат"),
    ("Жўраев Баҳодир", "Жўраев Баҳром"),
    ("Тошматов Эркин", "Эшматов Эркин"),
    ("Ибрагимов Музаффар", "Ибрагимов Мансур"),
    ("Тешабоев Ойбек", "Тешабоев Отабек"),
    ("Раджабов Суҳроб", "Раджабов Рустам"),
    ("Асқаров Дәурен", "Асқаров Данияр"),
    ("Мұратов Жандос", "Мұратов Жандар"),
    ("Қанат Сейітов", "Қайрат Сейітов"),
    ("Сейитов Канат", "Саитов Канат"),
    ("Бердибеков Талантбек", "Бердибаев Талантбек"),
    ("Кадырова Жылдыз", "Кадыров Жылдыз"),
    ("Исмаилов Шавкат", "Исмаилов Шухрат"),
    ("Файзуллаев Даврон", "Файзиев Даврон"),
    ("Саидов Саид", "Саидова Саида"),
    ("Ахмедов Темур", "Ахмедов Тимур"),
    ("Орозов Бакыт", "Орозов Бактияр"),
    ("Хасанов Алишер", "Хусанов Алишер"),
    ("Рахимов Нодир", "Рахимов Қодир"),
]

NAMES = st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіўӯӣҳҷabcdefghijklmnopqrstuvwxyz'ʻ‘ -.", max_size=40)


def reasons(a: str, b: str) -> str:
    return " ".join(message.text(for_language("en")) for message in alike(a, b).reasons)


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_name(a, b):
    assert alike(a, b).same_person_likely
    assert alike(a, b).score >= 0.85


@pytest.mark.parametrize(("a", "b"), STRANGERS)
def test_names_of_two_people(a, b):
    assert not alike(a, b).same_person_likely
    assert alike(a, b).reasons


def test_names_the_rules_have_not_met():
    found = [pair for pair in UNSEEN_SAME if alike(*pair).same_person_likely]
    mistaken = [pair for pair in UNSEEN_STRANGERS if alike(*pair).same_person_likely]
    assert len(found) >= 0.95 * len(UNSEEN_SAME)
    assert len(mistaken) <= 0.1 * len(UNSEEN_STRANGERS)


def test_the_keys_find_most_spellings_by_themselves():
    by_fold = [pair for pair in SAME if sorted(fold(pair[0]).split()) == sorted(fold(pair[1]).split())]
    by_skeleton = [pair for pair in SAME if sorted(skeleton(pair[0]).split()) == sorted(skeleton(pair[1]).split())]
    assert len(by_fold) >= 0.6 * len(SAME)
    assert len(by_skeleton) >= 0.85 * len(SAME)
    assert not [pair for pair in STRANGERS if fold(pair[0]) == fold(pair[1])]


def test_fold_of_the_examples():
    assert fold("G'ulom Yo'ldoshev") == fold("Ғулом Йўлдошев") == "gulom uldowev"
    assert fold("Гулом Юлдашев") == "gulom uldawev"
    assert skeleton("G'ulom Yo'ldoshev") == skeleton("Гулом Юлдашев") == "glm aldwv"


@pytest.mark.parametrize("mark", list("'`´‘’ʹʻʼ′"))
def test_every_apostrophe_is_one(mark):
    assert fold(f"G{mark}ulom Yo{mark}ldoshev") == "gulom uldowev"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Қожахметов", "kojahmetov"),
        ("Әсел", "asel"),
        ("Ұлан", "ulan"),
        ("Һашим", "hawim"),
        ("Щукин", "wukin"),
        ("Цой", "tsoi"),
        ("и\u0306", "i"),
        ("Şyñğys", "wingis"),
        ("Maxim", "maksim"),
        ("Baxtiyor", "bahtor"),
        ("ТОО «Стройгарант-Юг» 11", "to stroigarant ug 11"),
        ("Cаидoв", "saidov"),
        ("محمد", "محمد"),
        ("😀 <b>", "b"),
        ("", ""),
    ],
)
def test_letters_with_a_trap(name, folded):
    assert fold(name) == folded


def test_reasons_are_told_in_words():
    assert "one script" in reasons("Ғұлом", "Gulom")
    assert "another order" in reasons("Юсупов Карим", "Karim Yusupov")
    assert "two ways" in reasons("Юсупов", "Yusufov")
    assert "short for" in reasons("Юсупов К.", "Юсупов Карим")
    assert "“Ахмедович” is in one name only" in reasons("Юсупов Карим Ахмедович", "Юсупов Карим")
    assert "woman's name and a man's" in reasons("Каримов Саид", "Каримова Саид")
    assert "“Хасан” and “Хусан” differ" in reasons("Каримов Хасан", "Каримов Хусан")
    assert "Only one word" in reasons("Карим", "Юсупов Карим")
    assert "joined" in reasons("Мухаммад Али", "Мухаммадали")
    assert "no name" in reasons("", "Юсупов")
    assert "no name" in reasons("...", "😀")


def test_likeness_counts_every_word():
    near = alike("Юсупов Карим", "Юсупов Карам").score
    far = alike("Юсупов Карим", "Алиев Шерзод").score
    assert far < 0.5 < near < alike("Юсупов Карим", "Yusufov Karim").score < 1


@given(NAMES)
def test_a_name_is_most_alike_to_itself(name):
    found = alike(name, name)
    assert found.score == (1.0 if fold(name) else 0.0)


@given(NAMES, NAMES)
def test_likeness_is_the_same_both_ways(a, b):
    assert alike(a, b).score == alike(b, a).score
    assert 0 <= alike(a, b).score <= 1


@given(st.text(max_size=60))
def test_keys_have_no_marks_and_no_double_spaces(text):
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert not set(folded) & set("'`‘’ʻʼ«»-")
    assert len(skeleton(text).split()) == len(folded.split())


def test_a_name_of_a_megabyte_is_cut():
    assert len(fold("а б" * 500_000)) <= 1000
    assert alike("я" * 10**6, "Юсупов Карим").score < 0.5
