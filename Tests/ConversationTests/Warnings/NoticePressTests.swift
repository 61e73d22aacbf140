import EarshotTesting
import Testing

@testable import Earshot

@Suite("Buttons of notices, pressed where others may read the answer")
struct NoticePressTests {
    /// 油耗 in 杭州 is A12, 售后等待 of 杭州西湖店 is A13.
    private func house() async throws -> WarningHouse {
        let house = try await WarningHouse()
        try await house.open()
        let store = WatchedStore(
            id: Fixtures.westLakeStore.id, name: Fixtures.westLakeStore.name, city: Fixtures.hangzhou)
        try await house.open(
            .complaints(WatchedMatter(.store(store), Aspect("after_sales.waiting"))), number: 13)
        return house
    }

    private func press(
        _ words: String, in house: WarningHouse, by person: Person = WarningHouse.manager,
        inGroup: Bool = true, isOnNotice: Bool = true
    ) async throws -> Reply {
        try await ScopeGuard.$asker.withValue(person) {
            try await house.conversations.handle(
                InboundMessage(
                    channel: "feishu/test", id: "\(words) \(person.id) \(isOnNotice)",
                    account: person.accounts.first, chat: "oc_1", isGroup: inGroup, content: .text(words),
                    isOnNotice: isOnNotice))
        }
    }

    @Test(
        "what is hidden in groups is not done, and the person is asked to write it",
        arguments: ["认领 A13", "A13 详情", "A13 误报", "静默 A13 2小时", "A13 原话"])
    func hidden(words: String) async throws {
        let house = try await house()
        let before = try await house.stored(13)
        let reply = try await press(words, in: house)
        #expect(reply == Reply([.text("请把「\(words)」直接发给我。")]))
        #expect(try await house.stored(13) == before)
    }

    @Test("written where nobody else reads it, the same is done")
    func written() async throws {
        let house = try await house()
        _ = try await press("认领 A13", in: house)
        #expect(try await house.say("认领 A13").contains("预警 A13 由您负责了"))
        #expect(try await house.stored(13)?.owner == WarningHouse.manager.id)
    }

    @Test("what groups are told is done by the press, and a chat that is known needs no more")
    func told() async throws {
        let house = try await house()
        let reply = try await press("认领 A12", in: house)
        #expect(reply.lines.contains("预警 A12 由您负责了") && reply.actions?.standing != nil)
        let known = try await press("认领 A13", in: house, inGroup: false)
        #expect(known.lines.contains("预警 A13 由您负责了"))
    }

    @Test(
        "who may not see the warning reads that there is none, and so does a group that is none of a notice")
    func notSeen() async throws {
        let house = try await house()
        let stranger = try await press("认领 A13", in: house, by: WarningHouse.southManager)
        #expect(stranger.lines.contains("没有预警 A13"))
        let group = try await press("认领 A13", in: house, isOnNotice: false)
        #expect(group.lines.contains("没有预警 A13"))
        #expect(try await house.stored(13)?.owner == nil)
    }
}
