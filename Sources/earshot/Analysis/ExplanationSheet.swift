import Earshot

/// Why a text is understood as it is, for a person.
struct ExplanationSheet {
    private let bytes: [UInt8]
    private let explanation: ReadingExplanation
    private let id: String

    /// How many weights of a decision are shown one by one.
    private static let mostWeights = 8

    init(_ id: String, _ text: String, _ explanation: ReadingExplanation) {
        self.id = id
        bytes = Array(text.utf8)
        self.explanation = explanation
    }

    var text: String {
        var lines = ["\(Terminal.field(id))  \(words(0..<bytes.count))"]
        for clause in explanation.clauses {
            lines.append("  \(words(clause.bytes))")
            for term in clause.terms where !term.senses.isEmpty {
                let senses = term.senses.map(ExplanationSheet.words).joined(separator: "; ")
                lines.append("    \(words(term.bytes)): \(senses)")
            }
        }
        if !explanation.votes.isEmpty {
            lines.append("  rules")
            for vote in explanation.votes {
                let note = vote.isStated ? "" : " (asked, wished or supposed)"
                lines.append(
                    "    \(vote.aspect) \(PlainNumber.signed(vote.value)): \(words(vote.bytes))\(note)")
            }
        }
        for judgement in explanation.judgements { lines += self.lines(of: judgement) }
        if let city = explanation.reading.city, let mention = explanation.reading.cityMention {
            lines.append(
                "  city \(city) \(PlainNumber.hundredths(mention.confidence)): 「\(words(mention.bytes))」 "
                    + mention.setting.plainWords)
        }
        if let sentiment = explanation.sentiment {
            let value = PlainNumber.hundredths(explanation.reading.sentiment)
            lines.append(
                "  whole text \(value), praise \(share(sentiment.probability)) of praise and complaint")
            lines.append("    \(sum(sentiment))")
        } else {
            lines.append("  whole text \(PlainNumber.hundredths(explanation.reading.sentiment))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(of judgement: ReadingExplanation.Judgement) -> [String] {
        let best = judgement.shares.max { $0.share < $1.share }
        let polarity = best?.polarity.plainName ?? ""
        let shares = judgement.shares.map { "\($0.polarity.plainName) \(share($0.share))" }
            .joined(separator: ", ")
        return [
            "  \(judgement.aspect), \(polarity): \(share(judgement.probability))"
                + (judgement.isGiven ? "" : ", too unlikely to be given"),
            "    speaks of it \(share(judgement.mention.probability)): \(sum(judgement.mention))",
            "    \(shares)",
            "    \(polarity): \(sum(judgement.polarity))",
        ]
    }

    private func share(_ probability: Float) -> String { PlainNumber.hundredths(Double(probability)) }

    /// `base -3.10, 耗太 +0.91, ... 41 others +0.52 = -1.67`
    private func sum(_ decision: ReadingExplanation.Decision) -> String {
        var parts = ["base \(PlainNumber.signed(decision.base))"]
        let shown = decision.weights.prefix(ExplanationSheet.mostWeights)
        parts += shown.map { "\(words($0.source)) \(PlainNumber.signed($0.score))" }
        let rest = decision.weights.dropFirst(ExplanationSheet.mostWeights)
        if !rest.isEmpty {
            let sum = rest.reduce(Float(0)) { $0 + $1.score }
            parts.append("\(rest.count) others \(PlainNumber.signed(sum))")
        }
        return parts.joined(separator: ", ") + " = \(PlainNumber.signed(decision.score))"
    }

    private func words(_ source: ReadingExplanation.Source) -> String {
        switch source {
        case .figure(let name): name
        case .characters(let span, .text): "「\(words(span))」"
        case .characters(let span, .clauses): "「\(words(span))」 in its clauses"
        case .characters(let span, .before): "「\(words(span))」 before its word"
        case .characters(let span, .after): "「\(words(span))」 behind its word"
        }
    }

    private func words(_ span: Range<Int>) -> String {
        Terminal.field(String(decoding: bytes[span.clamped(to: 0..<bytes.count)], as: UTF8.self))
    }

    private static func words(_ sense: ReadingExplanation.Sense) -> String {
        switch sense {
        case .aspect(let aspect): "about \(aspect)"
        case .opinion(nil, let strength): "opinion \(PlainNumber.signed(strength))"
        case .opinion(let aspect?, let strength): "opinion on \(aspect) \(PlainNumber.signed(strength))"
        case .amount(let amount): "amount \(PlainNumber.signed(amount))"
        case .degree(let factor): "degree \(PlainNumber.hundredths(Double(factor)))"
        case .role(let role): role
        case .product(let name), .dealer(let name), .firm(let name): Terminal.field(name)
        }
    }
}

extension CityMention.Setting {
    /// What it is for somebody who reads a sheet.
    var plainWords: String {
        switch self {
        case .home: "behind words that say the writer is there"
        case .alone: "begins a text or clause"
        case .local: "before words of what is offered, bought or driven there"
        case .plain: "has nothing beside it that tells"
        case .amongOthers: "is the writer's among several cities"
        case .passing: "is named in passing, so it does not count in figures"
        }
    }
}
