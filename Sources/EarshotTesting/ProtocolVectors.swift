public import Earshot
import FoundationEssentials

/// Test vectors for callbacks and signatures, kept beside the project where somebody has them.
///
/// Tests that read them run only where they are; the project's own vectors do not need them.
public struct ProtocolVectors: Decodable, Sendable {
    public let cases: [Case]

    static let protocols: String = {
        let here = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return here.dropLast(3).joined(separator: "/") + "/../shared/protocols"
    }()
    private static let folder = protocols + "/vectors"

    /// Whether the vectors are there.
    public static let areHere = FileManager.default.fileExists(atPath: folder + "/README.md")

    /// The vectors of one file, named without `.json`.
    public static func load(_ name: String) throws -> ProtocolVectors {
        let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name).json"))
        return try JSONDecoder().decode(ProtocolVectors.self, from: data)
    }

    /// One input and what has to become of it. Which fields are there depends on the file.
    public struct Case: Decodable, Sendable {
        public let id: String
        public let title: String
        public let expect: Expectation
        public let kind: String?
        public let token: String?
        public let aesKey: String?
        public let corpId: String?
        public let appSecret: String?
        public let encryptKey: String?
        public let verificationToken: String?
        public let secret: String?
        public let nowMillis: Int64?
        public let timestamp: String?
        public let nonce: String?
        public let signature: String?
        public let sign: String?
        public let webhook: String?
        public let signedUrl: String?
        public let random16: String?
        public let plaintext: String?
        public let ciphertext: String?
        public let plaintextBase64: String?
        public let envelope: Envelope?
        public let http: HTTP?

        /// When it was signed, in the vectors whose times are seconds: the clock by which it is fresh.
        public var sent: Timestamp {
            let sent = timestamp.flatMap { Int64($0) } ?? 0
            // DingTalk's are milliseconds.
            return sent < 100_000_000_000 ? Timestamp(seconds: sent) : Timestamp(milliseconds: sent)
        }
    }

    public struct Expectation: Decodable, Sendable {
        /// `accept`, `reject` or `either`.
        public let outcome: String
        public let reason: String?
        public let alsoAcceptable: [String]?
        public let plaintext: String?
        public let responseBody: String?
        /// What the answer has to say before encryption.
        public let replyPlaintext: String?
        public let dispatch: Bool?
        public let duplicateOf: String?
        public let cryptoOnly: Bool?
        public let responseJson: Challenge?

        public struct Challenge: Decodable, Sendable, Equatable {
            public let challenge: String
        }

        /// Every reason that is right.
        public var reasons: Set<String> { Set([reason].compactMap(\.self) + (alsoAcceptable ?? [])) }
    }

    public struct Envelope: Decodable, Sendable {
        public let format: String
        public let object: Object?
        public let elements: [String]?

        public struct Object: Decodable, Sendable {
            public let encrypt: String
            public let msgsignature: String
            public let timestamp: Int64
            public let nonce: String

            private enum Key: String, CodingKey {
                case encrypt, msgsignature, timestamp, nonce
                case dingTalkSignature = "msg_signature"
                case dingTalkTimestamp = "timeStamp"
            }

            /// Reads either spelling: WeCom's, or DingTalk's with the time as text.
            public init(from decoder: any Decoder) throws {
                let fields = try decoder.container(keyedBy: Key.self)
                encrypt = try fields.decode(String.self, forKey: .encrypt)
                nonce = try fields.decode(String.self, forKey: .nonce)
                guard let text = try fields.decodeIfPresent(String.self, forKey: .dingTalkTimestamp) else {
                    msgsignature = try fields.decode(String.self, forKey: .msgsignature)
                    timestamp = try fields.decode(Int64.self, forKey: .timestamp)
                    return
                }
                msgsignature = try fields.decode(String.self, forKey: .dingTalkSignature)
                timestamp = Int64(text) ?? 0
            }
        }
    }

    /// The request as it reaches the server.
    public struct HTTP: Decodable, Sendable {
        public let method: String
        public let rawQuery: String
        public let headers: [String: String]?
        private let body: String?
        private let bodyRecipe: Recipe?

        private struct Recipe: Decodable {
            let prefix: String
            let `repeat`: String
            let count: Int
            let suffix: String
        }

        /// The body's bytes, made from a recipe where it is large.
        public var bytes: [UInt8] {
            guard let recipe = bodyRecipe else { return Array((body ?? "").utf8) }
            let part = Array(recipe.repeat.utf8)
            var bytes = Array(recipe.prefix.utf8)
            for _ in 0..<recipe.count { bytes += part }
            return bytes + Array(recipe.suffix.utf8)
        }

        /// The first value of a query field, decoded as forms are: `+` is a space.
        public func queryField(_ name: String) -> String? {
            for pair in rawQuery.split(separator: "&") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.first == name[...] else { continue }
                let text = (parts.dropFirst().first ?? "").replacing("+", with: " ")
                return decoded(text)
            }
            return nil
        }

        private func decoded(_ text: String.SubSequence) -> String {
            var bytes: [UInt8] = []
            var rest = text.utf8[...]
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "%"),
                    let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                {
                    bytes.append(value)
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }

        public func header(_ name: String) -> String? {
            headers?.first { $0.key.lowercased() == name.lowercased() }?.value
        }
    }
}
