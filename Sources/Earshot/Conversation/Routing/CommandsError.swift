/// A mistake in `bot-config/commands.json5`, with the command and pattern it stands in.
public struct CommandsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of mistake it is.
    public struct Code: Hashable, Sendable {
        public let rawValue: String

        public static let unknownIntent = Code(rawValue: "unknownIntent")
        public static let unknownSlot = Code(rawValue: "unknownSlot")
        public static let unknownValue = Code(rawValue: "unknownValue")
        public static let unknownWords = Code(rawValue: "unknownWords")
        public static let badPattern = Code(rawValue: "badPattern")
        public static let badWord = Code(rawValue: "badWord")
        public static let tooManyWords = Code(rawValue: "tooManyWords")
    }

    public let code: Code
    /// Where the mistake stands: `insight.quotes, pattern "<qoute>"`.
    public let place: String
    public let message: String
    /// What to do about it.
    public let hint: String

    init(_ code: Code, at place: String, _ message: String, hint: String) {
        self.code = code
        self.place = place
        self.message = message
        self.hint = hint
    }

    public var description: String { "\(place): \(message) (\(hint))" }
}
