@testable import Earshot

/// Counts of complaints for tests of the watch.
enum WatchFixture {
    static let last = Day(year: 2026, month: 6, day: 30)!

    static func city(_ name: String) -> City { Gazetteer.china.city(named: name)! }

    /// Complaints that come in some of the last days, each of all of the aspects.
    struct Added {
        var city: City
        var aspects: [Aspect]
        var days: Int
        var each: Int

        init(_ city: City, _ aspects: [Aspect], days: Int = 3, each: Int) {
            (self.city, self.aspects, self.days, self.each) = (city, aspects, days, each)
        }
    }

    /// 100 days with a complaint of each of some cities and aspects every other day, or so many each day, and what is added in the
    /// last ones.
    static func counts(
        _ added: [Added], usual cities: [City], _ aspects: [Aspect], daily: Int? = nil
    ) -> ComplaintCounts {
        var rows: [ComplaintCounts.Cell: [Day: Int]] = [:]
        func add(_ count: Int, _ day: Day, _ city: City, _ aspects: [Aspect]) {
            let all = Set(aspects.flatMap { [$0, $0.parent] } + [nil])
            for city in [city, nil] {
                for aspect in all {
                    rows[ComplaintCounts.Cell(city: city, aspect: aspect), default: [:]][day, default: 0] +=
                        count
                }
            }
        }
        var counts = ComplaintCounts(days: (last - 99)...last)
        for (offset, day) in counts.days.enumerated() {
            counts.markKnown(day)
            for (index, city) in cities.enumerated() {
                for (number, aspect) in aspects.enumerated()
                where daily != nil || (offset + index + number) % 2 == 0 {
                    add(daily ?? 1, day, city, [aspect])
                }
            }
        }
        for one in added {
            for day in (last - (one.days - 1))...last { add(one.each, day, one.city, one.aspects) }
        }
        for (cell, days) in rows {
            for (day, count) in days { counts.add(count, on: day, of: cell) }
        }
        return counts
    }
}

extension ComplaintCounts {
    /// A complaint of a series every fourth day, as a part of what is counted, and so many more in each of the last ones.
    mutating func add(_ series: String, _ each: Int, days: Int, in city: City) {
        for (offset, day) in self.days.enumerated() {
            let more = WatchFixture.last < day + days ? each : 0
            for city in [city, nil] where offset % 4 == 0 || more > 0 {
                add(
                    (offset % 4 == 0 ? 1 : 0) + more, on: day,
                    of: ComplaintCounts.Cell(city: city, aspect: nil, series: series))
            }
        }
    }
}
