import ChatPlatforms
import Testing

@Suite("Answers of platforms")
struct PlatformAnswerTests {
    private func answer(_ body: String) -> PlatformAnswer? { PlatformAnswer(Array(body.utf8)) }

    @Test("zero, as a number, as text or left out, means taken")
    func accepted() {
        #expect(answer(#"{"errcode":0,"errmsg":"ok"}"#)?.isAccepted == true)
        #expect(answer(#"{"errcode":"0"}"#)?.isAccepted == true)
        #expect(answer("{}")?.isAccepted == true)
    }

    @Test("another number means refused, with the platform's words")
    func refused() {
        let refused = answer(#"{"errcode":310000,"errmsg":"sign not match"}"#)
        #expect(refused?.isAccepted == false)
        #expect(refused?.code == 310_000)
        #expect(refused?.words == "sign not match")
    }

    @Test("what is no answer of a platform is none", arguments: ["", "<html>", "[]", #"{"errcode":"x"}"#])
    func none(body: String) {
        #expect(answer(body) == nil)
    }
}
