/// Takes in voices that arrive piece by piece.
public protocol VoiceIntake: Sendable {
    /// Opens a delivery: NDJSON, one voice a line, or a JSON array of voices.
    ///
    /// - Parameter client: The name of the token it came with, for the audit trail.
    func open(for client: String) async throws -> any VoiceDelivery
}

/// One delivery under way. It has one owner, who calls one method at a time.
public protocol VoiceDelivery: Sendable {
    /// Takes the next bytes; a line may begin in one piece and end in another.
    ///
    /// Returns when the bytes are taken in, so that a slow disk slows the sender.
    func feed(_ bytes: [UInt8]) async throws

    /// Says what became of all lines, once every accepted voice is on disk.
    func finish() async throws -> IntakeReport

    /// The rest will not come. What was taken in before may stay: the same voices sent again count once.
    func abandon() async
}

/// What became of a delivery of voices.
public struct IntakeReport: Sendable, Equatable, Codable {
    /// Voices that are new and on disk.
    public var accepted: Int
    /// Those of the accepted that were taken for advertisements: they are kept and not counted.
    public var advertisements = 0
    /// Voices that were on disk before.
    public var repeated: Int
    /// Those of the accepted whose city nobody knows: they count for the nation only.
    public var unplaced = 0
    /// The first of the unknown cities' names, each once.
    public var unknownCities: [String] = []
    /// Those of the accepted whose dealer nobody knows: they count for no store.
    public var unassigned = 0
    /// The first of the unknown dealers' ids, each once.
    public var unknownDealers: [String] = []
    /// Lines that are no voice.
    public var rejected: Int
    /// The first of the rejected lines; at most `listLimit`.
    public var rejections: [Rejection]
    /// Whether the delivery ended within its JSON array. What came before the end is taken in.
    public var isCutOff = false

    /// How many rejected lines a report lists.
    public static let listLimit = 100

    public init(accepted: Int = 0, repeated: Int = 0, rejected: Int = 0, rejections: [Rejection] = []) {
        self.accepted = accepted
        self.repeated = repeated
        self.rejected = rejected
        self.rejections = rejections
    }

    private enum CodingKeys: String, CodingKey {
        case accepted, advertisements, repeated, unplaced, unassigned, rejected, rejections
        case unknownCities = "unknown_cities"
        case unknownDealers = "unknown_dealers"
    }

    /// Counts a rejected line, and lists it while there is room.
    public mutating func reject(_ rejection: Rejection) {
        rejected += 1
        if rejections.count < IntakeReport.listLimit { rejections.append(rejection) }
    }

    /// Why a line is no voice.
    public struct Rejection: Sendable, Equatable, Codable {
        /// The line on which the row begins, counted from 1.
        public var line: Int
        /// The number of the element in a JSON array, counted from 1; nothing in NDJSON.
        public var element: Int?
        /// The field at fault, or nothing when it is the whole line.
        public var field: String?
        public var reason: String

        /// Whether the row is no JSON at all.
        public var isNotJSON: Bool { field == nil && reason == JSONFault.notJSON.rawValue }

        public init(line: Int, element: Int? = nil, field: String? = nil, reason: String) {
            self.line = line
            self.element = element
            self.field = field
            self.reason = reason
        }
    }
}
