import Earshot
import FoundationEssentials
import Testing

@testable import HTTP

/// Routes called without a socket between.
struct Routes {
    let routes: [Route]

    init(_ routes: [Route]) { self.routes = routes }

    func call(_ request: HTTP.Request, pieces: [[UInt8]] = []) async throws -> Response {
        guard case .found(let route, _) = Router(routes).match(request.method, path: request.path) else {
            return .empty(status: 404)
        }
        if let objection = route.objection?(request) { return objection }
        switch route.action {
        case .whole(let handler):
            return try await handler(request)
        case .streamed(let handler):
            let rest = Pieces(pieces)
            return try await handler(request, RequestBody { await rest.next() })
        }
    }

    private actor Pieces {
        private var rest: ArraySlice<[UInt8]>

        init(_ pieces: [[UInt8]]) { rest = pieces[...] }

        func next() -> [UInt8]? { rest.popFirst() }
    }
}

extension Response {
    var text: String { String(decoding: body, as: UTF8.self) }

    func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(body))
    }
}
