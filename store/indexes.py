"""The indexes of schema 2: every question of the screen answered from one, at any size.

A partial index serves only a question that has its condition word for word, and an index answers
alone only where it holds every column that is asked for; that is why the condition's own column
stands in it too. A reference that a deleted record may leave behind is looked for by index as well:
without one, undoing an import would read whole tables for each record.
"""

# Replaced below by ones that answer alone.
NO_LONGER = (
    "open_by_day",
    "standing_by_inspection",
    "standing_in_the_past",
    "open_actions_by_day",
    "action_standing_in_the_past",
    "recommendations_of_action",
    "inspection_clocks",
)

STANDING = (
    """CREATE INDEX open_by_day ON recommendation_standing
        (sort_day, recommendation, since, inspection, applies, deadline, is_open, until)
        WHERE is_open = 1 AND until IS NULL""",
    """CREATE INDEX standing_by_day ON recommendation_standing
        (sort_day, recommendation, since, inspection, applies, until) WHERE until IS NULL""",
    """CREATE INDEX standing_of_inspection ON recommendation_standing
        (inspection, sort_day, recommendation, since, applies, until) WHERE until IS NULL""",
    """CREATE INDEX ended_standing ON recommendation_standing
        (until, since, sort_day, recommendation, inspection, applies, deadline, is_open)
        WHERE until IS NOT NULL""",
    """CREATE INDEX open_actions_by_day ON action_standing
        (sort_day, action, since, is_open, until) WHERE is_open = 1 AND until IS NULL""",
    """CREATE INDEX actions_by_day ON action_standing (sort_day, action, since, until)
        WHERE until IS NULL""",
    """CREATE INDEX ended_action_standing ON action_standing
        (until, since, sort_day, action, is_open) WHERE until IS NOT NULL""",
)

LISTS = (
    "CREATE INDEX inspections_by_age ON inspections (mentioned_only, since DESC)",
    "CREATE INDEX recommendations_by_since ON recommendations (since)",
    "CREATE INDEX recommendations_by_title ON recommendations (title COLLATE NOCASE)",
    "CREATE INDEX recommendations_by_owner ON recommendations (owner, team)",
    "CREATE INDEX recommendations_of_theme ON recommendations (theme)",
    "CREATE INDEX actions_by_title ON actions (title COLLATE NOCASE)",
    "CREATE INDEX actions_by_owner ON actions (accountable, team)",
    "CREATE INDEX actions_of_document ON actions (document)",
    "CREATE INDEX boards_by_day ON boards (day)",
    """CREATE INDEX clocks_by_day ON deadlines (plan, since, met_latest, rule, subject_kind)
        WHERE subject_kind NOT IN ('recommendation', 'action')""",
    "CREATE INDEX recommendations_of_action ON action_recommendations (action, recommendation)",
    "CREATE INDEX removals ON changes (record_table, record, after) WHERE after IS NULL",
)

REFERENCES = (
    "CREATE INDEX reviews_of_inspection ON inspections (parent) WHERE parent IS NOT NULL",
    "CREATE INDEX case_audits_of_document ON case_audits (document) WHERE document IS NOT NULL",
    "CREATE INDEX recommendations_of_team ON recommendations (team) WHERE team IS NOT NULL",
    "CREATE INDEX numbers_of_document ON numbers (document)",
    "CREATE INDEX answers_of_part ON answers (part) WHERE part IS NOT NULL",
    "CREATE INDEX actions_of_inspection ON actions (inspection) WHERE inspection IS NOT NULL",
    "CREATE INDEX actions_of_team ON actions (team) WHERE team IS NOT NULL",
    "CREATE INDEX actions_of_forum ON actions (forum) WHERE forum IS NOT NULL",
    "CREATE INDEX actions_of_project ON actions (project) WHERE project IS NOT NULL",
    """CREATE INDEX actions_of_response ON action_recommendations (response)
        WHERE response IS NOT NULL""",
    "CREATE INDEX successors_of_deadline ON deadlines (replaces) WHERE replaces IS NOT NULL",
    "CREATE INDEX decisions_of_document ON decisions (document) WHERE document IS NOT NULL",
    "CREATE INDEX decisions_of_board ON decisions (board) WHERE board IS NOT NULL",
    "CREATE INDEX boards_of_document ON boards (document) WHERE document IS NOT NULL",
    "CREATE INDEX notes_of_board ON notes (board) WHERE board IS NOT NULL",
)

MERGES = (
    "CREATE INDEX brought_in_by_merge ON brought_in (merge)",
    "CREATE INDEX brought_in_of_subject ON brought_in (subject_kind, subject)",
)
