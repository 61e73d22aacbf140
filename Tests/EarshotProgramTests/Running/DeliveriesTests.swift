import Earshot
import EarshotTesting
import Foundation
import PlatformStandIns
import Store
import Synchronization
import Testing

@testable import EarshotProgram

@Suite("Deliveries of the running program")
struct DeliveriesTests {
    private static func weCom(members: Set<String>) -> StandIn<WeComPlatform> {
        StandIn(
            WeComPlatform(
                corpID: SampleSite.corpID, secret: "sample-site-app-secret", agent: 1_000_002,
                members: members), clock: SystemClock())
    }

    @Test("the answer to a pressed button of WeCom comes as a message of its own")
    func pressedButton() async throws {
        let platform = DeliveriesTests.weCom(members: ["d1"])
        let site = try SampleSite(weCom: try platform.start())
        try await site.fill(40)
        let (program, port) = try await site.serve()
        let arrival = Gate()
        platform.fail("/cgi-bin/message/send", .late(until: { arrival.open() }))
        let caller = Caller(port: port)
        let document = """
            <xml><ToUserName>\(SampleSite.corpID)</ToUserName><FromUserName>d1</FromUserName>\
            <CreateTime>1763740790</CreateTime><MsgType>event</MsgType><Event>template_card_event</Event>\
            <EventKey>say:我们城市的客户最近在说什么</EventKey><TaskId>t1</TaskId>\
            <CardType>button_interaction</CardType><ResponseCode>r1</ResponseCode></xml>
            """
        for _ in 0..<2 {
            let call = try RobotCalls.weComAppCall(Array(document.utf8))
            #expect(await caller?.call("POST", call.target, body: call.body)?.status == 200)
        }
        await arrival.pass()
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let messages = platform.platform.messages
        #expect(messages.count == 1)
        #expect(messages.first?.recipients == ["d1"])
        let text = messages.first.map { "\($0.body)" } ?? ""
        #expect(text.contains("杭州"))
        await platform.stop()
    }
}
