import Earshot
public import HTTP

/// Fetches what lies behind an address that a platform gave: only from the hosts of the client, and without following
/// where their answers point.
public struct MediaAddress: Sendable {
    private let client: Client
    private let timeLimit: Duration

    /// - Parameter client: Allows the hosts that attachments come from, and no other.
    public init(_ client: Client, timeLimit: Duration = .seconds(10)) {
        self.client = client
        self.timeLimit = timeLimit
    }

    /// What the address gives, at most so many bytes: a larger file is broken off.
    func fetch(_ address: String, limit: Int) async throws(AttachmentFault) -> [UInt8] {
        let response: ClientResponse
        do throws(ClientError) {
            response = try await get(address, limit)
        } catch {
            // What the platform gave for http is to be had with encryption, too.
            guard error.code == .hostNotAllowed, address.hasPrefix("http://") else {
                throw AttachmentFault(error)
            }
            do throws(ClientError) {
                response = try await get("https://" + address.dropFirst("http://".count), limit)
            } catch {
                throw AttachmentFault(error)
            }
        }
        guard response.status == 200 else {
            throw AttachmentFault(
                response.status >= 500 ? .unreached : .refused, words: "answered with \(response.status)")
        }
        return response.body
    }

    private func get(_ address: String, _ limit: Int) async throws(ClientError) -> ClientResponse {
        try await client.send(
            ClientRequest(.get, address, timeLimit: timeLimit, responseLimit: limit))
    }
}

extension AttachmentFault {
    init(_ error: ClientError) {
        let code: Code =
            switch error.code {
            case .responseTooLarge: .tooLarge
            case .hostNotAllowed, .addressRefused: .hostNotAllowed
            case .invalidURL, .invalidRequest: .refused
            default: .unreached
            }
        self.init(code, words: error.message)
    }

    /// What a platform's own interface answered instead of a file.
    init(_ outcome: SendOutcome) {
        let remark = outcome.remark
        let words = remark.code
        switch outcome {
        case .retry, .tooFast, .unclear:
            let isLarge = remark.code == ClientError.Code.responseTooLarge.rawValue
            self.init(isLarge ? .tooLarge : .unreached, words: words)
        default: self.init(.refused, words: words)
        }
    }
}
