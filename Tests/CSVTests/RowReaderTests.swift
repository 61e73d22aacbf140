import EarshotTesting
import Testing

@testable import CSV

@Suite("Reading rows")
struct RowReaderTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var text: String
        var rows: [[String]]
        var testDescription: String { text.debugDescription }
    }

    static let examples = [
        Example(text: "", rows: []),
        Example(text: "a,b\nc,d\n", rows: [["a", "b"], ["c", "d"]]),
        Example(text: "a,b\r\nc,d", rows: [["a", "b"], ["c", "d"]]),
        Example(text: "a,\n,b\n,\n", rows: [["a", ""], ["", "b"], ["", ""]]),
        Example(text: "a,", rows: [["a", ""]]),
        Example(text: "\n\r\na\n\n", rows: [["a"]]),
        Example(text: "\"\"\n", rows: [[""]]),
        Example(text: "\"a\",\"b\"\r\n\"c\"", rows: [["a", "b"], ["c"]]),
        Example(text: "\"a,b\",c\n", rows: [["a,b", "c"]]),
        Example(text: "\"a\nb\r\nc\",d\ne,f", rows: [["a\nb\r\nc", "d"], ["e", "f"]]),
        Example(text: "\"say \"\"hi\"\"\",\"\"\"\"\n", rows: [["say \"hi\"", "\""]]),
        Example(text: "a\"b,c\"\n", rows: [["a\"b", "c\""]]),
        Example(text: " a , b \n", rows: [[" a ", " b "]]),
        Example(text: "杭州,油耗高\n\"宁波\",\"车机\"\"卡\"\"\"", rows: [["杭州", "油耗高"], ["宁波", "车机\"卡\""]]),
        Example(text: "a\rb,c\n", rows: [["a\rb", "c"]]),
        Example(text: "\"\",\"\"\n\"\"", rows: [["", ""], [""]]),
    ]

    @Test("a file whose lines end with a carriage return alone is read, whatever its pieces")
    func carriageReturns() throws {
        for chunk in [1, 3, 1000] {
            let reading = try Reading("id,city\r1,\"杭\r州\"\r2,宁波\r", chunk: chunk, header: true)
            #expect(reading.rows == [["1", "杭\n州"], ["2", "宁波"]])
            #expect(reading.lines == [2, 4])
        }
    }

    @Test("fields, quotes, line ends", arguments: examples)
    func reads(_ example: Example) throws {
        let reading = try Reading(example.text)
        #expect(reading.rows == example.rows)
        #expect(reading.errors.isEmpty)
    }

    @Test("the pieces a file comes in change nothing", arguments: examples)
    func chunks(_ example: Example) throws {
        let whole = try Reading(example.text)
        for size in [1, 2, 3, 5, 7] {
            #expect(try Reading(example.text, chunk: size) == whole)
        }
    }

    @Test("a row knows its line, also after quoted line breaks and blank lines")
    func lines() throws {
        let reading = try Reading("a\n\"b\n\nb\"\n\nc\r\nd")
        #expect(reading.lines == [1, 2, 6, 7])
    }

    @Test("fields are found by the column's name")
    func header() throws {
        let table = try Table(Array(" id ,city\n1,杭州\n\"2\",\"宁\"\"波\"\n".utf8))
        #expect(table.header?.names == ["id", "city"])
        #expect(table.rows.map { $0["city"] } == ["杭州", "宁\"波"])
        #expect(table.rows[0]["nowhere"] == nil)
        #expect(Array(table.rows[1].bytes(at: 0)) == Array("2".utf8))
    }

    @Test("a row that was kept does not change when reading goes on")
    func kept() throws {
        let table = try Table(Array((["n"] + (0..<1000).map(String.init)).joined(separator: "\n").utf8))
        #expect(table.rows.map { $0[0] } == (0..<1000).map(String.init))
    }

    @Test("another separator")
    func separator() throws {
        var options = RowReader.Options()
        options.separator = UInt8(ascii: ";")
        options.hasHeader = false
        #expect(try Reading(Array("a;b,c\n".utf8), options: options).rows == [["a", "b,c"]])
    }

    @Test("what is written is read back, whatever it is and however it is cut")
    func roundTrip() throws {
        var random = SeededRandom(seed: 7)
        let pieces = ["a", ",", "\"", "\n", "\r\n", "油耗", " ", "\t", "=", "😀", "x,y", "\"\""]
        for _ in 0..<2_000 {
            let width = Int.random(in: 1...4, using: &random)
            let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (0..<width).map { _ in
                    (0..<Int.random(in: 0...4, using: &random))
                        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
                }
            }
            var writer = RowWriter()
            rows.forEach { writer.write($0) }
            var options = RowReader.Options()
            options.hasHeader = false
            let reading = try Reading(
                writer.bytes, chunk: Int.random(in: 1...20, using: &random), options: options)
            #expect(reading.rows == rows)
            #expect(reading.errors.isEmpty)
        }
    }
}
