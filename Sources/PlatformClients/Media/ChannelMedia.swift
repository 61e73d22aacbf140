public import Earshot

/// Fetches attachments by the channel that they came through.
public struct ChannelMedia: AttachmentSource {
    private let ways: [String: any MediaWay]
    private let onFault: @Sendable (_ channel: String, AttachmentFault) -> Void

    /// - Parameters:
    ///   - ways: By channel: `wecom-bot/sales`.
    ///   - onFault: Is told of what could not be fetched.
    public init(
        _ ways: [String: any MediaWay],
        onFault: @escaping @Sendable (_ channel: String, AttachmentFault) -> Void = { _, _ in }
    ) {
        self.ways = ways
        self.onFault = onFault
    }

    public func canFetch(on channel: String) -> Bool { ways[channel] != nil }

    public func fetch(
        _ attachment: MessageAttachment, of message: MessageKey, limit: Int
    ) async throws(AttachmentFault) -> [UInt8] {
        guard let way = ways[message.channel] else { throw AttachmentFault(.noSource) }
        do throws(AttachmentFault) {
            let bytes = try await way.fetch(attachment, of: message.id, limit: limit)
            guard bytes.count <= limit else { throw AttachmentFault(.tooLarge) }
            return bytes
        } catch {
            onFault(message.channel, error)
            throw error
        }
    }
}

/// How the attachments of one channel are fetched.
public protocol MediaWay: Sendable {
    /// The bytes as the sender gave them.
    ///
    /// - Parameter message: The platform's identifier of the message it came with.
    func fetch(
        _ attachment: MessageAttachment, of message: String, limit: Int
    ) async throws(AttachmentFault) -> [UInt8]
}
