import Crypto

/// The hash chain of the audit trail: each entry's hash is also one of all entries before it.
///
/// Whoever wrote down the hash of one entry can tell later whether anything up to it was changed, left out or put in
/// (Schneier, Kelsey: Secure Audit Logs to Support Computer Forensics, ACM TISSEC 2, 1999). Who acted and on what goes into
/// it by a salted commitment only: a name can be taken out of an entry together with its salt, and the chain still holds.
enum AuditChain {
    /// What stands before the first entry.
    static let beginning = [UInt8](repeating: 0, count: 32)
    static let saltLength = 16

    /// What stands for a field in the hash. Without the salt nobody can try names on it.
    static func commitment(to text: String, salt: [UInt8]) -> [UInt8] {
        Digest.sha256(of: salt + text.utf8)
    }

    /// The hash of an entry. Everything in it is of a fixed length but the action, whose length stands before it.
    static func hash(
        after previous: [UInt8], number: Int64, at: Int64, actor: [UInt8], action: String, object: [UInt8]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(128 + action.utf8.count)
        bytes += previous
        append(number, to: &bytes)
        append(at, to: &bytes)
        bytes += actor
        append(Int64(action.utf8.count), to: &bytes)
        bytes += action.utf8
        bytes += object
        return Digest.sha256(of: bytes)
    }

    private static func append(_ number: Int64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
    }
}

/// A field that names somebody or something, as it is kept: with its salt, or once it was forgotten without it.
enum SealedField {
    case open(String, salt: [UInt8])
    case forgotten(commitment: [UInt8])

    /// A field with a salt of its own.
    init(_ text: String) throws(CryptoError) {
        self = .open(text, salt: try randomBytes(AuditChain.saltLength))
    }

    init(text: String?, seal: [UInt8]) {
        self = text.map { .open($0, salt: seal) } ?? .forgotten(commitment: seal)
    }

    var text: String? { if case .open(let text, _) = self { text } else { nil } }

    var seal: [UInt8] {
        switch self {
        case .open(_, let salt): salt
        case .forgotten(let commitment): commitment
        }
    }

    var commitment: [UInt8] {
        switch self {
        case .open(let text, let salt): AuditChain.commitment(to: text, salt: salt)
        case .forgotten(let commitment): commitment
        }
    }
}
