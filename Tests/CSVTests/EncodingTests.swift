import Testing

@testable import CSV

@Suite("Encodings")
struct EncodingTests {
    /// 城市,内容 / 杭州,油耗太高 in GB18030.
    private static let chinese: [UInt8] =
        [0xB3, 0xC7, 0xCA, 0xD0, 0x2C, 0xC4, 0xDA, 0xC8, 0xDD, 0x0A]
        + [0xBA, 0xBC, 0xD6, 0xDD, 0x2C, 0xD3, 0xCD, 0xBA, 0xC4, 0xCC, 0xAB, 0xB8, 0xDF, 0x0A]

    @Test("a byte order mark of UTF-8 is no part of the first column's name")
    func byteOrderMark() throws {
        for chunk in [1, 2, 1000] {
            let reading = try Reading([0xEF, 0xBB, 0xBF] + Array("\"id\"\n1\n".utf8), chunk: chunk)
            #expect(reading.rows == [["1"]])
        }
        let table = try Table([0xEF, 0xBB, 0xBF] + Array("id\n1\n".utf8))
        #expect(table.header?.names == ["id"])
    }

    @Test("GB18030 is recognised, however the file is cut")
    func gb18030() throws {
        for chunk in [1, 2, 3, 1000] {
            let reading = try Reading(EncodingTests.chinese, chunk: chunk)
            #expect(reading.rows == [["杭州", "油耗太高"]])
            #expect(reading.errors.isEmpty)
        }
        #expect(try Table(EncodingTests.chinese).header?.names == ["城市", "内容"])
    }

    @Test("characters of four bytes are read, and their digits are no separators")
    func fourBytes() throws {
        // 😀 is 94 39 FC 36, 㐂 is 81 39 EE 39.
        let bytes = EncodingTests.chinese + [0x94, 0x39, 0xFC, 0x36, 0x2C, 0x81, 0x39, 0xEE, 0x39]
        for chunk in [1, 2, 3, 1000] {
            #expect(try Reading(bytes, chunk: chunk).rows.last?.first == "😀")
        }
    }

    @Test("GB18030 that begins after a megabyte of ASCII is recognised")
    func late() throws {
        let ascii = Array("a,b\n".utf8) + Array(String(repeating: "1,2\n", count: 300_000).utf8)
        let reading = try Reading(ascii + EncodingTests.chinese, chunk: 65_536)
        #expect(reading.rows.count == 300_002)
        #expect(reading.rows.last == ["杭州", "油耗太高"])
    }

    @Test("a long GB18030 file is converted piece by piece; a broken byte rejects one row")
    func long() throws {
        let body = (0..<20_000).flatMap { _ in EncodingTests.chinese.suffix(14) }
        var bytes = EncodingTests.chinese + body
        bytes += [0xFF, 0x2C, 0x31, 0x0A] + EncodingTests.chinese.suffix(14)
        let reading = try Reading(bytes, chunk: 4_093)
        #expect(reading.rows.count == 20_002)
        #expect(reading.rows.allSatisfy { $0 == ["杭州", "油耗太高"] })
        #expect(reading.errors.map(\.code) == [.brokenText])
        #expect(reading.errors[0].line == 20_003)
    }

    @Test("UTF-8 with a broken byte is not mistaken for GB18030")
    func brokenUTF8() throws {
        var bytes = Array("城市,内容\n杭州,这里的油耗实在太高了\n".utf8)
        bytes += [0xE5, 0x0A]
        let reading = try Reading(bytes)
        #expect(reading.rows == [["杭州", "这里的油耗实在太高了"]])
        #expect(reading.errors.map(\.line) == [3])
    }

    @Test("UTF-16 is refused with what to do")
    func utf16() throws {
        for mark: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF]] {
            let error = #expect(throws: RowError.self) { try Reading(mark + [0x61, 0x00]) }
            #expect(error?.code == .unsupportedEncoding)
            #expect(error?.message.contains("save it as UTF-8") == true)
        }
    }

    @Test("overlong forms, surrogates and values beyond Unicode are no UTF-8")
    func strict() {
        let good: [[UInt8]] = [[], [0x7F], [0xC2, 0x80], [0xED, 0x9F, 0xBF], [0xF4, 0x8F, 0xBF, 0xBF]]
        let bad: [[UInt8]] = [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x8F, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE6, 0x9D], [0xE6, 0x9D, 0x41],
        ]
        let padding = [UInt8](repeating: 0x61, count: 9)
        for bytes in good { #expect(isUTF8(padding + bytes + padding)) }
        for bytes in bad { #expect(!isUTF8(padding + bytes + padding)) }
    }
}
