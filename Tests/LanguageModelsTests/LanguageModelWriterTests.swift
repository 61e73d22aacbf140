import Earshot
import EarshotTesting
import JSON
import PlatformStandIns
import Testing

@testable import LanguageModels

@Suite("A language model that writes summaries")
struct LanguageModelWriterTests {
    private let lines = ["杭州 · 近7天客户之声", "抱怨最多 油耗 76"]

    @Test("is given the lines as data and answers with one member of JSON")
    func sound() async throws {
        let fixture = try LanguageModelFixture { _ in #"{"summary":"油耗抱怨最多,76条。"}"# }
        #expect(await LanguageModelWriter(fixture.server).summary(of: lines) == .words("油耗抱怨最多,76条。"))
        let request = try #require(fixture.standIn.requests.first)
        let conversation = LanguageModelPlatform.conversation(in: request)
        #expect(conversation?.data["lines"].elements.map(\.text) == lines)
        await fixture.stop()
    }

    @Test(
        "anything else is of no use",
        arguments: [
            "", "油耗抱怨最多", #"{"summary":""}"#, #"{"summary":["油耗"]}"#, #"{"summary":"油耗","more":1}"#,
            "```json\n{\"summary\":\"油耗\"}\n```", #"{"summary":"油耗"} ok"#,
        ])
    func unusable(_ answer: String) async throws {
        let fixture = try LanguageModelFixture { _ in answer }
        #expect(await LanguageModelWriter(fixture.server).summary(of: lines) == .unusable)
        await fixture.stop()
    }

    @Test("a server that is not there writes none")
    func away() async throws {
        let fixture = try LanguageModelFixture { _ in "" }
        fixture.standIn.fail("/chat/completions", .page(status: 500))
        #expect(
            await LanguageModelWriter(fixture.server).summary(of: lines)
                == .unavailable(SecondReaderTrouble(code: "status 500")))
        await fixture.stop()
    }
}
