import Earshot

/// What a voice is counted under: itself as a whole, each aspect it has an opinion on, and the aspects above these;
/// each once, however often and however differently the text speaks of it.
struct Mentions {
    struct Mention {
        /// Nothing for the voice as a whole.
        var aspect: Aspect?
        /// Praise, complaint or neither for people who read figures: by the sign of the lean, which also sees a side
        /// in mild remarks that the three-way label calls neutral.
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
        for index in all.indices where all[index].aspect != nil {
            all[index].polarity = Polarity(lean: all[index].lean)
        }
    }

    /// Several opinions under one aspect, as a parent gets from its children, are one mention with their sum.
    private mutating func add(_ opinion: Opinion, to aspect: Aspect) {
        guard let known = all.firstIndex(where: { $0.aspect == aspect }) else {
            all.append(
                Mention(aspect: aspect, polarity: .neutral, lean: opinion.lean, evidence: opinion.evidence))
            return
        }
        if abs(opinion.lean) > abs(all[known].lean) { all[known].evidence = opinion.evidence }
        all[known].lean = max(-1, min(1, all[known].lean + opinion.lean))
    }
}
