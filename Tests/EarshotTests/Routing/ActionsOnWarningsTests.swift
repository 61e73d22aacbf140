import Earshot
import Testing

@Suite("What is done about and asked of a warning")
struct ActionsOnWarningsTests {
    private let router: Router

    init() throws {
        router = try RoutingFixture.router()
    }

    @Test("somebody is named who shall take a warning on", arguments: Utterances.handingOver)
    func handingOver(_ row: Utterances.Row) { check(row) }

    @Test(
        "reason, trend and customers' words of a warning are asked for", arguments: Utterances.askedOfWarnings
    )
    func asked(_ row: Utterances.Row) { check(row) }

    @Test("questions about figures stay what they are", arguments: Utterances.besideWarnings)
    func beside(_ row: Utterances.Row) { check(row) }

    @Test("what is added to an action is kept as it was written", arguments: Utterances.withWords)
    func withWords(_ row: Utterances.Row) { check(row) }

    @Test("more of the command is no addition", arguments: Utterances.withoutWords)
    func withoutWords(_ row: Utterances.Row) { check(row) }

    private func check(_ row: Utterances.Row) {
        let request = RoutingFixture.request(after: row.turns, of: row.role, router)
        var slots = request.slots.named
        slots["person"] = request.slots.person
        slots["words"] = request.slots.words
        #expect(request.intent.rawValue == row.intent)
        #expect(slots == row.slots)
        // 转人工 itself may say that somebody is wanted.
        #expect(request.slots.isConfirmed != true || request.intent == .handoff)
    }

    @Test(
        "an action that is not wanted is none, whatever is added to it",
        arguments: Utterances.deniedOnWarnings)
    func denied(text: String) {
        let request = RoutingFixture.request(after: [text], of: .manager, router)
        #expect(!request.intent.changesSomething)
        #expect(request.slots.words == nil && request.slots.person == nil)
    }

    @Test("the points of a line to take are kept with their numbers")
    func points() {
        let words = "1. 停驶 2. 联系门店"
        let request = RoutingFixture.request(after: ["通报 A4：" + words], of: .manager, router)
        #expect(request.intent == .alertBroadcast && request.slots.words == words)
    }

    @Test(
        "an action that is not wanted is no question for a line to take, whatever follows",
        arguments: ["先别通报A4：口径没定", "先别通报A4，口径没定", "不要通报A4：口径还没批"])
    func heldBack(text: String) {
        let context = DialogueContext(role: .manager, today: RoutingFixture.today)
        let command = router.understand("先别通报A4", in: context)
        #expect(router.understand(text, in: context).request == command.request)
    }

    @Test(
        "all warnings are listed, and nothing is done to the one that was spoken of",
        arguments: ["静默所有预警", "静默所有预警两小时", "把全部预警静默", "认领所有预警", "通报所有预警", "所有预警都已解决"])
    func every(text: String) {
        let request = RoutingFixture.request(after: ["A12 详情", text], of: .manager, router)
        #expect(request == Request(.alertList), "\(request)")
    }

    @Test("a name of more than 20 characters is nobody's")
    func longName() {
        let text = "A12转给" + String(repeating: "伟", count: 21)
        #expect(RoutingFixture.request(after: [text], of: .manager, router).slots.person == nil)
    }

    @Test("the addition is kept to its end, however long the message is")
    func longWords() {
        let words = "请统一回复" + String(repeating: "配件在途，", count: 200) + "下周到"
        let request = RoutingFixture.request(after: ["通报A12：" + words], of: .manager, router)
        #expect(request.intent == .alertBroadcast)
        #expect(request.slots.alert == "12" && request.slots.words == words)
    }

    @Test("nothing is added to an action where two warnings are named before it")
    func twoWarnings() {
        let request = RoutingFixture.request(after: ["认领A12，通报A13：请大家注意"], of: .manager, router)
        #expect(request.slots.words == nil)
    }

    @Test("a further wish keeps beside a warning that is handed over")
    func further() {
        let context = DialogueContext(role: .manager, today: RoutingFixture.today)
        let understood = router.understand("把A12转给张伟，再看下油耗", in: context)
        #expect(understood.request.intent == .alertAssign)
        #expect(understood.request.slots.person == "张伟" && understood.request.slots.words == nil)
        #expect(understood.further.map(\.intent) == [.aspect])
    }
}
