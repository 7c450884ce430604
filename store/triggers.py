"""The triggers that keep history, search and the log's honesty without anybody's help."""

from collections.abc import Iterator, Sequence

from store.schema import SEARCHED

_KEYS = frozenset({"id", "uid", "rev"})


def history_triggers(table: str, columns: Sequence[str]) -> Iterator[str]:
    """Write every insert, update and delete of a record into `changes` as it happens."""
    kept = [column for column in columns if column not in _KEYS]
    unit = "(SELECT unit FROM current_unit)"
    head = f"INSERT INTO changes (unit, record_table, record, uid, before, after) VALUES ({unit}"
    new, old = _whole("new", kept), _whole("old", kept)
    yield _trigger(
        f"{table}_added",
        f"AFTER INSERT ON {table}",
        f"{head}, '{table}', new.id, new.uid, NULL, {new})",
    )
    yield _trigger(
        f"{table}_removed",
        f"AFTER DELETE ON {table}",
        f"{head}, '{table}', old.id, old.uid, {old}, NULL)",
    )
    differing = " UNION ALL ".join(
        f"SELECT '{column}' AS name, old.{column} AS was, new.{column} AS becomes"
        for column in kept
    )
    changed = f"FROM ({differing}) WHERE was IS NOT becomes"
    yield _trigger(
        f"{table}_changed",
        f"AFTER UPDATE ON {table}",
        f"{head}, '{table}', new.id, new.uid, "
        f"(SELECT json_group_object(name, was) {changed}), "
        f"(SELECT json_group_object(name, becomes) {changed}))",
    )
    yield _refusal(
        f"{table}_keeps_its_uid", f"BEFORE UPDATE OF id, uid ON {table}", "a key never changes"
    )


def log_triggers() -> Iterator[str]:
    """Refuse any change of what the log already says."""
    for table in ("units", "changes"):
        for verb in ("UPDATE", "DELETE"):
            yield _refusal(
                f"{table}_refuse_{verb.lower()}",
                f"BEFORE {verb} ON {table}",
                "the log is never changed",
            )


def seal_trigger() -> str:
    """Let the seal say, after each unit, how far the log goes."""
    return _trigger(
        "units_seal",
        "AFTER INSERT ON units",
        "UPDATE seal SET units = new.id, head = new.hash, "
        "changes = (SELECT coalesce(max(id), 0) FROM changes)",
    )


def search_tables() -> Iterator[str]:
    """Full-text indexes over the searched columns, kept true by triggers."""
    for table, columns in SEARCHED.items():
        names = ", ".join(columns)
        yield (
            f"CREATE VIRTUAL TABLE {table}_search USING fts5({names}, content='{table}', "
            "content_rowid='id', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"
        )
        yield from _search_triggers(table, columns, names)


def _search_triggers(table: str, columns: Sequence[str], names: str) -> Iterator[str]:
    new = ", ".join(f"new.{column}" for column in columns)
    old = ", ".join(f"old.{column}" for column in columns)
    insert = f"INSERT INTO {table}_search (rowid, {names}) VALUES (new.id, {new})"
    forget = (
        f"INSERT INTO {table}_search ({table}_search, rowid, {names}) "
        f"VALUES ('delete', old.id, {old})"
    )
    yield _trigger(f"{table}_found", f"AFTER INSERT ON {table}", insert)
    yield _trigger(f"{table}_forgotten", f"AFTER DELETE ON {table}", forget)
    yield _trigger(
        f"{table}_reworded", f"AFTER UPDATE OF {names} ON {table}", f"{forget}; {insert}"
    )


def _whole(row: str, columns: Sequence[str]) -> str:
    return "json_object(" + ", ".join(f"'{column}', {row}.{column}" for column in columns) + ")"


def _trigger(name: str, event: str, body: str) -> str:
    return f"CREATE TRIGGER {name} {event} BEGIN {body}; END"


def _refusal(name: str, event: str, sentence: str) -> str:
    return _trigger(name, event, f"SELECT RAISE(ABORT, '{sentence}')")
