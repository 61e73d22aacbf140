import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("Agreed actions on disk")
struct ActionStoreTests {
    private let folder: TemporaryFolder
    private let store: BotStore

    init() throws {
        folder = try TemporaryFolder()
        store = try BotStore(path: folder.file("bot.db"), digest: { $0 })
    }

    private func action(_ number: Int64, _ place: Territory = .city("杭州")) -> AgreedAction {
        AgreedAction(
            number: number, owner: "wangfang", recorder: "liqiang", place: place, words: "复查排队",
            due: Fixtures.today + 7, recordedAt: Fixtures.now)
    }

    private func keep(_ change: ActionChange, at now: Timestamp = Fixtures.now) async throws {
        try await store.database.write { try BotStore.apply(change, at: now, on: $0) }
    }

    @Test(
        "one is read as it was kept, whatever became of it, and an old version changes nothing",
        arguments: [Territory.nation, .region("华东"), .city("杭州")])
    func kept(_ place: Territory) async throws {
        var action = action(1, place)
        try await keep(ActionChange(action, before: nil, by: "liqiang", .recorded))
        #expect(try await store.action(1, within: .all) == action)
        await #expect(throws: ConversationConflict.self) {
            try await keep(ActionChange(action, before: nil, by: "liqiang", .recorded))
        }
        for step in [
            ActionStep.move(to: Fixtures.today + 9),
            .pass(to: "chenjie", place: place == .nation ? .city("宁波") : .nation, due: Fixtures.today + 8),
            .finish(remark: "已办"),
        ] {
            let before = action
            try action.apply(step, by: "wangfang", at: Fixtures.now + .seconds(60))
            try await keep(ActionChange(action, before: before.version, by: "wangfang", step.news))
            #expect(try await store.action(1, within: .all) == action)
            await #expect(throws: ConversationConflict.self) {
                try await keep(ActionChange(before, before: before.version, by: "wangfang", .moved))
            }
        }
    }

    @Test(
        "all are counted, however many there are, and those overdue come before the others where that is wished"
    )
    func tallied() async throws {
        for number in 1...600 as ClosedRange<Int64> {
            try await keep(ActionChange(action(number), before: nil, by: "liqiang", .recorded))
        }
        for number in 1...3 as ClosedRange<Int64> {
            var ended = action(number)
            try ended.apply(
                number == 1 ? .cancel(remark: nil) : .finish(remark: nil), by: "wangfang", at: Fixtures.now)
            try await keep(ActionChange(ended, before: 0, by: "wangfang", .done))
        }
        var moved = action(9)
        try moved.apply(.move(to: Fixtures.today + 20), by: "liqiang", at: Fixtures.now)
        try await keep(ActionChange(moved, before: 0, by: "liqiang", .moved))
        var filter = ActionFilter()
        filter.endedSince = Fixtures.now
        let tally = try await store.tally(filter, within: .all, on: Fixtures.today + 10)
        #expect(tally == ActionTally(open: 1, overdue: 596, done: 2, cancelled: 1))
        let south = ActionReach.places(person: "hejun", cities: ["广州"], region: "华南")
        #expect(try await store.tally(filter, within: south, on: Fixtures.today).isEmpty)
        func first() async throws -> [Int64] {
            try await store.actions(filter, within: .all, offset: 0, limit: 4).map(\.number)
        }
        #expect(try await first() == [1, 2, 3, 4])
        filter.overdueFirst = Fixtures.today + 10
        #expect(try await first() == [4, 5, 6, 7])
    }

    @Test("one of several regions together is of each of them and of no other")
    func severalRegions() async throws {
        try await keep(ActionChange(action(1, .region("华北、西南")), before: nil, by: "zhaomin", .recorded))
        func found(_ region: String?) async throws -> Bool {
            try await store.action(1, within: .places(person: "hejun", cities: ["广州"], region: region)) != nil
        }
        for region in ["华北", "西南", "华东、西南"] { #expect(try await found(region)) }
        for region in ["华东", "西", "北、西", "", nil] { #expect(try await !found(region)) }
        var filter = ActionFilter()
        filter.cities = ["成都"]
        #expect(try await store.count(filter, within: .all) == 0)
        filter.region = "西南"
        #expect(try await store.count(filter, within: .all) == 1)
    }

    @Test("an ended one goes when its time is over, an open one stays, and its number is given to no other")
    func retention() async throws {
        var ended = action(1)
        try await keep(ActionChange(ended, before: nil, by: "liqiang", .recorded))
        try await keep(ActionChange(action(2), before: nil, by: "liqiang", .recorded))
        try ended.apply(.finish(remark: nil), by: "wangfang", at: Fixtures.now)
        try await keep(ActionChange(ended, before: 0, by: "wangfang", .done))
        let late = Fixtures.now + .seconds(731 * 86_400)
        _ = try await store.forget(at: late, pause: { _ in })
        #expect(try await store.action(1, within: .all) == nil)
        #expect(try await store.action(2, within: .all) != nil)
        #expect(try await store.nextAction() == 3)
    }

    @Test("what was to be told when a backup was made is told nobody when it is restored")
    func restored() async throws {
        try await keep(ActionChange(action(1), before: nil, by: "liqiang", .recorded))
        let (since, day) = (Fixtures.now - .seconds(60), Fixtures.today)
        let messages = [
            ActionMessage.news(since: since), .overdue(from: day, before: day + 8),
        ]
        for message in messages {
            #expect(try await store.people(waitingFor: message, after: "", limit: 9) == ["wangfang"])
            #expect(try await store.actions(waitingFor: message, of: "wangfang", limit: 9).count == 1)
        }
        // On a day on which it is overdue.
        _ = try await store.settleRestored(note: "restored", at: Fixtures.now + .seconds(8 * 86_400))
        for message in messages {
            #expect(try await store.people(waitingFor: message, after: "", limit: 9).isEmpty)
            #expect(try await store.actions(waitingFor: message, of: "wangfang", limit: 9).isEmpty)
        }
        #expect(try await store.action(1, within: .all)?.state == .open)
    }
}
