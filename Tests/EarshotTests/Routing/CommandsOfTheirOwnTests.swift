import Testing

@testable import Earshot

@Suite("What is a command of its own while a suggestion is filled in")
struct CommandsOfTheirOwnTests {
    private let router: Router
    private let context = DialogueContext(role: .hq, today: RoutingFixture.today)

    init() throws {
        router = try RoutingFixture.router()
    }

    @Test(
        "a numbered warning or suggestion with a verb, a question of a place or time, and a bare command",
        arguments: [
            ("A20 已解决，配件已换", Intent.alertResolve), ("认领 A20", .alertClaim), ("A20 详情", .alertShow),
            ("通报 A20：请统一回复", .alertBroadcast), ("不采纳 22 因为成本太高", .suggestionDecide),
            ("采纳 #22", .suggestionDecide), ("支持 57", .suggestionSupport), ("通报", .alertBroadcast),
            ("全国油耗近30天", .aspect), ("杭州上周油耗怎么样", .aspect), ("近30天客户怎么说", .overview),
        ])
    func commands(text: String, intent: Intent) {
        for step in [Router.FormStep.freely, .briefly] {
            let command = router.commandOfItsOwn(text, in: context, asks: step)
            #expect(command?.request.intent == intent, "\(text)")
        }
    }

    @Test(
        "what may be a suggestion or its product is not lost",
        arguments: [
            "高速油耗显示不准", "杭州的店油耗显示和实际差太多，能不能改算法", "周末多排两个技师", "安排 22 个技师值班", "A20 那样的情况希望以后先通知门店再群发",
            "车机", "星驰X5", "售后预约", "通报的时候希望带上车型", "上周刹车异响的客户希望免费换片", "处理 22 号工位的设备老化问题", "杭州西湖店",
            "预警", "希望预警可以静默一天以上",
        ])
    func texts(text: String) {
        for step in [Router.FormStep.freely, .briefly] {
            #expect(router.commandOfItsOwn(text, in: context, asks: step) == nil, "\(text)")
        }
    }
}
