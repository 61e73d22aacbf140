import Earshot
import Testing

@Suite("Voices of a table")
struct VoiceColumnsTests {
    let decoder = VoiceDecoder(now: Timestamp(seconds: 1_795_305_600))

    @Test("a row is read by the header's names, places with or without their prefix")
    func reading() throws {
        let columns = try VoiceColumns(
            header: ["text", "id", "published_at", "location.city", "ip", "rating", "likes", "kind"])
        let voice = try decoder.voice(
            of: ["车机卡", "7", "2026-11-20T08:00:00+08:00", "杭州", "浙江", "3.5", "", "review"], in: columns,
            line: 2)
        #expect(
            voice
                == Voice(
                    id: "7", text: "车机卡", publishedAt: Timestamp(seconds: 1_795_132_800), kind: .review,
                    location: .init(city: "杭州", ip: "浙江"), rating: 3.5))
    }

    @Test("the header may be in any case, and blanks around a value are none of it, except around prose")
    func spelling() throws {
        let columns = try VoiceColumns(header: ["ID", "Text", "Published_At", "City", "Location.Province"])
        let voice = try decoder.voice(
            of: [" 7\t", " 车机卡 ", "2026-11-20T08:00:00+08:00 ", "\u{3000}杭州", "浙江 "], in: columns, line: 2)
        #expect(
            voice
                == Voice(
                    id: "7", text: " 车机卡 ", publishedAt: Timestamp(seconds: 1_795_132_800),
                    location: .init(city: "杭州", province: "浙江")))
        let empty = #expect(throws: RowProblem.self) {
            try decoder.voice(of: [" ", "a", "2026-11-20T08:00:00Z", "", ""], in: columns, line: 3)
        }
        #expect(empty == RowProblem(line: 3, field: "id", reason: "is empty"))
    }

    @Test("a header that is wrong is rejected with the column")
    func headers() {
        func problem(_ header: [String]) -> RowProblem? {
            #expect(throws: RowProblem.self) { try VoiceColumns(header: header) }
        }
        #expect(
            problem(["id", "text"])
                == RowProblem(line: 1, field: "published_at", reason: "is missing in the header"))
        #expect(
            problem(["id", "城市\u{1B}[2J"])
                == RowProblem(
                    line: 1, field: "城市[2J",
                    reason: "is not a field of a voice; the first row names the columns, which are id, text, "
                        + "published_at, source, kind, author, url, title, city, province, ip, brand, series, "
                        + "dealer_id, rating, likes, replies"))
        #expect(
            problem(["city", "location.city"])
                == RowProblem(line: 1, field: "location.city", reason: "is there twice"))
    }

    @Test(
        "a bad value is rejected with the words that JSON rows get",
        arguments: [
            (["a", "b", "2026-11-20T08:00:00Z", "x", ""], "rating", "must be a number"),
            (["a", "b", "2026-11-20T08:00:00Z", "nan", ""], "rating", "must be a number"),
            (["a", "b", "2026-11-20T08:00:00Z", "0x4", ""], "rating", "must be a number"),
            (["a", "b", "2026-11-20T08:00:00Z", "6", ""], "rating", "must be from 0 to 5"),
            (["a", "b", "2026-11-20T08:00:00Z", "", "-1"], "likes", "must not be negative"),
            (["", "b", "2026-11-20T08:00:00Z", "", ""], "id", "is empty"),
            (["a", "\u{7}", "2026-11-20T08:00:00Z", "", ""], "text", "has a control character"),
            (
                ["a", "b", "20.11.2026", "", ""], "published_at",
                "must be a date and time such as 2026-11-20T08:30:00+08:00 or 2026-11-20 08:30"
            ),
        ])
    func badValues(values: [String], field: String, reason: String) throws {
        let columns = try VoiceColumns(header: ["id", "text", "published_at", "rating", "likes"])
        let problem = #expect(throws: RowProblem.self) { try decoder.voice(of: values, in: columns, line: 9) }
        #expect(problem == RowProblem(line: 9, field: field, reason: reason))
    }

    @Test("a row with too few or too many values is rejected")
    func counts() throws {
        let columns = try VoiceColumns(header: ["id", "text", "published_at"])
        for values in [["a", "b"], ["a", "b", "2026-11-20T08:00:00Z", "d"]] {
            let problem = #expect(throws: RowProblem.self) {
                try decoder.voice(of: values, in: columns, line: 4)
            }
            #expect(problem == RowProblem(line: 4, reason: "has \(values.count) values for 3 columns"))
        }
    }
}
