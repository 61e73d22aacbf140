/// The content of a rich text message: lines of pieces, of which the words are kept.
struct FeishuPost: Decodable {
    /// Title and lines, with placeholders where somebody is mentioned.
    let text: String
    let hasPicture: Bool

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
    }

    private struct Piece: Decodable {
        let tag: String
        let words: String

        private enum Key: String, CodingKey {
            case tag, text
            case person = "user_id"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            tag = fields.ifUsable(String.self, .tag) ?? ""
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
