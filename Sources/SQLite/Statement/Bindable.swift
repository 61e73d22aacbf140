/// A value that can stand for a placeholder of a statement.
public protocol Bindable {
    /// Binds this value; an implementation calls one `bind` of the parameter.
    func bind(to parameter: Parameter) throws(SQLiteError)
}

extension Int: Bindable {
    @inlinable
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(Int64(self)) }
}

extension Int64: Bindable {
    @inlinable
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(self) }
}

extension Int32: Bindable {
    @inlinable
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(Int64(self)) }
}

/// True is 1 and false is 0, as SQLite has no truth values.
extension Bool: Bindable {
    @inlinable
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(Int64(self ? 1 : 0)) }
}

extension Double: Bindable {
    @inlinable
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(self) }
}

extension String: Bindable {
    @inlinable
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(self) }
}

extension Substring: Bindable {
    @inlinable
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(String(self)) }
}

extension [UInt8]: Bindable {
    @inlinable
    public func bind(to parameter: Parameter) throws(SQLiteError) { try parameter.bind(self) }
}

/// Nothing is NULL.
extension Optional: Bindable where Wrapped: Bindable {
    @inlinable
    public func bind(to parameter: Parameter) throws(SQLiteError) {
        switch self {
        case .some(let value): try value.bind(to: parameter)
        case .none: try parameter.bindNull()
        }
    }
}
