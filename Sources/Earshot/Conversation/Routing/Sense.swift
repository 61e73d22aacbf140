/// One thing a piece of a message can mean. A word may have several senses (投诉 is a complaint and a cue).
enum Sense: Hashable, Sendable {
    /// A word of a class that patterns name.
    case word(WordClass)
    case city(String)
    case region(String)
    /// A province by its short name.
    case province(String)
    /// A city and those next to it: 南京一带.
    case surroundings(of: String)
    case dealer(String)
    case product(Product)
    case aspect(Aspect)
    /// Narrows an aspect to the child of this name; `alone` is what the word means without a parent beside it.
    case facet(String, alone: Aspect?)
    case polarity(Polarity)
    case period(Period)
    /// What reads like a time and gives none.
    case noPeriod(UnclearPeriod)
    case nation
    case previous
    case status(String)
    case topic(String)
    /// A1, A12: the number of a warning.
    case alert(Int)
    /// #128: a number written as suggestions are.
    case hash(Int)
    /// 12号: the twelfth of the month, or number 12, as the sentence decides.
    case ordinal(Int)
    case number(Int)
    /// 3个, 5条: how many, never which.
    case count(Int)
    /// `30m`, `2h`, `1d`.
    case duration(String)
    /// Minutes since midnight.
    case clock(Int)
    /// 每天, 每周一, 每月1号.
    case every(Recurrence)
    /// 周一 … 周日, 0 for Monday, when no 每 precedes it.
    case weekday(Int)
}

extension Sense {
    /// What a word within a longer word says of the longer one as well.
    enum Inherited: CaseIterable {
        case aspect, status, topic
    }

    /// Whether it names one warning or suggestion; the word for it is then said of that one alone.
    var isNumbered: Bool {
        switch self {
        case .alert, .hash: true
        default: false
        }
    }

    var inherited: Inherited? {
        switch self {
        case .aspect, .facet(_, .some): .aspect
        case .status: .status
        case .topic: .topic
        default: nil
        }
    }
}

/// A class of words that mean the same in patterns.
struct WordClass: Hashable, Sendable {
    /// Its position among the features a pattern can ask for.
    let feature: Int
}

/// How often something comes, as far as it was said.
enum Recurrence: Hashable, Sendable {
    case day
    /// Every day on which people work.
    case workday
    case week(weekday: Int?)
    case month(day: Int?)
}
