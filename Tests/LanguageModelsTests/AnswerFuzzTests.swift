import Earshot
import EarshotTesting
import HTTP
import PlatformStandIns
import Testing

@testable import LanguageModels

@Suite("Broken answers of a language model")
struct AnswerFuzzTests {
    private static let text = "跑高速很费油,后排空间还行,座椅太硬"
    private let question = LanguageModelFixture.question(text, "fuel", "space", "comfort")

    private static let seeds =
        [
            LanguageModelConversation.verdicts([
                ("fuel", "negative", "很费油"), ("space", "neutral", "空间还行"), ("comfort", "absent", ""),
            ])
        ] + Injection.all.map(\.answer).filter { $0.utf8.count < 2000 }

    /// Some bytes changed, taken out, doubled or put in from elsewhere.
    private func broken(_ answer: String, _ random: inout SeededRandom) -> [UInt8] {
        var bytes = Array(answer.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1 where place < bytes.count: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: bytes.prefix(place).suffix(20), at: place)
            default:
                let mark = ["\"", "{", "}", "[", "]", ",", ":", "\\", "null", "0", "fuel"].randomElement(
                    using: &random)
                bytes.insert(contentsOf: (mark ?? "").utf8, at: place)
            }
        }
        return bytes
    }

    @Test(
        "ten thousand of them give nothing but verdicts on what was asked, in the text's own words",
        arguments: [1, 2])
    func verdicts(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var sound = 0
        for _ in 0..<5000 {
            let any = try #require(Self.seeds.randomElement(using: &random))
            let seed = Bool.random(using: &random) ? any : Self.seeds[0]
            let answer = String(decoding: broken(seed, &random), as: UTF8.self)
            guard let verdicts = VerdictReader.verdicts(in: answer, to: question) else { continue }
            sound += 1
            #expect(Set(verdicts.map(\.aspect)).count == verdicts.count)
            for verdict in verdicts {
                #expect(question.aspects.contains(verdict.aspect), "\(answer)")
                guard case .opinion(_, let place) = verdict.finding else { continue }
                #expect(!place.isEmpty && answer.contains(words(place, of: Self.text)), "\(answer)")
            }
        }
        #expect(sound > 100)
    }

    @Test("ten thousand broken responses end in no words that were not in them", arguments: [3, 4])
    func responses(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let whole =
            #"{"choices":[{"index":0,"message":{"role":"assistant","content":"w"},"finish_reason":"stop"}]}"#
        for _ in 0..<5000 {
            let body = broken(whole, &random)
            let completion = Completion(
                ClientResponse(status: 200, headers: ["Content-Type": "application/json"], body: body))
            if case .words(let words) = completion {
                #expect(String(decoding: body, as: UTF8.self).contains("stop"))
                #expect(words.utf8.count <= body.count)
            }
        }
    }
}
