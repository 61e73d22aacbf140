/// The row that a splitter is in the middle of, kept from one chunk of the stream to the next.
struct RowBuffer: Sendable {
    private var bytes: [UInt8] = []
    private var line = 1
    private var element: Int?
    private var problem: String?

    /// A row begins on this line, of an array as this element.
    mutating func begin(line: Int, element: Int? = nil) {
        self.line = line
        self.element = element
    }

    /// Takes in a piece of the row. Of a row that is too long or has a problem nothing is kept.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>.SubSequence) {
        guard problem == nil else { return }
        guard bytes.count + piece.count <= IntakeRow.byteLimit else {
            return reject("is longer than 1 MiB")
        }
        bytes.append(contentsOf: piece)
    }

    /// Marks the row as one that cannot be read; the first reason stays.
    mutating func reject(_ reason: String) {
        guard problem == nil else { return }
        problem = reason
        bytes = []
    }

    /// The row, which is complete; nothing for one of blanks.
    mutating func take() -> IntakeRow? {
        defer {
            bytes = []
            problem = nil
        }
        if let problem { return IntakeRow(line: line, element: element, content: .problem(problem)) }
        guard !bytes.allSatisfy(\.isJSONBlank) else { return nil }
        return IntakeRow(line: line, element: element, content: .bytes(bytes))
    }
}

extension UInt8 {
    /// Space, tab, line feed or carriage return.
    var isJSONBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
