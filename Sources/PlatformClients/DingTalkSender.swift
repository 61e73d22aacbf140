public import ChatPlatforms
public import Crypto
public import Earshot
public import HTTP

/// Sends through the robot of one DingTalk application.
public struct DingTalkSender: Sendable {
    public static let server = "https://api.dingtalk.com"
    public static let olderServer = "https://oapi.dingtalk.com"

    private let robot: String
    private let connection: PlatformConnection
    private let olderConnection: PlatformConnection
    private let keeper: TokenKeeper

    /// - Parameters:
    ///   - appKey: The application's Client ID.
    ///   - robot: The robotCode, for most applications the same as the app key.
    ///   - client: Must allow both servers.
    public init(
        appKey: String, appSecret: Secret, robot: String, client: Client, clock: any Earshot.Clock,
        server: String = DingTalkSender.server, olderServer: String = DingTalkSender.olderServer,
        timing: TokenKeeper.Timing = TokenKeeper.Timing(), timeLimit: Duration = .seconds(10)
    ) {
        let connection = PlatformConnection(base: server, client: client, timeLimit: timeLimit)
        self.robot = robot
        self.connection = connection
        olderConnection = PlatformConnection(base: olderServer, client: client, timeLimit: timeLimit)
        keeper = TokenKeeper(clock: clock, timing: timing) {
            await connection.perform(
                DingTalkCalls.token(appKey: appKey, appSecret: appSecret), reading: DingTalkAnswer.token)
        }
    }

    /// Sends a reply to people one by one, at most twenty at once.
    public func send(_ reply: Reply, toPeople people: [String], texts: ReplyTexts) async -> SendOutcome {
        guard let message = DingTalkRobotOutgoing(reply, isGroup: false, texts: texts) else {
            return .unsendable(.nothingToSay)
        }
        return await send(message, toPeople: people)
    }

    /// Sends a reply to a group that the robot is in.
    public func send(_ reply: Reply, toGroup group: String, texts: ReplyTexts) async -> SendOutcome {
        guard let message = DingTalkRobotOutgoing(reply, isGroup: true, texts: texts) else {
            return .unsendable(.nothingToSay)
        }
        return await send(message, toGroup: group)
    }

    /// Sends a message to people one by one, at most twenty at once.
    public func send(_ message: DingTalkRobotOutgoing, toPeople people: [String]) async -> SendOutcome {
        guard !people.isEmpty else { return .unsendable(.noRecipient) }
        guard people.count <= DingTalkCalls.mostPeople else { return .unsendable(.tooManyRecipients) }
        return await connection.perform(
            DingTalkCalls.send(message, toPeople: people, robot: robot), keeper: keeper
        ) { DingTalkAnswer.sent($0, to: people) }
    }

    /// Sends a message to a group that the robot is in.
    public func send(_ message: DingTalkRobotOutgoing, toGroup group: String) async -> SendOutcome {
        await connection.perform(
            DingTalkCalls.send(message, toGroup: group, robot: robot), keeper: keeper
        ) { DingTalkAnswer.sent($0) }
    }

    /// Takes a message back, within 24 hours.
    ///
    /// - Parameter group: Where it was sent to; nothing for people.
    public func recall(_ identifier: String, inGroup group: String? = nil) async -> SendOutcome {
        let call =
            group.map { DingTalkCalls.recall(identifier, inGroup: $0, robot: robot) }
            ?? DingTalkCalls.recall(identifier, robot: robot)
        return await connection.perform(call, keeper: keeper) { DingTalkAnswer.recalled($0, identifier) }
    }

    /// Uploads something to be sent, and gives its identifier.
    public func upload(_ file: UploadFile, as kind: DingTalkMediaKind) async -> PlatformAnswered<String> {
        guard file.bytes.count <= kind.mostBytes else { return .failed(.unsendable(.tooLarge)) }
        return await olderConnection.perform(
            DingTalkWebhookCalls.upload(file, as: kind), keeper: keeper,
            reading: DingTalkWebhookAnswer.uploaded)
    }

    /// Where a file that somebody sent can be fetched, for a short time.
    public func downloadAddress(code: String) async -> PlatformAnswered<String> {
        await connection.perform(
            DingTalkCalls.download(code: code, robot: robot), keeper: keeper,
            reading: DingTalkAnswer.downloadAddress)
    }
}
