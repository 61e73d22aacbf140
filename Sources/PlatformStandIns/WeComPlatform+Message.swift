import JSON

extension WeComPlatform {
    public static func message(in request: StandInRequest) -> StandInMessage? {
        let body = request.json
        let kind = body["msgtype"].text
        let content = body[kind]
        let recipients: [String]
        switch request.path {
        case "/cgi-bin/message/send":
            recipients = body["touser"].text.split(separator: "|").map { String($0) }
        case "/cgi-bin/webhook/send": recipients = [request.query("key") ?? ""]
        default: return nil
        }
        let words: [String] =
            switch kind {
            case "text", "markdown", "markdown_v2": [content["content"].text]
            case "textcard": [content["title"].text, content["description"].text]
            case "news": content["articles"].elements.map { $0["title"].text }
            case "template_card":
                [content["main_title"]["title"].text, content["main_title"]["desc"].text]
                    + [content["sub_title_text"].text]
                    + content["horizontal_content_list"].elements.map {
                        "\($0["keyname"].text) \($0["value"].text)"
                    } + content["button_list"].elements.map { "[\($0["text"].text)]" }
            default: []
            }
        return StandInMessage(to: recipients, kind: kind, words: words)
    }
}
