"""Updates of the law for tests: contents that are right, keys, signatures."""

from __future__ import annotations

import base64
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop_app.domain import law_updates

Content = dict[str, Any]


@cache
def private_key(seed: int = 1) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)


def public_key(seed: int = 1) -> str:
    return base64.b64encode(private_key(seed).public_key().public_bytes_raw()).decode()


def trilingual(text: str) -> dict[str, str]:
    return {"kk": f"{text} (қаз)", "ru": f"{text} (рус)", "en": text}


def value(**changed: Any) -> Content:
    row = {
        "key": "base_rate",
        "effective_from": "2026-10-27",
        "confirmed_until": "2026-12-04",
        "value": "16.00",
        "source": trilingual("Decision of the National Bank of 23.10.2026"),
        "edition": "2026-11-20",
        "confidence": "S",
    }
    return row | changed


def norm(**changed: Any) -> Content:
    row = {
        "key": "lc.113.3",
        "title": trilingual("article 113(3) of the Labour Code"),
        "source": trilingual("Labour Code, art. 113(3), text read anew"),
        "edition": "2026-11-20",
        "confidence": "V",
    }
    return row | changed


def content(**changed: Any) -> Content:
    return {"number": 1, "made_on": "2026-11-20", "values": [value()], "norms": [norm()]} | changed


def file_of(told: Content, seed: int = 1) -> bytes:
    """The signed file of a content."""
    text = law_updates.canonical(told)
    key = private_key(seed)
    signature = key.sign(law_updates.PURPOSE + text.encode())
    return law_updates.written_file(text, key.public_key().public_bytes_raw(), signature)
