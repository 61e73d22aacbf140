/// Why a platform did not take a late answer.
public struct LateReplyError: Error, Hashable, Sendable, CustomStringConvertible {
    public let code: Code
    public let message: String

    public init(code: Code, message: String) {
        self.code = code
        self.message = message
    }

    public struct Code: Hashable, Sendable, RawRepresentable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The platform says no.
        public static let refused = Code(rawValue: "refused")
        /// The platform was not reached, or the answer may not go there.
        public static let unreached = Code(rawValue: "unreached")
        /// The connection broke or the time was over before anything was answered.
        public static let unanswered = Code(rawValue: "unanswered")
        /// A proxy or a block page answered.
        public static let notThePlatform = Code(rawValue: "not_the_platform")
    }

    /// Whether the platform may have taken the answer all the same.
    public var mayHaveArrived: Bool { code != .refused && code != .unreached }

    public var description: String { message }
}
