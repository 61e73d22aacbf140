import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Stores that are asked what customers complained of")
struct NoteAskingTests {
    private func asked(_ house: BriefingHouse) async throws -> [DeliverySummary] {
        try await house.bot.deliveries(in: Set(DeliveryState.allCases), on: nil, limit: 1000)
    }

    @Test(
        "a dealer is asked at the time, once, and the answer becomes up to three records",
        arguments: [
            "1. 空调有异味\n2. 保养等太久\n3. 车机卡", "空调有异味；保养等太久；车机卡", "1、空调有异味 2、保养等太久 3、车机卡",
        ])
    func answered(text: String) async throws {
        let house = try await BriefingHouse()
        house.put(0, 12)
        let added = try await house.say("每天17:30问我今天客户最多的三个投诉")
        #expect(added.contains("每天 17:30 我会问您"), "\(added)")
        #expect(try await house.say("我的订阅").contains("记录提醒"))
        house.put(0, 17, 29)
        #expect(try await house.rounds.send().isEmpty)
        house.put(0, 17, 30)
        let sent = try await house.rounds.send()
        #expect(sent.count == 1)
        #expect(sent.first?.reply.lines.contains("今天客户抱怨最多的是哪三件事") == true)
        #expect(try await house.rounds.send().isEmpty)
        let again = try await BriefingHouse(reopening: house)
        #expect(try await again.rounds.send().isEmpty)
        #expect(try await again.say("杭州油耗近7天怎么样").contains("杭州 · 油耗"))
        let answer = try await again.say(text)
        #expect(answer.hasPrefix("已记下 3 条："), "\(answer)")
        #expect(answer.contains("记录 1：空调有异味") && answer.contains("记录 3：车机卡"), "\(answer)")
        #expect(try await again.bot.countNotes(of: NoteHouse.dealer.id) == 3)
        // It was answered: the same is no answer any more.
        _ = try await again.say(text)
        #expect(try await again.bot.countNotes(of: NoteHouse.dealer.id) == 3)
        again.put(1, 17, 40)
        #expect(try await again.rounds.send().count == 1)
    }

    @Test("没有 ends it for the day, what is something else is answered as usual, and one complaint is enough")
    func otherwise() async throws {
        let house = try await BriefingHouse()
        house.put(0, 12)
        #expect(try await house.say("订阅每日记录提醒").contains("我会问您"))
        house.put(0, 18)
        #expect(try await house.rounds.send().count == 1)
        for text in ["你好", "空调怎么样？", "哈哈哈", "我的记录"] { _ = try await house.say(text) }
        #expect(try await house.bot.countNotes(of: NoteHouse.dealer.id) == 0)
        #expect(try await house.say("没有").contains("今天没有要记的"))
        #expect(!(try await house.say("空调有异味")).contains("已记下"))
        house.put(3, 18)
        #expect(try await house.rounds.send().count == 1)
        #expect(try await house.say("空调有异味").hasPrefix("已记下 1 条"))
        #expect(try await house.say("退订记录提醒").contains("记录提醒"))
        house.put(4, 18)
        #expect(try await house.rounds.send().isEmpty)
    }

    @Test("who has no store is asked nothing, and after six hours nothing is an answer")
    func others() async throws {
        let house = try await BriefingHouse()
        house.put(0, 12)
        let refused = try await house.say("每天17:30问我今天客户最多的三个投诉", as: Fixtures.eastManager)
        #expect(refused.contains("您没有绑定门店"), "\(refused)")
        _ = try await house.say("每天17:30问我今天客户最多的三个投诉")
        house.put(0, 17, 30)
        #expect(try await house.rounds.send().count == 1)
        _ = try await house.say("1. 空调有异味\n2. 车机卡", as: NoteHouse.neighbour)
        #expect(try await house.bot.countNotes(of: NoteHouse.neighbour.id) == 0)
        house.put(0, 23, 31)
        _ = try await house.say("1. 空调有异味\n2. 车机卡")
        #expect(try await house.bot.countNotes(of: NoteHouse.dealer.id) == 0)
    }
}
