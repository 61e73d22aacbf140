/// What is watched: the complaints of a place, about one aspect or about anything.
public struct WatchedMatter: Hashable, Sendable {
    public var place: WatchedPlace
    /// Nothing for complaints as a whole.
    public var aspect: Aspect?

    public init(_ place: WatchedPlace, _ aspect: Aspect?) {
        (self.place, self.aspect) = (place, aspect)
    }

    /// Whether every complaint of another matter is one of this.
    func contains(_ other: WatchedMatter) -> Bool {
        guard place.contains(other.place) else { return false }
        guard let aspect else { return true }
        return other.aspect?.isWithin(aspect) == true
    }
}
