/// What the bot says, as blocks in reading order. Each platform renders the blocks in its own best form.
///
/// Text in a block is plain: a platform that understands markup escapes it, because customers' words stand
/// in it.
public struct Reply: Sendable, Hashable, Codable {
    public var blocks: [Block]
    /// There where the choices do something about a matter, and not only ask on: they are worth buttons even where those
    /// need a message of their own.
    public var actions: Actions?

    public init(_ blocks: [Block] = []) {
        self.blocks = blocks
    }

    /// What is to be said on cards beside the blocks.
    public struct Actions: Sendable, Hashable, Codable {
        /// How the matter stands after what was done, a few words for the card whose button was pressed: 已由王磊认领.
        /// Nothing where nothing was to be done.
        public var standing: String?

        public init(standing: String? = nil) {
            self.standing = standing
        }
    }

    public enum Block: Sendable, Hashable, Codable {
        /// The heading of the answer, one line.
        case title(String)
        /// One line of text.
        case text(String)
        /// A named figure line: 抱怨最多 | 油耗 76(▲120%) · 售后等待 41.
        case figure(label: String, value: String)
        /// A customer's words, masked, and where they are from (11/18 论坛).
        case quote(text: String, source: String)
        /// One entry of a list.
        case item(String)
        /// A page of this service to be opened, with a label of its own words. It is put in as a message leaves and never kept: the
        /// address has a secret in it.
        case link(label: String, address: String)
        /// What may be asked next; answered by its number, or pressed where the platform has buttons.
        case choices(prompt: String, [Choice])
    }

    /// One numbered possibility. Sending the number or `text` means the same.
    public struct Choice: Sendable, Hashable, Codable {
        public var number: Int
        public var label: String
        /// The message it stands for.
        public var text: String

        /// The number of what is not answered by one: it stands in a message that nobody asked for, and the numbers are
        /// those of the last answer.
        public static let unnumbered = 0

        /// The number of what leads to those that a card has no button for. It stands on the last button of such a card, and
        /// nowhere else: where all are shown there is nothing to lead to.
        public static let further = -1

        /// Whether its number answers it.
        public var isNumbered: Bool { number > Choice.unnumbered }

        /// Whether it leads to those that a card has no button for.
        public var isFurther: Bool { number == Choice.further }

        public init(number: Int, label: String, text: String) {
            self.number = number
            self.label = label
            self.text = text
        }
    }
}
