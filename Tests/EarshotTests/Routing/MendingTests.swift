import Earshot
import Testing

@Suite("Wishes that something is mended")
struct MendingTests {
    private func understood(_ text: String) throws -> Understood {
        var context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        context.available.insert(.suggestionFile)
        return try RoutingFixture.router().understand(text, in: context)
    }

    @Test(
        "are asked for as suggestions",
        arguments: [
            "能不能把车机卡顿解决了", "能不能解决车机卡顿", "能不能给我们杭州多一点配件，不要老让客户等", "能不能多一点配件", "能不能把车机升级快一点", "能不能把空调风力调小一点",
            "能不能给投诉刹车的客户电话回访", "能不能给等保养的客户安排代步车", "能不能对投诉油耗的车主补偿一下",
        ])
    func wished(_ text: String) throws {
        #expect(try understood(text).meant?.request.intent == .suggestionFile)
    }

    @Test(
        "are none of what is there already",
        arguments: [
            "什么时候能把车机那条建议处理好", "能不能把宁波油耗的差评去掉",
            "能不能把油耗说详细一点", "能不能多看几条油耗", "能不能多一点油耗的原话", "能不能把油耗的数据讲清楚一点",
            "能不能多给点油耗的反馈", "请多来点刹车的吐槽",
            "能不能把车主油耗对比一下", "能不能把用户满意度排个名", "能不能对客户满意度做个统计", "能不能将用户口碑按城市排一下",
            "能不能把客户油耗的趋势拉出来", "能不能多一些车机的内容", "麻烦多给一点空间的例子",
        ])
    func others(_ text: String) throws {
        #expect(try understood(text).meant?.request.intent != .suggestionFile)
    }

    @Test("keep for whom something is wished in what is suggested")
    func beneficiary() throws {
        let understood = try understood("能不能给我们店多配两台试驾车")
        #expect(understood.request.intent == .suggestionFile)
        #expect(understood.freeText == "给我们店多配两台试驾车")
    }

    @Test("a name of no place is told where nothing was warned of, and other words are not")
    func names() throws {
        #expect(try understood("明明刹车投诉很多为什么没预警").strangeNames.isEmpty)
        #expect(try understood("请问火星市刹车为什么没预警").strangeNames == ["火星市"])
    }

    @Test("a short word at the beginning may be a name", arguments: ["火星为什么没预警", "请问火星为什么没预警", "上周火星为什么没预警"])
    func alone(_ text: String) throws {
        #expect(try understood(text).strangeNames == ["火星"])
    }

    @Test(
        "what happened is no name",
        arguments: ["网上都吵翻了为什么没预警", "群里闹得很凶为什么没预警", "天都塌了为什么没预警", "吵翻了为什么没预警"])
    func happened(_ text: String) throws {
        let understood = try understood(text)
        #expect(understood.request.intent == .alertAbsence)
        #expect(understood.strangeNames.isEmpty, "\(understood.strangeNames)")
    }
}
