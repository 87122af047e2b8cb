-- Schema step 2. Released steps never change; see ARCHITECTURE.md, "Schema".

-- The journal's second format (core/store/journal.h); core/store/journalconversion.cpp brings old entries to it.
ALTER TABLE journal ADD COLUMN outward INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN means TEXT NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN bridge TEXT NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN old_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE journal_edit ADD COLUMN before_private TEXT NOT NULL DEFAULT '';
ALTER TABLE journal_edit ADD COLUMN after_private TEXT NOT NULL DEFAULT '';

-- What was decided of a grade after it was given.
ALTER TABLE grade ADD COLUMN decision TEXT;
ALTER TABLE grade ADD COLUMN lowered_from TEXT;
ALTER TABLE grade ADD COLUMN decided_on TEXT;
ALTER TABLE grade ADD COLUMN decision_reason TEXT NOT NULL DEFAULT '';

-- Rows of a purchased project.
CREATE TABLE project_payment (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    condition TEXT NOT NULL DEFAULT '',
    amount INTEGER NOT NULL,
    due_on TEXT,
    paid_on TEXT,
    voucher TEXT NOT NULL DEFAULT '',
    removed_at TEXT
) STRICT;
CREATE INDEX project_payment_project ON project_payment(project);
CREATE INDEX project_payment_removed_at ON project_payment(removed_at);

-- Where the look for a record with the same key begins (core/store/uniquekeys.h). None is UNIQUE: old files may
-- hold doubles, which are told and mended, not refused.
CREATE INDEX penalty_document_number ON penalty(document_number);
CREATE INDEX kept_reason_record_id ON kept_reason(record_id);

-- What sheets call a town or village besides its name.
ALTER TABLE division ADD COLUMN aliases TEXT NOT NULL DEFAULT '';

-- How sheets with these headings are read.
CREATE TABLE import_layout (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    record_type TEXT NOT NULL DEFAULT '',
    headings TEXT NOT NULL DEFAULT '',
    choices TEXT NOT NULL DEFAULT '',
    removed_at TEXT
) STRICT;
CREATE INDEX import_layout_removed_at ON import_layout(removed_at);
