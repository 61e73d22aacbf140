/// One step of a schema's history. Steps are only ever appended, never changed once released.
public struct Migration: Sendable {
    /// 1 for the first, then one more each; kept in the file as `PRAGMA user_version`.
    public let number: Int
    /// What it does, for the log and errors.
    public let name: String
    let apply: @Sendable (Connection) throws -> Void

    public init(_ number: Int, _ name: String, apply: @escaping @Sendable (Connection) throws -> Void) {
        self.number = number
        self.name = name
        self.apply = apply
    }

    public init(_ number: Int, _ name: String, sql: String) {
        self.init(number, name) { connection in
            try connection.executeScript(sql)
        }
    }
}
