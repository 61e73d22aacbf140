import EarshotTesting
import Testing

@testable import Earshot

@Suite("One matter is one warning")
struct WarningBookTests {
    private let now = Fixtures.now
    private let today = Fixtures.today
    private var book = WarningBook([], nextNumber: 12)

    private mutating func note(
        _ findings: [Warning.Finding], on day: Day, isOver: Bool = true
    ) {
        book = book.settled()
        book.note([JudgedDay(day: day, findings: findings, isOver: isOver)], today: day + 1, at: now)
    }

    private var kinds: [WarningStep.Kind] { book.changes.steps.map(\.kind) }
    private func finding(
        _ subject: WarningSubject = WarningFixture.fuel, on day: Day, observed: Int = 19,
        returnPeriod: Double = 3287
    ) -> Warning.Finding {
        WarningFixture.finding(subject, on: day, observed: observed, returnPeriod: returnPeriod)
    }

    private func around(_ name: String) throws -> WarningSubject {
        let city = try #require(Gazetteer.china.city(named: name))
        return WarningSubject(WatchedMatter(.surroundings(of: city), Aspect("fuel")))
    }

    @Test("neighbours seen from another city of theirs are the same warning")
    mutating func nearly() throws {
        let (nanjing, zhenjiang) = (try around("南京"), try around("镇江"))
        #expect("\(nanjing)" == "complaints|around:320100|fuel")
        #expect(WarningSubject("\(nanjing)", regions: []) == nanjing)
        note([finding(nanjing, on: today)], on: today)
        note([finding(zhenjiang, on: today + 1, observed: 90, returnPeriod: 400_000)], on: today + 1)
        let warning = try #require(book.warnings[12])
        #expect(book.warnings.count == 1 && warning.subject == nanjing)
        // Nothing is told of it that was counted elsewhere.
        #expect(warning.figures.observed == 19 && warning.lastAbnormal == today + 1)
    }

    @Test("that more was abnormal on a day is told also where it comes late, when days since were ordinary")
    mutating func lateAndWider() throws {
        note([finding(on: today)], on: today)
        note([], on: today + 1)
        #expect(book.warnings[12]?.state == .watching)
        var wider = finding(WarningFixture.east, on: today, observed: 60)
        wider.parts = [WarningFixture.fuel]
        note([wider], on: today)
        let warning = try #require(book.warnings[12])
        #expect(
            warning.subject == WarningFixture.east && warning.figures.observed == 60 && kinds == [.spread])
        #expect(warning.state == .watching, "the days since were ordinary")
        for day in 2...3 { note([], on: today + day) }
        #expect(kinds == [.ended])
    }

    @Test("a wider matter of a day that was judged before is taken note of though the part goes on today")
    mutating func widerYesterday() throws {
        note([finding(on: today)], on: today)
        var wider = finding(WarningFixture.east, on: today, observed: 60)
        wider.parts = [WarningFixture.fuel]
        book = book.settled()
        book.note(
            [
                JudgedDay(day: today, findings: [wider], isOver: true),
                JudgedDay(day: today + 1, findings: [finding(on: today + 1)], isOver: false),
            ], today: today + 1, at: now)
        let warning = try #require(book.warnings[12])
        #expect(book.warnings.count == 1 && warning.subject == WarningFixture.east)
        #expect(warning.lastAbnormal == today + 1 && kinds.contains(.spread))
    }

    @Test(
        "neighbours that turn out to be a province's for the most part are taken over by it, with its figures"
    )
    mutating func takenOver() throws {
        let (nanjing, province) = (
            try around("南京"), WarningSubject(WatchedMatter(.province("江苏"), Aspect("fuel")))
        )
        note([finding(nanjing, on: today)], on: today)
        var whole = finding(province, on: today + 1, observed: 90, returnPeriod: 400_000)
        whole.parts = [nanjing]
        note([whole], on: today + 1)
        let warning = try #require(book.warnings[12])
        #expect(book.warnings.count == 1 && warning.subject == province && warning.parts == [nanjing])
        #expect(warning.figures.observed == 90 && kinds.contains(.spread))
    }

    @Test("a province that stands out for cities of its own is a warning beside that of neighbours in it")
    mutating func beside() throws {
        note([finding(try around("南京"), on: today)], on: today)
        let province = WarningSubject(WatchedMatter(.province("江苏"), Aspect("fuel")))
        note([finding(province, on: today + 1)], on: today + 1)
        #expect(book.warnings.count == 2)
    }

    @Test("a city that neighbours take over is no ordinary one while another warning of theirs is the older")
    mutating func partOfNearly() throws {
        let wuhu = WarningSubject(
            WatchedMatter(.city(try #require(Gazetteer.china.city(named: "马鞍山"))), Aspect("fuel")))
        note([finding(try around("镇江"), on: today), finding(wuhu, on: today)], on: today)
        var both = finding(try around("南京"), on: today + 1)
        both.parts = [wuhu]
        note([both], on: today + 1)
        #expect(book.warnings.values.allSatisfy { $0.state == .open || $0.end?.mergedInto != nil })
    }

    @Test(
        "neighbours across a border of whom a region's aspect is most are told of with it, and no part of theirs is ordinary"
    )
    mutating func beyond() throws {
        let east = WarningFixture.east
        let second = WarningFixture.matter(.province("江苏"), "software")
        note([finding(east, on: today), finding(second, on: today)], on: today)
        var whole = finding(
            WarningFixture.matter(.surroundings(of: Fixtures.city("南京")), nil), on: today + 1, observed: 60)
        whole.parts = [east, second]
        note([whole], on: today + 1)
        #expect(book.warnings.count == 2 && book.warnings[12]?.parts == [whole.subject])
        #expect(book.warnings[12]?.subject == east && book.warnings[12]?.lastAbnormal == today + 1)
        #expect(book.warnings.values.allSatisfy { $0.state == .open && $0.ordinaryDays == 0 })
    }

    /// Where neighbours across a border were found with 华东's fuel consumption; what they are.
    private mutating func found(beside east: WarningSubject) throws -> Warning.Finding {
        note([finding(east, on: today)], on: today)
        var whole = finding(
            WarningFixture.matter(.surroundings(of: Fixtures.city("上海")), nil), on: today + 1, observed: 60)
        whole.parts = [east]
        note([whole], on: today + 1)
        #expect(whole.subject.laps(over: east) && book.warnings[12]?.parts == [whole.subject])
        return whole
    }

    @Test("what lies beside a warning is one of its own once it stands out alone, and goes on when both do")
    mutating func besideAlone() throws {
        let east = WarningFixture.east
        var whole = try found(beside: east)
        note([finding(whole.subject, on: today + 2, observed: 50)], on: today + 2)
        #expect(book.warnings[12]?.state == .watching && book.warnings[12]?.ordinaryDays == 1)
        #expect(book.warnings[13]?.subject == whole.subject && book.warnings[13]?.state == .open)
        whole.figures = finding(whole.subject, on: today + 3, observed: 70).figures
        note([whole], on: today + 3)
        #expect(book.warnings.count == 2 && book.warnings[13]?.figures.observed == 70)
        #expect(book.warnings[13]?.lastAbnormal == today + 3)
    }

    @Test(
        "what lies beside a warning that was dealt with is one of its own, but not while it still is of both")
    mutating func besideDealtWith() throws {
        let east = WarningFixture.east
        var whole = try found(beside: east)
        var warning = try #require(book.warnings[12])
        _ = try warning.apply(.resolve(remark: nil), by: "liqiang", at: now)
        book = WarningBook([warning], nextNumber: 13, position: WatchPosition(watchedThrough: today + 1))
        whole.figures = finding(whole.subject, on: today + 2, observed: 60).figures
        note([whole], on: today + 2)
        #expect(book.warnings.count == 1)
        note([finding(whole.subject, on: today + 3, observed: 60)], on: today + 3)
        #expect(book.warnings[13]?.subject == whole.subject)
    }

    @Test("the same of a day that was judged before is taken note of though the part goes on today")
    mutating func beyondYesterday() throws {
        let east = WarningFixture.east
        note([finding(east, on: today)], on: today)
        var whole = finding(
            WarningFixture.matter(.surroundings(of: Fixtures.city("南京")), nil), on: today, observed: 60)
        whole.parts = [east]
        book = book.settled()
        book.note(
            [
                JudgedDay(day: today, findings: [whole], isOver: true),
                JudgedDay(day: today + 1, findings: [finding(east, on: today + 1)], isOver: false),
            ], today: today + 1, at: now)
        #expect(book.warnings.count == 1 && book.warnings[12]?.parts == [whole.subject])
    }

    @Test("days of one episode are one warning, which ends by itself after three ordinary days")
    mutating func episode() throws {
        note([finding(on: today)], on: today)
        note([finding(on: today + 1, observed: 25)], on: today + 1)
        var warning = try #require(book.warnings[12])
        #expect(book.warnings.count == 1)
        #expect(warning.since == today && warning.lastAbnormal == today + 1)
        #expect(warning.peak.observed == 25)
        for offset in 2...4 {
            note([], on: today + offset)
            warning = try #require(book.warnings[12])
            #expect(warning.state == (offset < 4 ? .watching : .resolved))
        }
        #expect(kinds == [.ended])
        note([finding(on: today + 5)], on: today + 5)
        #expect(book.warnings[13]?.since == today + 5, "what comes after is another one")
    }

    @Test("a relapse before that goes on with the same warning, in the hands it was in")
    mutating func relapse() throws {
        note([finding(on: today)], on: today)
        var warning = try #require(book.warnings[12])
        _ = try warning.apply(.claim, by: "liqiang", at: now)
        book = WarningBook([warning], nextNumber: 13, position: WatchPosition(watchedThrough: today))
        note([], on: today + 1)
        #expect(book.warnings[12]?.state == .watching)
        note([finding(on: today + 2)], on: today + 2)
        #expect(book.warnings[12]?.state == .claimed)
        #expect(kinds == [.recurred])
        #expect(book.warnings.count == 1)
    }

    @Test("a series that stood out with an aspect of its complaints goes on with the same warning alone")
    mutating func series() throws {
        let series = WarningSubject.complaints(
            WatchedMatter(.city(Fixtures.hangzhou), nil, series: "星驰X5"))
        var first = finding(on: today)
        first.parts = [series]
        note([first], on: today)
        note([finding(series, on: today + 1)], on: today + 1)
        #expect(book.warnings.keys.sorted() == [12])
        #expect(book.warnings[12]?.lastAbnormal == today + 1)
        var turned = finding(series, on: today + 2)
        turned.parts = [WarningFixture.fuel]
        note([turned], on: today + 2)
        let warning = try #require(book.warnings[12])
        #expect(book.warnings.count == 1 && warning.subject == WarningFixture.fuel)
        #expect(warning.parts == [series] && warning.figures.days == today...today)
    }

    @Test("a part of what was resolved that becomes graver than it was is a warning of its own")
    mutating func graverPart() throws {
        var warning = WarningFixture.warning(
            finding(WarningFixture.east, on: today, observed: 12, returnPeriod: 40))
        warning.parts = [WarningFixture.fuel]
        _ = try warning.apply(.resolve(remark: nil), by: "liqiang", at: now)
        book = WarningBook([warning], nextNumber: 13, position: WatchPosition(watchedThrough: today))
        note([finding(on: today + 1, observed: 12, returnPeriod: 40)], on: today + 1)
        #expect(book.warnings.keys.sorted() == [12], "no graver than it was")
        note([finding(on: today + 2, observed: 300, returnPeriod: 1e7)], on: today + 2)
        #expect(book.warnings[13]?.subject == WarningFixture.fuel)
        #expect(book.warnings[12]?.ordinaryDays == 2, "and nothing keeps the old episode alive")
    }

    @Test("a wider warning is no part of a narrower one")
    mutating func widerStays() throws {
        let whole = WarningFixture.matter(.city(Fixtures.hangzhou), nil)
        note([finding(on: today)], on: today)
        note([finding(whole, on: today + 1, observed: 60)], on: today + 1)
        #expect(book.warnings.keys.sorted() == [12, 13])
        note([finding(on: today + 2)], on: today + 2)
        #expect(book.warnings[13]?.state.isActive == true && book.warnings[12]?.state.isActive == true)
    }

    @Test(
        "where only more of a place is concerned, whoever has it keeps it; where the place is wider, nobody has it"
    )
    mutating func hands() throws {
        var warning = WarningFixture.warning(finding(on: today))
        _ = try warning.apply(.claim, by: "liqiang", at: now)
        let whole = WarningFixture.matter(.city(Fixtures.hangzhou), nil)
        book = WarningBook([warning], nextNumber: 13, position: WatchPosition(watchedThrough: today))
        var wider = finding(whole, on: today + 1, observed: 60)
        wider.parts = [WarningFixture.fuel]
        note([wider], on: today + 1)
        #expect(book.warnings[12]?.subject == whole && book.warnings[12]?.owner == "liqiang")
        var spread = finding(
            WarningFixture.matter(.region(Fixtures.eastChina), nil), on: today + 2, observed: 90)
        spread.parts = [whole]
        note([spread], on: today + 2)
        #expect(book.warnings[12]?.owner == nil && book.warnings[12]?.spreads == 1)
    }

    @Test("the same day judged again every hour changes nothing more")
    mutating func again() {
        note([finding(on: today)], on: today)
        note([finding(on: today)], on: today)
        #expect(book.changes.isEmpty)
        #expect(book.warnings.count == 1)
    }

    @Test("a wider matter takes the narrower warnings in, and is one")
    mutating func spread() throws {
        let ningbo = WarningFixture.matter(.city(Fixtures.ningbo), "fuel")
        note([finding(on: today), finding(ningbo, on: today)], on: today)
        #expect(book.warnings.count == 2)
        note([finding(WarningFixture.east, on: today + 1, observed: 60)], on: today + 1)
        let first = try #require(book.warnings[12])
        #expect(first.subject == WarningFixture.east)
        #expect(first.parts.contains(WarningFixture.fuel))
        #expect(kinds.contains(.spread) && kinds.contains(.merged))
        let merged = try #require(book.changes.warnings.first { $0.warning.number == 13 }?.warning)
        #expect(merged.end?.mergedInto == 12)
        note([finding(ningbo, on: today + 2)], on: today + 2)
        #expect(book.warnings.count == 1, "and a city of it stays a part of it")
    }

    @Test("a false alarm is not spoken of again in its episode, but a wider matter is")
    mutating func dismissed() throws {
        note([finding(on: today)], on: today)
        var warning = try #require(book.warnings[12])
        _ = try warning.apply(.dismiss(remark: nil), by: "liqiang", at: now)
        book = WarningBook([warning], nextNumber: 13, position: WatchPosition(watchedThrough: today))
        note([finding(on: today + 1, observed: 22)], on: today + 1)
        #expect(book.warnings.count == 1 && book.warnings[12]?.state == .dismissed)
        note([finding(WarningFixture.east, on: today + 2, observed: 80)], on: today + 2)
        #expect(book.warnings[13]?.state == .open)
    }

    @Test("a false alarm that becomes graver than it was is another warning")
    mutating func graver() throws {
        note([finding(on: today)], on: today)
        var warning = try #require(book.warnings[12])
        _ = try warning.apply(.dismiss(remark: nil), by: "liqiang", at: now)
        book = WarningBook([warning], nextNumber: 13, position: WatchPosition(watchedThrough: today))
        note([finding(on: today + 1, observed: 400, returnPeriod: 1e6)], on: today + 1)
        #expect(book.warnings[13]?.state == .open && book.warnings[13]?.severity == .severe)
    }

    @Test(
        "what spreads beyond the one who has it is open again, with the time that others have to take it on")
    mutating func spreadBeyond() throws {
        note([finding(on: today)], on: today)
        var warning = try #require(book.warnings[12])
        _ = try warning.apply(.claim, by: "liqiang", at: now)
        book = WarningBook([warning], nextNumber: 13, position: WatchPosition(watchedThrough: today))
        let brake = finding(WarningFixture.matter(.nation, "parts.brake"), on: today + 1)
        note([brake, finding(on: today + 1)], on: today + 1)
        #expect(
            book.warnings[12]?.owner == "liqiang" && book.warnings.count == 2,
            "another cause is another matter")
        note([finding(WarningFixture.matter(.nation, "fuel"), on: today + 2)], on: today + 2)
        let wide = try #require(book.warnings[12])
        #expect(wide.state == .open && wide.owner == nil && wide.worseAt == now)
    }

    @Test("a part that stands out alone says nothing of the whole")
    mutating func part() throws {
        note([finding(WarningFixture.east, on: today, observed: 60)], on: today)
        note([finding(WarningFixture.fuel, on: today + 1, observed: 9)], on: today + 1)
        let whole = try #require(book.warnings[12])
        #expect(whole.figures.observed == 60 && whole.lastAbnormal == today + 1)
    }

    @Test("a day that is judged again does not undo the ordinary ones after it")
    mutating func judgedAgain() throws {
        note([finding(on: today)], on: today)
        note([], on: today + 1)
        book = book.settled()
        book.note(
            [
                JudgedDay(day: today, findings: [finding(on: today)], isOver: true),
                JudgedDay(day: today + 2, findings: [], isOver: true),
            ], today: today + 3, at: now)
        #expect(book.warnings[12]?.state == .watching && book.warnings[12]?.ordinaryDays == 2)
        #expect(kinds.isEmpty)
    }

    @Test(
        "no day is ordinary while sources are silent that usually bring a fifth of all voices or more",
        arguments: [(nil, false), (1, false), (0.2, false), (0.199, true), (0.01, true)])
    mutating func unknownDays(missing: Double?, isOrdinary: Bool) throws {
        note([finding(on: today)], on: today)
        book = book.settled()
        let days = [JudgedDay(day: today + 1, findings: [], isOver: true)]
        let silences = [WarningFixture.silence(on: today + 1)]
        if let missing {
            book.note(
                days, silences: silences, missing: MissingVoices(overall: missing), today: today + 2, at: now)
        } else {
            book.note(days, silences: silences, today: today + 2, at: now)
        }
        #expect(book.warnings[12]?.state == (isOrdinary ? .watching : .open))
        #expect(book.warnings.values.contains { $0.subject.isTechnical }, "told of in any case")
    }

    @Test(
        "where it is known what silent sources bring of a place's voices, that decides there",
        arguments: [(0.5, true), (0.01, false)])
    mutating func unknownPlace(here: Double, isOpen: Bool) throws {
        note([finding(on: today)], on: today)
        let place = try #require(book.warnings[12]?.subject.place)
        book = book.settled()
        book.note(
            [JudgedDay(day: today + 1, findings: [], isOver: true)],
            silences: [WarningFixture.silence(on: today + 1)],
            missing: MissingVoices(overall: isOpen ? 0.05 : 0.5, places: [place: here]), today: today + 2,
            at: now)
        #expect(book.warnings[12]?.state == (isOpen ? .open : .watching))
    }

    @Test("what was resolved opens again only where it is worse than it ever was")
    mutating func reopened() throws {
        note([finding(on: today, observed: 14)], on: today)
        var warning = try #require(book.warnings[12])
        #expect(warning.severity == .serious)
        _ = try warning.apply(.resolve(remark: nil), by: "liqiang", at: now)
        book = WarningBook([warning], nextNumber: 13, position: WatchPosition(watchedThrough: today))
        note([finding(on: today + 1, observed: 15)], on: today + 1)
        #expect(book.warnings[12]?.state == .resolved)
        note([finding(on: today + 2, observed: 80, returnPeriod: 1e6)], on: today + 2)
        let again = try #require(book.warnings[12])
        #expect(again.state == .claimed && again.severity == .severe && again.reopenings == 1)
        #expect(kinds == [.reopened])
    }

    @Test("a danger ends by nobody's silence; a source that speaks again ends its warning")
    mutating func signals() throws {
        book.note(dangers: [WarningFixture.danger(on: today)], through: 7, today: today, at: now)
        book.note([], silences: [WarningFixture.silence(on: today)], today: today, at: now)
        #expect(book.warnings.count == 2)
        for offset in 1...6 { note([], on: today + offset) }
        let left = try #require(book.warnings[12])
        #expect(left.subject.isDanger && left.state == .open)
        #expect(book.warnings[13] == nil, "no source is silent any more")
        #expect(book.warnings.count == 1)
    }

    @Test("a danger that is heard of by a clock that was set back is told of, too")
    mutating func dangerAfterClockJump() throws {
        book.note(dangers: [WarningFixture.danger(on: today)], through: 1, today: today, at: now)
        note([], on: today + 1)
        #expect(book.warnings[12]?.ordinaryDays == 1)
        book.note(dangers: [WarningFixture.danger(on: today - 1)], through: 2, today: today - 1, at: now)
        let danger = try #require(book.warnings[12])
        #expect(danger.figures.observed == 2 && danger.ordinaryDays == 0 && danger.lastAbnormal == today)
    }
}
