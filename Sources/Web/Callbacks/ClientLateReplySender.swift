import ChatPlatforms
public import HTTP

/// Posts late answers with the HTTP client, once each: whether an answer that got no response arrived is not
/// known, and a person would rather ask again than read it twice.
public struct ClientLateReplySender: LateReplySender {
    private let client: Client

    /// - Parameter client: Its allowed hosts are the second check after the callback's own.
    public init(client: Client) {
        self.client = client
    }

    public func post(_ json: [UInt8], to url: String) async throws {
        let response = try await client.send(
            ClientRequest(
                .post, url, headers: ["Content-Type": "application/json; charset=utf-8"], body: json,
                responseLimit: 64 << 10))
        guard response.status == 200 else {
            throw LateReplyError(code: .refused, message: "answered with status \(response.status)")
        }
        guard let answer = PlatformAnswer(response.body) else {
            throw LateReplyError(code: .notThePlatform, message: "answered with something else than JSON")
        }
        guard answer.isAccepted else {
            throw LateReplyError(code: .refused, message: "errcode \(answer.code): \(answer.words)")
        }
    }
}

/// Why a platform did not take a late answer.
public struct LateReplyError: Error, Hashable, Sendable, CustomStringConvertible {
    public let code: Code
    public let message: String

    public struct Code: Hashable, Sendable, RawRepresentable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public static let refused = Code(rawValue: "refused")
        /// A proxy or a block page answered.
        public static let notThePlatform = Code(rawValue: "not_the_platform")
    }

    public var description: String { message }
}
