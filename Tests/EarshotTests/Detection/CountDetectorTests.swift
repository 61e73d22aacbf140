import Testing

@testable import Earshot

@Suite("Abnormal counts of a series")
struct CountDetectorTests {
    private let first = Day(year: 2026, month: 3, day: 2)!

    /// Days around a level.
    private func days(_ count: Int, level: Int) -> [Int?] {
        let differences = [-1, 0, 1, 0, 2, -2, 0, 1, -1, 0, 0]
        return (0..<count).map { level + differences[$0 % differences.count] }
    }

    private func judge(
        _ counts: [Int?], calendar: WorkCalendar = WorkCalendar(), from start: Int = 0, first: Day? = nil
    )
        -> [CountJudgement]
    {
        CountDetector(calendar: calendar).judge(
            CountSeries(first: first ?? self.first, rhythm: .daily, counts: counts), from: start)
    }

    private let alarm = AlarmThreshold.score(rate: 0.001, .daily)

    @Test("a rise is an alarm on its day, with what was counted and expected")
    func rise() throws {
        var counts = days(120, level: 4)
        for step in 100...103 { counts[step]! += 12 }
        let judgements = judge(counts)
        #expect(judgements.first?.step == 28)
        #expect(judgements.filter { $0.step < 100 && $0.score > alarm }.isEmpty)
        let found = try #require(judgements.first { $0.step == 100 })
        #expect(found.score > alarm && found.duration == 1)
        #expect(found.observed == counts[100] && abs(found.expected - 4) < 1)
        #expect(found.surprise > 3)
        let later = try #require(judgements.first { $0.step == 103 })
        #expect(later.score > found.score && later.duration == 4)
    }

    @Test("days that no one of would alarm add up")
    func slow() throws {
        var counts = days(120, level: 4)
        for step in 100...106 { counts[step] = 9 }
        let judgements = judge(counts)
        let (single, whole) = (judgements.first { $0.step == 100 }, judgements.first { $0.step == 106 })
        #expect(try #require(single).score < alarm && #require(whole).score > alarm)
    }

    @Test("three voices within two days where one comes in a month stand out")
    func rare() throws {
        var counts = [Int?](repeating: 0, count: 150)
        for step in [12, 47, 80, 110] { counts[step] = 1 }
        (counts[140], counts[141]) = (1, 2)
        #expect(try #require(judge(counts).first { $0.step == 141 }).score > alarm)
    }

    @Test("a day without data is not one of zero voices, and not judged")
    func gap() throws {
        let full = days(120, level: 6)
        var gap = full
        for step in 90..<97 { gap[step] = nil }
        let judged = judge(gap)
        #expect(!judged.contains { (90..<97).contains($0.step) })
        let (with, without) = (judge(full).last, judged.last)
        #expect(abs(try #require(with).expected - #require(without).expected) < 2)
        let unknown = [Int?](repeating: nil, count: 60)
        #expect(judge(unknown).isEmpty)
    }

    @Test("history is counted from the first day with data, and too little of it is none")
    func history() {
        let nothing = [Int?](repeating: nil, count: 300)
        let late = judge(nothing + days(60, level: 3))
        #expect(late.map(\.step) == Array(328..<360))
        #expect(
            late
                == judge(days(60, level: 3), first: first + 300).map { judgement in
                    var judgement = judgement
                    judgement.step += 300
                    return judgement
                })
        let gap = days(2, level: 3) + [Int?](repeating: nil, count: 28) + days(12, level: 3)
        let few = judge(gap)
        #expect(few.isEmpty)
    }

    @Test("what is judged does not depend on when one begins to look, nor on what comes later")
    func independence() {
        let counts = days(200, level: 3)
        let all = judge(counts)
        #expect(judge(counts, from: 150) == all.filter { $0.step >= 150 })
        #expect(judge(Array(counts[..<160])) == all.filter { $0.step < 160 })
    }

    @Test("a holiday that has risen before is expected to, where the calendar knows it")
    func holidays() throws {
        // The first days of May, June and July, each with twice as many.
        let named = [60, 61, 91, 92, 121, 122]
        var counts = days(124, level: 12)
        for step in named { counts[step] = 26 }
        let calendar = WorkCalendar(Dictionary(uniqueKeysWithValues: named.map { (first + $0, .holiday) }))
        let score = { (judgements: [CountJudgement]) in judgements.first { $0.step == 122 }?.score }
        let known = try #require(score(judge(counts, calendar: calendar)))
        let unknown = try #require(score(judge(counts)))
        #expect(known < alarm && known + 0.5 < unknown, "\(known) \(unknown)")
        #expect(calendar.years == [2026])
    }

    @Test("a day of a weekend that is worked is expected to be a Monday's, where the calendar knows it")
    func workedDays() throws {
        // The first is a Monday; step 117 a Saturday.
        var counts = days(124, level: 20)
        for step in counts.indices where step % 7 > 4 { counts[step]! -= 15 }
        counts[117] = 21
        let score = { (judgements: [CountJudgement]) in judgements.first { $0.step == 117 }?.score }
        let known = try #require(
            score(judge(counts, calendar: WorkCalendar([first + 117: .workday]))))
        let unknown = try #require(score(judge(counts)))
        #expect(known < alarm && unknown > alarm, "\(known) \(unknown)")
    }

    @Test("weeks are judged, too")
    func weeks() throws {
        var counts = days(160, level: 8)
        counts[150]! += 16
        let judgements = CountDetector().judge(CountSeries(first: first, rhythm: .weekly, counts: counts))
        #expect(judgements.first?.step == 26)
        let found = try #require(judgements.first { $0.step == 150 })
        #expect(found.score > AlarmThreshold.score(rate: 0.001, .weekly), "\(found)")
        #expect(judgements.max { $0.score < $1.score }?.step == 150)
    }

    @Test("rate and score of an alarm are each other's inverse", arguments: CountSeries.Rhythm.allCases)
    func thresholds(rhythm: CountSeries.Rhythm) {
        for rate in [0.05, 0.01, 0.001, 1e-6] {
            #expect(
                abs(AlarmThreshold.rate(score: AlarmThreshold.score(rate: rate, rhythm), rhythm) / rate - 1)
                    < 1e-9)
        }
        #expect(AlarmThreshold.rate(score: -300, rhythm) == 1)
    }

    @Test("counts of any size leave a finite score")
    func extremes() {
        var counts = [Int?](repeating: 0, count: 60)
        counts[59] = Int(Int32.max)
        #expect(judge(counts).allSatisfy { $0.score.isFinite && $0.surprise.isFinite })
        for level in [400_000, Int(Int32.max)] {
            var many = [Int?](repeating: level, count: 60)
            #expect(judge(many).allSatisfy { $0.score < 0 && $0.surprise.isFinite }, "\(level)")
            many[59] = Int(Int32.max)
            #expect(judge(many).last.map { $0.score.isFinite && $0.surprise.isFinite } == true)
        }
    }
}
