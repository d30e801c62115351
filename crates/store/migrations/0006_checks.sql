-- Many reports checked at once, what people decided about the findings, and the letters to the agencies.

INSERT INTO event_kind (kind, label) VALUES
    ('check_batch_opened', '上传一批待核对的报告'),
    ('check_decided', '确认或排除核对出的问题'),
    ('check_decision_undone', '撤回对核对问题的处理'),
    ('check_letter_written', '起草核对意见'),
    ('check_letter_sent', '发出核对意见');

-- Counted beside the report, so that a list need not read it. A report checked alone has no batch.
ALTER TABLE checked_report ADD COLUMN batch_id TEXT;
ALTER TABLE checked_report ADD COLUMN failed BIGINT NOT NULL DEFAULT 0;
ALTER TABLE checked_report ADD COLUMN uncertain BIGINT NOT NULL DEFAULT 0;
-- What was kept before: JSON without blanks, so that each verdict is a text of 16 or 21 characters.
UPDATE checked_report SET
    failed = (length(findings) - length(replace(findings, '"verdict":"FAIL"', ''))) / 16,
    uncertain = (length(findings) - length(replace(findings, '"verdict":"UNCERTAIN"', ''))) / 21;
CREATE INDEX checked_report_by_batch ON checked_report (organ_id, batch_id);
CREATE INDEX checked_report_by_year ON checked_report (organ_id, year);

-- What was uploaded in one go.
CREATE TABLE check_batch (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    year BIGINT,                   -- the year the reports should be about
    agencies TEXT NOT NULL,        -- the bodies that have to report, one a line
    excerpt BIGINT NOT NULL CHECK (excerpt IN (0, 1)),
    files BIGINT NOT NULL,         -- how many files there were
    opened_by TEXT REFERENCES person (id),
    opened_at TEXT NOT NULL,
    PRIMARY KEY (organ_id, id)
);
CREATE INDEX check_batch_by_time ON check_batch (organ_id, opened_at);

-- A file of a batch. It waits as long as it has neither a report nor a fault.
CREATE TABLE check_file (
    organ_id TEXT NOT NULL,
    batch_id TEXT NOT NULL,
    number BIGINT NOT NULL,        -- 1, 2, 3 … in the order of the upload
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,          -- SHA-256, hexadecimal
    tries BIGINT NOT NULL,         -- how often checking it has begun
    report_id TEXT,                -- what came of it
    fault TEXT,                    -- or why nothing did
    PRIMARY KEY (organ_id, batch_id, number),
    FOREIGN KEY (organ_id, batch_id) REFERENCES check_batch (organ_id, id)
);
CREATE INDEX check_file_by_digest ON check_file (organ_id, digest);

-- The content of files that wait; it goes when the last of them is checked.
CREATE TABLE check_content (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    digest TEXT NOT NULL,          -- SHA-256, hexadecimal
    content TEXT NOT NULL,         -- base64
    PRIMARY KEY (organ_id, digest)
);

-- A finding that somebody must look at, beside the JSON of its report, so that lists can choose.
CREATE TABLE check_finding (
    organ_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    number BIGINT NOT NULL,        -- its place in the JSON, from 0
    rule TEXT NOT NULL,
    verdict TEXT NOT NULL,         -- FAIL, UNCERTAIN
    severity TEXT NOT NULL,        -- error, warning
    message TEXT NOT NULL,
    mark TEXT NOT NULL,            -- digest of agency, year, rule and evidence: the same at the next check
    PRIMARY KEY (organ_id, report_id, number),
    FOREIGN KEY (organ_id, report_id) REFERENCES checked_report (organ_id, id)
);
CREATE INDEX check_finding_by_mark ON check_finding (organ_id, mark);

-- What a person decided about a finding, for every check that finds the same.
CREATE TABLE check_decision (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    mark TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('confirmed', 'dismissed')),
    reason TEXT,
    decided_by TEXT REFERENCES person (id),
    decided_at TEXT NOT NULL,
    PRIMARY KEY (organ_id, mark)
);

-- The letter of comments on a report.
CREATE TABLE check_letter (
    organ_id TEXT NOT NULL,
    report_id TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    written_by TEXT REFERENCES person (id),
    written_at TEXT NOT NULL,
    sent_on TEXT,
    sent_by TEXT REFERENCES person (id),
    PRIMARY KEY (organ_id, report_id),
    FOREIGN KEY (organ_id, report_id) REFERENCES checked_report (organ_id, id)
);
