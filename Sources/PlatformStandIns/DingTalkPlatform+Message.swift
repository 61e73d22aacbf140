import JSON

extension DingTalkPlatform {
    public static func message(in request: StandInRequest) -> StandInMessage? {
        let body = request.json
        switch request.path {
        case "/robot/send", "/robot/sendBySession":
            let name = request.query("access_token") ?? request.query("session") ?? ""
            let kind = body["msgtype"].text
            return StandInMessage(to: [name], kind: kind, words: words(body[kind]))
        case "/v1.0/robot/oToMessages/batchSend":
            return templated(body, to: body["userIds"].elements.map(\.text))
        case "/v1.0/robot/groupMessages/send":
            return templated(body, to: [body["openConversationId"].text])
        default: return nil
        }
    }

    private static func templated(_ body: JSONValue, to recipients: [String]) -> StandInMessage {
        let parameters = (try? JSONValue(text: body["msgParam"].text)) ?? .null
        let buttons = [parameters["singleTitle"].text] + (1...5).map { parameters["actionTitle\($0)"].text }
        return StandInMessage(
            to: recipients, kind: body["msgKey"].text,
            words: words(parameters) + buttons.filter { !$0.isEmpty }.map { "[\($0)]" })
    }

    /// The text, of which Markdown and cards have the title in the list of chats only.
    private static func words(_ content: JSONValue) -> [String] {
        let text = content["text"].text.isEmpty ? content["content"].text : content["text"].text
        return [text.isEmpty ? content["title"].text : text]
            + content["links"].elements.map { $0["title"].text }
    }
}
