"""Where the law lies as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "law"


def read(name: str) -> Any:
    """The content of one JSON file of resources/law."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))
