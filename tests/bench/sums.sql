-- Sums of some figures of the demonstration scheme over the organizations in its scope, in millionths, by
-- hand: they show that figures.sql and the program speak of the same records.
CREATE TEMP VIEW member AS SELECT id FROM organization WHERE removed_at IS NULL AND status IN ('active','suspended','missing');
-- A4 and B3 are not for community organizations.
CREATE TEMP VIEW legal AS SELECT id FROM organization WHERE id IN member AND kind <> 'community_organization';
SELECT 'A3', 1000000 * count(*) FROM party_activity WHERE removed_at IS NULL AND kind IN ('general_meeting','committee_meeting','group_meeting','lecture') AND held_on BETWEEN '2025-01-01' AND '2025-12-31' AND organization IN member;
SELECT 'A4', 1000000 * count(*) FROM party_activity WHERE removed_at IS NULL AND kind = 'theme_day' AND held_on BETWEEN '2025-01-01' AND '2025-12-31' AND organization IN legal;
SELECT 'B3', 1000000 * sum(disclosure_items) FROM organization WHERE id IN legal;
SELECT 'B4', 1000000 * count(*) FROM penalty WHERE removed_at IS NULL AND decided_on BETWEEN '2025-01-01' AND '2025-12-31' AND organization IN member;
SELECT 'B5', 1000000 * sum(staff_count) FROM organization WHERE id IN member;
SELECT 'C1', sum(hours) FROM service_activity WHERE removed_at IS NULL AND held_on BETWEEN '2025-01-01' AND '2025-12-31' AND organization IN member;
SELECT 'C2', 1000000 * count(*) FROM service_activity WHERE removed_at IS NULL AND held_on BETWEEN '2025-01-01' AND '2025-12-31' AND organization IN member;
