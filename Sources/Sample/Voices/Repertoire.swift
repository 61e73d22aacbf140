import Earshot

/// Everything that can be said, ready to be chosen from: built once, read by every generator.
struct Repertoire: Sendable {
    /// One aspect with the phrases about it.
    struct Subject: Sendable {
        let aspect: Aspect
        let phrases: [Phrase]

        init?(_ entry: (aspect: String, phrases: [String])) {
            guard let aspect = Aspect(entry.aspect) else { return nil }
            self.aspect = aspect
            phrases = [Phrase](entry.phrases)
        }
    }

    /// What can be said of the products of one drive.
    private struct Product: Sendable {
        let praise: [(Subject, Double)]
        let complaints: [(Subject, Double)]
        let questions: [(Subject, Double)]
    }

    static let shared = Repertoire()

    private let petrol: Product
    private let hybrid: Product
    private let electric: Product
    private let servicePraise: [(Subject, Double)]
    private let serviceComplaints: [(Subject, Double)]
    private let byAspect: [Polarity: [Aspect: Subject]]

    private init() {
        let praise = ProductPraise.phrases.compactMap(Subject.init)
        let complaints = ProductComplaints.phrases.compactMap(Subject.init)
        let questions = ProductQuestions.phrases.compactMap(Subject.init)
        let thanks = ServiceStories.praise.compactMap(Subject.init)
        let grievances = ServiceStories.complaints.compactMap(Subject.init)

        func product(without unsaid: String?) -> Product {
            func choice(_ subjects: [Subject], _ weights: [String: Double]) -> [(Subject, Double)] {
                subjects.map { ($0, $0.aspect.name == unsaid ? 0 : weights[$0.aspect.name] ?? 2) }
            }
            return Product(
                praise: choice(praise, Repertoire.praiseWeights),
                complaints: choice(complaints, Repertoire.complaintWeights),
                questions: choice(questions, ["price": 4, "delivery": 3]))
        }
        petrol = product(without: "charging")
        hybrid = product(without: nil)
        electric = product(without: "fuel")
        servicePraise = thanks.map { ($0, 1) }
        serviceComplaints = grievances.map { ($0, 1) }
        byAspect = [
            .positive: Repertoire.index(praise + thanks),
            .negative: Repertoire.index(complaints + grievances),
            .neutral: Repertoire.index(questions),
        ]
    }

    /// What there is to say of the products of a drive, and how often: as much for each, with no weight where nobody says it.
    func product(_ drive: SampleSeries.Drive, _ polarity: Polarity) -> [(Subject, Double)] {
        let product =
            switch drive {
            case .petrol: petrol
            case .hybrid: hybrid
            case .electric: electric
            }
        return switch polarity {
        case .positive: product.praise
        case .negative: product.complaints
        case .neutral: product.questions
        }
    }

    /// What there is to say of a store, for which nobody has questions.
    func service(_ polarity: Polarity) -> [(Subject, Double)] {
        polarity == .positive ? servicePraise : serviceComplaints
    }

    func subject(_ aspect: Aspect, _ polarity: Polarity) -> Subject? {
        byAspect[polarity]?[aspect]
    }

    private static func index(_ subjects: [Subject]) -> [Aspect: Subject] {
        Dictionary(subjects.map { ($0.aspect, $0) }) { first, _ in first }
    }

    private static let praiseWeights: [String: Double] = [
        "driver_assist": 9, "space": 12, "exterior": 12, "power": 9, "interior": 8, "comfort": 9, "price": 7,
        "handling": 6, "features": 7, "fuel": 6, "charging": 6, "software": 5, "safety": 4, "quality": 2,
        "delivery": 2,
    ]

    private static let complaintWeights: [String: Double] = [
        "fuel": 8, "software": 11, "quality": 8, "price": 7, "charging": 8, "interior": 5, "comfort": 5,
        "delivery": 4, "driver_assist": 4, "power": 4, "space": 3, "features": 4, "parts.sunroof": 0.7,
        "parts.wiper": 0.7, "parts.glass": 0.7, "parts.door": 0.8, "parts.gearbox": 1.2,
        "logistics.late": 0.8,
        "logistics.damaged": 0.6, "logistics.tracking": 0.6, "channel.price_war": 0.8,
        "channel.cross_region": 0.6, "parts.tire": 1.2, "parts.screen": 1.2, "parts.battery": 1.2,
        "parts.brake": 1.2, "parts.air_conditioning": 1.2, "parts.paint": 1.2, "parts.seat": 0.8,
        "parts.light": 1, "parts.chassis": 1,
    ]
}
