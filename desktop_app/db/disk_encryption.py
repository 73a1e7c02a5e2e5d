"""Whether the disk of the file, and what the system swaps out of memory, is encrypted: as far as the system tells.

Linux says it in /proc and /sys: a block device made by LUKS has a name that begins with CRYPT, and so may the devices
below it. Windows is asked by manage-bde, which only an administrator may run, and else by its shell.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from desktop_app.domain.quarterly import Encryption

_SECONDS: Final = 15
# A volume is told with how much of it is encrypted, in every language of Windows; a refusal has no such line.
_REPORT: Final = re.compile(r"\d+([.,]\d+)?\s*%")
_IN_MEMORY: Final = re.compile(r"/dev/(zram|ram)\d+")
_ENCRYPTED_FILE_SYSTEMS: Final = ("ecryptfs", "fuse.gocryptfs", "fuse.cryfs", "fuse.encfs")


@dataclass(frozen=True)
class Device:
    """A block device: the name its maker gave it (dm/uuid), and the devices it is made of."""

    maker: str
    below: tuple[str, ...]


Look = Callable[[str], Device | None]
"""The device of a number such as 253:0 or of a path such as /dev/sda2; None when the system has none."""


def disk_of(folder: Path) -> Encryption:
    """How the disk stands on which a folder lies."""
    if sys.platform == "win32":
        return _windows(folder.resolve().drive)
    return on_linux(folder, _text(Path("/proc/self/mountinfo")), _device)


def swap() -> Encryption:
    """How the place stands to which the system swaps memory. On Windows it is the system's own disk."""
    if sys.platform == "win32":
        return _windows(os.environ.get("SYSTEMDRIVE", "C:"))
    return swap_on_linux(_text(Path("/proc/swaps")), _text(Path("/proc/self/mountinfo")), _device)


def on_linux(folder: PurePath, mounts: str, look: Look) -> Encryption:
    """The decision for a folder by the text of mountinfo."""
    found = _mount_of(folder, mounts)
    if found is None:
        return Encryption.UNKNOWN
    number, kind, source = found
    if kind in _ENCRYPTED_FILE_SYSTEMS:
        return Encryption.ON
    # btrfs and others count their devices by themselves: then the path they are mounted from tells.
    device = look(number) or (look(source) if source.startswith("/dev/") else None)
    return Encryption.UNKNOWN if device is None else _state(device, look, 0)


def swap_on_linux(swaps: str, mounts: str, look: Look) -> Encryption:
    """The decision for the places in /proc/swaps: the worst of them counts."""
    places = [line.split()[:2] for line in swaps.splitlines()[1:] if line.strip()]
    states = {
        on_linux(PurePath(path), mounts, look) if kind == "file" else _state_of(path, look)
        for path, kind in places
        if not _IN_MEMORY.fullmatch(path)
    }
    worst = (Encryption.OFF, Encryption.UNKNOWN, Encryption.ON)
    return next((state for state in worst if state in states), Encryption.NONE)


def by_manage_bde(code: int, output: str) -> Encryption:
    """The decision by manage-bde -status -protectionaserrorlevel: 0 is protected, 1 with a report is not."""
    if code == 0:
        return Encryption.ON
    return Encryption.OFF if code == 1 and _REPORT.search(output) else Encryption.UNKNOWN


def by_shell(output: str) -> Encryption:
    """The decision by System.Volume.BitLockerProtection of the shell: 1 on, 2 off, 3 to 6 on the way or locked."""
    value = output.strip()
    return {"1": Encryption.ON, "2": Encryption.OFF}.get(value, Encryption.UNKNOWN)


def _windows(drive: str) -> Encryption:
    if not re.fullmatch(r"[A-Za-z]:", drive):
        return Encryption.UNKNOWN
    system = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"
    told = _run([str(system / "manage-bde.exe"), "-status", drive, "-protectionaserrorlevel"])
    found = by_manage_bde(*told) if told else Encryption.UNKNOWN
    if found is not Encryption.UNKNOWN:
        return found
    question = (
        "(New-Object -ComObject Shell.Application).NameSpace($args[0]).Self."
        "ExtendedProperty('System.Volume.BitLockerProtection')"
    )
    shell = str(system / "WindowsPowerShell" / "v1.0" / "powershell.exe")
    told = _run([shell, "-NoProfile", "-NonInteractive", "-Command", f"& {{{question}}} '{drive}'"])
    return by_shell(told[1]) if told else Encryption.UNKNOWN


def _run(words: list[str]) -> tuple[int, str] | None:
    """The exit code and the words of a program of the system; None when it could not be asked."""
    try:
        done = subprocess.run(words, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")


def _mount_of(folder: PurePath, mounts: str) -> tuple[str, str, str] | None:
    """Number, kind and source of the file system that holds a folder, by mountinfo (man 5 proc)."""
    deepest, found = -1, None
    for line in mounts.splitlines():
        place, _, rest = line.partition(" - ")
        fields, told = place.split(" "), rest.split(" ")
        if len(fields) > 4 and len(told) > 1:
            at = PurePath(_plain(fields[4]))
            if folder.is_relative_to(at) and len(at.parts) >= deepest:
                deepest, found = len(at.parts), (fields[2], told[0], _plain(told[1]))
    return found


def _plain(name: str) -> str:
    return re.sub(r"\\(\d{3})", lambda sign: chr(int(sign[1], 8)), name)


def _state_of(path: str, look: Look) -> Encryption:
    device = look(path)
    return Encryption.UNKNOWN if device is None else _state(device, look, 0)


def _state(device: Device, look: Look, depth: int) -> Encryption:
    """Encrypted when it is by itself or when all that it is made of is."""
    if device.maker.startswith("CRYPT-"):
        return Encryption.ON
    if not device.below or depth > 8:
        return Encryption.OFF
    states = [_state(each, look, depth + 1) if (each := look(name)) else Encryption.UNKNOWN for name in device.below]
    return _worst(states)


def _worst(states: Iterable[Encryption]) -> Encryption:
    found = set(states)
    return next(state for state in (Encryption.OFF, Encryption.UNKNOWN, Encryption.ON) if state in found)


def _device(name: str) -> Device | None:
    """What /sys knows of a device by its number or its path."""
    try:
        if name.startswith("/"):
            number = Path(name).stat().st_rdev
            name = f"{os.major(number)}:{os.minor(number)}"
        place = Path("/sys/dev/block") / name
        if not place.exists():
            return None
        slaves = place / "slaves"
        below = tuple((each / "dev").read_text("ascii").strip() for each in sorted(slaves.iterdir()))
    except OSError:
        return None
    return Device(_text(place / "dm" / "uuid").strip(), below)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
