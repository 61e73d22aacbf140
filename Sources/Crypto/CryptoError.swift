/// Why a cryptographic operation refused its input or could not be carried out.
///
/// Never carries key material or message bytes. A code tells which check failed and is for logs only: an
/// endpoint that shows it to the caller becomes a padding oracle.
public struct CryptoError: Error, Hashable, Sendable, CustomStringConvertible {
    public let code: Code
    public let message: String
    /// What an operator can do about it; nothing when the input was simply wrong.
    public let hint: String?

    init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    public var description: String {
        hint.map { "\(message) (\($0))" } ?? message
    }

    /// A kind of failure; more may be added.
    public struct Code: Hashable, Sendable, RawRepresentable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public static let badBase64 = Code(rawValue: "bad_base64")
        public static let badHexadecimal = Code(rawValue: "bad_hexadecimal")
        public static let badKey = Code(rawValue: "bad_key")
        public static let badCiphertextLength = Code(rawValue: "bad_ciphertext_length")
        public static let badPadding = Code(rawValue: "bad_padding")
        /// OpenSSL itself failed: out of memory, or no entropy.
        public static let libraryFailure = Code(rawValue: "library_failure")
    }

    static let base64 = CryptoError(.badBase64, "not base64")
    static let hexadecimal = CryptoError(.badHexadecimal, "not hexadecimal")
    static let padding = CryptoError(.badPadding, "padding does not verify")
    static let ciphertextLength = CryptoError(
        .badCiphertextLength, "ciphertext is empty or not a whole number of blocks")

    static func library(_ function: StaticString) -> CryptoError {
        CryptoError(.libraryFailure, "\(function) failed", hint: "is the system's libcrypto intact?")
    }
}
