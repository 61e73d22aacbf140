import Testing

@testable import Earshot

@Suite("A city with those next to it")
struct SurroundingsTests {
    private let china = Gazetteer.china

    private func names(around name: String) -> [String] {
        china.city(named: name).map { china.surroundings(of: $0).map(\.name) } ?? []
    }

    @Test("it is the city itself and at most five others, across the border of its province")
    func neighbours() {
        let nanjing = names(around: "南京")
        #expect(nanjing.first == "南京" && nanjing.count == 6)
        #expect(Set(nanjing).isSuperset(of: ["镇江", "扬州", "滁州", "马鞍山"]), "\(nanjing)")
        #expect(Set(names(around: "北京")).isSuperset(of: ["廊坊", "天津"]))
        // Nobody lives near.
        #expect(names(around: "阿里") == ["阿里"] && names(around: "三沙") == ["三沙"])
    }

    @Test("only what reaches into another province is a borderland")
    func borderlands() {
        let middles = Set(Gazetteer.borderlands.map(\.middle.name))
        #expect(middles.isSuperset(of: ["南京", "上海", "徐州", "重庆"]))
        #expect(middles.isDisjoint(with: ["福州", "琼海", "喀什"]))
        #expect(Gazetteer.borderlands.allSatisfy { Set($0.cities.map(\.province)).count > 1 })
    }

    @Test("every city but the one of islands far apart lies somewhere")
    func everyCity() {
        let placed = Set(
            Gazetteer.coordinates.flatMap { line in
                line.split(separator: " ").enumerated().filter { $0.offset % 3 == 0 }.map {
                    String($0.element)
                }
            })
        #expect(china.cities.map(\.name).filter { !placed.contains($0) } == ["三沙"])
        #expect(placed.allSatisfy { china.city(named: $0)?.name == $0 })
    }

    @Test(
        "no city lies more than sixty kilometres from where the public list has it",
        .enabled(if: SharedDivisions.exist, "the public list of divisions is not there"))
    func publicList() throws {
        // The list has the middle of the area of this one, not its seat.
        let areas = ["大兴安岭"]
        let listed = try SharedDivisions.points()
        for line in Gazetteer.coordinates {
            let words = line.split(separator: " ").map(String.init)
            for start in stride(from: 0, to: words.count, by: 3) where !areas.contains(words[start]) {
                let city = try #require(china.city(named: words[start]))
                guard let there = listed[city.code] else { continue }
                let here = Neighbourhoods.Point(
                    latitude: try #require(Double(words[start + 1])),
                    longitude: try #require(Double(words[start + 2])))
                #expect(Neighbourhoods.distance(here, there) < 60, "\(city.name)")
            }
        }
    }
}
