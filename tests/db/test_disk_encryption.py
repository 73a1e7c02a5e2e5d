"""Whether a disk is encrypted, decided from what Linux and Windows say."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from desktop_app.db import disk_encryption as disks
from desktop_app.db.disk_encryption import Device
from desktop_app.domain.quarterly import Encryption

MOUNTS = """\
22 1 253:1 / / rw,relatime shared:1 - ext4 /dev/mapper/root rw
30 22 0:25 / /home rw,relatime shared:5 - btrfs /dev/mapper/home rw
31 22 8:17 / /media/my\\040stick rw - vfat /dev/sdb1 rw
32 22 0:40 / /private rw - fuse.gocryptfs /home/x/.private rw
33 22 0:41 / /tmp rw - tmpfs tmpfs rw
34 22 253:4 / /data rw - xfs /dev/mapper/vg-data rw
35 22 253:6 / /half rw - ext4 /dev/md0 rw
"""
DEVICES = {
    "253:1": Device("CRYPT-LUKS2-0123456789abcdef-root", ("8:2",)),
    "/dev/mapper/home": Device("CRYPT-LUKS1-fedc-home", ("8:3",)),
    "8:17": Device("", ()),
    "253:4": Device("LVM-abc", ("253:3",)),
    "253:3": Device("CRYPT-LUKS2-1-pv", ("8:4",)),
    "253:6": Device("", ("253:3", "8:5")),
    "8:5": Device("", ()),
    "/dev/dm-9": Device("CRYPT-PLAIN-swap", ("8:6",)),
    "/dev/sda7": Device("", ()),
}


@pytest.mark.parametrize(
    ("folder", "state"),
    [
        ("/srv/centre", Encryption.ON),
        ("/home/aigul/centre", Encryption.ON),
        ("/media/my stick", Encryption.OFF),
        ("/private/cases", Encryption.ON),
        ("/tmp/x", Encryption.UNKNOWN),  # noqa: S108  a name in a table, no file
        ("/data/x", Encryption.ON),
        ("/half", Encryption.OFF),
    ],
)
def test_a_folder_by_the_devices_below_it(folder: str, state: Encryption) -> None:
    assert disks.on_linux(PurePosixPath(folder), MOUNTS, DEVICES.get) is state


def test_a_system_that_tells_nothing() -> None:
    assert disks.on_linux(PurePosixPath("/srv"), "", DEVICES.get) is Encryption.UNKNOWN
    assert disks.on_linux(PurePosixPath("/srv"), "nonsense\n", DEVICES.get) is Encryption.UNKNOWN


HEAD = "Filename Type Size Used Priority\n"


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        ("", Encryption.NONE),
        ("/dev/zram0 partition 8 0 100\n", Encryption.NONE),
        ("/dev/dm-9 partition 8 0 -2\n", Encryption.ON),
        ("/dev/sda7 partition 8 0 -2\n", Encryption.OFF),
        ("/dev/dm-9 partition 8 0 -2\n/dev/sda7 partition 8 0 -3\n", Encryption.OFF),
        ("/dev/unknown partition 8 0 -2\n/dev/dm-9 partition 8 0 -3\n", Encryption.UNKNOWN),
        ("/srv/swapfile file 8 0 -2\n", Encryption.ON),
        ("/half/swapfile file 8 0 -2\n", Encryption.OFF),
    ],
)
def test_swap_by_its_worst_place(lines: str, state: Encryption) -> None:
    assert disks.swap_on_linux(HEAD + lines, MOUNTS, DEVICES.get) is state


@pytest.mark.parametrize(
    ("code", "output", "state"),
    [
        (0, "Volume C: [System]\n    Protection Status:    Protection On", Encryption.ON),
        (0, "Том C:\n    Состояние защиты:    Защита включена", Encryption.ON),
        (1, "    Percentage Encrypted: 0.0%\n    Protection Status:    Protection Off", Encryption.OFF),
        (1, "    Зашифровано (процентов): 0,0 %\n    Состояние защиты:    Защита отключена", Encryption.OFF),
        (1, "ERROR: Access to the path is denied. Run as administrator.", Encryption.UNKNOWN),
        (1, "ОШИБКА: отказано в доступе (0x80070005)", Encryption.UNKNOWN),
        (-2147217405, "", Encryption.UNKNOWN),
        (2, "", Encryption.UNKNOWN),
    ],
)
def test_what_manage_bde_says(code: int, output: str, state: Encryption) -> None:
    assert disks.by_manage_bde(code, output) is state


@pytest.mark.parametrize(
    ("output", "state"),
    [
        ("1\r\n", Encryption.ON),
        ("2", Encryption.OFF),
        ("3", Encryption.UNKNOWN),
        ("5\n", Encryption.UNKNOWN),
        ("", Encryption.UNKNOWN),
    ],
)
def test_what_the_shell_of_windows_says(output: str, state: Encryption) -> None:
    assert disks.by_shell(output) is state


def test_this_computer_answers_without_a_fault(tmp_path: Path) -> None:
    assert disks.disk_of(tmp_path) in set(Encryption)
    assert disks.swap() in set(Encryption)
