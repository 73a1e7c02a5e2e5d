"""PDF/A-2b: what the file says of itself, what of it can be told without a validator, and what validators say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, NameObject, StreamObject
from pypdf.xmp import XmpInformation

from desktop_app.settings import resources_dir
from tests.letters import claims, papers, validators

# Papers that differ in what they are drawn of; the validators see all.
DIFFERENT = (
    "employer_claim.kk+ru", "contract_memo.ru", "calculation_paper.kk", "rights_sheet.en", "worker_consent.ru",
    "logo.RGBA", "logo.L", "logo.CMYK", "crew.ru", "exhibits.kk+ru", "journal.ru", "log.en", "certificate.kk",
    "consent.en", "removed",
)  # fmt: skip
FORBIDDEN = {
    "/JS", "/JavaScript", "/Launch", "/URI", "/OpenAction", "/AA", "/A", "/EmbeddedFile", "/EmbeddedFiles", "/GoToR",
    "/Encrypt", "/SMask", "/Mask", "/Group", "/CA", "/ca", "/BM", "/TR", "/HTP", "/OPI", "/Alternates", "/PS",
    "/LZWDecode", "/DeviceCMYK", "/Crypt", "/F", "/FFilter", "/Annots", "/AcroForm", "/Movie", "/Sound", "/Trans",
}  # fmt: skip
Validator = Callable[[Sequence[Path]], dict[str, str]]
BOTH: tuple[Validator, ...] = (validators.verapdf, validators.second_opinion)
STREAM = re.compile(rb"/Length (\d+)(?:(?!endobj).)*?>>\s*stream\n", re.DOTALL)


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def description(pdf: PdfReader) -> XmpInformation:
    """What the file tells about itself in XMP, readable without unpacking."""
    told = pdf.root_object["/Metadata"].get_object()
    assert isinstance(told, StreamObject)
    assert "/Filter" not in told
    found = pdf.xmp_metadata
    assert found is not None
    return found


def names(held: object) -> Iterator[str]:
    if isinstance(held, DictionaryObject):
        yield from held
        for value in held.values():
            yield from names(value)
    elif isinstance(held, list):
        for value in held:
            yield from names(value)
    elif isinstance(held, NameObject):
        yield str(held)


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_paper_is_as_an_archive_asks(name: str) -> None:
    content = papers.ALL[name]()
    pdf = read(content)
    check_description(pdf)
    check_colours(pdf)
    check_streams(content)
    held = [IndirectObject(number, 0, pdf).get_object() for number in range(1, len(pdf.xref[0]) + 1)]
    assert not FORBIDDEN & {each for one in held for each in names(one)}
    fonts = [each for each in held if isinstance(each, DictionaryObject) and each.get("/Type") == "/Font"]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] and "/ToUnicode" in font for font in fonts)
    assert content.startswith(b"%PDF-1.")
    assert all(len(bytes(each.original_bytes)) == 16 for each in pdf.trailer["/ID"])


def check_description(pdf: PdfReader) -> None:
    """The two descriptions agree, and neither says more than the other."""
    about, told = pdf.metadata, description(pdf)
    assert about is not None
    assert (told.pdfaid_part, told.pdfaid_conformance) == ("2", "B")
    assert dict(about) == {
        "/Title": told.dc_title["x-default"], "/Creator": told.xmp_creator_tool, "/Producer": told.pdf_producer,
    }  # fmt: skip
    assert about.title
    assert told.dc_language[0] == pdf.root_object["/Lang"]
    assert (told.dc_creator, told.xmp_create_date, told.dc_subject) == ([], None, [])


def check_colours(pdf: PdfReader) -> None:
    """One output intent, which says how red, green and blue look."""
    (intent,) = pdf.root_object["/OutputIntents"]
    profile = intent["/DestOutputProfile"]
    assert (intent["/S"], profile["/N"]) == ("/GTS_PDFA1", 3)
    assert profile.get_data() == (resources_dir() / "colour" / "sRGB.icc").read_bytes()


def check_streams(content: bytes) -> None:
    """Each stream is as long as it says and ends with the end of a line that does not count."""
    begins = list(STREAM.finditer(content))
    assert len(begins) == content.count(b"endstream")
    for each in begins:
        end = each.end() + int(each[1])
        assert content[end : end + 10] == b"\nendstream"


@pytest.mark.parametrize("name", ["employer_claim.kk+ru", "exhibits.kk+ru", "journal.kk+ru", "removed"])
def test_both_languages_are_named(name: str) -> None:
    assert description(read(papers.ALL[name]())).dc_language == ["kk", "ru"]


def test_what_describes_a_claim_names_nobody() -> None:
    pdf = read(papers.ALL["crew.ru"]())
    check_description(pdf)
    told = description(pdf).stream.get_data().decode()
    assert "2026/17" in told
    assert not any(part in told for name in (*claims.NAMES, claims.SIGNER.full_name, "Самал") for part in name.split())


def test_a_title_cannot_leave_its_place() -> None:
    title = "A & B <rdf:li>]]> „Ө“"
    content = papers.titled(title)
    assert description(read(content)).dc_title == {"x-default": title}
    about = read(content).metadata
    assert about is not None
    assert about.title == title


def test_the_licence_of_the_colours_lies_beside_them() -> None:
    assert "zlib" in (resources_dir() / "colour" / "LICENSE").read_text("utf-8")


@pytest.mark.long
@pytest.mark.parametrize("asked", BOTH)
def test_validators_find_every_paper_valid(tmp_path: Path, asked: Validator) -> None:
    paths = [tmp_path / f"{name}.pdf" for name in papers.ALL]
    for path, make in zip(paths, papers.ALL.values(), strict=True):
        path.write_bytes(make())
    assert asked(paths) == {path.name: validators.VALID for path in paths}


@pytest.mark.long
@pytest.mark.parametrize(
    ("was", "becomes", "asked"),
    [
        (b"GTS_PDFA1", b"GTS_PDFX1", BOTH),
        (b"\nendstream", b" endstream", (validators.verapdf,)),  # pikepdf reads what an archive could not
        (b"/Metadata", b"/Metabase", BOTH),
        (b"<pdfaid:part>2", b"<pdfaid:part>1", BOTH),
        (b"/FontFile2", b"/FontFileX", BOTH),
    ],
    ids=["colours", "end of line", "description", "part", "font"],
)
def test_validators_notice_what_is_missing(
    tmp_path: Path, was: bytes, becomes: bytes, asked: tuple[Validator, ...]
) -> None:
    content = papers.ALL["removed"]()
    assert was in content
    path = tmp_path / "changed.pdf"
    path.write_bytes(content.replace(was, becomes))
    for each in asked:
        assert each([path])[path.name] != validators.VALID
