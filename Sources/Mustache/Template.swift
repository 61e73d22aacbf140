/// A text with places to fill, parsed once and rendered often.
///
/// It behaves as the public Mustache specification (github.com/mustache/spec) says for interpolation, sections,
/// inverted sections, comments, partials and delimiters. Lambdas, inheritance and dynamic names, which the
/// specification calls optional, are errors.
public struct Template: Sendable {
    /// The most sections or partials inside each other.
    public static let deepestNesting = 64

    /// The file it was read from, for error messages.
    public let file: String
    let source: [UInt8]
    let nodes: [Node]

    /// Parses a template.
    ///
    /// - Parameter file: what errors call it.
    /// - Throws: `TemplateError` with the line and column of the first mistake.
    public init(_ source: String, file: String = "template") throws(TemplateError) {
        var parser = Parser(source: Array(source.utf8), file: file)
        self.file = file
        self.nodes = try parser.parse()
        self.source = parser.source
    }

    /// The text with `value` filled in.
    ///
    /// A name that the value does not have renders as nothing, as does a partial that `partials` does not have;
    /// `check` finds both beforehand.
    ///
    /// - Throws: `TemplateError` with the code `tooDeep` when partials include each other without end.
    public func render(
        _ value: Value, escape: Escape = .html, partials: Templates = Templates()
    ) throws(TemplateError) -> String {
        String(decoding: try renderBytes(value, escape: escape, partials: partials), as: UTF8.self)
    }

    /// The same as UTF-8 bytes.
    public func renderBytes(
        _ value: Value, escape: Escape = .html, partials: Templates = Templates()
    ) throws(TemplateError) -> [UInt8] {
        var renderer = Renderer(root: value, escape: escape, partials: partials, capacity: source.count * 2)
        try renderer.render(nodes, of: self, indentation: [])
        return renderer.output
    }
}
