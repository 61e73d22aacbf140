import HTTP
import JSON

extension FeishuPlatform {
    public static func message(in request: StandInRequest) -> StandInMessage? {
        let body = request.json
        let kind = body["msg_type"].text
        if let bot = request.parameters["bot"] {
            let content = body[kind == "interactive" ? "card" : "content"]
            return StandInMessage(to: [bot], kind: kind, words: words(content))
        }
        guard request.method == .post, request.path.contains("/im/v1/messages") else { return nil }
        return StandInMessage(
            to: [request.parameters["message"] ?? body["receive_id"].text], kind: kind,
            words: words((try? JSONValue(text: body["content"].text)) ?? .null))
    }

    /// The words of a text, a post or a card, in their order.
    private static func words(_ content: JSONValue) -> [String] {
        if !content["text"].text.isEmpty { return [content["text"].text] }
        let post = content["zh_cn"]
        let lines = post["content"].elements.map { $0.elements.map { $0["text"].text }.joined() }
        let parts = content["body"]["elements"].elements.map { part in
            part["tag"].text == "button" ? "[\(part["text"]["content"].text)]" : part["content"].text
        }
        return [post["title"].text] + lines + [content["header"]["title"]["content"].text] + parts
    }
}
