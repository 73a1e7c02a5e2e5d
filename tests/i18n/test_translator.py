import subprocess
import sys

import pytest

from desktop_app.i18n import LANGUAGES, N_, _, catalogue, for_language, language, ngettext, pgettext, set_language


@pytest.fixture(autouse=True)
def english_again():
    yield
    set_language("en")


def test_english_is_the_msgid_itself():
    tr = for_language("en")
    assert tr.code == "en"
    assert tr("Nothing is translated here") == "Nothing is translated here"
    assert tr("") == ""
    assert tr.n("%(n)s case", "%(n)s cases", 1) == "1 case"
    assert tr.n("%(n)s case", "%(n)s cases", 0) == "0 cases"
    assert tr.c("month of work", "May") == "May"
    assert N_("marked") == "marked"


def test_texts_are_formatted_only_when_there_is_something_to_fill_in():
    tr = for_language("en")
    assert tr("100 % of it") == "100 % of it"
    assert tr("%(name)s has %(count)s", name="A%s", count=3) == "A%s has 3"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_unknown_msgid_stays_english_in_every_language(lang):
    assert for_language(lang)("No catalogue has this sentence") == "No catalogue has this sentence"


def test_an_unknown_language_is_a_bug():
    with pytest.raises(ValueError, match="uz"):
        for_language("uz")


def test_translators_are_made_once():
    assert for_language("kk") is for_language("kk")


def test_the_interface_language_is_switched_at_once():
    set_language("ru")
    assert language() == "ru"
    assert _("No catalogue has this sentence") == "No catalogue has this sentence"
    assert ngettext("%(n)s thing", "%(n)s things", 2) == "2 things"
    assert pgettext("nowhere", "thing") == "thing"
    set_language("kk")
    assert language() == "kk"


def test_a_missing_catalogue_leaves_english(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue, "TRANSLATIONS", tmp_path)
    for_language.cache_clear()
    try:
        assert for_language("kk")("Save") == "Save"
    finally:
        for_language.cache_clear()


def test_the_languages_load_without_heavy_modules():
    code = (
        "import sys, desktop_app.i18n as i18n; i18n.for_language('kk')\n"
        "print(sorted(set(sys.modules) & {'babel', 'num2words', 'rapidfuzz', 'PySide6', 'sqlalchemy', 'reportlab'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
