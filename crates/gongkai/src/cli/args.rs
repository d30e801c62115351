//! The command line as a table: every command, argument and help text.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use law::Date;

/// 政府信息公开工作台。
#[derive(Debug, Parser)]
#[command(name = "gongkai", version, about = "公开：乡镇政府信息公开工作台", long_about = None)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 建一个演示县（虚构数据），在本机打开
    Demo(Demo),
    /// 启动服务
    Serve(Serve),
    /// 检查已公布的年度报告
    Check(Check),
    /// 输出一份年度报告
    Report(Report),
    /// 计算法定期限，逐日说明
    Deadline(Deadline),
    /// 放假安排：导入、查看
    #[command(subcommand)]
    Calendar(Calendar),
    /// 把台账（XLSX 或 CSV）导入登记簿
    Import(Import),
    /// 导出一本登记簿（XLSX、PDF、DOCX）
    Export(Export),
    /// 机关：新建、列出
    #[command(subcommand)]
    Organ(Organ),
    /// 人员账号：新建、重置密码、停用、恢复、列出
    #[command(subcommand)]
    User(User),
    /// 建立或升级数据库
    Migrate(Place),
    /// 检查运行环境：数据库、放假安排、端口、目录
    Doctor(Doctor),
    /// 备份（可在服务运行时进行）
    Backup(Backup),
    /// 从备份恢复到一个空的地方，核对条数
    Restore(Restore),
}

/// Where the data are.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Place {
    /// 数据目录（默认 gongkai-data）；与 GONGKAI_DATABASE_URL 不能同时用
    #[arg(long, value_name = "目录")]
    pub(crate) data: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct Demo {
    /// 演示数据放在哪个目录；目录要么是空的，要么是以前的演示
    #[arg(long, value_name = "目录")]
    pub(crate) data: Option<PathBuf>,
    /// 端口（默认 8020）
    #[arg(long, value_name = "端口", default_value_t = 8020)]
    pub(crate) port: u16,
    /// 只建数据，不启动服务
    #[arg(long)]
    pub(crate) no_serve: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) place: Place,
    /// 监听地址和端口，例如 127.0.0.1:8080
    #[arg(long, value_name = "地址:端口")]
    pub(crate) listen: Option<String>,
}

#[derive(Args, Debug)]
#[command(after_help = "退出码：0 没有不符，3 有不符，1 有文件没有读成，4 没有一份认得出是年度报告。")]
pub(crate) struct Check {
    /// 要检查的文件、目录或 ZIP 压缩包；写 - 从标准输入读
    #[arg(required_unless_present = "rules", value_name = "文件")]
    pub(crate) files: Vec<PathBuf>,
    /// 上年报告（文件、目录或压缩包），按机关名称配对，核对跨年衔接和照抄
    #[arg(long, value_name = "路径")]
    pub(crate) last_year: Option<PathBuf>,
    /// 审定稿（文件、目录或压缩包），按机关名称配对，列出与公布文本的每处不同
    #[arg(long, value_name = "路径")]
    pub(crate) approved: Option<PathBuf>,
    /// 把这些报告当作一个县的：缺报、迟报、合并更名、各项合计、文字相近
    #[arg(long)]
    pub(crate) county: bool,
    /// 应当报告的机关名单（文本文件，一行一个），与 --county 一起用
    #[arg(long, value_name = "文件", requires = "county")]
    pub(crate) agencies: Option<PathBuf>,
    /// 已知文字的末尾缺失（节选）
    #[arg(long)]
    pub(crate) excerpt: bool,
    /// 只列这一类：fail 不符、uncertain 存疑
    #[arg(long, value_name = "类别", value_enum, conflicts_with = "all")]
    pub(crate) only: Option<Only>,
    /// 逐份列出，通过和无法评估的也列出
    #[arg(long)]
    pub(crate) all: bool,
    /// 输出格式：terminal（默认）、json、xlsx、html（标在原文上）、letter（核对意见草稿）
    #[arg(long, value_name = "格式", value_enum)]
    pub(crate) format: Option<CheckFormat>,
    /// 输出 JSON，同 --format json
    #[arg(long, conflicts_with = "format")]
    pub(crate) json: bool,
    /// 写到文件；多份报告的 html 写到目录；letter 写到 .docx、.pdf 的按公文格式排版
    #[arg(short, long, value_name = "路径")]
    pub(crate) output: Option<PathBuf>,
    /// 列出全部规则及依据
    #[arg(long, conflicts_with_all = ["files", "last_year", "approved", "county", "output"])]
    pub(crate) rules: bool,
}

/// Which findings are told one by one.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Only {
    /// 不符
    Fail,
    /// 存疑
    Uncertain,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// 屏幕
    Terminal,
    /// 数据
    Json,
    /// 清单
    Xlsx,
    /// 标注本
    Html,
    /// 核对意见
    Letter,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ReportFormat {
    /// 网页
    Html,
    /// PDF
    Pdf,
    /// Word 文档
    Docx,
    /// 电子表格
    Xlsx,
    /// 数据
    Json,
}

#[derive(Args, Debug)]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) place: Place,
    /// 机关名称，例如 示例镇
    #[arg(long, value_name = "机关")]
    pub(crate) organ: String,
    /// 报告年度
    #[arg(long, value_name = "年度")]
    pub(crate) year: i16,
    /// 输出格式：html、pdf、docx、xlsx、json
    #[arg(long, value_name = "格式", value_enum)]
    pub(crate) format: ReportFormat,
    /// 写到文件；不写则输出到标准输出
    #[arg(short, long, value_name = "文件")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
#[group(id = "period", required = true, multiple = false, args = ["working_days", "natural_days"])]
pub(crate) struct Deadline {
    /// 起算日，例如 2020-04-24；当日不计
    #[arg(long, value_name = "日期")]
    pub(crate) from: Date,
    /// 几个工作日
    #[arg(long, value_name = "天数", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) working_days: Option<u32>,
    /// 几个自然日；期满日是休息日的，顺延到下一个工作日
    #[arg(long, value_name = "天数", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) natural_days: Option<u32>,
    /// 地区：CN 全国（默认），NX 宁夏
    #[arg(long, value_name = "地区", default_value = "CN")]
    pub(crate) region: String,
    /// 数据位置；那里导入过的放假安排也算在内
    #[command(flatten)]
    pub(crate) place: Place,
    /// 输出 JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Calendar {
    /// 导入放假安排（CSV：地区、日期、off 或 work、名称、文件），列出受影响的事项
    Import {
        /// CSV 文件
        #[arg(value_name = "文件")]
        file: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    /// 列出已有的放假安排
    List {
        #[command(flatten)]
        place: Place,
        /// 输出 JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args, Debug)]
pub(crate) struct Import {
    /// 哪本登记簿（publication、access_request、work_order、dispute、normative_document、declared_figure）
    #[arg(value_name = "登记簿")]
    pub(crate) kind: Option<String>,
    /// XLSX 或 CSV 文件
    #[arg(value_name = "文件")]
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) place: Place,
    /// 机关名称
    #[arg(long, value_name = "机关")]
    pub(crate) organ: Option<String>,
    /// 台账所属年度
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<i16>,
    /// 只检查，不写入
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// 来源编号已有而内容不同的，按文件更新
    #[arg(long)]
    pub(crate) update: bool,
    /// 输出一本登记簿的导入模板（XLSX）
    #[arg(long, value_name = "登记簿", conflicts_with_all = ["kind", "file"])]
    pub(crate) template: Option<String>,
    /// 撤销一次导入（写导入编号，同时用 --organ 写机关）
    #[arg(long, value_name = "导入编号", conflicts_with_all = ["kind", "file", "template"])]
    pub(crate) undo: Option<String>,
    /// 模板写到哪个文件
    #[arg(short, long, value_name = "文件")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ExportFormat {
    /// 电子表格，可以再导入
    Xlsx,
    /// PDF，供打印
    Pdf,
    /// Word 文档，供打印
    Docx,
}

impl From<ExportFormat> for casework::ports::Paper {
    fn from(format: ExportFormat) -> Self {
        match format {
            ExportFormat::Xlsx => Self::Xlsx,
            ExportFormat::Pdf => Self::Pdf,
            ExportFormat::Docx => Self::Docx,
        }
    }
}

#[derive(Args, Debug)]
pub(crate) struct Export {
    /// 哪本登记簿（publication、access_request、work_order、dispute、normative_document、declared_figure）
    #[arg(value_name = "登记簿")]
    pub(crate) kind: String,
    #[command(flatten)]
    pub(crate) place: Place,
    /// 机关名称
    #[arg(long, value_name = "机关")]
    pub(crate) organ: String,
    /// 只导出这一年度
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<i16>,
    /// 输出格式：xlsx（可以再导入）、pdf、docx
    #[arg(long, value_name = "格式", value_enum, default_value = "xlsx")]
    pub(crate) format: ExportFormat,
    /// 写到文件；不写则输出到标准输出
    #[arg(short, long, value_name = "文件")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Organ {
    /// 新建机关
    Add {
        /// 机关全称，例如 示例镇人民政府
        #[arg(value_name = "名称")]
        name: String,
        /// 级别：province 省级、city 市级、county 县级、township 乡镇街道、department 部门
        #[arg(long, value_name = "级别", default_value = "township")]
        kind: String,
        /// 按哪个地区的工作日计算期限：CN 全国（默认），NX 宁夏
        #[arg(long, value_name = "地区", default_value = "CN")]
        region: String,
        /// 上级机关名称
        #[arg(long, value_name = "机关")]
        parent: Option<String>,
        #[command(flatten)]
        place: Place,
    },
    /// 列出机关
    List {
        #[command(flatten)]
        place: Place,
        /// 输出 JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum User {
    /// 新建账号；密码从标准输入读一行
    Add {
        /// 登录名
        #[arg(value_name = "登录名")]
        sign_in_name: String,
        /// 姓名
        #[arg(long, value_name = "姓名")]
        name: String,
        /// 机关名称
        #[arg(long, value_name = "机关")]
        organ: String,
        /// 岗位：clerk、reviewer、secrecy_reviewer、approver、submitter、supervisor、administrator
        #[arg(long, value_name = "岗位")]
        post: String,
        /// 报送岗代表的单位，写名称
        #[arg(long, value_name = "单位")]
        unit: Option<String>,
        #[command(flatten)]
        place: Place,
    },
    /// 重置密码；新密码从标准输入读一行，原有登录全部失效
    Reset {
        /// 登录名
        #[arg(value_name = "登录名")]
        sign_in_name: String,
        #[command(flatten)]
        place: Place,
    },
    /// 停用账号，登录立即失效
    Disable {
        /// 登录名
        #[arg(value_name = "登录名")]
        sign_in_name: String,
        #[command(flatten)]
        place: Place,
    },
    /// 恢复停用的账号，密码不变
    Enable {
        /// 登录名
        #[arg(value_name = "登录名")]
        sign_in_name: String,
        #[command(flatten)]
        place: Place,
    },
    /// 列出账号
    List {
        #[command(flatten)]
        place: Place,
        /// 输出 JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Args, Debug)]
pub(crate) struct Doctor {
    #[command(flatten)]
    pub(crate) place: Place,
    /// 输出 JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Backup {
    /// 备份文件
    #[arg(value_name = "文件")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) place: Place,
}

#[derive(Args, Debug)]
pub(crate) struct Restore {
    /// 备份文件
    #[arg(value_name = "文件")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) place: Place,
}
