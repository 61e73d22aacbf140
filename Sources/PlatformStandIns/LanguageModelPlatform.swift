public import Earshot
public import HTTP
public import JSON

/// A server with an OpenAI-compatible interface and one model, which writes what it is told to.
///
/// Source: platform.openai.com, API reference, "Create chat completion" and "Error codes".
public struct LanguageModelPlatform: StandInPlatform {
    public var key: String
    public var model: String
    /// What the model writes.
    public var write: @Sendable (LanguageModelConversation) -> String
    /// Why it ended; `length` where it was cut off.
    public var finishReason = "stop"
    /// A call of a tool, beside or in the place of words.
    public var toolCall: String?
    /// How many completions it has made.
    public private(set) var completions = 0

    public init(
        key: String = "sk-stand-in", model: String = "stand-in",
        write: @escaping @Sendable (LanguageModelConversation) -> String
    ) {
        self.key = key
        self.model = model
        self.write = write
    }

    public static let places: [(method: HTTP.Method, pattern: String)] = [(.post, "/v1/chat/completions")]

    public mutating func answer(_ request: StandInRequest, now: Timestamp) -> StandInAnswer {
        guard request.headers["Authorization"] == "Bearer \(key)" else {
            return error("invalid_api_key", "Incorrect API key provided", status: 401)
        }
        guard request.headers["Content-Type"] == "application/json",
            let conversation = LanguageModelConversation(request.json)
        else { return error("invalid_request_error", "We could not parse the request", status: 400) }
        guard request.json["model"].text == model else {
            return error("model_not_found", "The model does not exist", status: 404)
        }
        completions += 1
        var message: [JSON.Member] = [
            JSON.Member("role", "assistant"), JSON.Member("content", .string(write(conversation))),
        ]
        if let toolCall {
            message.append(
                JSON.Member(
                    "tool_calls",
                    [
                        [
                            "id": "call_1", "type": "function",
                            "function": ["name": .string(toolCall), "arguments": "{}"],
                        ]
                    ]))
        }
        return StandInAnswer([
            "id": .string("chatcmpl-\(completions)"), "object": "chat.completion",
            "created": .integer(now.milliseconds / 1000), "model": .string(model),
            "choices": [
                ["index": 0, "message": .object(message), "finish_reason": .string(finishReason)]
            ],
            "usage": ["prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2],
        ])
    }

    public static func message(in request: StandInRequest) -> StandInMessage? {
        guard let conversation = LanguageModelConversation(request.json) else { return nil }
        return StandInMessage(
            to: [request.json["model"].text], kind: "chat.completion", words: [conversation.user])
    }

    /// What a request gives the model to go on with; nothing for one of another form.
    public static func conversation(in request: StandInRequest) -> LanguageModelConversation? {
        LanguageModelConversation(request.json)
    }

    public func refusal(_ code: String, at path: String) -> StandInAnswer {
        error(code, "refused", status: 400)
    }

    private func error(_ code: String, _ message: String, status: Int) -> StandInAnswer {
        StandInAnswer(
            ["error": ["message": .string(message), "type": "invalid_request_error", "code": .string(code)]],
            status: status)
    }
}

/// What a model is given to go on with.
public struct LanguageModelConversation: Sendable {
    public let system: String
    /// The first message of the user, with the data.
    public let user: String
    /// How many messages there are.
    public let count: Int
    /// The data between the user's marks; null where there is none.
    public let data: JSONValue

    init?(_ request: JSONValue) {
        let messages = request["messages"].elements
        guard messages.count >= 2, messages[0]["role"].text == "system", messages[1]["role"].text == "user"
        else { return nil }
        system = messages[0]["content"].text
        user = messages[1]["content"].text
        count = messages.count
        let lines = user.split(separator: "\n", omittingEmptySubsequences: false)
        let isMarked = lines.count == 3 && lines[0].hasPrefix("<<<") && lines[2].hasSuffix(">>>")
        data = isMarked ? (try? JSONValue(text: String(lines[1]))) ?? .null : .null
    }

    /// The text that is asked about.
    public var text: String { data["text"].text }

    /// The keys of the aspects that are asked about, sorted.
    public var aspects: [String] {
        if case .object(let members) = data["aspects"] { members.keys.sorted() } else { [] }
    }

    /// An answer of the form that is asked for.
    public static func verdicts(
        _ verdicts: [(aspect: String, polarity: String, evidence: String)]
    ) -> String {
        let entries = verdicts.map { verdict -> JSON in
            [
                "aspect": .string(verdict.aspect), "polarity": .string(verdict.polarity),
                "evidence": .string(verdict.evidence),
            ]
        }
        return String(decoding: JSON.object(["verdicts": .array(entries)]).bytes, as: UTF8.self)
    }
}
