"""An office's own tracker: every row taken or listed, days as they were meant."""

from datetime import date, datetime
from pathlib import Path

import pytest
from documents import make_sheet
from hypothesis import given
from hypothesis import strategies as st

from seed.child import read_tables_safely
from seed.documents import read
from seed.documents.open_table import read_tables
from seed.documents.sheet_files import EXCEL_DAY_ZERO, Table
from seed.sheet_dates import when_of
from seed.sheet_fields import Field, Mapping, mapping_from_text, propose_mapping
from seed.sheets import (
    Sheet,
    SheetRows,
    choose,
    find_header,
    headers_of,
    read_rows,
    rows_of,
    sheets,
)
from store.errors import BadInput


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sheet.tracker(tmp_path_factory.mktemp("sheet") / "tracker.xlsx")


@pytest.fixture(scope="module")
def taken(path: Path) -> SheetRows:
    table = choose(read_tables(path))
    header = find_header(table.rows)
    assert header == 3
    mapping = propose_mapping(headers_of(table, header))
    return read_rows(path, table.name, header, mapping)


def test_sheets_are_listed_with_their_size(path: Path) -> None:
    assert sheets(path) == [
        Sheet("Read me", False, 1, 1),
        Sheet("Lists", True, 1, 1),
        Sheet("Tracker 2024", False, 15, 9),
    ]


def test_every_row_is_taken_or_listed_with_a_reason(taken: SheetRows) -> None:
    assert [row.ref for row in taken.rows] == ["R1", "R2", "R3", "R4", "R5", "R6"]
    assert [(row.number, row.reason) for row in taken.not_taken] == [
        (10, "it has no recommendation and no title"),
        (11, "it is the same as row 9"),
        (12, "it repeats the headings"),
        (13, "it is a heading between rows"),
        (15, "it is a total"),
    ]
    assert taken.rows_in == 11


def test_days_of_all_kinds(taken: SheetRows) -> None:
    days = {row.ref: (row.due.words, row.due.earliest, row.due.latest) for row in taken.rows}
    assert days == {
        "R1": ("3 Apr 2024", date(2024, 4, 3), date(2024, 4, 3)),
        "R2": ("31 Dec 2023", date(2023, 12, 31), date(2023, 12, 31)),
        "R3": ("Dec 2023", date(2023, 12, 1), date(2023, 12, 31)),
        "R4": ("ASAP", None, None),
        "R5": ("31/06/2024", None, None),
        "R6": ("May 2024", date(2024, 5, 1), date(2024, 5, 31)),
    }
    assert taken.rows[0].due.source == "Tracker 2024, row 4"


def test_merged_cells_hold_for_each_row_and_hidden_rows_are_marked(taken: SheetRows) -> None:
    assert [row.inspection for row in taken.rows[:4]] == ["Custody 2023"] * 3 + ["PEEL"]
    assert [row.ref for row in taken.rows if row.hidden] == ["R2"]


def test_several_columns_of_updates_stay_apart_and_other_columns_are_kept(
    taken: SheetRows,
) -> None:
    assert taken.rows[0].update == "Update March: Started\nUpdate April: Done"
    assert taken.rows[1].update == "Update April: Half done"
    assert taken.rows[0].more == (("Closed by", "AB"),)
    assert taken.rows[2].text == "Count again.\nThen publish."


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Ref", Field.REF),
        ("#", Field.REF),
        ("Rec. No.", Field.REF),
        ("HMICFRS Recommendation Number", Field.REF),
        ("Recommendation", Field.TEXT),
        ("Recomendation", Field.TEXT),
        ("Recommendation / AFI", Field.TEXT),
        ("Recommendation (full wording)", Field.TEXT),
        ("Type", Field.KIND),
        ("Report title", Field.INSPECTION),
        ("Theme", Field.THEME),
        ("Addressed to", Field.ADDRESSEE),
        ("Chief Officer Lead", Field.OWNER),
        ("By whom", Field.OWNER),
        ("Rec", Field.TEXT),
        ("Force Position Statement", Field.UPDATE),
        ("SRO", Field.OWNER),
        ("Current status", Field.STATUS),
        ("Open / Closed", Field.STATUS),
        ("BRAG rating", Field.RAG),
        ("Target completion date", Field.DUE),
        ("Deadline", Field.DUE),
        ("Timescale", Field.TIMESCALE),
        ("Latest update (June)", Field.UPDATE),
        ("Force response", Field.RESPONSE),
        ("Agreed actions", Field.ACTION),
        ("Progress to date", Field.UPDATE),
        ("Supporting evidence", Field.EVIDENCE),
        ("OPCC comments", Field.NOTES),
        ("Date of last update", None),
        ("Date received", None),
        ("Publication date", None),
        ("Budget", None),
        ("", None),
    ],
)
def test_a_heading_means(header: str, field: Field | None) -> None:
    columns = propose_mapping([header]).columns
    assert (columns[0].field if columns else None) is field


def test_the_most_alike_heading_gets_the_field() -> None:
    mapping = propose_mapping(["Detail", "Recommendation", "Ref", "Item"])
    assert {c.header: c.field for c in mapping.columns} == {
        "Detail": None,
        "Recommendation": Field.TEXT,
        "Ref": Field.REF,
        "Item": None,
    }


def test_a_mapping_is_remembered_for_columns_that_have_moved() -> None:
    mapping = propose_mapping(["Ref", "Recommendation", "Owner"]).with_choice("Owner", Field.NOTES)
    again = mapping_from_text(mapping.as_text())
    assert again == mapping
    assert again.fits(["Owner", "New", "REF", "recommendation"])
    assert not again.fits(["Owner", "Recommendation"])
    assert again.positions(["Owner", "New", "REF", "recommendation"]) == {
        Field.NOTES: (0,),
        Field.REF: (2,),
        Field.TEXT: (3,),
    }


def test_one_choice_moves_the_field_from_its_old_heading() -> None:
    mapping = propose_mapping(["Detail", "Recommendation"]).with_choice("Detail", Field.TEXT)
    assert mapping.positions(["Detail", "Recommendation"]) == {Field.TEXT: (0,)}


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[["a", "colour-of-hat", 1]]', "null"])
def test_a_damaged_mapping_is_refused_or_empty(text: str) -> None:
    try:
        mapping = mapping_from_text(text)
    except BadInput:
        return
    assert mapping == Mapping(())


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8-sig", ","), ("cp1252", ","), ("utf-8", ";"), ("utf-16", "\t"), ("utf-8", "|")],
)
def test_csv_in_the_forms_that_excel_saves(tmp_path: Path, encoding: str, separator: str) -> None:
    lines = [
        ["Ref", "Recommendation", "Due"],
        ["R1", '"Train staff, café; all | of\nthem"', "03/04/2024"],
        ["", "", ""],
        ["R2", "Pay £5 – at once", "04/13/2024"],
    ]
    path = tmp_path / "log.csv"
    path.write_bytes("\r\n".join(separator.join(line) for line in lines).encode(encoding))
    rows = read_rows(path, "", 1, propose_mapping(["Ref", "Recommendation", "Due"]))
    assert [(row.number, row.text) for row in rows.rows] == [
        (2, "Train staff, café; all | of\nthem"),
        (5, "Pay £5 – at once"),
    ]
    assert rows.rows[0].due.exact == date(2024, 4, 3)
    assert rows.rows[1].due.exact is None


@pytest.mark.parametrize(
    ("cell", "earliest", "latest"),
    [
        (datetime.fromisoformat("2024-04-03 12:30"), date(2024, 4, 3), date(2024, 4, 3)),
        (date(2024, 2, 29), date(2024, 2, 29), date(2024, 2, 29)),
        (45385, date(2024, 4, 3), date(2024, 4, 3)),
        (45385.75, date(2024, 4, 3), date(2024, 4, 3)),
        ("45385", date(2024, 4, 3), date(2024, 4, 3)),
        ("2024-04-03 00:00:00", date(2024, 4, 3), date(2024, 4, 3)),
        ("03/04/24", date(2024, 4, 3), date(2024, 4, 3)),
        ("Dec 2023", date(2023, 12, 1), date(2023, 12, 31)),
        ("TBC", None, None),
        (7, None, None),
        (float("nan"), None, None),
        (float("inf"), None, None),
        (True, None, None),
        (None, None, None),
        ("", None, None),
    ],
)
def test_a_cell_is_a_day(cell: object, earliest: date | None, latest: date | None) -> None:
    when = when_of(cell, EXCEL_DAY_ZERO, "row 1")  # type: ignore[arg-type]
    assert (when.earliest, when.latest) == (earliest, latest)


def test_day_numbers_count_from_1904_where_the_file_says_so() -> None:
    assert when_of(43923, date(1904, 1, 1), "row 1").exact == date(2024, 4, 3)


def test_a_line_between_rows_names_their_inspection_where_no_column_does() -> None:
    table = Table("Log", False, (
        (1, ("Ref", "Recommendation")), (2, ("Custody 2023",)), (3, ("R1", "Count.")),
        (5, ("PEEL 2024",)), (6, ("R2", "Count again.")),
    ))  # fmt: skip
    rows = rows_of(table, 1, propose_mapping(["Ref", "Recommendation"]))
    assert [row.inspection for row in rows.rows] == ["Custody 2023", "PEEL 2024"]
    assert rows.rows_in == 4


def test_a_row_of_words_alone_among_numbered_ones_is_listed() -> None:
    table = Table("Log", False, (
        (1, ("Ref", "Recommendation")), (2, ("R1", "Count.")), (3, (None, "see also R9")),
        (4, ("R2", "Count again.")),
    ))  # fmt: skip
    rows = rows_of(table, 1, propose_mapping(["Ref", "Recommendation"]))
    assert [row.ref for row in rows.rows] == ["R1", "R2"]
    assert [(row.number, row.text) for row in rows.not_taken] == [(3, "see also R9")]


def test_without_a_column_for_the_recommendation_nothing_is_taken() -> None:
    table = Table("Log", False, ((1, ("Ref", "Owner")), (2, ("R1", "ACC Hill"))))
    with pytest.raises(BadInput, match="No column is chosen for the recommendation"):
        rows_of(table, 1, propose_mapping(["Ref", "Owner"]))


def test_a_sheet_without_headings_has_none() -> None:
    assert find_header([(1, ("Cows", "Goats")), (2, (4, 5))]) is None


def test_a_sheet_that_is_not_there_is_named(path: Path) -> None:
    with pytest.raises(BadInput, match='no sheet "Other"'):
        read_rows(path, "Other", 1, Mapping(()))


def test_rows_beyond_the_limit_are_listed(tmp_path: Path) -> None:
    path = make_sheet.long_tracker(tmp_path / "long.xlsx", 10_050)
    (table,) = read_tables(path)
    rows = rows_of(table, 1, propose_mapping(headers_of(table, 1)))
    assert len(rows.rows) == 9_999
    assert rows.not_taken[-1].number == 10_001
    assert "beyond the length" in rows.not_taken[-1].reason


def test_two_thousand_rows_come_through_the_child_as_they_are(tmp_path: Path) -> None:
    path = make_sheet.long_tracker(tmp_path / "long.xlsx", 2_000)
    tables = read_tables_safely(path)
    assert tables == read_tables(path)
    assert len(rows_of(tables[0], 1, propose_mapping(headers_of(tables[0], 1))).rows) == 2_000


def test_a_workbook_reads_as_rows_of_text_too(path: Path) -> None:
    reading = read(path)
    assert [b.text for b in reading.blocks if b.kind == "heading"] == ["Read me", "Tracker 2024"]
    assert [remark.sentence for remark in reading.remarks] == [
        "Sheet Lists is hidden and was left out.",
        "Sheet Tracker 2024: 1 row is hidden in it; they were read too.",
    ]


CELLS = st.one_of(
    st.none(), st.text(max_size=8), st.sampled_from(["Ref", "Recommendation", "Total"]),
    st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(),
)  # fmt: skip


@given(st.lists(st.lists(CELLS, max_size=4).map(tuple), max_size=12))
def test_rows_in_are_rows_taken_and_rows_listed(rows: list[tuple[object, ...]]) -> None:
    headers = ("Ref", "Recommendation", "Due", "Update")
    numbered = tuple(enumerate([headers, *rows], 1))
    result = rows_of(Table("Log", False, numbered), 1, propose_mapping(headers))  # type: ignore[arg-type]
    numbers = [row.number for row in result.rows] + [row.number for row in result.not_taken]
    assert len(set(numbers)) == len(numbers) == result.rows_in
    assert set(numbers) <= set(range(2, len(rows) + 2))
