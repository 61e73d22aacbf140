/// Templates by name: what a program renders from and where partials are found.
public struct Templates: Sendable {
    private var byName: [String: Template] = [:]

    public init() {}

    /// Parses each text under its name, which errors name as the file.
    public init(_ sources: [String: String]) throws(TemplateError) {
        for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
            byName[name] = try Template(source, file: name)
        }
    }

    public subscript(name: String) -> Template? {
        get { byName[name] }
        set { byName[name] = newValue }
    }

    /// Every name, in order.
    public var names: [String] { byName.keys.sorted() }
}
