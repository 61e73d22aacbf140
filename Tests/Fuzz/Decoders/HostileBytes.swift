import EarshotTesting

/// Random changes to something that was right, as a stranger might make them.
enum HostileBytes {
    /// Bytes with one to five changes.
    static func of(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        if Int.random(in: 0..<50, using: &random) == 0 { return noise(&random) }
        var bytes = bytes
        // Most often one alone: what is still well-formed gets furthest.
        let changes = Bool.random(using: &random) ? 1 : Int.random(in: 1...5, using: &random)
        for _ in 0..<changes where !bytes.isEmpty { change(&bytes, &random) }
        return bytes
    }

    private static func change(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...8, using: &random) {
        case 0: bytes[place] = .random(in: 0...255, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 2: bytes.removeLast(min(bytes.count - place, 60))
        case 3: bytes.insert(contentsOf: bytes[place...].prefix(60), at: place)
        case 4: bytes.removeSubrange(place..<min(bytes.count, place + 5))
        case 5: bytes.insert(contentsOf: element(of: pieces, &random), at: place)
        case 6:
            let other = Int.random(in: 0..<bytes.count, using: &random)
            bytes.swapAt(place, other)
        default: replaceValue(&bytes, at: place, &random)
        }
    }

    /// Another value where one stands, up to the marks around it: mostly it stays well-formed.
    private static func replaceValue(
        _ bytes: inout [UInt8], at place: Int, _ random: inout SeededRandom
    ) {
        let start = bytes[..<place].lastIndex(where: marks.contains).map { $0 + 1 } ?? 0
        let end = bytes[place...].firstIndex(where: marks.contains) ?? bytes.count
        guard start <= end else { return }
        bytes.replaceSubrange(start..<end, with: element(of: values, &random))
    }

    private static func noise(_ random: inout SeededRandom) -> [UInt8] {
        (0..<Int.random(in: 0...200, using: &random)).map { _ in .random(in: 0...255, using: &random) }
    }

    private static func element(of list: [[UInt8]], _ random: inout SeededRandom) -> [UInt8] {
        list.randomElement(using: &random) ?? []
    }

    private static let marks = Set("\"<>[]{}:,".utf8)

    private static let pieces: [[UInt8]] =
        [
            "{", "}", "[", "]", "\"", ",", ":", "\\", "\\u0000", "\\ud800", "null", "1e999", "{\"a\":[",
            "<", ">", "</", "/>", "&", "&#", "&#0;", "&lt;", "]]>", "<![CDATA[", "<!--", "-->", "<?", "?>",
            "<!DOCTYPE a [", "<!ENTITY e 'x'>", "&e;", "<xml>", "\u{0}", "\u{FEFF}", "\u{202E}", "é\u{301}",
        ].map { Array($0.utf8) } + [
            [0xFF, 0xFE], [0xC3], [0xF0, 0x9F], Array(repeating: 0x5B, count: 3000),
        ]

    private static let values: [[UInt8]] = [
        "", " ", "0", "-1", "1", "2", "1.5", "true", "null", "9223372036854775807", "9223372036854775808",
        "99999999999999999999", "1e400", "-0", "text", "event", "image", "mixed", "voice", "file", "stream",
        "template_card_event", "feedback_event", "enter_chat", "enter_agent", "click", "view", "location",
        "link", "say:x", "say:", "p2p", "group", "single", "post", "richText", "picture", "audio",
        "actionCallback", "url_verification", "card.action.trigger", "im.message.receive_v1", "@_user_1",
        "@", "🚗", "e\u{301}\u{301}", "\u{0}", "杭州", "https://x/", "{}", String(repeating: "长", count: 700),
    ].map { Array($0.utf8) }
}
