import Earshot

/// What a voice is counted under: itself as a whole, each aspect it has an opinion on, and the aspects above these;
/// each with a polarity once, however often the text says it.
struct Mentions {
    struct Mention {
        /// Nothing for the voice as a whole.
        var aspect: Aspect?
        var polarity: Polarity
        var lean: Double
        var evidence: Range<Int>?
    }

    private(set) var all: [Mention]

    init(of reading: Reading) {
        all = [Mention(polarity: reading.polarity, lean: reading.sentiment)]
        // In a comparison an opinion may be about another product than the voice itself.
        for opinion in reading.opinions where opinion.brand == nil {
            add(opinion, to: opinion.aspect)
            if let parent = opinion.aspect.parent { add(opinion, to: parent) }
        }
    }

    private mutating func add(_ opinion: Opinion, to aspect: Aspect) {
        let polarity = opinion.leaning
        guard !all.contains(where: { $0.aspect == aspect && $0.polarity == polarity }) else { return }
        all.append(
            Mention(aspect: aspect, polarity: polarity, lean: opinion.lean, evidence: opinion.evidence))
    }
}

extension Opinion {
    /// Praise, complaint or neither for people who read figures: by the sign of `lean`, which also sees a side in
    /// mild remarks that the three-way label calls neutral.
    var leaning: Polarity { Polarity(lean: lean) }
}
