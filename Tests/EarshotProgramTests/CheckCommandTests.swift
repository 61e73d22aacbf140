import Earshot
import Testing

@testable import EarshotProgram

@Suite("What earshot check and earshot outbox say")
struct CheckCommandTests {
    @Test(
        "a path is shown without the steps that lead up again",
        arguments: [
            ("bot-config/../data", "data"), ("/srv/bot-config/../data", "/srv/data"), ("../data", "../data"),
            ("./bot-config/../../data", "../data"), ("a/..", "."), ("/", "/"), ("data/", "data"),
        ])
    func paths(path: String, expected: String) {
        #expect(CheckCommand.shown(path) == expected)
    }

    @Test("a delivery that an operator cannot change has one reason")
    func obstacles() {
        #expect(OutboxCommand.obstacle(.sent) == "is sent")
        #expect(OutboxCommand.obstacle(.sending) == "is under way")
        #expect(OutboxCommand.obstacle(.cancelled) == "was taken back")
        #expect(OutboxCommand.obstacle(nil) == "there is no such delivery")
    }

    @Test("control characters are written out, line breaks stay")
    func harmless() {
        #expect(Terminal.harmless("a\u{1B}[2J\n城市\t\u{7F}") == "a\\u{1B}[2J\n城市\t\\u{7F}")
        #expect(Terminal.harmless("城市") == "城市")
    }
}
