-- The registers (台账). Their columns up to unit_id are the fields of law::register in the same order, which
-- a test compares; what may stand in them is checked there and not here. Rows are projections of the
-- ledger and can be rebuilt from it.
--
-- The fixed columns: unit_id is the unit that the text in unit names, where it is known; import_id is the
-- import that brought the row; struck marks a row that no longer counts but stays readable;
-- recorded_seq is the event that made the row and changed_seq the one that gave it its present values.
-- due_cache is the deadline as last computed, for sorting and for counting lateness, and calendar_version
-- the calendar it was computed with: NULL means not yet, and a version without a day means that the
-- calendar of a year is missing.

-- 主动公开信息: one row is one item; it counts once, in the year of its first release.
CREATE TABLE publication (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    id TEXT NOT NULL,
    source_no TEXT NOT NULL,            -- 来源编号
    unit TEXT,                          -- 单位
    title TEXT NOT NULL,                -- 标题
    index_no TEXT,                      -- 索引号
    document_no TEXT,                   -- 文号
    content_kind TEXT NOT NULL,         -- 内容性质
    category TEXT,                      -- 公开类别
    basis TEXT,                         -- 公开依据
    topic TEXT,                         -- 主题分类
    formed_on TEXT,                     -- 生成日期
    first_released_on TEXT,             -- 首次发布日期
    channels TEXT,                      -- 发布渠道
    is_electronic TEXT,                 -- 全文电子化
    validity TEXT,                      -- 有效性
    ceased_on TEXT,                     -- 废止或失效日期
    withdrawn_on TEXT,                  -- 撤下日期
    withdrawn_reason TEXT,              -- 撤下原因
    summary TEXT,                       -- 内容概述
    body TEXT,                          -- 正文
    note TEXT,                          -- 备注
    unit_id TEXT,
    import_id TEXT,
    struck BIGINT NOT NULL CHECK (struck IN (0, 1)),
    recorded_seq BIGINT NOT NULL,
    changed_seq BIGINT NOT NULL,
    PRIMARY KEY (organ_id, id),
    FOREIGN KEY (organ_id, unit_id) REFERENCES unit (organ_id, id),
    FOREIGN KEY (organ_id, import_id) REFERENCES import (organ_id, id)
);
CREATE UNIQUE INDEX publication_by_source_no ON publication (organ_id, source_no);
CREATE UNIQUE INDEX publication_by_recorded_seq ON publication (organ_id, recorded_seq);
CREATE INDEX publication_by_first_released_on ON publication (organ_id, first_released_on);
CREATE INDEX publication_by_unit_id ON publication (organ_id, unit_id);
CREATE INDEX publication_by_import_id ON publication (organ_id, import_id);

-- 依申请公开: one row is one matter (件); the matters of one form share form_no.
CREATE TABLE access_request (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    id TEXT NOT NULL,
    source_no TEXT NOT NULL,            -- 来源编号
    unit TEXT,                          -- 单位
    form_no TEXT,                       -- 申请表编号
    applicant_kind TEXT NOT NULL,       -- 申请人类别
    channel TEXT,                       -- 提交方式
    arrived_on TEXT,                    -- 到达日期
    received_on TEXT,                   -- 收到申请之日
    subject TEXT NOT NULL,              -- 申请内容
    supplement_notified_on TEXT,        -- 补正通知日期
    supplemented_on TEXT,               -- 收到补正之日
    consultation_sent_on TEXT,          -- 征求意见发出日期
    consultation_ended_on TEXT,         -- 征求意见结束日期
    extended_on TEXT,                   -- 延期告知日期
    extension_working_days BIGINT,      -- 延期工作日数
    fee_noticed_on TEXT,                -- 收费通知日期
    fee_paid_on TEXT,                   -- 缴费日期
    fee_fen BIGINT,                     -- 信息处理费
    decision TEXT,                      -- 办理结果
    replied_on TEXT,                    -- 答复日期
    reply_no TEXT,                      -- 答复文号
    note TEXT,                          -- 备注
    unit_id TEXT,
    import_id TEXT,
    struck BIGINT NOT NULL CHECK (struck IN (0, 1)),
    recorded_seq BIGINT NOT NULL,
    changed_seq BIGINT NOT NULL,
    due_cache TEXT,
    calendar_version TEXT,
    PRIMARY KEY (organ_id, id),
    FOREIGN KEY (organ_id, unit_id) REFERENCES unit (organ_id, id),
    FOREIGN KEY (organ_id, import_id) REFERENCES import (organ_id, id)
);
CREATE UNIQUE INDEX access_request_by_source_no ON access_request (organ_id, source_no);
CREATE UNIQUE INDEX access_request_by_recorded_seq ON access_request (organ_id, recorded_seq);
CREATE INDEX access_request_by_received_on ON access_request (organ_id, received_on);
CREATE INDEX access_request_by_due_cache ON access_request (organ_id, due_cache);
CREATE INDEX access_request_by_unit_id ON access_request (organ_id, unit_id);
CREATE INDEX access_request_by_import_id ON access_request (organ_id, import_id);

-- 工单与留言.
CREATE TABLE work_order (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    id TEXT NOT NULL,
    source_no TEXT NOT NULL,            -- 来源编号
    unit TEXT,                          -- 单位
    source TEXT NOT NULL,               -- 来源
    category TEXT NOT NULL,             -- 诉求类别
    subject TEXT NOT NULL,              -- 诉求内容
    place TEXT,                         -- 诉求地点
    dispatched_on TEXT NOT NULL,        -- 派单日期
    signed_on TEXT,                     -- 签收日期
    due_on TEXT,                        -- 要求办结日期
    extension_working_days BIGINT,      -- 延期工作日数
    returned_on TEXT,                   -- 退单日期
    replied_on TEXT,                    -- 答复日期
    closed_on TEXT,                     -- 办结日期
    result TEXT,                        -- 办理结果
    satisfaction TEXT,                  -- 回访结果
    note TEXT,                          -- 备注
    unit_id TEXT,
    import_id TEXT,
    struck BIGINT NOT NULL CHECK (struck IN (0, 1)),
    recorded_seq BIGINT NOT NULL,
    changed_seq BIGINT NOT NULL,
    due_cache TEXT,
    calendar_version TEXT,
    PRIMARY KEY (organ_id, id),
    FOREIGN KEY (organ_id, unit_id) REFERENCES unit (organ_id, id),
    FOREIGN KEY (organ_id, import_id) REFERENCES import (organ_id, id)
);
CREATE UNIQUE INDEX work_order_by_source_no ON work_order (organ_id, source_no);
CREATE UNIQUE INDEX work_order_by_recorded_seq ON work_order (organ_id, recorded_seq);
CREATE INDEX work_order_by_dispatched_on ON work_order (organ_id, dispatched_on);
CREATE INDEX work_order_by_due_cache ON work_order (organ_id, due_cache);
CREATE INDEX work_order_by_unit_id ON work_order (organ_id, unit_id);
CREATE INDEX work_order_by_import_id ON work_order (organ_id, import_id);

-- 行政复议、行政诉讼.
CREATE TABLE dispute (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    id TEXT NOT NULL,
    source_no TEXT NOT NULL,            -- 来源编号
    unit TEXT,                          -- 单位
    kind TEXT NOT NULL,                 -- 案件类型
    access_request_no TEXT,             -- 所涉申请编号
    case_no TEXT,                       -- 案号
    heard_by TEXT,                      -- 审理机关
    filed_on TEXT NOT NULL,             -- 受理日期
    concluded_on TEXT,                  -- 审结日期
    outcome TEXT,                       -- 结果
    note TEXT,                          -- 备注
    unit_id TEXT,
    import_id TEXT,
    struck BIGINT NOT NULL CHECK (struck IN (0, 1)),
    recorded_seq BIGINT NOT NULL,
    changed_seq BIGINT NOT NULL,
    PRIMARY KEY (organ_id, id),
    FOREIGN KEY (organ_id, unit_id) REFERENCES unit (organ_id, id),
    FOREIGN KEY (organ_id, import_id) REFERENCES import (organ_id, id)
);
CREATE UNIQUE INDEX dispute_by_source_no ON dispute (organ_id, source_no);
CREATE UNIQUE INDEX dispute_by_recorded_seq ON dispute (organ_id, recorded_seq);
CREATE INDEX dispute_by_filed_on ON dispute (organ_id, filed_on);
CREATE INDEX dispute_by_unit_id ON dispute (organ_id, unit_id);
CREATE INDEX dispute_by_import_id ON dispute (organ_id, import_id);

-- 规范性文件.
CREATE TABLE normative_document (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    id TEXT NOT NULL,
    source_no TEXT NOT NULL,            -- 来源编号
    unit TEXT,                          -- 单位
    kind TEXT NOT NULL,                 -- 文件种类
    title TEXT NOT NULL,                -- 标题
    document_no TEXT,                   -- 文号
    filing_no TEXT,                     -- 备案号
    issued_on TEXT NOT NULL,            -- 制发日期
    published_on TEXT,                  -- 公开日期
    valid_until TEXT,                   -- 有效期至
    repealed_on TEXT,                   -- 废止日期
    note TEXT,                          -- 备注
    unit_id TEXT,
    import_id TEXT,
    struck BIGINT NOT NULL CHECK (struck IN (0, 1)),
    recorded_seq BIGINT NOT NULL,
    changed_seq BIGINT NOT NULL,
    PRIMARY KEY (organ_id, id),
    FOREIGN KEY (organ_id, unit_id) REFERENCES unit (organ_id, id),
    FOREIGN KEY (organ_id, import_id) REFERENCES import (organ_id, id)
);
CREATE UNIQUE INDEX normative_document_by_source_no ON normative_document (organ_id, source_no);
CREATE UNIQUE INDEX normative_document_by_recorded_seq ON normative_document (organ_id, recorded_seq);
CREATE INDEX normative_document_by_issued_on ON normative_document (organ_id, issued_on);
CREATE INDEX normative_document_by_unit_id ON normative_document (organ_id, unit_id);
CREATE INDEX normative_document_by_import_id ON normative_document (organ_id, import_id);

-- 业务数据报送: the last row for a unit, year and indicator is valid; the older ones stay.
CREATE TABLE declared_figure (
    organ_id TEXT NOT NULL REFERENCES organ (id),
    id TEXT NOT NULL,
    source_no TEXT NOT NULL,            -- 来源编号
    unit TEXT,                          -- 单位
    year BIGINT NOT NULL,               -- 年度
    indicator TEXT NOT NULL,            -- 指标
    figure BIGINT,                      -- 数值
    amount_fen BIGINT,                  -- 金额
    source_document TEXT,               -- 依据材料
    declared_by TEXT,                   -- 报送人岗位
    reason TEXT,                        -- 手工填报原因
    note TEXT,                          -- 备注
    unit_id TEXT,
    import_id TEXT,
    struck BIGINT NOT NULL CHECK (struck IN (0, 1)),
    recorded_seq BIGINT NOT NULL,
    changed_seq BIGINT NOT NULL,
    PRIMARY KEY (organ_id, id),
    FOREIGN KEY (organ_id, unit_id) REFERENCES unit (organ_id, id),
    FOREIGN KEY (organ_id, import_id) REFERENCES import (organ_id, id)
);
CREATE UNIQUE INDEX declared_figure_by_source_no ON declared_figure (organ_id, source_no);
CREATE UNIQUE INDEX declared_figure_by_recorded_seq ON declared_figure (organ_id, recorded_seq);
CREATE INDEX declared_figure_by_year_indicator ON declared_figure (organ_id, year, indicator);
CREATE INDEX declared_figure_by_unit_id ON declared_figure (organ_id, unit_id);
CREATE INDEX declared_figure_by_import_id ON declared_figure (organ_id, import_id);
