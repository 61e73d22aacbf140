/// A method and path pattern, and what answers them.
///
/// A pattern is literal segments and named ones: `/callback/dingtalk/{robot}`. A named segment matches
/// exactly one segment that is not empty. Where a literal and a name both match, the literal wins.
public struct Route: Sendable {
    /// 1 MiB: the largest body of an ordinary route unless it says otherwise.
    public static let defaultBodyLimit = 1 << 20
    /// 64 MiB: the largest body of a streamed route unless it says otherwise.
    public static let defaultStreamLimit = 64 << 20

    public typealias Handler = @Sendable (Request) async throws -> Response
    /// Looks at a request whose body has not been read; an answer refuses it.
    public typealias Objection = @Sendable (Request) -> Response?
    /// What is said to a request for the path with a method that it does not take.
    public typealias Refusal = @Sendable () -> Response
    public typealias StreamHandler = @Sendable (Request, RequestBody) async throws -> Response

    enum Action: Sendable {
        case whole(Handler)
        case streamed(StreamHandler)
    }

    public let method: Method
    public let pattern: String
    /// In bytes; a longer body is answered with 413 and never read to its end.
    public let bodyLimit: Int
    /// From the first byte of the request to its answer; the server's own limit when there is none.
    public let timeLimit: Duration?
    /// Asked before any of the body is read, on the server's thread: it must not wait.
    let objection: Objection?
    let action: Action
    /// The server's own words when there is none.
    private(set) var refusal: Refusal?

    /// A route whose handler gets the whole body at once.
    ///
    /// - Parameter objection: What can be said against a request by its head alone, so that strangers cannot make
    ///   the server keep their bodies. The handler runs only where there is none.
    public init(
        _ method: Method, _ pattern: String, bodyLimit: Int = Route.defaultBodyLimit,
        timeLimit: Duration? = nil, objection: Objection? = nil, handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.bodyLimit = bodyLimit
        self.timeLimit = timeLimit
        self.objection = objection
        action = .whole(handler)
    }

    private init(
        _ method: Method, _ pattern: String, bodyLimit: Int, timeLimit: Duration?,
        streaming handler: @escaping StreamHandler
    ) {
        self.method = method
        self.pattern = pattern
        self.bodyLimit = bodyLimit
        self.timeLimit = timeLimit
        objection = nil
        action = .streamed(handler)
    }

    /// A route whose handler pulls the body piece by piece while it arrives. The handler starts before any of
    /// the body was read; when it answers without pulling, the client is spared the sending.
    public static func streamed(
        _ method: Method, _ pattern: String, bodyLimit: Int = Route.defaultStreamLimit,
        timeLimit: Duration? = nil, handler: @escaping StreamHandler
    ) -> Route {
        Route(method, pattern, bodyLimit: bodyLimit, timeLimit: timeLimit, streaming: handler)
    }

    /// The same route, whose path refuses other methods in words of its own. The server adds `Allow`.
    public func refusingOtherMethods(_ refusal: @escaping Refusal) -> Route {
        var route = self
        route.refusal = refusal
        return route
    }

    public static func get(
        _ pattern: String, timeLimit: Duration? = nil, handler: @escaping Handler
    ) -> Route {
        Route(.get, pattern, timeLimit: timeLimit, handler: handler)
    }

    public static func post(
        _ pattern: String, bodyLimit: Int = Route.defaultBodyLimit, timeLimit: Duration? = nil,
        objection: Objection? = nil, handler: @escaping Handler
    ) -> Route {
        Route(
            .post, pattern, bodyLimit: bodyLimit, timeLimit: timeLimit, objection: objection,
            handler: handler)
    }
}
