/// A small file read as a whole.
public struct Table: Sendable {
    public var header: Header?
    public var rows: [Row] = []
    /// The rows that could not be read.
    public var errors: [RowError] = []

    /// - Throws: `RowError` when the file as a whole cannot be read.
    public init(_ bytes: [UInt8], options: RowReader.Options = .init()) throws(RowError) {
        var reader = RowReader(options: options)
        var rows: [Row] = []
        var errors: [RowError] = []
        func take(_ row: Result<Row, RowError>) {
            switch row {
            case .success(let row): rows.append(row)
            case .failure(let error): errors.append(error)
            }
        }
        do {
            try reader.read(bytes, each: take)
            try reader.finish(each: take)
        } catch let error as RowError {
            throw error
        } catch {
            preconditionFailure("the reader throws nothing but RowError here: \(error)")
        }
        (header, self.rows, self.errors) = (reader.columns, rows, errors)
    }
}
