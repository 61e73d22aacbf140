internal import Synchronization

/// The numbers a running service shows to whoever watches it, in the text format of Prometheus.
///
/// Families are made once, when the service is put together; counting afterwards takes an atomic addition
/// (counters, gauges) or a short lock (histograms).
public final class Metrics: Sendable {
    private struct Entry: Sendable {
        let name: String
        let help: String
        let type: String
        let lines: @Sendable () async -> [String]
    }

    private let entries = Mutex<[Entry]>([])

    public init() {}

    /// A family of counters. By custom the name ends in `_total`.
    public func counters(_ name: String, help: String, labels: [String]) -> Family<Counter> {
        add(Family(name: name, help: help, labels: labels) { Counter() }, type: "counter")
    }

    /// A counter without labels.
    public func counter(_ name: String, help: String) -> Counter {
        counters(name, help: help, labels: []).with()
    }

    /// A family of gauges.
    public func gauges(_ name: String, help: String, labels: [String]) -> Family<Gauge> {
        add(Family(name: name, help: help, labels: labels) { Gauge() }, type: "gauge")
    }

    /// A gauge without labels.
    public func gauge(_ name: String, help: String) -> Gauge {
        gauges(name, help: help, labels: []).with()
    }

    /// A gauge that is asked for its value when somebody looks; nothing leaves it out.
    public func gauge(_ name: String, help: String, read: @escaping @Sendable () async -> Double?) {
        insert(name, help: help, type: "gauge", read: read)
    }

    /// A family of gauges that is asked for its values when somebody looks: the label values of each, and its number.
    public func gauges(
        _ name: String, help: String, labels: [String],
        read: @escaping @Sendable () async -> [(values: [String], number: Double)]
    ) {
        // Made to check the names; it has no series of its own.
        _ = Family(name: name, help: help, labels: labels) { Gauge() }
        insert(
            Entry(name: name, help: help, type: "gauge") {
                await read().prefix(Family<Gauge>.limit).map {
                    Exposition.line(name, Sample(value: $0.number), labels: labels, values: $0.values)
                }
            })
    }

    /// A counter that somebody else keeps, asked for its value when somebody looks; nothing leaves it out.
    public func counter(_ name: String, help: String, read: @escaping @Sendable () async -> Double?) {
        insert(name, help: help, type: "counter", read: read)
    }

    /// A family of histograms with the given upper bounds; by custom the name ends in its unit, `_seconds`.
    public func histograms(
        _ name: String, help: String, labels: [String], bounds: [Double] = Histogram.latency
    ) -> Family<Histogram> {
        add(Family(name: name, help: help, labels: labels) { Histogram(bounds: bounds) }, type: "histogram")
    }

    /// A histogram without labels.
    public func histogram(
        _ name: String, help: String, bounds: [Double] = Histogram.latency
    ) -> Histogram {
        histograms(name, help: help, labels: [], bounds: bounds).with()
    }

    /// Everything, as `text/plain; version=0.0.4` (Prometheus, "Exposition formats").
    public func exposition() async -> String {
        var text = ""
        for entry in entries.withLock({ $0 }) {
            text += Exposition.heading(entry.name, help: entry.help, type: entry.type)
            for line in await entry.lines() { text += line }
        }
        return text
    }

    private func add<Member>(_ family: Family<Member>, type: String) -> Family<Member> {
        insert(
            Entry(name: family.name, help: family.help, type: type) {
                family.all.flatMap { series in
                    series.member.samples().map {
                        Exposition.line(family.name, $0, labels: family.labels, values: series.values)
                    }
                }
            })
        return family
    }

    private func insert(
        _ name: String, help: String, type: String, read: @escaping @Sendable () async -> Double?
    ) {
        // Made to check the name; it has no series of its own.
        _ = Family(name: name, help: help, labels: []) { Gauge() }
        insert(
            Entry(name: name, help: help, type: type) {
                await read().map { [Exposition.line(name, Sample(value: $0), labels: [], values: [])] } ?? []
            })
    }

    private func insert(_ entry: Entry) {
        entries.withLock { entries in
            precondition(!entries.contains { $0.name == entry.name }, "two metrics named \(entry.name)")
            entries.append(entry)
        }
    }
}
