/// How the text of an escaped tag (`{{name}}`) is made safe for where it is shown.
public struct Escape: Sendable {
    enum Rule: Sendable {
        case none
        case html
        case custom(@Sendable (String) -> String)
    }

    let rule: Rule

    /// `&`, `"`, `<` and `>` become entities, as the specification says.
    public static let html = Escape(rule: .html)
    /// The text as it is: for plain text, where nothing has a meaning of its own.
    public static let none = Escape(rule: .none)
    /// A rule of the caller's.
    public static func custom(_ escape: @escaping @Sendable (String) -> String) -> Escape {
        Escape(rule: .custom(escape))
    }

    func append(_ text: String, to output: inout [UInt8]) {
        switch rule {
        case .none: output.append(contentsOf: text.utf8)
        case .html: Escape.appendHTML(text, to: &output)
        case .custom(let escape): output.append(contentsOf: escape(text).utf8)
        }
    }

    private static func appendHTML(_ text: String, to output: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
            default: output.append(byte)
            }
        }
    }
}
