"""A file is not made on a network drive or where another program copies it, and the sentence says where to go (C12)."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from desktop_app import settings
from desktop_app.db import places
from desktop_app.errors import AppError
from desktop_app.services import files, surroundings
from tests import factories


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (PureWindowsPath(r"C:\Users\Aigul\OneDrive"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\Aigul\OneDrive - Қамқор орталығы\Files"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\Aigul\Dropbox\centre"), "Dropbox"),
        (PureWindowsPath(r"C:\Users\Aigul\Dropbox (Personal)"), "Dropbox"),
        (PureWindowsPath(r"C:\Users\Aigul\YandexDisk"), "Yandex Disk"),
        (PureWindowsPath(r"C:\Users\Aigul\Яндекс.Диск\центр"), "Yandex Disk"),
        (PureWindowsPath(r"G:\My Drive\centre"), "Google Drive"),
        (PureWindowsPath(r"G:\Мой диск"), "Google Drive"),
        (PureWindowsPath(r"G:\Менің дискім"), "Google Drive"),
        (PureWindowsPath(r"C:\Users\Aigul\iCloudDrive"), "iCloud Drive"),
        (PureWindowsPath(r"C:\Users\Aigul\Облако Mail.Ru"), "Mail.ru"),
        (PurePosixPath("/home/aigul/Nextcloud/centre"), "Nextcloud"),
        (PurePosixPath("/home/aigul/Yandex.Disk"), "Yandex Disk"),
        (PurePosixPath("/home/aigul/GoogleDrive"), "Google Drive"),
        (PurePosixPath("/Users/aigul/Library/Mobile Documents/com~apple~CloudDocs"), "iCloud Drive"),
        (PurePosixPath("/Users/aigul/Library/CloudStorage/Another-aigul"), "iCloud Drive"),
        (PurePosixPath("/Users/aigul/Google Drive (aigul)"), "Google Drive"),
        (PureWindowsPath(r"C:\Users\Aigul\Documents"), ""),
        (PureWindowsPath(r"E:\Tirek"), ""),
        (PurePosixPath("/home/aigul/.local/share/Tirek"), ""),
        (PurePosixPath("/home/aigul/Boxes of paper/onedrives"), ""),
        (PurePosixPath("/home/aigul/my drive to work/omega"), ""),
    ],
)
def test_folders_that_are_copied_are_known_by_their_names(folder: PurePath, service: str) -> None:
    assert places.cloud(folder, {}) == service


def test_onedrive_under_another_name_is_known_by_its_variable() -> None:
    variables = {"OneDriveCommercial": r"D:\Work"}
    assert places.cloud(PureWindowsPath(r"D:\Work\centre"), variables) == "OneDrive"
    assert places.cloud(PureWindowsPath(r"D:\Workshop"), variables) == ""


@pytest.mark.parametrize(
    ("folder", "drive_type", "file_system", "remote"),
    [
        (PureWindowsPath(r"\\server\share\centre"), 0, "", True),
        (PureWindowsPath(r"\\?\UNC\server\share"), 0, "", True),
        (PureWindowsPath(r"\\?\C:\centre"), 3, "", False),
        (PureWindowsPath("Z:\\"), 4, "", True),
        (PureWindowsPath("C:\\"), 3, "", False),
        (PureWindowsPath("E:\\"), 2, "", False),
        (PurePosixPath("/mnt/server"), 0, "nfs4", True),
        (PurePosixPath("/mnt/server"), 0, "cifs", True),
        (PurePosixPath("/mnt/server"), 0, "smb3", True),
        (PurePosixPath("/mnt/server"), 0, "fuse.sshfs", True),
        (PurePosixPath("/mnt/host"), 0, "vboxsf", True),
        (PurePosixPath("/home"), 0, "ext4", False),
        (PurePosixPath("/home"), 0, "fuseblk", False),
        (PurePosixPath("/tmp/x"), 0, "tmpfs", False),  # noqa: S108  a name, nothing is written
        (PurePosixPath("/home"), 0, "", False),
    ],
)
def test_network_drives_are_known(folder: PurePath, drive_type: int, file_system: str, remote: bool) -> None:
    assert places.is_remote(folder, drive_type, file_system) is remote


MOUNTS = r"""
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
31 22 0:44 / /mnt/our\040server rw - cifs //server/share rw
32 31 0:45 / /mnt/our\040server/inner rw shared:3 - ext4 /dev/sdb rw
a line that is none
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/aigul", "ext4"),
        ("/mnt/our server", "cifs"),
        ("/mnt/our server/centre", "cifs"),
        ("/mnt/our server/inner/centre", "ext4"),
        ("/mnt/our servers", "ext4"),
    ],
)
def test_what_is_mounted_where_is_read(folder: str, kind: str) -> None:
    assert places.file_system_of(PurePosixPath(folder), MOUNTS) == kind
    assert places.file_system_of(PurePosixPath(folder), "") == ""


def test_a_new_file_is_refused_in_such_a_folder_with_a_way_forward(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with pytest.raises(AppError, match="copied by") as refused:
        files.create_file(folder / "new.tirek", factories.NEW, factories.CODE, factories.CHEAP)
    assert refused.value.message == surroundings.refusal(folder / "new.tirek")
    params = {"service": "Dropbox", "folder": folder, "example": settings.user_data_dir()}
    assert refused.value.message.params == params
    assert list(folder.iterdir()) == []


def test_on_a_network_drive_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_mounts", lambda: f"1 2 0:1 / {tmp_path} rw - nfs4 server:/share rw")
    with pytest.raises(AppError, match="network drive"):
        files.create_file(tmp_path / "new.tirek", factories.NEW, factories.CODE, factories.CHEAP)


def test_a_link_into_such_a_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    (tmp_path / "Files").symlink_to(tmp_path / "OneDrive")
    assert places.refusal(tmp_path / "Files" / "new.tirek") is not None


@pytest.mark.parametrize(
    ("mark", "is_folder"), [(".stfolder", True), (".dropbox", False), (".owncloudsync.log", False)]
)
def test_a_folder_is_known_by_the_mark_of_a_service(tmp_path: Path, mark: str, is_folder: bool) -> None:
    inner = tmp_path / "Papers" / "2026"
    inner.mkdir(parents=True)
    if is_folder:
        (tmp_path / "Papers" / mark).mkdir()
    else:
        (tmp_path / "Papers" / mark).touch()
    assert places.refusal(inner / "new.tirek") is not None
    assert places.refusal(tmp_path / "new.tirek") is None


def test_a_file_that_lies_there_opens_with_a_warning(tmp_path: Path) -> None:
    folder = tmp_path / "YandexDisk"
    folder.mkdir()
    file = factories.open_file(folder)
    told = surroundings.warnings(file)
    files.close(file)
    assert [message.params["service"] for message in told] == ["Yandex Disk"]
    assert "Make a backup, sign out, move" in told[0].msgid


def test_a_usual_place_gives_no_warning(tmp_path: Path) -> None:
    file = factories.open_file(tmp_path)
    assert surroundings.warnings(file) == ()
    assert surroundings.refusal(tmp_path / "new.tirek") is None
    files.close(file)


def test_a_disk_that_is_nearly_full_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = factories.open_file(tmp_path)
    monkeypatch.setattr("desktop_app.db.ballast.free", lambda _path: 63_000_000)
    told = surroundings.warnings(file)
    monkeypatch.undo()
    files.close(file)
    assert [message.params for message in told] == [{"free": 63, "folder": tmp_path}]
