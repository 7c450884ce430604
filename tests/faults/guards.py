"""Every guard that can be broken on purpose, and the test that must notice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Break:
    """A guard, where it stands, what it says, what it says broken, and the test of it."""

    guard: str
    file: str
    whole: str
    broken: str
    test: str


UNIT, FAULTS = "tests/unit/", "tests/faults/"

BREAKS = (
    Break("synchronous EXTRA → FULL: the removed journal is not synced", "store/connection.py",
          '"synchronous = EXTRA"', '"synchronous = FULL"', f"{FAULTS}test_power_cut.py -k r3"),
    Break("synchronous EXTRA → OFF: nothing is synced", "store/connection.py",
          '"synchronous = EXTRA"', '"synchronous = OFF"',
          f"{FAULTS}test_power_cut.py -k r2_a_power_cut"),
    Break("the rollback journal → none", "store/connection.py",
          '"journal_mode = DELETE"', '"journal_mode = OFF"', f"{FAULTS}test_killed.py"),
    Break("mode=rw → rwc: a mistyped name makes a file", "store/connection.py",
          "?mode={mode}", "?mode=rwc", f"{UNIT}test_tracker.py -k gone_in_between"),
    Break("O_EXCL dropped: a new tracker replaces a file", "store/tracker.py",
          "os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600", "os.O_CREAT | os.O_WRONLY, 0o600",
          f"{UNIT}test_tracker.py -k never_replaces"),
    Break("0600 → 0644: others can read a new tracker", "store/tracker.py",
          "os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600",
          "os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644",
          f"{UNIT}test_tracker.py -k owner_alone"),
    Break("0600 → 0644: others can read a backup", "store/backups.py",
          "os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600",
          "os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644", f"{FAULTS}test_rights.py"),
    Break("the door: the lock is taken late", "store/unit.py",
          'db.execute("BEGIN IMMEDIATE")', 'db.execute("BEGIN")', f"{FAULTS}test_two_people.py"),
    Break("the door: it stays open after a unit", "store/unit.py",
          'db.execute("UPDATE current_unit SET unit = NULL")', "pass",
          f"{UNIT}test_unit.py -k refuse"),
    Break("the door: what fails half-way is kept", "store/unit.py",
          "        with wrapped.atomic():\n            yield wrapped\n        db.commit()\n"
          "    except BaseException:\n        if db.in_transaction:\n"
          "            db.rollback()\n        raise\n",
          "        yield wrapped\n    finally:\n        db.commit()\n",
          f"{UNIT}test_unit.py -k nothing"),
    Break("the door bypassed: a record written beside it", "store/notes.py",
          "    return change.add(\n", '    change.db.execute("UPDATE notes SET text = text")\n'
          "    return change.add(\n", f"{UNIT}test_layers.py -k door"),
    Break("rev unchecked: the second of two edits wins silently", "store/unit.py",
          'WHERE id = ? AND rev = ?", (record, rev)', 'WHERE id = ?", (record,)',
          f"{UNIT}test_unit.py -k conflict"),
    Break("history: a change is not written down", "store/triggers.py",
          'f"AFTER UPDATE ON {table}",\n        f"{head}', 'f"AFTER UPDATE OF id ON {table}",\n'
          '        f"{head}', f"{FAULTS}test_audit.py"),
    Break("history: the log can be rewritten", "store/triggers.py",
          """f"SELECT RAISE(ABORT, '{sentence}')\"""", 'f"SELECT 1"',
          f"{UNIT}test_chain.py -k rewrite"),
    Break("triggers altered by another program are trusted", "store/connection.py",
          "    return sha256(text.encode()).hexdigest() == ours.get(schema)", "    return True",
          f"{UNIT}test_bad_files.py -k may_not_be_written"),
    Break("the chain unchecked", "store/sealed.py",
          "    broken = chain.first_break(db)", "    broken = None",
          f"{UNIT}test_chain.py -k first_unit_that_was_altered"),
    Break("the chain does not cover what a change was before", "store/chain.py",
          '_CHANGE = "record_table, record, uid, before, after"',
          '_CHANGE = "record_table, record, uid, after"', f"{UNIT}test_chain.py -k r19"),
    Break("a file is not verified when it is opened", "store/soundness.py",
          "            return wrong_with(db)", '            return ""',
          f"{FAULTS}test_damage.py"),
    Break("undo does not look whether the record moved on", "store/history.py",
          "    if moved.rowcount != 1:", "    if moved.rowcount > 1:", f"{UNIT}test_history.py"),
    Break("two people: one is enough to sign off", "store/decisions.py",
          "    if status == Delivery.SIGNED_OFF:", "    if status is None:",
          f"{UNIT}test_decisions.py -k one_person"),
    Break("the cleaner bypassed where text is kept", "store/unit.py",
          "        return clean(str(value))", "        return str(value)",
          f"{UNIT}test_texts.py"),
    Break("the cleaner bypassed on the way to the screen", "tui/safe.py",
          "    return clean(shown, single_line=True)", "    return shown",
          f"{UNIT}test_safe.py"),
    Break("the cleaner lets escape codes through", "store/text.py",
          r"[\x00-\x08\x0e-\x1f\x7f-\x9f", r"[\x00-\x08\x0e-\x1a\x7f-\x9f",
          f"{UNIT}test_text.py"),
    Break("read only is not honoured by the keys", "tui/acts/writing.py",
          "    return not reason", "    return True", f"{FAULTS}test_read_only.py"),
    Break("a write-protected folder is not seen", "store/tracker.py",
          "    if not os.access(path.resolve().parent, os.W_OK):", "    if False:",
          f"{FAULTS}test_read_only.py -k folder"),
    Break("a newer version's file is written", "store/tracker.py",
          "    if schema > SCHEMA_NUMBER:", "    if schema < 0:",
          f"{FAULTS}test_migration.py -k r9"),
    Break("no backup before a file is brought up to date", "store/upgrading.py",
          "                make(path, Why.BEFORE_UPDATE, moment, backups)\n",
          "                make\n", f"{UNIT}test_upgrading.py -k makes_a_backup"),
    Break("a new version's steps outside the lock", "store/upgrading.py",
          "        with transaction(db) as wrapped:\n            (schema,)",
          "        from sqlite_utils import Database\n        wrapped = Database(db)\n"
          "        if wrapped:\n            (schema,)", f"{UNIT}test_upgrading.py"),
    Break("a full disk ends the program at undo", "tui/acts/writing.py",
          "    except (TrackerError, sqlite3.Error) as error:\n        screen.notify",
          "    except TrackerError as error:\n        screen.notify",
          f"{FAULTS}test_disk_full.py -k r4_what_was_typed"),
    Break("part of an example is left on a full disk", "seed/example/writing.py",
          "        path.unlink()\n", "", f"{FAULTS}test_disk_full.py -k no_part"),
    Break("variables steer Textual", "tui/command_line/opening.py",
          "    _forget_strangers_wishes()\n", "", f"{FAULTS}test_surroundings.py -k variables"),
    Break("documents are read where modules lie about", "seed/child.py",
          '"-I", "-B"', '"-B"', "tests/documents/test_safety.py -k current_folder"),
    Break("documents with entities of their own are read", "seed/documents/zip_check.py",
          "    if any(sign in content for sign in _DOCTYPES):", "    if False:",
          "tests/documents/test_safety.py"),
    Break("a crash shows what Python knows of it", "tui/app.py",
          "        self.panic()\n", "        self._fatal_error()\n", f"{FAULTS}test_crash.py"),
    Break("drafts are kept too late", "tui/dialogs/writing.py",
          "DRAFT_DELAY = 0.4", "DRAFT_DELAY = 9.0", f"{FAULTS}test_leaving.py -k older_than"),
)  # fmt: skip
