"""The program as it is started: a process of its own, offscreen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import app
from tests import factories
from tests.architecture import sources
from tests.architecture.test_start_up import HEAVY

_TO_FIRST_PAINT = """
import sys
from pathlib import Path
from desktop_app import app

def report():
    print(*sys.modules)
    application.quit()

application, window = app.build(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
window.painted.disconnect()
window.painted.connect(report)
window.show()
sys.exit(application.exec())
"""

_SIGN_IN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app import app
from desktop_app.services import files
from desktop_app.ui.sign_in.screen import SignInScreen
from desktop_app.ui.workspace import Workspace

def look():
    screen = window.shown
    if isinstance(screen, SignInScreen) and screen.button.isEnabled():
        screen.login.set_value(sys.argv[2])
        screen.password.set_value(sys.argv[3])
        screen.sign_in()
    elif isinstance(screen, Workspace):
        print("signed in", flush=True)
        timer.stop()
        window.close()

application, window = app.build(Path(sys.argv[1]))
timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
window.show()
sys.exit(application.exec())
"""

_PICTURES = """
import sys
from pathlib import Path
from desktop_app import app
app.draw_screens(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4]), "kk")
"""


def _run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=sources.ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("known", [True, False], ids=["sign-in", "first start"])
def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path, known: bool) -> None:
    file = tmp_path / "centre.tirek"
    if known:
        file.touch()
    done = _run(_TO_FIRST_PAINT, str(file))
    assert done.returncode == 0, done.stderr
    loaded = HEAVY & set(done.stdout.split())
    assert not loaded, f"{sorted(loaded)} must wait until something is painted"


def test_from_start_to_sign_in_to_close(tmp_path: Path) -> None:
    file = factories.closed_file(tmp_path)
    done = _run(_SIGN_IN, str(file), factories.LOGIN, factories.PASSWORD)
    assert "signed in" in done.stdout, done.stderr
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    left = [path.name for path in tmp_path.iterdir() if path.is_file()]
    assert left == ["centre.tirek"], "a clean close leaves one file"
    factories.close_file(factories.sign_in(file))


def test_words_that_are_no_file_go_to_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path | None] = []
    commands: list[list[str]] = []

    def open_window(path: Path | None = None) -> int:
        opened.append(path)
        return 0

    def command(argv: list[str], _screens: object) -> int:
        commands.append(argv)
        return 7

    monkeypatch.setattr(app, "open_window", open_window)
    monkeypatch.setattr("desktop_app.cli.main", command)
    assert app.main([]) == 0
    assert app.main(["--file", "/x/centre.tirek"]) == 0
    assert app.main(["--file=/x/centre.tirek"]) == 0
    assert app.main(["law", "base_rate"]) == 7
    assert app.main(["--file", "/x/centre.tirek", "cases"]) == 7
    assert app.main(["--help"]) == 7
    assert opened == [None, Path("/x/centre.tirek"), Path("/x/centre.tirek")]
    assert commands == [["law", "base_rate"], ["--file", "/x/centre.tirek", "cases"], ["--help"]]


def test_the_pictures_of_every_screen_are_drawn(tmp_path: Path) -> None:
    file = factories.closed_file(tmp_path)
    done = _run(_PICTURES, str(file), factories.LOGIN, factories.PASSWORD, str(tmp_path / "screens"))
    assert done.returncode == 0, done.stderr
    names = {path.name.split("-", 1)[1] for path in (tmp_path / "screens").iterdir()}
    wanted = {"first-start", "sign-in", "today", "cases", "people", "employers", "letters", "summaries", "settings"}
    assert {f"{name}-kk.png" for name in wanted | {"today-dark", "new-case", "lock"}} <= names
    assert all(path.stat().st_size > 5_000 for path in (tmp_path / "screens").iterdir())
