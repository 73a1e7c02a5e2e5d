"""Pictures from outside: decoded whole, freed of what they tell beside the picture, drawn for the window.

The functions work on hostile data: call them through `imports.child.in_child` (Pillow, formats by name only).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageFile, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

from desktop_app.domain.attachments import MOST_BYTES, AttachmentType
from desktop_app.errors import AppError
from desktop_app.i18n import N_

MOST_PIXELS: Final = 50_000_000
MOST_PAGES: Final = 200
_MOST_SIDE: Final = 30_000
_QUALITY: Final = 90
_QUALITY_OF_PAGE: Final = 82
_MOST_DPI: Final = 4_800
_ORIENTATION: Final = 0x0112
_TURNED: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# All decoders are loaded with this module: the child opens no file once it has begun.
Image.preinit()
_DECODERS: Final = {
    AttachmentType.JPEG: JpegImagePlugin.JpegImageFile.format,
    AttachmentType.PNG: PngImagePlugin.PngImageFile.format,
    AttachmentType.WEBP: WebPImagePlugin.WebPImageFile.format,
    AttachmentType.TIFF: TiffImagePlugin.TiffImageFile.format,
}
_TOO_MANY_PIXELS: Final = N_("This picture has more than %(most)s million pixels. Make it smaller and add it again.")
_TOO_MANY_PAGES: Final = N_("This scan has more than %(most)s pages. Save it as PDF, or in parts.")
_TOO_LARGE: Final = N_("This picture would take more than %(most)s MB. Make it smaller and add it again.")


def cleaned(content: bytes, kind: str) -> tuple[bytes]:
    """The picture encoded anew, turned as it is to be looked at, without place, time, camera and comments."""
    with _opened(content, kind) as image:
        target = BytesIO()
        if kind == AttachmentType.TIFF:
            _write_pages(image, target)
        else:
            how = _how(image, kind)
            _bare(image, kind).save(target, _DECODERS[AttachmentType(kind)], **how)
    if target.tell() > MOST_BYTES:
        raise AppError(_TOO_LARGE, most=MOST_BYTES // 2**20)
    return (target.getvalue(),)


def checked(content: bytes, kind: str) -> tuple[int]:
    """Decode all of the picture; how many pages it has."""
    with _opened(content, kind) as image:
        pages = _pages(image)
        for number in range(pages):
            image.seek(number)
            _check_size(image)
            image.load()
    return (pages,)


def drawn(content: bytes, kind: str, page: int, side: int) -> tuple[int, int, int, bytes]:
    """A page of the picture for the window, at most `side` pixels wide and high: pages, width, height, pixels.

    A pixel has four bytes, blue first, the last unused.
    """
    with _opened(content, kind) as image:
        pages = _pages(image)
        image.seek(min(page, pages - 1))
        _check_size(image)
        image.draft("RGB", (side, side))
        image.load()
        method = _TURNED.get(image.getexif().get(_ORIENTATION, 1))
        shown = _in_colours(image)
    shown.thumbnail((side, side))
    if shown.mode == "RGBA":
        shown = _on_white(shown)
    if method is not None:
        shown = shown.transpose(method)
    return pages, shown.width, shown.height, shown.tobytes("raw", "BGRX")


def encoded(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Pixels as `drawn` tells them as a bare JPEG file. Nothing is decoded, so no child is needed."""
    target = BytesIO()
    page = Image.frombytes("RGB", (width, height), pixels, "raw", "BGRX", stride)
    page.save(target, _DECODERS[AttachmentType.JPEG], quality=_QUALITY_OF_PAGE)
    return target.getvalue()


def small(content: bytes, kind: str, side: int) -> tuple[int, int, bytes]:
    """The picture for a letterhead: on white, at most `side` pixels wide and high, encoded anew: width, height, bytes.

    A photo stays JPEG, anything else becomes PNG; neither carries anything but its pixels.
    """
    with _opened(content, kind) as image:
        image.load()
        method = _TURNED.get(image.getexif().get(_ORIENTATION, 1))
        shown = _in_colours(image)
    if shown.mode == "RGBA":
        shown = _on_white(shown)
    if method is not None:
        shown = shown.transpose(method)
    shown.thumbnail((side, side), Image.Resampling.LANCZOS)
    target = BytesIO()
    bare = Image.frombytes("RGB", shown.size, shown.tobytes())
    if kind == AttachmentType.JPEG:
        bare.save(target, "JPEG", quality=_QUALITY)
    else:
        bare.save(target, "PNG", optimize=True)
    return bare.width, bare.height, target.getvalue()


def _on_white(shown: Image.Image) -> Image.Image:
    on_white = Image.new("RGBA", shown.size, "white")
    on_white.alpha_composite(shown)
    return on_white.convert("RGB")


@contextmanager
def _opened(content: bytes, kind: str) -> Iterator[ImageFile.ImageFile]:
    """The picture, opened by the decoder of its kind alone; whatever Pillow would warn of is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            with Image.open(BytesIO(content), formats=(_DECODERS[AttachmentType(kind)],)) as image:
                _check_size(image)
                yield image
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            raise _too_many_pixels() from None


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS or max(image.size) > _MOST_SIDE:
        raise _too_many_pixels()


def _too_many_pixels() -> AppError:
    return AppError(_TOO_MANY_PIXELS, most=MOST_PIXELS // 1_000_000)


def _pages(image: Image.Image) -> int:
    """How many pages a scan has; of anything that moves the first picture counts."""
    pages = getattr(image, "n_frames", 1) if isinstance(image, TiffImagePlugin.TiffImageFile) else 1
    if pages > MOST_PAGES:
        raise AppError(_TOO_MANY_PAGES, most=MOST_PAGES)
    return int(pages)


def _in_colours(image: Image.Image) -> Image.Image:
    """The picture in RGB, or in RGBA when something in it is transparent."""
    seen_through = image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info
    wanted = "RGBA" if seen_through else "RGB"
    return image if image.mode == wanted else image.convert(wanted)


def _bare(image: Image.Image, kind: str) -> Image.Image:
    """The picture alone: its pixels, turned, and the colour that is transparent. `image` is used up."""
    image.load()
    method = _TURNED.get(image.getexif().get(_ORIENTATION, 1))
    transparency = image.info.get("transparency")
    bare = image if method is None else image.transpose(method)
    if kind == AttachmentType.TIFF and bare is image:
        bare = image.copy()  # lest the tags are taken over
    bare.info = {}
    if kind == AttachmentType.PNG and transparency is not None:
        bare.info["transparency"] = transparency
    if (kind == AttachmentType.JPEG and bare.mode not in {"L", "RGB"}) or bare.mode == "CMYK":
        bare = bare.convert("RGB")
    return bare


def _how(image: Image.Image, kind: str) -> dict[str, Any]:
    """How to encode a picture: as finely as it came, and with the size it has on paper."""
    how: dict[str, Any] = {}
    if kind == AttachmentType.WEBP:
        return {"quality": _QUALITY}
    dpi = image.info.get("dpi")
    if isinstance(dpi, tuple) and len(dpi) == 2 and all(1 <= each <= _MOST_DPI for each in dpi):
        how["dpi"] = tuple(float(each) for each in dpi)
    if isinstance(image, JpegImagePlugin.JpegImageFile):
        how |= {"qtables": image.quantization, "subsampling": JpegImagePlugin.get_sampling(image)}
    return how


def _write_pages(image: Image.Image, target: BytesIO) -> None:
    """The pages of a scan one after the other, so that one is in memory at a time."""
    with TiffImagePlugin.AppendingTiffWriter(target, new=True) as pages:
        for number in range(_pages(image)):
            image.seek(number)
            _check_size(image)
            how = _how(image, AttachmentType.TIFF)
            photo = image.info.get("compression") in {"jpeg", "tiff_jpeg"}
            bare = _bare(image, AttachmentType.TIFF)
            if bare.mode == "1":
                how["compression"] = "group4"
            elif photo and bare.mode in {"L", "RGB"}:
                how |= {"compression": "jpeg", "quality": _QUALITY}
            else:
                how["compression"] = "tiff_adobe_deflate"
            bare.save(pages, "TIFF", **how)
            pages.newFrame()
