import json
from datetime import date

import pytest

from desktop_app import settings
from desktop_app.errors import AppError
from desktop_app.settings import Preferences


def test_the_clock_can_be_set_for_the_demonstration(monkeypatch):
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "2026-11-21")
    assert settings.today() == date(2026, 11, 21)
    assert settings.now().date() == date(2026, 11, 21)
    assert settings.now().utcoffset() is not None


def test_the_clock_is_the_computers_otherwise(monkeypatch):
    monkeypatch.delenv(settings.CLOCK_VARIABLE, raising=False)
    assert settings.now().tzinfo is not None
    assert abs((settings.now() - settings.now()).total_seconds()) < 5


def test_a_wrong_clock_setting_is_not_passed_over(monkeypatch):
    monkeypatch.setenv(settings.CLOCK_VARIABLE, "31.02.2026")
    with pytest.raises(AppError, match="must hold a day"):
        settings.today()


def test_places():
    assert (settings.resources_dir() / "translations").is_dir()
    assert settings.default_file().parent == settings.user_data_dir()
    assert settings.default_file().suffix == ".tirek"


def test_preferences_are_read_back(tmp_path):
    path = tmp_path / "deep" / "preferences.json"
    kept = Preferences(language="kk", theme="dark", last_file="/дела/орталық.tirek", window=(1000, 700))
    kept.write(path)
    assert Preferences.read(path) == kept
    assert [entry.name for entry in path.parent.iterdir()] == ["preferences.json"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"language": 5, "window": [0, "x"], "theme": null}', "\0"])
def test_damaged_preferences_are_the_defaults(tmp_path, content):
    path = tmp_path / "preferences.json"
    path.write_text(content, "utf-8")
    assert Preferences.read(path) == Preferences()


def test_missing_and_unknown_preferences(tmp_path):
    path = tmp_path / "preferences.json"
    assert Preferences.read(path) == Preferences()
    path.write_text(json.dumps({"language": "ru", "colour": "green"}), "utf-8")
    assert Preferences.read(path) == Preferences(language="ru")
