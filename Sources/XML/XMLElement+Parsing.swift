import CExpat

extension XMLElement {
    /// Reads a whole document in UTF-8, whatever encoding it declares.
    ///
    /// Documents of strangers are safe to read: a document type is refused before anything in it is looked at, so that
    /// there are no entities but the five predefined ones and character references, and the size is bounded. Method:
    /// expat (libexpat.github.io), in one call.
    ///
    /// - Throws: `XMLError` for what is not well-formed or beyond the limits.
    public init(parsing document: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLError) {
        guard document.count <= limits.bytes, document.count <= Int(Int32.max) else {
            throw XMLError(.tooLarge, "longer than \(limits.bytes) bytes")
        }
        // Named here, the encoding overrules the document's own declaration.
        guard let parser = XML_ParserCreate("UTF-8") else { throw XMLError(.outOfMemory, "out of memory") }
        defer { XML_ParserFree(parser) }
        let builder = TreeBuilder(parser: parser, limits: limits)
        let isWellFormed = builder.build { context in
            XML_SetUserData(parser, context)
            XML_SetElementHandler(parser, startElement, endElement)
            XML_SetCharacterDataHandler(parser, characterData)
            XML_SetStartDoctypeDeclHandler(parser, startDocumentType)
            return document.withUnsafeBytes { bytes in
                let text = bytes.bindMemory(to: CChar.self)
                return XML_Parse(parser, text.baseAddress, Int32(text.count), 1) == XML_STATUS_OK
            }
        }
        if let failure = builder.failure { throw failure }
        guard isWellFormed, let root = builder.root else {
            let code = XML_GetErrorCode(parser)
            let words = XML_ErrorString(code).map { String(cString: $0) } ?? "not well-formed"
            throw XMLError(
                code == XML_ERROR_NO_MEMORY ? .outOfMemory : .malformed, words,
                line: Int(XML_GetCurrentLineNumber(parser)))
        }
        self = root
    }
}

private func startElement(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
    TreeBuilder.of(context)?.start(name.map { String(cString: $0) } ?? "")
}

private func endElement(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
    TreeBuilder.of(context)?.end()
}

private func characterData(
    _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ length: Int32
) {
    guard let text else { return }
    TreeBuilder.of(context)?.add(UnsafeRawBufferPointer(start: text, count: Int(length)))
}

private func startDocumentType(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
    _ publicID: UnsafePointer<CChar>?, _ hasInternalSubset: Int32
) {
    TreeBuilder.of(context)?.refuse(.documentType, "a document type is not allowed")
}
