/// That somebody of a store is asked, by a subscription's schedule, what customers complained of most that day.
public struct NoteAsking: Sendable {
    /// The number of the subscription.
    public var subscription: Int64
    /// The day of its schedule.
    public var day: Day
    public var person: String
    /// From when on it may be answered.
    public var at: Timestamp
    public var delivery: Delivery

    /// So long after it was asked an answer is taken for one.
    public static let answerable = Duration.seconds(6 * 3600)
    /// So many things are asked for.
    static let most = 3

    public init(subscription: Int64, day: Day, person: String, at: Timestamp, _ delivery: Delivery) {
        (self.subscription, self.day, self.person) = (subscription, day, person)
        (self.at, self.delivery) = (at, delivery)
    }
}
