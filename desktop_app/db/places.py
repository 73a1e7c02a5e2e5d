"""Where a file may lie: not on a network drive, and not where another program copies it while it is being written."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path, PurePath
from typing import Final

from desktop_app import settings
from desktop_app.errors import Message
from desktop_app.i18n import N_

_NEW_IN_CLOUD: Final = N_(
    "The folder %(folder)s is copied by %(service)s while the program writes in it, which can damage the file. Choose "
    "a folder of this computer that is not copied, such as %(example)s."
)
_NEW_ON_NETWORK: Final = N_(
    "The folder %(folder)s is on a network drive, where a short break of the network can damage the file. Choose a "
    "folder of this computer, such as %(example)s."
)
_IN_CLOUD: Final = N_(
    "This file is in a folder that %(service)s copies while the program writes in it, which can damage the file. Make "
    "a backup, sign out, move the file to a folder of this computer such as %(example)s, and open it there."
)
_ON_NETWORK: Final = N_(
    "This file is on a network drive, where a short break of the network can damage it. Make a backup, sign out, move "
    "the file to a folder of this computer such as %(example)s, and open it there."
)

# The folders of services that keep copies elsewhere, by the names their programs give them; the whole name counts.
_CLOUDS: Final = {
    "OneDrive": r"onedrive( - .+)?",
    "Dropbox": r"dropbox( \(.+\))?",
    "Yandex Disk": r"yandex[ .]?disk|яндекс[ .]?диск",
    "Google Drive": r"google ?drive( \(.+\))?|drivefs|my drive|мой диск|менің дискім",
    "iCloud Drive": r"icloud ?drive|mobile documents|com~apple~clouddocs",
    "Mail.ru": r"cloud mail\.ru|mail\.ru cloud|облако mail\.ru",
    "Nextcloud": r"nextcloud|owncloud",
    "MEGA": r"mega|megasync( downloads)?",
    "Box": r"box|box sync",
    "pCloud": r"pcloud ?drive",
    "Seafile": r"seafile|seadrive",
}
_PATTERNS: Final = {name: re.compile(pattern) for name, pattern in _CLOUDS.items()}
_ALL_OF_MACOS: Final = ("library", "cloudstorage")  # every such service of macOS lies in there
_MARKS: Final = {".dropbox": "Dropbox", ".stfolder": "Syncthing", ".owncloudsync.log": "Nextcloud", ".sync": "Resilio"}
_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORKS: Final = re.compile(
    r"nfs4?|cifs|smb[fs2-3]*|9p|afs|ncpfs?|davfs2?|ceph|glusterfs|lustre|vboxsf|vmhgfs|prl_fs"
    r"|fuse\.(sshfs|smbnetfs|gvfsd-fuse|rclone|davfs2?|glusterfs|vmhgfs-fuse|google-drive-ocamlfuse|onedriver|portal)"
)
_REMOTE: Final = 4  # DRIVE_REMOTE of GetDriveTypeW
_MOUNTS: Final = Path("/proc/self/mountinfo")


def refusal(path: Path) -> Message | None:
    """Why no new file may be made at `path`, with the way forward; None where it may."""
    return _told(path, _NEW_IN_CLOUD, _NEW_ON_NETWORK)


def warning(path: Path) -> Message | None:
    """Why the file at `path` is better moved away; None where it lies well."""
    return _told(path, _IN_CLOUD, _ON_NETWORK)


def cloud(folder: PurePath, variables: Mapping[str, str]) -> str:
    """The service that copies what lies in a folder, by the names of folders alone; empty for none."""
    names = [part.casefold() for part in folder.parts]
    for name, pattern in _PATTERNS.items():
        if any(pattern.fullmatch(part) for part in names):
            return name
    if any(pair == _ALL_OF_MACOS for pair in pairwise(names)):
        return "iCloud Drive"
    if any(each and folder.is_relative_to(each) for each in map(variables.get, _VARIABLES)):
        return "OneDrive"
    return ""


def is_remote(folder: PurePath, drive_type: int, file_system: str) -> bool:
    """Whether a folder is on another computer.

    `drive_type` is what GetDriveTypeW says (0 on other systems), `file_system` the kind that is mounted there.
    """
    is_share = str(folder).startswith(("\\\\", "//")) and not str(folder).startswith(("\\\\?\\", "\\\\.\\"))
    is_long_share = str(folder).casefold().startswith("\\\\?\\unc\\")
    return is_share or is_long_share or drive_type == _REMOTE or bool(_NETWORKS.fullmatch(file_system))


def file_system_of(folder: PurePath, mounts: str) -> str:
    """The kind of file system a folder is on, by the mountinfo of Linux; empty when it is not told."""
    longest, found = -1, ""
    for line in mounts.splitlines():
        place, _, rest = line.partition(" - ")
        fields = place.split(" ")
        if len(fields) > 4 and rest:
            at = PurePath(re.sub(r"\\(\d{3})", lambda sign: chr(int(sign[1], 8)), fields[4]))
            if folder.is_relative_to(at) and len(at.parts) >= longest:
                longest, found = len(at.parts), rest.split(" ")[0]
    return found


def _told(path: Path, in_cloud: str, on_network: str) -> Message | None:
    folder = _resolved(path.parent)
    example = settings.user_data_dir()
    if is_remote(folder, _drive_type(folder), file_system_of(folder, _mounts())):
        return Message(on_network, {"folder": folder, "example": example})
    service = cloud(folder, os.environ) or _marked(folder)
    return Message(in_cloud, {"folder": folder, "service": service, "example": example}) if service else None


def _marked(folder: Path) -> str:
    """The service that has left its mark in a folder or above it."""
    for above in (folder, *folder.parents):
        for mark, service in _MARKS.items():
            found = above / mark
            if found.is_file() or (found.is_dir() and above not in {Path.home(), Path(folder.anchor)}):
                return service
    return ""


def _resolved(folder: Path) -> Path:
    """The folder behind links and drive letters; as it stands when the system cannot say."""
    try:
        return folder.resolve()
    except OSError:
        return folder


def _mounts() -> str:
    try:
        return _MOUNTS.read_text("utf-8", "replace")
    except OSError:
        return ""


if sys.platform == "win32":
    import ctypes

    def _drive_type(folder: Path) -> int:
        return int(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor))

else:

    def _drive_type(_folder: Path) -> int:
        return 0
