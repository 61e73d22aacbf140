/// The fields of a query string or form body, decoded and in order.
public struct FormFields: Sendable, Equatable {
    public let fields: [Headers.Field]

    /// Decodes `a=1&b=x+y`: `+` is a space and `%XX` a byte. Where a literal `+` counts (a signature in
    /// base64 that a sender did not escape), read `Request.rawQuery` instead.
    public init(decoding text: some StringProtocol) {
        fields = text.split(separator: "&").map { pair in
            let parts = Substring(pair).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Headers.Field(
                PercentEncoding.decodeFormField(parts.first ?? ""),
                parts.count == 2 ? PercentEncoding.decodeFormField(parts[1]) : "")
        }
    }

    /// The first value of the field; names are case-sensitive.
    public subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// Every value of the field in order.
    public func all(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }
}
