extension KeyedDecodingContainer {
    /// The value of a key, or the default where the key is absent or null.
    public func value<Value: Decodable>(_ key: Key, default fallback: Value) throws -> Value {
        try decodeIfPresent(Value.self, forKey: key) ?? fallback
    }
}
