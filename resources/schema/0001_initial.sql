-- Schema step 1. Released steps never change; see ARCHITECTURE.md, "Schema".

CREATE TABLE file_info (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
    sequence INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    target INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    site TEXT NOT NULL,
    what TEXT NOT NULL,
    first_edit INTEGER NOT NULL,
    edits INTEGER NOT NULL,
    previous_hash TEXT NOT NULL,
    edits_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE journal_edit (
    position INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL, -- of journal; no reference: its check would read all edits of a change again
    type TEXT NOT NULL,
    record TEXT NOT NULL,
    verb TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;
CREATE INDEX journal_edit_record ON journal_edit(record);

CREATE TABLE problem (
    ordinal INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX problem_record ON problem(record);

CREATE TABLE search_entry (
    ordinal INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    record TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL
) STRICT;

CREATE TABLE attachment (
    hash TEXT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE division (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    name_pinyin TEXT NOT NULL DEFAULT '',
    level TEXT NOT NULL,
    parent TEXT REFERENCES division(id) DEFERRABLE INITIALLY DEFERRED,
    setting TEXT,
    population INTEGER,
    grids INTEGER,
    remarks TEXT NOT NULL DEFAULT '',
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX division_code ON division(code) WHERE removed_at IS NULL AND code <> '';
CREATE INDEX division_name_pinyin ON division(removed_at, name_pinyin);
CREATE INDEX division_parent ON division(parent);

CREATE TABLE organization (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    name_pinyin TEXT NOT NULL DEFAULT '',
    credit_code TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    category TEXT,
    status TEXT NOT NULL,
    roles TEXT,
    registered_on TEXT,
    certificate_number TEXT NOT NULL DEFAULT '',
    industry TEXT,
    town TEXT REFERENCES division(id) DEFERRABLE INITIALLY DEFERRED,
    village TEXT REFERENCES division(id) DEFERRABLE INITIALLY DEFERRED,
    address TEXT NOT NULL DEFAULT '',
    premises_source TEXT,
    premises_area INTEGER,
    postcode TEXT NOT NULL DEFAULT '',
    supervising_unit TEXT NOT NULL DEFAULT '',
    registration_authority TEXT NOT NULL DEFAULT '',
    purpose TEXT NOT NULL DEFAULT '',
    business_scope TEXT NOT NULL DEFAULT '',
    registered_capital INTEGER,
    legal_representative TEXT NOT NULL DEFAULT '',
    contact_name TEXT NOT NULL DEFAULT '',
    contact_phone TEXT NOT NULL DEFAULT '',
    staff_count INTEGER,
    party_member_count INTEGER,
    unit_members INTEGER,
    individual_members INTEGER,
    council_size INTEGER,
    term_started_on TEXT,
    term_ends_on TEXT,
    charter_has_party INTEGER,
    disclosure_items INTEGER,
    remarks TEXT NOT NULL DEFAULT '',
    removed_at TEXT
) STRICT;
CREATE INDEX organization_name_pinyin ON organization(removed_at, name_pinyin);
CREATE UNIQUE INDEX organization_credit_code ON organization(credit_code) WHERE removed_at IS NULL AND credit_code <> '';
CREATE INDEX organization_registered_on ON organization(removed_at, registered_on);
CREATE INDEX organization_town ON organization(town);
CREATE INDEX organization_village ON organization(village);

CREATE TABLE person (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization TEXT NOT NULL REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL DEFAULT '',
    name_pinyin TEXT NOT NULL DEFAULT '',
    sex TEXT,
    identity_number TEXT NOT NULL DEFAULT '',
    born_on TEXT,
    position TEXT NOT NULL DEFAULT '',
    is_legal_representative INTEGER NOT NULL,
    political_status TEXT,
    phone TEXT NOT NULL DEFAULT '',
    started_on TEXT,
    ends_on TEXT,
    part_time_official INTEGER NOT NULL,
    removed_at TEXT
) STRICT;
CREATE INDEX person_organization ON person(organization);
CREATE INDEX person_name_pinyin ON person(removed_at, name_pinyin);

CREATE TABLE kept_reason (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    record_type TEXT NOT NULL DEFAULT '',
    record_id TEXT NOT NULL DEFAULT '',
    field TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    removed_at TEXT
) STRICT;
CREATE INDEX kept_reason_removed_at ON kept_reason(removed_at);

CREATE TABLE party_organization (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization TEXT NOT NULL REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL DEFAULT '',
    name_pinyin TEXT NOT NULL DEFAULT '',
    rank TEXT,
    form TEXT NOT NULL,
    founded_on TEXT,
    dissolved_on TEXT,
    superior TEXT NOT NULL DEFAULT '',
    secretary TEXT NOT NULL DEFAULT '',
    member_count INTEGER,
    removed_at TEXT
) STRICT;
CREATE INDEX party_organization_organization ON party_organization(organization);
CREATE INDEX party_organization_name_pinyin ON party_organization(removed_at, name_pinyin);
CREATE INDEX party_organization_founded_on ON party_organization(removed_at, founded_on);

CREATE TABLE party_instructor (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization TEXT NOT NULL REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL DEFAULT '',
    name_pinyin TEXT NOT NULL DEFAULT '',
    duty TEXT NOT NULL,
    unit TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    sent_on TEXT,
    ended_on TEXT,
    removed_at TEXT
) STRICT;
CREATE INDEX party_instructor_organization ON party_instructor(organization);
CREATE INDEX party_instructor_name_pinyin ON party_instructor(removed_at, name_pinyin);
CREATE INDEX party_instructor_sent_on ON party_instructor(removed_at, sent_on);

CREATE TABLE party_activity (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization TEXT NOT NULL REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    held_on TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    attendance INTEGER,
    record TEXT,
    removed_at TEXT
) STRICT;
CREATE INDEX party_activity_organization ON party_activity(organization);
CREATE INDEX party_activity_held_on ON party_activity(removed_at, held_on);

CREATE TABLE service_activity (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization TEXT NOT NULL REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL DEFAULT '',
    kind TEXT,
    held_on TEXT NOT NULL,
    hours INTEGER,
    volunteers INTEGER,
    beneficiaries INTEGER,
    spending INTEGER,
    place TEXT NOT NULL DEFAULT '',
    removed_at TEXT
) STRICT;
CREATE INDEX service_activity_organization ON service_activity(organization);
CREATE INDEX service_activity_held_on ON service_activity(removed_at, held_on);

CREATE TABLE project (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization TEXT NOT NULL REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    name_pinyin TEXT NOT NULL DEFAULT '',
    buyer TEXT NOT NULL DEFAULT '',
    amount INTEGER,
    started_on TEXT,
    ended_on TEXT,
    performance TEXT,
    removed_at TEXT
) STRICT;
CREATE INDEX project_organization ON project(organization);
CREATE INDEX project_year ON project(removed_at, year);
CREATE INDEX project_name_pinyin ON project(removed_at, name_pinyin);

CREATE TABLE inspection (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization TEXT NOT NULL REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL,
    conclusion TEXT NOT NULL,
    filed_on TEXT,
    concluded_on TEXT,
    remarks TEXT NOT NULL DEFAULT '',
    removed_at TEXT
) STRICT;
CREATE INDEX inspection_organization ON inspection(organization);
CREATE INDEX inspection_year ON inspection(removed_at, year);

CREATE TABLE penalty (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization TEXT NOT NULL REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED,
    document_number TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    fine INTEGER,
    ground TEXT NOT NULL DEFAULT '',
    basis TEXT NOT NULL DEFAULT '',
    executed_on TEXT,
    removed_at TEXT
) STRICT;
CREATE INDEX penalty_organization ON penalty(organization);
CREATE INDEX penalty_decided_on ON penalty(removed_at, decided_on);

CREATE TABLE grade (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization TEXT NOT NULL REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED,
    level TEXT NOT NULL,
    assessed_on TEXT NOT NULL,
    valid_to TEXT,
    points INTEGER,
    certificate TEXT NOT NULL DEFAULT '',
    removed_at TEXT
) STRICT;
CREATE INDEX grade_organization ON grade(organization);
CREATE INDEX grade_assessed_on ON grade(removed_at, assessed_on);

CREATE TABLE scheme (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    scheme_key TEXT NOT NULL DEFAULT '',
    version TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL DEFAULT '',
    content_hash TEXT NOT NULL DEFAULT '',
    removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX scheme_content_hash ON scheme(content_hash) WHERE removed_at IS NULL AND content_hash <> '';
CREATE INDEX scheme_removed_at ON scheme(removed_at);

CREATE TABLE evaluation (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    year INTEGER NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    scheme TEXT NOT NULL REFERENCES scheme(id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL,
    computed_at TEXT NOT NULL,
    cutoff TEXT NOT NULL,
    published_at TEXT,
    journal_head TEXT NOT NULL DEFAULT '',
    result_hash TEXT NOT NULL DEFAULT '',
    removed_at TEXT
) STRICT;
CREATE INDEX evaluation_year ON evaluation(removed_at, year);
CREATE INDEX evaluation_scheme ON evaluation(scheme);

CREATE TABLE evaluation_result (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    evaluation TEXT NOT NULL REFERENCES evaluation(id) DEFERRABLE INITIALLY DEFERRED,
    organization TEXT NOT NULL REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL,
    rated INTEGER NOT NULL,
    total INTEGER NOT NULL,
    band TEXT NOT NULL DEFAULT '',
    party_points INTEGER NOT NULL,
    standard_points INTEGER NOT NULL,
    service_points INTEGER NOT NULL,
    bonus INTEGER NOT NULL,
    deduction INTEGER NOT NULL,
    rank_in_kind INTEGER,
    count_in_kind INTEGER,
    rank_in_town INTEGER,
    count_in_town INTEGER,
    previous_total INTEGER,
    warning TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    details TEXT NOT NULL DEFAULT '',
    removed_at TEXT
) STRICT;
CREATE INDEX evaluation_result_evaluation ON evaluation_result(evaluation);
CREATE INDEX evaluation_result_organization ON evaluation_result(organization);
CREATE INDEX evaluation_result_year ON evaluation_result(removed_at, year);

CREATE TABLE manual_score (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    organization TEXT NOT NULL REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL,
    indicator TEXT NOT NULL DEFAULT '',
    value INTEGER NOT NULL,
    evidence TEXT NOT NULL DEFAULT '',
    attachment TEXT,
    scorer TEXT NOT NULL DEFAULT '',
    scored_on TEXT,
    removed_at TEXT
) STRICT;
CREATE INDEX manual_score_organization ON manual_score(organization);
CREATE INDEX manual_score_year ON manual_score(removed_at, year);
