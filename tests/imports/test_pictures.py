"""Pictures lose what they tell beside the picture, and those that are built to harm are refused with a sentence."""

from __future__ import annotations

import random
import struct
import warnings
import zlib
from io import BytesIO

import pytest
from PIL import ExifTags, Image, PngImagePlugin, TiffImagePlugin

from desktop_app.domain.attachments import AttachmentType
from desktop_app.errors import AppError
from desktop_app.imports import pictures
from tests.imports import samples

CANARY = "CanaryCam 3000"
KINDS = {
    AttachmentType.JPEG: "JPEG",
    AttachmentType.PNG: "PNG",
    AttachmentType.WEBP: "WEBP",
    AttachmentType.TIFF: "TIFF",
}
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>43,14.9N</exif:GPSLatitude>CanaryCam 3000</x:xmpmeta>'


def exif(orientation: int = 1, seed: int = 1) -> Image.Exif:
    """What a phone writes: place, time, camera, serial number, owner."""
    chance = random.Random(seed)  # noqa: S311  the same places every time
    told = Image.Exif()
    told[ExifTags.Base.Make], told[ExifTags.Base.Model] = CANARY, CANARY
    told[ExifTags.Base.Artist] = CANARY
    told[ExifTags.Base.ImageDescription] = CANARY
    told[ExifTags.Base.DateTime] = "2026:11:21 09:00:00"
    told[ExifTags.Base.Orientation] = orientation
    told.get_ifd(ExifTags.IFD.GPSInfo).update(
        {
            ExifTags.GPS.GPSLatitudeRef: "N",
            ExifTags.GPS.GPSLatitude: (43.0, float(chance.randrange(60)), chance.random() * 60),
            ExifTags.GPS.GPSLongitudeRef: "E",
            ExifTags.GPS.GPSLongitude: (76.0, float(chance.randrange(60)), chance.random() * 60),
        }
    )
    told.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = CANARY
    return told


def photo(kind: AttachmentType, orientation: int = 1, seed: int = 1) -> bytes:
    """A picture with everything a phone or an editor writes beside it."""
    how: dict[str, object] = {"exif": exif(orientation, seed)}
    if kind is AttachmentType.PNG:
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Comment", CANARY)
        notes.add_itxt("XML:com.adobe.xmp", XMP.decode())
        how["pnginfo"] = notes
    elif kind is AttachmentType.TIFF:
        tags = TiffImagePlugin.ImageFileDirectory_v2()
        told = exif(orientation, seed)
        for tag in (ExifTags.Base.Make, ExifTags.Base.Artist, ExifTags.Base.Orientation):
            tags[tag] = told[tag]
        tags[700] = XMP
        tags[ExifTags.IFD.GPSInfo] = told.get_ifd(ExifTags.IFD.GPSInfo)
        how = {"tiffinfo": tags}
    else:
        how["xmp"] = XMP
    if kind is AttachmentType.JPEG:
        how["comment"] = CANARY.encode()
    return samples.picture(KINDS[kind], (40 + seed % 7, 30), **how)


def seen(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def is_bare(content: bytes) -> bool:
    image = seen(content)
    told = image.getexif()
    tags = set(told) - {0x100, 0x101, 0x102, 0x103, 0x106, 0x111, 0x112, 0x115, 0x116, 0x117, 0x11A, 0x11B, 0x11C}
    places = dict(told.get_ifd(ExifTags.IFD.GPSInfo))
    words = any(word in content for word in (CANARY.encode(), b"GPS", b"adobe", b"2026:11"))
    return not (places or words or tags - {0x128, 0x140, 0x153} or {"comment", "xmp", "icc_profile"} & set(image.info))


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_samples_do_tell_their_place(kind: AttachmentType) -> None:
    content = photo(kind)
    assert CANARY.encode() in content
    assert seen(content).getexif().get_ifd(ExifTags.IFD.GPSInfo)
    assert not is_bare(content)


@pytest.mark.parametrize("kind", list(KINDS))
def test_fifty_photos_keep_no_place_time_or_camera(kind: AttachmentType) -> None:
    share = 50 // len(KINDS) + 1
    for seed in range(share):
        (content,) = pictures.cleaned(photo(kind, seed % 8 + 1, seed), kind)
        assert is_bare(content)


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_kept_as_it_is_to_be_looked_at(kind: AttachmentType, orientation: int) -> None:
    content = photo(kind, orientation)
    wanted = seen(content)
    method = pictures._TURNED.get(wanted.getexif().get(0x0112, 1))  # Pillow turns a TIFF by itself
    turned = wanted.transpose(method) if method is not None else wanted.copy()
    (made,) = pictures.cleaned(content, kind)
    bare = seen(made)
    assert (turned.width < turned.height) is (orientation > 4)
    assert bare.getexif().get(0x0112, 1) == 1
    assert bare.size == turned.size
    for corner in ((1, 1), (turned.width - 2, 1), (1, turned.height - 2), (turned.width - 2, turned.height - 2)):
        ours, theirs = (each.convert("L").getpixel(corner) for each in (bare, turned))
        assert abs(ours - theirs) < 12  # type: ignore[operator]  # a picture in L has one number a pixel


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_picture_is_drawn_as_it_is_to_be_looked_at(kind: AttachmentType, orientation: int) -> None:
    pages, width, height, pixels = pictures.drawn(photo(kind, orientation), kind, 0, 20)
    assert (pages, width > height) == (1, orientation == 1)
    assert max(width, height) == 20
    assert len(pixels) == width * height * 4


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *((AttachmentType.JPEG, mode) for mode in ("L", "RGB", "CMYK")),
        *((AttachmentType.PNG, mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")),
        *((AttachmentType.WEBP, mode) for mode in ("RGB", "RGBA")),
        *((AttachmentType.TIFF, mode) for mode in ("1", "L", "P", "RGB", "RGBA", "CMYK")),
    ],
)
def test_every_way_of_colour_is_kept_and_drawn(kind: AttachmentType, mode: str) -> None:
    content = samples.picture(KINDS[kind], mode=mode)
    (made,) = pictures.cleaned(content, kind)
    assert seen(made).size == (60, 40)
    assert pictures.drawn(made, kind, 0, 100)[:3] == (1, 60, 40)


def test_what_is_transparent_is_drawn_on_white_and_stays_transparent() -> None:
    target = BytesIO()
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(target, "PNG")
    assert pictures.drawn(target.getvalue(), "png", 0, 10)[3][:3] == b"\xff\xff\xff"
    flat = Image.new("P", (4, 4), 0)
    flat.putpalette([9, 9, 9, 1, 1, 1])
    flat.save(target := BytesIO(), "PNG", transparency=0)
    (made,) = pictures.cleaned(target.getvalue(), "png")
    assert pictures.drawn(made, "png", 0, 10)[3][:3] == b"\xff\xff\xff"


def scan(pages: int, compression: str | None = None, mode: str = "1") -> bytes:
    target = BytesIO()
    sheets = [Image.new(mode, (50, 70 + number), number % 2 * 255) for number in range(pages)]
    sheets[0].save(target, "TIFF", save_all=True, append_images=sheets[1:], compression=compression, dpi=(300, 300))
    return target.getvalue()


@pytest.mark.parametrize(("compression", "mode"), [(None, "1"), ("group4", "1"), ("jpeg", "L"), ("tiff_lzw", "RGB")])
def test_all_pages_of_a_scan_are_kept_with_their_size_on_paper(compression: str | None, mode: str) -> None:
    (made,) = pictures.cleaned(scan(3, compression, mode), "tiff")
    image = Image.open(BytesIO(made))
    assert getattr(image, "n_frames", 0) == 3
    assert [pictures.drawn(made, "tiff", page, 200)[2] for page in range(3)] == [70, 71, 72]
    assert image.info["dpi"] == (300, 300)
    assert pictures.checked(made, "tiff") == (3,)


def test_a_scan_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_PAGES", 2)
    with pytest.raises(AppError, match="more than %\\(most\\)s pages"):
        pictures.cleaned(scan(3), "tiff")


def png(width: int, height: int, data: bytes = b"") -> bytes:
    """A PNG that says it is this large, whatever is in it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(8000, 7000), (10_000, 10_000), (90_000, 90_000), (40_000, 1), (2**31 - 1,) * 2])
@pytest.mark.parametrize("call", [pictures.cleaned, pictures.checked])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(call, size: tuple[int, int]) -> None:
    with pytest.raises(AppError, match="million pixels"):
        call(png(*size), "png")


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_cut_picture_is_refused(kind: AttachmentType, share: float) -> None:
    content = samples.picture(KINDS[kind], (300, 200), mode="L" if kind is AttachmentType.TIFF else "RGB")
    with pytest.raises((OSError, SyntaxError, ValueError, UserWarning)):
        pictures.cleaned(content[: int(len(content) * share)], kind)


def test_a_picture_of_another_kind_than_it_says_is_refused() -> None:
    with pytest.raises(Image.UnidentifiedImageError):
        pictures.cleaned(samples.picture("PNG"), "jpeg")
    with pytest.raises(Image.UnidentifiedImageError):
        pictures.cleaned(b"SIMPLE  =                    T" + bytes(2880), "png")


def test_what_hides_behind_a_picture_is_left_out() -> None:
    hidden = b"<html><script>canary</script></html>PK\x03\x04"
    for kind, form in KINDS.items():
        (made,) = pictures.cleaned(samples.picture(form) + hidden, kind)
        assert b"canary" not in made


def test_a_warning_of_the_decoder_is_an_error() -> None:
    content = samples.picture("JPEG", exif=b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x05\x00\x0f\x01\x02\x00\xff\xff")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as in the program, not as in tests
        with pytest.raises(UserWarning):
            pictures.cleaned(content, "jpeg")


def test_a_photo_loses_next_to_nothing_of_its_fineness() -> None:
    noise = Image.effect_noise((200, 150), 40).convert("RGB")
    noise.save(target := BytesIO(), "JPEG", quality=85, subsampling=0)
    before = target.getvalue()
    (after,) = pictures.cleaned(before, "jpeg")
    assert abs(len(after) - len(before)) < len(before) // 20
    pairs = zip(seen(before).convert("L").tobytes(), seen(after).convert("L").tobytes(), strict=True)
    assert sum(abs(one - other) for one, other in pairs) < 200 * 150


def test_a_result_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", 100)
    with pytest.raises(AppError, match="would take more than"):
        pictures.cleaned(samples.picture("PNG"), "png")
