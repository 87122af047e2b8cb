-- Schema step 2. Released steps never change; see ARCHITECTURE.md, "Schema".

ALTER TABLE journal ADD COLUMN outward INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal ADD COLUMN reason TEXT NOT NULL DEFAULT '';
