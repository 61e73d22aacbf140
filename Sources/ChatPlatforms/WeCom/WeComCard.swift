import Earshot
import JSON

/// A template card with buttons (`button_interaction`), each of which stands for a message.
///
/// The lengths in characters are those the platform advises, because it cuts what is longer.
/// Source: developer.work.weixin.qq.com, document 101032.
struct WeComCard {
    private let title: String
    private let description: String?
    private var subTitle: String?
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

    /// The fewest characters of a quote or text that are worth showing.
    private static let shortestText = 16
    /// More texts than this are not tried to be put on a card.
    private static let mostTexts = 12

    /// The card of a reply, or nothing when something of it would not fit or be cut.
    ///
    /// Only in a message that nobody asked for, and whose choices show all of it, texts are shortened to the room there is,
    /// and quotes that find none are left out: what is to be pressed there matters more. Where there are more choices than
    /// buttons, the last button leads to the rest, or where nothing does, it stands on the card in words.
    init?(_ reply: Reply, task: String, texts: ReplyTexts) {
        guard let content = Content(reply), content.isUnasked || content.isWhole else { return nil }
        let isActedOn = reply.actions != nil || content.isUnasked
        let (pressed, left) = content.choices.buttons(atMost: WeComCard.mostButtons)
        let further = pressed.contains(where: \.isFurther) ? [] : left
        guard isActedOn || further.isEmpty && content.title.count <= WeComCard.longestTitle else {
            return nil
        }
        let ending =
            further.isEmpty ? "" : texts.further + further.map(WeComCard.words).joined(separator: "、")
        let room = WeComCard.longestSubTitle - (ending.isEmpty ? 0 : ending.count + 1)
        var (title, words) = (content.title, content.texts)
        if title.count > WeComCard.longestTitle {
            let (first, rest) = WeComCard.broken(title)
            (title, words) = (first, (rest.isEmpty ? [] : [rest]) + words)
        }
        var description = content.prompt.isEmpty ? nil : content.prompt
        var lines = content.lines
        if content.isUnasked {
            if let prompt = description, prompt.count > WeComCard.longestDescription {
                words.append(prompt)
                description = nil
            }
            words += lines.dropFirst(WeComCard.mostLines).map { "\($0.keyname) \($0.value)" }
            lines = Array(lines.prefix(WeComCard.mostLines))
            words = WeComCard.levelled(words, to: room)
        }
        var subTitle = words.joined(separator: "\n")
        for quote in content.quotes {
            // For the line's end and the quotation marks.
            let left = room - subTitle.count - 3
            guard quote.count <= left || left >= WeComCard.shortestText else { break }
            let shown = quote.count <= left ? quote : quote.prefix(left - 1) + "…"
            subTitle += "\(subTitle.isEmpty ? "" : "\n")「\(shown)」"
        }
        let buttons = pressed.map { Button($0, isShortened: isActedOn) }
        guard (description?.count ?? 0) <= WeComCard.longestDescription, subTitle.count <= room,
            lines.count <= WeComCard.mostLines, buttons.allSatisfy(\.fits)
        else { return nil }
        if !ending.isEmpty { subTitle += (subTitle.isEmpty ? "" : "\n") + ending }
        self.title = title
        self.description = description
        self.subTitle = subTitle.isEmpty ? nil : subTitle
        self.lines = lines
        self.buttons = buttons
        self.task = task
    }

    /// What of a reply a card is made of.
    private struct Content {
        var title = ""
        var texts: [String] = []
        var quotes: [String] = []
        var lines: [Line] = []
        var prompt = ""
        var choices: [Reply.Choice] = []
        private var hasItems = false

        /// Nothing for a reply without a title or anything to press.
        init?(_ reply: Reply) {
            var title: String?
            for block in reply.blocks {
                switch block {
                case .title(let text):
                    guard title == nil else { return nil }
                    title = disarmed(text)
                case .text(let text): texts.append(disarmed(text))
                case .figure(let label, let value):
                    let line = Line(keyname: disarmed(label), value: disarmed(value))
                    if line.fits { lines.append(line) } else { texts.append("\(line.keyname) \(line.value)") }
                case .choices(let prompt, let offered):
                    guard choices.isEmpty else { return nil }
                    self.prompt = disarmed(prompt)
                    choices = offered
                case .quote(let text, _): quotes.append(disarmed(text))
                // A card's words open nothing.
                case .link: return nil
                case .item(let text):
                    hasItems = true
                    texts.append(disarmed(text))
                }
            }
            // The platform takes no card without one.
            guard let title, title.contains(where: { !$0.isWhitespace }), !choices.isEmpty else { return nil }
            self.title = title
        }

        /// Whether nobody asked for it, so that its choices have no numbers.
        var isUnasked: Bool { !choices.contains(where: \.isNumbered) }

        /// Whether nothing of it needs more than a card.
        var isWhole: Bool { quotes.isEmpty && !hasItems }
    }

    /// A title that is too long, as one that fits and what is left of it: at a part's end where one fits.
    private static func broken(_ title: String) -> (first: String, rest: String) {
        let separator = " · "
        let parts = title.split(separator: separator)
        for count in stride(from: parts.count, to: 0, by: -1) {
            let first = parts.prefix(count).joined(separator: separator)
            if first.count <= longestTitle {
                return (first, parts.dropFirst(count).joined(separator: separator))
            }
        }
        return (title.prefix(longestTitle - 1) + "…", title)
    }

    /// As many texts as fit, the longest ones shortened to one length, so that what is said in few words stays whole.
    private static func levelled(_ texts: [String], to room: Int) -> [String] {
        var texts = Array(texts.prefix(mostTexts))
        while !texts.isEmpty {
            let lengths = texts.map(\.count)
            let breaks = texts.count - 1
            func size(_ limit: Int) -> Int { lengths.reduce(breaks) { $0 + min($1, limit) } }
            var limit = max(shortestText, min(room, lengths.max() ?? 0))
            while limit > shortestText, size(limit) > room { limit -= 1 }
            if size(limit) <= room {
                return texts.map { $0.count <= limit ? $0 : $0.prefix(limit - 1) + "…" }
            }
            texts.removeLast()
        }
        return []
    }

    /// What is to be sent instead of pressing a button that is not there.
    private static func words(_ choice: Reply.Choice) -> String {
        disarmed(choice.isNumbered ? "\(choice.number) \(choice.label)" : choice.label)
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

    /// The card after a button of it was pressed that did something: in the place of all buttons one that says how the matter
    /// stands, and where that is too long for a button, all of it in the text.
    func settled(_ standing: String) -> WeComCard {
        let words = WeComCard.disarmed(standing)
        let label = WeComCard.brief(words)
        var card = self
        card.buttons = [Button(pressed: label)]
        let text = [subTitle, words].compactMap { $0 }.joined(separator: "\n")
        if label != words, text.count <= WeComCard.longestSubTitle { card.subTitle = text }
        return card
    }

    /// The card after a button of it was pressed that has changed nothing: without this button, where others are left.
    ///
    /// - Parameter words: Which it was.
    func pressed(_ choice: Reply.Choice, _ words: String) -> WeComCard {
        let key = Button(choice, isShortened: true).key
        let left = buttons.filter { $0.key != key }
        guard !left.isEmpty else { return pressed(words) }
        var card = self
        card.buttons = left
        return card
    }

    /// A label that phones show whole: without its blanks where it is too long with them, and cut where it is still.
    static func label(_ text: String) -> String {
        guard text.count > longestButton else { return text }
        let dense = text.filter { $0 != " " }
        return dense.count > longestButton ? dense.prefix(longestButton - 1) + "…" : dense
    }

    /// How a matter stands, as a label that phones show whole: where it is too long, without what is in brackets at its end, and
    /// of a moment the day alone. The whole is said in the answer, too.
    static func brief(_ standing: String) -> String {
        var text = standing[...]
        if text.count > longestButton, text.last == "）", let bracket = text.lastIndex(of: "（") {
            text = text[..<bracket]
        }
        if text.count > longestButton, let blank = text.lastIndex(of: " "),
            text[text.index(after: blank)...].wholeMatch(of: /\d{1,2}:\d{2}/) != nil
        {
            text = text[..<blank]
        }
        return label(String(text))
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

        /// - Parameter isShortened: Whether a label that is too long is cut; what it stands for is not.
        init(_ choice: Reply.Choice, isShortened: Bool) {
            let label = disarmed(choice.label)
            text = isShortened ? WeComCard.label(label) : label
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
