public import HTTP
public import Metrics

/// Counts requests and their times by route.
public struct RequestMetrics: Sendable {
    private let answered: Family<Counter>
    private let durations: Family<Histogram>

    public init(_ metrics: Metrics) {
        answered = metrics.counters(
            "earshot_http_requests_total", help: "Requests by route, method and status.",
            labels: ["route", "method", "status"])
        durations = metrics.histograms(
            "earshot_http_request_duration_seconds",
            help: "From the request line to the end of the answer.", labels: ["route"])
    }

    /// Counts one request; pass it to the server as `onRequest`.
    public func record(_ report: RequestReport) {
        let route = report.route ?? "none"
        answered.with(route, method(report.method), report.status.map(String.init) ?? "none").increment()
        durations.with(route).observe(report.duration)
    }

    /// A stranger may send any method: only the known ones become labels.
    private func method(_ method: Method) -> String {
        switch method {
        case .get, .head, .post, .put, .patch, .delete, .options: method.rawValue
        default: "other"
        }
    }
}
