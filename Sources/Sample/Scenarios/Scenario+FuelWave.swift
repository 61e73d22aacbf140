extension Scenario {
    /// Complaints about 油耗 in 苏州 that grow over eight hours, then spread. (In 杭州 the sample has too many of its own.)
    static let fuelWave: Scenario = {
        var outcry = Outcry(
            "fuel-wave", of: "fuel", series: ["星驰X5", "星驰S3"],
            openings: [
                "开了三个月了。", "送孩子绕城一圈。", "今天加油又吓一跳。", "跟车友对了一遍。", "昨天跑了趟机场。", "换了一箱95再试。", "首保回来又记了一周。",
                "才跑了六百公里。", "早晚高峰都开过了。", "加完第五箱油了。", "刚从加油站回来。", "说说我的车。",
            ],
            grievances: [
                "油耗太高了", "市区油耗太高，直接上了十四", "高速油耗太高，太费油了", "油耗真的太高，养不起了", "太费油了，油耗虚标得厉害", "油耗高得受不了，太费油",
                "太耗油了，油耗高得离谱", "油耗高，百公里要烧十三个油，不能接受", "油耗太高，比老车还费油", "堵车时油耗太高，吓人", "油耗高，费油得很",
                "油耗太费了，劝退", "油耗高得吓人，虚标",
            ],
            endings: [
                "，钱包扛不住。", "，心疼。", "，后悔了。", "，太失望了。", "，真的服了。",
            ])
        outcry.add("苏州", from: 30, [1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 6, 7, 8, 8, 9, 10])
        outcry.add("无锡", from: 510, [2, 3, 4, 5, 6, 6, 7])
        outcry.add("常州", from: 540, [2, 2, 3, 4, 5, 5])
        return Scenario(
            name: "fuel-wave",
            summary: "complaints about 油耗 in 苏州 grow over eight hours, then spread to 无锡 and 常州",
            arrivals: outcry.inOrder,
            guide: [
                "09:00  choose 刘洋, who manages 华东, and type 预警: it lists what there is, with numbers",
                "from 12:00 on  预警 again, every few hours: 苏州 油耗 comes and grows, and 刘洋 is told when it is worse",
                "with its number, A3 or another: unless somebody types 认领 A3, headquarters is told: choose 周清",
                "17:30  无锡 and 常州 begin: what was a city becomes 江苏 or 华东",
                "any time  A3 详情, A3 走势, A3 原话, 通报 A3：正在排查，请先登记车架号 (then 确认通报 A3), A3 已解决",
            ])
    }()
}
