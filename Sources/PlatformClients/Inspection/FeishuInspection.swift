import ChatPlatforms
public import Crypto
public import Earshot

extension Inspection {
    /// Asks Feishu for an application's token and what its bot is.
    ///
    /// - Parameter botOpenID: What is configured as the bot's own identifier.
    public static func feishu(
        _ channel: String, appID: String, appSecret: Secret, botOpenID: String?,
        server: String = FeishuSender.server
    ) -> Inspection {
        Inspection(channel, .feishu, server: server, secrets: [appSecret]) { inquiry in
            let token = FeishuCalls.token(appID: appID, appSecret: appSecret)
            let answer = await inquiry.ask(
                token: token, reading: FeishuAnswer.token, then: FeishuCalls.bot(), reading: FeishuAnswer.bot)
            switch answer {
            case .noToken(let remark), .refused(let remark, _):
                return [inquiry.finding(remark, FeishuAdvice.explanation(of: remark, server: server))]
            case .value(let bot):
                let found = findings(of: bot, channel, botOpenID: botOpenID)
                guard found.allSatisfy({ $0.weight == .fine }) else { return found }
                // The same token: the platform gives out one at a time.
                let groups = await inquiry.ask(
                    token: token, reading: FeishuAnswer.token, then: FeishuCalls.groups(),
                    reading: FeishuAnswer.groups)
                return found + [finding(of: groups, inquiry, server: server)]
            }
        }
    }

    /// The groups that the bot is in. Who only talks one to one needs no permission for them, so a refusal is a warning.
    private static func finding(
        of answer: Inquiry.TokenAnswer<FeishuGroups>, _ inquiry: Inquiry, server: String
    ) -> Finding {
        switch answer {
        case .noToken(let remark), .refused(let remark, _):
            let advice = FeishuAdvice.explanation(of: remark, server: server)
            return inquiry.finding(
                remark,
                Advice(
                    "the bot's groups cannot be listed: \(advice.english). The permission is 获取群组信息 "
                        + "(im:chat:readonly); nothing but this list needs it",
                    "无法列出机器人所在的群：\(advice.chinese)。所需权限为 获取群组信息（im:chat:readonly），仅用于此列表"),
                weight: .warning)
        case .value(let groups):
            let names = groups.names.prefix(20).joined(separator: ", ")
            let more = groups.names.count > 20 || !groups.isAll
            let count = "\(groups.names.count)\(groups.isAll ? "" : "+")"
            return Finding(
                .fine, inquiry.channel,
                groups.names.isEmpty
                    ? Advice("the bot is in no group", "机器人不在任何群里")
                    : Advice(
                        "the bot is in \(count) groups: \(names)\(more ? ", …" : "")",
                        "机器人在 \(count) 个群里：\(names)\(more ? "……" : "")"))
        }
    }

    /// Asks Feishu whether it knows a group's robot and takes the signature.
    public static func feishuRobot(
        _ channel: String, webhook: Secret, token: Secret, secret: Secret?,
        now: @escaping @Sendable () -> Timestamp,
        server: String = FeishuSender.server
    ) -> Inspection {
        Inspection(channel, .feishu, server: server, secrets: [token, webhook] + [secret].compactMap(\.self))
        {
            inquiry in
            guard let call = try? FeishuCalls.probe(bot: webhook, secret: secret, now: now()) else {
                return [unsigned(channel)]
            }
            let outcome = await inquiry.ask(call, reading: FeishuAnswer.posted)
            return inquiry.robotFindings(
                outcome, known: FeishuCalls.badRequest, weight: { $0.code == "19024" ? .warning : .fault }
            ) { FeishuAdvice.explanation(of: $0, server: server) }
        }
    }

    private static func findings(of bot: FeishuBot, _ channel: String, botOpenID: String?) -> [Finding] {
        if let botOpenID, !bot.openID.isEmpty, botOpenID != bot.openID {
            return [
                Finding(
                    .fault, channel,
                    Advice(
                        "the bot's open id is \(bot.openID), not the configured botOpenID: in groups it would hear nothing",
                        "机器人的 open_id 是 \(bot.openID)，与配置的 botOpenID 不同：群里将收不到消息"))
            ]
        }
        if let status = bot.status, status != FeishuBot.enabled {
            return [
                Finding(
                    .warning, channel,
                    Advice(
                        "the bot is not switched on (activate_status \(status)): 开发者后台 → the application → 版本管理与发布, and "
                            + "管理后台 → 应用管理 → 启用",
                        "机器人未启用（activate_status \(status)）：开发者后台 → 该应用 → 版本管理与发布，并在 管理后台 → 应用管理 中启用"))
            ]
        }
        let addresses = bot.allowedAddresses.prefix(20).joined(separator: ", ")
        return [
            Finding(
                .fine, channel,
                Advice(
                    "a token is granted, the bot \(bot.name) (\(bot.openID)) answers, "
                        + (addresses.isEmpty ? "any address may call" : "allowed addresses: \(addresses)"),
                    "已获取 tenant_access_token，机器人“\(bot.name)”可用"))
        ]
    }
}
