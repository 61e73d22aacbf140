import EarshotTesting
import SQLite
import Testing

@testable import EarshotProgram

@Suite("The files of a data folder")
struct StoresTests {
    @Test("one that has to be rewritten on a volume without the room for it is left as it is")
    func noRoom() async throws {
        let folder = try TemporaryFolder()
        let stores = try Stores(folder: folder.path, room: { _ in 0 })
        await stores.close()
        let file = DataFolder(path: folder.path).voices
        try Connection(path: file).executeScript("PRAGMA user_version = 4")
        let failure = #expect(throws: Failure.self) { try Stores(folder: folder.path, room: { _ in 1000 }) }
        let sentence = try #require(failure).description
        #expect(sentence.hasPrefix(file) && sentence.contains("MB must be free"), "\(sentence)")
        #expect(try Connection(path: file).queryOne("PRAGMA user_version") { $0.int(0) } == 4)
    }
}
