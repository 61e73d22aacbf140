import Testing

@testable import Earshot

@Suite(
    "Checked against the public list of divisions",
    .enabled(if: SharedDivisions.exist, "skipped: ../shared/data/geo_cn is absent"))
struct DivisionsTests {
    let china = Gazetteer.china

    @Test("every prefecture-level unit is found by name and short name with its code")
    func prefectures() throws {
        let units = try SharedDivisions.rows().filter {
            $0.level == "city" && $0.name.hasPrefix("市辖") == false && $0.name.hasPrefix("省直辖") == false
                && $0.name.hasPrefix("自治区直辖") == false && $0.name != "县"
        }
        #expect(units.count > 330)
        for unit in units {
            #expect(china.city(named: unit.name)?.code == unit.code, "\(unit.name)")
            // 海南 alone is the province; see the table.
            if unit.shortName != "海南" {
                #expect(china.city(named: unit.shortName)?.code == unit.code, "\(unit.shortName)")
            }
            #expect(
                china.city(code: unit.code)?.province == china.province(named: unit.province), "\(unit.name)")
            #expect(china.city(inLocation: unit.province + unit.name)?.code == unit.code, "\(unit.name)")
        }
    }

    @Test("every county-level unit that a province administers itself is found")
    func administeredByProvince() throws {
        let units = try SharedDivisions.rows().filter { $0.level == "district" && $0.code / 100 % 100 == 90 }
        #expect(units.count > 20)
        for unit in units {
            #expect(china.city(named: unit.name)?.code == unit.code, "\(unit.name)")
        }
    }

    @Test("every municipality is found")
    func municipalities() throws {
        for unit in try SharedDivisions.rows() where unit.level == "province" && unit.name.hasSuffix("市") {
            #expect(china.city(named: unit.name)?.code == unit.code, "\(unit.name)")
        }
    }

    @Test("no district is given to a city that does not have it, by its full or short name")
    func districts() throws {
        var found = 0
        for unit in try SharedDivisions.rows() where unit.level == "district" {
            for name in [unit.name, unit.shortName, String(unit.name.dropLast())] where name.count > 1 {
                guard let city = china.city(ofDistrict: name) else { continue }
                found += 1
                #expect(city == china.city(code: unit.code), "\(name)")
            }
        }
        #expect(found > 4000)
    }

    @Test("every district and county whose name is unique in the country is found by it")
    func uniqueDistricts() throws {
        // Development zones (their codes end in 70 and above) and the islands of 三沙 are no counties, and a city
        // without districts stands in the list as its own.
        let units = try SharedDivisions.rows().filter {
            $0.level == "district" && $0.code % 100 < 70 && $0.code / 100 != 4603
                && $0.name.hasSuffix("委员会") == false && china.city(named: $0.name) == nil
        }
        let names = Dictionary(grouping: units, by: \.name)
        var missing: [String] = []
        for (name, found) in names where found.count == 1 && name.count > 2 {
            if china.city(ofDistrict: name) == nil { missing.append(name) }
        }
        #expect(names.count > 2400)
        #expect(missing.sorted() == [])
    }
}
