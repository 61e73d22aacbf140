import Earshot
import Testing

@Suite("RFC 3339")
struct RFC3339Tests {
    // The first four are the examples of RFC 3339, section 5.8, and moments computed from them by hand.
    @Test(
        "a moment is read with its offset and milliseconds",
        arguments: [
            ("1985-04-12T23:20:50.52Z", 482_196_050_520), ("1996-12-19T16:39:57-08:00", 851_042_397_000),
            ("1990-12-31T23:59:60Z", 662_688_000_000), ("1990-12-31T15:59:60-08:00", 662_688_000_000),
            ("1970-01-01t00:00:00z", 0), ("1970-01-01 08:00:00+08:00", 0), ("1969-12-31T23:59:59.999Z", -1),
            ("2000-02-29T00:00:00.1239999999Z", 951_782_400_123), ("1970-01-01T00:00:00-00:00", 0),
        ] as [(String, Int64)])
    func good(text: String, milliseconds: Int64) {
        #expect(Timestamp(rfc3339: text) == Timestamp(milliseconds: milliseconds))
    }

    @Test(
        "what is no moment is nothing",
        arguments: [
            "", "2026-11-20", "2026-11-20T08:30:00", "2026-11-20T08:30Z", "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-04-31T00:00:00Z", "2026-11-20T24:00:00Z",
            "2026-11-20T08:60:00Z", "2026-11-20T08:30:61Z", "2026-11-20T08:30:60Z", "2026-11-20T08:30:00.Z",
            "2026-11-20T08:30:00.5", "2026-11-20T08:30:00+0800", "2026-11-20T08:30:00+24:00",
            "2026-11-20T08:30:00+08:60", "2026-11-20T08:30:00+08:00 ", " 2026-11-20T08:30:00Z",
            "2026-11-20T08:30:00ZZ", "２026-11-20T08:30:00Z", "+026-11-20T08:30:00Z", "0000-01-01T00:00:00Z",
            "2026/11/20 08:30:00Z", "2026-11-20X08:30:00Z",
        ])
    func bad(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test("every day of four centuries is read as the day it is")
    func everyDay() {
        var day = Day(number: 0)
        for number in stride(from: 0, to: 146_097, by: 7) {
            day = Day(number: number)
            #expect(Timestamp(rfc3339: "\(day)T00:00:00Z") == Timestamp(seconds: Int64(number) * 86_400))
        }
        #expect(day.number > 146_000)
    }
}
