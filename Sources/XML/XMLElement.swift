/// An element of an XML document: a name with the text directly inside it and its child elements.
///
/// Meant for the small documents of interfaces. Attributes, comments and processing instructions are not kept.
public struct XMLElement: Sendable, Hashable {
    public var name: String
    /// The character data directly inside, in one piece, whatever children stood in between.
    public var text: String
    public var children: [XMLElement]

    public init(_ name: String, text: String = "", _ children: [XMLElement] = []) {
        self.name = name
        self.text = text
        self.children = children
    }

    /// The first child of a name, or nothing.
    public func child(_ name: String) -> XMLElement? {
        children.first { $0.name == name }
    }

    /// The text of the first child of a name, or nothing when there is no such child.
    public subscript(name: String) -> String? { child(name)?.text }
}
