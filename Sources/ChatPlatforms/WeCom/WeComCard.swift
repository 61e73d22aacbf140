import Earshot
import JSON

/// A template card with buttons (`button_interaction`), each of which stands for a message.
///
/// The lengths in characters are those the platform advises, because it cuts what is longer.
/// Source: developer.work.weixin.qq.com, document 101032.
struct WeComCard {
    private let title: String
    private let description: String?
    private let subTitle: String?
    private let lines: [Line]
    private var buttons: [Button]
    private let task: String

    private static let longestTitle = 26
    private static let longestDescription = 30
    private static let longestSubTitle = 112
    private static let longestLabel = 5
    private static let longestValue = 26
    private static let longestButton = 10
    private static let longestKeyInBytes = 1024
    private static let mostLines = 6
    private static let mostButtons = 6

    /// Marks the keys of buttons that stand for a message.
    private static let keyPrefix = "say:"

    /// The message a button's key stands for, or nothing when the key is of another card.
    static func choice(ofKey key: String) -> String? {
        guard key.hasPrefix(keyPrefix), key.utf8.count <= longestKeyInBytes else { return nil }
        let text = String(key.dropFirst(keyPrefix.count)).trimmedOfWhitespace
        return text.isEmpty ? nil : text
    }

    /// The fewest characters of a quote that are worth showing.
    private static let shortestQuote = 16

    /// The card of a reply, or nothing when something of it would not fit or be cut.
    ///
    /// Only in a message that nobody asked for quotes are shortened to the room there is, or left out: what is to be pressed
    /// there matters more, and a press shows them whole.
    init?(_ reply: Reply, task: String) {
        var title: String?
        var texts: [String] = []
        var quotes: [String] = []
        var lines: [Line] = []
        var description: String?
        var buttons: [Button] = []
        var isUnasked = false
        for block in reply.blocks {
            switch block {
            case .title(let text):
                guard title == nil else { return nil }
                title = WeComCard.disarmed(text)
            case .text(let text):
                texts.append(WeComCard.disarmed(text))
            case .figure(let label, let value):
                let line = Line(keyname: WeComCard.disarmed(label), value: WeComCard.disarmed(value))
                if line.fits { lines.append(line) } else { texts.append("\(line.keyname) \(line.value)") }
            case .choices(let prompt, let choices):
                guard buttons.isEmpty else { return nil }
                description = prompt.isEmpty ? nil : WeComCard.disarmed(prompt)
                buttons = choices.map(Button.init)
                isUnasked = !choices.contains(where: \.isNumbered)
            case .quote(let text, _):
                quotes.append(WeComCard.disarmed(text))
            case .item:
                return nil
            }
        }
        guard quotes.isEmpty || isUnasked else { return nil }
        var subTitle = texts.joined(separator: "\n")
        for quote in quotes {
            // For the line's end and the quotation marks.
            let room = WeComCard.longestSubTitle - subTitle.count - 3
            guard quote.count <= room || room >= WeComCard.shortestQuote else { break }
            let words = quote.count <= room ? quote : quote.prefix(room - 1) + "…"
            subTitle += "\(subTitle.isEmpty ? "" : "\n")「\(words)」"
        }
        guard let title, title.count <= WeComCard.longestTitle,
            (description?.count ?? 0) <= WeComCard.longestDescription,
            subTitle.count <= WeComCard.longestSubTitle, lines.count <= WeComCard.mostLines,
            (1...WeComCard.mostButtons).contains(buttons.count), buttons.allSatisfy(\.fits)
        else { return nil }
        self.title = title
        self.description = description
        self.subTitle = subTitle.isEmpty ? nil : subTitle
        self.lines = lines
        self.buttons = buttons
        self.task = task
    }

    /// The card after a button of it was pressed: in the place of all buttons one that stands for nothing, and says which.
    ///
    /// The platform names no way to have a button that cannot be pressed on this surface; a press of this one is
    /// acknowledged and does nothing.
    func pressed(_ words: String) -> WeComCard {
        var card = self
        card.buttons = [Button(pressed: WeComCard.disarmed(words))]
        return card
    }

    /// A label that phones show whole.
    static func label(_ text: String) -> String {
        text.count > longestButton ? text.prefix(longestButton - 1) + "…" : text
    }

    var json: JSON {
        .object([
            "button_list": .array(buttons.map(\.json)),
            "card_type": "button_interaction",
            "horizontal_content_list": lines.isEmpty ? nil : .array(lines.map(\.json)),
            "main_title": .object(["desc": description.map { .string($0) }, "title": .string(title)]),
            "sub_title_text": subTitle.map { .string($0) },
            "task_id": .string(task),
        ])
    }

    private static func disarmed(_ text: String) -> String {
        Disarmed.text(text, atStartOfLine: false)
    }

    private struct Line {
        let keyname: String
        let value: String

        var fits: Bool { keyname.count <= longestLabel && value.count <= longestValue }

        var json: JSON { ["keyname": .string(keyname), "value": .string(value)] }
    }

    private struct Button {
        let text: String
        let key: String
        let style: Int64

        init(_ choice: Reply.Choice) {
            text = disarmed(choice.label)
            key = keyPrefix + choice.text
            // Blue.
            style = 1
        }

        init(pressed text: String) {
            self.text = WeComCard.label(text)
            key = "pressed"
            // Grey.
            style = 2
        }

        var fits: Bool { text.count <= longestButton && key.utf8.count <= longestKeyInBytes }

        var json: JSON { ["key": .string(key), "style": .integer(style), "text": .string(text)] }
    }
}
