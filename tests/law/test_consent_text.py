"""The editions of the consent form: the same parts in three languages, and never changed once they are out."""

from __future__ import annotations

import json
import re
from hashlib import sha256

import pytest

from desktop_app import law
from desktop_app.law.folder import read

# A person agreed to these words: another wording is another edition with its own line here.
EDITIONS = {"1": "4ef3595d015c26848e1aec476d31a576aa4d279280a8bf001c64b31c89dbaa82"}


def test_the_newest_edition_is_printed() -> None:
    assert law.consent_text().version == max(EDITIONS, key=int)
    with pytest.raises(KeyError):
        law.consent_text("0")


@pytest.mark.parametrize("row", read("consent_form.json"), ids=lambda row: row["version"])
def test_an_edition_says_the_same_in_each_language_and_stays(row: dict[str, object]) -> None:
    text = law.consent_text(str(row["version"]))
    parts = {language: set(said) for language, said in text.texts.items()}
    assert parts["kk"] == parts["ru"] == parts["en"]
    for part in parts["en"]:
        placeholders = {tuple(sorted(re.findall(r"%\((\w+)\)s", said[part]))) for said in text.texts.values()}
        assert len(placeholders) == 1, part
    assert all(law.fact(key).confidence == "V" for key in text.rests_on)
    told = json.dumps(row["texts"], ensure_ascii=False, sort_keys=True).encode()
    assert sha256(told).hexdigest() == EDITIONS[text.version]
