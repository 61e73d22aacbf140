import ChatPlatforms
import Earshot
import HTTP

/// `POST /callback/dingtalk/{robot}`.
struct DingTalkCallbacks: Sendable {
    private let robots: [String: DingTalkRobot]
    private let context: CallbackContext
    private let deferred: DeferredAnswers

    init(robots: [DingTalkRobot], context: CallbackContext, deferred: DeferredAnswers) {
        self.deferred = deferred
        self.robots = Dictionary(robots.map { ($0.name, $0) }) { first, _ in first }
        self.context = context
    }

    var route: Route {
        .post(
            "/callback/dingtalk/{robot}", bodyLimit: context.configuration.messageBytes, objection: objection
        ) { request in
            guard let robot = robots[request.parameters["robot"] ?? ""] else { return .empty(status: 404) }
            return try await answer(request, to: robot)
        }
    }

    /// The signature is of the head alone, so nobody else's body is read.
    @Sendable
    private func objection(to request: HTTP.Request) -> Response? {
        guard let robot = robots[request.parameters["robot"] ?? ""] else { return .empty(status: 404) }
        do throws(CallbackFault) {
            try robot.verify(
                timestamp: request.headers["timestamp"], sign: request.headers["sign"], now: context.clock.now
            )
            return nil
        } catch {
            return context.refuse(error, channel: robot.channel)
        }
    }

    /// Answers a callback whose head was verified.
    private func answer(_ request: HTTP.Request, to robot: DingTalkRobot) async throws -> Response {
        let callback: RobotCallback
        do throws(CallbackFault) {
            callback = try robot.read(request.body)
        } catch {
            return context.refuse(error, channel: robot.channel)
        }
        switch callback {
        case .notice(let kind):
            context.report(robot.channel, .acknowledged, kind)
            return .json(DingTalkReply.nothing)
        case .message(let message):
            return .json(try await answer(to: message))
        }
    }

    private func answer(to message: InboundMessage) async throws -> [UInt8] {
        // A repeat of a message whose answer is sent as one of its own.
        if try await deferred.owns(answerTo: message.key) {
            return DingTalkReply.nothing
        }
        let work = context.handle(message)
        if let result = await work.result(within: context.dingTalkPatience) {
            // Whoever asked the same a moment earlier may have waited in vain: then the answer is a message by now.
            if try await deferred.owns(answerTo: message.key) { return DingTalkReply.nothing }
            return try encode(result, answering: message)
        }
        if deferred.canAnswer(on: message.channel) {
            let isKept = await deferred.keep(message, answeredBy: work)
            return isKept ? DingTalkReply.nothing : try encode(await work.result, answering: message)
        }
        guard await context.keep(message) else { return try encode(await work.result, answering: message) }
        context.report(message.channel, .late, "posted to the sessionWebhook")
        context.afterwork.run { await finish(await work.result, answering: message) }
        return DingTalkReply.nothing
    }

    /// How a message is seen through that an earlier run acknowledged; nothing for another platform's.
    func resumption(of message: InboundMessage) -> (@Sendable () async -> Void)? {
        guard robots.values.contains(where: { $0.channel == message.channel }) else { return nil }
        return {
            let result = await context.handle(message).result
            // The next message does not wait for the platform to take this one's answer.
            context.afterwork.run { await finish(result, answering: message) }
        }
    }

    /// Posts the answer to a kept message, where the robot has nothing to send with. One that the
    /// platform did not take stays for the next start.
    private func finish(_ result: Result<Reply, any Error>, answering message: InboundMessage) async {
        if case .settled = await post(result, answering: message) { await context.release(message) }
    }

    private func post(
        _ result: Result<Reply, any Error>, answering message: InboundMessage
    ) async -> LatePosting.End {
        let reply = context.reply(from: result, to: message)
        if reply.blocks.isEmpty { return .settled }
        return await context.post(
            { .dingTalk(reply, isGroup: message.isGroup, to: $0, texts: context.texts()) }, to: message,
            in: context.configuration.dingTalkReplyAddresses)
    }

    private func encode(
        _ result: Result<Reply, any Error>, answering message: InboundMessage
    ) throws -> [UInt8] {
        DingTalkReply.encode(
            context.reply(from: result, to: message), isGroup: message.isGroup, texts: context.texts())
    }
}
