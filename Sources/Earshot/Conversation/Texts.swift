/// Where the words of a reply come from. The templates are files that people edit.
public protocol Texts: Sendable {
    /// The reply of a template filled with values.
    ///
    /// Every prompt of `Prompt.all` was checked when the texts were read, so a failure here is a defect.
    func reply(_ prompt: Prompt, _ values: TextValue) throws -> Reply

    /// A text or phrase in words, one line: what a button says. Other values have no words.
    func words(_ value: TextValue) throws -> String
}

/// One reply text: its template's name, and an example of the values it is given.
///
/// The example says which names a template may use; a template that uses another is refused at start.
public struct Prompt: Sendable, Hashable {
    public let name: String
    public let example: TextValue

    init(_ name: String, _ example: TextValue = [:]) {
        self.name = name
        self.example = example
    }

    public static func == (left: Prompt, right: Prompt) -> Bool { left.name == right.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
