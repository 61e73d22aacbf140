import Earshot
import Testing

@Suite("Which records are taken back")
struct NoteNumbersTests {
    private func entries(_ text: String) throws -> [String?] {
        let context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        let understood = try RoutingFixture.router().understand(text, in: context)
        guard understood.request.intent == .noteWithdraw else { return [] }
        return ([understood.request] + understood.alike).map(\.slots.entry)
    }

    @Test(
        "those that are named one behind the other",
        arguments: [
            "撤回记录 2 3", "撤回记录 2、3", "撤回记录 2，3", "撤回记录 2和3", "撤回记录 #2 #3", "撤回记录 2、第3条", "撤回记录 2号和3号。",
        ])
    func several(_ text: String) throws {
        #expect(try entries(text) == ["2", "3"])
    }

    @Test(
        "a date and a span name none",
        arguments: ["撤回记录 11/20", "撤回记录 2-5", "撤回记录 2026-11-20", "撤回记录 2.5", "撤回记录 2:5", "撤回记录 2~5"])
    func dates(_ text: String) throws {
        #expect(try entries(text).allSatisfy { $0.flatMap { Int64($0) } == nil && $0 != nil })
    }

    @Test("of more than nine none is taken back")
    func tooMany() throws {
        #expect(try entries("撤回记录 1 2 3 4 5 6 7 8 9").count == 9)
        #expect(try entries("撤回记录 1 2 3 4 5 6 7 8 9 10") == ["1、2、3、4、5、6、7、8、9、10"])
    }
}
