-- The figures of the demonstration scheme for one year, by hand: what a person would type into the sqlite3 shell.
-- Each statement gives one figure for all organizations. The year stands as text, because dates do.
.parameter set :from "'2025-01-01'"
.parameter set :to "'2025-12-31'"
-- who is in it: registered before the year
SELECT id, kind, town FROM organization WHERE removed_at IS NULL AND (registered_on IS NULL OR registered_on < :from);
-- conditions of A1, A3, A4, A5, A7, B6, C3
SELECT id FROM organization o WHERE removed_at IS NULL AND (party_member_count >= 3 OR EXISTS (SELECT 1 FROM party_organization p WHERE p.organization = o.id AND p.removed_at IS NULL AND p.dissolved_on IS NULL));
SELECT DISTINCT organization FROM party_organization WHERE removed_at IS NULL AND dissolved_on IS NULL;
SELECT id FROM organization WHERE removed_at IS NULL AND party_member_count >= 1;
SELECT DISTINCT organization FROM grade WHERE removed_at IS NULL AND assessed_on <= :to;
SELECT DISTINCT organization FROM project WHERE removed_at IS NULL AND year = 2025;
-- A1
SELECT organization, form, founded_on FROM (SELECT organization, form, founded_on, row_number() OVER (PARTITION BY organization ORDER BY founded_on DESC, ordinal DESC) n FROM party_organization WHERE removed_at IS NULL AND dissolved_on IS NULL) WHERE n = 1;
-- A2
SELECT organization, duty FROM (SELECT organization, duty, row_number() OVER (PARTITION BY organization ORDER BY sent_on DESC, ordinal DESC) n FROM party_instructor WHERE removed_at IS NULL) WHERE n = 1;
-- A3, A4, A5, A7
SELECT organization, count(*) FROM party_activity WHERE removed_at IS NULL AND kind IN ('general_meeting','committee_meeting','group_meeting','lecture') AND held_on BETWEEN :from AND :to GROUP BY organization;
SELECT organization, substr(held_on, 1, 7), count(*) FROM party_activity WHERE removed_at IS NULL AND kind = 'theme_day' AND held_on BETWEEN :from AND :to GROUP BY 1, 2;
SELECT organization, count(*) FROM party_activity WHERE removed_at IS NULL AND kind = 'life_meeting' AND held_on BETWEEN :from AND :to GROUP BY organization;
SELECT organization, count(*) FROM party_activity WHERE removed_at IS NULL AND kind = 'member_review' AND held_on BETWEEN :from AND :to GROUP BY organization;
SELECT organization, count(*) FROM party_activity WHERE removed_at IS NULL AND held_on BETWEEN :from AND :to GROUP BY organization;
-- A6, B2, B3, B5, B7
SELECT id, charter_has_party FROM organization WHERE removed_at IS NULL;
SELECT id FROM organization WHERE removed_at IS NULL AND term_ends_on > :to;
SELECT id, disclosure_items FROM organization WHERE removed_at IS NULL;
SELECT id, staff_count FROM organization WHERE removed_at IS NULL;
SELECT id FROM organization WHERE removed_at IS NULL AND legal_representative <> '';
SELECT id FROM organization WHERE removed_at IS NULL AND contact_phone <> '';
SELECT id FROM organization WHERE removed_at IS NULL AND address <> '';
SELECT id FROM organization WHERE removed_at IS NULL AND individual_members IS NOT NULL;
-- B1
SELECT organization, conclusion FROM (SELECT organization, conclusion, row_number() OVER (PARTITION BY organization ORDER BY concluded_on DESC, ordinal DESC) n FROM inspection WHERE removed_at IS NULL AND year = 2024) WHERE n = 1;
-- B4
SELECT organization, kind, count(*) FROM penalty WHERE removed_at IS NULL AND decided_on BETWEEN :from AND :to GROUP BY 1, 2;
-- B6
SELECT organization, level FROM (SELECT organization, level, row_number() OVER (PARTITION BY organization ORDER BY assessed_on DESC, ordinal DESC) n FROM grade WHERE removed_at IS NULL AND assessed_on <= :to AND (valid_to IS NULL OR valid_to >= :to)) WHERE n = 1;
-- C1, C2, C3
SELECT organization, sum(hours) FROM service_activity WHERE removed_at IS NULL AND held_on BETWEEN :from AND :to GROUP BY organization;
SELECT organization, count(*) FROM service_activity WHERE removed_at IS NULL AND held_on BETWEEN :from AND :to GROUP BY organization;
SELECT organization, performance, count(*) FROM project WHERE removed_at IS NULL AND year = 2025 GROUP BY 1, 2;
-- P1 and what a person scored (P2, M1)
SELECT organization, sum(spending) FROM service_activity WHERE removed_at IS NULL AND held_on BETWEEN :from AND :to GROUP BY organization;
SELECT organization, indicator, value FROM manual_score WHERE removed_at IS NULL AND year = 2025;
-- V1 to V4
SELECT DISTINCT organization FROM penalty WHERE removed_at IS NULL AND kind IN ('suspension','revocation') AND decided_on BETWEEN :from AND :to;
SELECT id FROM organization WHERE removed_at IS NULL AND status = 'missing';
SELECT DISTINCT organization FROM inspection WHERE removed_at IS NULL AND conclusion IN ('fail','absent') AND year = 2024;
SELECT DISTINCT organization FROM penalty WHERE removed_at IS NULL AND kind IN ('fine','confiscation') AND decided_on BETWEEN :from AND :to;
