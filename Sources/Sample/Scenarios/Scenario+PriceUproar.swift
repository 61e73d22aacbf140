extension Scenario {
    /// Complaints about a lowered price everywhere at once.
    static let priceUproar: Scenario = {
        var outcry = Outcry(
            "price-uproar", of: "price", series: ["星驰X5", "星驰X9", "星驰E7"],
            openings: [
                "刚提车才十天。", "昨天付的定金。", "同事也刚买。", "算了一晚上账。", "去年底订的那批。", "置换买的。", "提车才一个月。", "定金刚交。",
                "一家人商量了半年才买。", "说说这次的事。", "今早店里来电话。", "上周六提的车。",
            ],
            grievances: [
                "价格太坑了", "价格虚高，太坑了", "贵得离谱，价格太坑", "这个价格太贵了", "定价太贵，太不厚道", "价格太高，不值这个钱", "降价降得太狠，价格太坑",
                "定价太贵，老车主成了韭菜", "价格太贵，太坑", "价格太贵，性价比太低", "价格高得离谱，太坑", "价格太坑，买亏了", "卖得太贵，价格虚高",
            ],
            endings: [
                "，太失望了。", "，真的服了。", "，差价谁来补。", "，后悔了。", "，睡都睡不着。",
            ])
        // The cities one after the other in every half hour; large ones come first and last longest.
        let cities = [
            "上海", "北京", "广州", "深圳", "成都", "武汉", "南京", "西安", "重庆", "郑州", "长沙", "天津", "青岛", "合肥",
            "沈阳", "昆明", "福州", "济南", "南宁", "贵阳",
        ]
        for (index, city) in cities.enumerated() {
            outcry.add(city, from: 30 + 10 * index, Array(repeating: 1, count: 12 - index / 2))
        }
        return Scenario(
            name: "price-uproar",
            summary: "after a price cut those who bought before complain in twenty cities at once",
            arrivals: outcry.inOrder,
            guide: [
                "from 11:00 on  choose 周清 of headquarters and type 预警: it is one warning of 全国, not of twenty cities",
                "choose 林枫 (华南) or 张华 (华北): each manager is told of it once",
                "with its number, A2 or another: 认领 A2; whoever tries after that is told who was first",
                "any time  A2 详情, A2 走势, A2 原话, 通报 A2：差价补偿方案周五前公布 (then 确认通报 A2), 静默 A2 两小时",
            ])
    }()
}
