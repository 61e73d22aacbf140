/// The way from a document's root to a value, printed `dingtalk[0].secret`.
struct FieldPath: CustomStringConvertible {
    var keys: [any CodingKey] = []

    func appending(_ key: any CodingKey) -> FieldPath { FieldPath(keys: keys + [key]) }
    func appending(_ index: Int) -> FieldPath { appending(ElementKey(index)) }

    var description: String {
        var text = ""
        for key in keys {
            if let index = key.intValue, key is ElementKey {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        return text
    }
}

/// A position in a list.
struct ElementKey: CodingKey {
    let index: Int

    init(_ index: Int) { self.index = index }
    init?(intValue: Int) { index = intValue }
    init?(stringValue: String) { nil }
    var intValue: Int? { index }
    var stringValue: String { String(index) }
}
