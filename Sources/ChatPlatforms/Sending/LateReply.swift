public import Earshot

/// An answer that was not ready in time for the response, and is posted to the address that came with its message.
public struct LateReply: Sendable {
    public let call: PlatformCall
    /// What the platform says to it.
    public let read: @Sendable (PlatformResponse) -> SendOutcome

    /// To the sessionWebhook of a message of DingTalk, which takes as many as come until it expires.
    ///
    /// - Parameter address: Was checked with `ReplyAddresses`.
    public static func dingTalk(
        _ reply: Reply, isGroup: Bool, to address: String, texts: ReplyTexts
    ) -> LateReply {
        LateReply(
            call: DingTalkWebhookCalls.answer(reply, isGroup: isGroup, to: address, texts: texts),
            read: DingTalkWebhookAnswer.answered)
    }

    /// To the `response_url` of a message of WeCom's robot, which takes one.
    ///
    /// - Parameters:
    ///   - address: Was checked with `ReplyAddresses`.
    ///   - feedback: What comes back with what people think of the answer.
    ///   - task: See `WeComBotReply.active`.
    public static func weCom(
        _ reply: Reply, to address: String, feedback: String?, task: String? = nil, texts: ReplyTexts
    ) -> LateReply {
        LateReply(
            call: WeComBotCalls.answer(reply, to: address, feedback: feedback, task: task, texts: texts),
            read: WeComAnswer.answered)
    }
}

/// What posts late answers.
public protocol LateReplySender: Sendable {
    /// Posts an answer once, and tells what became of it.
    func post(_ reply: LateReply) async -> SendOutcome
}
