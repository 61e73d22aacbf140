import Earshot
import EarshotTesting
import Testing

@Suite("Router")
struct RouterTests {
    private let router: Router

    init() throws {
        router = try RoutingFixture.router()
    }

    @Test("questions about voices are understood", arguments: Utterances.insight)
    func insight(_ row: Utterances.Row) { check(row) }

    @Test("questions about customers in general are understood", arguments: Utterances.overview)
    func overview(_ row: Utterances.Row) { check(row) }

    @Test("questions about one aspect are understood", arguments: Utterances.aspects)
    func aspects(_ row: Utterances.Row) { check(row) }

    @Test("comparisons are understood", arguments: Utterances.comparisons)
    func comparisons(_ row: Utterances.Row) { check(row) }

    @Test("quotes and what helps to sell are understood", arguments: Utterances.selling)
    func selling(_ row: Utterances.Row) { check(row) }

    @Test("subscriptions are understood", arguments: Utterances.subscriptions)
    func subscriptions(_ row: Utterances.Row) { check(row) }

    @Test("nothing is made of what is not meant for the bot", arguments: Utterances.notMeant)
    func notMeant(_ row: Utterances.Row) { check(row) }

    @Test("warnings and rankings are understood", arguments: Utterances.warningsAndRankings)
    func warningsAndRankings(_ row: Utterances.Row) { check(row) }

    @Test("suggestions and notes are understood", arguments: Utterances.suggestions)
    func suggestions(_ row: Utterances.Row) { check(row) }

    @Test("what administrators ask and do about deliveries is understood", arguments: Utterances.outbox)
    func outbox(_ row: Utterances.Row) { check(row) }

    @Test("talk is understood", arguments: Utterances.talk)
    func talk(_ row: Utterances.Row) { check(row) }

    @Test("follow-ups carry over what they leave out", arguments: Utterances.followUps)
    func followUps(_ row: Utterances.Row) { check(row) }

    private func check(_ row: Utterances.Row) {
        let request = RoutingFixture.request(after: row.turns, of: row.role, router)
        #expect(request.intent.rawValue == row.intent)
        #expect(request.slots.named == row.slots)
    }

    @Test("every example of the help is understood as its own command")
    func examples() throws {
        let commands = try RoutingFixture.commands()
        for command in commands.commands {
            for example in command.examples {
                let role = command.roles?.first ?? .dealer
                let request = RoutingFixture.request(after: [example], of: role, router)
                #expect(request.intent.rawValue == command.intent, "\(example)")
            }
        }
    }

    @Test("every intent but unknown has a command")
    func intents() throws {
        let declared = try Set(RoutingFixture.commands().commands.map(\.intent))
        for intent in Intent.allCases where intent != .unknown {
            #expect(declared.contains(intent.rawValue), "\(intent)")
        }
    }

    @Test("what is not understood brings three questions that can be asked")
    func nearest() {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        let understood = router.understand("天气这么热客户会不会不来了", in: context)
        #expect(understood.request.intent == .unknown)
        #expect(understood.nearest.count == 3)
    }

    @Test("the words after the command are the suggestion")
    func freeText() {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        let filed = router.understand("我要提建议 高速油耗显示和实际差太多", in: context)
        #expect(filed.request.intent == .suggestionFile)
        #expect(filed.freeText == "高速油耗显示和实际差太多")
        #expect(router.understand("我要提建议", in: context).freeText == nil)
    }

    @Test("another store after a comparison of two stores takes the place of the other one")
    func otherStore() {
        var context = DialogueContext(role: .hq, today: RoutingFixture.today)
        context.previous = router.understand("杭州西湖店和宁波鄞州店比", in: context).request
        context.previous?.store = "D001"
        for text in ["那江宁店呢", "那南京江宁店呢"] {
            let understood = router.understand(text, in: context)
            #expect(understood.request.intent == .compare)
            #expect(understood.request.slots.against == .store("南京江宁店"))
            #expect(understood.dealer == nil && understood.keepsStore)
            #expect(understood.request.slots.city == context.previous?.slots.city)
        }
    }

    @Test("the data's accuracy is explained")
    func accuracy() {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        #expect(router.understand("你的数据准吗", in: context).explains == .accuracy)
        #expect(router.understand("数据从哪来的", in: context).explains == .source)
    }

    @Test("a number alone is a choice")
    func choice() {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        #expect(router.understand("2", in: context).choice == 2)
        #expect(router.understand("第三个", in: context).choice == 3)
    }

    @Test("help leaves out what is not available and what the role may not do")
    func help() {
        let entries = router.help(for: .dealer, available: [.overview, .quotes, .suggestionDecide])
        #expect(entries.map(\.intent) == [.overview, .quotes])
        #expect(entries.allSatisfy { !$0.examples.isEmpty })
    }

    @Test("any text of any length has an understanding", arguments: 0..<40)
    func hostileText(_ seed: UInt64) {
        var generator = SeededRandom(seed: seed)
        let pieces = [
            "A", "#", "12", "每", "周", "日", "上", "月", "号", "到", "-", ":", "百", "一", "\u{0}", "🚗", "半", "不",
        ]
        let text = (0..<Int.random(in: 0..<3000, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
        }
        let context = DialogueContext(role: .manager, today: RoutingFixture.today)
        let understood = router.understand(text.joined(), in: context)
        #expect(understood.nearest.count <= 3)
    }
}
