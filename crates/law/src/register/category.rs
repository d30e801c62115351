//! What the Regulation obliges a township to publish: the items of Articles 20 and 21 as the top
//! level of the catalogue.

use super::choice::choices;

choices! {
    /// 公开类别: the fifteen items of 条例第二十条 and the eight that 第二十一条 adds for townships.
    pub enum Category {
        /// 第二十条第（一）项. A township may issue only 规范性文件; it has no rule-making power.
        Normative = "20-01", "规章和规范性文件", ["规范性文件", "规章"];
        /// 第二十条第（二）项.
        Organisation = "20-02", "机关职能和机构设置", ["机构职能", "机关职能", "机构设置", "机构概况"];
        /// 第二十条第（三）项.
        Planning = "20-03", "发展规划及相关政策", ["发展规划", "规划计划"];
        /// 第二十条第（四）项.
        Statistics = "20-04", "统计信息", ["统计数据"];
        /// 第二十条第（五）项.
        Licensing = "20-05", "行政许可和其他对外管理服务事项", ["行政许可"];
        /// 第二十条第（六）项.
        Enforcement = "20-06", "行政处罚、行政强制", ["行政处罚", "行政强制"];
        /// 第二十条第（七）项.
        Budget = "20-07", "财政预算、决算", ["财政预决算", "预决算", "财政信息", "财政预算", "财政决算"];
        /// 第二十条第（八）项.
        Charges = "20-08", "行政事业性收费", ["收费项目"];
        /// 第二十条第（九）项.
        Procurement = "20-09", "政府集中采购", ["政府采购", "集中采购"];
        /// 第二十条第（十）项.
        Projects = "20-10", "重大建设项目", ["重点项目", "重大项目"];
        /// 第二十条第（十一）项.
        Livelihood = "20-11", "扶贫、教育、医疗、社会保障、促进就业", ["扶贫", "教育", "医疗", "社会保障", "促进就业", "乡村振兴"];
        /// 第二十条第（十二）项.
        Emergencies = "20-12", "突发公共事件应急", ["应急管理", "突发公共事件"];
        /// 第二十条第（十三）项.
        Inspections = "20-13", "环境保护、公共卫生、安全生产等监督检查", ["监督检查", "安全生产", "环境保护", "公共卫生"];
        /// 第二十条第（十四）项.
        Recruitment = "20-14", "公务员招考", ["公务员招录", "人事招考"];
        /// 第二十条第（十五）项: whatever another provision requires; the provision must be named.
        OtherRequired = "20-15", "其他规定应当主动公开的信息", ["其他"];
        /// 第二十一条: 贯彻落实农业农村政策.
        AgriculturalPolicy = "21-1", "农业农村政策落实", ["农业农村政策", "涉农补贴"];
        /// 第二十一条: 农田水利工程建设运营.
        Irrigation = "21-2", "农田水利工程建设运营", ["农田水利"];
        /// 第二十一条: 农村土地承包经营权流转.
        LandTransfer = "21-3", "农村土地承包经营权流转", ["土地流转", "土地承包经营权流转"];
        /// 第二十一条: 宅基地使用情况审核.
        Homesteads = "21-4", "宅基地使用情况审核", ["宅基地", "宅基地审批"];
        /// 第二十一条: 土地征收.
        LandExpropriation = "21-5", "土地征收", ["征地"];
        /// 第二十一条: 房屋征收.
        HouseExpropriation = "21-6", "房屋征收", [];
        /// 第二十一条: 筹资筹劳.
        VillageLevies = "21-7", "筹资筹劳", ["一事一议"];
        /// 第二十一条: 社会救助.
        SocialAssistance = "21-8", "社会救助", ["低保", "临时救助"];
    }
}

impl Category {
    /// The provision that obliges: `条例第二十条第（七）项`, `条例第二十一条`.
    #[must_use]
    pub fn article(self) -> String {
        const ITEMS: [&str; 15] = [
            "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四",
            "十五",
        ];
        ITEMS
            .get(self as usize)
            .map_or_else(|| "条例第二十一条".into(), |item| format!("条例第二十条第（{item}）项"))
    }
}
