/// Walks a template's nodes and writes bytes.
struct Renderer {
    private(set) var output: [UInt8] = []
    private var contexts: [Value]
    private let escape: Escape
    private let partials: Templates
    private var depth = 0

    init(root: Value, escape: Escape, partials: Templates, capacity: Int) {
        contexts = [root]
        self.escape = escape
        self.partials = partials
        output.reserveCapacity(capacity)
    }

    /// - Parameter indentation: goes before each line of the template's own text, never of a value's.
    mutating func render(
        _ nodes: [Node], of template: Template, indentation: [UInt8]
    ) throws(TemplateError) {
        for node in nodes {
            switch node {
            case .text(let range, let startsLine):
                write(template.source[range], startsLine: startsLine, indentation: indentation)
            case .lineStart:
                output.append(contentsOf: indentation)
            case .variable(let name, let escaped):
                if let value = value(of: name) { write(value, escaped: escaped) }
            case .section(let name, let inner):
                guard let value = value(of: name), value.isTruthy else { continue }
                let elements = if case .list(let list) = value { list } else { [value] }
                for element in elements {
                    contexts.append(element)
                    try render(inner, of: template, indentation: indentation)
                    contexts.removeLast()
                }
            case .inverted(let name, let inner):
                if value(of: name)?.isTruthy != true {
                    try render(inner, of: template, indentation: indentation)
                }
            case .partial(let name, let added, let position):
                guard let partial = partials[name] else { continue }
                guard depth < Template.deepestNesting else {
                    throw TemplateError(
                        .tooDeep, "partial \"\(name)\" includes itself without end", file: template.file,
                        at: position)
                }
                depth += 1
                // A partial within a line continues that line; one on its own line is part of the block.
                try render(partial.nodes, of: partial, indentation: added.map { indentation + $0 } ?? [])
                depth -= 1
            }
        }
    }

    /// The first part is sought from the innermost context outwards, the others only inside what was found.
    private func value(of name: Name) -> Value? {
        guard let first = name.parts.first else { return contexts.last }
        for context in contexts.reversed() {
            guard case .object(let members) = context, var found = members[first] else { continue }
            for part in name.parts.dropFirst() {
                guard case .object(let members) = found, let member = members[part] else { return nil }
                found = member
            }
            return found
        }
        return nil
    }

    private mutating func write(_ text: ArraySlice<UInt8>, startsLine: Bool, indentation: [UInt8]) {
        guard !indentation.isEmpty else {
            output.append(contentsOf: text)
            return
        }
        var atLineStart = startsLine
        for byte in text {
            if atLineStart { output.append(contentsOf: indentation) }
            output.append(byte)
            atLineStart = byte == UInt8(ascii: "\n")
        }
    }

    private mutating func write(_ value: Value, escaped: Bool) {
        switch value {
        case .string(let text):
            if escaped { escape.append(text, to: &output) } else { output.append(contentsOf: text.utf8) }
        case .number(let number):
            if let whole = Int(exactly: number) {
                output.append(contentsOf: whole.description.utf8)
            } else {
                output.append(contentsOf: number.description.utf8)
            }
        case .bool(let flag):
            output.append(contentsOf: flag.description.utf8)
        case .null, .list, .object:
            break
        }
    }
}
