import EarshotTesting
import FoundationEssentials
import Testing

@testable import Configuration

@Suite("Reading JSON5")
struct JSON5Tests {
    /// The document in a form that can be compared: ordinary JSON with sorted keys.
    private func plain(_ node: Node) -> String {
        switch node.kind {
        case .null: return "null"
        case .bool(let flag): return flag.description
        case .number(let number, let integer): return integer?.description ?? number.description
        case .string(let text): return "\"\(text)\""
        case .array(let elements): return "[\(elements.map(plain).joined(separator: ","))]"
        case .object(let members):
            let sorted = members.sorted { $0.key < $1.key }
            return
                "{\(sorted.map { "\($0.key.debugDescription):\(plain($0.value))" }.joined(separator: ","))}"
        }
    }

    private func read(_ text: String) throws -> String {
        plain(try Document(Array(text.utf8), file: "f").root)
    }

    @Test(
        "every form of the format",
        arguments: [
            ("{}", "{}"), ("[]", "[]"), (" null ", "null"), ("[true,false,]", "[true,false]"),
            ("{a:1,'b':2,\"c\":3,}", "{\"a\":1,\"b\":2,\"c\":3}"),
            ("{$_a1: 1, 城市: 2, \\u0061b: 3}", "{\"$_a1\":1,\"ab\":3,\"城市\":2}"),
            ("// c\n[1, /* 2 \n */ 3]// end", "[1,3]"),
            ("'a\"b'", "\"a\"b\""), ("\"a'b\"", "\"a'b\""),
            ("'\\x41\\u4e2d\\uD83D\\uDE00\\n\\t\\0\\q\\''", "\"A中😀\n\t\0q'\""),
            ("'a\\\nb\\\r\nc'", "\"abc\""), ("'a\u{2028}b'", "\"a\u{2028}b\""),
            ("[0x1F, -0xa, +7, .5, 5., -5.e2, 1E3]", "[31,-10,7,0.5,5,-500,1000]"),
            ("[Infinity, -Infinity]", "[inf,-inf]"), ("[9007199254740993]", "[9007199254740993]"),
            ("\u{FEFF}\u{A0}\u{2003}1", "1"),
        ])
    func forms(text: String, expected: String) throws {
        #expect(try read(text) == expected)
    }

    @Test(
        "what is not the format is named with its line",
        arguments: [
            ("", 1), ("\n{a 1}", 2), ("{a:1\n b:2}", 2), ("[1 2]", 1), ("{a:}", 1), ("[,]", 1), ("{,}", 1),
            ("{a:1,,}", 1), ("01", 1), ("1 2", 1), ("+", 1), (".", 1), ("0x", 1), ("1e", 1), ("1a", 1),
            ("truee", 1),
            ("\n\n'abc", 3), ("'a\nb'", 1), ("'\\1'", 1), ("'\\00'", 1), ("'\\uD800'", 1), ("'\\xg0'", 1),
            ("\n/* a\n\n", 2), ("/", 1), ("{1a: 2}", 1), ("{\\u0020: 1}", 1), ("{a:1}\n}", 2), ("[", 1),
            ("{\"a", 1),
            ("0xFFFFFFFFFFFFFFFF", 1), ("\u{1}", 1),
        ])
    func mistakes(text: String, line: Int) {
        let problem = #expect(throws: Problem.self) { try Document(Array(text.utf8), file: "f.json5") }
        #expect(problem?.code == .syntax)
        #expect(problem?.line == line)
        #expect(problem?.description.hasPrefix("f.json5:\(line):") == true)
    }

    @Test("a mistake inside names the field it is in")
    func field() {
        let problem = #expect(throws: Problem.self) {
            try Document(Array("{a: {b: [1,\n zwei]}}".utf8), file: "f")
        }
        #expect(problem?.description == "f:2: a.b[1]: \"zwei\" is no value; a text needs quotes")
    }

    @Test("nesting and size are limited")
    func limits() {
        let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
        #expect(throws: Problem.self) { try Document(Array(deep.utf8), file: "f") }
        let fits = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(throws: Never.self) { try Document(Array(fits.utf8), file: "f") }
        let hostile = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(throws: Problem.self) { try Document(hostile, file: "f") }
        let huge = [UInt8](repeating: 0x20, count: Document.largestFile + 1)
        let problem = #expect(throws: Problem.self) { try Document(huge, file: "f") }
        #expect(problem?.code == .tooLarge)
        #expect(throws: Problem.self) { try Document([0x22, 0xFF, 0x22], file: "f") }
    }

    @Test("a missing file is said to be missing")
    func missing() {
        let problem = #expect(throws: Problem.self) { try Document(file: "/nowhere/earshot.json") }
        #expect(problem?.description == "/nowhere/earshot.json: there is no such file")
    }

    @Test("mutated documents are read as Foundation reads them, or refused")
    func differential() throws {
        var random = SeededRandom(seed: 20_261_122)
        let seeds = [
            "{a: [1, -2.5, 'x'], \"b\": {c: null, d: true}, /* c */ e: 0x1F}", "[\"\\u4e2d\\n\", .5, 1e3,]",
            "// c\n{'城市': '杭州', n: [[], {}]}",
        ].map { Array($0.utf8) }
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        var accepted = 0
        for _ in 0..<10_000 {
            var bytes = seeds.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let position = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes.remove(at: position)
                case 1: bytes.insert(UInt8.random(in: 32...126, using: &random), at: position)
                default: bytes[position] = UInt8.random(in: 0...255, using: &random)
                }
            }
            guard let document = try? Document(bytes, file: "f"), document.duplicates.isEmpty else {
                continue
            }
            accepted += 1
            // Foundation refuses some escapes and numbers that the format allows; what both read must agree.
            guard let theirs = try? decoder.decode(Anything.self, from: Data(bytes)) else { continue }
            let ours = try document.decode(Anything.self)
            #expect(ours == theirs, "\(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(accepted > 2_000)
    }
}

/// Any document.
private enum Anything: Decodable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case list([Anything])
    case object([String: Anything])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .bool(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let keys = try? decoder.container(keyedBy: AnyKey.self) {
            var members: [String: Anything] = [:]
            for key in keys.allKeys { members[key.stringValue] = try keys.decode(Anything.self, forKey: key) }
            self = .object(members)
        } else {
            var elements: [Anything] = []
            var rest = try decoder.unkeyedContainer()
            while !rest.isAtEnd { elements.append(try rest.decode(Anything.self)) }
            self = .list(elements)
        }
    }

    struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
