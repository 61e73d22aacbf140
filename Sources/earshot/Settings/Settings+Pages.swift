import Configuration
import HTTP

extension Settings {
    /// Pages of reports that people open by a link.
    struct Pages: Codable, Sendable {
        /// Where people's browsers reach this service, as `https://voices.example.com`; nothing for no links.
        var address: String?
        /// How long a link leads anywhere.
        var days = 7

        init() {}

        private enum CodingKeys: String, CodingKey {
            case address, days
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            address = try keys.decodeIfPresent(String.self, forKey: .address)
            days = try keys.value(.days, default: days)
        }

        /// Whether a text is the address of a service behind HTTPS, or of this machine, and nothing else: it stands in messages.
        static func isAddress(_ text: String) -> Bool {
            let isPlain = text.utf8.allSatisfy { byte in
                0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
                    || ".-:/".utf8.contains(byte)
            }
            guard isPlain, text.utf8.count <= 200, text.last != "/", AllowedHost(text) != nil else {
                return false
            }
            return text.hasPrefix("https://")
                || ["http://127.0.0.1", "http://localhost"].contains {
                    text == $0 || text.hasPrefix("\($0):")
                }
        }
    }
}
