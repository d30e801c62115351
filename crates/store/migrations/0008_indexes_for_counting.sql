-- What every reader and every report asks of the large registers is answered from an index alone: a row carries its
-- whole text, and reading 400,000 rows for one number took seconds.

-- Public lists, newest first, and the numbers of the report and of the columns.
CREATE INDEX publication_by_content_kind ON publication
    (organ_id, content_kind, struck, first_released_on, recorded_seq,
     withdrawn_on, formed_on, category, is_electronic, channels);

-- The list of one category of Articles 20 and 21, newest first.
CREATE INDEX publication_by_category ON publication
    (organ_id, content_kind, category, struck, first_released_on, recorded_seq, withdrawn_on, formed_on);

-- Table three: who asked, when, and what was decided when.
CREATE INDEX access_request_by_struck ON access_request
    (organ_id, struck, received_on, replied_on, applicant_kind, decision);

-- The desk's lists, latest first, and their numbers by year.
DROP INDEX publication_by_first_released_on;
CREATE INDEX publication_by_struck ON publication (organ_id, struck, first_released_on, recorded_seq);
DROP INDEX work_order_by_dispatched_on;
CREATE INDEX work_order_by_struck ON work_order (organ_id, struck, dispatched_on, recorded_seq);
