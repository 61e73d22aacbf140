/// A value that can stand for a placeholder of a statement.
public protocol Bindable {
    /// Binds this value; an implementation calls one `bind` of the parameter.
    func bind(to parameter: Parameter) throws(SQLiteError)
}

extension Int: Bindable {
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(Int64(self)) }
}

extension Int64: Bindable {
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(self) }
}

extension Int32: Bindable {
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(Int64(self)) }
}

/// True is 1 and false is 0, as SQLite has no truth values.
extension Bool: Bindable {
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(Int64(self ? 1 : 0)) }
}

extension Double: Bindable {
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(self) }
}

extension String: Bindable {
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(self) }
}

extension Substring: Bindable {
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(String(self)) }
}

extension [UInt8]: Bindable {
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(self) }
}

/// Nothing is NULL.
extension Optional: Bindable where Wrapped: Bindable {
    public func bind(to parameter: Parameter) throws(SQLiteError) {
        switch self {
        case .some(let value): try value.bind(to: parameter)
        case .none: try parameter.bindNull()
        }
    }
}
