import ChatPlatforms
public import Crypto
public import Earshot

extension Inspection {
    /// Asks DingTalk for an application's token, and with it for a file that does not exist.
    ///
    /// No call tells of a robot without changing something. A refusal of the file, and not of the asker, shows that
    /// the address is allowed and the permission granted.
    public static func dingTalk(
        _ channel: String, appKey: String, appSecret: Secret, robot: String,
        server: String = DingTalkSender.server
    ) -> Inspection {
        Inspection(channel, .dingTalk, server: server, secrets: [appSecret]) { inquiry in
            let answer = await inquiry.ask(
                token: DingTalkCalls.token(appKey: appKey, appSecret: appSecret),
                reading: DingTalkAnswer.token,
                then: DingTalkCalls.download(code: "earshot-check", robot: robot),
                reading: DingTalkAnswer.downloadAddress)
            switch answer {
            case .noToken(let remark):
                return [inquiry.finding(remark, DingTalkAdvice.explanation(of: remark, server: server))]
            case .refused(let remark, let isOnlyOfTheFile)
            where !isOnlyOfTheFile || isOfTheAsker(remark.code):
                return [inquiry.finding(remark, explanation(of: remark, server))]
            case .refused, .value:
                return [
                    Finding(
                        .fine, channel,
                        Advice(
                            "a token is granted, and what is asked with it is refused for nothing but what it asks",
                            "已获取 accessToken，调用未因身份、地址或权限被拒绝"))
                ]
            }
        }
    }

    /// Asks DingTalk whether it knows a group's robot and takes the signature.
    ///
    /// - Parameter secret: Without one a refusal may be for a missing keyword alone, and is a warning.
    public static func dingTalkRobot(
        _ channel: String, webhook: Secret, token: Secret, secret: Secret?,
        now: @escaping @Sendable () -> Timestamp,
        server: String = DingTalkSender.olderServer
    ) -> Inspection {
        Inspection(
            channel, .dingTalk, server: server, secrets: [token, webhook] + [secret].compactMap(\.self)
        ) {
            inquiry in
            guard
                let call = try? DingTalkWebhookCalls.probe(webhook: webhook, secret: secret, now: now())
            else { return [unsigned(channel)] }
            let outcome = await inquiry.ask(call, reading: DingTalkWebhookAnswer.posted)
            return inquiry.robotFindings(
                outcome, known: DingTalkWebhookCalls.unknownKind,
                weight: { $0.code == "310000" && secret == nil ? .warning : .fault }
            ) { DingTalkAdvice.explanation(of: $0, server: server) }
        }
    }

    /// What is found of a secret that no signature can be made with.
    static func unsigned(_ channel: String) -> Finding {
        Finding(.fault, channel, Advice("nothing can be signed with its secret", "无法用该密钥签名"))
    }

    /// Whether a refusal says something of who asks, and not of what is asked.
    private static func isOfTheAsker(_ code: String) -> Bool {
        code.hasPrefix("Forbidden.") || code.hasPrefix("http.") || isOfTheRobot(code)
            || ["InvalidAuthentication", "invalidClientIdOrSecret", "bot.stopped", "1111", "systemBusy"]
                .contains(code)
            || [
                "60020", "90002", "90006", "410100", "-1", "system.error", "send.too.fast",
                "send.byToken.tooFast",
            ].contains(code)
    }

    private static func isOfTheRobot(_ code: String) -> Bool { code.lowercased().contains("robotcode") }

    private static func explanation(of remark: PlatformRemark, _ server: String) -> Advice {
        guard isOfTheRobot(remark.code) else {
            return DingTalkAdvice.explanation(of: remark, server: server)
        }
        return Advice(
            "sending.robotCode is not a robot of this application: 开放平台 → 应用开发 → the application → 机器人 → "
                + "RobotCode; leave it out where it is the Client ID",
            "sending.robotCode 不是该应用的机器人：开放平台 → 应用开发 → 该应用 → 机器人 → RobotCode；与 Client ID 相同时可省略")
    }
}
