internal import CSQLite

/// The row a statement stands on; it is lent to a closure and gone with the next step.
///
/// Columns count from 0. The plain readers follow SQLite's conversions, in which NULL is 0 and "" (so that
/// `SUM` over no rows is 0); the `optional` ones tell NULL apart.
public struct Row: ~Copyable {
    private let handle: OpaquePointer

    init(of statement: Statement) {
        handle = statement.handle
    }

    public func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
    }

    public func int(_ column: Int) -> Int {
        Int(sqlite3_column_int64(handle, Int32(column)))
    }

    public func optionalInt(_ column: Int) -> Int? {
        isNull(column) ? nil : int(column)
    }

    public func int64(_ column: Int) -> Int64 {
        sqlite3_column_int64(handle, Int32(column))
    }

    public func optionalInt64(_ column: Int) -> Int64? {
        isNull(column) ? nil : int64(column)
    }

    public func bool(_ column: Int) -> Bool {
        sqlite3_column_int64(handle, Int32(column)) != 0
    }

    public func optionalBool(_ column: Int) -> Bool? {
        isNull(column) ? nil : bool(column)
    }

    public func double(_ column: Int) -> Double {
        sqlite3_column_double(handle, Int32(column))
    }

    public func optionalDouble(_ column: Int) -> Double? {
        isNull(column) ? nil : double(column)
    }

    /// The text; bytes that are not UTF-8 become U+FFFD.
    public func text(_ column: Int) -> String {
        withText(column) { bytes in
            bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        }
    }

    public func optionalText(_ column: Int) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// Lends the UTF-8 bytes of the text without a copy.
    public func withText<Value, Failure>(
        _ column: Int, _ body: (Span<UInt8>) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        // The text comes first: asking for it may convert the value, and only then is the count final
        // (https://www.sqlite.org/c3ref/column_blob.html).
        let start = sqlite3_column_text(handle, Int32(column))
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return try body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count).span)
    }

    public func blob(_ column: Int) -> [UInt8] {
        let start = sqlite3_column_blob(handle, Int32(column))
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    public func optionalBlob(_ column: Int) -> [UInt8]? {
        isNull(column) ? nil : blob(column)
    }
}
