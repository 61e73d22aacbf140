/// Fetches what comes with a message, and says what of it is kept.
public struct AttachmentKeeping: Sendable {
    let source: any AttachmentSource
    let desk: any AttachmentDesk
    let limits: Limits

    /// What people can use up.
    public struct Limits: Sendable {
        /// How long an attachment is kept.
        public var days: Int
        /// The largest, in bytes.
        public var mostBytes: Int
        /// The most that is kept of one account, in bytes.
        public var mostBytesOfAccount: Int
        /// The most of one message, which goes to the disk in one piece while other answers wait.
        public var mostBytesOfMessage: Int
        /// The most that is kept of everybody.
        public var mostBytesOfAll: Int

        public init(
            days: Int = 30, mostBytes: Int = 10 << 20, mostBytesOfAccount: Int = 100 << 20,
            mostBytesOfMessage: Int = 20 << 20, mostBytesOfAll: Int = 4 << 30
        ) {
            self.days = days
            self.mostBytes = mostBytes
            self.mostBytesOfAccount = mostBytesOfAccount
            self.mostBytesOfMessage = mostBytesOfMessage
            self.mostBytesOfAll = mostBytesOfAll
        }
    }

    /// The most attachments of one message that are looked at: chats let nine pictures be chosen at once.
    static let mostOfMessage = 9

    public init(source: any AttachmentSource, desk: any AttachmentDesk, limits: Limits = Limits()) {
        self.source = source
        self.desk = desk
        self.limits = limits
    }

    /// What became of a message's attachments.
    struct Result {
        var kept: [FetchedAttachment] = []
        var lost: [Loss] = []
    }

    /// Why one is not kept, as its sender is told.
    enum Loss: Hashable {
        case tooLarge
        case empty
        case strangeFormat
        /// The account has used up its share.
        case full
        case tooMany
        case notFetched
    }

    /// Fetches one after the other, so that a message holds no more memory than one account may keep.
    func fetch(from message: InboundMessage, account: String, at now: Timestamp) async throws -> Result {
        var result = Result()
        var free = min(
            limits.mostBytesOfAccount - (try await desk.attachmentBytes(of: account)),
            limits.mostBytesOfAll - (try await desk.attachmentBytes(of: nil)), limits.mostBytesOfMessage)
        var isReached = true
        let key = MessageKey(channel: message.channel, id: message.id)
        for attachment in message.attachments.prefix(AttachmentKeeping.mostOfMessage) {
            guard free > 0 else {
                result.lost.append(.full)
                continue
            }
            // Where one was not reached the next would only keep the answer waiting.
            guard isReached else {
                result.lost.append(.notFetched)
                continue
            }
            let limit = min(limits.mostBytes, free)
            do throws(AttachmentFault) {
                let bytes = try await source.fetch(attachment, of: key, limit: limit)
                guard !bytes.isEmpty else {
                    result.lost.append(.empty)
                    continue
                }
                guard let format = AttachmentFormat(of: bytes), format.suits(attachment.kind) else {
                    result.lost.append(.strangeFormat)
                    continue
                }
                free -= bytes.count
                result.kept.append(
                    FetchedAttachment(
                        attachment.kind, format, bytes: bytes, account: account,
                        forgetAt: now + .seconds(limits.days * 86_400)))
            } catch {
                isReached = error.code != .unreached
                result.lost.append(
                    error.code != .tooLarge ? .notFetched : limit < limits.mostBytes ? .full : .tooLarge)
            }
        }
        let further = message.attachments.count - AttachmentKeeping.mostOfMessage
        if further > 0 { result.lost += Array(repeating: .tooMany, count: further) }
        return result
    }
}
