/// Finds the route of a method and a path.
struct Router: Sendable {
    enum Match: Sendable {
        case found(Route, parameters: [String: String])
        /// The path exists for other methods.
        case methodNotAllowed(allow: String, refusal: Route.Refusal?)
        /// The path exists and `OPTIONS` asks what it offers.
        case options(allow: String)
        case notFound
        /// The path cannot be decoded.
        case malformed
    }

    /// What a place in the tree of segments offers: children, and routes when a pattern ends there.
    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var parameter: Int?
        var routes: [Method: Endpoint] = [:]
        var allow = ""
    }

    private struct Endpoint: Sendable {
        let route: Route
        let names: [String]
    }

    private var nodes = [Node()]
    private var everything: Set<Method> = [.options]

    init(_ routes: [Route]) {
        for route in routes { insert(route) }
    }

    private mutating func insert(_ route: Route) {
        precondition(route.pattern.hasPrefix("/"), "a pattern begins with a slash: \(route.pattern)")
        var place = 0
        var names: [String] = []
        for segment in segments(of: route.pattern) {
            if segment.hasPrefix("{"), segment.hasSuffix("}"), segment.count > 2 {
                names.append(String(segment.dropFirst().dropLast()))
                place = child(of: place, at: \.parameter)
            } else {
                precondition(!segment.contains("{") && !segment.contains("}"), "\(route.pattern)")
                place = child(of: place, at: \.literals[String(segment)])
            }
        }
        precondition(
            nodes[place].routes[route.method] == nil, "two routes for \(route.method) \(route.pattern)")
        precondition(Set(names).count == names.count, "a name twice in \(route.pattern)")
        nodes[place].routes[route.method] = Endpoint(route: route, names: names)
        var methods = Set(nodes[place].routes.keys).union([.options])
        if methods.contains(.get) { methods.insert(.head) }
        nodes[place].allow = Router.list(methods)
        everything.formUnion(methods)
    }

    private mutating func child(of place: Int, at key: WritableKeyPath<Node, Int?>) -> Int {
        if let existing = nodes[place][keyPath: key] { return existing }
        nodes.append(Node())
        nodes[place][keyPath: key] = nodes.count - 1
        return nodes.count - 1
    }

    /// The route for a request's method and its path as sent.
    func match(_ method: Method, path: String) -> Match {
        if path == "*" { return method == .options ? .options(allow: Router.list(everything)) : .notFound }
        guard path.utf8.first == UInt8(ascii: "/") else { return .malformed }
        var decoded: [String] = []
        for segment in segments(of: path) {
            guard let text = PercentEncoding.decodeStrictly(segment) else { return .malformed }
            decoded.append(text)
        }
        var values: [String] = []
        guard let place = find(decoded[...], from: 0, values: &values) else { return .notFound }
        let node = nodes[place]
        guard let endpoint = node.routes[method] ?? (method == .head ? node.routes[.get] : nil) else {
            if method == .options { return .options(allow: node.allow) }
            let refusal = node.routes.values.lazy.compactMap(\.route.refusal).first
            return .methodNotAllowed(allow: node.allow, refusal: refusal)
        }
        if values.isEmpty { return .found(endpoint.route, parameters: [:]) }
        return .found(
            endpoint.route, parameters: Dictionary(uniqueKeysWithValues: zip(endpoint.names, values)))
    }

    /// The place where `path` ends with routes, trying literals before names at each segment.
    private func find(_ path: ArraySlice<String>, from place: Int, values: inout [String]) -> Int? {
        let node = nodes[place]
        guard let segment = path.first else { return node.routes.isEmpty ? nil : place }
        if let next = node.literals[segment],
            let found = find(path.dropFirst(), from: next, values: &values)
        {
            return found
        }
        guard let next = node.parameter, !segment.isEmpty else { return nil }
        values.append(segment)
        if let found = find(path.dropFirst(), from: next, values: &values) { return found }
        values.removeLast()
        return nil
    }

    private func segments(of path: String) -> [Substring] {
        path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    }

    private static func list(_ methods: Set<Method>) -> String {
        methods.map(\.rawValue).sorted().joined(separator: ", ")
    }
}
