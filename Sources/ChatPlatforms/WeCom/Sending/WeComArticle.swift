import JSON
import XML

/// One article of a news message.
public struct WeComArticle: Sendable, Hashable {
    /// Articles in one message.
    static let most = 8

    public var title: String
    public var description: String?
    public var address: String
    public var picture: String?

    public init(title: String, description: String? = nil, address: String, picture: String? = nil) {
        self.title = title
        self.description = description
        self.address = address
        self.picture = picture
    }

    private var shortTitle: String { title.shortened(toBytes: WeComOutgoing.longestTitle) }

    private var shortDescription: String? {
        description.map { $0.shortened(toBytes: WeComOutgoing.longestDescription) }
    }

    /// As a message that is sent has it.
    var json: JSON {
        .object([
            "title": .string(shortTitle), "description": shortDescription.map { .string($0) },
            "url": .string(address), "picurl": picture.map { .string($0) },
        ])
    }

    /// As an answer to a callback has it.
    var elements: [XMLElement] {
        [
            XMLElement("Title", text: shortTitle), XMLElement("Description", text: shortDescription ?? ""),
            XMLElement("PicUrl", text: picture ?? ""), XMLElement("Url", text: address),
        ]
    }
}
