public import Crypto

/// Keeps secrets out of texts that somebody else wrote and that are going to be shown.
///
/// A server that is not the platform's may send back what it was asked with.
public struct Redaction: Sendable {
    private var forms: Set<String> = []

    public init(_ secrets: [Secret]) {
        for secret in secrets { add(secret) }
    }

    mutating func add(_ secret: Secret) {
        let text = secret.revealText()
        // Shorter ones would be found in any text, and protect nothing.
        guard text.utf8.count >= 4 else { return }
        forms.insert(text)
        forms.insert(Redaction.percentEncoded(text))
    }

    /// The finding without them.
    public func applied(to finding: Finding) -> Finding {
        Finding(
            finding.weight, finding.channel,
            Advice(
                applied(to: finding.explanation.english), applied(to: finding.explanation.chinese)))
    }

    private func applied(to text: String) -> String {
        // The longest first: one may contain another.
        forms.sorted { $0.utf8.count > $1.utf8.count }.reduce(text) { text, form in
            text.split(separator: form, omittingEmptySubsequences: false).joined(separator: "<secret>")
        }
    }

    private static func percentEncoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                String(Unicode.Scalar(byte))
            default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }.joined()
    }
}
