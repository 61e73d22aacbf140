import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing

@Suite("WeCom stream identifiers")
struct WeComStreamTests {
    @Test(
        "an identifier says again which message it answers and since when",
        arguments: ["m1", "a/b+c=", "消息🚗", "\u{0}\n\"", String(repeating: "x", count: 512)])
    func roundTrip(message: String) throws {
        let bot = try OwnRobots.weCom()
        let stream = WeComStream(message: message, started: OwnRobots.now)
        let id = try stream.id(of: bot)
        #expect(WeComStream(id: id, of: bot) == stream)
        #expect(
            id.utf8.allSatisfy { byte in
                Unicode.Scalar(byte).properties.isAlphabetic || "0123456789-_".utf8.contains(byte)
            })
    }

    @Test("an identifier that was not made here, or for another bot, is not one")
    func foreign() throws {
        let bot = try OwnRobots.weCom()
        let id = try WeComStream(message: "m1", started: OwnRobots.now).id(of: bot)
        let other = try WeComBot(
            name: "parts", token: OwnRobots.token, encodingAESKey: OwnRobots.aesKey, clock: ManualClock())
        #expect(WeComStream(id: id, of: other) == nil)
        for index in id.indices {
            var changed = id
            changed.replaceSubrange(index...index, with: id[index] == "A" ? "B" : "A")
            #expect(WeComStream(id: changed, of: bot) == nil)
        }
        for text in ["", "st-4c4b477e01e8f650", id + "A", String(id.dropLast()), "💥"] {
            #expect(WeComStream(id: text, of: bot) == nil)
        }
    }

    @Test("the platform waits six minutes")
    func lifetime() {
        let stream = WeComStream(message: "m1", started: OwnRobots.now)
        #expect(stream.isAlive(at: OwnRobots.now + .milliseconds(359_999)))
        #expect(!stream.isAlive(at: OwnRobots.now + .seconds(360)))
    }
}
