import CExpat

/// Makes a tree of what expat reports, within limits. A class because expat keeps a pointer to it.
final class TreeBuilder {
    private let parser: XML_Parser
    private let limits: XMLLimits
    private var open: [Node] = []
    private var elements = 0
    private(set) var root: XMLElement?
    /// Why the building was stopped. Expat may report a little more after that, which is ignored.
    private(set) var failure: XMLError?

    /// An element whose end was not read yet; its text is put together as bytes, because expat hands it over in
    /// pieces that may end anywhere.
    private struct Node {
        var name: String
        var text: [UInt8] = []
        var children: [XMLElement] = []
    }

    init(parser: XML_Parser, limits: XMLLimits) {
        self.parser = parser
        self.limits = limits
    }

    /// Lends the pointer under which expat's callbacks find the builder, for the length of the call.
    func build(_ body: (UnsafeMutableRawPointer) -> Bool) -> Bool {
        withExtendedLifetime(self) { body(Unmanaged.passUnretained(self).toOpaque()) }
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> TreeBuilder? {
        context.map { Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
    }

    func start(_ name: String) {
        guard failure == nil else { return }
        elements += 1
        if elements > limits.elements {
            refuse(.tooManyElements, "more than \(limits.elements) elements")
        } else if open.count >= limits.depth {
            refuse(.tooDeep, "more than \(limits.depth) elements inside one another")
        } else {
            open.append(Node(name: name))
        }
    }

    func add(_ text: UnsafeRawBufferPointer) {
        guard failure == nil, !open.isEmpty else { return }
        open[open.count - 1].text += text
    }

    func end() {
        guard failure == nil, let node = open.popLast() else { return }
        let element = XMLElement(
            node.name, text: String(decoding: node.text, as: UTF8.self), node.children)
        if open.isEmpty {
            root = element
        } else {
            open[open.count - 1].children.append(element)
        }
    }

    func refuse(_ code: XMLError.Code, _ message: String) {
        guard failure == nil else { return }
        failure = XMLError(code, message, line: Int(XML_GetCurrentLineNumber(parser)))
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
}
