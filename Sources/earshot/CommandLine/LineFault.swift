/// What is wrong with a line of JSON that a command reads, in a few words.
struct LineFault: CustomStringConvertible {
    let description: String

    /// - Parameter error: of a decoder.
    init(_ error: any Error) {
        guard let error = error as? DecodingError else {
            description = "\(error)"
            return
        }
        switch error {
        case .keyNotFound(let key, _):
            description = "\"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            description = "\(LineFault.place(context)) is of another kind"
        case .dataCorrupted(let context):
            description =
                context.codingPath.isEmpty
                ? "it is not JSON" : "\(LineFault.place(context)): \(context.debugDescription)"
        @unknown default:
            description = "\(error)"
        }
    }

    /// The name of the field at fault.
    private static func place(_ context: DecodingError.Context) -> String {
        let names = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
        return names.isEmpty ? "the line" : "\"\(names.joined(separator: "."))\""
    }
}
