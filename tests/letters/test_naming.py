"""Whether a letter names somebody is read back from its own pages."""

from __future__ import annotations

import pytest

from desktop_app.domain.letters import LetterLanguage
from desktop_app.letters import catalogue
from desktop_app.letters.naming import letters_of, names
from tests.letters.claims import claim, worker

LONG = "Абдурахмонова Гулбахор Мирзохакимовна"
KAZAKH = "Ғұламхайдаров-Әбдіқадыр Сұлтанмахмұт Бекмырзаұлы"
LATIN = "O‘tkir Yusupov"


@pytest.mark.parametrize("language", list(LetterLanguage))
def test_everybody_whom_a_letter_speaks_for_is_found(language: LetterLanguage) -> None:
    told = (worker(LONG), worker(KAZAKH), worker(LATIN))
    letters = letters_of(catalogue.render(claim(language, told)))
    for name in (LONG, KAZAKH, LATIN, LONG.upper(), f"  {LATIN} "):
        assert names(letters, name)
    for other in ("Абдурахмонова Гулбахор Мирзохакимовна-Кызы", "Юсупов Алишер", "", " — "):
        assert not names(letters, other)
