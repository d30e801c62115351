-- The name under which a report was made final. The body may be renamed later; its old reports are not.

ALTER TABLE report ADD COLUMN agency TEXT;  -- from 定稿 on: the body's name as printed
UPDATE report SET agency = (SELECT name FROM organ WHERE organ.id = report.organ_id)
    WHERE state IN ('finalised', 'published');
