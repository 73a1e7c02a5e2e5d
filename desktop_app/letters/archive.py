"""What an archive asks of a letter beside its pages: PDF/A-2b (ISO 19005-2, level B).

ReportLab brings the fonts, the trailer's ID and streams of the right kind. Missing are the description as XMP, the
meaning of the colours, and the end of a line before each `endstream`. Docs/decisions/0021 tells how it is checked.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFCatalog, PDFDictionary, PDFName, PDFStream, PDFString

from desktop_app.settings import resources_dir

PART: Final = 2
CONFORMANCE: Final = "B"

_COLOURS: Final = "sRGB IEC61966-2.1"
_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>{conformance}</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def complete(document: pdfdoc.PDFDocument, languages: tuple[str, ...]) -> None:
    """Make `document`, whose pages are drawn and whose title is set, a file for the archive in these languages."""
    held: Any = document
    for page in held.Pages.pages:
        page.Trans = None  # how a page appears on a wall says nothing on paper
    told = held.info
    held.info = info = _Info()
    info.title, info.creator, info.producer = told.title, told.creator, told.producer
    held.encrypt = _Unencrypted()
    held.Catalog.Metadata = _metadata(info, languages)
    held.Catalog.OutputIntents = PDFArray([_output_intent()])
    held.Catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]


class _Info(pdfdoc.PDFInfo):
    """The entries that the description in XMP has too, and no other: no author, no moment of making."""

    author = subject = keywords = ""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """As a dictionary of the file."""
        told = {"Title": self.title, "Creator": self.creator, "Producer": self.producer}
        return PDFDictionary({key: PDFString(text) for key, text in told.items()}).format(document)


class _Unencrypted(pdfdoc.NoEncryption):
    """Where ReportLab hands over each stream before it writes it: it gets the end of a line, and counts as before."""

    def encode(self, t: object) -> object:
        """The stream with the end of a line behind it."""
        return _Stream(pdfdoc.format(t, self))


class _Stream(pdfdoc.PDFObject):
    def __init__(self, content: bytes) -> None:
        self._content = content

    def __len__(self) -> int:
        return len(self._content)

    def format(self, _document: object) -> bytes:
        """What stands between `stream` and `endstream`."""
        return self._content + b"\n"


def _metadata(info: _Info, languages: tuple[str, ...]) -> PDFStream:
    """The description, unpacked, so that a search in a folder finds it without knowing PDF."""
    told = _XMP.format(
        part=PART,
        conformance=CONFORMANCE,
        title=escape(info.title),
        languages="".join(f"<rdf:li>{each}</rdf:li>" for each in languages),
        creator=escape(info.creator),
        producer=escape(info.producer),
    )
    kind = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    return PDFStream(PDFDictionary(kind), told.encode())


def _output_intent() -> PDFDictionary:
    """The colours are meant as sRGB."""
    packed = {"N": 3, "Filter": PDFName("FlateDecode")}
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),  # of every part of PDF/A
            "OutputConditionIdentifier": PDFString(_COLOURS),
            "Info": PDFString(_COLOURS),
            "DestOutputProfile": PDFStream(PDFDictionary(packed), _profile()),
        }
    )


@cache
def _profile() -> bytes:
    return zlib.compress((resources_dir() / "colour" / "sRGB.icc").read_bytes(), 9)
