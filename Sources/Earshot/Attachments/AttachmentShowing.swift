/// Sends the pictures that came with a suggestion to who asks for them.
public struct AttachmentShowing: Sendable {
    let desk: any AttachmentDesk
    private let ways: any PictureWays
    private let texts: any Texts

    /// The most of one answer: each is two messages.
    static let most = 9
    /// Somebody who asked an hour ago has gone on.
    private static let patience = Duration.seconds(3600)

    public init(desk: any AttachmentDesk, ways: any PictureWays, texts: any Texts) {
        self.desk = desk
        self.ways = ways
        self.texts = texts
    }

    /// One of those of a suggestion, and which of them it is, from 1.
    struct Entry {
        var kept: KeptAttachment
        var place: Int
    }

    func way(to origin: Question.Origin?) async throws -> PictureWay? {
        guard let origin else { return nil }
        return try await ways.pictureWay(to: origin)
    }

    /// Why one cannot be shown; nothing where it can.
    func obstacle(to kept: KeptAttachment, on way: PictureWay?) async throws -> AttachmentObstacle? {
        guard let (_, bytes) = try await desk.attachment(kept.number) else { return .gone }
        guard bytes.count == kept.size, AttachmentFormat(of: bytes) == kept.format else { return .damaged }
        guard kept.format.suits(.picture) else { return .notPicture }
        guard kept.format == .png || kept.format == .jpeg else { return .strangeFormat }
        guard Picture(bytes) != nil else { return .incomplete }
        guard let way else { return .noWay }
        return bytes.count <= way.mostBytes ? nil : .tooLarge
    }

    /// The pictures one after the other, above each a line that says which it is.
    ///
    /// - Parameter count: how many the suggestion has.
    func deliveries(
        of entries: [Entry], of suggestion: Suggestion, count: Int, to origin: Question.Origin,
        on way: PictureWay, at now: Timestamp
    ) throws -> [Delivery] {
        let key = AttachmentsShown.key(of: suggestion, askedBy: origin.message)
        var parts: [(Reply, attachment: Int64?)] = []
        for entry in entries {
            let line = try texts.reply(
                .suggestionAttachment,
                [
                    "name": .text(suggestion.name), "title": .text(suggestion.title),
                    "place": .count(entry.place), "count": .count(count),
                ])
            parts += [(line, nil), (Reply(), entry.kept.number)]
        }
        return zip(Delivery.keys(ofParts: parts.count, of: key), parts).map { key, part in
            Delivery(
                key: key, channel: way.channel, recipient: way.recipient, reply: part.0,
                attachment: part.attachment, priority: .urgent, deadline: now + AttachmentShowing.patience)
        }
    }
}

/// Why an attachment cannot be shown in a chat.
enum AttachmentObstacle: String, CaseIterable {
    case notPicture
    /// A picture of a kind that not every platform takes.
    case strangeFormat
    case tooLarge
    /// It came without its end.
    case incomplete
    /// What is kept is not what came.
    case damaged
    case gone
    /// Nothing shows pictures where it was asked.
    case noWay

    /// Whether an operator can take it out.
    var leavesFile: Bool { self != .damaged && self != .gone }
}
