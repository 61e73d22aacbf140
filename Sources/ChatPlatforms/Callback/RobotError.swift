/// A robot that cannot be set up as configured.
public struct RobotError: Error, Hashable, Sendable, CustomStringConvertible {
    public let code: Code
    public let message: String
    /// Where the operator finds the right value.
    public let hint: String

    public struct Code: Hashable, Sendable, RawRepresentable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A secret is missing: with an empty one everybody could sign.
        public static let emptySecret = Code(rawValue: "empty_secret")
        /// It is not said whose it is.
        public static let missingOwner = Code(rawValue: "missing_owner")
        public static let badKey = Code(rawValue: "bad_key")
    }

    public var description: String { "\(message) (\(hint))" }
}
