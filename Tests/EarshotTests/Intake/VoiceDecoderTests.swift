import Earshot
import EarshotTesting
import Testing

@Suite("Voice decoder")
struct VoiceDecoderTests {
    /// 2026-11-22T00:00:00Z.
    let decoder = VoiceDecoder(now: Timestamp(seconds: 1_795_305_600))

    func voice(_ json: String) throws(RowProblem) -> Voice {
        try decoder.voice(json: Array(json.utf8), line: 3)
    }

    /// What a row with these extra fields beside the required ones is rejected for.
    func problem(_ fields: String) -> RowProblem? {
        problem(row: #"{"id":"a","text":"油耗高","published_at":"2026-11-20T08:00:00Z","# + fields + "}")
    }

    func problem(row: String) -> RowProblem? {
        #expect(throws: RowProblem.self, "\(row.prefix(200))") { try voice(row) }
    }

    @Test("every field of the contract is read")
    func everyField() throws {
        let read = try voice(
            #"""
             { "id" : "p-1", "text":"提车\n一周", "published_at":"2026-11-20T08:30:00.25+08:00", "source":"论坛",
             "kind":"dealer_note","author":"小王","url":"https://a.example/1","title":"标题","location":
             {"city":"杭州","province":"浙江","ip":"浙江杭州"},"brand":"星驰","series":"X5","dealer_id":"D1",
             "rating":4.5,"likes":12,"replies":3}
            """#)
        #expect(
            read
                == Voice(
                    id: "p-1", source: "论坛", text: "提车\n一周",
                    publishedAt: Timestamp(milliseconds: 1_795_134_600_250),
                    kind: .dealerNote, author: "小王", url: "https://a.example/1", title: "标题",
                    location: .init(city: "杭州", province: "浙江", ip: "浙江杭州"), brand: "星驰", series: "X5",
                    dealerID: "D1", rating: 4.5, likes: 12, replies: 3))
    }

    @Test("the three required fields are enough; null and empty are absent")
    func required() throws {
        let plain = try voice(#"{"published_at":"2026-11-20T08:30:00Z","text":"好","id":"a"}"#)
        let nulls = try voice(
            #"{"id":"a","text":"好","published_at":"2026-11-20T08:30:00Z","rating":null,"location":null,"brand":"","author":null}"#
        )
        #expect(plain == nulls)
        #expect(plain.kind == .post && plain.source.isEmpty && plain.location == .init())
    }

    @Test("a number for an id is its text")
    func numericID() throws {
        #expect(
            try voice(#"{"id":90071992547409931,"text":"好","published_at":"2026-11-20T08:30:00Z"}"#).id
                == "90071992547409931")
    }

    @Test("escapes are read, with pairs of surrogates as one character")
    func escapes() throws {
        let read = try voice(
            #"{"id":"a\/b","text":"\u6cb9\u8017\ud83d\ude97\"\\\t","published_at":"2026-11-20T08:30:00Z"}"#)
        #expect(read.id == "a/b")
        #expect(read.text == "油耗🚗\"\\\t")
    }

    @Test(
        "a bad row says which field and why",
        arguments: [
            (#""colour":"red""#, "colour", "is not a field of a voice"),
            (#""location":{"street":"x"}"#, "location.street", "is not a field of a voice"),
            (#""location":"杭州""#, "location", "must be an object, not a text"),
            (#""location":{"city":7}"#, "location.city", "must be a text, not a number"),
            (#""location":{"city":"a","city":"b"}"#, "location.city", "is there twice"),
            (#""location":{},"location":{}"#, "location", "is there twice"),
            (#""text":"again""#, "text", "is there twice"),
            (#""brand":[[[[[[[["#, "brand", "must be a text, not a list"),
            (#""brand":{"a":1}"#, "brand", "must be a text, not an object"),
            (#""brand":true"#, "brand", "must be a text, not true or false"),
            (#""rating":"5""#, "rating", "must be a number, not a text"),
            (#""rating":5.1"#, "rating", "must be from 0 to 5"),
            (#""rating":-1"#, "rating", "must be from 0 to 5"),
            (#""rating":1e999"#, "rating", "must be from 0 to 5"),
            (#""likes":-3"#, "likes", "must not be negative"),
            (#""likes":1.5"#, "likes", "must be a whole number"),
            (#""likes":99999999999999999999"#, "likes", "must be a whole number"),
            (#""likes":9999999999999"#, "likes", "is too large"),
            (#""likes":-"#, "likes", "is not a number as JSON writes it"),
            (
                #""kind":"rumour""#, "kind",
                "must be one of post, review, complaint, survey, call, dealer_note"
            ),
            (#""author":"a\u0000b""#, "author", "has a control character"),
            (#""author":"a\nb""#, "author", "has a control character"),
            (#""author":"\ud83d""#, "author", "has half a surrogate pair"),
            (#""author":"\udc00\ud83d""#, "author", "has half a surrogate pair"),
            (#""author":"\ud83d\u0041""#, "author", "has half a surrogate pair"),
            (#""author":"\x41""#, "author", "has a wrong escape after a backslash"),
            (#""author":"\u00g1""#, "author", "has a wrong escape after a backslash"),
            ("\"author\":\"a\u{1}b\"", "author", "has a raw control character"),
            (#""author":nul"#, "author", "is not JSON"),
        ])
    func badFields(fields: String, field: String, reason: String) {
        #expect(problem(fields) == RowProblem(line: 3, field: field, reason: reason))
    }

    @Test(
        "a row that is not one JSON object is rejected as a whole",
        arguments: [
            ("", "is not JSON"), ("hello", "is not JSON"), ("not JSON", "is not JSON"),
            ("[1]", "must be a JSON object, not a list"),
            ("7", "must be a JSON object, not a number"), ("null", "must be a JSON object, not null"),
            ("{", "ends in the middle of the JSON object"),
            (#"{"id":"a""#, "ends in the middle of the JSON object"),
            (#"{"id":"a",}"#, "is not JSON"), (#"{"id" "a"}"#, "is not JSON"), (#"{id:"a"}"#, "is not JSON"),
            (#"{"id":01}"#, "is not JSON"),
        ])
    func notOneObject(row: String, reason: String) {
        #expect(problem(row: row) == RowProblem(line: 3, reason: reason))
    }

    @Test("something after the object is rejected")
    func trailing() {
        let found = problem(row: #"{"id":"a","text":"b","published_at":"2026-11-20T08:30:00Z"} {}"#)
        #expect(found?.reason == "has something after the JSON object")
    }

    @Test(
        "a required field that is missing, empty or too long is named",
        arguments: [
            (#"{"text":"b","published_at":"2026-11-20T08:30:00Z"}"#, "id", "is missing"),
            (#"{"id":"a","published_at":"2026-11-20T08:30:00Z"}"#, "text", "is missing"),
            (#"{"id":"a","text":"b"}"#, "published_at", "is missing"),
            (#"{"id":null}"#, "id", "is missing"), (#"{"id":""}"#, "id", "is empty"),
            (#"{"text":" \n\t"}"#, "text", "is empty"),
            (#"{"id":""# + String(repeating: "x", count: 257) + #""}"#, "id", "is longer than 256 bytes"),
            (
                #"{"text":""# + String(repeating: "油", count: 20_001) + #""}"#, "text",
                "is longer than 20,000 characters"
            ),
            (
                #"{"published_at":"yesterday"}"#, "published_at",
                "must be a date and time such as 2026-11-20T08:30:00+08:00 or 2026-11-20 08:30"
            ),
            (#"{"published_at":"2026-11-22T00:10:01Z"}"#, "published_at", "is in the future"),
            (#"{"published_at":"1999-12-31T23:59:59Z"}"#, "published_at", "is before 2000"),
            (#"{"published_at":1795305600}"#, "published_at", "must be a text, not a number"),
        ])
    func requiredFields(row: String, field: String, reason: String) {
        #expect(problem(row: row) == RowProblem(line: 3, field: field, reason: reason))
    }

    @Test("the longest text and a clock that is a little ahead are taken")
    func bounds() throws {
        let text = String(repeating: "油", count: 20_000)
        let read = try voice(#"{"id":"a","text":"\#(text)","published_at":"2026-11-22T00:10:00Z"}"#)
        #expect(read.text == text)
    }

    @Test("a broken byte is rejected, wherever it stands")
    func brokenBytes() {
        let good = Array(#"{"id":"a","text":"油耗高","published_at":"2026-11-20T08:00:00Z","brand":"b"}"#.utf8)
        for index in good.indices {
            var bad = good
            bad[index] = 0xFF
            #expect(throws: RowProblem.self) { try decoder.voice(json: bad) }
        }
        #expect(throws: Never.self) { try decoder.voice(json: good) }
    }

    @Test("a bomb of nesting is a cheap, clean error")
    func nesting() {
        for open in ["[", #"{"a":"#, #"{"location":"#] {
            let bomb = String(repeating: open, count: 150_000)
            #expect(throws: RowProblem.self) { try voice(bomb) }
            #expect(problem("\"location\":\(bomb)") != nil)
        }
    }

    @Test("thousands of mutated rows are read or rejected, never more")
    func mutations() {
        var random = SeededRandom(seed: 20_261_122)
        let good = Array(
            #"{"id":"a","text":"油耗\u9ad8\ud83d\ude97","published_at":"2026-11-20T08:00:00Z","location":{"city":"杭州"},"rating":4.5,"likes":1}"#
                .utf8)
        let alphabet = Array(#"{}[]",:\u0019eE+-. "#.utf8) + [0, 0x1F, 0x7F, 0xC0, 0xED, 0xF4, 0xFF]
        var rejected = 0
        for _ in 0..<20_000 {
            var row = good
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<row.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: row[place] = alphabet.randomElement(using: &random) ?? 0
                case 1: row.remove(at: place)
                case 2: row.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
                default: row.removeSubrange(place..<min(row.count, place + 9))
                }
                if row.isEmpty { row = good }
            }
            do throws(RowProblem) {
                let voice = try decoder.voice(json: row)
                #expect(!voice.id.isEmpty && !voice.text.isEmpty)
            } catch {
                #expect(error.line == 1 && !error.reason.isEmpty)
                rejected += 1
            }
        }
        #expect(rejected > 5_000)
    }
}
