public import Earshot
import JSON

/// A reply as the console's page takes it: `{"blocks":[{"type":"title","text":"…"},…]}`.
///
/// The page writes every text as text, never as markup, so nothing is disarmed here.
public enum ConsoleReply {
    /// The JSON of a reply.
    public static func encode(_ reply: Reply) -> [UInt8] {
        (["blocks": .array(reply.blocks.map(json))] as JSON).bytes
    }

    private static func json(_ block: Reply.Block) -> JSON {
        switch block {
        case .title(let text): ["text": .string(text), "type": "title"]
        case .text(let text): ["text": .string(text), "type": "text"]
        case .figure(let label, let value):
            ["label": .string(label), "type": "figure", "value": .string(value)]
        case .quote(let text, let source):
            ["source": .string(source), "text": .string(text), "type": "quote"]
        case .item(let text): ["text": .string(text), "type": "item"]
        case .link(let label, let address): ["text": .string("\(label) \(address)"), "type": "text"]
        case .choices(let prompt, let choices):
            ["choices": .array(choices.plain.map(json)), "prompt": .string(prompt), "type": "choices"]
        }
    }

    private static func json(_ choice: Reply.Choice) -> JSON {
        .object([
            "label": .string(choice.label),
            "number": choice.isNumbered ? .integer(Int64(choice.number)) : nil,
            "text": .string(choice.text),
        ])
    }
}
