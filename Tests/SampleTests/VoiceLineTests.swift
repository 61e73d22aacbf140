import Earshot
import FoundationEssentials
import Sample
import Testing

@Suite("A voice as a line of NDJSON")
struct VoiceLineTests {
    private struct Line: Decodable {
        struct Location: Decodable {
            var city: String?
            var province: String?
            var ip: String?
        }
        var id: String
        var text: String
        var published_at: String
        var source: String?
        var kind: String?
        var location: Location?
        var dealer_id: String?
        var rating: Double?
        var likes: Int?
    }

    private func line(_ voice: Voice) throws -> Line {
        var buffer: [UInt8] = []
        VoiceLine.append(voice, to: &buffer)
        #expect(buffer.last == UInt8(ascii: "\n"))
        #expect(buffer.dropLast().contains(UInt8(ascii: "\n")) == false)
        return try JSONDecoder().decode(Line.self, from: Data(buffer))
    }

    @Test("keeps every field")
    func fields() throws {
        let voice = Voice(
            id: "a\"1", source: "论坛", text: "第一行\n\"好\"\\\u{1}",
            publishedAt: Timestamp(seconds: 1_795_363_199),
            kind: .review, location: .init(city: "杭州", ip: "浙江"), dealerID: "D001", rating: 4.5, likes: 3)
        let line = try line(voice)
        #expect(line.id == voice.id)
        #expect(line.text == voice.text)
        #expect(line.published_at == "2026-11-22T23:59:59+08:00")
        #expect(line.kind == "review")
        #expect(line.location?.city == "杭州")
        #expect(line.location?.province == nil)
        #expect(line.location?.ip == "浙江")
        #expect(line.dealer_id == "D001")
        #expect(line.rating == 4.5)
        #expect(line.likes == 3)
    }

    @Test("is valid for every voice of the sample")
    func sample() throws {
        for labelled in Fixture.voices.prefix(2000) {
            let line = try line(labelled.voice)
            #expect(line.text == labelled.voice.text)
            #expect(line.location?.ip == labelled.voice.location.ip)
        }
    }
}
