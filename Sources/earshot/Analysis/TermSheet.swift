import Earshot

/// What a term of the word lists does in many texts, as `earshot lexicon` prints it.
struct TermSheet {
    let use: TermUse
    let order: LexiconUse.Order

    static let columns = ["term", "texts", "followed", "overruled", "undecided", "share", "aspects"]

    /// One line, its fields separated by tabs: `太高`, in how many texts, its votes followed, overruled and undecided, the
    /// share overruled, and by aspect `fuel 12/3` (followed/overruled).
    var line: String {
        let aspects = use.aspectsByVotes.map {
            "\($0.aspect) \($0.counts.followed)/\($0.counts.overruled)"
        }
        let numbers = [use.texts, use.all.followed, use.all.overruled, use.all.undecided].map(String.init)
        let share = use.all.votes > 0 ? PlainNumber.hundredths(use.all.overruledShare) : ""
        return ([Terminal.field(use.term)] + numbers + [share, aspects.joined(separator: ", ")])
            .joined(separator: "\t")
    }

    /// The same as an object of JSON, with three quotes.
    var json: [UInt8] {
        var line = JSONLine()
        line.add("term", use.term)
        line.add("texts", use.texts)
        line.add(contentsOf: TermSheet.counts(use.all))
        line.add(
            "aspects",
            use.aspectsByVotes.map { aspect, counts in
                var object = JSONLine()
                object.add("aspect", aspect.name)
                object.add(contentsOf: TermSheet.counts(counts))
                return object
            })
        line.add(
            "quotes",
            use.quotes(first: order.outcome).map { quote in
                var object = JSONLine()
                object.add("text", quote.words)
                object.add("aspect", quote.vote.aspect.name)
                object.add("polarity", (quote.vote.isPraise ? Polarity.positive : .negative).rawValue)
                object.add("outcome", quote.vote.outcome.rawValue)
                return object
            })
        return line.finished
    }

    private static func counts(_ counts: TermUse.Counts) -> JSONLine {
        var line = JSONLine()
        line.add("followed", counts.followed)
        line.add("overruled", counts.overruled)
        line.add("undecided", counts.undecided)
        return line
    }
}
