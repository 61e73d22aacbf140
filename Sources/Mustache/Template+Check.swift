extension Template {
    /// Every use of a name that `schema` does not have, of a name as something it is not, and of a partial that
    /// `partials` does not have: in this template and, with the names known at that place, in its partials.
    ///
    /// - Returns: nothing when the template is sound.
    public func check(against schema: Schema, partials: Templates = Templates()) -> [TemplateError] {
        var check = Check(contexts: [schema], partials: partials)
        check.visit(nodes, of: self)
        return check.errors
    }
}

private struct Check {
    /// Innermost last, as when rendering.
    var contexts: [Schema]
    let partials: Templates
    /// The partials being visited, so that recursion ends.
    var path: [String] = []
    var errors: [TemplateError] = []

    mutating func visit(_ nodes: [Node], of template: Template) {
        for node in nodes {
            switch node {
            case .text, .lineStart:
                break
            case .variable(let name, _):
                guard let found = schema(of: name, in: template) else { continue }
                if case .text = found { continue }
                report(
                    .wrongUse, "\"\(name.text)\" is \(found.noun), which cannot be printed", name, template)
            case .section(let name, let inner):
                guard let found = schema(of: name, in: template) else { continue }
                if case .list(let element) = found {
                    contexts.append(element)
                } else {
                    contexts.append(found)
                }
                visit(inner, of: template)
                contexts.removeLast()
            case .inverted(let name, let inner):
                _ = schema(of: name, in: template)
                visit(inner, of: template)
            case .partial(let name, _, let position):
                guard let partial = partials[name] else {
                    errors.append(
                        TemplateError(
                            .unknownPartial, "there is no partial \"\(name)\"", file: template.file,
                            at: position))
                    continue
                }
                guard !path.contains(name) else { continue }
                path.append(name)
                visit(partial.nodes, of: partial)
                path.removeLast()
            }
        }
    }

    /// Finds a name as `Renderer` does, and reports the one that is not there.
    private mutating func schema(of name: Name, in template: Template) -> Schema? {
        guard let first = name.parts.first else { return contexts.last }
        for context in contexts.reversed() {
            guard case .object(let members) = context, var found = members[first] else { continue }
            for part in name.parts.dropFirst() {
                guard case .object(let members) = found, let member = members[part] else {
                    report(
                        .unknownName, "unknown name \"\(name.text)\": no \"\(part)\" there", name, template)
                    return nil
                }
                found = member
            }
            return found
        }
        let known = contexts.reversed().flatMap(\.names)
        let list = known.isEmpty ? "none" : known.joined(separator: ", ")
        report(.unknownName, "unknown name \"\(name.text)\"; known here: \(list)", name, template)
        return nil
    }

    private mutating func report(
        _ code: TemplateError.Code, _ message: String, _ name: Name, _ template: Template
    ) {
        let error = TemplateError(code, message, file: template.file, at: name.position)
        // A partial used at several places would report the same mistake again.
        if !errors.contains(error) { errors.append(error) }
    }
}

extension Schema {
    fileprivate var names: [String] {
        guard case .object(let members) = self else { return [] }
        return members.keys.sorted()
    }

    fileprivate var noun: String {
        switch self {
        case .text: "a text"
        case .flag: "a condition"
        case .object: "a group of names"
        case .list: "a list"
        }
    }
}
