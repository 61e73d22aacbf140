import Testing

@testable import Configuration

@Suite("Decoding strictly")
struct StrictDecodingTests {
    private struct Sample: Decodable, Equatable {
        struct Robot: Decodable, Equatable {
            var name: String
            var level: Level?
        }

        enum Level: String, Decodable, CaseIterable {
            case low, high
        }

        var port: Int
        var title: String
        var ratio: Double?
        var small: UInt8?
        var isOn: Bool?
        var robots: [Robot]
        var hosts: [String: String]?
    }

    private func problems(_ text: String) throws -> [String] {
        let document = try Document(Array(text.utf8), file: "f")
        let problems = #expect(throws: Problems.self) { try document.decode(Sample.self) }
        return problems?.all.map(\.description) ?? []
    }

    @Test("a good document becomes its type")
    func good() throws {
        let text = """
            {port: 80, title: 'x', ratio: null, small: 255, isOn: true,
             robots: [{name: 'a', level: 'high'}, {name: 'b'}], hosts: {any: 'key'}}
            """
        let sample = try Document(Array(text.utf8), file: "f").decode(Sample.self)
        #expect(
            sample
                == Sample(
                    port: 80, title: "x", small: 255, isOn: true,
                    robots: [.init(name: "a", level: .high), .init(name: "b")], hosts: ["any": "key"]))
    }

    @Test("an unknown key is named with its line and the key that was meant")
    func unknown() throws {
        #expect(
            try problems("{\n port: 1, title: '', robots: [],\n prot: 2}")
                == ["f:3: prot: is not a known setting (did you mean \"port\"?)"])
        #expect(
            try problems("{port: 1, title: '', robots: [\n{name: 'a', weight: 2}]}")
                == ["f:2: robots[0].weight: is not a known setting (known here: level, name)"])
    }

    @Test(
        "wrong types and values are named",
        arguments: [
            ("{port: '80', title: '', robots: []}", "f:1: port: must be a whole number, not a text"),
            ("{port: 80.5, title: '', robots: []}", "f:1: port: must be a whole number, not 80.5"),
            ("{port: 1, title: 5, robots: []}", "f:1: title: must be a text, not a number"),
            ("{port: 1, title: '', robots: {}}", "f:1: robots: must be a list, not an object"),
            ("{port: 1, title: '', robots: [3]}", "f:1: robots[0]: must be an object, not a number"),
            (
                "{port: 1, title: '', robots: [], ratio: Infinity}",
                "f:1: ratio: must be a finite number, not a number"
            ),
            ("{port: 1, title: '', robots: [], small: 256}", "f:1: small: must be between 0 and 255"),
            ("{port: 1, title: '', robots: [], isOn: 'yes'}", "f:1: isOn: must be true or false, not a text"),
            ("{port: 1, title: '', robots: [], hosts: {a: 1}}", "f:1: hosts.a: must be a text, not a number"),
            (
                "{port: 1, title: '', robots: [{name: 'a', level: 'mid'}]}",
                "f:1: robots[0].level: must be one of low, high"
            ),
            ("{port: 1, robots: []}", "f:1: title: is missing"),
            ("[]", "f:1: must be an object, not a list"),
            ("{port: 1, port: 2, title: '', robots: []}", "f:1: port: is given twice"),
        ])
    func wrong(text: String, expected: String) throws {
        #expect(try problems(text) == [expected])
    }

    @Test("all problems are found at once, in the order of the lines")
    func all() throws {
        let text = """
            {
              port: 'x',
              robots: [
                {name: 1},
                {nmae: 'a'},
                7,
                {name: 'b', level: 'huge', extra: 1},
              ],
              hosts: 3,
            }
            """
        #expect(
            try problems(text) == [
                "f:1: title: is missing", "f:2: port: must be a whole number, not a text",
                "f:4: robots[0].name: must be a text, not a number", "f:5: robots[1].name: is missing",
                "f:5: robots[1].nmae: is not a known setting (did you mean \"name\"?)",
                "f:6: robots[2]: must be an object, not a number",
                "f:7: robots[3].level: must be one of low, high",
                "f:7: robots[3].extra: is not a known setting (known here: level, name)",
                "f:9: hosts: must be an object, not a number",
            ])
    }

    @Test("a missing part that cannot be stood in for is told with the key that is spelt nearly like it")
    func mistypedPart() throws {
        struct Account: Decodable {
            var level: Sample.Level
            var name: String
        }
        let document = try Document(Array("{levle: 'low', name: 'a'}".utf8), file: "f")
        let problems = #expect(throws: Problems.self) { try document.decode(Account.self) }
        #expect(
            problems?.all.map(\.description) == ["f:1: level: is missing (is \"levle\" meant to be it?)"])
    }

    @Test("a field's line is found by its path")
    func lines() throws {
        let document = try Document(Array("{\na: [\n{b: 1},\n{b:\n2}]}".utf8), file: "f")
        #expect(document.line(of: "a") == 2)
        #expect(document.line(of: "a[1]") == 4)
        #expect(document.line(of: "a[1].b") == 4)
        #expect(document.line(of: "a[1].c") == 4)
        #expect(document.line(of: "nowhere") == 1)
        #expect(document.problem("a[0].b", "is odd").description == "f:3: a[0].b: is odd")
    }

    @Test("the nearest word is one or two slips away, or none")
    func nearestWord() {
        #expect(nearest(to: "prot", among: ["port", "proxy"]) == "port")
        #expect(nearest(to: "dataFoldr", among: ["dataFolder", "data"]) == "dataFolder")
        #expect(nearest(to: "Port", among: ["port"]) == "port")
        #expect(nearest(to: "weather", among: ["port", "name"]) == nil)
        #expect(nearest(to: "x", among: []) == nil)
    }

    private struct WithDefaults: Decodable {
        struct Place: Decodable {
            var host = "here"

            private enum CodingKeys: String, CodingKey {
                case host
            }

            init() {}

            init(from decoder: any Decoder) throws {
                host = try decoder.container(keyedBy: CodingKeys.self).value(.host, default: host)
            }
        }

        var place = Place()
        var ports = [80]

        private enum CodingKeys: String, CodingKey {
            case place, ports
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            place = try keys.value(.place, default: place)
            ports = try keys.value(.ports, default: ports)
        }
    }

    @Test("null is no value for a setting with a default")
    func null() throws {
        let document = try Document(Array("{place: null,\nports: null}".utf8), file: "f")
        let problems = #expect(throws: Problems.self) { try document.decode(WithDefaults.self) }
        #expect(
            problems?.all.map(\.description) == [
                "f:1: place: must be an object, not null", "f:2: ports: must be a list, not null",
            ])
    }

    @Test("what is broken does not keep the rest from being read")
    func salvage() throws {
        let text = "{place: {host: 5},\nports: [1, 'x', 2],\nprots: 1}"
        let (value, problems) = try Document(Array(text.utf8), file: "f").salvage(WithDefaults.self)
        #expect(value?.ports == [1, 2])
        #expect(value?.place.host == "here")
        #expect(problems.map(\.field) == ["place.host", "ports[1]", "prots"])
    }

    @Test("a field is found also behind keys with dots")
    func dottedKeys() throws {
        let text = """
            {
              targets: {
                fuel: 'a',
                'sales_service.attitude': {
                  '-1.5': 'b',
                },
                sales_service: 'c',
              },
              list: [1,
                {deep: 2}],
            }
            """
        let document = try Document(Array(text.utf8), file: "f")
        #expect(document.line(of: "targets.fuel") == 3)
        #expect(document.line(of: "targets.sales_service.attitude") == 4)
        #expect(document.line(of: "targets.sales_service.attitude.-1.5") == 5)
        #expect(document.line(of: "targets.sales_service") == 7)
        #expect(document.line(of: "list[1].deep") == 10)
        #expect(document.line(of: "list[7].deep") == 9)
        #expect(document.line(of: "nothing") == 1)
    }
}
