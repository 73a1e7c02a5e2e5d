"""Make a key for signing updates of the law, and sign one (docs/law-updates.md).

    python resources/law/sign_update.py key PRIVATE.pem            a new key; the public one is printed
    python resources/law/sign_update.py sign CONTENT.json PRIVATE.pem UPDATE.json
    python resources/law/sign_update.py look UPDATE.json           who signed it, and what it brings

The private key is kept under a passphrase in its own file and never goes into an update. Whoever has both can change
the law that centres count with: keep the file off the network, and the passphrase elsewhere.
"""

from __future__ import annotations

import base64
import getpass
import json
import os
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop_app import law
from desktop_app.db import law_signature
from desktop_app.domain import law_updates
from desktop_app.errors import AppError
from desktop_app.i18n import for_language

SHORTEST = 20


def main(arguments: list[str]) -> int:
    """Do what the arguments say. 0 when it is done."""
    try:
        match arguments:
            case ["key", private]:
                _say(f"Public key: {made_key(Path(private), _passphrase(again=True))}")
            case ["sign", content, private, update]:
                signed(Path(content), Path(private), Path(update), _passphrase())
                _say(f"Signed: {update}")
            case ["look", update]:
                _say("\n".join(looked_at(Path(update))))
            case _:
                _say(__doc__ or "")
                return 2
    except AppError as error:
        sys.stderr.write(error.text(for_language("en")) + "\n")
        return 2
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def made_key(private: Path, passphrase: str) -> str:
    """Write a new private key under a passphrase, readable by its owner alone; the public key in base64."""
    key = Ed25519PrivateKey.generate()
    text = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode()))
    # Never over another key: updates signed with that one would end.
    handle = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(text)
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def signed(content: Path, private: Path, update: Path, passphrase: str) -> None:
    """Check a content as the program will, sign it, and write the file of the update."""
    text = law_updates.canonical(json.loads(content.read_text(encoding="utf-8")))
    law_updates.read_content(text, *_known())
    key = load_pem_private_key(private.read_bytes(), passphrase.encode())
    if not isinstance(key, Ed25519PrivateKey):
        sys.exit("This is no Ed25519 key.")
    public = key.public_key().public_bytes_raw()
    signature = key.sign(law_updates.SignedText(text, public, b"").signed_bytes)
    written = law_updates.written_file(text, public, signature)
    law_updates.read_file(written)
    update.write_bytes(written)


def looked_at(update: Path) -> list[str]:
    """Who signed an update and what it brings. AppError when it is none."""
    text = law_updates.read_file(update.read_bytes())
    content = law_updates.read_content(text.content, *_known())
    fits = law_signature.fits(text.public_key, text.signature, text.signed_bytes)
    return [
        f"Update {content.number} of {content.made_on}",
        f"Key: {base64.b64encode(text.public_key).decode()} ({law_signature.fingerprint(text.public_key)})",
        "The signature fits." if fits else "THE SIGNATURE DOES NOT FIT.",
        *(f"{fact.id}  {fact.value}  {fact.confidence}  {fact.source}" for fact in content.facts),
    ]


def _known() -> tuple[dict[str, law.Fact], dict[str, law.Fact]]:
    tables = law.shipped_tables()
    return {key: rows[-1] for key, rows in tables.dated.items()}, dict(tables.norms)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _passphrase(*, again: bool = False) -> str:
    typed = getpass.getpass("Passphrase of the private key: ")
    if again:
        if len(typed) < SHORTEST:
            sys.exit(f"Take at least {SHORTEST} signs: six words do.")
        if getpass.getpass("Once more: ") != typed:
            sys.exit("These are two different passphrases. No key was made.")
    return typed


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
