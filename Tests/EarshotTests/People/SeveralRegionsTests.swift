import EarshotTesting
import Testing

@testable import Earshot

@Suite("Somebody with several regions")
struct SeveralRegionsTests {
    private static let north = Region(name: "华北", cities: [Fixtures.city("北京"), Fixtures.city("天津")])
    private static let west = Region(name: "西南", cities: [Fixtures.city("成都")])
    private static let both = Person(
        id: "qin", name: "秦川", role: .manager, regions: [north, west], accounts: ["dingtalk:m3"])

    private let directory = FixtureDirectory([both, Fixtures.eastManager])

    private func rows(_ names: [String]) -> DirectoryRows {
        let provinces = ["华北": ["河北"], "西南": ["四川"], "华东": ["浙江"]]
        return DirectoryRows(
            people: [
                PersonRow(
                    place: RowPlace(file: "people.csv", line: 2), id: "qin", name: "秦川", role: "manager",
                    regions: names)
            ],
            regions: provinces.sorted { $0.key < $1.key }.enumerated().map { index, entry in
                RegionRow(
                    place: RowPlace(file: "regions.json5", line: index + 2), name: entry.key,
                    provinces: entry.value)
            })
    }

    @Test("the people file names them, each once and each known")
    func rows() throws {
        let directory = try Directory(rows(["华北", "西南"]))
        let person = try #require(directory.person(id: "qin"))
        #expect(person.regions.map(\.name) == ["华北", "西南"])
        #expect(person.region?.name == "华北、西南")
        #expect(directory.managers(of: Fixtures.city("成都")).map(\.id) == ["qin"])
        #expect(directory.managers(of: Fixtures.city("石家庄")).map(\.id) == ["qin"])
        #expect(directory.managers(of: Fixtures.hangzhou).isEmpty)
        let problems = #expect(throws: DirectoryProblems.self) {
            try Directory(rows(["华北", "华北", "火星"]))
        }
        #expect(
            problems?.all.map(\.description) == [
                "people.csv:2: region: \"华北\" stands twice",
                "people.csv:2: region: there is no region \"火星\" (one of 华东, 华北, 西南)",
            ])
    }

    @Test("a region's name has nothing in it that stands between several", arguments: ["华东、华中", "华东|华中"])
    func names(_ name: String) {
        var rows = rows(["华北"])
        rows.regions[0].name = name
        let problems = #expect(throws: DirectoryProblems.self) { try Directory(rows) }
        #expect(problems?.all.contains { $0.message.hasPrefix("a region's name has no") } == true)
    }

    @Test("all of them are seen together, each by its name and no other")
    func seen() {
        let scope = Scope(of: Self.both, regions: [Self.north, Self.west, Fixtures.eastChina])
        func cities(_ region: String?, _ city: City? = nil) -> Set<City>? {
            if case .seen(let place) = scope.place(city: city, region: region) { place.cities } else { nil }
        }
        #expect(cities(nil) == Self.north.cities.union(Self.west.cities))
        #expect(cities("华北、西南") == cities(nil))
        #expect(cities("西南") == Self.west.cities)
        #expect(cities(nil, Fixtures.city("成都")) == [Fixtures.city("成都")])
        #expect(cities("华东") == nil)
        #expect(cities("华东、西南") == nil)
        #expect(cities(nil, Fixtures.hangzhou) == nil)
    }

    @Test(
        "a place of several that was kept is the same place when it is read, and none when one of them is gone"
    )
    func kept() throws {
        let place = WatchedPlace.region(try #require(Self.both.region))
        let regions = [Self.west, Fixtures.eastChina, Self.north]
        #expect(WatchedPlace(place.description, regions: regions) == place)
        #expect(WatchedPlace(place.description, regions: [Self.north])?.cities == [])
    }

    @Test(
        "what was kept of several together is theirs in another order and with a third, and not without one of them"
    )
    func changedRows() throws {
        let kept = try #require(Self.both.region).name
        func sight(_ regions: [Region]) -> VisiblePlace? {
            let person = Person(id: "qin", name: "秦川", role: .manager, regions: regions)
            let scope = Scope(of: person, regions: [Self.north, Self.west, Fixtures.eastChina])
            return if case .seen(let place) = scope.place(city: nil, region: kept) { place } else { nil }
        }
        let cities = Self.north.cities.union(Self.west.cities)
        #expect(sight([Self.west, Self.north])?.cities == cities)
        #expect(sight([Self.west, Fixtures.eastChina, Self.north])?.cities == cities)
        #expect(sight([Self.north]) == nil)
        #expect(sight([Self.north, Fixtures.eastChina]) == nil)
        let turned = try #require(Region(together: [Self.west, Self.north]))
        #expect(turned == Self.both.region)
        #expect(Set([WatchedPlace.region(turned), .region(try #require(Self.both.region))]).count == 1)
        #expect(turned != Self.west)
    }

    @Test("they are told once of what concerns several of them, and of each of them")
    func told() {
        let chain = ChainOfCommand(directory: directory, headquarters: [])
        func told(_ place: WatchedPlace) -> [String] {
            chain.level(.managers, of: place, on: Fixtures.today).told.map(\.person.id)
        }
        #expect(told(.nation) == ["qin", "liqiang"])
        #expect(told(.region(Self.north)) == ["qin"])
        #expect(told(.region(Self.west)) == ["qin"])
        #expect(told(.region(Fixtures.eastChina)) == ["liqiang"])
    }

    @Test("lines to take are read of each of them, and of no place that both are together")
    func knowledge() {
        let reach = KnowledgeScope(of: Self.both, in: directory).reach
        #expect(reach.contains(.region("华北")) && reach.contains(.region("西南")))
        #expect(reach.contains(.city("成都")) && !reach.contains(.region("华北、西南")))
        #expect(!reach.contains(.region("华东")))
    }

    @Test("a warning of one of them is theirs, and of one that goes beyond both their part in it")
    func warnings() {
        let scope = WarningScope(of: Self.both, in: directory)
        func warning(_ region: Region) -> Warning {
            WarningFixture.warning(WarningFixture.finding(WarningFixture.matter(.region(region), "fuel")))
        }
        let north = warning(Self.north)
        #expect(scope.sees(north) && scope.acts(on: north))
        #expect(scope.cities(concernedBy: north) == Self.north.cities)
        #expect(scope.request(.quotes, of: north.subject).slots.region == "华北")
        let wide = warning(
            Region(name: "全线", cities: [Fixtures.city("北京"), Fixtures.city("成都"), Fixtures.hangzhou]))
        #expect(scope.sees(wide) && !scope.acts(on: wide))
        #expect(scope.cities(concernedBy: wide) == [Fixtures.city("北京"), Fixtures.city("成都")])
        #expect(scope.request(.quotes, of: wide.subject).slots.region == "华北、西南")
        #expect(!scope.sees(warning(Fixtures.eastChina)))
    }

    @Test("an action of one of them that they do stays of that one")
    func actions() {
        let scope = ActionScope(of: Fixtures.headquarters)
        #expect(scope.place(of: Self.both, keeping: .region("西南")) == .region("西南"))
        #expect(scope.place(of: Self.both, keeping: .region("华东")) == .region("华北、西南"))
    }

    @Test("what is of both is decided by whoever has both, and what is of one by whoever has that one")
    func decided() {
        let one = Person(id: "he", name: "何静", role: .manager, regions: [Self.west])
        func decides(_ person: Person, on filer: Person) -> Bool {
            let suggestion = Suggestion(
                number: 1, "希望周末多排两个技师", filer: Suggestion.Backer(filer, at: Fixtures.now))
            return SuggestionScope(of: person, in: directory).decides(on: suggestion)
        }
        #expect(decides(Self.both, on: one))
        #expect(decides(Self.both, on: Self.both))
        #expect(!decides(one, on: Self.both))
        #expect(!decides(one, on: Fixtures.eastManager))
        #expect(ActionScope(of: one).agrees(with: Self.both))
        #expect(ActionScope(of: Self.both).agrees(with: one))
        #expect(!ActionScope(of: one).agrees(with: Fixtures.eastManager))
    }
}
