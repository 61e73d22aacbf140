/// What came in, replayed as if every voice had come in when it was published: the voices that tell of a danger, and how many
/// each source brought on each day.
public struct ReplayedSigns: Sendable {
    private let days: ClosedRange<Day>
    private let safety: SafetyWords
    private var dangers: [ArrivedVoice] = []
    private var sources: [String: [Day: Int]] = [:]

    /// - Parameter days: those that are replayed.
    public init(of days: ClosedRange<Day>, _ safety: SafetyWords) {
        (self.days, self.safety) = (days, safety)
    }

    /// Takes note of a voice, in whatever order; what is of other days changes nothing.
    public mutating func add(_ voice: ArrivedVoice) {
        guard voice.day <= days.upperBound, voice.day >= days.lowerBound - SourceSilence.memory else {
            return
        }
        sources[voice.source, default: [:]][voice.day, default: 0] += 1
        guard days.contains(voice.day), safety.danger(in: voice) != nil else { return }
        dangers.append(voice)
    }

    /// Takes note of all that came in.
    ///
    /// - Parameter onVoices: called with the number of the last voice that was read.
    /// - Throws: what the arrivals throw.
    public mutating func add(
        all arrivals: some VoiceArrivals, onVoices: (Int64) -> Void = { _ in }
    ) async throws {
        var last: Int64 = 0
        while true {
            let page = try await arrivals.arrivals(after: last, limit: 2000)
            guard let end = page.last else { break }
            for voice in page { add(voice) }
            last = end.number
            onVoices(last)
        }
    }

    /// The dangers in the order in which they were published.
    func sorted() -> ReplayedSigns {
        var signs = self
        signs.dangers.sort { ($0.publishedAt, $0.number) < ($1.publishedAt, $1.number) }
        return signs
    }

    /// Whether a danger was told of after a moment, up to another.
    func tellsOfDanger(after earlier: Timestamp, until now: Timestamp) -> Bool {
        dangers.contains { $0.publishedAt > earlier && $0.publishedAt <= now }
    }

    /// What had come in by a moment of a day; of the day itself only the dangers.
    func seen(at now: Timestamp, on day: Day) -> any VoiceArrivals { Seen(signs: self, now: now, today: day) }

    private struct Seen: VoiceArrivals {
        let signs: ReplayedSigns
        let now: Timestamp
        let today: Day

        /// Numbered as they were published.
        func arrivals(after number: Int64, limit: Int) async throws -> [ArrivedVoice] {
            let seen = signs.dangers.prefix { $0.publishedAt <= now }
            return seen.enumerated().dropFirst(Int(number)).prefix(limit).map { index, voice in
                var voice = voice
                voice.number = Int64(index + 1)
                return voice
            }
        }

        func lastArrival() async throws -> Int64 {
            Int64(signs.dangers.prefix { $0.publishedAt <= now }.count)
        }

        func sourceArrivals(during days: ClosedRange<Day>) async throws -> [String: [DailyArrivals]] {
            signs.sources.mapValues { counts in
                counts.filter { days.contains($0.key) && $0.key < today }.sorted { $0.key < $1.key }
                    .map { DailyArrivals(day: $0.key, voices: $0.value) }
            }
        }

        /// Which source a place has its voices from is not kept for all the days of a replay.
        func shares(
            of sources: Set<String>, in places: Set<WatchedPlace>, during days: ClosedRange<Day>
        ) async throws -> [WatchedPlace: Double] { [:] }
    }
}
