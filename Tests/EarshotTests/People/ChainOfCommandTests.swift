import EarshotTesting
import Testing

@testable import Earshot

@Suite("The chain of command")
struct ChainOfCommandTests {
    private static let day = Fixtures.today
    private static let hangzhou = WatchedPlace.city(Fixtures.hangzhou)
    private static let west = Region(name: "华西", cities: [Fixtures.city("成都")])

    private func manager(
        _ id: String, _ region: Region = Fixtures.eastChina, head: Bool = false, deputy: String? = nil,
        away: Bool = false
    ) -> Person {
        person(id, .manager, region, head: head, deputy: deputy, away: away)
    }

    private func person(
        _ id: String, _ role: Role, _ region: Region? = nil, head: Bool = false, deputy: String? = nil,
        away: Bool = false
    ) -> Person {
        let day = ChainOfCommandTests.day
        return Person(
            id: id, name: id, role: role, regions: region.map { [$0] } ?? [], isHead: head, deputy: deputy,
            away: away ? [day...day] : [])
    }

    private func told(
        _ people: [Person], _ level: ChainOfCommand.Level, of place: WatchedPlace = hangzhou,
        headquarters: [String] = []
    ) -> [String] {
        summons(people, level, of: place, headquarters: headquarters).told.map(\.person.id)
    }

    private func summons(
        _ people: [Person], _ level: ChainOfCommand.Level, of place: WatchedPlace = hangzhou,
        headquarters: [String] = [], on day: Day = day
    ) -> Summons {
        ChainOfCommand(directory: FixtureDirectory(people), headquarters: headquarters)
            .level(level, of: place, on: day)
    }

    @Test("of a city the managers of its regions are told, then their heads, then headquarters")
    func levels() {
        let people = [
            person("hq", .hq), manager("head", head: true), manager("east"),
            manager("south", Fixtures.southChina),
            manager("delta", Region(name: "长三角", cities: [Fixtures.hangzhou])),
            person("dealer", .dealer), person("admin", .admin),
        ]
        #expect(told(people, .managers) == ["east", "delta"])
        #expect(told(people, .heads) == ["head"])
        #expect(told(people, .headquarters) == ["hq"])
        #expect(told(people, .managers, of: .region(Fixtures.eastChina)) == ["east", "delta"])
        #expect(told(people, .managers, of: .region(Fixtures.southChina)) == ["south"])
        #expect(told(people, .heads, of: .region(Fixtures.southChina)) == [])
        #expect(told(people, .managers, of: .city(Fixtures.city("哈尔滨"))) == [])
    }

    @Test("where a place has heads only they are its managers")
    func headsOnly() {
        let people = [manager("one", head: true), manager("two", head: true)]
        #expect(told(people, .managers) == ["one", "two"])
        #expect(told(people, .heads) == [])
    }

    @Test("of the nation headquarters and all managers are told, then the heads, then headquarters")
    func nation() {
        let people = [
            manager("east"), manager("head", head: true), manager("alone", Fixtures.southChina, head: true),
            manager("west", ChainOfCommandTests.west), person("hq", .hq),
        ]
        #expect(told(people, .managers, of: .nation) == ["hq", "east", "alone", "west"])
        #expect(told(people, .heads, of: .nation) == ["head"])
        #expect(told(people, .headquarters, of: .nation) == ["hq"])
    }

    @Test("of headquarters those of the settings are told, and without any there everybody")
    func headquarters() {
        let people = [person("a", .hq), person("b", .hq), manager("east")]
        #expect(told(people, .headquarters) == ["a", "b"])
        #expect(told(people, .headquarters, headquarters: ["b"]) == ["b"])
        #expect(told(people, .managers, of: .nation, headquarters: ["b"]) == ["b", "east"])
        #expect(told(people, .headquarters, headquarters: ["east", "nobody"]) == [])
    }

    @Test("the deputy of somebody away is told instead, and on other days the person")
    func deputy() {
        let people = [manager("east", deputy: "other", away: true), manager("other")]
        let absent = summons([people[0], person("hq", .hq)], .managers)
        #expect(absent.told.isEmpty && absent.absent.map(\.reason) == [.noDeputy])
        let there = summons(people, .managers, on: ChainOfCommandTests.day + 1)
        #expect(there.told.map(\.person.id) == ["east", "other"])
        #expect(there.told.allSatisfy { $0.isInCharge && $0.insteadOf.isEmpty })
        let away = summons(people, .managers)
        #expect(away.told.map(\.person.id) == ["other"])
        #expect(away.told.first?.isInCharge == true)
        #expect(away.told.first?.insteadOf.map(\.id) == ["east"])
        #expect(away.absent.isEmpty)
    }

    @Test("a deputy who is away has a deputy, and so on, never in circles")
    func chain() {
        let chain = [
            manager("a", deputy: "b", away: true), person("b", .hq, deputy: "c", away: true),
            person("c", .hq),
        ]
        let found = summons(chain, .managers)
        #expect(found.told.map(\.person.id) == ["c"])
        #expect(found.told.map(\.isInCharge) == [false])
        #expect(found.told.first?.insteadOf.map(\.id) == ["a"])
        let circle = [manager("a", deputy: "b", away: true), manager("b", deputy: "a", away: true)]
        let nobody = summons(circle, .managers)
        #expect(nobody.told.isEmpty)
        #expect(nobody.absent.map(\.person.id) == ["a", "b"])
        #expect(nobody.absent.allSatisfy { $0.reason == .deputiesAway })
        let end = [manager("a", deputy: "b", away: true), person("b", .hq, away: true)]
        #expect(summons(end, .managers).absent.map(\.reason) == [.deputiesAway])
    }

    @Test("the deputy of several is told once, for all of them")
    func deputyOfSeveral() {
        let people = [
            manager("east", deputy: "hq", away: true),
            manager("west", ChainOfCommandTests.west, deputy: "hq", away: true),
            person("hq", .hq),
        ]
        let found = summons(people, .managers, of: .nation)
        #expect(found.told.map(\.person.id) == ["hq"])
        #expect(found.told.first?.isInCharge == true)
        #expect(found.told.first?.insteadOf.map(\.id) == ["east", "west"])
    }

    @Test("a deputy of another region is not told of what only the absent one may see")
    func deputyElsewhere() {
        let both = Region(name: "东南", cities: [Fixtures.hangzhou, Fixtures.guangzhou])
        let people = [
            manager("both", both, deputy: "south", away: true), manager("south", Fixtures.southChina),
        ]
        let found = summons(people, .managers)
        #expect(found.told.isEmpty && found.absent.map(\.reason) == [.deputyElsewhere])
        #expect(told(people, .managers, of: .city(Fixtures.guangzhou)) == ["south"])
        #expect(told(people, .managers, of: .nation) == ["south"])
    }

    @Test("whoever is in charge in any directory is told once, is stood in for, or is absent with a reason")
    func nobodyForgotten() {
        var random = SplitMix64(seed: 20_261_126)
        let regions = [Fixtures.eastChina, Fixtures.southChina, ChainOfCommandTests.west]
        let places: [WatchedPlace] = [.nation, ChainOfCommandTests.hangzhou, .region(Fixtures.southChina)]
        for _ in 0..<500 {
            let ids = (0..<8).map { "p\($0)" }
            let people = ids.map { id in
                person(
                    id, [.manager, .manager, .hq].randomElement(using: &random) ?? .hq,
                    regions.randomElement(using: &random), head: Bool.random(using: &random),
                    deputy: Bool.random(using: &random) ? ids.randomElement(using: &random) : nil,
                    away: Bool.random(using: &random))
            }
            let chain = ChainOfCommand(directory: FixtureDirectory(people), headquarters: [])
            for place in places {
                for level in ChainOfCommand.Level.allCases {
                    let found = chain.level(level, of: place, on: ChainOfCommandTests.day)
                    let accounted =
                        found.told.flatMap { ($0.isInCharge ? [$0.person.id] : []) + $0.insteadOf.map(\.id) }
                        + found.absent.map(\.person.id)
                    #expect(accounted.sorted() == chain.members(of: level, of: place).map(\.id).sorted())
                    #expect(Set(found.told.map(\.person.id)).count == found.told.count)
                    #expect(found.told.allSatisfy { !$0.person.isAway(on: ChainOfCommandTests.day) })
                    #expect(found.told.allSatisfy { $0.isInCharge || !$0.insteadOf.isEmpty })
                }
            }
        }
    }
}
