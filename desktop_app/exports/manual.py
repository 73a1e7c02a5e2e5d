"""Writes the pages of the manual that the program shows too: `python -m desktop_app.exports.manual docs/manual`."""

from __future__ import annotations

import sys
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Final

from desktop_app.domain import environment, limits
from desktop_app.domain.environment import GROUPS
from desktop_app.i18n import LANGUAGES, N_, Translator, for_language

MESSAGES_TITLE: Final = N_("What to do when …")
LIMITS_TITLE: Final = N_("What this program cannot protect you from")


def main() -> None:
    """Write both pages in each language into the folder that is named."""
    folder = Path(sys.argv[1])
    for name, text in pages().items():
        (folder / name).write_text(text, "utf-8")


def pages() -> dict[str, str]:
    """The text of each page by the name of its file."""
    return {f"{name}-{code}.md": make(for_language(code)) for code in LANGUAGES for name, make in _PAGES.items()}


def _messages(tr: Translator) -> str:
    lines = [f"# {tr(MESSAGES_TITLE)}", ""]
    for group, entries in groupby(environment.entries(tr), key=attrgetter("group")):
        lines += [f"## {tr(GROUPS[group])}", ""]
        for entry in entries:
            lines += [f"**{entry.happened}**", "", f"- {entry.safe}", f"- {entry.do}", ""]
    return "\n".join(lines)


def _limits(tr: Translator) -> str:
    lines = [f"# {tr(LIMITS_TITLE)}", "", tr(limits.INTRODUCTION), ""]
    for limit in limits.LIMITS:
        lines += [f"## {tr(limit.situation)}", "", tr(limit.does), "", f"**{tr(limit.cannot)}**", ""]
    return "\n".join(lines)


_PAGES: Final = {"messages": _messages, "limits": _limits}

if __name__ == "__main__":
    main()
