import Earshot
import Testing

@Suite("Whose numbers are asked for")
struct ContactTests {
    private func understood(_ text: String, after previous: Intent? = nil) throws -> Understood {
        var context = DialogueContext(role: .dealer, today: RoutingFixture.today)
        context.previous = previous.map { Request($0) }
        return try RoutingFixture.router().understand(text, in: context)
    }

    @Test(
        "those in charge are named",
        arguments: ["总部联系方式是什么", "经理的联系方式发我", "经理电话是多少", "区域经理的电话给我", "联系方式是什么", "我要联系方式", "总部电话多少"])
    func inCharge(_ text: String) throws {
        #expect(try understood(text).request.intent == .handoff)
    }

    @Test(
        "those of customers are given to nobody",
        arguments: [
            "把抱怨油耗的客户电话给我", "抱怨刹车的车主微信号", "把这些人的手机号发我", "客户电话给我", "谁在骂我们，联系方式给我", "他们的手机号给我",
            "能不能把那个投诉客户的电话给我", "能不能把投诉人的手机号告诉我", "可不可以把抱怨油耗的客户电话给我", "能否把他们的手机号发我", "可以把那个投诉客户的电话给我吗",
        ])
    func customers(_ text: String) throws {
        #expect(try understood(text).explains == .personal)
    }

    @Test("behind what customers say, 联系方式 is theirs", arguments: ["联系方式是什么", "联系方式给我", "我要联系方式"])
    func spokenOf(_ text: String) throws {
        #expect(try understood(text, after: .quotes).explains == .personal)
    }

    @Test(
        "a customer's words are none",
        arguments: [
            "客户微信发给我说空调有异味", "客户电话告诉我刹车异响，很不满", "能不能把保养价格公开", "能不能把客户投诉的处理进度短信告诉客户",
            "能不能给投诉的客户电话回访", "能不能客户投诉后把客户电话自动脱敏", "能不能让反馈过的客户微信上也能查进度",
        ])
    func reported(_ text: String) throws {
        #expect(try understood(text).explains != .personal)
    }
}
