import Crypto

/// Why a callback was not accepted.
///
/// The reason is for logs and tests. The caller learns only `disposition`: platforms with a fixed
/// initialisation vector and no code over the ciphertext turn every finer answer into a padding oracle.
public struct CallbackFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let reason: Reason
    public let disposition: Disposition

    init(_ reason: Reason, _ disposition: Disposition) {
        self.reason = reason
        self.disposition = disposition
    }

    /// What the caller may know.
    public enum Disposition: Sendable, Hashable {
        /// The request is not one of the platform's: 400.
        case malformed
        /// Everything that needs the shared secrets to get right: 403 with an empty body.
        case forbidden
    }

    /// The check that failed, by its name in logs; more may be added.
    public struct Reason: Hashable, Sendable, RawRepresentable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }
    }

    public var description: String { reason.rawValue }
}

extension CallbackFault {
    static let missingParameter = CallbackFault(Reason(rawValue: "missing_parameter"), .malformed)
    static let emptyBody = CallbackFault(Reason(rawValue: "empty_body"), .malformed)
    static let malformedEnvelope = CallbackFault(Reason(rawValue: "malformed_envelope"), .malformed)
    static let badTimestamp = CallbackFault(Reason(rawValue: "bad_timestamp"), .forbidden)
    static let staleTimestamp = CallbackFault(Reason(rawValue: "stale_timestamp"), .forbidden)
    static let badSignature = CallbackFault(Reason(rawValue: "bad_signature"), .forbidden)
    /// The token inside the message, where a platform proves by it where the message is from.
    static let badToken = CallbackFault(Reason(rawValue: "bad_token"), .forbidden)
    /// Plain text although a key is configured.
    static let notEncrypted = CallbackFault(Reason(rawValue: "not_encrypted"), .forbidden)
    /// Encrypted although no key is configured.
    static let noEncryptKey = CallbackFault(Reason(rawValue: "no_encrypt_key"), .forbidden)
    static let tooShort = CallbackFault(Reason(rawValue: "too_short"), .forbidden)
    static let badLength = CallbackFault(Reason(rawValue: "bad_length"), .forbidden)
    static let receiveIDMismatch = CallbackFault(Reason(rawValue: "receive_id_mismatch"), .forbidden)
    static let badUTF8 = CallbackFault(Reason(rawValue: "bad_utf8"), .forbidden)

    /// A message that is not what the platform sends. `forbidden` where it was encrypted, because the
    /// answer would tell that decryption went well.
    static func malformedMessage(_ disposition: Disposition) -> CallbackFault {
        CallbackFault(Reason(rawValue: "malformed_message"), disposition)
    }

    /// A failed decryption, under the same name.
    init(_ error: CryptoError) {
        self.init(Reason(rawValue: error.code.rawValue), .forbidden)
    }
}
