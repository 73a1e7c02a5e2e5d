"""The set-up does each step once, does it again when its ground changes, and leaves nothing half-done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PO = "resources/translations/kk/LC_MESSAGES/tirek.po"

# Stands for uv: notes what it is asked for, makes an empty environment, and fails where a test says so.
UV = """#!/bin/sh
echo "uv $*" >>"$CALLS"
case "$*" in
*"$FAIL_AT"*) exit 1 ;;
venv*) mkdir -p .venv/bin && cp "$STUBS/python" "$STUBS/pybabel" .venv/bin/ ;;
esac
"""
PYBABEL = """#!/bin/sh
echo "pybabel $*" >>"$CALLS"
for word; do case $word in --output-file=*) touch "${word#*=}" ;; esac; done
"""


@dataclass(frozen=True)
class Project:
    """A copy of what the script works on, and the stubs that stand for the programs it calls."""

    folder: Path
    stubs: Path

    def set_up(self, *words: str, fail_at: str = "never") -> subprocess.CompletedProcess[str]:
        environment = os.environ | {
            "PATH": f"{self.stubs}:/usr/bin:/bin",
            "STUBS": str(self.stubs),
            "CALLS": str(self.calls),
            "FAIL_AT": fail_at,
        }
        environment.pop("TIREK_SET_UP_LOCKED", None)
        return subprocess.run(
            [self.folder / "installer" / "set_up.sh", *words],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def calls(self) -> Path:
        return self.stubs / "calls"

    def new_calls(self) -> list[str]:
        """What has been asked of the programs since the last look, in short."""
        if not self.calls.exists():
            return []
        lines = self.calls.read_text("utf-8").splitlines()
        self.calls.unlink()
        return [_short(line) for line in lines]

    def stub(self, name: str, text: str) -> None:
        path = self.stubs / name
        path.write_text(text, "utf-8")
        path.chmod(0o755)


def _short(line: str) -> str:
    for word, meaning in (
        ("uv venv", "environment"),
        ("build-tools", "build tools"),
        ("requirements-dev.lock", "libraries"),
        ("requirements-bench.lock", "peers"),
        ("requirements-validators.lock", "validators"),
        ("--editable", "program"),
        ("pybabel", "words"),
    ):
        if word in line:
            return meaning
    return line


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "project with a blank"
    for name in ("installer/set_up.sh", "pyproject.toml", "requirements-dev.lock"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    (folder / PO).parent.mkdir(parents=True)
    (folder / PO).write_text("", "utf-8")
    made = Project(folder, tmp_path / "stubs")
    made.stubs.mkdir()
    made.stub("uv", UV)
    made.stub("pybabel", PYBABEL)
    made.stub("python", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    # Every system package is there.
    made.stub(
        "dpkg-query",
        "#!/bin/sh\nsed -n '/^SYSTEM_PACKAGES=/,/\"$/p' installer/set_up.sh | tr -d '\"' |\n"
        "    sed 's/SYSTEM_PACKAGES=//' | tr ' ' '\\n' | sed 's/^/ii /'\n",
    )
    return made


EVERYTHING = ["environment", "build tools", "libraries", "program", "words"]


def test_a_first_start_does_every_step_and_a_second_none(project: Project) -> None:
    assert project.set_up().returncode == 0
    assert project.new_calls() == EVERYTHING
    second = project.set_up()
    assert (second.returncode, second.stdout, project.new_calls()) == (0, "", [])


@pytest.mark.parametrize(
    ("changed", "steps"),
    [
        ("requirements-dev.lock", ["build tools", "libraries", "program"]),
        ("pyproject.toml", ["program"]),
        (PO, ["words"]),
    ],
)
def test_a_change_redoes_what_rests_on_it(project: Project, changed: str, steps: list[str]) -> None:
    project.set_up()
    project.new_calls()
    with (project.folder / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert project.set_up().returncode == 0
    done = project.new_calls()
    assert [step for step in done if step in steps] == steps
    assert "environment" not in done


@pytest.mark.parametrize("step", ["build-tools", "requirements-dev.lock", "--editable"])
def test_what_cannot_be_installed_gets_a_sentence(project: Project, step: str) -> None:
    told = project.set_up(fail_at=step).stderr
    assert "The same command takes it up again" in told


@pytest.mark.parametrize("step", ["build-tools", "requirements-dev.lock"])
def test_a_set_up_that_broke_off_starts_anew(project: Project, step: str) -> None:
    assert project.set_up(fail_at=step).returncode != 0
    project.new_calls()
    assert project.set_up().returncode == 0
    assert project.new_calls() == EVERYTHING


def test_a_moved_folder_gets_an_environment_of_its_own(project: Project) -> None:
    project.set_up()
    project.new_calls()
    moved = Project(project.folder.rename(project.folder.with_name("moved")), project.stubs)
    assert moved.set_up().returncode == 0
    assert moved.new_calls() == EVERYTHING


@pytest.mark.parametrize("more", ["peers", "validators"])
def test_what_only_some_measurements_need_comes_when_it_is_asked_for(project: Project, more: str) -> None:
    assert project.set_up(more).returncode == 0
    assert project.new_calls() == [*EVERYTHING, more]


def test_without_the_right_it_prints_the_command_and_changes_nothing(project: Project) -> None:
    project.stub("dpkg-query", "#!/bin/sh\necho 'ii xauth'\n")
    project.stub("id", "#!/bin/sh\necho 1000\n")
    project.stub("sudo", "#!/bin/sh\nexit 1\n")
    project.stub("apt-get", '#!/bin/sh\necho "apt-get $*" >>"$CALLS"\n')
    done = project.set_up()
    assert done.returncode != 0
    command = done.stderr.strip().splitlines()[-1]
    assert "apt-get install --no-install-recommends --yes libglib2.0-0 " in command
    assert " xvfb " in command
    assert " xauth " not in command
    assert project.new_calls() == []
    assert not (project.folder / ".venv").exists()


def test_a_package_under_a_newer_name_counts_as_installed(project: Project) -> None:
    (project.stubs / "dpkg-query").write_text(
        (project.stubs / "dpkg-query")
        .read_text("utf-8")
        .replace("s/^/ii /", "s/^libglib2.0-0$/libglib2.0-0t64 &/;s/^/ii /"),
        "utf-8",
    )
    assert project.set_up().returncode == 0
