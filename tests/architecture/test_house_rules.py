"""Habits that no other tool checks: each is a pattern, where it is forbidden, and the sentence to read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture import sources

THIS_FOLDER = "tests/architecture/"


_PLACES_ON_PAPER = ("breaking", "long_tables", "look", "setting", "stamp", "tables", "together")


@dataclass(frozen=True)
class Rule:
    """`pattern` must not occur in a line of code whose file starts with one of `within` and none of `outside`.

    With `comments` the rule looks at comments and docstrings too.
    """

    name: str
    pattern: str
    within: tuple[str, ...]
    sentence: str
    outside: tuple[str, ...] = ()
    comments: bool = False


RULES = (
    Rule(
        "plain-labels",
        r"\bQLabel\(",
        ("desktop_app/ui/", "desktop_app/app.py"),
        "Use PlainLabel from ui/common: a bare QLabel shows what a user typed as HTML.",
        outside=("desktop_app/ui/common/",),
    ),
    Rule(
        "plain-text",
        r"RichText|AutoText|MarkdownText|\.(setHtml|insertHtml|setMarkdown)\(",
        ("desktop_app/ui/", "desktop_app/app.py"),
        "Text is shown as plain text only: what a user typed must never be rendered.",
    ),
    Rule(
        "message-boxes",
        r"\b(QMessageBox|QInputDialog|QProgressDialog|QErrorMessage)[.(]",
        ("desktop_app/ui/", "desktop_app/app.py"),
        "Show messages through ui/messages.py: Qt's ready-made boxes render HTML.",
        outside=("desktop_app/ui/messages.py", "desktop_app/ui/common/"),
    ),
    Rule(
        "plain-tooltips",
        r"\bToolTipRole\b",
        ("desktop_app/ui/",),
        "Leave tooltips of rows to the table of ui/common: Qt renders a tooltip that looks like HTML.",
        outside=("desktop_app/ui/common/",),
    ),
    Rule(
        "bound-parameters",
        r"\b(text|execute|executemany|executescript|exec_driver_sql)\(\s*f[\"']",
        ("desktop_app/", "benchmarks/"),
        "Bind parameters; never write a value into SQL. (The key of the file is the one thing that cannot be bound.)",
        outside=("desktop_app/db/engine.py", "desktop_app/db/vault"),
    ),
    Rule(
        "no-offset",
        r"\.offset\(|\bOFFSET\b",
        ("desktop_app/db/", "desktop_app/services/"),
        "Page by key (where id < last): OFFSET reads every row it skips.",
    ),
    Rule(
        "no-process-events",
        r"\bprocessEvents\b",
        ("desktop_app/",),
        "Use signals: processEvents starves the worker and lets a user click into half-built screens.",
    ),
    Rule(
        "one-runner",
        r"\b(QThread|QThreadPool|QRunnable|QtConcurrent|ThreadPoolExecutor)\b|\bthreading\.Thread\(",
        ("desktop_app/ui/",),
        "Screens start no threads: call Background.run.",
        outside=("desktop_app/ui/background.py",),
    ),
    Rule(
        "no-lambda-slots",
        r"\.connect\(\s*lambda\b",
        ("desktop_app/ui/", "desktop_app/app.py"),
        "Connect a method: a lambda keeps the screen alive after it is closed.",
    ),
    Rule(
        "no-event-filters",
        r"\binstallEventFilter\(",
        ("desktop_app/",),
        "Override the widget's own event method: a filter in Python also meets objects Qt is still building, and dies.",
    ),
    Rule(
        "one-clock",
        r"\b(datetime\.(now|today|utcnow)|date\.today|time\.time)\(",
        ("desktop_app/",),
        "Ask settings.today() or settings.now(): the demonstration and the tests fix the day there.",
        outside=("desktop_app/settings.py", "desktop_app/log.py"),
    ),
    Rule(
        "exact-money",
        r"^(?!.*\b(score|zoom|took_ms)\b).*\bfloat\b",
        ("desktop_app/domain/", "desktop_app/law/", "desktop_app/services/", "desktop_app/letters/"),
        "Money is Decimal tenge; a float cannot hold 0.1. Scores of likeness, zooms and places on paper may be floats.",
        outside=(
            "desktop_app/domain/likeness.py",
            "desktop_app/domain/names.py",
            "desktop_app/letters/preview.py",
            # Points of the page, as ReportLab measures them: no money comes here but as text.
            *(f"desktop_app/letters/{name}.py" for name in _PLACES_ON_PAPER),
        ),
    ),
    Rule(
        "domain-without-files",
        r"^\s*(import|from)\s+(os|io|pathlib|sqlite3|shutil|tempfile|subprocess)\b|\bopen\(",
        ("desktop_app/domain/",),
        "Rules of the domain read no files: hand them what they need.",
    ),
    Rule(
        "colours-in-one-place",
        r"[\"']#[0-9a-fA-F]{3,8}[\"']",
        ("desktop_app/ui/",),
        "Colours stand in resources/style and ui/common, so that light and dark agree.",
        outside=("desktop_app/ui/common/",),
    ),
    Rule(
        "no-shell",
        r"shell\s*=\s*True|os\.system\(|os\.popen\(",
        ("desktop_app/", "benchmarks/", "installer/"),
        "Start programs by a list of words, never through a shell.",
    ),
    Rule(
        "reasons-for-exceptions",
        r"#\s*type:\s*ignore(?!\[[a-z, -]+\]\s+\S)|#\s*noqa(?!:\s*[A-Z]+[0-9]+(,\s*[A-Z]+[0-9]+)*\s+\S)",
        ("desktop_app/", "tests/", "benchmarks/", "installer/"),
        "Name the code and the reason behind it: `# type: ignore[arg-type]  # why`, `# noqa: S608  why`.",
        comments=True,
    ),
    Rule(
        "nothing-left-to-do",
        r"\b(TODO|FIXME|XXX|HACK)\b",
        ("desktop_app/", "tests/", "benchmarks/", "installer/"),
        "Do it, or write it into the list of what is not done yet.",
        comments=True,
    ),
    Rule(
        "tests-wait-for-signals",
        r"\btime\.sleep\(|\bqtbot\.wait\(",
        ("tests/",),
        "Wait for what must happen: qtbot.waitSignal or qtbot.waitUntil.",
    ),
    Rule(
        "tests-on-real-files",
        r"[\"']:memory:[\"']",
        ("tests/", "desktop_app/"),
        "A database in memory is empty in the worker's thread: use tmp_path.",
    ),
)


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_rule(rule: Rule) -> None:
    pattern = re.compile(rule.pattern)
    found = [
        f"{sources.name(path)}:{number}: {line.strip()}"
        for path in sources.files("desktop_app", "tests", "benchmarks", "installer")
        if _applies(rule, sources.name(path))
        for number, line in enumerate(_lines(rule, path), start=1)
        if pattern.search(line)
    ]
    assert not found, rule.sentence + "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("plain-labels", "title = QLabel(name)"),
        ("no-offset", "select(Case).limit(100).offset(300)"),
        ("no-lambda-slots", "button.clicked.connect(lambda: self.save())"),
        ("no-event-filters", "QApplication.instance().installEventFilter(self)"),
        ("one-clock", "day = date.today()"),
        ("exact-money", "amount = float(text)"),
        ("reasons-for-exceptions", "x = y  # type: ignore"),
        ("reasons-for-exceptions", "x = y  # type: ignore[arg-type]"),
        ("reasons-for-exceptions", "x = y  # noqa"),
    ],
)
def test_rule_finds_what_it_forbids(rule: str, line: str) -> None:
    assert re.search(_rule(rule).pattern, line)


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("plain-labels", "title = PlainLabel(name)"),
        ("no-offset", "utc_offset(moment)"),
        ("one-clock", "day = settings.today()"),
        ("reasons-for-exceptions", "x = y  # type: ignore[arg-type]  # the stubs know no Path"),
        ("reasons-for-exceptions", "x = y  # noqa: N802  Qt's name"),
    ],
)
def test_rule_leaves_the_right_way_alone(rule: str, line: str) -> None:
    assert not re.search(_rule(rule).pattern, line)


def _rule(name: str) -> Rule:
    return next(rule for rule in RULES if rule.name == name)


def _applies(rule: Rule, name: str) -> bool:
    return name.startswith(rule.within) and not name.startswith((*rule.outside, THIS_FOLDER))


def _lines(rule: Rule, path: Path) -> tuple[str, ...]:
    return tuple(path.read_text("utf-8").splitlines()) if rule.comments else sources.code_lines(path)
