import Earshot

/// How well what is understood agrees with labels.
struct LabelScore {
    private(set) var texts = 0
    private var pairs = Agreement()
    private var aspects = Agreement()
    private var byAspect: [Aspect: Agreement] = [:]
    private var byPolarity: [Polarity: Agreement] = [:]
    /// The aspects that the labels know; what is understood of others is nobody's fault.
    private let labelled: Set<Aspect>
    private var signs = Agreement()
    /// Complaints by the sign of the lean among the labels that are praise or complaint.
    private var complaints = Agreement()
    private var calibration = Calibration()
    private var evidence = EvidenceScore()
    private var cities = CityScore()

    /// Counts of what is wanted, given, and both.
    struct Agreement {
        var wanted = 0
        var given = 0
        var both = 0

        var precision: Double { Double(both) / Double(max(1, given)) }
        var recall: Double { Double(both) / Double(max(1, wanted)) }
        var f1: Double { Double(2 * both) / Double(max(1, wanted + given)) }

        mutating func count<Element>(_ wanted: Set<Element>, _ given: Set<Element>) {
            self.wanted += wanted.count
            self.given += given.count
            both += wanted.intersection(given).count
        }
    }

    /// How far probabilities are from what comes true: the expected calibration error over ten classes (Guo et al., "On
    /// Calibration of Modern Neural Networks", ICML 2017).
    struct Calibration {
        private var classes = [(count: Int, hits: Int, sum: Double)](repeating: (0, 0, 0), count: 10)

        var count: Int { classes.reduce(0) { $0 + $1.count } }

        mutating func add(_ probability: Double, isTrue: Bool) {
            let number = min(9, max(0, Int(probability * 10)))
            classes[number].count += 1
            classes[number].hits += isTrue ? 1 : 0
            classes[number].sum += probability
        }

        var error: Double {
            classes.reduce(0) { $0 + abs($1.sum - Double($1.hits)) } / Double(max(1, count))
        }
    }

    init(_ texts: [LabelledText]) {
        labelled = Set(texts.flatMap { ($0.opinions ?? []).map(\.aspect) })
    }

    mutating func add(_ text: LabelledText, _ reading: Reading) {
        texts += 1
        if let terms = text.terms { evidence.add(terms, of: text.text, reading) }
        if let place = text.place { cities.add(place, reading) }
        if let labels = text.opinions { addOpinions(Set(labels), reading) }
        if let overall = text.sentiment, overall != .neutral {
            signs.wanted += 1
            signs.given += 1
            if reading.sentiment != 0, (reading.sentiment > 0) == (overall == .positive) { signs.both += 1 }
        }
    }

    private mutating func addOpinions(_ labels: Set<LabelledText.Label>, _ reading: Reading) {
        // Of an aspect's child its parent counts, where only the parent is labelled.
        let opinions = reading.opinions.compactMap {
            opinion -> (label: LabelledText.Label, opinion: Opinion)? in
            let known = [opinion.aspect, opinion.aspect.root].first { labelled.contains($0) }
            return known.map { (.init(aspect: $0, polarity: opinion.polarity), opinion) }
        }
        let given = Set(opinions.map(\.label))
        pairs.count(labels, given)
        aspects.count(Set(labels.map(\.aspect)), Set(given.map(\.aspect)))
        for aspect in labelled {
            byAspect[aspect, default: Agreement()].count(
                labels.filter { $0.aspect == aspect }, given.filter { $0.aspect == aspect })
        }
        for polarity in [Polarity.positive, .neutral, .negative] {
            byPolarity[polarity, default: Agreement()].count(
                labels.filter { $0.polarity == polarity }, given.filter { $0.polarity == polarity })
        }
        for label in labels where label.polarity != .neutral {
            let isBlamed = opinions.contains { $0.label.aspect == label.aspect && $0.opinion.lean < 0 }
            if label.polarity == .negative { complaints.wanted += 1 }
            if isBlamed { complaints.given += 1 }
            if isBlamed, label.polarity == .negative { complaints.both += 1 }
        }
        for (label, opinion) in opinions {
            if let probability = opinion.probability {
                calibration.add(probability, isTrue: labels.contains(label))
            }
        }
    }

    /// One JSON object; figures of what no label speaks of are left out.
    func line(_ name: String) -> JSONLine {
        var line = JSONLine()
        line.add("labels", name)
        line.add("texts", texts)
        if pairs.wanted > 0 {
            line.add("pair_f1", pairs.f1, digits: 4)
            line.add("pair_precision", pairs.precision, digits: 4)
            line.add("pair_recall", pairs.recall, digits: 4)
            line.add("aspect_f1", aspects.f1, digits: 4)
            for (polarity, agreement) in byPolarity.sorted(by: { $0.key.rawValue < $1.key.rawValue })
            where agreement.wanted > 0 {
                switch polarity {
                case .negative: line.add("recall_negative", agreement.recall, digits: 4)
                case .neutral: line.add("recall_neutral", agreement.recall, digits: 4)
                case .positive: line.add("recall_positive", agreement.recall, digits: 4)
                }
            }
            line.add("complaints_by_lean_recall", complaints.recall, digits: 4)
            line.add("complaints_by_lean_precision", complaints.precision, digits: 4)
            if calibration.count > 0 { line.add("calibration_error", calibration.error, digits: 4) }
            line.add(
                "aspects",
                byAspect.sorted { $0.key < $1.key }.map { aspect, agreement in
                    var object = JSONLine()
                    object.add("aspect", aspect.name)
                    object.add("labels", agreement.wanted)
                    object.add("f1", agreement.f1, digits: 4)
                    return object
                })
        }
        evidence.add(to: &line)
        cities.add(to: &line)
        if signs.wanted > 0 { line.add("sentiment_accuracy", signs.recall, digits: 4) }
        return line
    }
}
