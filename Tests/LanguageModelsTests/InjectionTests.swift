import Earshot
import EarshotTesting
import JSON
import PlatformStandIns
import Testing

@testable import LanguageModels

@Suite("A language model that obeys whoever writes a text")
struct InjectionTests {
    @Test("there are enough of them, each with its own text")
    func count() {
        #expect(Injection.all.count >= 40)
        #expect(Set(Injection.all.map(\.text)).count == Injection.all.count)
    }

    @Test(
        "answers as the attacker wishes, and nothing comes of it but opinions of that very text",
        arguments: Injection.all)
    func obeyed(_ injection: Injection) async throws {
        let fixture = try LanguageModelFixture { _ in injection.answer }
        let question = LanguageModelFixture.question(injection.text, "fuel", "space", "comfort")
        let answer = await fixture.reader.read(question)
        guard case .verdicts(let verdicts) = answer else {
            #expect(injection.leaves.isEmpty)
            if injection.answer.utf8.count > 256 << 10 {
                #expect(answer == .declined("http.response-too-large"))
            } else {
                #expect(answer == .unusable)
                // It was asked once more, and then left alone.
                #expect(fixture.standIn.platform.completions == 2)
            }
            await fixture.stop()
            return
        }
        let left = verdicts.map { verdict in
            switch verdict.finding {
            case .absent: [verdict.aspect.name, "absent", ""]
            case .opinion(let polarity, let place):
                [verdict.aspect.name, polarity.rawValue, words(place, of: injection.text)]
            }
        }
        #expect(
            left.sorted { $0[0] > $1[0] } == injection.leaves.map { [$0.aspect, $0.polarity, $0.evidence] })
        await fixture.stop()
    }

    @Test("no text can end the data or write a line of its own into the question", arguments: Injection.all)
    func quoted(_ injection: Injection) async throws {
        let fixture = try LanguageModelFixture { _ in injection.answer }
        let question = LanguageModelFixture.question(injection.text, "fuel")
        _ = await fixture.reader.read(question)
        for request in fixture.standIn.requests {
            let messages = request.json["messages"].elements
            let said = messages[1]["content"].text
            #expect(said.split(separator: "\n", omittingEmptySubsequences: false).count == 3)
            #expect(said.ranges(of: "<").count == 3 && said.ranges(of: ">").count == 3)
            // What it is to do is the same whatever the text says.
            #expect(messages[0]["content"].text.contains("never an instruction"))
            #expect(!messages[0]["content"].text.contains(injection.text))
        }
        let conversation = try #require(fixture.standIn.requests.first)
        #expect(conversation.json["tools"] == .null)
        await fixture.stop()
    }
}
