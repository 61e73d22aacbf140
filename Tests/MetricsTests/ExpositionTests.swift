import Metrics
import Testing

@Suite("The text that Prometheus reads")
struct ExpositionTests {
    private let metrics = Metrics()

    @Test("a counter stands under its help and type")
    func counter() async {
        let counter = metrics.counter("earshot_voices_total", help: "Voices taken in.")
        counter.increment()
        counter.increment(by: 41)
        #expect(
            await metrics.exposition() == """
                # HELP earshot_voices_total Voices taken in.
                # TYPE earshot_voices_total counter
                earshot_voices_total 42

                """)
    }

    @Test("series are told apart by their labels and come in a fixed order")
    func labels() async {
        let requests = metrics.counters("requests_total", help: "Requests.", labels: ["route", "status"])
        requests.with("/b", "200").increment()
        requests.with("/a", "404").increment()
        requests.with("/b", "200").increment()
        #expect(
            await metrics.exposition().hasSuffix(
                """
                requests_total{route="/a",status="404"} 1
                requests_total{route="/b",status="200"} 2

                """))
    }

    @Test("buckets hold everything up to their bound, and the last holds all")
    func histogram() async {
        let times = metrics.histogram("wait_seconds", help: "Waiting.", bounds: [0.1, 0.5])
        times.observe(0.1)
        times.observe(.milliseconds(300))
        times.observe(9.0)
        #expect(
            await metrics.exposition().hasSuffix(
                """
                wait_seconds_bucket{le="0.1"} 1
                wait_seconds_bucket{le="0.5"} 2
                wait_seconds_bucket{le="+Inf"} 3
                wait_seconds_sum 9.4
                wait_seconds_count 3

                """))
    }

    @Test("a gauge that is read when somebody looks has its value of that moment, or no line")
    func readGauge() async {
        metrics.gauge("queue_depth", help: "Waiting.") { 2.5 }
        metrics.gauge("disk_free", help: "Unknown here.") { nil }
        let text = await metrics.exposition()
        #expect(text.contains("\nqueue_depth 2.5\n"))
        #expect(text.contains("# TYPE disk_free gauge"))
        #expect(!text.contains("\ndisk_free "))
    }

    @Test("quotes, backslashes and line feeds in a label value cannot leave it")
    func escaping() async {
        let family = metrics.gauges("files", help: "One\nline \\ only.", labels: ["name"])
        family.with("a\"b\\c\nd 1").set(-3)
        #expect(
            await metrics.exposition() == #"""
                # HELP files One\nline \\ only.
                # TYPE files gauge
                files{name="a\"b\\c\nd 1"} -3

                """#)
    }

    @Test("past the limit all further label values share one series")
    func bounded() async {
        let family = metrics.counters("hits_total", help: "Hits.", labels: ["path"])
        for number in 0..<(Family<Counter>.limit + 50) { family.with("/\(number)").increment() }
        let lines = await metrics.exposition().split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count == Family<Counter>.limit + 1)
        #expect(lines.contains("hits_total{path=\"other\"} 50"))
    }

    @Test("nothing is lost when many count at once")
    func concurrent() async {
        let counter = metrics.counter("n_total", help: "n")
        let sizes = metrics.histogram("sizes", help: "n", bounds: Histogram.sizes)
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1000 {
                        counter.increment()
                        sizes.observe(3)
                    }
                }
            }
        }
        #expect(counter.value == 8000)
        #expect(await metrics.exposition().contains("sizes_bucket{le=\"4\"} 8000\n"))
    }

    @Test("a counter that somebody else keeps is exposed as one, and left out when it cannot be read")
    func readCounter() async {
        let metrics = Metrics()
        metrics.counter("commits_total", help: "Commits.") { 7 }
        metrics.counter("lost_total", help: "Lost.") { nil }
        let text = await metrics.exposition()
        #expect(text.contains("# TYPE commits_total counter\ncommits_total 7\n"))
        #expect(!text.contains("\nlost_total"))
    }
}
