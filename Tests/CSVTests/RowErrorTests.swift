import EarshotTesting
import Testing

@testable import CSV

@Suite("Broken rows")
struct RowErrorTests {
    private func errors(_ text: String, header: Bool = true) throws -> [String] {
        try Reading(text, header: header).errors.map(\.description)
    }

    @Test("a row of another width than the header is named, and the rest goes on")
    func width() throws {
        let reading = try Reading("id,city\n1\n2,杭州\n3,宁波,x\n4,温州\n", header: true)
        #expect(reading.rows == [["2", "杭州"], ["4", "温州"]])
        #expect(reading.errors.map(\.code) == [.tooFewFields, .tooManyFields])
        #expect(
            reading.errors.map(\.description) == [
                "line 2: 1 fields, but the header has 2", "line 4: 3 fields, but the header has 2",
            ])
    }

    @Test("text after a closing quote rejects its row only")
    func strayText() throws {
        for text in ["id,city\n1,\"杭\"州\n2,b\n", "id,city\r\n1,\"a\"\rx\r\n2,b\r\n"] {
            let reading = try Reading(text, header: true)
            #expect(reading.rows == [["2", "b"]])
            #expect(reading.lines == [3])
            #expect(reading.errors.map(\.code) == [.textAfterQuote])
            #expect(reading.errors[0].line == 2)
            #expect(reading.errors[0].field == "city")
        }
    }

    @Test("an unclosed quote at the end rejects its row, and the lines below it count again")
    func unclosed() throws {
        for chunk in [1, 3, 1000] {
            let reading = try Reading("id,city\n1,\"杭州\n2,宁波\n3,温州", chunk: chunk, header: true)
            #expect(reading.rows == [["2", "宁波"], ["3", "温州"]])
            #expect(reading.lines == [3, 4])
            #expect(
                reading.errors.map(\.description) == ["line 2, city: the quote that opens here is not closed"]
            )
        }
    }

    @Test("a quoted field that is too long is said to be too long, and the rows below it are read")
    func longQuoted() throws {
        let long = String(repeating: "长", count: 1_000_000)
        let reading = try Reading("id,text\n1,\"\(long)\"\n2,b\n", chunk: 1 << 20, header: true)
        #expect(reading.rows == [["2", "b"]])
        #expect(reading.lines == [3])
        #expect(reading.errors.map(\.description) == ["line 2, text: longer than 262144 bytes"])
    }

    @Test("an unclosed quote in a long file is given up at the row limit")
    func unclosedLong() throws {
        var options = RowReader.Options()
        options.longestRow = 100_000
        let rows = (0..<50_000).map { "\($0),x" }
        let text = "id,v\n1,\"x\n" + rows.joined(separator: "\n")
        let reading = try Reading(Array(text.utf8), options: options)
        #expect(reading.errors.map(\.line) == [2])
        #expect(reading.rows.count == rows.count)
        #expect(reading.lines.last == rows.count + 2)
    }

    @Test("lines that each open a quote cost time in proportion to the file")
    func repeatedUnclosed() throws {
        var options = RowReader.Options()
        options.hasHeader = false
        // Open at its end whether it is read as a row or as the inside of a quote.
        let bytes = Array(String(repeating: "\",x\",\"\n", count: 40_000).utf8)
        let reading = try Reading(bytes, options: options)
        #expect(reading.errors.last?.code == .unclosedQuote)
        #expect(reading.errors.last?.message.contains("are passed over") == true)
    }

    @Test("too long a field, too many fields, too long a row")
    func limits() throws {
        var options = RowReader.Options()
        options.longestField = 10
        options.mostFields = 3
        options.longestRow = 100_000
        let long = String(repeating: "x", count: 11)
        let veryLong = String(repeating: "x,", count: 200_000)
        let text = "a,b\n1,\(long)\n2,\"\(long)\"\n1,2,3,4\n\(veryLong)\n5,6\n"
        let reading = try Reading(Array(text.utf8), options: options)
        #expect(reading.rows == [["5", "6"]])
        #expect(reading.lines == [6])
        #expect(reading.errors.map(\.code) == [.fieldTooLong, .fieldTooLong, .tooManyFields, .tooManyFields])
        #expect(reading.errors.map(\.line) == [2, 3, 4, 5])
        #expect(reading.errors[0].field == "b")

        options.longestField = .max
        let row = try Reading(
            Array("a\n\(String(repeating: "x", count: 300_000))\n5\n".utf8), options: options)
        #expect(row.errors.map(\.code) == [.rowTooLong])
        #expect(row.rows == [["5"]])
    }

    @Test("a broken byte rejects its row and names the field")
    func brokenByte() throws {
        let good = "杭州的油耗太高了"
        var bytes = Array("id,text\n1,\(good)\n2,".utf8)
        bytes += [0xE6, 0x9D, 0x0A]
        bytes += Array("3,\(good)".utf8)
        let reading = try Reading(bytes)
        #expect(reading.rows == [["1", good], ["3", good]])
        #expect(reading.errors.map(\.description) == ["line 3, text: bytes that are no text"])
    }

    @Test("a header that cannot be used ends the reading")
    func badHeader() throws {
        for (text, field) in [("a,b,a\n", "a"), ("a,,c\n", "2")] {
            let error = #expect(throws: RowError.self) { try Reading(text, header: true) }
            #expect(error?.code == .badHeader)
            #expect(error?.field == field)
            #expect(error?.line == 1)
        }
        #expect(throws: RowError.self) { try Reading("", header: true) }
        var options = RowReader.Options()
        options.requiredColumns = ["id", "text"]
        let error = #expect(throws: RowError.self) { try Reading(Array("id,body\n".utf8), options: options) }
        #expect(error?.message == "the column \"text\" is missing; there are id, body")
    }

    @Test("random bytes, cut anywhere, give the same rows and errors as in one piece")
    func hostile() throws {
        var random = SeededRandom(seed: 20_261_122)
        let alphabet: [UInt8] = Array("a,\"\n\r 1".utf8) + [0xE6, 0x9D, 0xAD, 0xC4, 0xE3, 0xFF, 0x00]
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            var options = RowReader.Options()
            options.hasHeader = Bool.random(using: &random)
            let whole = Result { try Reading(bytes, options: options) }
            let cut = Result {
                try Reading(bytes, chunk: Int.random(in: 1...9, using: &random), options: options)
            }
            switch (whole, cut) {
            case (.success(let whole), .success(let cut)): #expect(whole == cut, "\(bytes)")
            case (.failure(let whole), .failure(let cut)):
                #expect(whole as? RowError == cut as? RowError, "\(bytes)")
            case (.success, .failure), (.failure, .success): Issue.record("\(bytes)")
            }
        }
    }
}
