//! 宁夏回族自治区: days off for 开斋节 and 古尔邦节, 2019–2022.
//!
//! 《全国年节及纪念日放假办法》第四条. Only what differs from the nation is written; the regional notices
//! repeat the national days. In 2022 开斋节 fell into the Labour Day holiday. The days of 2023 and later
//! are not known to us for certain and must be entered from the official notices (`calendar import`);
//! until then the national day stands, marked provisional. Numbers and dates we could not find are `None`.

use jiff::civil::date;

use super::built_in::{Issued, festival};

pub(super) const NINGXIA: &[Issued] = &[
    Issued {
        year: 2019,
        title: "宁夏回族自治区人民政府办公厅关于2019年部分节假日安排的通知",
        number: Some("宁政办发〔2018〕137号"),
        issued_on: None,
        festivals: &[festival("开斋节", (6, 5), (6, 6), &[]), festival("古尔邦节", (8, 12), (8, 13), &[])],
    },
    Issued {
        year: 2020,
        title: "宁夏回族自治区人民政府办公厅关于2020年部分节假日安排的通知",
        number: None,
        issued_on: Some(date(2019, 12, 4)),
        festivals: &[festival("开斋节", (5, 25), (5, 26), &[]), festival("古尔邦节", (7, 30), (7, 31), &[])],
    },
    Issued {
        year: 2021,
        title: "宁夏回族自治区人民政府办公厅关于2021年部分节假日安排的通知",
        number: None,
        issued_on: Some(date(2020, 12, 17)),
        festivals: &[festival("开斋节", (5, 13), (5, 14), &[]), festival("古尔邦节", (7, 19), (7, 20), &[])],
    },
    Issued {
        year: 2022,
        title: "宁夏回族自治区人民政府办公厅关于2022年部分节假日安排的通知",
        number: None,
        issued_on: None,
        festivals: &[
            festival("劳动节、开斋节", (4, 30), (5, 4), &[]),
            festival("古尔邦节", (7, 11), (7, 12), &[]),
        ],
    },
];
