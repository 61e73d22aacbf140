import Testing

@testable import Web

@Suite("A body of voices as lines")
struct VoiceLinesTests {
    private func lines(_ body: String, pieces size: Int = .max) throws -> String {
        var splitter = VoiceLines()
        var result: [UInt8] = []
        var rest = Array(body.utf8)[...]
        while !rest.isEmpty {
            let piece = rest.prefix(size)
            rest = rest.dropFirst(piece.count)
            result += try splitter.lines(of: Array(piece))
        }
        try splitter.end()
        return String(decoding: result, as: UTF8.self)
    }

    @Test("lines pass as they are")
    func passes() throws {
        let body = "{\"id\":\"1\"}\n{\"id\":\"2\"}"
        #expect(try lines(body) == body)
        #expect(try lines("") == "")
        #expect(try lines("[]") == "")
        #expect(try lines("\u{FEFF}[1]") == "\u{FEFF}[1]")
    }

    @Test("each element of an array becomes a line, however the body is cut", arguments: 1...9)
    func array(size: Int) throws {
        let body = " [ {\"id\":\"1\",\n\"tags\":[1,[2]]} , {\"text\":\"a,]\\\"}\\\\\"},3 ]\n"
        let expected = "{\"id\":\"1\", \"tags\":[1,[2]]} \n{\"text\":\"a,]\\\"}\\\\\"}\n3 \n"
        #expect(try lines(body, pieces: size) == expected)
    }

    @Test("a line feed within a string does not make two lines of one")
    func lineFeedInString() throws {
        #expect(try lines("[{\"text\":\"a\nb\"}]") == "{\"text\":\"a\u{1}b\"}\n")
    }

    @Test("an array that is broken is refused by its own reason")
    func broken() {
        #expect(throws: MalformedArray.unfinished) { try lines("[{\"id\":1}") }
        #expect(throws: MalformedArray.unfinished) { try lines("[\"abc") }
        #expect(throws: MalformedArray.trailing) { try lines("[1] 2") }
        #expect(throws: MalformedArray.missingElement) { try lines("[1,]") }
        #expect(throws: MalformedArray.missingElement) { try lines("[,1]") }
        #expect(throws: MalformedArray.missingElement) { try lines("[1,,2]") }
    }

    @Test("a hundred thousand open brackets cost no more than their bytes")
    func nesting() {
        #expect(throws: MalformedArray.unfinished) {
            try lines(String(repeating: "[", count: 100_000), pieces: 4096)
        }
    }

    @Test("no sequence of brackets, strings and line feeds makes more lines than elements")
    func mutated() {
        var generator = SeededGenerator(seed: 20_261_122)
        let alphabet = Array("[]{},\"\\\n 1a".utf8)
        for _ in 0..<20_000 {
            var body = [UInt8(ascii: "[")]
            for _ in 0..<Int.random(in: 0..<24, using: &generator) {
                body.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
            }
            var splitter = VoiceLines()
            guard let lines = try? splitter.lines(of: body), (try? splitter.end()) != nil else { continue }
            let feeds = lines.count { $0 == 0x0A }
            #expect(feeds <= body.count { $0 == UInt8(ascii: ",") } + 1, "\(body)")
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood, 2014): the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
