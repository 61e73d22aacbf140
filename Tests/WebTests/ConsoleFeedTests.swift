import Earshot
import Testing

@testable import Web

@Suite("The console's feed")
struct ConsoleFeedTests {
    private let feed = ConsoleFeed(name: "f1", clock: StillClock())
    private let warning = Reply([.title("预警")])

    @Test("a message and its answer are there in order, once however often they are recorded")
    func order() throws {
        for _ in 0..<2 {
            _ = try feed.record(sent: "你好", key: "m1", by: "li")
            _ = try feed.record(reply: warning, key: "m1", for: "li")
        }
        #expect(feed.news(for: "li", after: 0).entries.map(\.entry.kind) == [.sent, .reply])
        #expect(feed.news(for: "li", after: 1).entries.map(\.sequence) == [2])
        #expect(feed.news(for: "li", after: 2).entries.isEmpty)
    }

    @Test("one person's entries are never another's")
    func apart() throws {
        _ = try feed.record(sent: "你好", key: "m1", by: "li")
        try feed.push(warning, to: "chen", key: "d1")
        #expect(feed.news(for: "li", after: 0).entries.map(\.sequence) == [1])
        #expect(feed.news(for: "chen", after: 0).entries.map(\.sequence) == [2])
        #expect(feed.news(for: "wang", after: 0).entries.isEmpty)
        #expect(feed.news(for: "wang", after: 0).pushes == ["li": 0, "chen": 1])
    }

    @Test("a delivery that comes again is shown once")
    func pushedOnce() throws {
        try feed.push(warning, to: "chen", key: "d1")
        try feed.push(warning, to: "chen", key: "d1")
        #expect(feed.news(for: "chen", after: 0).entries.count == 1)
        #expect(feed.news(for: "chen", after: 0).pushes == ["chen": 1])
    }

    @Test("the history of a person and the number of people are bounded, the oldest go first")
    func bounded() throws {
        var limits = ConsoleFeed.Limits()
        (limits.entries, limits.people) = (3, 2)
        let feed = ConsoleFeed(name: "f1", clock: StillClock(), limits: limits)
        for number in 1...5 { _ = try feed.record(sent: "\(number)", key: "m\(number)", by: "li") }
        #expect(feed.news(for: "li", after: 0).entries.map(\.sequence) == [3, 4, 5])
        _ = try feed.record(sent: "a", key: "a", by: "chen")
        _ = try feed.record(sent: "b", key: "b", by: "wang")
        #expect(feed.news(for: "li", after: 0).entries.isEmpty)
        #expect(feed.news(for: "chen", after: 0).entries.count == 1)
    }

    @Test("waiting ends with an entry of one's own, or what is pushed to anybody")
    func wakes() async throws {
        async let own = feed.wait(for: "li", after: 0)
        while feed.waiting == 0 { await Task.yield() }
        _ = try feed.record(sent: "嗯", key: "c1", by: "chen")
        #expect(feed.waiting == 1)
        _ = try feed.record(sent: "你好", key: "m1", by: "li")
        #expect(await own == .over)

        async let other = feed.wait(for: "li", after: 2)
        while feed.waiting == 0 { await Task.yield() }
        try feed.push(warning, to: "chen", key: "d1")
        #expect(await other == .over)
    }

    @Test("what is there already is not waited for")
    func alreadyThere() async throws {
        _ = try feed.record(sent: "你好", key: "m1", by: "li")
        #expect(await feed.wait(for: "li", after: 0) == .over)
        #expect(feed.waiting == 0)
    }

    @Test("a cancelled wait ends and leaves nothing behind")
    func cancelled() async {
        let waiting = Task { await feed.wait(for: "li", after: 0) }
        while feed.waiting == 0 { await Task.yield() }
        waiting.cancel()
        #expect(await waiting.value == .over)
        #expect(feed.waiting == 0)
    }

    @Test("finishing ends every wait, and nobody waits afterwards")
    func finished() async {
        let waits = (1...3).map { number in Task { await feed.wait(for: "p\(number)", after: 0) } }
        while feed.waiting < 3 { await Task.yield() }
        feed.finish()
        for wait in waits { #expect(await wait.value == .over) }
        #expect(await feed.wait(for: "li", after: 0) == .over)
    }

    @Test("more than the limit may not wait")
    func tooMany() async {
        var limits = ConsoleFeed.Limits()
        limits.waiters = 1
        let feed = ConsoleFeed(name: "f1", clock: StillClock(), limits: limits)
        let first = Task { await feed.wait(for: "li", after: 0) }
        while feed.waiting == 0 { await Task.yield() }
        #expect(await feed.wait(for: "chen", after: 0) == .refused)
        feed.finish()
        #expect(await first.value == .over)
    }
}
