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

    /// The text without them, and without what is left of one that was cut.
    public func applied(to text: String) -> String {
        let bytes = Array(text.utf8)
        let forms = forms.map { Array($0.utf8) }
        var shown: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let hidden = forms.map { Redaction.length(of: $0, in: bytes, at: index) }.max() ?? 0
            if hidden > 0 {
                shown += "<secret>".utf8
                index += hidden
            } else {
                shown.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: shown, as: UTF8.self)
    }

    /// A beginning of a secret that is as long as this is one that was cut.
    private static let tellingBeginning = 8

    /// How much of a secret stands at a place: all of it or a telling beginning, of addresses only the whole, as their
    /// beginning is the platform's; nothing where there is less.
    private static func length(of form: [UInt8], in bytes: [UInt8], at start: Int) -> Int {
        var length = 0
        while length < form.count, start + length < bytes.count, bytes[start + length] == form[length] {
            length += 1
        }
        let isAddress = form.starts(with: "http".utf8)
        let least = isAddress ? form.count : min(tellingBeginning, form.count)
        return length >= least ? length : 0
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
