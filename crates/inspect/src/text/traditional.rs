//! Traditional characters of the words that annual reports use, and their simplified forms.
//!
//! Not a converter of Chinese: one character for one, so that headings, labels, years, claims and figures
//! of traditional copies are found by the same patterns. Text is never quoted in this form.

use std::sync::LazyLock;

/// In the order of code points; [`SIMPLIFIED`] runs in step.
const TRADITIONAL: &str = "\
     並亞佈佔併來侷係俬個們倖偽備傢傳僞價儀億儘償優儲兒兗內兩冊凈別則創劃劑動務勞勢勵匯區協卽厤參員唸問啓\
     啟喫單噁噹嚮嚴囌國圍園圓圖團埰執堅報場塊壓夠奬奮婦學寀實寧審寫寬寶將專尋對導屆層屬崗師帶幫幷幹庫廈廢\
     廣廳張強彆彔彙彿後徑從復徵徹惡愛態慣慮慶憂憑憲應懞懲懷戰戲戶捲掃掛採揚換揮摺撐擇擊擔據擠擬擴擺擾攤敎\
     敗數斷於旂旣昇時暢暫曆曉曏書會朮東査條棄楊楓業極榘榦榮構標樣樹橋機檔檢檯欄權歐歷歸殘殯毀氣氾汎汙決沒\
     沖況洩淨減測準溝溫溼滙滿漢漸潔濕濛濟濱瀋瀏瀘災為烏無熱營燬爭爲爾牀牽狀獎獲獻現環產産畢異當療發盃盡監\
     眞眾睏瞭矇矯碩確碼礄礎礙祕祿稅種稱穀積穩穫竊競箇節範築簡簽籌籤糧糰糾紀約紅納紙級紛紮細終組結絕絡給統\
     絶綁經綜綠綫維網綿緊緑線締編緩練緻縣總績織繞繫繳繼續纍纔罰羣義習聞聯聲職聽肅脈脩脫臘臨臺與興舉舊華萬\
     著葯蓆蓋蔘薦藍藥蘇處號衆術衕衚衛衝裏補裝裡製複襬覈見規視覽觀訂計訊討訓託記訟訪設許訴診註証評詞詢試話\
     該詳認語誤說説誰課調談請論諮諸諾講謹證識譜譭議護譽讀變讓谿豐負財貢貧貨貫責費貼貿賃資賓賠賢賣賦質賬購\
     賽贈趨踐踰蹤軍較載輔輕輯輸輻輿轄轉辦農迴逕這連週進遊運過達違遞遠適遲遶遷選遺遼邁還邊郵鄉鄒醫釋針釦鈅\
     鈎鈡鉤銀銅銜銷錄錫錯録錶鍵鍼鍾鎭鎮鏈鐘鐵鑑鑒鑰長門閉開間閔閤閱閲闆關闢陝陞陣陸陽隊階際隨險隱隻雖雙雜\
     離難電靜鞏鞦韆響頁頂項順須預領頭頻顆題額類顧顯風颱養餘饋馬馮駁騎騰驗體髮鬆鬍鬚魚鮮鹹鹽麪麫麵麼麽黃點\
     黨齊齋齣齪齲龍";

/// The simplified forms.
const SIMPLIFIED: &str = "\
     并亚布占并来局系私个们幸伪备家传伪价仪亿尽偿优储儿兖内两册净别则创划剂动务劳势励汇区协即历参员念问启\
     启吃单恶当向严苏国围园圆图团采执坚报场块压够奖奋妇学采实宁审写宽宝将专寻对导届层属岗师带帮并干库厦废\
     广厅张强别录汇佛后径从复征彻恶爱态惯虑庆忧凭宪应蒙惩怀战戏户卷扫挂采扬换挥折撑择击担据挤拟扩摆扰摊教\
     败数断于旗既升时畅暂历晓向书会术东查条弃杨枫业极矩干荣构标样树桥机档检台栏权欧历归残殡毁气泛泛污决没\
     冲况泄净减测准沟温湿汇满汉渐洁湿蒙济滨沈浏泸灾为乌无热营毁争为尔床牵状奖获献现环产产毕异当疗发杯尽监\
     真众困了蒙矫硕确码硚础碍秘禄税种称谷积稳获窃竞个节范筑简签筹签粮团纠纪约红纳纸级纷扎细终组结绝络给统\
     绝绑经综绿线维网绵紧绿线缔编缓练致县总绩织绕系缴继续累才罚群义习闻联声职听肃脉修脱腊临台与兴举旧华万\
     着药席盖参荐蓝药苏处号众术同胡卫冲里补装里制复摆核见规视览观订计讯讨训托记讼访设许诉诊注证评词询试话\
     该详认语误说说谁课调谈请论咨诸诺讲谨证识谱毁议护誉读变让溪丰负财贡贫货贯责费贴贸赁资宾赔贤卖赋质账购\
     赛赠趋践逾踪军较载辅轻辑输辐舆辖转办农回径这连周进游运过达违递远适迟绕迁选遗辽迈还边邮乡邹医释针扣钥\
     钩钟钩银铜衔销录锡错录表键针钟镇镇链钟铁鉴鉴钥长门闭开间闵合阅阅板关辟陕升阵陆阳队阶际随险隐只虽双杂\
     离难电静巩秋千响页顶项顺须预领头频颗题额类顾显风台养余馈马冯驳骑腾验体发松胡须鱼鲜咸盐面面面么么黄点\
     党齐斋出龊龋龙";

/// The simplified form of a character, or the character itself.
pub(super) fn simplified(c: char) -> char {
    static TABLE: LazyLock<Vec<(char, char)>> =
        LazyLock::new(|| TRADITIONAL.chars().zip(SIMPLIFIED.chars()).collect());
    if c < '\u{4E00}' {
        return c;
    }
    let found = TABLE.binary_search_by_key(&c, |(traditional, _)| *traditional).ok();
    found.and_then(|at| TABLE.get(at)).map_or(c, |(_, simplified)| *simplified)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_rows_run_in_step_and_no_result_is_converted_again() {
        assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
        assert!(TRADITIONAL.chars().is_sorted(), "looked up by halves");
        assert!(SIMPLIFIED.chars().all(|c| simplified(c) == c));
        let heading: String = "總體情況、數據、轉、鎮、復議、義烏".chars().map(simplified).collect();
        assert_eq!(heading, "总体情况、数据、转、镇、复议、义乌");
    }
}
