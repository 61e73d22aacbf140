/// Where voices are kept and read again. Its methods hold the calling thread; they are for a thread of one's own.
///
/// The new edition's readings and counts grow beside those in force, which nobody touches until `changeOver`.
public protocol VoiceArchive: Sendable {
    /// The edition of the figures; nothing before the first voice.
    func edition() throws -> FiguresEdition?

    /// How far the next edition has come; nothing while there is none.
    func progress() throws -> RereadingProgress?

    /// Begins an edition, or goes on with the one that was begun. One that was begun for another reading is thrown away.
    ///
    /// - Returns: nothing when the figures are of this reading already.
    func beginReading(by edition: ReadingEdition) throws -> RereadingProgress?

    /// The next voices after a number, in their order, at most as many as given. The one whose text fills so many bytes is
    /// the last.
    func voices(after number: Int64, limit: Int, bytes: Int) throws -> [StoredVoice]

    /// The newest voices before a number, the newest first, at most as many as given and of about as many bytes: customers'
    /// own words, without advertisements and reposts. Where ten thousand in a row are such, it ends.
    func newestVoices(before number: Int64, limit: Int, bytes: Int) throws -> [StoredVoice]

    /// Adds voices to the next edition, and says that it has reached the last of them, in one transaction.
    ///
    /// - Throws: `RereadingError.overtaken` where the edition is not where it was, because somebody else works on it.
    func add(_ readings: [RereadVoice], to progress: RereadingProgress) throws -> RereadingProgress

    /// Reads the last few voices and puts the next edition into force, in one transaction.
    ///
    /// - Parameters:
    ///   - most: voices that may be read within it.
    ///   - bytes: of their texts, as `voices` counts them.
    /// - Returns: how long nobody else could write; nothing when there were more voices, and nothing has changed.
    /// - Throws: as `add`.
    func changeOver(
        _ progress: RereadingProgress, at now: Timestamp, most: Int, bytes: Int,
        reading: @escaping @Sendable (StoredVoice) -> UnderstoodVoice
    ) throws -> Duration?

    /// Removes a part of what editions have left that are in force no more.
    ///
    /// - Returns: false when nothing is left.
    func removeRemains() throws -> Bool

    /// Bytes that may still be written: free on the volume, and within the file.
    func room() throws -> Int64
}

/// A voice that was read again.
public struct RereadVoice: Sendable {
    public var number: Int64
    public var understood: UnderstoodVoice

    public init(number: Int64, understood: UnderstoodVoice) {
        self.number = number
        self.understood = understood
    }
}

/// Why voices cannot be read again. More may be added.
public struct RereadingError: Error, Sendable, Equatable, CustomStringConvertible {
    public struct Code: Sendable, Hashable {
        let name: String
        /// Somebody else works on the same edition.
        public static let overtaken = Code(name: "overtaken")
        /// The disk would be full.
        public static let noRoom = Code(name: "no_room")
        /// A voice is not as this program writes it.
        public static let unreadable = Code(name: "unreadable")
    }

    public let code: Code
    /// What is wrong, and for the operator what to do about it.
    public let description: String

    public init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
