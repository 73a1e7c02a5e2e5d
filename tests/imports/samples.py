"""Small files of every kind that people bring, and of kinds that must not be kept, made when they are asked for."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

from PIL import Image

from desktop_app.domain.attachments import AttachmentType

WORD = b'<Types><Override ContentType="application/vnd.ms-word.wordprocessingml.document.main+xml"/></Types>'
EXCEL = b'<Types><Override ContentType="application/vnd.ms-excel.spreadsheetml.sheet.main+xml"/></Types>'
TEXT = "Здравствуйте! Зарплату за март не заплатили. Жалақы төленбеді, 180 000 ₸.\r\n"
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def picture(form: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **how: object) -> bytes:
    """A picture with a light that grows, so that turning it can be seen."""
    target = BytesIO()
    ramp = Image.linear_gradient("L").resize(size)
    ramp.convert(mode).save(target, form, **how)
    return target.getvalue()


def office(main: str, types: bytes, *names: str) -> bytes:
    """A document of Word or Excel as far as its parts tell."""
    return zipped({"[Content_Types].xml": types, main: b"<xml/>", **dict.fromkeys(names, b"x")})


def zipped(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", compression) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return target.getvalue()


def mp3(tag: bool = False) -> bytes:
    """Three silent frames of layer III, 128 kbit/s, 44.1 kHz."""
    frame = b"\xff\xfb\x90\x00" + bytes(413)
    return (b"ID3\x03\x00\x00\x00\x00\x00\x10" + bytes(16) if tag else b"") + frame * 3


def film(brand: bytes, handlers: tuple[bytes, ...] = ()) -> bytes:
    """The boxes of an ISO media file as far as they tell its kind."""
    box = struct.pack(">I", 20) + b"ftyp" + brand + b"\x00\x00\x00\x00" + b"isom"
    return box + b"".join(struct.pack(">I", 32) + b"hdlr" + bytes(8) + handler + bytes(12) for handler in handlers)


def kept() -> dict[str, tuple[bytes, AttachmentType]]:
    """What may be kept, with its kind."""
    odf = "application/vnd.oasis.opendocument."
    return {
        "pdf": (PDF, AttachmentType.PDF),
        "jpeg": (picture("JPEG"), AttachmentType.JPEG),
        "png": (picture("PNG"), AttachmentType.PNG),
        "webp": (picture("WEBP"), AttachmentType.WEBP),
        "tiff": (picture("TIFF"), AttachmentType.TIFF),
        "text": (TEXT.encode(), AttachmentType.TEXT),
        "text-utf16": (TEXT.encode("utf-16"), AttachmentType.TEXT),
        "text-cp1251": ("Расписка. Получил десять тысяч.".encode("cp1251"), AttachmentType.TEXT),
        "docx": (office("word/document.xml", WORD), AttachmentType.DOCX),
        "xlsx": (office("xl/workbook.xml", EXCEL), AttachmentType.XLSX),
        "odt": (zipped({"mimetype": f"{odf}text".encode()}), AttachmentType.ODT),
        "ods": (zipped({"mimetype": f"{odf}spreadsheet".encode()}), AttachmentType.ODS),
        "ogg": (b"OggS\x00\x02" + bytes(20) + b"OpusHead", AttachmentType.OGG),
        "m4a": (film(b"M4A "), AttachmentType.M4A),
        "m4a-of-android": (film(b"mp42", (b"soun",)), AttachmentType.M4A),
        "mp3": (mp3(), AttachmentType.MP3),
        "mp3-tagged": (mp3(tag=True), AttachmentType.MP3),
        "amr": (b"#!AMR\n" + bytes(30), AttachmentType.AMR),
        "mp4": (film(b"isom", (b"soun", b"vide")), AttachmentType.MP4),
    }


def refused() -> dict[str, tuple[bytes, str]]:
    """What may not be kept, with a word of the sentence that says so."""
    return {
        "exe": (b"MZ\x90\x00" + bytes(60), "program"),
        "elf": (b"\x7fELF\x02" + bytes(60), "program"),
        "mach-o": (b"\xcf\xfa\xed\xfe" + bytes(60), "program"),
        "java": (b"\xca\xfe\xba\xbe" + bytes(60), "program"),
        "lnk": (b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(60), "program"),
        "shell": (b"#!/bin/sh\nrm -rf /\n", "program"),
        "batch": (b"@echo off\r\nformat c:\r\n", "program"),
        "php": (b"<?php system('x');", "program"),
        "registry": ("Windows Registry Editor Version 5.00\r\n".encode("utf-16"), "program"),
        "url": (b"[InternetShortcut]\r\nURL=http://example.invalid\r\n", "program"),
        "desktop": (b"[Desktop Entry]\nExec=sh\n", "program"),
        "html": (b"<!DOCTYPE html><html><body>x</body></html>", "web page"),
        "html-late": (b"some words before\n<script>alert(1)</script>", "web page"),
        "html-utf16": ("<html>x</html>".encode("utf-16"), "web page"),
        "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "web page"),
        "xml": (b'<?xml version="1.0"?><a/>', "web page"),
        "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old kind"),
        "rtf": (b"{\\rtf1 {\\object}}", "old kind"),
        "docm": (office("word/document.xml", WORD.replace(b"vnd", b"macroEnabled")), "macros"),
        "vba": (office("word/document.xml", WORD, "word/vbaProject.bin"), "macros"),
        "vba-renamed": (office("xl/workbook.xml", EXCEL, "XL/VBAPROJECT.BIN"), "macros"),
        "activex": (office("word/document.xml", WORD, "word/activeX/activeX1.bin"), "macros"),
        "odt-basic": (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "Basic/a.xml": b""}), "macros"),
        "zip": (zipped({"readme.txt": b"x"}), "archive"),
        "jar": (zipped({"META-INF/MANIFEST.MF": b"x", "A.class": b"x"}), "archive"),
        "empty-zip": (b"PK\x05\x06" + bytes(18), "archive"),
        "rar": (b"Rar!\x1a\x07\x00" + bytes(20), "archive"),
        "7z": (b"7z\xbc\xaf\x27\x1c" + bytes(20), "archive"),
        "gzip": (b"\x1f\x8b\x08" + bytes(20), "archive"),
        "heic": (film(b"heic"), "HEIC"),
        "avif": (film(b"avif"), "not kept"),
        "gif": (b"GIF89a" + bytes(20), "not kept"),
        "bmp": (b"BM" + bytes(60), "not kept"),
        "fits": (b"SIMPLE  =                    T" + bytes(200), "not kept"),
        "mpeg-sync-alone": (b"\xff\xfb\x90\x00" + bytes(600), "not kept"),
        "bytes": (bytes(range(256)) * 4, "not kept"),
    }
