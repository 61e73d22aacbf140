import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot

@Suite("Who is told of agreed actions")
struct ActionRoundsTests {
    @Test("whoever does it is told once, and whoever agreed on it when it is done")
    func telling() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        let told = try await house.told()
        #expect(told.keys.sorted() == ["wangfang"])
        #expect(told["wangfang"]?.contains("李强和您约定了行动 R1：12/15 前复查排队") == true, "\(told)")
        #expect(try await house.told().isEmpty)
        _ = try await house.say("完成 R1 已排两班", as: ActionHouse.dealer)
        let done = try await house.told()
        #expect(done == ["liqiang": "行动 R1「复查排队」王芳已完成：已排两班。"])
        #expect(try await house.told().isEmpty)
    }

    @Test("what is off before anybody was told is told nobody, and another day is told with it")
    func early() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        _ = try await house.say("R1 改到12月20日")
        let told = try await house.told()
        #expect(told["wangfang"]?.contains("约定了行动 R1：12/20 前") == true, "\(told)")
        _ = try await house.say("行动 陈洁 12月15日前 换展车")
        _ = try await house.say("取消行动 R2")
        #expect(try await house.told().isEmpty)
        _ = try await house.say("取消行动 R1 不做了")
        #expect(try await house.told()["wangfang"]?.contains("由李强取消了：不做了") == true)
    }

    @Test("whom nothing reaches keeps nobody else waiting, however much there is to tell")
    func unreachable() async throws {
        let house = try ActionHouse(unreachable: ["chenjie"])
        for number in 1...12 { _ = try await house.say("行动 陈洁 12月15日前 第\(number)件事") }
        _ = try await house.say("行动 王芳 12月15日前 复查排队")
        #expect(try await house.told().keys.sorted() == ["wangfang"])
    }

    @Test("who agrees on something alone is told nothing")
    func alone() async throws {
        let house = try ActionHouse()
        #expect(try await house.say("行动 李强 12月15日前 走访杭州门店").contains("（杭州）"))
        #expect(try await house.told().isEmpty)
    }

    @Test(
        "of one whose day has passed is reminded once, in the morning, and again where it has got another day"
    )
    func overdue() async throws {
        let house = try ActionHouse()
        _ = try await house.say("行动 王芳 11月23日前 复查排队")
        _ = try await house.told()
        // 11/23 20:00: its day is not over.
        house.clock.advance(by: .seconds(2 * 86_400 + 10 * 3600))
        #expect(try await house.told().isEmpty)
        // 11/24 02:00 is night, 10:00 is morning.
        house.clock.advance(by: .seconds(6 * 3600))
        #expect(try await house.told().isEmpty)
        house.clock.advance(by: .seconds(8 * 3600))
        let reminded = try await house.told()
        #expect(reminded.keys.sorted() == ["wangfang"])
        #expect(reminded["wangfang"]?.contains("R1 王芳 · 杭州 · 复查排队 · 11/23 前（已逾期 1 天）") == true, "\(reminded)")
        house.clock.advance(by: .seconds(86_400))
        #expect(try await house.told().isEmpty)
        _ = try await house.say("R1 改到11月26日")
        #expect(try await house.told()["wangfang"]?.contains("改到 11/26 前") == true)
        house.clock.advance(by: .seconds(2 * 86_400))
        #expect(try await house.told()["wangfang"]?.contains("已逾期 1 天") == true)
        #expect(
            try await house.trail().filter { $0.hasPrefix("earshot") } == [
                "earshot action.told R1", "earshot action.reminded R1", "earshot action.told R1",
                "earshot action.reminded R1",
            ])
    }
}
