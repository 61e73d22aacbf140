internal import CSQLite
internal import Synchronization

/// Moves the write-ahead log into the file beside the writer, so that no commit waits for it.
///
/// A thread of its own copies page after page while the writer goes on (a PASSIVE checkpoint blocks nobody,
/// https://www.sqlite.org/c3ref/wal_checkpoint_v2.html). Meanwhile the log grows; only where every frame has been
/// copied does SQLite begin it anew, and under steady writing no other thread ever gets there. So once all but a few
/// frames are copied the writer does the rest itself, between two commits.
final class Checkpointer: Sendable {
    /// idle → asked (the log is long) → nearlyDone (the thread has copied almost all) → idle (so has the writer);
    /// any → closed.
    private enum Phase: UInt8, AtomicRepresentable {
        case idle
        case asked
        case nearlyDone
        case closed
    }

    private let path: String
    private let options: Options
    private let phase = Atomic(Phase.idle)
    private let wake = Semaphore()
    private let end = Semaphore()

    /// Frames that the writer may be left with.
    private static let rest = 64
    /// Passes over a log that grows as fast as it is copied.
    private static let mostPasses = 8
    /// A log so many times longer than it should be is copied by the writer, in case the thread does not run.
    private static let mostGrowth = 8

    /// - Throws: when no thread can be started.
    init(path: String, options: Options) throws(SQLiteError) {
        self.path = path
        self.options = options
        try startThread { [self] in
            serve()
            end.signal()
        }
    }

    /// Called by the writer after each commit.
    func committed(on connection: Connection) {
        switch phase.load(ordering: .acquiring) {
        case .nearlyDone:
            _ = Checkpointer.pass(on: connection)
            move(from: .nearlyDone, to: .idle)
        case .idle where connection.watch.logFrames >= options.checkpointAfter:
            if move(from: .idle, to: .asked) { wake.signal() }
        case .asked where connection.watch.logFrames >= options.checkpointAfter * Checkpointer.mostGrowth:
            _ = Checkpointer.pass(on: connection)
        default: break
        }
    }

    /// Ends the thread and waits for its end.
    func close() {
        guard phase.exchange(.closed, ordering: .acquiringAndReleasing) != .closed else { return }
        wake.signal()
        end.wait()
    }

    private func serve() {
        var options = options
        // It reads the log, and nothing of the file.
        options.cacheSize = 64
        guard let connection = try? Connection(path: path, access: .readWrite, options: options) else {
            // The writer then does all the copying, when the log has grown too long.
            return
        }
        while phase.load(ordering: .acquiring) != .closed {
            wake.wait()
            var passes = 0
            while phase.load(ordering: .acquiring) == .asked {
                passes += 1
                let left = Checkpointer.pass(on: connection)
                if left <= Checkpointer.rest || passes >= Checkpointer.mostPasses {
                    move(from: .asked, to: .nearlyDone)
                }
            }
        }
    }

    @discardableResult
    private func move(from old: Phase, to new: Phase) -> Bool {
        phase.compareExchange(expected: old, desired: new, ordering: .acquiringAndReleasing).exchanged
    }

    /// Copies what may be copied now.
    ///
    /// - Returns: frames of the log that are not in the file yet; as many as there can be where it did not work, for
    ///   example because another process is copying.
    private static func pass(on connection: Connection) -> Int {
        var (length, copied): (Int32, Int32) = (0, 0)
        let result = sqlite3_wal_checkpoint_v2(
            connection.handle, nil, SQLITE_CHECKPOINT_PASSIVE, &length, &copied)
        return result == SQLITE_OK ? Int(length - copied) : .max
    }
}

extension Connection {
    /// Has SQLite tell the length of the write-ahead log after each commit, instead of emptying it at some length.
    func watchLog() {
        // The watch lives as long as this connection.
        sqlite3_wal_hook(handle, logGrew, Unmanaged.passUnretained(watch).toOpaque())
    }
}

/// SQLite calls it after each commit with the frames the log then has.
private func logGrew(
    _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ name: UnsafePointer<CChar>?,
    _ frames: Int32
) -> Int32 {
    guard let context else { return SQLITE_OK }
    Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue().logFrames = Int(frames)
    return SQLITE_OK
}
