import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting

extension CallbackHouse {
    static let cardCompany = "dingWebTest"

    static func dingTalkPress(say: String = "油耗原话", user: String = "u7") -> String {
        #"{"type":"actionCallback","outTrackId":"t1","corpId":"\#(cardCompany)","userId":"\#(user)","#
            + #""content":"{\"cardPrivateData\":{\"actionIds\":[\"a\"],\"params\":{\"say\":\"\#(say)\"}}}"}"#
    }

    static func dingTalkCardHeaders(_ timestamp: String) throws -> [(String, String)] {
        [
            ("x-ddpaas-signature-timestamp", timestamp),
            ("x-ddpaas-signature", try DingTalkSignature.card(timestamp: timestamp, secret: secret)),
        ]
    }

    /// A card's callback with a right signature.
    func dingTalkCard(_ body: String, robot: String = "sales") async throws -> Caller.Answer? {
        await Caller(port: port)?.call(
            "POST", "/callback/dingtalk-card/\(robot)",
            headers: try CallbackHouse.dingTalkCardHeaders(String(clock.now.milliseconds)),
            body: Array(body.utf8))
    }
}
