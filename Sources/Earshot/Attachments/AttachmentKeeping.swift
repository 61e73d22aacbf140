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

        public init(days: Int = 30, mostBytes: Int = 10 << 20, mostBytesOfAccount: Int = 100 << 20) {
            self.days = days
            self.mostBytes = mostBytes
            self.mostBytesOfAccount = mostBytesOfAccount
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
        case strangeFormat
        /// The account has used up its share.
        case full
        case tooMany
        case notFetched
    }

    /// Fetches one after the other, so that a message holds no more memory than one account may keep.
    func fetch(from message: InboundMessage, account: String, at now: Timestamp) async throws -> Result {
        var result = Result()
        var free = limits.mostBytesOfAccount - (try await desk.attachmentBytes(of: account))
        let key = MessageKey(channel: message.channel, id: message.id)
        for attachment in message.attachments.prefix(AttachmentKeeping.mostOfMessage) {
            guard free > 0 else {
                result.lost.append(.full)
                continue
            }
            let limit = min(limits.mostBytes, free)
            do throws(AttachmentFault) {
                let bytes = try await source.fetch(attachment, of: key, limit: limit)
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
                result.lost.append(
                    error.code != .tooLarge ? .notFetched : limit < limits.mostBytes ? .full : .tooLarge)
            }
        }
        let further = message.attachments.count - AttachmentKeeping.mostOfMessage
        if further > 0 { result.lost += Array(repeating: .tooMany, count: further) }
        return result
    }
}
