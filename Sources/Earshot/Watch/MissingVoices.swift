/// Of the voices that usually come in a day, the share that sources bring which are silent now.
struct MissingVoices: Sendable {
    /// Of all voices.
    var overall: Double
    /// Of those of a place, where that was counted.
    var places: [WatchedPlace: Double] = [:]

    /// Nobody knows how much is missing.
    static let unknown = MissingVoices(overall: 1)

    /// Whether it is open while they are silent if a day was ordinary in a place.
    func leaveOpen(_ place: WatchedPlace) -> Bool {
        places[place] ?? overall >= SourceSilence.materialShare
    }
}
