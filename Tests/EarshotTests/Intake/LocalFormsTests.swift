import FoundationEssentials
import Testing

@testable import Earshot

@Suite("Times as tables export them")
struct LocalFormsTests {
    @Test(
        "a local time is a moment of the market's time zone",
        arguments: [
            ("2026-11-20 08:30:00", "2026-11-20T08:30:00+08:00"),
            ("2026/11/20 8:30", "2026-11-20T08:30:00+08:00"),
            ("2026-11-20 8:30", "2026-11-20T08:30:00+08:00"), ("2026-11-20", "2026-11-20T00:00:00+08:00"),
            ("2026/1/2", "2026-01-02T00:00:00+08:00"), ("2026-11-20T08:30:05", "2026-11-20T08:30:05+08:00"),
            ("2026-11-20 23:59:59.5", "2026-11-20T23:59:59.500+08:00"),
            ("2026/2/28  0:00:00", "2026-02-28T00:00:00+08:00"),
        ])
    func read(text: String, expected: String) throws {
        #expect(Timestamp(local: text, in: .shanghai) == Timestamp(rfc3339: expected))
        let utc = LocalCalendar(timeZone: .gmt)
        #expect(
            Timestamp(local: text, in: utc)
                == Timestamp(rfc3339: expected.replacing("+08:00", with: "Z")))
    }

    @Test(
        "what is none, or does not exist, is nothing",
        arguments: [
            "", "-", "2026", "2026-11", "2026-13-01", "2026-02-30", "2026/11-20", "26/11/20", "20/11/2026",
            "2026-11-20 ", "2026-11-20 8", "2026-11-20 24:00", "2026-11-20 8:60", "2026-11-20 08:30:60",
            "2026-11-20 8:30 PM", "2026-11-20 08:30:00.", "2026-11-20 08:30:00.x", "2026-11-20 -8:30", "昨天",
            "2026-11-20 08:30:00 +08:00", "+2026-11-20", "2026--1-2", "２０２６-11-20", "2026-11-20T",
        ])
    func refused(text: String) {
        #expect(Timestamp(local: text, in: .shanghai) == nil)
    }

    @Test("a voice's time may be local, in a table as in JSON, and is no less checked")
    func voices() throws {
        let decoder = VoiceDecoder(now: Timestamp(seconds: 1_795_305_600))
        func read(_ time: String) throws -> Voice {
            try decoder.voice(json: Array(#"{"id":"1","text":"b","published_at":"\#(time)"}"#.utf8))
        }
        #expect(try read("2026/11/20 8:30").publishedAt == Timestamp(rfc3339: "2026-11-20T08:30:00+08:00"))
        #expect(throws: RowProblem.self) { try read("2026-12-20 08:30") }
        #expect(throws: RowProblem.self) { try read("1999-12-20") }
        let columns = try VoiceColumns(header: ["id", "text", "published_at"])
        #expect(
            try decoder.voice(of: ["1", "b", "2026-11-20"], in: columns, line: 2).publishedAt
                == Timestamp(rfc3339: "2026-11-20T00:00:00+08:00"))
    }
}
