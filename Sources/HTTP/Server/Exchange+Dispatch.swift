internal import Synchronization

/// From the head to the route's handler.
extension Exchange {
    /// Finds the route and begins with it, or answers in the server's own words.
    func dispatch() -> Bool {
        guard let head else { return false }
        let proxied = core.forwardedFor.isTrusted(connection.peer)
        if proxied {
            let forwarded = core.forwardedFor.client(
                peer: connection.peer, lines: head.headers.all("X-Forwarded-For"))
            client = forwarded
            countedClient = forwarded
            guard core.enter(forwarded) else {
                return refuse(429, headers: ["Retry-After": "1"])
            }
        }
        switch core.router.match(head.method, path: head.path) {
        case .notFound: return refuse(404)
        case .malformed: return refuse(400)
        case .methodNotAllowed(let allow, let refusal):
            guard var response = refusal?() else { return refuse(405, headers: ["Allow": allow]) }
            response.headers["Allow"] = allow
            return refuse(answer(response))
        case .options(let allow):
            return refuse(with: Response.empty(headers: ["Allow": allow]))
        case .found(let route, let parameters):
            self.route = route
            self.parameters = parameters
            return begin(route, head)
        }
    }

    private func begin(_ route: Route, _ head: RequestHead) -> Bool {
        let limit = route.timeLimit ?? core.configuration.requestTimeLimit
        connection.postpone(to: MonotonicTime.now + limit)
        if case .length(let length) = head.framing, length > route.bodyLimit { return refuse(413) }
        if let objection = route.objection?(request(head)) { return refuse(answer(objection)) }
        switch (route.action, head.framing) {
        case (.whole(let handler), .none):
            return handleWhole(handler, head)
        case (.whole, .length(let length)):
            // What a client declares is not reserved for it until it comes.
            body.reserveCapacity(min(length, 16 << 10))
            stage = .collecting(route)
            return true
        case (.whole, .chunked):
            stage = .collecting(route)
            return true
        case (.streamed(let handler), .none):
            coupling.withLock { $0.end = .success(nil) }
            stage = .answering
            handleStream(handler, head, declaredLength: 0)
            return goOnAnswering()
        case (.streamed(let handler), .length(let length)):
            stage = .streamHead
            handleStream(handler, head, declaredLength: length)
            return goOnStreamHead()
        case (.streamed(let handler), .chunked):
            stage = .streamHead
            handleStream(handler, head, declaredLength: nil)
            return goOnStreamHead()
        }
    }

    func collect(_ piece: UnsafeRawBufferPointer, for route: Route) -> Bool {
        guard body.count + piece.count <= route.bodyLimit else { return linger(refusal(413)) }
        body.append(contentsOf: piece)
        return true
    }

    func endCollecting(_ route: Route) -> Bool {
        guard case .whole(let handler) = route.action, let head else { return false }
        return handleWhole(handler, head)
    }

    private func handleWhole(_ handler: @escaping Route.Handler, _ head: RequestHead) -> Bool {
        stage = .answering
        let request = request(head)
        body = []
        handle { try await handler(request) }
        return goOnAnswering()
    }

    private func handleStream(
        _ handler: @escaping Route.StreamHandler, _ head: RequestHead, declaredLength: Int?
    ) {
        let request = request(head)
        let body = RequestBody(declaredLength: declaredLength) { [self] in try await nextPiece() }
        handle { try await handler(request, body) }
    }

    private func request(_ head: RequestHead) -> Request {
        Request(
            id: id, method: head.method, path: head.path, parameters: parameters, rawQuery: head.rawQuery,
            headers: head.headers, body: body, client: client)
    }

    /// Runs the handler on this thread as far as it goes without waiting: an answer that is ready at once
    /// needs neither suspension nor another thread.
    private func handle(_ work: @escaping @Sendable () async throws -> Response) {
        coupling.withLock { $0.isHandled = true }
        let task = Task.immediate { [self] in
            do {
                finish(try await work())
            } catch {
                core.onError(error, id)
                settle(refusal(500))
            }
        }
        coupling.withLock { coupling in
            if coupling.answer == nil { coupling.task = task }
        }
    }
}
