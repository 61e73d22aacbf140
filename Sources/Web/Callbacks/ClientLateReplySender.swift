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
        let response = try await response(
            to: ClientRequest(
                .post, url, headers: ["Content-Type": "application/json; charset=utf-8"], body: json,
                responseLimit: 64 << 10))
        guard response.status == 200 else {
            // Platforms say no with 200 and a number; another status is of whatever stands before them.
            throw LateReplyError(
                code: .notThePlatform, message: "answered with status \(response.status)")
        }
        guard let answer = PlatformAnswer(response.body) else {
            throw LateReplyError(code: .notThePlatform, message: "answered with something else than JSON")
        }
        guard answer.isAccepted else {
            throw LateReplyError(code: .refused, message: "errcode \(answer.code): \(answer.words)")
        }
    }

    private func response(to request: ClientRequest) async throws(LateReplyError) -> ClientResponse {
        do {
            return try await client.send(request)
        } catch {
            let isUnreached = ClientLateReplySender.unreached.contains(error.code)
            throw LateReplyError(code: isUnreached ? .unreached : .unanswered, message: "\(error)")
        }
    }

    /// What goes wrong before anything of a request is sent.
    private static let unreached: Set<ClientError.Code> = [
        .invalidURL, .invalidRequest, .hostNotAllowed, .addressRefused, .cannotResolve, .cannotConnect, .tls,
    ]
}
