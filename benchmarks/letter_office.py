"""Letters by LibreOffice's mail merge into one document: what a centre would do without Tirek.

A merge into a file makes one document of all letters, each on pages of its own, and then the PDF. The document is
written here beforehand, as flat OpenDocument with the same text and tables; only the conversion is timed, by one
headless LibreOffice with a profile that exists already. So the peer is spared the merging itself.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.letter_bare import BOLD_WORDS, signed
from desktop_app.letters.blocks import Block, Grid, Sheet, Signature, Story, Words
from desktop_app.settings import resources_dir

PROGRAM = "soffice"

_LYING_WIDTH, _UPRIGHT_WIDTH = 257, 165  # millimetres of a line
_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_FONTS = """<fonts><dir>{folder}</dir><cachedir>{cache}</cachedir></fonts>"""


def _page_layout(name: str, size: str, margins: str) -> str:
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties {size} {margins}/>'
        "<style:footer-style/></style:page-layout>"
    )


def _master(name: str) -> str:
    foot = '<text:p text:style-name="foot"><text:page-number>1</text:page-number></text:p>'
    return (
        f'<style:master-page style:name="{name}" style:page-layout-name="{name}">'
        f"<style:footer>{foot}</style:footer></style:master-page>"
    )


def _paragraph_style(name: str, size: float, *, bold: bool = False, begins: str = "", more: str = "") -> str:
    """A paragraph; one that begins a letter or a sheet names the page it begins."""
    place = f'style:master-page-name="{begins}"' if begins else ""
    weight = "bold" if bold else "normal"
    return (
        f'<style:style style:name="{name}" style:family="paragraph" {place}>'
        f'<style:paragraph-properties fo:margin-bottom="4pt" {more}/>'
        f'<style:text-properties style:font-name="serif" fo:font-size="{size}pt" fo:font-weight="{weight}"/>'
        "</style:style>"
    )


_LAYOUTS = _page_layout(
    "upright",
    'fo:page-width="210mm" fo:page-height="297mm"',
    'fo:margin-left="30mm" fo:margin-right="15mm" fo:margin-top="20mm" fo:margin-bottom="10mm"',
) + _page_layout(
    "lying",
    'fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape"',
    'fo:margin-left="20mm" fo:margin-right="20mm" fo:margin-top="25mm" fo:margin-bottom="10mm"',
)
_PAGES = f"<office:master-styles>{_master('upright')}{_master('lying')}</office:master-styles>"
_FIXED_STYLES = (
    '<office:font-face-decls><style:font-face style:name="serif" svg:font-family="\'Noto Serif\'"/>'
    "</office:font-face-decls><office:styles>"
    + "".join(
        _paragraph_style(f"{start}{name}", 11, bold=name == "bold", begins=page, more=more)
        for name in ("plain", "bold")
        for start, page, more in (
            ("", "", ""),
            ("first-", "upright", 'style:page-number="1"'),
            ("upright-", "upright", ""),
            ("lying-", "lying", ""),
        )
    )
    + _paragraph_style("head", 7.5, bold=True)
    + _paragraph_style("cell", 8.3)
    + _paragraph_style("foot", 8)
    + _paragraph_style("rule", 2, more='fo:border-bottom="0.5pt solid #808080"')
    + "</office:styles>"
)
_BOX = (
    '<style:style style:name="box" style:family="table-cell"><style:table-cell-properties '
    'fo:border="0.5pt solid #808080" fo:padding="2pt"/></style:style>'
)


def lacking(folder: Path) -> str:
    """What is missing to convert in `folder`, nothing when a first document comes out; the profile is made by it."""
    if shutil.which(PROGRAM) is None:
        return "LibreOffice is not installed: apt-get install libreoffice-writer"
    first = folder / "first.fodt"
    first.write_bytes(source([(Words("Бірінші"),)]))
    try:
        render(first)
    except (OSError, subprocess.SubprocessError):
        return "LibreOffice lacks Writer, or cannot start: apt-get install libreoffice-writer"
    return ""


def source(stories: Sequence[Story]) -> bytes:
    """All letters as one flat OpenDocument text."""
    widths = {_widths(block) for story in stories for block in story if isinstance(block, Grid)}
    tables = {each: f"grid{number}" for number, each in enumerate(sorted(widths))}
    body = "".join(line for story in stories for line in _letter(story, tables))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"{_FIXED_STYLES}<office:automatic-styles>{_LAYOUTS}{_BOX}{''.join(map(_columns, tables.items()))}"
        f"</office:automatic-styles>{_PAGES}<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def render(written: Path) -> Path:
    """The PDF of all letters, beside the document; the profile and the cache of fonts lie there too.

    OSError when no PDF came out: LibreOffice says so by no other sign.
    """
    folder = written.parent
    fonts = folder / "fonts.conf"
    fonts.write_text(_FONTS.format(folder=resources_dir() / "fonts", cache=folder / "cache"), "utf-8")
    subprocess.run(
        [
            shutil.which(PROGRAM) or PROGRAM,
            "--headless",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(written),
        ],
        env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return written.with_suffix(".pdf").resolve(strict=True)


def _letter(story: Story, tables: dict[tuple[int, ...], str]) -> Iterator[str]:
    """The first paragraph begins a page and the count of pages; the first after a sheet begins that sheet."""
    start = "first-"
    for block in story:
        if isinstance(block, Sheet):
            start = "lying-" if block.landscape else "upright-"
        else:
            yield _lines(block, start, tables)
            start = ""


def _lines(block: Block, start: str, tables: dict[tuple[int, ...], str]) -> str:
    match block:
        case Words(text, style, mark):
            said = f"{mark} {text}" if mark else text
            return _paragraph(said, start + ("bold" if style in BOLD_WORDS else "plain"))
        case Grid():
            return _table(block, tables[_widths(block)])
        case Signature():
            return _paragraph(signed(block), f"{start}plain")
        case _:
            return _paragraph("", "rule")


def _paragraph(text: str, style: str) -> str:
    said = escape(text).replace("\n", "<text:line-break/>")
    return f'<text:p text:style-name="{style}">{said}</text:p>'


def _table(grid: Grid, name: str) -> str:
    columns = "".join(f'<table:table-column table:style-name="{name}.{n}"/>' for n in range(len(grid.columns)))
    heads = "".join(_cell(column.head, "head") for column in grid.columns)
    rows = "".join(
        f"<table:table-row>{''.join(_cell(each, 'cell') for each in row)}</table:table-row>" for row in grid.rows
    )
    head = f"<table:table-header-rows><table:table-row>{heads}</table:table-row></table:table-header-rows>"
    return f'<table:table table:style-name="{name}">{columns}{head}{rows}</table:table>'


def _cell(text: str, style: str) -> str:
    return f'<table:table-cell table:style-name="box">{_paragraph(text, style)}</table:table-cell>'


def _widths(grid: Grid) -> tuple[int, ...]:
    return tuple(column.width for column in grid.columns)


def _columns(named: tuple[tuple[int, ...], str]) -> str:
    """The styles of a table; one whose columns add up to more than an upright line lies."""
    widths, name = named
    line = _LYING_WIDTH if sum(widths) > _UPRIGHT_WIDTH * 1.2 else _UPRIGHT_WIDTH
    columns = "".join(
        f'<style:style style:name="{name}.{number}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{width * line / sum(widths):.2f}mm"/></style:style>'
        for number, width in enumerate(widths)
    )
    return (
        f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="{line}mm" '
        f'table:align="left"/></style:style>{columns}'
    )
