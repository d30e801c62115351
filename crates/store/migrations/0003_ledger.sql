-- The ledger: what happened, in order, never changed. Status is folded from here.

-- What can happen. An open list, so a table and not a CHECK.
CREATE TABLE event_kind (
    kind TEXT NOT NULL PRIMARY KEY,
    label TEXT NOT NULL
);
INSERT INTO event_kind (kind, label) VALUES
    ('record_added', '登记'),
    ('record_corrected', '更正'),
    ('record_struck', '作废'),
    ('record_restored', '恢复'),
    ('record_undone', '随导入撤销'),
    ('register_imported', '导入台账'),
    ('import_undone', '撤销导入'),
    ('report_opened', '新建年度报告'),
    ('report_filled', '填入报告数据'),
    ('report_written', '撰写报告文字'),
    ('report_number_confirmed', '确认非统计数字'),
    ('report_number_unconfirmed', '撤回数字确认'),
    ('report_explained', '说明核对不一致的原因'),
    ('report_remarked', '县级提出意见'),
    ('report_remark_settled', '意见已处理'),
    ('report_submitted', '报送县级'),
    ('report_returned', '退回修改'),
    ('report_finalised', '定稿'),
    ('report_published', '发布年度报告'),
    ('report_superseded', '被更正版本替代'),
    ('report_checked', '核对已发布的报告'),
    ('organ_added', '新增机关'),
    ('organ_changed', '修改机关信息'),
    ('unit_added', '新增单位'),
    ('unit_changed', '修改单位信息'),
    ('person_added', '新增人员'),
    ('person_changed', '修改人员信息'),
    ('person_disabled', '停用账号'),
    ('person_enabled', '启用账号'),
    ('password_changed', '修改密码'),
    ('post_added', '新增岗位'),
    ('post_changed', '修改岗位'),
    ('tenure_began', '任岗'),
    ('tenure_ended', '离岗'),
    ('signed_in', '登录'),
    ('sign_in_refused', '登录被拒'),
    ('signed_out', '退出登录'),
    ('calendar_imported', '导入节假日安排'),
    ('deadlines_recomputed', '重新计算期限'),
    ('register_exported', '导出台账'),
    ('backup_made', '备份'),
    ('backup_restored', '恢复备份');

CREATE TABLE event (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    seq BIGINT NOT NULL,           -- 1, 2, 3 … within the organ, without gaps
    kind TEXT NOT NULL REFERENCES event_kind (kind),
    subject TEXT,                  -- key of a register, or report, import, person, post, …
    subject_id TEXT,
    happened_on TEXT NOT NULL,     -- legal day
    recorded_at TEXT NOT NULL,     -- instant
    person_id TEXT REFERENCES person (id),
    post_id TEXT,                  -- may be a post of the organ above, as when the county comments
    reason TEXT,
    content TEXT NOT NULL,         -- what changed, a JSON object
    leaf TEXT NOT NULL,            -- salted commitment to this row; shows nothing of its words
    chain TEXT NOT NULL,           -- hash over the chain before and this leaf
    PRIMARY KEY (organ_id, seq)
);
CREATE INDEX event_by_subject ON event (organ_id, subject_id, seq);
CREATE INDEX event_by_person ON event (person_id);

-- One import of one file into one register, so that it can be undone as a whole.
CREATE TABLE import (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    id TEXT NOT NULL,
    register TEXT NOT NULL,
    year BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    digest TEXT NOT NULL,          -- SHA-256 of the file, hexadecimal
    added BIGINT NOT NULL,
    corrected BIGINT NOT NULL,
    skipped BIGINT NOT NULL,
    first_seq BIGINT NOT NULL,     -- its events, all of one transaction: first and last number
    last_seq BIGINT NOT NULL,
    person_id TEXT REFERENCES person (id),
    imported_at TEXT NOT NULL,
    undone_at TEXT,
    undone_by TEXT REFERENCES person (id),
    PRIMARY KEY (organ_id, id)
);
CREATE INDEX import_by_time ON import (organ_id, imported_at);
