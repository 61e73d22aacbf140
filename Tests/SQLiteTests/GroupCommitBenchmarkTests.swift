import SQLite
import Testing

@Test("the group-commit benchmark writes every row both ways")
func groupCommitBenchmark() async throws {
    let folder = TemporaryFolder()
    let result = try await GroupCommitBenchmark.run(in: folder.path, callers: 8, rows: 200)
    #expect(result.transactionsPerSecond > 0)
    #expect(result.bareRowsPerSecond > 0)
    #expect((1...8).contains(result.groupSize))
    let counts = try ["grouped.db", "bare.db"].map { name in
        try Connection(path: folder.file(name), access: .readWrite).queryOne("SELECT COUNT(*) FROM rows") {
            row in
            row.int(0)
        }
    }
    #expect(counts == [200, 200])
}
