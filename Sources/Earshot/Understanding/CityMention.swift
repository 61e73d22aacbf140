/// How a text names the city that it is taken to come from.
public struct CityMention: Sendable, Equatable {
    public var setting: Setting
    /// The bytes of the name by which it was chosen.
    public var bytes: Range<Int>

    public init(setting: Setting, bytes: Range<Int>) {
        self.setting = setting
        self.bytes = bytes
    }

    /// What stands beside the name, the most telling first.
    public enum Setting: String, Sendable, CaseIterable {
        /// Words that say the writer is of the city or in it: 坐标杭州, 我是杭州的.
        case home
        /// Nothing before it in its clause: 杭州，新款没有优惠.
        case alone
        /// Words of what is offered, bought or driven there: 杭州这边, 杭州提车.
        case local
        /// Something else.
        case plain
        /// The same as `home`, while the text names other cities as well.
        case amongOthers
        /// Words of a journey, a fair, a maker, or of somebody else: 去杭州, 杭州车展, 楼主杭州的.
        case passing
    }

    /// How likely the writer lives, bought or was served there, from 0 to 1.
    ///
    /// Counted with the words of `places.json5` in texts that name a city: 210 posts of a car forum and 171 of buyers and
    /// owners of one series, labelled for this, and 22 reviews by owners whose city is known. Of each setting
    /// (right + 1) / (texts + 2).
    public var confidence: Double {
        switch setting {
        case .home: 0.99
        case .alone: 0.96
        case .local: 0.92
        case .plain: 0.81
        case .amongOthers: 0.58
        case .passing: 0.26
        }
    }

    /// A name that is less likely than not to be the writer's city counts for no city.
    public static let leastThatCounts = 0.5
}

extension CityMention.Setting: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
