/// Reads JSON5 (spec.json5.org, version 1.0.0) into nodes.
struct JSON5Parser {
    private let scalars: [Unicode.Scalar]
    private let file: String
    private var index = 0
    private var line = 1
    private var depth = 0
    private(set) var duplicates: [Problem] = []
    private var path: [String] = []

    init(text: String, file: String) {
        scalars = Array(text.unicodeScalars)
        self.file = file
    }

    mutating func parse() throws(Problem) -> Node {
        if scalars.first == "\u{FEFF}" { index = 1 }
        try skipSpace()
        guard next != nil else { throw error("the file is empty") }
        let root = try value()
        try skipSpace()
        guard next == nil else { throw unexpected("the end of the file") }
        return root
    }

    // MARK: Values

    private mutating func value() throws(Problem) -> Node {
        let (line, offset) = (line, index)
        return Node(kind: try kind(), line: line, offset: offset)
    }

    private mutating func kind() throws(Problem) -> Node.Kind {
        guard let first = next else { throw unexpected("a value") }
        switch first {
        case "{": return try nested { parser throws(Problem) in try parser.object() }
        case "[": return try nested { parser throws(Problem) in try parser.array() }
        case "\"", "'": return .string(try string())
        case "+", "-", ".", "0"..."9": return try number()
        default: break
        }
        let start = index
        while let letter = next, letter.isIdentifierPart { index += 1 }
        switch String(String.UnicodeScalarView(scalars[start..<index])) {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        case "Infinity": return .number(.infinity, integer: nil)
        case "NaN": return .number(.nan, integer: nil)
        case "": throw unexpected("a value")
        case let word: throw error("\"\(word)\" is no value; a text needs quotes")
        }
    }

    private mutating func nested(
        _ read: (inout JSON5Parser) throws(Problem) -> Node.Kind
    ) throws(Problem) -> Node.Kind {
        guard depth < Document.deepestNesting else {
            throw Problem(
                .tooLarge, file: file, line: line,
                "more than \(Document.deepestNesting) lists and objects inside each other")
        }
        depth += 1
        index += 1
        let kind = try read(&self)
        depth -= 1
        return kind
    }

    private mutating func array() throws(Problem) -> Node.Kind {
        var elements: [Node] = []
        while true {
            try skipSpace()
            if take("]") { return .array(elements) }
            path.append("[\(elements.count)]")
            elements.append(try value())
            path.removeLast()
            try skipSpace()
            if next != "]", !take(",") { throw unexpected("\",\" or \"]\"") }
        }
    }

    private mutating func object() throws(Problem) -> Node.Kind {
        var members: [Node.Member] = []
        var seen: Set<String> = []
        while true {
            try skipSpace()
            if take("}") { return .object(members) }
            let keyLine = line
            let key = try self.key()
            path.append(path.isEmpty ? key : ".\(key)")
            if !seen.insert(key).inserted {
                duplicates.append(
                    Problem(.duplicateKey, file: file, line: keyLine, field: path.joined(), "is given twice"))
            }
            try skipSpace()
            guard take(":") else { throw unexpected("\":\" after the key \"\(key)\"") }
            try skipSpace()
            members.append(Node.Member(key: key, line: keyLine, value: try value()))
            path.removeLast()
            try skipSpace()
            if next != "}", !take(",") { throw unexpected("\",\" or \"}\"") }
        }
    }

    private mutating func key() throws(Problem) -> String {
        if next == "\"" || next == "'" { return try string() }
        var key = String.UnicodeScalarView()
        while let letter = next {
            if letter == "\\" {
                index += 1
                guard take("u") else { throw unexpected("\"u\" after \"\\\" in a key") }
                let escaped = try hexadecimal(digits: 4)
                guard let letter = Unicode.Scalar(escaped), letter.isIdentifierPart else {
                    throw error("an escape in a key that stands for no letter")
                }
                key.append(letter)
            } else if letter.isIdentifierPart {
                key.append(letter)
                index += 1
            } else {
                break
            }
        }
        guard let first = key.first, !("0"..."9").contains(first) else { throw unexpected("a key") }
        return String(key)
    }

    // MARK: Strings

    private mutating func string() throws(Problem) -> String {
        let opening = line
        let quote = next
        index += 1
        var text = String.UnicodeScalarView()
        while let scalar = next {
            index += 1
            switch scalar {
            case quote: return String(text)
            case "\\": try escape(into: &text)
            case "\n", "\r": throw Problem(.syntax, file: file, line: opening, "a text that is not closed")
            default: text.append(scalar)
            }
        }
        throw Problem(.syntax, file: file, line: opening, "a text that is not closed")
    }

    private mutating func escape(into text: inout String.UnicodeScalarView) throws(Problem) {
        guard let scalar = next else { throw unexpected("the rest of an escape") }
        index += 1
        switch scalar {
        case "b": text.append("\u{8}")
        case "f": text.append("\u{C}")
        case "n": text.append("\n")
        case "r": text.append("\r")
        case "t": text.append("\t")
        case "v": text.append("\u{B}")
        case "0":
            if let digit = next, ("0"..."9").contains(digit) { throw error("an octal escape") }
            text.append("\0")
        case "1"..."9": throw error("\"\\\(scalar)\" is no escape")
        case "x":
            guard let scalar = Unicode.Scalar(try hexadecimal(digits: 2)) else {
                throw error("a broken escape")
            }
            text.append(scalar)
        case "u": text.append(try unicodeEscape())
        case "\r":
            line += 1
            _ = take("\n")
        case "\n": line += 1
        case "\u{2028}", "\u{2029}": break
        default: text.append(scalar)
        }
    }

    /// After `\u`: one code unit of UTF-16, or two as surrogates.
    private mutating func unicodeEscape() throws(Problem) -> Unicode.Scalar {
        let unit = try hexadecimal(digits: 4)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, take("\\"), take("u") else { throw error("half of a surrogate pair") }
        let low = try hexadecimal(digits: 4)
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
        else { throw error("half of a surrogate pair") }
        return scalar
    }

    private mutating func hexadecimal(digits: Int) throws(Problem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = next?.hexadecimalValue else { throw unexpected("a hexadecimal digit") }
            value = value << 4 | digit
            index += 1
        }
        return value
    }

    // MARK: Numbers

    private mutating func number() throws(Problem) -> Node.Kind {
        let isNegative = next == "-"
        if isNegative || next == "+" { index += 1 }
        for (word, value) in [("Infinity", Double.infinity), ("NaN", .nan)] where takeWord(word) {
            return .number(isNegative ? -value : value, integer: nil)
        }
        let start = index
        if next == "0", index + 1 < scalars.count, scalars[index + 1] == "x" || scalars[index + 1] == "X" {
            index += 2
            return try hexadecimalNumber(isNegative: isNegative)
        }
        let whole = digits()
        if whole > 1, scalars[start] == "0" { throw error("a number that begins with 0") }
        var fraction = 0
        let hasPoint = take(".")
        if hasPoint { fraction = digits() }
        guard whole + fraction > 0 else { throw unexpected("a digit") }
        let hasExponent = take("e") || take("E")
        if hasExponent {
            if !take("+") { _ = take("-") }
            guard digits() > 0 else { throw unexpected("a digit of the exponent") }
        }
        if let letter = next, letter.isIdentifierPart { throw unexpected("the end of the number") }
        let text = (isNegative ? "-" : "") + String(String.UnicodeScalarView(scalars[start..<index]))
        if !hasPoint, !hasExponent, let integer = Int(text) {
            return .number(Double(integer), integer: integer)
        }
        // Swift wants digits on both sides of the point.
        var padded = text
        if whole == 0 { padded.replace(".", with: "0.", maxReplacements: 1) }
        if hasPoint, fraction == 0 { padded.replace(".", with: ".0", maxReplacements: 1) }
        guard let value = Double(padded) else { throw error("\"\(text)\" is no number") }
        return .number(value, integer: Int(exactly: value))
    }

    private mutating func hexadecimalNumber(isNegative: Bool) throws(Problem) -> Node.Kind {
        var value = 0
        var count = 0
        while let digit = next?.hexadecimalValue {
            count += 1
            guard count <= 15 else { throw error("too large a hexadecimal number") }
            value = value << 4 | Int(digit)
            index += 1
        }
        guard count > 0 else { throw unexpected("a hexadecimal digit") }
        if let letter = next, letter.isIdentifierPart { throw unexpected("the end of the number") }
        let signed = isNegative ? -value : value
        return .number(Double(signed), integer: signed)
    }

    private mutating func digits() -> Int {
        let start = index
        while let digit = next, ("0"..."9").contains(digit) { index += 1 }
        return index - start
    }

    // MARK: The text

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        index += 1
        return true
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard scalars[index...].starts(with: word.unicodeScalars) else { return false }
        index += word.unicodeScalars.count
        return true
    }

    /// White space and comments.
    private mutating func skipSpace() throws(Problem) {
        while let scalar = next {
            switch scalar {
            case "\n":
                line += 1
                index += 1
            case "\r":
                line += 1
                index += 1
                _ = take("\n")
            case "/":
                try skipComment()
            default:
                guard scalar == "\u{FEFF}" || scalar.properties.isWhitespace else { return }
                index += 1
            }
        }
    }

    private mutating func skipComment() throws(Problem) {
        let opening = line
        index += 1
        if take("/") {
            while let scalar = next, scalar != "\n", scalar != "\r" { index += 1 }
            return
        }
        guard take("*") else { throw unexpected("\"/\" or \"*\"") }
        while let scalar = next {
            index += 1
            if scalar == "\n" || (scalar == "\r" && next != "\n") { line += 1 }
            if scalar == "*", take("/") { return }
        }
        throw Problem(.syntax, file: file, line: opening, "a comment that is not closed")
    }

    private func unexpected(_ wanted: String) -> Problem {
        error("expected \(wanted), found \(next.map { "\"\($0)\"" } ?? "the end of the file")")
    }

    private func error(_ message: String) -> Problem {
        Problem(.syntax, file: file, line: line, field: path.joined(), message)
    }
}

extension Unicode.Scalar {
    /// Whether it may stand in a key without quotes (ECMAScript 5.1, section 7.6).
    fileprivate var isIdentifierPart: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "$", "\u{200C}", "\u{200D}": true
        default:
            value >= 0x80
                && (properties.isIDContinue || properties.generalCategory == .connectorPunctuation)
        }
    }

    fileprivate var hexadecimalValue: UInt32? {
        switch self {
        case "0"..."9": value - 0x30
        case "a"..."f": value - 0x57
        case "A"..."F": value - 0x37
        default: nil
        }
    }
}
