"""Regions by their codes."""

from __future__ import annotations

import pytest

from desktop_app import law


def test_seventeen_regions_and_three_cities() -> None:
    codes = [region.code for region in law.regions()]
    assert len(codes) == len(set(codes)) == 20
    assert codes == sorted(codes)
    assert all(code.startswith("KZ-") for code in codes)


@pytest.mark.parametrize(("lang", "name"), [("kk", "Жетісу облысы"), ("ru", "область Жетісу"), ("en", "Jetisu region")])
def test_names_in_three_languages(lang: str, name: str) -> None:
    assert law.region_name("KZ-33", lang) == name


def test_unknown_and_missing_codes() -> None:
    assert law.region_name("", "kk") == ""
    assert law.region_name("KZ-99", "ru") == "KZ-99"
