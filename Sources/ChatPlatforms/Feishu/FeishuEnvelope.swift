/// The frame of a Feishu callback: what kind it is and what proves where it is from.
struct FeishuEnvelope: Decodable {
    enum Kind {
        case addressCheck(challenge: String)
        /// An event of the first edition, of which none is of use here.
        case old(String)
        case event(Header)
    }

    let kind: Kind
    /// The Verification Token, wherever the kind has it.
    let token: String?

    struct Header: Decodable {
        let id: String
        let kind: String
        let token: String?
        /// The company that the event is of.
        let tenant: String?

        private enum Key: String, CodingKey {
            case token
            case id = "event_id"
            case kind = "event_type"
            case tenant = "tenant_key"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            id = try fields.identifier(.id)
            kind = try fields.identifier(.kind)
            token = fields.ifUsable(String.self, .token)
            tenant = fields.ifUsable(String.self, .tenant)
        }
    }

    private enum Key: String, CodingKey {
        case type, token, challenge, header
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        if fields.contains(.header) {
            let header = try fields.decode(Header.self, forKey: .header)
            kind = .event(header)
            token = header.token
            return
        }
        let type = try fields.decode(String.self, forKey: .type)
        token = fields.ifUsable(String.self, .token)
        kind =
            type == "url_verification"
            ? .addressCheck(challenge: try fields.decode(String.self, forKey: .challenge)) : .old(type)
    }

    /// The body as it comes: encrypted or not.
    struct Outside: Decodable {
        let encrypt: String?
    }

    /// The `event` of a callback, or nothing when it is not of the kind.
    static func event<Event: Decodable>(_ type: Event.Type, in text: [UInt8]) -> Event? {
        CallbackJSON.decode(Carrier<Event>.self, from: text)?.event
    }

    private struct Carrier<Event: Decodable>: Decodable {
        let event: Event
    }
}
