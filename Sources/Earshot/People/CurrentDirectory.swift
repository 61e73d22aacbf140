import Synchronization

/// The directory as it stands now. Readers always see a whole one.
public final class CurrentDirectory: Sendable {
    private let held: Mutex<Directory>

    public init(_ directory: Directory) {
        held = Mutex(directory)
    }

    /// Take it once for each message, so that one message sees one directory.
    public var now: Directory { held.withLock { $0 } }

    /// Reads a new directory and puts it in the old one's place; when reading fails the old one stays.
    ///
    /// - Throws: what `read` throws.
    public func replace<Failure: Error>(
        reading read: () throws(Failure) -> Directory
    ) throws(Failure) {
        let directory = try read()
        held.withLock { $0 = directory }
    }
}
