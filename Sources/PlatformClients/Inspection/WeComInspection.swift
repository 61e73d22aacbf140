import ChatPlatforms
public import Crypto

extension Inspection {
    /// Asks WeCom for an application's token and what the application is.
    public static func weCom(
        _ channel: String, corpID: String, secret: Secret, agent: Int64, server: String = WeComSender.server
    ) -> Inspection {
        Inspection(channel, .weCom, server: server, secrets: [secret]) { inquiry in
            let answer = await inquiry.ask(
                token: WeComCalls.token(corpID: corpID, secret: secret), reading: WeComAnswer.token,
                then: WeComCalls.agent(agent), reading: WeComAnswer.agent)
            switch answer {
            case .noToken(let remark), .refused(let remark, _):
                return [
                    inquiry.finding(remark, WeComAdvice.explanation(of: remark, server: server))
                ]
            case .value(let found): return findings(of: found, channel)
            }
        }
    }

    /// Asks WeCom whether it knows a group's robot.
    public static func weComRobot(
        _ channel: String, key: Secret, server: String = WeComSender.server
    ) -> Inspection {
        Inspection(channel, .weCom, server: server, secrets: [key]) { inquiry in
            let outcome = await inquiry.ask(WeComWebhookCalls.probe(key: key)) {
                WeComAnswer.sent($0, repeatIsSafe: true)
            }
            return inquiry.robotFindings(outcome, known: WeComWebhookCalls.unknownKind) {
                WeComAdvice.explanation(of: $0, server: server)
            }
        }
    }

    private static func findings(of agent: WeComAgent, _ channel: String) -> [Finding] {
        let place = "管理后台 → 应用管理 → 自建 → \(agent.name)"
        if agent.isClosed {
            return [
                Finding(
                    .fault, channel,
                    Advice(
                        "the application is switched off: \(place) → 启用", "应用已停用：\(place) → 启用"))
            ]
        }
        if agent.isSeen == false {
            return [
                Finding(
                    .warning, channel,
                    Advice(
                        "nobody may see the application: \(place) → 可见范围", "应用的可见范围为空：\(place) → 可见范围"))
            ]
        }
        return [
            Finding(
                .fine, channel,
                Advice(
                    "a token is granted, the application \(agent.name) answers, this machine's address is trusted",
                    "已获取 access_token，应用“\(agent.name)”可用，本机地址可信"))
        ]
    }
}
