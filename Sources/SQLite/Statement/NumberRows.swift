/// Writes many short rows of numbers, several by one run of a statement, which costs a fifth less than a run for each.
public struct NumberRows {
    /// A value of such a row.
    public enum Number: Sendable, Hashable {
        case integer(Int64)
        case real(Double)
        case null
    }

    private let connection: Connection
    private let head: String
    private let tail: String
    private let columns: Int
    private let full: Statement
    /// The rows that wait for enough others.
    private var waiting: [Number] = []

    /// Rows of one statement; more of them gain nothing.
    private static let rowsAtOnce = 16

    /// - Parameters:
    ///   - head: the statement before its rows, `INSERT INTO t (a, b) VALUES`.
    ///   - columns: how many values a row has.
    ///   - tail: the statement after its rows, `ON CONFLICT DO NOTHING`.
    /// - Throws: `SQLiteError`, when the statement cannot be compiled.
    public init(_ connection: Connection, _ head: String, columns: Int, _ tail: String) throws(SQLiteError) {
        self.connection = connection
        self.head = head
        self.tail = tail
        self.columns = columns
        full = try connection.prepare(
            NumberRows.sql(head, rows: NumberRows.rowsAtOnce, columns: columns, tail))
        waiting.reserveCapacity(NumberRows.rowsAtOnce * columns)
    }

    /// Adds a row, whose numbers are as many as the columns. It may be written later, with others; `finish` writes all.
    public mutating func add(_ row: Number...) throws(SQLiteError) {
        guard row.count == columns else {
            throw SQLiteError(.misuse, "\(row.count) numbers for \(columns) columns", sql: head)
        }
        waiting += row
        guard waiting.count == NumberRows.rowsAtOnce * columns else { return }
        try full.execute(numbers: waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    /// Writes the rows that still wait.
    public mutating func finish() throws(SQLiteError) {
        guard !waiting.isEmpty else { return }
        let rows = waiting.count / columns
        let rest = try connection.prepare(NumberRows.sql(head, rows: rows, columns: columns, tail))
        try rest.execute(numbers: waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    private static func sql(_ head: String, rows: Int, columns: Int, _ tail: String) -> String {
        let row = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
        return "\(head) \(Array(repeating: row, count: rows).joined(separator: ", ")) \(tail)"
    }
}

extension NumberRows.Number: ExpressibleByIntegerLiteral {
    public init(_ value: Int) { self = .integer(Int64(value)) }

    public init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }

    public init(integerLiteral value: Int64) { self = .integer(value) }
}

extension Statement {
    func execute(numbers: [NumberRows.Number]) throws(SQLiteError) {
        try begin()
        defer { end() }
        try expect(arguments: Int32(numbers.count))
        var index: Int32 = 0
        for number in numbers {
            index += 1
            let parameter = Parameter(of: self, at: index)
            switch number {
            case .integer(let value): try parameter.bind(value)
            case .real(let value): try parameter.bind(value)
            case .null: try parameter.bindNull()
            }
        }
        while try step() {}
    }
}
