"""No sentence reaches a user past the catalogues, and each can be collected from the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture import sources

# Qt calls whose text a user reads, and our own that carry a sentence to be translated later.
SHOWN = {
    "addAction", "addItem", "addItems", "addMenu", "addRow", "addTab", "insertItem", "setAccessibleDescription",
    "setAccessibleName", "setHeaderLabels", "setHorizontalHeaderLabels", "setInformativeText", "setLabelText",
    "setPlaceholderText", "setPrefix", "setStatusTip", "setSuffix", "setTabText", "setText", "setTitle", "setToolTip",
    "setWhatsThis", "setWindowTitle", "showMessage", "QAction", "QCheckBox", "QDockWidget", "QGroupBox", "QLabel",
    "QPushButton", "QRadioButton", "PlainLabel",
}  # fmt: skip
CARRIED = {"AppError", "CannotOpen", "DamagedFile", "NotAllowed", "Message"}
TRANSLATES = {"_", "N_", "tr", "ngettext", "pgettext"}
# Calls of a translator that is an attribute: tr.n(...), tr.c(...), self.tr(...).
TRANSLATOR = re.compile(r"(^|\.)_?tr(\.(n|c))?$")

WORD = re.compile(r"[^\W\d_]{2,}")
PLACEHOLDER = re.compile(r"%(?!\(\w+\)[sd]|%)\w|\{\w*\}")
CYRILLIC = re.compile(r"[\u0400-\u04ff]{2,}")
# Where letters of our languages are data: alphabets, headings people type, dates, the languages' own names.
CYRILLIC_IS_DATA = (
    "desktop_app/i18n/",
    "desktop_app/imports/",
    "desktop_app/domain/names.py",
    "desktop_app/domain/identifiers.py",
    "desktop_app/domain/dates.py",
    "desktop_app/domain/money.py",
    "desktop_app/db/search.py",
    "desktop_app/db/places.py",
    "desktop_app/letters/breaking.py",
    "desktop_app/ui/common/keyboard.py",
    "desktop_app/ui/common/languages.py",
)
PRODUCT = {"Tirek"}


def test_every_text_of_the_window_is_marked_for_translation() -> None:
    found = [
        f"{sources.name(path)}:{call.lineno}: {name}({ast.unparse(argument)})"
        for path in sources.files("desktop_app/ui", "desktop_app/app.py")
        for name, call in sources.calls(path)
        if name in SHOWN
        for argument in _arguments(call)
        if _has_words(argument)
    ]
    assert not found, "Put it into _() or N_(): " + "\n".join(found)


def test_every_message_is_marked_for_translation() -> None:
    found = [
        f"{sources.name(path)}:{call.lineno}: {name}({ast.unparse(call.args[0])})"
        for path in sources.files()
        for name, call in sources.calls(path)
        if name in CARRIED and call.args and _has_words(call.args[0])
    ]
    assert not found, "Put the sentence into N_(): " + "\n".join(found)


def test_every_marked_text_can_be_collected() -> None:
    found = [
        f"{sources.name(path)}:{call.lineno}: {ast.unparse(argument)}"
        for path, call in _translations()
        for argument in call.args[:2]
        if isinstance(argument, ast.JoinedStr)
        or (isinstance(argument, ast.BinOp) and _texts(argument))
        or (
            isinstance(argument, ast.Call)
            and isinstance(argument.func, ast.Attribute)
            and argument.func.attr == "format"
        )
    ]
    assert not found, "A sentence that is put together at run time is in no catalogue; use %(name)s: " + "\n".join(
        found
    )


def test_placeholders_have_names() -> None:
    found = [
        f"{sources.name(path)}:{call.lineno}: {text}"
        for path, call in _translations()
        for argument in call.args[:2]
        for text in _texts(argument)
        if PLACEHOLDER.search(text)
    ]
    assert not found, "Write %(name)s: word order differs between languages. " + "\n".join(found)


def test_sentences_are_written_whole() -> None:
    found = [
        f"{sources.name(path)}:{call.lineno}: {text}"
        for path, call in _translations()
        for argument in call.args[:2]
        for text in _texts(argument)
        if "(s)" in text or "and/or" in text or text != text.strip()
    ]
    assert not found, "Use ngettext for numbers, and no blanks at the ends of a sentence: " + "\n".join(found)


def test_no_other_language_stands_in_code() -> None:
    found = [
        f"{sources.name(path)}:{node.lineno}: {node.value[:60]}"
        for path in sources.files()
        if not sources.name(path).startswith(CYRILLIC_IS_DATA)
        for node in ast.walk(sources.tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CYRILLIC.search(node.value)
    ]
    assert not found, "Kazakh and Russian words stand in the catalogues or in resources: " + "\n".join(found)


def _translations() -> Iterator[tuple[sources.Path, ast.Call]]:
    for path in sources.files():
        for name, call in sources.calls(path):
            if name in TRANSLATES or TRANSLATOR.search(ast.unparse(call.func)):
                yield path, call


def _arguments(call: ast.Call) -> Iterator[ast.expr]:
    yield from call.args
    yield from (keyword.value for keyword in call.keywords if keyword.arg in {"text", "title", "placeholderText"})


def _texts(argument: ast.expr) -> list[str]:
    return [node.value for node in ast.walk(argument) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _has_words(argument: ast.expr) -> bool:
    """Whether a bare text with words in it stands here: in a list, an f-string or alone, but not in a call."""
    if isinstance(argument, ast.Constant):
        return isinstance(argument.value, str) and bool(WORD.search(argument.value)) and argument.value not in PRODUCT
    if isinstance(argument, ast.List | ast.Tuple):
        return any(_has_words(item) for item in argument.elts)
    if isinstance(argument, ast.JoinedStr):
        return any(_has_words(part) for part in argument.values)
    if isinstance(argument, ast.BinOp):
        return _has_words(argument.left) or _has_words(argument.right)
    if isinstance(argument, ast.IfExp):
        return _has_words(argument.body) or _has_words(argument.orelse)
    return False
