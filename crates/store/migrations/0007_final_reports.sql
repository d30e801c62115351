-- Final reports: the name under which one was made final stays with it, and 定稿 can be taken back before publication.

-- The body may be renamed later; its old reports are not.
ALTER TABLE report ADD COLUMN agency TEXT;  -- from 定稿 on: the body's name as printed
UPDATE report SET agency = (SELECT name FROM organ WHERE organ.id = report.organ_id)
    WHERE state IN ('finalised', 'published');

INSERT INTO event_kind (kind, label) VALUES
    ('report_reopened', '撤回定稿');
UPDATE event_kind SET label = '公布年度报告' WHERE kind = 'report_published';
