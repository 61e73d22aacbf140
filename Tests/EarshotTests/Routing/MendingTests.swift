import Earshot
import Testing

@Suite("Wishes that something is mended")
struct MendingTests {
    private func understood(_ text: String) throws -> Understood {
        var context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        context.available.insert(.suggestionFile)
        return try RoutingFixture.router().understand(text, in: context)
    }

    @Test("are asked for as suggestions", arguments: ["能不能把车机卡顿解决了", "能不能解决车机卡顿"])
    func wished(_ text: String) throws {
        #expect(try understood(text).meant?.request.intent == .suggestionFile)
    }

    @Test("are none of what is there already", arguments: ["什么时候能把车机那条建议处理好", "能不能把宁波油耗的差评去掉"])
    func others(_ text: String) throws {
        #expect(try understood(text).meant?.request.intent != .suggestionFile)
    }

    @Test("a name of no place is told where nothing was warned of, and other words are not")
    func names() throws {
        #expect(try understood("明明刹车投诉很多为什么没预警").strangeNames.isEmpty)
        #expect(try understood("请问火星市刹车为什么没预警").strangeNames == ["火星市"])
    }
}
