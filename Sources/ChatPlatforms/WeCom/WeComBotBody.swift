import Earshot

/// What stands in a message of a WeCom bot, or in one that it quotes: a kind, and an object of the kind's name.
struct WeComBotBody: Decodable {
    /// What is said in it: the text, the texts between pictures, or what the platform recognised of a recording. Nothing
    /// when it is of another kind, or not as its kind is.
    let words: String?
    let hasPictures: Bool
    /// The addresses of its pictures and its file.
    let attachments: [MessageAttachment]

    /// The most parts of a mixed message that are looked at.
    private static let mostParts = 100

    private enum Key: String, CodingKey {
        case msgtype, text, voice, mixed, image, file
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        var words: String?
        var hasPictures = false
        var attachments: [MessageAttachment?] = []
        switch fields.ifUsable(String.self, .msgtype) {
        case "text": words = fields.ifUsable(Text.self, .text)?.content
        case "voice": words = fields.ifUsable(Text.self, .voice)?.content
        case "image":
            hasPictures = true
            attachments = [MessageAttachment(.picture, at: fields.ifUsable(Media.self, .image)?.url)]
        case "file": attachments = [MessageAttachment(.file, at: fields.ifUsable(Media.self, .file)?.url)]
        case "mixed":
            let parts = fields.ifUsable(Mixed.self, .mixed)?.parts.prefix(WeComBotBody.mostParts)
            words = parts.map { $0.compactMap(\.text).joined(separator: " ") }
            hasPictures = parts?.contains { $0.kind == "image" } ?? false
            attachments = parts?.map { MessageAttachment(.picture, at: $0.picture) } ?? []
        default: break
        }
        self.words = words
        self.hasPictures = hasPictures
        self.attachments = attachments.compactMap(\.self)
    }

    private struct Media: Decodable {
        let url: String
    }

    private struct Text: Decodable {
        let content: String
    }

    private struct Mixed: Decodable {
        let parts: [Part]

        private enum CodingKeys: String, CodingKey {
            case parts = "msg_item"
        }
    }

    /// A part that cannot be read has neither kind nor text: the others still count.
    private struct Part: Decodable {
        let kind: String?
        let text: String?
        let picture: String?

        private enum Key: String, CodingKey {
            case msgtype, text, image
        }

        init(from decoder: any Decoder) throws {
            let fields = try? decoder.container(keyedBy: Key.self)
            kind = fields?.ifUsable(String.self, .msgtype)
            text = fields?.ifUsable(Text.self, .text)?.content
            picture = kind == "image" ? fields?.ifUsable(Media.self, .image)?.url : nil
        }
    }
}
