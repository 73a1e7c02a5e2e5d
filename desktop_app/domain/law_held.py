"""What the file of a centre holds of the law: values added by hand, trusted keys, installed updates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class AddedValue:
    """A dated value added by hand, and who withdrew it."""

    id: int
    key: str
    effective_from: date
    confirmed_until: date | None
    value: str
    source: str
    added_on: date
    added_by: str
    withdrawn_on: date | None
    withdrawn_by: str


@dataclass(frozen=True)
class TrustedKey:
    """A public key (32 bytes) whose updates the centre takes, until it is removed."""

    id: int
    name: str
    public_key: bytes
    trusted_on: date
    trusted_by: str
    removed_on: date | None


@dataclass(frozen=True)
class InstalledUpdate:
    """An update as it was installed: `content` is the signed text."""

    id: int
    number: int
    key: TrustedKey
    signed_on: date
    installed_on: date
    installed_by: str
    content: str
    signature: bytes
