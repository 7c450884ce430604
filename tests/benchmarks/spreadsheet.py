"""How long a spreadsheet of 2,000 rows takes from the file to the tracker, and how much memory.

Processor seconds are those of both processes: they hold where other work makes the clock say more.

Run it with the environment's own Python: `.venv/bin/python tests/benchmarks/spreadsheet.py`.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from openpyxl import Workbook

ROUNDS, ROWS = 5, 2_000
HEADERS = (
    "Ref", "Inspection", "Recommendation", "Owner", "Status", "RAG", "Due", "Action", "Update",
)  # fmt: skip


def make(path: Path) -> None:
    """A tracker of ten inspections, with actions, updates and days in every row."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Log")
    sheet.append(HEADERS)
    for number in range(ROWS):
        sheet.append(
            (
                f"R{number}",
                f"Inspection {number % 10}",
                f"The force should act on matter {number} of the report in full. " * 3,
                f"Supt Number {number % 40}",
                ("Open", "In progress", "Closed")[number % 3],
                ("Red", "Amber", "Green")[number % 3],
                date(2026, 1 + number % 12, 1 + number % 28),
                f"Write the plan for matter {number} and agree it with the board. " * 2,
                f"The plan for matter {number} is with the lead. " * 4,
            )
        )
    book.save(path)


def import_once(folder: Path) -> float:
    """Seconds that one import takes, as a whole process, into a new tracker."""
    (folder / "new.matters").unlink(missing_ok=True)
    matters = [sys.executable, "-m", "tui", "--file", "new.matters"]
    root = str(Path(__file__).parents[2])
    subprocess.run(
        [sys.executable, "-m", "tui", "new", "new.matters"],
        cwd=folder, env={"PYTHONPATH": root}, check=True, capture_output=True,
    )  # fmt: skip
    began = time.perf_counter()
    subprocess.run(
        [*matters, "import", "log.xlsx", "--yes"],
        cwd=folder, env={"PYTHONPATH": root}, check=True, capture_output=True,
    )  # fmt: skip
    return time.perf_counter() - began


def main() -> None:
    """Print the median, the slowest, and the most memory that one process took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder / "log.xlsx")
        took = [import_once(folder) for _ in range(ROUNDS)]
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = (used.ru_utime + used.ru_stime) / ROUNDS
    most = used.ru_maxrss / 1024
    print(f"{ROWS} rows: median {statistics.median(took):.2f} s, slowest {max(took):.2f} s")
    print(f"processor: {processor:.2f} s a round, the making of the empty tracker included")
    print(f"most memory of one process: {most:.0f} MiB")


if __name__ == "__main__":
    main()
