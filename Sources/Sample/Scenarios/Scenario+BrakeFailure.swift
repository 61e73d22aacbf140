extension Scenario {
    /// One voice that tells of failing brakes in 成都, and hours later a second one.
    static let brakeFailure: Scenario = {
        func report(_ number: Int, after: Duration, _ series: String, _ text: String) -> Arrival {
            Arrival(
                after: after, city: Scenario.city("成都"), aspect: Scenario.aspect("parts.brake"),
                isDanger: true,
                number: number, scenario: "brake-failure", series: series, text: text)
        }
        return Scenario(
            name: "brake-failure",
            summary: "one customer in 成都 reports that the brakes failed, and four hours later another one",
            arrivals: [
                report(
                    0, after: .seconds(3600), "星驰X9",
                    "昨天下午在三环上跟车，前车减速我踩刹车，刹车突然失灵，踩到底都没反应，拉了电子手刹才停下来，全家都吓坏了。"),
                report(
                    1, after: .seconds(5 * 3600), "星驰X9",
                    "今早出小区下坡，刹车踩到底也没用，差点撞上前车，店里只说查不出问题，这车我是不敢再开了。"),
            ],
            guide: [
                "10:00  the first voice comes; choose 罗燕, who manages 西南: one is enough for a danger",
                "with its number, A2 or another, which stands in the message: 认领 A2, or let an hour pass and choose 周清",
                "14:00  the second voice comes",
                "any time  预警, A2 详情, A2 原话, 把 A2 转给周清, 通报 A2：请立即安排检测，勿自行试车",
                "then choose 何静, who sells in 成都: she has the words; ask 刹车失灵了怎么跟客户解释",
                "It does not end by itself: A2 已解决，已召回检测",
            ])
    }()
}
