//! Configuration: defaults < `gongkai.toml` < `GONGKAI_*` environment < command line.
//!
//! Read once, here; everything else receives values. An unknown key is an error that names the nearest known
//! key, because a misspelt key that is silently ignored is found on the day it was needed.

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::{Context as _, anyhow, bail};

/// One configuration key: its name in `gongkai.toml`, its default and what it is for.
///
/// The environment name is `GONGKAI_` + the name in capitals; secrets may also come from a file named by
/// `GONGKAI_…_FILE`.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) default: &'static str,
    pub(crate) secret: bool,
    pub(crate) help: &'static str,
}

/// Every key there is. `gongkai --help` prints this table.
pub(crate) const KEYS: &[Key] = &[
    Key {
        name: "data_dir", default: "gongkai-data", secret: false, help: "数据目录（SQLite 数据库）"
    },
    Key {
        name: "database_url",
        default: "",
        secret: true,
        help: "PostgreSQL 连接地址；填写后不用 SQLite，也不能再用 --data",
    },
    Key { name: "listen", default: "127.0.0.1:8080", secret: false, help: "监听地址和端口" },
    Key {
        name: "base_path", default: "/", secret: false, help: "公开栏目挂在上级网站的哪个路径下"
    },
    Key {
        name: "secure_cookies",
        default: "true",
        secret: false,
        help: "登录凭证只经加密连接传送；只在本机试用时才设为 false",
    },
    Key {
        name: "site_name", default: "", secret: false, help: "所在网站的名称，例如 示例县人民政府"
    },
    Key { name: "site_domain", default: "", secret: false, help: "所在网站的域名" },
    Key { name: "site_id_code", default: "", secret: false, help: "网站标识码" },
    Key { name: "site_icp", default: "", secret: false, help: "ICP备案号" },
    Key { name: "site_police", default: "", secret: false, help: "公安备案号" },
    Key {
        name: "page_memory",
        default: "16",
        secret: false,
        help: "公开页面做好后在内存里留多少 MiB，内容一变自动作废；0 为不留",
    },
    Key {
        name: "font_dir",
        default: "",
        secret: false,
        help: "生成 PDF 用的中文字体在哪个目录；不填则用系统的字体",
    },
    Key {
        name: "log", default: "info", secret: false, help: "日志级别（error、warn、info、debug）"
    },
];

/// What `gongkai --help` says about the configuration.
pub(crate) fn help() -> String {
    let mut help = "配置（gongkai.toml，或环境变量 GONGKAI_ 加大写名称；环境变量优先）：\n".to_owned();
    for Key { name, default, secret, help: what } in KEYS {
        let default = if default.is_empty() { String::new() } else { format!("，默认 {default}") };
        let file = if *secret { "；也可以用 GONGKAI_…_FILE 指一个文件" } else { "" };
        help.push_str(&format!("  {name:<16}{what}{default}{file}\n"));
    }
    help
}

/// The configuration as it is in force.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    pub(crate) data_dir: PathBuf,
    pub(crate) database_url: Option<String>,
    pub(crate) listen: String,
    pub(crate) base_path: String,
    pub(crate) secure_cookies: bool,
    pub(crate) site: web::Site,
    /// Room for finished public pages, in bytes.
    pub(crate) page_memory: usize,
    /// Where the fonts of PDFs are; the system's if none is named.
    pub(crate) font_dir: Option<PathBuf>,
    pub(crate) log: String,
}

impl Config {
    /// Reads the file (when there is one) and the environment.
    ///
    /// # Errors
    /// A Chinese sentence: an unknown key, an unreadable file, a value of the wrong kind.
    pub(crate) fn load(file: Option<&str>, environment: &BTreeMap<String, String>) -> anyhow::Result<Self> {
        let mut values: BTreeMap<String, String> =
            KEYS.iter().map(|key| (key.name.to_owned(), key.default.to_owned())).collect();
        if let Some(text) = file {
            values.extend(from_file(text)?);
        }
        values.extend(from_environment(environment)?);
        let take = |name: &str| values.get(name).cloned().unwrap_or_default();
        let base_path = take("base_path");
        if !base_path.starts_with('/') {
            bail!("配置项 base_path 要以“/”开头，现在是“{base_path}”。");
        }
        let secure_cookies = match take("secure_cookies").as_str() {
            "true" => true,
            "false" => false,
            other => bail!("配置项 secure_cookies 只能是 true 或 false，现在是“{other}”。"),
        };
        let page_memory = take("page_memory");
        let Some(page_memory) = page_memory.parse::<u16>().ok().map(|size| usize::from(size) * 1024 * 1024)
        else {
            bail!("配置项 page_memory 要写成 0 到 65535 之间的整数（MiB），现在是“{page_memory}”。");
        };
        let database_url = Some(take("database_url")).filter(|url| !url.is_empty());
        Ok(Self {
            data_dir: PathBuf::from(take("data_dir")),
            database_url,
            listen: take("listen"),
            base_path,
            secure_cookies,
            site: web::Site {
                name: take("site_name"),
                domain: take("site_domain"),
                id_code: take("site_id_code"),
                icp: take("site_icp"),
                police: take("site_police"),
            },
            page_memory,
            font_dir: Some(take("font_dir")).filter(|folder| !folder.is_empty()).map(PathBuf::from),
            log: take("log"),
        })
    }
}

fn from_file(text: &str) -> anyhow::Result<BTreeMap<String, String>> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let line = error
            .span()
            .and_then(|span| text.get(..span.start))
            .map_or(1, |before| before.matches('\n').count() + 1);
        anyhow!("配置文件 gongkai.toml 第 {line} 行格式不对，请写成“名称 = \"值\"”。")
    })?;
    let mut values = BTreeMap::new();
    for (name, value) in table {
        known(&name, &name)?;
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Boolean(flag) => flag.to_string(),
            toml::Value::Integer(number) => number.to_string(),
            _ => bail!("配置文件 gongkai.toml 的“{name}”要写成一个值。"),
        };
        values.insert(name, value);
    }
    Ok(values)
}

/// `GONGKAI_TEST_*` belongs to the tests and is not configuration.
fn from_environment(environment: &BTreeMap<String, String>) -> anyhow::Result<BTreeMap<String, String>> {
    let mut values = BTreeMap::new();
    for (variable, value) in environment {
        let Some(rest) = variable.strip_prefix("GONGKAI_") else { continue };
        if rest.starts_with("TEST_") {
            continue;
        }
        let lower = rest.to_lowercase();
        if let Some(name) = lower.strip_suffix("_file")
            && KEYS.iter().any(|key| key.name == name && key.secret)
        {
            let text = std::fs::read_to_string(value)
                .with_context(|| format!("环境变量 {variable} 指的文件 {value} 读不了。"))?;
            values.insert(name.to_owned(), text.trim().to_owned());
            continue;
        }
        known(&lower, variable)?;
        values.insert(lower, value.clone());
    }
    Ok(values)
}

fn known(name: &str, shown: &str) -> anyhow::Result<()> {
    if KEYS.iter().any(|key| key.name == name) {
        return Ok(());
    }
    let nearest = KEYS
        .iter()
        .map(|key| key.name)
        .min_by_key(|known| strsim::levenshtein(known, name))
        .unwrap_or_default();
    bail!("没有“{shown}”这个配置项。最接近的是“{nearest}”。")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn the_environment_wins_over_the_file_and_the_file_over_the_default() {
        let file = Some("listen = \"127.0.0.1:1\"\nbase_path = \"/a/\"");
        let config = Config::load(file, &environment(&[("GONGKAI_LISTEN", "127.0.0.1:2")])).unwrap();
        assert_eq!(
            (config.listen.as_str(), config.base_path.as_str(), config.log.as_str()),
            ("127.0.0.1:2", "/a/", "info")
        );
    }

    #[test]
    fn an_unknown_key_is_an_error_that_names_the_nearest_known_one() {
        let error = Config::load(Some("lisen = \"x\""), &BTreeMap::new()).unwrap_err();
        assert!(error.to_string().contains("“listen”"), "{error}");
        let error = Config::load(None, &environment(&[("GONGKAI_DATABASE_ULR", "x")])).unwrap_err();
        assert!(error.to_string().contains("“database_url”"), "{error}");
    }
}
