public import Earshot

/// The sample: the fictitious brand 星驰, its rivals and what people say of them.
///
/// The same arguments give the same voices on every machine. Voices come in the order of their time, in
/// constant memory, so a million of them can be streamed.
public struct SampleBrand: Sendable {
    public let seed: UInt64
    /// The day after the last voice.
    public let today: Day
    /// How many voices there are.
    public let count: Int
    /// Over how many days before `today` they are spread.
    public let days: Int

    public init(seed: UInt64, today: Day, count: Int = 50_000, days: Int = 120) {
        self.seed = seed
        self.today = today
        self.count = max(0, count)
        self.days = max(1, days)
    }

    /// What can be asserted of the voices.
    public var facts: PlantedFacts { PlantedFacts(today: today) }

    /// The voices in the order of their time.
    public func voices() -> some Sequence<Voice> {
        labelledVoices().lazy.map(\.voice)
    }

    /// The voices with what each text was made from.
    public func labelledVoices() -> some Sequence<LabelledVoice> {
        LabelledVoices(self)
    }
}
