"""Draws shift_sheet.png, the paper that is attached to the first case of the demonstration; all names are invented.

Run it from the folder of the project: python resources/demonstration/draw_shift_sheet.py
"""

from __future__ import annotations

import json
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
SIZE = (900, 1100)
INK, LINE, PAPER = (38, 48, 92), (168, 172, 184), (250, 248, 240)
COLUMNS = (40, 100, 500, 620, 740, 860)
ROW = 52


def main() -> None:
    """Draw the sheet from the people and months of the first situation."""
    told = json.loads((HERE / "situations.json").read_text(encoding="utf-8"))["situations"][0]
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    draw.text((40, 36), "АУЫСЫМ ПАРАҒЫ · ТАБЕЛЬ СМЕН", INK, _font("Bold", 32))
    draw.text((40, 92), f"{told['employer']['name']['ru']}, {told['site']['ru']}", INK, _font("Regular", 18))
    headings = ["№", "", *(f"{month['month'][5:7]}.{month['month'][:4]}" for month in told["months"])]
    rows = [[str(at), worker["name"]] for at, worker in enumerate(told["workers"], start=1)]
    quantities = [month["quantity"] for month in told["months"]]
    for at, row in enumerate([headings, *([*row, *quantities] for row in rows)]):
        top = 150 + at * ROW
        draw.line([(COLUMNS[0], top), (COLUMNS[-1], top)], LINE, 2)
        for left, text in zip(COLUMNS, row, strict=False):
            draw.text((left + 12, top + 12), text, INK, _font("Regular", 22))
    bottom = 150 + (len(rows) + 1) * ROW
    draw.line([(COLUMNS[0], bottom), (COLUMNS[-1], bottom)], LINE, 2)
    for left in COLUMNS:
        draw.line([(left, 150), (left, bottom)], LINE, 2)
    draw.text((40, bottom + 36), "10 000 ₸ / ауысым, смена", INK, _font("Bold", 24))
    image.quantize(32).save(HERE / "shift_sheet.png", optimize=True)


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(HERE.parent / "fonts" / f"NotoSans-{weight}.ttf", size)


if __name__ == "__main__":
    main()
