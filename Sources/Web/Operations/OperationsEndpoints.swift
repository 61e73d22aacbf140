public import HTTP
public import Metrics

/// `/healthz`, `/readyz` and `/metrics`: what a supervisor and a monitoring system ask.
public struct OperationsEndpoints: Sendable {
    private let metrics: Metrics
    private let obstacles: @Sendable () async -> [String]
    private let remarks: @Sendable () async -> [String]

    /// - Parameter obstacles: Why the service cannot answer people now; empty when it can. Shown to anyone who
    ///   asks, so no secrets and no data.
    /// - Parameter remarks: What else is told of a service that can answer, a line each.
    public init(
        metrics: Metrics, obstacles: @escaping @Sendable () async -> [String],
        remarks: @escaping @Sendable () async -> [String] = { [] }
    ) {
        self.metrics = metrics
        self.obstacles = obstacles
        self.remarks = remarks
    }

    public var routes: [Route] {
        [
            .get("/healthz") { _ in .text("ok\n", headers: SecurityHeaders.data) },
            .get("/readyz") { _ in
                let obstacles = await obstacles()
                if obstacles.isEmpty {
                    let lines = ["ready"] + (await remarks())
                    return .text(lines.map { $0 + "\n" }.joined(), headers: SecurityHeaders.data)
                }
                let list = obstacles.map { $0 + "\n" }.joined()
                return .text(list, status: 503, headers: SecurityHeaders.data)
            },
            .get("/metrics") { _ in
                .text(
                    await metrics.exposition(), type: "text/plain; version=0.0.4; charset=utf-8",
                    headers: SecurityHeaders.data)
            },
        ]
    }
}
