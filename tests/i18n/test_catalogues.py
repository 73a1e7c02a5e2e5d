"""The catalogues against the source, against each other and against the spelling of their languages."""

import gettext
import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from desktop_app.i18n import Translator
from desktop_app.i18n.catalogue import DOMAIN, TRANSLATIONS

ROOT = Path(__file__).resolve().parents[2]
TRANSLATED = ("kk", "ru")
PLACEHOLDER = re.compile(r"%(?:\((\w+)\)[sd]|.)")
LETTERS = {
    "kk": set("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"),
    "ru": set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
}

# Terms of the field: an English word in the msgid calls for the stem in the translation.
TERMS = [
    (r"employers?", "работодател", "жұмыс беруші"),
    (r"workers?", "работни", "жұмыскер"),
    (r"penalt(?:y|ies)", "пен[яиюе]", "өсімпұл"),
    (r"arrears", "задолженност", "берешек|берешег"),
    (r"crews?", "бригад", "бригада"),
    (r"lawyers?", "юрист", "заңгер"),
    (r"passwords?", "парол", "құпиясөз"),
    (r"citizenships?", "гражданств", "азаматты"),
    (r"wages?", "заработн|зарплат|оплат", "жалақы|ақы"),
    (r"base rate", "базов", "базалық"),
    (r"recovery code", "код\\w* восстановления", "қалпына келтіру код"),
    (r"BIN", "БИН", "БСН"),
    (r"IIN", "ИИН", "ЖСН"),
]


def catalogue(lang: str) -> Catalog:
    with (TRANSLATIONS / lang / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=lang, domain=DOMAIN)


CATALOGUES = {lang: catalogue(lang) for lang in TRANSLATED}


def messages(lang: str) -> list[Message]:
    return [message for message in CATALOGUES[lang] if message.id]


def msgids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, (tuple, list)) else (message.id,)


def strings(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, (tuple, list)) else (message.string,)


def texts(message: Message) -> tuple[str, ...]:
    """The translations there are; that none is missing is a test of its own."""
    return tuple(text for text in strings(message) if text)


def keys(lang: str) -> set[tuple[str | None, tuple[str, ...]]]:
    return {(message.context, msgids(message)) for message in messages(lang)}


def source_keys() -> set[tuple[str | None, tuple[str, ...]]]:
    """What the extractor finds in the program with the keywords of `make translations`."""
    line = re.search(r"^KEYWORDS := (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert line is not None
    keywords = parse_keywords(["_", *line[1].replace("-k ", "").split()])
    found = extract_from_dir(str(ROOT / "desktop_app"), keywords=keywords)
    return {
        (context, msgid if isinstance(msgid, tuple) else (msgid,))
        for _file, _line, msgid, _comments, context in found
        if msgid
    }


def translator(lang: str) -> Translator:
    compiled = io.BytesIO()
    write_mo(compiled, CATALOGUES[lang])
    compiled.seek(0)
    return Translator(lang, gettext.GNUTranslations(compiled))


@pytest.mark.parametrize("lang", TRANSLATED)
def test_the_catalogue_holds_what_the_source_says_and_no_more(lang):
    source, kept = source_keys(), keys(lang)
    assert not source - kept, "not in the catalogue: run make translations"
    assert not kept - source, "no longer in the program: run make translations"


@pytest.mark.parametrize("lang", TRANSLATED)
def test_every_text_is_translated(lang):
    assert not CATALOGUES[lang].fuzzy
    assert not [message.id for message in messages(lang) if message.fuzzy or not all(strings(message))]
    forms = {"kk": 2, "ru": 3}[lang]
    assert not [
        message.id for message in messages(lang) if len(msgids(message)) == 2 and len(strings(message)) != forms
    ]


@pytest.mark.parametrize("lang", TRANSLATED)
def test_placeholders_are_the_same(lang):
    for message in messages(lang):
        wanted = set(PLACEHOLDER.findall(msgids(message)[-1])) if "%(" in msgids(message)[-1] else set()
        for text in texts(message):
            found = set(PLACEHOLDER.findall(text)) if "%(" in text else set()
            assert found == wanted, (message.id, text)


@pytest.mark.parametrize("lang", TRANSLATED)
def test_texts_can_be_filled_in(lang):
    for message in messages(lang):
        for text in (*msgids(message), *texts(message)):
            if "%(" in text:
                assert text % dict.fromkeys(re.findall(r"%\((\w+)\)", text), 1)


@pytest.mark.parametrize("lang", TRANSLATED)
def test_the_edges_of_texts_are_the_same(lang):
    for message in messages(lang):
        for text in texts(message):
            assert text == text.strip() or msgids(message)[0] != msgids(message)[0].strip(), text
            assert text.count("\n") == msgids(message)[0].count("\n"), text
            assert "  " not in text, text
            assert msgids(message)[0].rstrip().endswith("…") == text.rstrip().endswith("…"), text
            assert msgids(message)[0].endswith(":") == text.endswith(":"), text
            assert text == "№" or msgids(message)[0].endswith(".") == text.endswith("."), text


@pytest.mark.parametrize("lang", TRANSLATED)
def test_letters_belong_to_the_language_and_no_word_mixes_scripts(lang):
    for message in messages(lang):
        for text in texts(message):
            words = re.findall(r"[^\W\d_]+", PLACEHOLDER.sub(" ", text))
            cyrillic = {letter for word in words for letter in word.casefold() if "\u0400" <= letter <= "\u04ff"}
            assert cyrillic <= LETTERS[lang], (text, cyrillic - LETTERS[lang])
            for word in words:
                latin = re.search("[a-z]", word.casefold())
                assert not (latin and re.search("[\u0400-\u04ff]", word)), (text, word)
                assert not (latin and len(word) == 1 and word.islower()), (text, word)


@pytest.mark.parametrize("lang", TRANSLATED)
def test_quotation_marks_are_those_of_the_language(lang):
    for message in messages(lang):
        for text in texts(message):
            assert not set("“”„\"'") & set(text), text
            assert text.count("«") == text.count("»"), text


@pytest.mark.parametrize(("english", "russian", "kazakh"), TERMS)
def test_the_terms_of_the_field_are_always_the_same(english, russian, kazakh):
    for lang, stem in (("ru", russian), ("kk", kazakh)):
        for message in messages(lang):
            if not re.search(rf"\b{english}\b", PLACEHOLDER.sub(" ", msgids(message)[0]), re.IGNORECASE):
                continue
            for text in texts(message):
                assert re.search(stem, text, re.IGNORECASE), (msgids(message)[0], text)


def test_english_sentences_keep_the_house_rules():
    for context, ids in source_keys():
        for text in ids:
            assert not re.search(r"\(s\)|and/or", text, re.IGNORECASE), (context, text)
            assert '"' not in text, (context, text)


def test_kazakh_puts_the_singular_noun_after_every_number():
    tr = translator("kk")
    for message in messages("kk"):
        if len(msgids(message)) == 2:
            nouns = {re.sub(r"%\(n\)[sd]|[0-9]+|бір", "", text).strip() for text in texts(message)}
            assert len(nouns) <= 1, texts(message)
    assert tr.code == "kk"


@pytest.mark.parametrize(
    ("number", "russian", "kazakh"),
    [
        (0, 2, 1),
        (1, 0, 0),
        (2, 1, 1),
        (5, 2, 1),
        (11, 2, 1),
        (12, 2, 1),
        (21, 0, 1),
        (22, 1, 1),
        (101, 0, 1),
        (111, 2, 1),
    ],
)
def test_plural_forms(number, russian, kazakh):
    for lang, form in (("ru", russian), ("kk", kazakh)):
        made = Catalog(locale=lang)
        made.add(("%(n)s thing", "%(n)s things"), tuple(f"%(n)s form {place}" for place in range(made.num_plurals)))
        assert made.plural_forms == CATALOGUES[lang].plural_forms
        compiled = io.BytesIO()
        write_mo(compiled, made)
        compiled.seek(0)
        tr = Translator(lang, gettext.GNUTranslations(compiled))
        assert tr.n("%(n)s thing", "%(n)s things", number) == f"{number} form {form}"
