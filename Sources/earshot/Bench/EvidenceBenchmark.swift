import Earshot
import FoundationEssentials
import Store

/// How long it takes to find what customers say of the matter of a suggestion, and what the index for it costs.
enum EvidenceBenchmark: Benchmark {
    static let name = "evidence"
    static let summary = "milliseconds to find the voices about a suggestion, and seconds to index them all"

    private static let target = 200.0

    /// Of rare and of frequent matters, with much beside them.
    private static let suggestions = [
        "高速油耗显示和实际差太多,能不能改算法", "油耗高,希望总部优化", "车机卡顿死机,尽快推送升级", "提车等太久,交付时间要给准",
        "售后保养预约排队时间太长,建议增加工位", "空调异味大,建议换滤芯材质", "座椅加热太慢,能不能早点热", "刹车异响客户投诉多,请厂家给个说法",
        "降价太频繁,老车主意见大,建议保价", "充电速度慢,冬天续航打折,希望优化电池管理", "内饰塑料感强,建议换软包", "销售态度差,建议培训",
    ]

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let store = try VoiceStore(path: "\(try await bench.database())/voices.db")
        let progress = try store.indexProgress()
        let before = try size(of: store)
        let stopwatch = Stopwatch()
        try await onOwnThread {
            try VoiceIndexing(store, isStopped: { false }, rest: { _ in }, onEvent: { _ in }).run()
        }
        let indexing = stopwatch.seconds
        let grown = try size(of: store) - before
        let comprehension = try bench.installation.comprehension()
        let search = VoiceEvidence(
            store, words: try bench.installation.evidenceWords(), analyzer: comprehension.analyzer)
        let city = bench.installation.everybody.dealers.first?.city
        var times: [Double] = []
        var found: [Evidence] = []
        for round in 0..<20 {
            for suggestion in suggestions {
                let watch = Stopwatch()
                let evidence = try await search.evidence(for: suggestion, in: city, upTo: bench.today)
                times.append(watch.milliseconds)
                if round == 0, let evidence { found.append(evidence) }
            }
        }
        await store.close()
        let percentiles = Percentiles(times)
        let worst = percentiles.percentile(0.99)
        var figures = JSONLine()
        figures.add("p50_ms", percentiles.percentile(0.5), digits: 1)
        figures.add("p99_ms", worst, digits: 1)
        figures.add("voices", Int(progress.newest))
        figures.add("suggestions", suggestions.count)
        figures.add("without_voices", found.count { $0.isEmpty })
        figures.add("at_least", found.count { $0.isAtLeast })
        // Nothing where the database was indexed before.
        if progress.left > 0 {
            figures.add("indexed", Int(progress.left))
            figures.add("indexing_s", indexing, digits: 1)
            figures.add("index_bytes", grown)
        }
        return [BenchResult(figures: figures, target: "p99_ms below 200", isMet: worst < target)]
    }

    /// The bytes of the pages in use.
    private static func size(of store: VoiceStore) throws -> Int { Int(try store.bytesInUse()) }
}
