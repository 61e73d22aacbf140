import Earshot
import FoundationEssentials
import Sample
import Testing

@Suite("The sample's configuration files")
struct SampleConfigurationTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        + "/bot-config/sample/"

    private func lines(_ file: String) throws -> [[String]] {
        try String(contentsOfFile: SampleConfigurationTests.folder + file, encoding: .utf8)
            .split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test("dealers.csv lists the stores of the generator")
    func dealers() throws {
        let rows = try lines("dealers.csv")
        #expect(rows.first == ["id", "name", "city", "aliases"])
        #expect(rows.count == 121)
        #expect(Set(SampleNetwork.dealers.map(\.city)).count == 40)
        for (row, dealer) in zip(rows.dropFirst(), SampleNetwork.dealers) {
            #expect(row == [dealer.id, dealer.name, dealer.city.name, dealer.aliases.joined(separator: "|")])
        }
        let names = SampleNetwork.dealers.flatMap { [$0.name] + $0.aliases }
        #expect(Set(names).count == names.count)
    }

    @Test("people.csv names people of every role whose stores exist")
    func people() throws {
        let rows = try lines("people.csv")
        #expect(rows.first == ["id", "name", "role", "dealer", "region", "accounts"])
        #expect(Set(rows.dropFirst().map { $0[2] }) == Set(Role.allCases.map(\.rawValue)))
        let dealers = Set(SampleNetwork.dealers.map(\.id))
        for row in rows.dropFirst() where row[2] == "dealer" {
            #expect(dealers.contains(row[3]))
        }
    }

    @Test("products.json5 knows every brand and series that voices are about")
    func products() throws {
        let text = try String(
            contentsOfFile: SampleConfigurationTests.folder + "products.json5", encoding: .utf8)
        for name in Set(Fixture.voices.compactMap(\.series)).union(Fixture.voices.compactMap(\.brand)) {
            #expect(text.contains("\"\(name)\""), "\(name)")
        }
    }
}
