import Earshot
import EarshotTesting
import HTTP
import JSON
import PlatformStandIns
import Testing

@testable import LanguageModels

@Suite("Asking a language model about a text")
struct LanguageModelReaderTests {
    private static let sound = LanguageModelConversation.verdicts([
        ("fuel", "negative", "跑高速很费油"), ("space", "absent", ""),
    ])
    private static let text = "跑高速很费油,别的都好"
    private let question = LanguageModelFixture.question(text, "fuel", "space")
    private let verdicts = [
        Verdict(Aspect("fuel") ?? .parts, .opinion(.negative, at: 0..<6)),
        Verdict(Aspect("space") ?? .parts, .absent),
    ]

    @Test("a sound answer gives a verdict for every aspect in question")
    func sound() async throws {
        let fixture = try LanguageModelFixture { _ in Self.sound }
        #expect(await fixture.reader.read(question) == .verdicts(verdicts))
        let request = try #require(fixture.standIn.requests.first)
        #expect(request.headers["Authorization"] == "Bearer sk-stand-in")
        #expect(request.json["temperature"].number == 0)
        #expect(request.json["stream"] == .bool(false))
        await fixture.stop()
    }

    @Test(
        "of a text with personal data the server sees none, and the evidence still points to the right words")
    func personalData() async throws {
        let text = "车主手机１３８００１３８０００,跑高速很费油"
        let fixture = try LanguageModelFixture { _ in
            LanguageModelConversation.verdicts([("fuel", "negative", "跑高速很费油")])
        }
        let answer = await fixture.reader.read(LanguageModelFixture.question(text, "fuel"))
        guard case .verdicts(let verdicts) = answer, case .opinion(_, let place)? = verdicts.first?.finding
        else {
            Issue.record("\(answer)")
            return
        }
        let bytes = try #require(MaskedText.bytes(at: place, of: text))
        #expect(String(decoding: Array(text.utf8)[bytes], as: UTF8.self) == "跑高速很费油")
        let body = String(decoding: try #require(fixture.standIn.requests.first).body, as: UTF8.self)
        #expect(!body.contains("１３８００１３８０００") && !body.contains("13800138000"))
        await fixture.stop()
    }

    @Test("an answer of no use is asked for once more, with the same question")
    func retried() async throws {
        let fixture = try LanguageModelFixture { $0.count > 2 ? Self.sound : "好的" }
        #expect(await fixture.reader.read(question) == .verdicts(verdicts))
        let asked = fixture.standIn.requests.map { $0.json["messages"].elements }
        #expect(asked.map(\.count) == [2, 3])
        #expect(asked[0][...1] == asked[1][...1])
        // What the server wrote is not said again.
        #expect(!asked[1][2]["content"].text.contains("好的"))
        await fixture.stop()
    }

    @Test("an answer that was cut off, or calls a tool, is of no use")
    func notWhole() async throws {
        let fixture = try LanguageModelFixture { _ in Self.sound }
        fixture.standIn.change { $0.finishReason = "length" }
        #expect(await fixture.reader.read(question) == .unusable)
        fixture.standIn.change {
            $0.finishReason = "stop"
            $0.toolCall = "delete_all_voices"
        }
        #expect(await fixture.reader.read(question) == .unusable)
        await fixture.stop()
    }

    /// What something else in the server's place answers.
    private static let faults: [(StandInFault, SecondReaderAnswer)] = [
        (.page(status: 500), .unavailable(SecondReaderTrouble(code: "status 500"))),
        (.page(status: 200), .unavailable(SecondReaderTrouble(code: "no completion"))),
        (.cutShort, .unavailable(SecondReaderTrouble(code: "no completion"))),
        (.answer(StandInAnswer("{\"choices\":[")), .unavailable(SecondReaderTrouble(code: "no completion"))),
        (
            .answer(StandInAnswer("{\"choices\":[]}")),
            .unavailable(SecondReaderTrouble(code: "no completion"))
        ),
        (.answer(StandInAnswer("[]")), .unavailable(SecondReaderTrouble(code: "no completion"))),
        (
            .answer(StandInAnswer(type: "text/plain", body: Array("{}".utf8))),
            .unavailable(SecondReaderTrouble(code: "no completion"))
        ),
        (
            .answer(StandInAnswer(body: [UInt8](repeating: 0x20, count: 300 << 10))),
            .declined("http.response-too-large")
        ),
        (
            .answer(StandInAnswer(status: 429, headers: ["Retry-After": "17"], body: [])),
            .unavailable(SecondReaderTrouble(code: "status 429", retryAfter: .seconds(17)))
        ),
        (
            .answer(StandInAnswer(status: 503, headers: ["Retry-After": "-1"], body: [])),
            .unavailable(SecondReaderTrouble(code: "status 503", retryAfter: .zero))
        ),
        (
            .answer(
                StandInAnswer(
                    status: 302, headers: ["Location": "http://169.254.169.254/latest/meta-data"], body: [])),
            .unavailable(SecondReaderTrouble(code: "status 302"))
        ),
        (.code("context_length_exceeded"), .declined("status 400")),
    ]

    @Test("what is no completion is no answer, and is asked once", arguments: faults.indices)
    func noCompletion(_ index: Int) async throws {
        let (fault, answer) = Self.faults[index]
        let fixture = try LanguageModelFixture { _ in Self.sound }
        fixture.standIn.fail("/chat/completions", fault)
        #expect(await fixture.reader.read(question) == answer)
        #expect(fixture.standIn.requests.count == 1)
        #expect(await fixture.reader.read(question) == .verdicts(verdicts))
        await fixture.stop()
    }

    @Test("a server that takes too long is waited for no longer than is allowed")
    func slow() async throws {
        let fixture = try LanguageModelFixture(timeLimit: .milliseconds(50)) { _ in Self.sound }
        let gate = Gate()
        fixture.standIn.fail("/chat/completions", .late(until: { await gate.pass() }))
        #expect(
            await fixture.reader.read(question) == .unavailable(SecondReaderTrouble(code: "http.timed-out")))
        gate.open()
        await fixture.stop()
    }

    @Test("a refused key, an unknown model and a server that is not there are told apart")
    func unavailable() async throws {
        let fixture = try LanguageModelFixture(key: "another") { _ in Self.sound }
        #expect(
            await fixture.reader.read(question) == .unavailable(SecondReaderTrouble(code: "status 401")))
        await fixture.stop()
        let other = try LanguageModelFixture { _ in Self.sound }
        other.standIn.change { $0.model = "another" }
        #expect(await other.reader.read(question) == .unavailable(SecondReaderTrouble(code: "status 404")))
        await other.stop()
        #expect(
            await other.reader.read(question)
                == .unavailable(SecondReaderTrouble(code: "http.cannot-connect")))
    }

    @Test("the same question has the same key, and another text, aspect or model another one")
    func keys() async throws {
        let fixture = try LanguageModelFixture()
        let reader = fixture.reader
        #expect(
            reader.key(of: question)
                == reader.key(of: LanguageModelFixture.question(Self.text, "fuel", "space")))
        var keys = [
            question, LanguageModelFixture.question(Self.text, "fuel"),
            LanguageModelFixture.question(Self.text + "。", "fuel", "space"),
        ].map { reader.key(of: $0) }
        keys.append(SecondReadingPrompt(question).key(for: "other"))
        #expect(Set(keys).count == 4)
        await fixture.stop()
    }

    @Test("every aspect of the vocabulary is explained")
    func glosses() {
        for aspect in Aspect.all {
            let words = AspectGloss.words(of: aspect)
            #expect(words.count > 5 && words != aspect.name, "\(aspect)")
        }
        #expect(Set(Aspect.all.map(AspectGloss.words)).count == Aspect.all.count)
    }
}
