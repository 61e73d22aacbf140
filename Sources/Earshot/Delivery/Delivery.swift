/// One matter that must reach one recipient: a warning, a report, an answer that took too long.
public struct Delivery: Sendable, Hashable {
    /// Names the matter and the recipient (`warning/128/opened/wecom:wangfang`). What is enqueued under a key that is
    /// known changes nothing, so that the same matter never reaches the same person twice.
    public var key: String
    /// The configured way out, `wecom/sales`.
    public var channel: String
    /// Whom it is for, as the channel writes its recipients.
    public var recipient: String
    /// What it says, rendered for the platform when it is sent.
    public var reply: Reply
    /// What it shows instead: a picture is a message of its own on every platform, without words.
    public var picture: Picture?
    /// The number of a kept attachment that it shows as its picture: read when it leaves, so that nothing is shown that was removed
    /// meanwhile.
    public var attachment: Int64?
    public var priority: Priority
    /// From when it may be sent; at once where there is nothing.
    public var notBefore: Timestamp?
    /// After this moment it has lost its meaning and is not sent any more.
    public var deadline: Timestamp

    public init(
        key: String, channel: String, recipient: String, reply: Reply, picture: Picture? = nil,
        attachment: Int64? = nil, priority: Priority = .normal, notBefore: Timestamp? = nil,
        deadline: Timestamp
    ) {
        self.key = key
        self.channel = channel
        self.recipient = recipient
        self.reply = reply
        self.picture = picture
        self.attachment = attachment
        self.priority = priority
        self.notBefore = notBefore
        self.deadline = deadline
    }

    /// The keys of a matter that takes several messages, in the order in which they are to arrive: each leaves once the one before
    /// it has ended, whether it arrived or not.
    ///
    /// The last one has the matter's own key: where it is, all of them are.
    public static func keys(ofParts count: Int, of key: String) -> [String] {
        var keys = [key]
        while keys.count < count { keys.insert(keys[0] + partMark, at: 0) }
        return keys
    }

    /// What the key of a message ends in beyond that of the one that follows it.
    public static let partMark = "/0"

    /// How long a delivery is tried that an operator sent on.
    public static let patienceByHand = Duration.seconds(24 * 3600)

    /// What goes first where not everything can go at once.
    public enum Priority: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// Somebody waits for it, or somebody may come to harm.
        case urgent = 0
        case normal = 1
        /// Reports to thousands of subscribers.
        case bulk = 2

        public static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
    }
}

/// Deliveries that leave as one message: mostly one, several where a group's rate forces them together.
public struct Consignment: Sendable, Hashable {
    /// The number of its first delivery: the same at every try, in this file.
    public var number: Int64
    /// The key of its first delivery: the same at every try, so that a platform can tell a repetition, and of no other
    /// message, as a number would be after `bot.db` was restored or begun anew.
    public var key: String
    /// The numbers of all its deliveries.
    public var deliveries: [Int64]
    public var channel: String
    public var recipient: String
    /// The blocks of all its deliveries, in the order in which they were enqueued.
    public var reply: Reply
    /// The picture of its one delivery, where it has one: nothing is put together with it.
    public var picture: Picture?
    /// How often it was begun before.
    public var earlierTries: Int

    public init(
        number: Int64, key: String, deliveries: [Int64], channel: String, recipient: String, reply: Reply,
        picture: Picture? = nil, earlierTries: Int = 0
    ) {
        self.number = number
        self.key = key
        self.deliveries = deliveries
        self.channel = channel
        self.recipient = recipient
        self.reply = reply
        self.picture = picture
        self.earlierTries = earlierTries
    }
}
