import EarshotTesting
import Synchronization
import Testing

@testable import Earshot

@Suite("Summaries that are written beforehand")
struct PreparedSummariesTests {
    private static let lines = ["杭州 · 近7天客户之声", "声量 1,284", "抱怨最多 油耗 76"]

    /// Writes what it is told to, and keeps what it was given.
    private final class Writer: SummaryWriter {
        private let draft: Mutex<SummaryDraft>
        private let given = Mutex<[[String]]>([])

        init(_ draft: SummaryDraft) {
            self.draft = Mutex(draft)
        }

        var asked: [[String]] { given.withLock { $0 } }

        func change(_ draft: SummaryDraft) { self.draft.withLock { $0 = draft } }

        func summary(of lines: [String]) async -> SummaryDraft {
            given.withLock { $0.append(lines) }
            return draft.withLock { $0 }
        }
    }

    /// Summaries that are written while the house stands, and what was told of them.
    private struct House {
        let writer: Writer
        let clock = ManualClock()
        let summaries: PreparedSummaries
        private let events: AsyncStream<PreparedSummaries.Event>
        private let work: Task<Void, Never>

        init(_ draft: SummaryDraft, hasBudget: Bool = true, isWriting: Bool = true) {
            let (events, telling) = AsyncStream<PreparedSummaries.Event>.makeStream()
            let writer = Writer(draft)
            let summaries = PreparedSummaries(
                by: writer, clock: clock,
                spend: {
                    if !hasBudget { telling.finish() }
                    return hasBudget
                }, onEvent: { telling.yield($0) })
            (self.events, self.writer, self.summaries) = (events, writer, summaries)
            work = Task { if isWriting { await summaries.run() } }
        }

        /// What is told up to the end of one summary.
        func told() async -> [PreparedSummaries.Event] {
            var told: [PreparedSummaries.Event] = []
            for await event in events {
                told.append(event)
                switch event {
                case .written, .refused, .failed: return told
                case .asked, .dropped: continue
                }
            }
            return told
        }

        func stop() async {
            work.cancel()
            await work.value
        }
    }

    @Test("the first who is given data gets no summary and waits for none, the next one gets it")
    func prepared() async {
        let house = House(.words("近7天声量1284条。油耗抱怨最多,76条!"))
        #expect(house.summaries.summary(of: Self.lines) == nil)
        // Nothing yet, or what was written meanwhile; it is asked for once.
        _ = house.summaries.summary(of: Self.lines)
        #expect(await house.told() == [.asked, .written])
        #expect(house.summaries.summary(of: Self.lines) == "近7天声量1284条。油耗抱怨最多,76条!")
        #expect(house.writer.asked == [Self.lines])
        #expect(house.summaries.summary(of: Self.lines + ["外观 12"]) == nil)
        await house.stop()
    }

    @Test("a sentence that says what the data does not is dropped, and so is what is too much")
    func dropped() async {
        let house = House(.words("近7天声量1284条。九成客户不满意。油耗抱怨76条。空间更好。"))
        _ = house.summaries.summary(of: Self.lines)
        #expect(await house.told() == [.asked, .dropped(1), .written])
        #expect(house.summaries.summary(of: Self.lines) == "近7天声量1284条。油耗抱怨76条。")
        let other = House(.words("近7天" + String(repeating: "的", count: 200) + "声音。"))
        _ = other.summaries.summary(of: Self.lines)
        #expect(await other.told() == [.asked, .dropped(1), .refused])
        await house.stop()
        await other.stop()
    }

    @Test(
        "with nothing left there is none, and nobody is asked again",
        arguments: [SummaryDraft.words("共99条。"), .unusable])
    func nothing(_ draft: SummaryDraft) async {
        let house = House(draft)
        _ = house.summaries.summary(of: Self.lines)
        #expect(await house.told().last == .refused)
        #expect(house.summaries.summary(of: Self.lines) == nil)
        #expect(house.summaries.summary(of: ["声量 1"]) == nil)
        #expect(await house.told().last == .refused)
        #expect(house.writer.asked == [Self.lines, ["声量 1"]])
        await house.stop()
    }

    @Test("a writer that cannot be asked is left alone for a minute")
    func unavailable() async {
        let trouble = SecondReaderTrouble(code: "status 503")
        let house = House(.unavailable(trouble))
        _ = house.summaries.summary(of: Self.lines)
        #expect(await house.told() == [.asked, .failed(trouble)])
        house.writer.change(.words("近7天。"))
        #expect(house.summaries.summary(of: Self.lines) == nil)
        house.clock.advance(by: .seconds(61))
        #expect(house.summaries.summary(of: Self.lines) == nil)
        #expect(await house.told() == [.asked, .written])
        #expect(house.writer.asked.count == 2)
        #expect(house.summaries.summary(of: Self.lines) == "近7天。")
        await house.stop()
    }

    @Test(
        "orders that wait while the writer cannot be asked are given up, and it is left alone as long as it wants"
    )
    func retryAfter() async {
        let trouble = SecondReaderTrouble(code: "status 429", retryAfter: .seconds(500))
        let house = House(.unavailable(trouble), isWriting: false)
        for number in 0..<20 { #expect(house.summaries.summary(of: ["近7天 \(number)"]) == nil) }
        let work = Task { await house.summaries.run() }
        #expect(await house.told() == [.asked, .failed(trouble)])
        house.writer.change(.words("近7天。"))
        house.clock.advance(by: .seconds(499))
        #expect(house.summaries.summary(of: ["近7天 3"]) == nil)
        #expect(house.summaries.summary(of: Self.lines) == nil)
        house.clock.advance(by: .seconds(2))
        #expect(house.summaries.summary(of: ["近7天 3"]) == nil)
        #expect(await house.told() == [.asked, .written])
        #expect(house.writer.asked == [["近7天 0"], ["近7天 3"]])
        work.cancel()
        await work.value
    }

    @Test("a writer that stays away is left alone twice as long each time")
    func longer() async {
        let trouble = SecondReaderTrouble(code: "status 503")
        let house = House(.unavailable(trouble))
        for pause in [60, 120, 240] {
            _ = house.summaries.summary(of: Self.lines)
            #expect(await house.told() == [.asked, .failed(trouble)])
            house.clock.advance(by: .seconds(pause - 1))
            #expect(house.summaries.summary(of: ["近7天 \(pause)"]) == nil)
            house.clock.advance(by: .seconds(2))
        }
        #expect(house.writer.asked == [Self.lines, Self.lines, Self.lines])
        await house.stop()
    }

    @Test("without a budget nobody is asked")
    func budget() async {
        let house = House(.words("近7天。"), hasBudget: false)
        #expect(house.summaries.summary(of: Self.lines) == nil)
        #expect(await house.told() == [])
        #expect(house.writer.asked.isEmpty)
        await house.stop()
    }

    @Test("orders beyond those that may wait are forgotten, and taken once there is room")
    func flood() async {
        // Nobody writes yet.
        let house = House(.words("近7天。"), isWriting: false)
        for number in 0..<200 { #expect(house.summaries.summary(of: ["近7天 \(number)"]) == nil) }
        let work = Task { await house.summaries.run() }
        for _ in 0..<PreparedSummaries.mostWaiting { #expect(await house.told().last == .written) }
        #expect(house.writer.asked.count == PreparedSummaries.mostWaiting)
        #expect(house.summaries.summary(of: ["近7天 199"]) == nil)
        #expect(await house.told().last == .written)
        #expect(house.summaries.summary(of: ["近7天 199"]) == "近7天。")
        work.cancel()
        await work.value
    }
}
