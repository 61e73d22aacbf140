public import Earshot

/// A reply as the console's page takes it: `{"blocks":[{"type":"title","text":"…"},…]}`.
///
/// The page writes every text as text, never as markup, so nothing is disarmed here.
public enum ConsoleReply {
    /// The JSON of a reply.
    public static func encode(_ reply: Reply) throws -> [UInt8] {
        try CallbackJSON.encode(Page(blocks: reply.blocks.map(Block.init)))
    }

    private struct Page: Encodable {
        let blocks: [Block]
    }

    private struct Block: Encodable {
        var type: String
        var text: String?
        var label: String?
        var value: String?
        var source: String?
        var prompt: String?
        var choices: [Reply.Choice]?

        init(_ block: Reply.Block) {
            switch block {
            case .title(let text):
                type = "title"
                self.text = text
            case .text(let text):
                type = "text"
                self.text = text
            case .figure(let label, let value):
                type = "figure"
                self.label = label
                self.value = value
            case .quote(let text, let source):
                type = "quote"
                self.text = text
                self.source = source
            case .item(let text):
                type = "item"
                self.text = text
            case .choices(let prompt, let choices):
                type = "choices"
                self.prompt = prompt
                self.choices = choices
            }
        }
    }
}
