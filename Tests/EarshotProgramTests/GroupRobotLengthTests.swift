import Earshot
import Testing

@testable import EarshotProgram

@Suite("How much a group's robot shows of one message")
struct GroupRobotLengthTests {
    @Test("what would be cut is told by the bytes of what is written, not by characters")
    func length() {
        func whole(_ text: String, _ platform: Settings.GroupRobot.Platform) -> Bool {
            platform.showsWhole(Reply([.text(text)]))
        }
        let characters = String(repeating: "字", count: 1000)
        #expect(whole(characters, .wecom) && whole(characters, .dingtalk) && whole(characters, .feishu))
        // 18 bytes each.
        let families = String(repeating: "👨‍👩‍👧", count: 300)
        #expect(!whole(families, .wecom) && whole(families, .feishu))
        // Written with three bytes where it would be a mark.
        #expect(whole(String(repeating: "a", count: 2000), .wecom))
        #expect(!whole(String(repeating: "*", count: 2000), .wecom))
    }
}
