import EarshotTesting

@testable import Earshot
@testable import Store

/// An empty store in a folder of its own, and voices for it of which none is another's repost.
final class OwnVoices {
    private let folder: TemporaryFolder
    let store: VoiceStore

    init() throws {
        folder = try TemporaryFolder()
        store = try VoiceStore(path: folder.file("voices.db"))
    }

    /// A text of its own for each number.
    static func text(_ number: Int) -> String {
        "油耗太高,\(number * 7919)号车主在\(number * 104_729)公里处说"
    }

    /// Adds the voices of these numbers.
    func add(_ numbers: Range<Int>) async throws {
        _ = try await store.add(numbers.map { understood("\($0)", OwnVoices.text($0)) })
    }
}
