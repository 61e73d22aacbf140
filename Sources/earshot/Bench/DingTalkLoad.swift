import ChatPlatforms
import Crypto
import Earshot
import Glibc

/// Callbacks of a DingTalk robot, each a message of its own from one of many people, who all ask for the overview.
struct DingTalkLoad: Sendable {
    private let head: [UInt8]
    private let afterIdentifier: [UInt8]
    private let run: String

    static let question = "我们城市的客户最近在说什么"

    /// - Parameter run: tells this run's messages from those of other runs over the same data.
    init(_ site: BenchSite, run: String) throws {
        self.run = run
        let now = SystemClock().now.milliseconds
        let sign = try DingTalkSignature.robot(timestamp: "\(now)", secret: Secret(site.appSecret))
        head = Array(
            """
            POST /callback/dingtalk/\(BenchSite.robot) HTTP/1.1\r
            Host: 127.0.0.1\r
            Content-Type: application/json; charset=utf-8\r
            timestamp: \(now)\r
            sign: \(sign)\r
            Content-Length: 
            """.utf8)
        afterIdentifier = Array(
            """
            ","senderNick":"王芳","isAdmin":false,"createAt":\(now),"chatbotCorpId":"ding0f1e2d3c4b5a6978",\
            "chatbotUserId":"$:LWCP_v1:$Zm9vYmFyYmF6cXV4","senderCorpId":"ding0f1e2d3c4b5a6978",\
            "conversationType":"1","robotCode":"ding8y7x6w5v4u3t2s1r","msgtype":"text",\
            "sessionWebhookExpiredTime":\(now + 5_400_000),\
            "sessionWebhook":"https://oapi.dingtalk.com/robot/sendBySession?session=0123456789abcdef0123456789abcdef",\
            "text":{"content":" \(DingTalkLoad.question)"}}
            """.utf8)
    }

    /// The bytes of the request with a number.
    func request(_ number: Int) -> [UInt8] {
        let person = number % BenchSite.people
        var body = Array(
            "{\"conversationId\":\"cid\(person)\",\"senderStaffId\":\"bench\(person)\",\"msgId\":\"\(run)\(number)"
                .utf8)
        body += afterIdentifier
        return head + Array("\(body.count)\r\n\r\n".utf8) + body
    }

    /// The head of a request, signed, without the body it speaks of.
    func head(bodyBytes: Int) -> [UInt8] { head + Array("\(bodyBytes)\r\n\r\n".utf8) }
}
