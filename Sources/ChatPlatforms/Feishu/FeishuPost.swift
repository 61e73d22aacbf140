import Earshot

/// The content of a rich text message: lines of pieces, of which the words are kept.
struct FeishuPost: Decodable {
    /// Title and lines, with placeholders where somebody is mentioned.
    let text: String
    let hasPicture: Bool
    /// The keys of its pictures.
    let pictures: [MessageAttachment]

    /// The most pieces that are looked at for pictures.
    private static let mostPieces = 500

    private enum Key: String, CodingKey {
        case title, content
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        let lines = try fields.decode([[Piece]].self, forKey: .content)
        let title = fields.ifUsable(String.self, .title) ?? ""
        text = ([title] + lines.map { $0.map(\.words).joined() })
            .filter { !$0.allSatisfy(\.isWhitespace) }
            .joined(separator: "\n")
        hasPicture = lines.joined().contains { $0.tag == "img" }
        pictures = lines.joined().prefix(FeishuPost.mostPieces).compactMap {
            MessageAttachment(.picture, at: $0.picture)
        }
    }

    private struct Piece: Decodable {
        let tag: String
        let words: String
        let picture: String?

        private enum Key: String, CodingKey {
            case tag, text
            case picture = "image_key"
            case person = "user_id"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            tag = fields.ifUsable(String.self, .tag) ?? ""
            picture = tag == "img" ? fields.ifUsable(String.self, .picture) : nil
            if tag == "at" {
                let person = fields.ifUsable(String.self, .person) ?? ""
                words = person == "all" ? FeishuMentions.everybody : person
            } else {
                // Links, code and Markdown have their words where plain text has them.
                words = fields.ifUsable(String.self, .text) ?? ""
            }
        }
    }
}
