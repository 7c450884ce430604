"""The tables of a tracker file, in SQL. Every record has an id, a uid, a rev and a history."""

APPLICATION_ID = 0x4D617474  # "Matt"
SCHEMA_NUMBER = 2
# Sorts after every day: what has no day to plan on comes last.
NO_DAY = "9999-12-31"
# Of every trigger as `sqlite_schema` holds it: a file with others is not written to.
TRIGGERS_SHA256 = "0a5417b93e1ea6d0317a9eb1f0a22c6b9accfcf6e658c9396afdf7f6859a4c19"
# The same of files made by earlier versions, by their schema number.
EARLIER_TRIGGERS_SHA256 = {
    1: "a200d95ba3d681fa2f000154de32ced90535d542c15ff292545a86e44da0eb37",
}
# Of every table and index, by schema number: in a file with others nothing can be relied on.
TABLES_SHA256 = {
    1: "820b12ab9446d66e4ef7ed3c945f7f35956f9031b23d4c9410ced5a9c13aad62",
    2: "700cccf2d7f9b9122bc504aa9cc9305b3469f6acb92f109d27e82d1b300911c5",
}


def _day(column: str) -> str:
    return f"{column} TEXT CHECK ({column} IS NULL OR {column} IS date({column}, '+0 days'))"


def _when(name: str) -> str:
    """The four columns of a `When`: its words, its earliest and latest day, and where it stands."""
    return ", ".join(
        (
            f"{name}_words TEXT NOT NULL DEFAULT ''",
            _day(f"{name}_earliest"),
            _day(f"{name}_latest"),
            f"{name}_source TEXT NOT NULL DEFAULT ''",
        )
    )


def _texts(*names: str) -> str:
    return ", ".join(f"{name} TEXT NOT NULL DEFAULT ''" for name in names)


def _record(name: str, *columns: str) -> str:
    """A table of records: key in this file, key in every copy, the unit that last changed it."""
    body = ", ".join(
        (
            "id INTEGER PRIMARY KEY",
            "uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 32)",
            "rev INTEGER NOT NULL",
            *columns,
        )
    )
    return f"CREATE TABLE {name} ({body}) STRICT"


_SINCE = "since TEXT NOT NULL CHECK (since IS date(since, '+0 days'))"
_SUBJECT = "subject_kind TEXT NOT NULL, subject INTEGER NOT NULL"
_OWNER = "INTEGER REFERENCES owners(id)"
_DOCUMENT = "document INTEGER REFERENCES documents(id)"

FIRST_RECORDS: dict[str, str] = {
    "tracker": _record(
        "tracker",
        "file_uuid TEXT NOT NULL",
        _texts("title", "marking", "board_order"),
        _day("opens_on"),
    ),
    "extra_holidays": _record(
        "extra_holidays",
        "day TEXT NOT NULL UNIQUE CHECK (day IS date(day, '+0 days'))",
        _texts("name"),
    ),
    "owners": _record(
        "owners",
        "name TEXT NOT NULL",
        "kind TEXT NOT NULL",
        _texts("expansion", "cadence", "remark"),
    ),
    "aliases": _record(
        "aliases",
        "owner INTEGER NOT NULL REFERENCES owners(id)",
        "name TEXT NOT NULL",
        _texts("source"),
    ),
    "inspections": _record(
        "inspections",
        "ref TEXT NOT NULL UNIQUE",
        "title TEXT NOT NULL",
        _texts("short", "programme", "body", "force", "mode", "lead", "remark"),
        _when("fieldwork"),
        "parent INTEGER REFERENCES inspections(id)",
        "mentioned_only INTEGER NOT NULL DEFAULT 0",
        "stated_recommendations INTEGER",
        _texts("stated_source"),
        _SINCE,
    ),
    "documents": _record(
        "documents",
        "ref TEXT NOT NULL UNIQUE",
        "inspection INTEGER REFERENCES inspections(id)",
        "kind TEXT NOT NULL",
        "title TEXT NOT NULL",
        _texts("sent_by", "sent_to", "marking", "url", "file_name", "sha256", "remark"),
        "in_hand INTEGER NOT NULL DEFAULT 1",
        _when("dated"),
        _when("published"),
        _SINCE,
    ),
    "copies": _record(
        "copies",
        "document INTEGER NOT NULL REFERENCES documents(id)",
        "sent_to TEXT NOT NULL",
        _texts("duty", "address", "how"),
        _when("sent"),
    ),
    "case_audits": _record(
        "case_audits",
        "inspection INTEGER NOT NULL REFERENCES inspections(id)",
        _DOCUMENT,
        "sample TEXT NOT NULL",
        "assessor TEXT NOT NULL",
        _texts("area", "source"),
        "good INTEGER NOT NULL",
        "requires_improvement INTEGER NOT NULL",
        "inadequate INTEGER NOT NULL",
        _SINCE,
    ),
    "recommendations": _record(
        "recommendations",
        "ref TEXT NOT NULL UNIQUE",
        "inspection INTEGER NOT NULL REFERENCES inspections(id)",
        _DOCUMENT,
        "kind TEXT NOT NULL",
        "title TEXT NOT NULL",
        "text TEXT NOT NULL",
        "of_record INTEGER NOT NULL DEFAULT 0",
        _texts("section", "theme", "addressee", "timescale", "portal_reference", "level"),
        "page INTEGER, line INTEGER",
        "position INTEGER NOT NULL DEFAULT 0",
        "applies TEXT NOT NULL",
        _texts("applies_because"),
        _day("applies_until"),
        f"owner {_OWNER}, team {_OWNER}",
        _SINCE,
    ),
    "parts": _record(
        "parts",
        "recommendation INTEGER NOT NULL REFERENCES recommendations(id)",
        "label TEXT NOT NULL",
        "text TEXT NOT NULL",
        "position INTEGER NOT NULL",
    ),
    "numbers": _record(
        "numbers",
        "recommendation INTEGER NOT NULL REFERENCES recommendations(id)",
        "document INTEGER NOT NULL REFERENCES documents(id)",
        "number TEXT NOT NULL",
        "position INTEGER NOT NULL DEFAULT 0",
        _texts("restated"),
    ),
    "links": _record(
        "links",
        "later INTEGER NOT NULL REFERENCES recommendations(id)",
        "earlier INTEGER NOT NULL REFERENCES recommendations(id)",
        "kind TEXT NOT NULL",
        _texts("source"),
        _SINCE,
    ),
    "responses": _record(
        "responses",
        "document INTEGER NOT NULL REFERENCES documents(id)",
        "respondent TEXT NOT NULL",
        _texts("number"),
        "text TEXT NOT NULL",
        "of_record INTEGER NOT NULL DEFAULT 0",
        _SINCE,
    ),
    "answers": _record(
        "answers",
        "response INTEGER NOT NULL REFERENCES responses(id)",
        "recommendation INTEGER NOT NULL REFERENCES recommendations(id)",
        "part INTEGER REFERENCES parts(id)",
        "extent TEXT NOT NULL",
        _texts("remark"),
    ),
    "actions": _record(
        "actions",
        "ref TEXT NOT NULL UNIQUE",
        "kind TEXT NOT NULL",
        "title TEXT NOT NULL",
        _texts("text", "evidence", "recurs", "said", "section"),
        _DOCUMENT,
        "inspection INTEGER REFERENCES inspections(id)",
        f"accountable {_OWNER}, team {_OWNER}, forum {_OWNER}, project {_OWNER}",
        _SINCE,
    ),
    "action_recommendations": _record(
        "action_recommendations",
        "action INTEGER NOT NULL REFERENCES actions(id)",
        "recommendation INTEGER NOT NULL REFERENCES recommendations(id)",
        "response INTEGER REFERENCES responses(id)",
    ),
    "deadlines": _record(
        "deadlines",
        _SUBJECT,
        "inspection INTEGER REFERENCES inspections(id)",
        "what TEXT NOT NULL",
        _texts("owed_by", "owed_to", "words", "condition", "source", "reason"),
        "rule TEXT NOT NULL",
        "start_document INTEGER REFERENCES documents(id)",
        _texts("start_event"),
        _when("start"),
        _day("earliest"),
        _day("latest"),
        _day("plan"),
        "replaces INTEGER REFERENCES deadlines(id)",
        _when("met"),
        _SINCE,
    ),
    "steps": _record(
        "steps",
        "deadline INTEGER NOT NULL REFERENCES deadlines(id)",
        "kind TEXT NOT NULL",
        _texts("detail"),
        _when("done"),
    ),
    "decisions": _record(
        "decisions",
        _SUBJECT,
        "axis TEXT NOT NULL",
        "status TEXT NOT NULL",
        "decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on, '+0 days'))",
        "by TEXT NOT NULL",
        _texts("evidence", "said"),
        _DOCUMENT,
        "board INTEGER REFERENCES boards(id)",
    ),
    "boards": _record(
        "boards",
        "ref TEXT NOT NULL UNIQUE",
        "name TEXT NOT NULL",
        "day TEXT NOT NULL CHECK (day IS date(day, '+0 days'))",
        "lead_days INTEGER NOT NULL DEFAULT 5",
        _texts("agenda_item", "remark"),
        "illustrative INTEGER NOT NULL DEFAULT 0",
        _DOCUMENT,
        _SINCE,
    ),
    "notes": _record(
        "notes",
        _SUBJECT,
        "text TEXT NOT NULL",
        "noted_on TEXT NOT NULL CHECK (noted_on IS date(noted_on, '+0 days'))",
        "by TEXT NOT NULL",
        "corrects INTEGER REFERENCES notes(id)",
        "board INTEGER REFERENCES boards(id)",
    ),
    "queries": _record(
        "queries",
        _SUBJECT,
        "text TEXT NOT NULL",
        _texts("source", "settled_how"),
        _day("settled_on"),
        _SINCE,
    ),
}

# Which copies were brought in, up to where their log went, and whose changes that brought.
MERGED_RECORDS: dict[str, str] = {
    "merges": _record(
        "merges",
        "copy TEXT NOT NULL",
        "head TEXT NOT NULL",
        "units INTEGER NOT NULL",
    ),
    "brought_in": _record(
        "brought_in",
        "merge INTEGER NOT NULL REFERENCES merges(id)",
        _SUBJECT,
        "unit_uid TEXT NOT NULL",
        "text TEXT NOT NULL",
    ),
}

RECORDS = FIRST_RECORDS | MERGED_RECORDS

LOG = (
    """CREATE TABLE units (
        id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, title TEXT NOT NULL, by TEXT NOT NULL,
        at TEXT NOT NULL, undoes INTEGER REFERENCES units(id), redoes INTEGER REFERENCES units(id),
        previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT""",
    """CREATE TABLE changes (
        id INTEGER PRIMARY KEY,
        unit INTEGER NOT NULL REFERENCES units(id) DEFERRABLE INITIALLY DEFERRED,
        record_table TEXT NOT NULL, record INTEGER NOT NULL, uid TEXT NOT NULL,
        before TEXT, after TEXT) STRICT""",
    "CREATE INDEX changes_by_unit ON changes (unit)",
    "CREATE INDEX changes_by_record ON changes (record_table, record)",
    # One row while a unit is being written; a change outside a unit has no unit and is refused.
    "CREATE TABLE current_unit (id INTEGER PRIMARY KEY CHECK (id = 1), unit INTEGER) STRICT",
    "INSERT INTO current_unit VALUES (1, NULL)",
)

# How far the log goes and what its newest hash is: a log cut at its end does not match it.
SEAL = (
    """CREATE TABLE seal (
        id INTEGER PRIMARY KEY CHECK (id = 1), units INTEGER NOT NULL, changes INTEGER NOT NULL,
        head TEXT NOT NULL) STRICT""",
    """INSERT INTO seal SELECT 1, coalesce(max(id), 0),
        (SELECT coalesce(max(id), 0) FROM changes),
        coalesce((SELECT hash FROM units ORDER BY id DESC LIMIT 1), '') FROM units""",
)

UNRECORDED = (
    # Text being typed and places kept: worth a crash, not worth history.
    """CREATE TABLE drafts (
        key TEXT PRIMARY KEY, text TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL) STRICT""",
    "CREATE TABLE places (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    """CREATE TABLE originals (
        sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, bytes BLOB NOT NULL) STRICT""",
)

# What follows from the records, one row for each stretch of days in which it does not change.
STANDING = (
    """CREATE TABLE recommendation_standing (
        recommendation INTEGER NOT NULL REFERENCES recommendations(id) ON DELETE CASCADE,
        inspection INTEGER NOT NULL, since TEXT NOT NULL, until TEXT, is_open INTEGER NOT NULL,
        applies TEXT NOT NULL, sort_day TEXT NOT NULL, deadline INTEGER, delivery TEXT NOT NULL,
        inspectorate TEXT NOT NULL, assurance TEXT NOT NULL,
        PRIMARY KEY (recommendation, since)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE action_standing (
        action INTEGER NOT NULL REFERENCES actions(id) ON DELETE CASCADE,
        since TEXT NOT NULL, until TEXT, is_open INTEGER NOT NULL,
        sort_day TEXT NOT NULL, deadline INTEGER, progress TEXT NOT NULL,
        PRIMARY KEY (action, since)) STRICT, WITHOUT ROWID""",
    """CREATE INDEX open_by_day ON recommendation_standing
        (sort_day, recommendation, since, inspection, applies)
        WHERE is_open = 1 AND until IS NULL""",
    """CREATE INDEX standing_by_inspection ON recommendation_standing
        (inspection, is_open, applies, since) WHERE until IS NULL""",
    """CREATE INDEX standing_in_the_past ON recommendation_standing (until)
        WHERE until IS NOT NULL""",
    """CREATE INDEX open_actions_by_day ON action_standing (sort_day, action, since)
        WHERE is_open = 1 AND until IS NULL""",
    """CREATE INDEX action_standing_in_the_past ON action_standing (until)
        WHERE until IS NOT NULL""",
)

INDEXES = (
    "CREATE INDEX documents_of_inspection ON documents (inspection)",
    "CREATE INDEX recommendations_of_inspection ON recommendations (inspection, position)",
    "CREATE INDEX recommendations_of_document ON recommendations (document)",
    "CREATE INDEX parts_of_recommendation ON parts (recommendation, position)",
    "CREATE INDEX numbers_of_recommendation ON numbers (recommendation)",
    "CREATE INDEX links_from_later ON links (later)",
    "CREATE INDEX links_from_earlier ON links (earlier)",
    "CREATE INDEX responses_of_document ON responses (document)",
    "CREATE INDEX answers_of_recommendation ON answers (recommendation)",
    "CREATE INDEX answers_of_response ON answers (response)",
    "CREATE INDEX actions_of_recommendation ON action_recommendations (recommendation)",
    "CREATE INDEX recommendations_of_action ON action_recommendations (action)",
    "CREATE INDEX deadlines_of_subject ON deadlines (subject_kind, subject)",
    "CREATE INDEX deadlines_of_inspection ON deadlines (inspection)",
    "CREATE INDEX deadlines_from_document ON deadlines (start_document)",
    "CREATE INDEX inspection_clocks ON deadlines (plan) WHERE subject_kind = 'inspection'",
    "CREATE INDEX steps_of_deadline ON steps (deadline)",
    "CREATE INDEX decisions_of_subject ON decisions (subject_kind, subject, decided_on)",
    "CREATE INDEX notes_of_subject ON notes (subject_kind, subject)",
    "CREATE INDEX corrections_of_note ON notes (corrects)",
    "CREATE INDEX queries_of_subject ON queries (subject_kind, subject)",
    "CREATE INDEX copies_of_document ON copies (document)",
    "CREATE INDEX case_audits_of_inspection ON case_audits (inspection)",
    "CREATE INDEX aliases_of_owner ON aliases (owner)",
)

# Table: the columns a person can search.
SEARCHED: dict[str, tuple[str, ...]] = {
    "inspections": ("ref", "title", "short", "programme", "force"),
    "documents": ("ref", "title", "sent_by", "sent_to", "remark"),
    "recommendations": ("ref", "title", "text", "section", "theme", "addressee"),
    "parts": ("text",),
    "responses": ("text",),
    "actions": ("ref", "title", "text", "said", "evidence"),
    "notes": ("text",),
    "queries": ("text",),
}
