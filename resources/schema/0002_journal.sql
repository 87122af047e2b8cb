-- Schema step 2. Released steps never change; see ARCHITECTURE.md, "Schema".

-- The journal's second format (core/store/journal.h); core/store/journalconversion.cpp brings old entries to it.
ALTER TABLE journal ADD COLUMN outward INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN bridge TEXT NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN old_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE journal_edit ADD COLUMN before_private TEXT NOT NULL DEFAULT '';
ALTER TABLE journal_edit ADD COLUMN after_private TEXT NOT NULL DEFAULT '';

-- What was decided of a grade after it was given.
ALTER TABLE grade ADD COLUMN decision TEXT;
ALTER TABLE grade ADD COLUMN lowered_from TEXT;
ALTER TABLE grade ADD COLUMN decided_on TEXT;
ALTER TABLE grade ADD COLUMN decision_reason TEXT NOT NULL DEFAULT '';
