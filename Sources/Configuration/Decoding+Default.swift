extension KeyedDecodingContainer {
    /// The value of a key, or the default where the key is absent. Null is no value: who wants the default leaves
    /// the key out.
    public func value<Value: Decodable>(_ key: Key, default fallback: Value) throws -> Value {
        guard contains(key) else { return fallback }
        // What is broken is reported by then; the default stands in, so that the other keys are looked at too.
        guard try decodeNil(forKey: key) else {
            return try decodeIfPresent(Value.self, forKey: key) ?? fallback
        }
        do {
            return try decode(Value.self, forKey: key)
        } catch is AlreadyReported {
            return fallback
        }
    }
}
