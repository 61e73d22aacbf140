public import Crypto
import Earshot
public import HTTP
import JSON

/// The way to a language model behind an OpenAI-compatible HTTP interface.
///
/// Source: platform.openai.com, API reference, "Create chat completion"; what compatible servers share of it.
public struct LanguageModelServer: Sendable {
    let model: String
    private let address: String
    private let key: Secret?
    private let client: Client
    private let timeLimit: Duration

    /// The largest answer that is read, in bytes: models that think aloud send that, too.
    static let mostBytes = 256 << 10

    /// - Parameters:
    ///   - address: What stands before `/chat/completions`; the client must allow its host.
    ///   - key: Sent as a bearer token; nothing where the server wants none.
    ///   - timeLimit: For one request with its answer.
    public init(address: String, model: String, key: Secret?, client: Client, timeLimit: Duration) {
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.model = model
        self.key = key
        self.client = client
        self.timeLimit = timeLimit
    }

    /// Has the model write the next message.
    ///
    /// - Parameter tokens: It is cut off after so many.
    func complete(_ messages: [ChatMessage], most tokens: Int) async -> Completion {
        var headers: Headers = ["Content-Type": "application/json", "Accept": "application/json"]
        if let key { headers["Authorization"] = "Bearer \(key.revealText())" }
        let body = ChatMessage.request(messages, to: model, most: tokens)
        do throws(ClientError) {
            let response = try await client.send(
                ClientRequest(
                    .post, "\(address)/chat/completions", headers: headers, body: body.bytes,
                    timeLimit: timeLimit, responseLimit: LanguageModelServer.mostBytes))
            return Completion(response)
        } catch {
            // A text can make a model write without end; that is no reason to ask about no other.
            return error.code == .responseTooLarge
                ? .declined(error.code.rawValue)
                : .unavailable(SecondReaderTrouble(code: error.code.rawValue))
        }
    }
}

/// One message of a conversation with a language model.
struct ChatMessage {
    enum Role: String {
        /// What it is to do.
        case system
        /// What it is to do it with.
        case user
    }

    var role: Role
    var content: String

    static func request(_ messages: [ChatMessage], to model: String, most tokens: Int) -> JSON {
        [
            "model": .string(model),
            "messages": .array(
                messages.map { ["role": .string($0.role.rawValue), "content": .string($0.content)] }),
            "temperature": 0,
            "max_tokens": .integer(Int64(tokens)),
            "stream": false,
            "response_format": ["type": "json_object"],
        ]
    }
}
