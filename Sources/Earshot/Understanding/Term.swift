/// Everything a term of the lexicon can do in a clause.
struct Term: Sendable, Equatable {
    /// What part a word plays beside naming aspects and opinions. A term plays at most one.
    enum Role: UInt8, Sendable {
        case none
        case negation
        case degree
        case collective
        case contrast
        case question
        case wish
        case supposition
        case comparison
        case inferior
        /// Carries a negation on to what follows: 并不觉得油耗高.
        case carrier
        /// Hides shorter terms inside it.
        case inert
    }

    /// How an opinion word finds what it is about.
    enum Reach: UInt8, Sendable {
        /// Names no opinion.
        case none
        /// Whatever target is near.
        case target
        /// The target that is near, or else the term's own aspects.
        case targetOrOwn
        /// The term's own aspects only.
        case own
        /// The target that is near and the term's own aspects.
        case both
    }

    /// An aspect a term speaks of, and how strongly.
    struct Link: Sendable, Equatable {
        var aspect: Aspect
        /// Salience (log-odds) for a target, strength -2…2 for an opinion.
        var weight: Float
    }

    var role = Role.none
    /// Factor of a degree word.
    var factor: Float = 1
    var targets: [Link] = []
    /// 1 if much of it pleases, -1 if it displeases, 0 if neither is known.
    var direction: Int8 = 0
    var reach = Reach.none
    /// Strength of an opinion about whatever target it meets; 0 when only `own` says.
    var strength: Float = 0
    /// Strength as an amount, to be multiplied with the target's direction.
    var amount: Float = 0
    /// The term's own aspects with their strengths.
    var own: [Link] = []
    var cue: Cue = []
    /// Whether what it is about may stand some words behind it: 不喜欢这个外观.
    var takesObject = false
    /// Whether the negation may also stand behind what it denies: 一句好话没有.
    var isDenial = false

    /// What else a term tells about the text.
    struct Cue: OptionSet, Sendable {
        let rawValue: UInt16
        static let buying = Cue(rawValue: 1)
        static let bought = Cue(rawValue: 2)
        static let workshop = Cue(rawValue: 4)
        static let pricing = Cue(rawValue: 8)
        static let asking = Cue(rawValue: 16)
        static let advert = Cue(rawValue: 32)
        static let offer = Cue(rawValue: 64)
        static let contact = Cue(rawValue: 128)
        static let seller = Cue(rawValue: 256)
        static let customer = Cue(rawValue: 512)
    }

    /// The salience of a target word for which none was learned.
    static let usualSalience: Float = 1.5
}
