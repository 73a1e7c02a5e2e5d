"""A file for the world outside is whole or not there, and nothing else is touched."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app.errors import AppError
from desktop_app.exports.whole_file import whole_file


def test_the_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    target = tmp_path / "claim.pdf"
    with whole_file(target) as unfinished:
        unfinished.write_bytes(b"whole")
        assert not target.exists()
    assert target.read_bytes() == b"whole"
    assert os.name != "posix" or target.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [target]


def test_what_breaks_off_leaves_the_former_file(tmp_path: Path) -> None:
    target = tmp_path / "claim.pdf"
    target.write_bytes(b"former")

    def broken() -> None:
        with whole_file(target) as unfinished:
            unfinished.write_bytes(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        broken()
    assert target.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("place", [".", "..", "folder", "/dev/null", "missing/claim.pdf", "x" * 300])
def test_a_place_that_takes_no_file_is_refused_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(AppError), whole_file(Path(place)):
        pytest.fail("the block must not begin")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
    assert Path("/dev/null").is_char_device()


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"former")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    with whole_file(tmp_path / "link.pdf") as unfinished:
        unfinished.write_bytes(b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["centre.tirek", "Centre.TIREK", "centre.tirek-wal", "centre.tirek.keys", "odd.db"])
@pytest.mark.parametrize("by_link", [False, True])
def test_the_file_of_a_centre_is_never_written_over(tmp_path: Path, name: str, by_link: bool) -> None:
    kept = tmp_path / name
    kept.write_bytes(b"every case")
    (tmp_path / "odd.db.lock").touch()
    named = kept
    if by_link:
        named = tmp_path / "claim.pdf"
        named.symlink_to(kept)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(AppError, match="file of a centre"), whole_file(named):
        raise AssertionError("begun")
    assert kept.read_bytes() == b"every case"
    assert sorted(tmp_path.iterdir()) == before
