/// From which reading of the voices the figures come.
public struct FiguresEdition: Sendable, Hashable {
    /// Goes up by one with every edition that a store begins.
    public var number: Int
    /// By what the voices were read; nothing for voices of a program that did not say.
    public var reading: ReadingEdition?
    /// When the figures changed over to it; nothing for what was counted so from the first voice on.
    public var since: Timestamp?
    /// Voices among them that somebody took in who reads otherwise.
    public var strays: Int
    /// Whether the own series are counted, each by itself.
    public var countsSeries: Bool

    public init(
        number: Int, reading: ReadingEdition?, since: Timestamp?, strays: Int = 0, countsSeries: Bool = true
    ) {
        self.number = number
        self.reading = reading
        self.since = since
        self.strays = strays
        self.countsSeries = countsSeries
    }

    /// Whether every voice in the figures was read so.
    public func isWholly(of reading: ReadingEdition) -> Bool { self.reading == reading && strays == 0 }
}

/// How far a new edition has come.
public struct RereadingProgress: Sendable, Hashable {
    public var edition: FiguresEdition
    /// The last voice that was read again; 0 before the first.
    public var reached: Int64
    /// The newest voice there is.
    public var newest: Int64

    public init(edition: FiguresEdition, reached: Int64, newest: Int64) {
        self.edition = edition
        self.reached = reached
        self.newest = newest
    }

    /// Voices still to be read.
    public var left: Int64 { max(0, newest - reached) }
}
