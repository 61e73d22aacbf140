import Earshot
import EarshotTesting
import Testing

@Suite("Row splitter")
struct RowSplitterTests {
    func rows(_ bytes: [UInt8], chunk: Int) -> [IntakeRow] {
        var splitter = RowSplitter()
        var rows: [IntakeRow] = []
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            rows += splitter.feed(Array(bytes[start..<min(start + chunk, bytes.count)]))
        }
        return rows + splitter.finish()
    }

    func rows(_ text: String) -> [IntakeRow] { rows(Array(text.utf8), chunk: 1 << 20) }

    func row(_ line: Int, _ text: String) -> IntakeRow { row(line, nil, text) }

    func row(_ line: Int, _ element: Int?, _ text: String) -> IntakeRow {
        IntakeRow(line: line, element: element, content: .bytes(Array(text.utf8)))
    }

    func problem(_ line: Int, _ reason: String) -> IntakeRow { problem(line, nil, reason) }

    func problem(_ line: Int, _ element: Int?, _ reason: String) -> IntakeRow {
        IntakeRow(line: line, element: element, content: .problem(reason))
    }

    @Test("lines are rows; blank ones and a byte-order mark are passed over, the last needs no line feed")
    func lines() {
        #expect(
            rows("\u{FEFF}\n{\"a\":1}\r\n\n  \t\n{\"b\":[2]}") == [
                row(2, "{\"a\":1}\r"), row(5, "{\"b\":[2]}"),
            ])
        #expect(rows("").isEmpty)
        #expect(rows(" \n\n").isEmpty)
        #expect(rows([0xEF, 0xBB], chunk: 1) == [IntakeRow(line: 1, content: .bytes([0xEF, 0xBB]))])
    }

    @Test("the elements of an array are rows, whatever stands in their texts")
    func list() {
        #expect(rows("[]").isEmpty)
        #expect(
            rows(" \n[ {\"a\":\"],\\\"{\"},\n{\"b\":[{},[]]} , 7]\n")
                == [row(2, 1, "{\"a\":\"],\\\"{\"}"), row(3, 2, "{\"b\":[{},[]]} "), row(3, 3, "7")])
    }

    @Test("a broken array is reported, and the rows before it stay")
    func brokenLists() {
        #expect(
            rows("[{},,{}]")
                == [row(1, 1, "{}"), problem(1, 2, "is empty: a comma without a value"), row(1, 3, "{}")])
        #expect(
            rows("[{},]") == [row(1, 1, "{}"), problem(1, 2, "is empty: a comma before the closing bracket")])
        #expect(
            rows("[{}\n,{") == [row(1, 1, "{}\n"), problem(2, 2, "ends in the middle of the JSON array")])
        #expect(
            rows("[{}] x y") == [
                row(1, 1, "{}"), problem(1, "has something after the end of the JSON array"),
            ]
        )
        let open = "is where the JSON array ends without its closing bracket"
        #expect(rows("[{},{} ") == [row(1, 1, "{}"), row(1, 2, "{} "), problem(1, open)])
        #expect(rows("[{},\"a") == [row(1, 1, "{}"), problem(1, 2, "ends in the middle of the JSON array")])
        #expect(rows("[") == [problem(1, "is where the JSON array ends without its closing bracket")])
    }

    @Test(
        "an array that ends early is told from one that is whole, and from lines",
        arguments: [
            ("[", true), ("[{}", true), ("[{},", true), ("[{\"a\":[1]", true), ("[{}]", false), ("[]", false),
            ("[{}] x", false), ("{}", false), ("{", false), ("", false),
        ])
    func cutOff(text: String, isCutOff: Bool) {
        var splitter = RowSplitter()
        _ = splitter.feed(Array(text.utf8))
        _ = splitter.finish()
        #expect(splitter.isCutOff == isCutOff)
    }

    @Test("a row over 1 MiB is reported with its line, and the rest goes on")
    func longRows() {
        let long = String(repeating: "x", count: IntakeRow.byteLimit + 1)
        let fitting = String(repeating: "y", count: IntakeRow.byteLimit)
        var expected = [row(1, "{}"), problem(2, "is longer than 1 MiB"), row(3, fitting)]
        #expect(rows(Array("{}\n\(long)\n\(fitting)".utf8), chunk: 4096) == expected)
        for index in expected.indices { expected[index].element = index + 1 }
        #expect(rows(Array("[{},\n\(long),\n\(fitting)]".utf8), chunk: 4096) == expected)
    }

    @Test("a bomb of nesting in an array is one bad row")
    func nesting() {
        let bomb = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(rows("[\(bomb),{}]") == [problem(1, 1, "nests too deeply"), row(1, 2, "{}")])
        #expect(
            rows("[" + String(repeating: "[{\"a\":", count: 100_000)) == [problem(1, 1, "nests too deeply")])
    }

    @Test(
        "every cut of the stream gives the same rows",
        arguments: [
            "\u{FEFF}{\"id\":\"油\"}\r\n\n{\"b\":\"\\\"\"}\nrest",
            " [ {\"id\":\"油,]\\\\\"},\n[1,{\"x\":[]}] ,, \"]\" ] tail",
            "\u{FEFF} \n[{\"a\":{\"b\":\"\\u0041\"}}\n,\n{}]",
        ])
    func cuts(text: String) {
        let bytes = Array(text.utf8)
        let whole = rows(bytes, chunk: bytes.count)
        #expect(!whole.isEmpty)
        for cut in 1..<bytes.count {
            #expect(rows(bytes, chunk: cut) == whole)
            var splitter = RowSplitter()
            let parts = splitter.feed(Array(bytes[..<cut])) + splitter.feed(Array(bytes[cut...]))
            #expect(parts + splitter.finish() == whole)
        }
    }

    @Test("thousands of random streams are split the same, however they are cut")
    func randomStreams() {
        var random = SeededRandom(seed: 7)
        let alphabet = Array("[]{}\",\\\n\r x1".utf8) + [0xEF, 0xBB, 0xBF, 0xFF]
        var found = 0
        for _ in 0..<5_000 {
            let count = Int.random(in: 1...60, using: &random)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            let whole = rows(bytes, chunk: count)
            found += whole.count
            #expect(rows(bytes, chunk: Int.random(in: 1...7, using: &random)) == whole)
        }
        #expect(found > 5_000)
    }
}
