"""Print the table of ratios: `python -m benchmarks [part ...] [--quick]`."""

from __future__ import annotations

import argparse
import importlib
import platform
from collections.abc import Iterable

from benchmarks.rows import Absent, Row

PARTS = ("start", "letters", "sheet", "list_page", "save", "log", "backup")


def main() -> None:
    """Measure every part, or those named, and print a Markdown table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("parts", nargs="*", choices=(*PARTS, []), metavar="part", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="a tenth of the size, to see that all parts run")
    arguments = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}; medians of both sides\n")
    print("| what | ours | bare or peer | ratio | target | |\n|---|---|---|---|---|---|")
    for part in arguments.parts or PARTS:
        measure = importlib.import_module(f"benchmarks.{part}").measure
        rows: Iterable[Row | Absent] = measure(quick=arguments.quick)
        for row in rows:
            print(_line(row), flush=True)


def _line(row: Row | Absent) -> str:
    if isinstance(row, Absent):
        return f"| {row.name} | | | | | {row.reason} |"
    target = "" if row.target is None else f"<= {row.target:g}"
    name = f"{row.name} ({row.note})" if row.note else row.name
    return f"| {name} | {_time(row.ours)} | {_time(row.bare)} | {row.ratio:.2f} | {target} | {row.verdict} |"


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    main()
