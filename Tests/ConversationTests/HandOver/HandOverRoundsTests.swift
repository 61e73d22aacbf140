import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Hand-overs that nobody answers, or nobody goes on with")
struct HandOverRoundsTests {
    private func opened() async throws -> HandOverHouse {
        let house = try await HandOverHouse(contact: "客服热线 400-800-1234")
        _ = try await house.say("转人工 客户要退车怎么办")
        _ = try await house.told()
        return house
    }

    private func look(_ house: HandOverHouse, after minutes: Int) async throws -> [String: String] {
        house.clock.advance(by: .seconds(minutes * 60))
        try await house.rounds.look()
        // A second look tells nobody anything.
        #expect(try await house.rounds.look().isEmpty)
        return try await house.told()
    }

    @Test(
        "those who were told are reminded, then the head of the region is told, then headquarters, and at last the asker"
    )
    func escalated() async throws {
        let house = try await opened()
        #expect(try await look(house, after: 29).isEmpty)
        #expect(try await look(house, after: 1)["liqiang"]?.contains("还没有回复 H1") == true)
        let heads = try await look(house, after: 30)
        #expect(heads.keys.sorted() == ["gaofei"] && heads["gaofei"]?.contains("客户要退车怎么办") == true)
        #expect(try await look(house, after: 60).keys.sorted() == ["sunbo", "zhaomin"])
        let end = try await look(house, after: 3 * 24 * 60)
        #expect(end["wangfang"]?.contains("400-800-1234") == true)
        #expect(end["liqiang"]?.contains("没有继续") == true)
        #expect(try await house.bot.handOver(1, within: .all)?.state == .expired)
        #expect(try await house.say("回复 H1 可以", as: HandOverHouse.manager).contains("已经结束了"))
    }

    @Test("after a downtime only the last of what was missed is told, and before an end somebody is asked")
    func downtime() async throws {
        let house = try await opened()
        let told = try await look(house, after: 10 * 24 * 60)
        #expect(told.keys.sorted() == ["sunbo", "zhaomin"])
        #expect(try await house.bot.handOver(1, within: .all)?.state == .waiting)
    }

    @Test("one that was answered ends after the idle time, and both are told")
    func idle() async throws {
        let house = try await opened()
        _ = try await house.say("回复 H1 可以退", as: HandOverHouse.manager)
        _ = try await house.told()
        #expect(try await look(house, after: 24 * 60 - 1).isEmpty)
        let end = try await look(house, after: 1)
        #expect(end["wangfang"]?.contains("已结束") == true)
        #expect(end["liqiang"]?.contains("存为口径 H1") == true)
    }

    @Test("thanks behind an answer are passed on, and nobody is reminded of them")
    func courtesy() async throws {
        let house = try await opened()
        _ = try await house.say("回复 H1 可以退", as: HandOverHouse.manager)
        #expect(try await house.say("好的谢谢").contains("已转给李强"))
        _ = try await house.told()
        #expect(try await look(house, after: 180).isEmpty)
        _ = try await house.say("好的，那已经上牌的呢")
        _ = try await house.told()
        #expect(try await look(house, after: 30)["liqiang"]?.contains("还没有回复 H1") == true)
    }

    @Test("who waits again after an answer waits for the same chain again, though it was at its top before")
    func again() async throws {
        let house = try await opened()
        #expect(try await look(house, after: 120).keys.sorted() == ["sunbo", "zhaomin"])
        _ = try await house.say("回复 H1 可以退", as: HandOverHouse.manager)
        _ = try await house.say("那已经上牌的呢")
        _ = try await house.told()
        #expect(try await look(house, after: 60).keys.sorted() == ["gaofei"])
        #expect(try await look(house, after: 60).keys.sorted() == ["sunbo", "zhaomin"])
    }

    @Test("who takes one that others let wait has time for it, and those who had it are told")
    func takenLate() async throws {
        let house = try await opened()
        _ = try await house.say("接手 H1", as: HandOverHouse.manager)
        _ = try await look(house, after: 61)
        _ = try await house.say("接手 H1", as: HandOverHouse.head)
        #expect(try await house.told()["liqiang"]?.contains("高飞已接手 H1") == true)
        #expect(try await house.say("回复 H1 可以", as: HandOverHouse.manager).contains("已由高飞接手"))
    }

    @Test("what a moved, removed or absent holder had goes back to those in charge")
    func holderGone() async throws {
        let day = LocalCalendar.shanghai.day(of: HandOverHouse.monday)
        for change in 0..<3 {
            let house = try await opened()
            _ = try await house.say("回复 H1 可以退", as: HandOverHouse.manager)
            _ = try await house.told()
            let people = HandOverHouse.everybody.compactMap { person -> Person? in
                guard person.id == HandOverHouse.manager.id else { return person }
                var changed = person
                if change == 0 { return nil }
                if change == 1 { changed.regions = HandOverHouse.southManager.regions }
                if change == 2 { changed.away = [day...day] }
                return changed
            }
            let later = try await HandOverHouse(people: people, reopening: house)
            #expect(try await later.say("那已经上牌的呢").contains("已转给高飞"))
            let told = try await later.told()
            #expect(told.keys.sorted() == ["gaofei"] && told["gaofei"]?.contains("可以退") == true)
        }
    }

    @Test("nights, weekends and holidays do not count; a Saturday that is worked does")
    func officeHours() {
        let monday = LocalCalendar.shanghai.day(of: HandOverHouse.monday)
        let hours = OfficeHours(
            holidays: WorkCalendar([monday + 1: .holiday, monday + 5: .workday]))
        func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Timestamp {
            LocalCalendar.shanghai.moment(TimeOfDay(hour: hour, minute: minute), on: monday + day)
        }
        #expect(hours.isOpen(at: at(0, 9)) && !hours.isOpen(at: at(0, 18)) && !hours.isOpen(at: at(1, 10)))
        #expect(hours.opening(atOrAfter: at(0, 19)) == at(2, 9))
        #expect(hours.opening(atOrAfter: at(0, 8)) == at(0, 9))
        #expect(hours.moment(.seconds(3600), after: at(0, 17, 30)) == at(2, 9, 30))
        #expect(hours.moment(.seconds(1800), after: at(4, 18)) == at(5, 9, 30))
        #expect(hours.moment(.seconds(20 * 3600), after: at(4, 9)) == at(7, 11))
        #expect(hours.moment(.seconds(9 * 3600), after: at(0, 9)) == at(0, 18))
    }
}
