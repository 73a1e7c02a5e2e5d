"""The invented people of the demonstration."""

from __future__ import annotations

import json

from desktop_app import settings
from desktop_app.services import demonstration


def test_the_crowd_is_of_different_people_and_always_the_same() -> None:
    folder = settings.resources_dir() / "demonstration"
    crowd = json.loads((folder / "situations.json").read_text(encoding="utf-8"))["crowd"]
    people = demonstration._crowd(crowd, 160)
    assert len({person.full_name for person in people}) == 160
    assert people == demonstration._crowd(crowd, 160)
