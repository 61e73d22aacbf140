import Earshot

/// How two ways of understanding differ over many texts.
struct ReadingDifference {
    private var texts = 0
    private var changed = 0
    private var signs = 0
    private var facts = 0
    private var aspects: [Aspect: Counts] = [:]

    private struct Counts {
        var more = 0
        var fewer = 0
        var turned = 0
    }

    /// Counts a text.
    ///
    /// - Returns: what is different, a line each; how strong an opinion is, alone, is no difference.
    mutating func add(_ before: Reading, _ after: Reading) -> [String] {
        texts += 1
        var changes: [String] = []
        for aspect in Set((before.opinions + after.opinions).map(\.aspect)).sorted() {
            let old = before.opinions.first { $0.aspect == aspect }
            let new = after.opinions.first { $0.aspect == aspect }
            guard
                old?.polarity != new?.polarity
                    || old.map(ReadingDifference.side(of:)) != new.map(ReadingDifference.side(of:))
            else { continue }
            changes.append("\(aspect): \(ReadingDifference.words(old)) -> \(ReadingDifference.words(new))")
            if old == nil {
                aspects[aspect, default: Counts()].more += 1
            } else if new == nil {
                aspects[aspect, default: Counts()].fewer += 1
            } else {
                aspects[aspect, default: Counts()].turned += 1
            }
        }
        if before.polarity != after.polarity {
            signs += 1
            changes.append(
                "whole text: \(ReadingDifference.number(before.sentiment)) -> \(ReadingDifference.number(after.sentiment))"
            )
        }
        let others = ReadingDifference.facts(before, after)
        if !others.isEmpty { facts += 1 }
        changes += others
        if !changes.isEmpty { changed += 1 }
        return changes
    }

    /// What the figures count it as: they go by the lean.
    private static func side(of opinion: Opinion) -> Polarity { Polarity(lean: opinion.lean) }

    private static func words(_ opinion: Opinion?) -> String {
        guard let opinion else { return "nothing" }
        let counted = side(of: opinion)
        let words =
            counted == opinion.polarity
            ? counted.plainName : "\(opinion.polarity.plainName), counted as \(counted.plainName)"
        return opinion.probability.map { "\(words) (\(number($0)))" } ?? words
    }

    private static func facts(_ before: Reading, _ after: Reading) -> [String] {
        func change(_ name: String, _ old: String?, _ new: String?) -> String? {
            old == new ? nil : "\(name): \(old ?? "nothing") -> \(new ?? "nothing")"
        }
        func word(_ flag: Bool) -> String { flag ? "yes" : "no" }
        return [
            change("city", before.city, after.city), change("brand", before.brand, after.brand),
            change("series", before.series, after.series), change("dealer", before.dealer, after.dealer),
            change("courier", before.courier, after.courier),
            change("supplier", before.supplier, after.supplier),
            change("buyer", word(before.intentToBuy), word(after.intentToBuy)),
            change("advertisement", word(before.isAdvertisement), word(after.isAdvertisement)),
        ].compactMap(\.self)
    }

    /// How many texts change and, by aspect, how.
    var summary: String {
        guard changed > 0 else { return "no text of \(texts) changes" }
        var lines = [
            "\(changed) of \(texts) texts change: \(signs) as a whole between praise, remark and complaint,"
                + " \(facts) in what is known beside opinions"
        ]
        lines += aspects.sorted { $0.key < $1.key }.map { aspect, counts in
            "    \(aspect): \(counts.more) more, \(counts.fewer) fewer, \(counts.turned) turned"
        }
        return lines.joined(separator: "\n")
    }

    private static func number(_ value: Double) -> String { PlainNumber.hundredths(value) }
}

extension Polarity {
    /// What it is for somebody who reads a sheet.
    var plainName: String {
        switch self {
        case .negative: "complaint"
        case .neutral: "remark"
        case .positive: "praise"
        }
    }
}

/// Numbers for a person.
enum PlainNumber {
    /// With two digits behind the point: -0.05.
    static func hundredths(_ value: Double) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        let digits = String(100 + hundredths % 100).dropFirst()
        return "\(value < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(digits)"
    }

    /// The same with its sign in any case: +0.31.
    static func signed(_ value: Float) -> String {
        let number = hundredths(Double(value))
        return number.hasPrefix("-") ? number : "+\(number)"
    }
}
