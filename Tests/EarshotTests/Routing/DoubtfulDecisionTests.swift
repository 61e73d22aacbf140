import Testing

@testable import Earshot

@Suite("Decisions on suggestions that a message does not make")
struct DoubtfulDecisionTests {
    private func understood(_ text: String) throws -> Understood {
        try RoutingFixture.router().understand(
            text, in: DialogueContext(role: .hq, today: RoutingFixture.today, minute: 900))
    }

    @Test(
        "what doubts a decision, puts it off, decides differently on several or wants more decides nothing",
        arguments: [
            "采纳7，8不采纳因为没钱", "采纳15，不采纳16因为没钱", "17、18采纳。19不采纳，理由：没场地", "19先放一下，20采纳", "11采纳不了，没预算",
            "9等领导同意再采纳", "王磊说可以采纳25", "24建议采纳", "25和26只采纳一个，就26吧", "24 退回待评估", "采纳前两条", "第一条采纳", "第一条不采纳，重复了",
            "全部采纳", "12、13采纳一下，顺便把11交给市场部", "支持不了 9",
        ])
    func doubtful(_ text: String) throws {
        let understood = try understood(text)
        let all = [understood.request] + understood.alike + understood.further
        #expect(
            all.allSatisfy { request in
                (request.intent != .suggestionDecide || request.slots.status == nil)
                    && request.intent != .suggestionSupport
            }, "\(text): \(all)")
    }

    @Test(
        "what is sure is decided, on each of a row",
        arguments: [
            ("采纳7", ["accepted 7"]), ("不采纳 57 因为上次已采纳类似的", ["declined 57"]),
            ("采纳 #12 下个版本优化", ["accepted 12"]),
            ("3和4都采纳", ["accepted 3", "accepted 4"]), ("不采纳3、4，成本太高", ["declined 3", "declined 4"]),
            ("不采纳 57：如果做成本太高", ["declined 57"]),
        ])
    func sure(_ text: String, _ decisions: [String]) throws {
        let understood = try understood(text)
        let all = ([understood.request] + understood.alike).map {
            "\($0.slots.status ?? "") \($0.slots.suggestion ?? "")"
        }
        #expect(all == decisions, "\(text)")
    }

    @Test("several are supported and left together", arguments: ["支持1和3", "取消支持1和3", "支持 1、3"])
    func row(_ text: String) throws {
        let understood = try understood(text)
        let numbers = ([understood.request] + understood.alike).map(\.slots.suggestion)
        #expect(numbers == ["1", "3"], "\(text)")
    }
}
