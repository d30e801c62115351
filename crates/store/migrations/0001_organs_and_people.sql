-- Organs, their units, and the people who hold posts in them.
--
-- Every text here runs unchanged on SQLite and on PostgreSQL: TEXT and BIGINT only, days as 2020-01-05,
-- instants as 2020-01-05T02:03:04.000000Z, yes and no as 1 and 0. On PostgreSQL each TEXT column gets
-- COLLATE "C" from the migrator, so that both engines sort by code point.

-- A body bound by the Regulation (行政机关). The one with id 'system' is this installation itself: its
-- ledger takes the acts that belong to no organ, such as the making of organs and accounts.
CREATE TABLE organ (
    id TEXT NOT NULL PRIMARY KEY,
    parent_id TEXT REFERENCES organ (id),
    kind TEXT NOT NULL,            -- system, province, city, county, township, department
    name TEXT NOT NULL,
    code TEXT,                     -- the nine characters before the stroke of its index numbers
    region TEXT NOT NULL,          -- region whose calendar counts here: CN, NX, …
    portal TEXT NOT NULL,          -- settings of its public column, a JSON object
    ledger_key TEXT NOT NULL       -- secret that salts the leaves of its ledger, 64 hexadecimal digits
);
CREATE INDEX organ_by_name ON organ (name);

-- The head of an organ's ledger. Every transaction that writes for the organ first updates this row:
-- that queues the writers, numbers the events without gaps and lets no update be lost.
CREATE TABLE organ_head (
    organ_id TEXT NOT NULL PRIMARY KEY REFERENCES organ (id),
    writes BIGINT NOT NULL,        -- how many transactions have taken the head
    seq BIGINT NOT NULL,           -- number of the last event, 0 before the first
    chain TEXT NOT NULL            -- chain hash of the last event, '' before the first
);

-- A village or department below an organ. It reports through the organ and keeps no ledger of its own.
CREATE TABLE unit (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,            -- village, department
    name TEXT NOT NULL,
    code TEXT,
    closed BIGINT NOT NULL CHECK (closed IN (0, 1)),
    PRIMARY KEY (organ_id, id)
);
CREATE UNIQUE INDEX unit_by_name ON unit (organ_id, name);
CREATE UNIQUE INDEX unit_by_code ON unit (organ_id, code);

-- Somebody who signs in.
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,   -- argon2id in PHC form
    disabled BIGINT NOT NULL CHECK (disabled IN (0, 1)),
    created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX person_by_login ON person (login);

-- A post (岗位). Cases belong to posts, so that a successor inherits them.
CREATE TABLE post (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    id TEXT NOT NULL,
    unit_id TEXT,                  -- for a submitter: the village or department it speaks for
    kind TEXT NOT NULL,            -- clerk, reviewer, secrecy_reviewer, approver, submitter, supervisor, administrator
    name TEXT NOT NULL,
    closed BIGINT NOT NULL CHECK (closed IN (0, 1)),
    PRIMARY KEY (organ_id, id),
    FOREIGN KEY (organ_id, unit_id) REFERENCES unit (organ_id, id)
);

-- A person holds a post from one day until another, both included.
CREATE TABLE tenure (
    organ_id TEXT NOT NULL,
    id TEXT NOT NULL,
    post_id TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    from_on TEXT NOT NULL,
    until_on TEXT,                 -- NULL: for the time being
    PRIMARY KEY (organ_id, id),
    FOREIGN KEY (organ_id, post_id) REFERENCES post (organ_id, id)
);
CREATE INDEX tenure_by_post ON tenure (organ_id, post_id);
CREATE INDEX tenure_by_person ON tenure (person_id);

-- A signed-in browser. The token itself is never stored.
CREATE TABLE session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    organ_id TEXT,                 -- the post the person acts in, once chosen
    post_id TEXT,
    csrf TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ended_at TEXT,                 -- sign-out, disabling, change of password
    FOREIGN KEY (organ_id, post_id) REFERENCES post (organ_id, id)
);
CREATE INDEX session_by_person ON session (person_id);

INSERT INTO organ (id, parent_id, kind, name, code, region, portal, ledger_key)
VALUES ('system', NULL, 'system', '本系统', NULL, 'CN', '{}', '');
INSERT INTO organ_head (organ_id, writes, seq, chain) VALUES ('system', 0, 0, '');
