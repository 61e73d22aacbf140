import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot

@Suite("The rounds of reports")
struct ReportRoundsTests {
    @Test("a report comes at its time, once, behind all else, and its table has the digits of its message")
    func once() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅日报")
        #expect(try await house.rounds.send().isEmpty)
        house.put(1, 8, 29)
        #expect(try await house.rounds.send().isEmpty)
        house.put(1, 8, 30)
        let sent = try await house.rounds.send()
        #expect(sent.map(\.key) == ["report/1/2026-11-22"])
        #expect(sent.first?.priority == .bulk)
        #expect(try await house.rounds.send().isEmpty)
        let issue = try #require(try await house.bot.reportIssues(limit: 1).first)
        #expect(try house.office.words.reply(issue) == sent.first?.reply)
        let rows = try house.office.words.rows(issue)
        #expect(rows.first { $0[0] == "volume" }?[2] == "\(issue.report.figures.now.total)")
    }

    @Test("a store's people read its own name in their reports, and no other store's")
    func ownName() async throws {
        let house = try await ReportHouse()
        let day = Fixtures.today
        _ = try await house.voices.add(
            (0..<30).map { number in
                UnderstoodVoice(
                    voice: Voice(
                        id: "own-\(number)", source: "论坛", text: "第\(number)次去宁波鄞州店和西湖店，保养等太久",
                        publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(40_000)),
                    reading: Reading(
                        sentiment: -0.8,
                        opinions: [
                            Opinion(
                                aspect: Aspect("after_sales.waiting")!, polarity: .negative, lean: -0.8,
                                evidence: 0..<6)
                        ]), fingerprint: Fingerprint(of: "own \(number)"), day: day, city: Fixtures.hangzhou,
                    subject: .own, dealerID: nil)
            })
        _ = try await house.say("订阅日报")
        house.put(1, 8, 30)
        let sent = try await house.rounds.send()
        let text = sent.first?.reply.lines ?? ""
        #expect(text.contains("去某门店和西湖店"), "\(text)")
        #expect(!text.contains("鄞州"), "\(text)")
        house.put(1, 9)
        let asked = try await house.say("看看昨天的日报")
        #expect(asked.contains("去某门店和西湖店"), "\(asked)")
        let inGroup = try await house.say("看看昨天的日报", inGroup: true)
        #expect(!inGroup.contains("西湖店"), "\(inGroup)")
    }

    @Test("a clock that is put back sends nothing twice, one that ran ahead loses nothing")
    func clockJumps() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅日报")
        var keys: [String] = []
        for (day, hour) in [(1, 9), (0, 9), (1, 9), (9, 9), (2, 9), (2, 9), (1, 23), (3, 9), (9, 10)] {
            house.put(day, hour)
            keys += try await house.rounds.send().map(\.key)
        }
        #expect(
            keys == ["2026-11-22", "2026-11-30", "2026-11-23", "2026-11-24"].map { "report/1/\($0)" })
    }

    @Test("what was due while nothing ran comes late and says so, as long as it means something")
    func downtime() async throws {
        let house = try await ReportHouse()
        for wish in ["订阅日报", "订阅周报", "订阅月报"] { _ = try await house.say(wish) }
        // Down from Saturday until Tuesday, an hour before the day's report.
        house.put(3, 7, 30)
        let after = try await ReportHouse(reopening: house)
        let sent = try await after.rounds.send()
        #expect(sent.map(\.key) == ["report/2/2026-11-23"])
        #expect(sent.first?.reply.lines.contains("（补发）") == true)
        house.put(3, 20)
        let daily = try await after.rounds.send()
        #expect(daily.map(\.key) == ["report/1/2026-11-24"])
        #expect(daily.first?.reply.lines.contains("（补发）") == true)
        // The monthly one of 1 December is past its five days on the 7th.
        house.put(16, 12)
        #expect(!(try await after.rounds.send().contains { $0.key.hasPrefix("report/3/") }))
    }

    @Test("what falls into a pause does not come later, what falls into quiet hours comes at their end")
    func pausesAndQuiet() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("每天23点给我日报")
        house.put(0, 23)
        let sent = try await house.rounds.send()
        #expect(
            sent.first?.notBefore
                == LocalCalendar.shanghai.moment(TimeOfDay(hour: 8), on: Fixtures.today + 1))
        #expect(sent.first.map { $0.deadline > $0.notBefore ?? $0.deadline } == true)
        _ = try await house.say("暂停日报到下周一")
        house.put(1, 23, 30)
        #expect(try await house.rounds.send().isEmpty)
        house.put(2, 0, 30)
        #expect(try await house.rounds.send().isEmpty)
        house.put(2, 23)
        #expect(try await house.rounds.send().count == 1)
    }

    @Test("only what was not in the last one is new, and an empty one is one line")
    func news() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅日报")
        house.put(0, 23)
        house.put(1, 8, 30)
        let first = try #require(try await house.rounds.send().first)
        #expect(!first.reply.lines.contains("（新）"))
        #expect(first.reply.lines == "杭州日报 11/21：没有新的客户声音。", "\(first.reply.lines)")
    }

    @Test(
        "an aspect that was not complained of in the last one is marked as new, the others are not, and so in the table"
    )
    func newAspect() async throws {
        let house = try await ReportHouse()
        func complain(_ aspects: [String], on day: Int) async throws {
            for aspect in aspects {
                _ = try await house.voices.add(
                    .several(
                        20, "说\(aspect)不好", city: Fixtures.hangzhou, ago: -day ... -day, sentiment: -0.8,
                        aspect))
            }
        }
        _ = try await house.say("订阅日报")
        try await complain(["fuel"], on: 0)
        house.put(1, 8, 30)
        let first = try #require(try await house.rounds.send().first).reply.lines
        #expect(first.contains("油耗") && !first.contains("（新）"), "\(first)")
        try await complain(["fuel", "space"], on: 1)
        house.put(2, 8, 30)
        let second = try #require(try await house.rounds.send().first).reply.lines
        #expect(
            second.firstMatch(of: /空间[^·\n]*（新）/) != nil
                && second.firstMatch(of: /油耗[^·\n]*（新）/) == nil, "\(second)")
        try await complain(["fuel", "space"], on: 2)
        house.put(3, 8, 30)
        let third = try #require(try await house.rounds.send().first).reply.lines
        #expect(third.contains("空间") && !third.contains("（新）"), "\(third)")
        let issues = try await house.bot.reportIssues(limit: 9)
        let kept = try #require(issues.first { $0.report.days.lowerBound == Fixtures.today + 1 })
        let fresh = try house.office.words.rows(kept).filter { $0[4].hasSuffix("new") }
        #expect(fresh.map { Array($0[0...1]) } == [["most_complained", "空间"]], "\(fresh)")
    }

    @Test("of 300 subscribers of three places each place is composed once, and each person is sent one")
    func shared() async throws {
        let people = (0..<300).map { number in
            Person(
                id: "p\(number)", name: "某\(number)", role: .dealer,
                dealer: number % 3 == 0 ? Fixtures.ningboStore : Fixtures.westLakeStore,
                accounts: ["dingtalk:p\(number)"])
        }
        let house = try await ReportHouse(people: people)
        for person in people { _ = try await house.say("订阅周报", as: person) }
        house.put(2, 9)
        let sent = try await house.rounds.send()
        #expect(Set(sent.map(\.recipient)).count == 300 && sent.count == 300)
        let kept = try await house.bot.reportIssues(limit: 1000)
        #expect(kept.count == 300 && Set(kept.map(\.report.key)).count == 2)
        #expect(kept.allSatisfy { !$0.report.quotes.contains { $0.text.contains("西湖店") } })
    }

    @Test("whoever ended it while it was made, or may see the place no more, is sent nothing")
    func ended() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅日报")
        let moved = try await ReportHouse(
            people: [
                Person(
                    id: ReportHouse.dealer.id, name: "王芳", role: .dealer, dealer: Fixtures.ningboStore,
                    accounts: ["dingtalk:d1"])
            ], reopening: house)
        house.put(1, 9)
        #expect(try await moved.rounds.send().isEmpty)
        #expect(try await house.rounds.send().count == 1)
    }
}
