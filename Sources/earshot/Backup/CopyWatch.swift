/// Shows how far a copy has come that SQLite makes, by the size of its file.
final class CopyWatch: Sendable {
    private let task: Task<Void, Never>

    init(of copy: String, label: String, from path: String) {
        let total = Int(FileCopy.size(of: path))
        task = Task {
            var progress = Progress(label, total: total)
            while !Task.isCancelled {
                let done = Int(FileCopy.size(of: copy))
                progress.update(done, detail: "\(done >> 20) MB")
                // Cancelled when the copy is there, which ends the waiting.
                try? await Task.sleep(for: .milliseconds(200))
            }
            progress.end()
        }
    }

    func end() { task.cancel() }
}
