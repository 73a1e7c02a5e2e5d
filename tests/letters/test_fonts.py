from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.letters import LetterLanguage
from desktop_app.errors import AppError
from desktop_app.i18n import for_language
from desktop_app.letters import catalogue
from desktop_app.letters.fonts import printable, unprintable
from tests.letters import claims
from tests.letters.reading import letter

ALPHABETS = {
    "kazakh": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "kyrgyz": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "uzbek_cyrillic": "абвгдеёжзийклмнопрстуфхцчшъэюяўқғҳ",
    "uzbek_latin": "abcdefghijklmnopqrstuvxyzʻʼ‘’",
    "tajik": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    "signs": "₸№«»“”„–—…§%×°·•€$+=/\\|<>&@#*_()[]{}!?;:'\"^~`",
}
HOSTILE = (
    "<b>жирно</b>", "</para>", "<para>", "<font color=red>x</font>", "<img src='file:///etc/passwd'/>", "<br/>",
    "<br>", '<a href="http://example.org">x</a>', "<a href='javascript:alert(1)'>x</a>", "&amp;", "&", "&&",
    "&lt;b&gt;", "&#1;", "&unknown;", "x < y", "x > y", "<", ">", "<<>>", "<!--", "-->", "<![CDATA[x]]>", "]]>",
    "<?xml?>", "<!DOCTYPE x>", "=1+1", "=cmd|' /C calc'!A0", "+7 701", "-5", "@SUM(A1)", "|x", "\t=1", "\r=1", "'",
    "''", '"', '""', "`", "\\", "\\n", "%s", "%(name)s", "%d", "%%", "%", "100 %", "%(", "%()s", "{}", "{0}",
    "{name}", "${x}", "$(ls)", "{{7*7}}", "{% x %}", "../../etc/passwd", "C:\\Windows", "/dev/null", "file:///x",
    "http://x", "(x)", "(", ")", "((", "[x]", "[", "]", "/JS", "/Launch", "endobj", "endstream", "%%EOF", "stream",
    "<</S/JavaScript>>", "(\\)", "\\(", "\\)", "\\\\(", "a\u202eb", "\u200fabc", "a\u200bb", "a\u200db", "\ufeffa",
    "a\u00adb", "a\u2028b", "a\u2029b", "a\x00b", "a\x07b", "a\x1bb", "a\x7fb", "a\x85b", "a\nb", "a\r\nb", "a\tb",
    "a\u00a0b", "a\u202fb", "a\u2009b", "a\u2007b", "a\u3000b", "й", "ё", "и\u0306", "е\u0308", "o\u02bbzbek",
    "o\u2018zbek", "Ғ\u0301", "é", "ß", "İstanbul", "ñ", "ŞşÇçĞğ", "ı", "−5", "½", "²", "№", "§", "…", "—", "a" * 300,
    "Ж" * 300, "слово " * 40, " ", "  x  ", ".", "-", "0", "DROP TABLE x;--",
)  # fmt: skip
FOREIGN = ("王伟", "محمد", "😀", "☐", "ಠ", "א", "日本", "\U0001f1f0\U0001f1ff", "\ue000", "\uffff")


@pytest.mark.parametrize("letters", ALPHABETS.values(), ids=list(ALPHABETS))
def test_every_letter_of_our_people_is_shown(letters: str) -> None:
    assert printable(letters + letters.upper()) == letters + letters.upper()


def test_there_are_many_hostile_strings() -> None:
    assert len(set(HOSTILE)) >= 100


@pytest.mark.parametrize("number", range(0, len(HOSTILE), 10))
def test_hostile_texts_are_printed_as_they_are(number: int) -> None:
    for text in HOSTILE[number : number + 10]:
        employer = replace(claims.COMPANY, name=text, address=text, head_name=text)
        worker = replace(claims.worker(text), occupation=text)
        facts = claims.claim(LetterLanguage.KK_RU, (worker,), employer=employer, site=text)
        facts = replace(facts, signer=replace(facts.signer, full_name=text))
        assert catalogue.problems(facts) == ()
        shown = "".join(printable(text).split())
        assert "".join(letter(facts).split()).count(shown) >= 2


@pytest.mark.parametrize("text", FOREIGN)
def test_a_character_that_cannot_be_shown_is_named_and_never_lost(text: str) -> None:
    with pytest.raises(AppError) as caught:
        catalogue.render(claims.claim(LetterLanguage.RU, employer=replace(claims.COMPANY, name=f"ТОО {text}")))
    assert f"U+{ord(text[0]):04X}" in caught.value.text(for_language("en"))


def test_the_field_that_holds_such_a_character_is_named() -> None:
    employer = replace(claims.COMPANY, name="王", address="😀")
    facts = claims.claim(LetterLanguage.RU, (claims.worker(), claims.worker("محمد")), employer=employer)
    found = catalogue.problems(facts)
    assert [problem.field for problem in found] == ["employer.name", "employer.address", "workers[1].full_name"]
    assert all(problem.message.text(for_language(code)) for problem in found for code in ("kk", "ru", "en"))


def test_invisible_marks_are_dropped_and_blanks_made_plain() -> None:
    assert printable("a\u202eb\u200f\ufeff\x00c") == "abc"
    assert printable("180\u202f000\u2009₸") == "180\u00a0000\u00a0₸"
    assert printable("и\u0306") == "й"
    assert printable("one\r\ntwo\u2028three") == "one\ntwo\nthree"


@given(st.text(max_size=60))
def test_any_text_is_shown_or_refused(text: str) -> None:
    if unprintable(text):
        return
    shown = printable(text)
    assert printable(shown) == shown
    assert not any(unicodedata.category(each) in ("Cc", "Cf") for each in shown.replace("\n", ""))
