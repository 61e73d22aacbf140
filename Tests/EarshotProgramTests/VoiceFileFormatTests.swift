import Testing

@testable import EarshotProgram

@Suite("The format of a file of voices")
struct VoiceFileFormatTests {
    private func format(_ name: String, _ text: String) throws -> VoiceFileFormat {
        try VoiceFileFormat.of(name, start: Array(text.utf8))
    }

    @Test(
        "a known ending decides, in any case", arguments: ["a.ndjson", "a.jsonl", "a.b.JSON", "/x/a.NdJson"])
    func endings(name: String) throws {
        #expect(try format(name, "id,text,published_at\n") == .json)
    }

    @Test("a table's ending decides, and JSON under it is refused with its right name")
    func tableEnding() throws {
        #expect(try format("a.CSV", "garbage\n{\"id\":\"1\"}\n") == .table)
        let failure = #expect(throws: Failure.self) { try format("a.csv", "\n {\"id\":\"1\"}\n") }
        #expect(failure?.description == "is JSON and not a table; name such a file .ndjson or .json")
    }

    @Test(
        "without a known ending the first line decides that can be read either way",
        arguments: [
            ("{\"id\":\"1\"}\n", VoiceFileFormat.json), ("garbage\n{\"id\":\"1\"}\n", .json),
            ("# made by x\n\n // y\n{\"id\":\"1\"}\r\n", .json), ("\u{FEFF}{\"id\":\"1\"}", .json),
            ("[{\"id\":\"1\"},\n{\"id\":\"2\"}]", .json), ("[\n  {\n    \"id\": \"1\"\n", .json),
            ("{broken\n", .json), ("id,text,published_at\n{\"id\":\"1\"}\n", .table),
            ("Export of today\nID,Text,Published_at\n", .table), ("id,text,published_at\r1,a,b\r", .table),
            ("x", .table), ("id,colour\n", .table),
        ])
    func contents(text: String, expected: VoiceFileFormat) throws {
        for name in ["-", "voices", "voices.txt", "./a.b/voices"] {
            #expect(try format(name, text) == expected)
        }
    }

    @Test(
        "what is no text is refused with the way out, whatever its name",
        arguments: [
            Array("PK\u{3}\u{4}".utf8) + [20, 0, 6], [0xD0, 0xCF, 0x11, 0xE0, 0xA1], [0x1F, 0x8B, 8],
            Array("id,text".utf8) + [0, 0, 7],
        ])
    func binary(start: [UInt8]) {
        for name in ["voices.csv", "voices.ndjson", "-"] {
            let failure = #expect(throws: Failure.self) { try VoiceFileFormat.of(name, start: start) }
            #expect(failure?.description.contains("save it as CSV UTF-8") == true)
        }
    }

    @Test("one zero in a text does not make a file binary")
    func zero() throws {
        let text = String(repeating: "{\"id\":\"1\"}\n", count: 100)
        #expect(try format("-", text + "\0") == .json)
    }
}
