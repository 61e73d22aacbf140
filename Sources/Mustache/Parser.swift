/// Turns a template's text into nodes in one pass.
struct Parser {
    let source: [UInt8]
    private let file: String
    private var opening: [UInt8] = Array("{{".utf8)
    private var closing: [UInt8] = Array("}}".utf8)
    /// The nodes of the innermost open section, or of the template.
    private var nodes: [Node] = []
    private var open: [OpenSection] = []
    /// Where the text that is not yet a node begins.
    private var textStart = 0
    private var measured = (offset: 0, position: Position.start)

    private struct OpenSection {
        var name: Name
        var isInverted: Bool
        /// What stands before the section, in the section around it.
        var before: [Node]
    }

    init(source: [UInt8], file: String) {
        self.source = source
        self.file = file
    }

    mutating func parse() throws(TemplateError) -> [Node] {
        while let tag = try nextTag() {
            take(textBefore: tag)
            try take(tag)
        }
        flushText(to: source.count)
        if let section = open.last {
            throw error(
                .unclosed, "section \"\(section.name.text)\" is opened here and never closed",
                at: section.name.position)
        }
        return nodes
    }

    // MARK: Tags

    private mutating func nextTag() throws(TemplateError) -> Tag? {
        guard let start = source.firstIndex(of: opening, from: textStart) else { return nil }
        var inner = start + opening.count
        var end = closing
        var kind = Tag.Kind.variable
        if inner < source.count, let marked = Tag.Kind(rawValue: source[inner]) {
            kind = marked
            inner += 1
            if kind == .triple { end = [UInt8(ascii: "}")] + closing }
            if kind == .delimiters { end = [UInt8(ascii: "=")] + closing }
        }
        let position = position(of: start)
        guard let close = source.firstIndex(of: end, from: inner) else {
            throw error(.unclosed, "the tag that begins here has no end", at: position)
        }
        return Tag(
            kind: kind, content: source[inner..<close], range: start..<(close + end.count), position: position
        )
    }

    private mutating func take(_ tag: Tag) throws(TemplateError) {
        switch tag.kind {
        case .comment:
            break
        case .variable:
            nodes.append(.variable(try name(in: tag), escaped: true))
        case .triple, .ampersand:
            nodes.append(.variable(try name(in: tag), escaped: false))
        case .section, .inverted:
            guard open.count < Template.deepestNesting else {
                throw error(
                    .tooDeep, "more than \(Template.deepestNesting) sections inside each other",
                    at: tag.position)
            }
            open.append(
                OpenSection(name: try name(in: tag), isInverted: tag.kind == .inverted, before: nodes))
            nodes = []
        case .end:
            try close(tag)
        case .partial:
            let name = tag.text
            guard tag.isWord else { throw malformed(tag) }
            nodes.append(.partial(name, indentation: standaloneIndentation(of: tag), tag.position))
        case .delimiters:
            let pair = tag.content.split(whereSeparator: \.isWhiteSpace)
            guard pair.count == 2, !pair.joined().contains(UInt8(ascii: "=")) else { throw malformed(tag) }
            opening = Array(pair[0])
            closing = Array(pair[1])
        case .parent, .block:
            throw error(
                .malformedTag, "template inheritance is not supported; use a partial {{>name}}",
                at: tag.position)
        }
    }

    private mutating func close(_ tag: Tag) throws(TemplateError) {
        let name = try name(in: tag)
        guard let section = open.popLast() else {
            throw error(
                .mismatched, "section \"\(name.text)\" is closed here but not open", at: tag.position)
        }
        guard section.name.parts == name.parts else {
            throw error(
                .mismatched,
                "\"\(name.text)\" is closed here, but the open section is \"\(section.name.text)\" "
                    + "of line \(section.name.position.line)", at: tag.position)
        }
        let inner = nodes
        nodes = section.before
        nodes.append(section.isInverted ? .inverted(section.name, inner) : .section(section.name, inner))
    }

    private func name(in tag: Tag) throws(TemplateError) -> Name {
        guard tag.isWord else { throw malformed(tag) }
        let text = tag.text
        if text == "." { return Name(parts: [], position: tag.position) }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.allSatisfy({ !$0.isEmpty }) else { throw malformed(tag) }
        return Name(parts: parts, position: tag.position)
    }

    private func malformed(_ tag: Tag) -> TemplateError {
        let text = String(decoding: source[tag.range], as: UTF8.self)
        return error(.malformedTag, "\"\(text)\" is no tag", at: tag.position)
    }

    private func error(_ code: TemplateError.Code, _ message: String, at position: Position) -> TemplateError
    {
        TemplateError(code, message, file: file, at: position)
    }

    // MARK: Text

    /// Text up to the tag; a tag alone on its line takes the whole line with it.
    private mutating func take(textBefore tag: Tag) {
        if let line = standaloneLine(of: tag) {
            flushText(to: line.lowerBound)
            textStart = line.upperBound
        } else {
            flushText(to: tag.range.lowerBound)
            if isLineStart(tag.range.lowerBound) { nodes.append(.lineStart) }
            textStart = tag.range.upperBound
        }
    }

    private mutating func flushText(to end: Int) {
        guard textStart < end else { return }
        nodes.append(.text(textStart..<end, startsLine: isLineStart(textStart)))
        textStart = end
    }

    private func isLineStart(_ offset: Int) -> Bool {
        offset == 0 || source[offset - 1] == UInt8(ascii: "\n")
    }

    /// The line, with its end, that a tag has to itself; nothing for tags that print and tags within a line.
    private func standaloneLine(of tag: Tag) -> Range<Int>? {
        guard tag.kind.mayStandAlone else { return nil }
        var start = tag.range.lowerBound
        while start > 0, source[start - 1].isBlank { start -= 1 }
        guard isLineStart(start) else { return nil }
        var end = tag.range.upperBound
        while end < source.count, source[end].isBlank { end += 1 }
        if end == source.count { return start..<end }
        if source[end] == UInt8(ascii: "\r") { end += 1 }
        guard end < source.count, source[end] == UInt8(ascii: "\n") else { return nil }
        return start..<(end + 1)
    }

    private func standaloneIndentation(of tag: Tag) -> [UInt8]? {
        standaloneLine(of: tag).map { Array(source[$0.lowerBound..<tag.range.lowerBound]) }
    }

    /// Offsets must not go backwards from one call to the next.
    private mutating func position(of offset: Int) -> Position {
        for byte in source[measured.offset..<offset] {
            if byte == UInt8(ascii: "\n") {
                measured.position.line += 1
                measured.position.column = 1
            } else if byte & 0xC0 != 0x80 {
                measured.position.column += 1
            }
        }
        measured.offset = offset
        return measured.position
    }
}
