/// The commands in the form in which messages are compared with them.
struct Phrasebook: Sendable {
    /// A command with its intent and slots resolved.
    struct Entry: Sendable {
        var intent: Intent
        var takes: FeatureSet
        var command: Commands.Command
    }

    private(set) var lexicon = CommandLexicon()
    /// The words of `lexicon` by what is typed for them.
    private(set) var misspellings: Misspellings
    private(set) var entries: [Entry] = []
    private(set) var patterns: [Pattern] = []
    private var featuresOfIntents: [Intent: FeatureSet] = [:]
    /// What each pattern cannot do without, beside `patterns` so that it is read quickly.
    private(set) var necessary: [FeatureSet] = []
    private var positions: [Intent: Int] = [:]

    /// Classes that the router itself knows the meaning of; each may be missing from the file.
    private(set) var filler = FeatureSet()
    private(set) var marker = FeatureSet()
    private(set) var here = FeatureSet()
    private(set) var recent = FeatureSet()
    private(set) var ownStore = FeatureSet()
    private(set) var offTopic = FeatureSet()
    private(set) var question = FeatureSet()
    private(set) var versus: WordClass?
    /// Words right behind which the other side of a comparison stands, while the own one is known (和, 比).
    private(set) var beside: WordClass?
    /// Words that take what stands behind them out of the question (去掉, 除了).
    private(set) var without = FeatureSet()
    private(set) var store = FeatureSet()
    private(set) var competitor = FeatureSet()
    private(set) var best = FeatureSet()
    private(set) var compare = FeatureSet()
    private(set) var many = FeatureSet()
    private(set) var quotes = FeatureSet()
    /// Words behind which stands what was said (说, 提到).
    private(set) var told = FeatureSet()
    /// Words that turn what follows in the same clause into something that is not wanted (先别认领).
    private(set) var not = FeatureSet()
    /// Words that ask whether or by whom something was done (谁认领了).
    private(set) var done = FeatureSet()
    /// Words that alone in a later clause take back what was wished (认领A12,算了).
    private(set) var takenBack = FeatureSet()
    /// Words that make what follows in the same clause a condition (如果A12解决了).
    private(set) var condition = FeatureSet()
    /// Words that end a subscription (退订), those that do beside a word for what is sent (不要), and those of either that
    /// are undone by 别 before them.
    private(set) var unsubscribe = FeatureSet()
    private(set) var negation = FeatureSet()
    private(set) var ending = FeatureSet()
    /// Words for what is sent (周报).
    private(set) var report = FeatureSet()
    /// What is subscribed to, and the aspects of it.
    private(set) var sent: FeatureSet = {
        var set = FeatureSet()
        set.insert(Feature.topic)
        set.insert(Feature.aspect)
        return set
    }()
    /// Words before what something is done to (把).
    private(set) var taking = FeatureSet()
    /// Words that deny what stands behind them and have the right one follow (不是油耗是空间).
    private(set) var rather = FeatureSet()
    /// Words that take what stands before them out of the question (油耗就算了,看空间).
    private(set) var setAside = FeatureSet()
    /// Words between two wishes, the longest first, and those of them that divide a clause.
    private(set) var joints: [[UInt32]] = []
    private(set) var dividers: [[UInt32]] = []
    /// Words that compare with the year before (同比).
    private(set) var yearBefore = FeatureSet()
    /// What a number before a word of these classes says (12号预警, 第3条建议).
    private(set) var numbered: [WordClass: @Sendable (Int) -> Sense] = [:]
    private(set) var suggested = FeatureSet()
    /// Words that ask what is to be said to customers (怎么解释).
    private(set) var whatToSay = FeatureSet()
    private(set) var warnings = WarningFeatures()
    /// Words for the cities of a place (哪个城市), and of them for those that fare worst (最差), that have the least of something
    /// (最少), for how much there is of something rather than how it is (最多), of complaints (投诉最少) and of praise, and for
    /// what is much or little there: praise or voices.
    private(set) var ofCities = FeatureSet()
    private(set) var worst = FeatureSet()
    private(set) var fewest = FeatureSet()
    private(set) var counted = FeatureSet()
    private(set) var complaintCount = FeatureSet()
    private(set) var praiseCount = FeatureSet()
    private(set) var praising = FeatureSet()
    private(set) var volume = FeatureSet()
    private(set) var look = FeatureSet()
    /// Words that ask why there was no warning.
    private(set) var absence = FeatureSet()
    private(set) var officer = FeatureSet()
    private(set) var customer = FeatureSet()
    private(set) var courtesy = FeatureSet()
    /// Of an answer with which there is nothing to do: 好的, 收到.
    private(set) var assent = FeatureSet()
    /// Words with which somebody takes back what was just said (先别, 算了).
    private(set) var hold = FeatureSet()
    /// Words that may stand before the reason of a decision about a suggestion.
    private(set) var decisionWords = FeatureSet()
    private(set) var voiceWords = VoiceWords()
    /// Words around what is added.
    let remarkWords: RemarkWords
    let triageWords: TriageWords
    let pauseWords: PauseWords
    let lengthWords: SilenceLengthWords
    let formWords: SuggestionFormWords
    let mendingWords: MendingWords
    /// Behind a wish, for whom it is (给我们). The longest first.
    let wishFor: [[UInt32]]
    /// What is done with a report, and what a series is called besides its name: no strange name consists of these.
    let besideReports: [[UInt32]]
    /// What nobody asks about who asks why there was no warning (明明, 系统): no strange name consists of these.
    let besideAbsence: [[UInt32]]
    /// What is written like the short name of a series and is none (L2, E10); `#` stands for a digit.
    let noSeries: [[UInt32]]
    /// What is asked of voices and of no line to take (集中在, 新增).
    let tellingOfVoices: [[UInt32]]
    /// Words that ask what is to be done (起火了怎么办).
    let whatToDo: [[UInt32]]
    /// Words before what somebody else has said (听说, 说).
    let reporting: [[UInt32]]
    let uncertainWords: UncertainWords
    let doubtfulDecisionWords: DoubtfulDecisionWords
    let leftOutWords: LeftOutWords
    let listWords: ListWords
    let pointerWords: PointerWords
    let onceWords: OnceWords
    let remindingWords: RemindingWords
    let scheduleWords: ScheduleWords
    let subscribingWords: SubscribingWords
    let remarkDenials: RemarkDenials
    let askingLists: AskingLists
    let aheadWords: AheadWords
    let rowWords: RowWords
    let plainWords: PlainWords
    let actWords: ActWords
    let dayWords: DayWords
    /// Before what somebody else has said: “.
    let reportingQuotes: Set<Character>
    /// All warnings at once: 所有预警.
    let everyWarning: [[UInt32]]
    /// Behind a person's name: the store they are of (黄伟他们店). The longest first.
    let personStore: [String]
    /// Those that silence a warning, as far as they stand alone.
    let silenceWords: [String]
    let draftWords: DraftWords
    let ratingWords: RatingWords
    let knowledgeWords: KnowledgeCommandWords
    let noteWords: DealerNoteWords
    let handOverWords: HandOverWords
    let actionWords: ActionWords
    let suggestionsOf: SuggestionsOfWords
    /// What came with a suggestion.
    let attachmentWords: AttachmentWords
    private var followUp = FeatureSet.followUpSlots

    init(
        _ commands: Commands, places: Gazetteer, regions: [String], dealers: [String],
        products: ProductCatalogue
    ) throws(CommandsError) {
        try commands.checkReplies()
        var parser = PatternParser()
        remarkWords = RemarkWords(commands.words)
        triageWords = TriageWords(commands.words.merging(commands.replies ?? [:]) { $1 })
        pauseWords = PauseWords(commands.words.merging(commands.replies ?? [:]) { $1 })
        lengthWords = SilenceLengthWords(commands.words.merging(commands.replies ?? [:]) { $1 })
        formWords = SuggestionFormWords(commands.replies ?? [:])
        mendingWords = MendingWords(commands.words.merging(commands.replies ?? [:]) { $1 })
        wishFor = Phrasebook.longestFirst(commands.replies?["wish_for"] ?? [])
        besideReports = Phrasebook.longestFirst(commands.replies?["beside_report"] ?? [])
        besideAbsence = Phrasebook.longestFirst(commands.replies?["beside_absence"] ?? [])
        noSeries = (commands.replies?["no_series"] ?? []).map { $0.unicodeScalars.map(\.value) }
        whatToDo = Phrasebook.longestFirst(commands.replies?["what_to_do"] ?? [])
        tellingOfVoices = Phrasebook.longestFirst(commands.replies?["telling_of_voices"] ?? [])
        uncertainWords = UncertainWords(ReplyWords(commands.replies))
        doubtfulDecisionWords = DoubtfulDecisionWords(
            ReplyWords(commands.replies), causes: triageWords.causes)
        leftOutWords = LeftOutWords(ReplyWords(commands.replies))
        reporting = ReplyWords(commands.replies).words("reporting")
        let replies = ReplyWords(commands.replies)
        pointerWords = PointerWords(replies)
        remarkDenials = RemarkDenials(replies)
        askingLists = AskingLists(replies)
        aheadWords = AheadWords(replies, due: pauseWords.due)
        rowWords = RowWords(replies)
        plainWords = PlainWords(replies)
        actWords = ActWords(replies)
        dayWords = DayWords(replies)
        reportingQuotes = replies.signs("reporting_quotes")
        listWords = ListWords(replies)
        onceWords = OnceWords(replies)
        remindingWords = RemindingWords(replies)
        scheduleWords = ScheduleWords(replies)
        subscribingWords = SubscribingWords(replies)
        everyWarning = replies.words("every_warning")
        personStore = (commands.replies?["person_store"] ?? []).sorted { $0.count > $1.count }
        silenceWords = (commands.words["silence"] ?? []).filter { !$0.contains("(") }
        draftWords = DraftWords(commands.replies ?? [:])
        ratingWords = RatingWords(commands.replies ?? [:])
        noteWords = DealerNoteWords(commands.replies ?? [:])
        knowledgeWords = KnowledgeCommandWords(commands.words.merging(commands.replies ?? [:]) { $1 })
        handOverWords = HandOverWords(commands.replies ?? [:])
        suggestionsOf = SuggestionsOfWords(commands.replies ?? [:])
        attachmentWords = AttachmentWords(commands.replies ?? [:])
        actionWords = ActionWords(commands.words.merging(commands.replies ?? [:]) { $1 })
        misspellings = Misspellings(
            of: lexicon, isTelling: { _ in false }, isSpokenAlone: { _ in false }, isOwn: { _ in false })
        // Sorted, so that features and with them ties do not depend on the order of a dictionary.
        for (name, words) in commands.words.sorted(by: { $0.key < $1.key }) {
            let weight = commands.weights[name] ?? Commands.usualWeight
            let wordClass = try parser.declare(name, weight: weight)
            try lexicon.add(words, .word(wordClass), at: "words.\(name)")
            meaning(of: name, wordClass)
            voiceWords.add(name, wordClass)
            warnings.add(name, wordClass)
        }
        joints = Phrasebook.longestFirst(
            (commands.words["joint"] ?? []) + (commands.words["divider"] ?? []))
        dividers = Phrasebook.longestFirst(commands.words["divider"] ?? [])
        for name in commands.weights.keys.sorted() where commands.words[name] == nil {
            throw CommandsError(
                .unknownWords, at: "weights", field: "weights.\(name)", "there is no class of words \(name)",
                hint: "declare it under words")
        }
        for (position, command) in commands.commands.enumerated() {
            try add(command, at: position, parser: &parser)
        }
        for literal in parser.literals {
            lexicon.add(literal.word, .word(WordClass(feature: literal.feature)))
        }
        try SlotLexicon.add(commands.slots, to: &lexicon)
        SlotLexicon.add(places, to: &lexicon)
        SlotLexicon.addSurroundings(of: places, to: &lexicon)
        for region in regions { SlotLexicon.add(region: region, to: &lexicon) }
        for dealer in dealers { SlotLexicon.add(dealer: dealer, in: places, to: &lexicon) }
        SlotLexicon.addShortNames(of: dealers, in: places, to: &lexicon)
        SlotLexicon.addProvinces(of: places, to: &lexicon)
        SlotLexicon.add(products, to: &lexicon)
        SlotLexicon.addSpellings(to: &lexicon)
        for (right, wrong) in commands.typos {
            for spelling in wrong { lexicon.add(misspelling: spelling, of: right) }
        }
        let own = Set(dealers.flatMap { lexicon.senses(of: $0) }).filter {
            if case .city = $0 { true } else { false }
        }
        misspellings = Misspellings(
            of: lexicon, isTelling: isTelling, isSpokenAlone: isSpokenAlone,
            isOwn: { sense in
                if case .region = sense { true } else { own.contains(sense) }
            })
    }

    static func longestFirst(_ words: [String]) -> [[UInt32]] {
        words.map { Normalization($0).scalars }.sorted { $0.count > $1.count }
    }

    /// Whether a sense says something of its own, unlike politeness and what is not talked about.
    private func isTelling(_ sense: Sense) -> Bool {
        guard case .word(let wordClass) = sense else { return true }
        return !filler.contains(wordClass.feature) && !offTopic.contains(wordClass.feature)
    }

    /// Whether a single character says little enough to be told by its sound: 的, 看, 和.
    private func isSpokenAlone(_ sense: Sense) -> Bool {
        guard case .word(let wordClass) = sense else { return false }
        return followUp.contains(wordClass.feature) || filler.contains(wordClass.feature)
            || question.contains(wordClass.feature) || told.contains(wordClass.feature)
            || compare.contains(wordClass.feature) || wordClass == beside
    }

    /// What a message of this intent takes; nothing for an intent without a command.
    func takes(_ intent: Intent) -> FeatureSet { positions[intent].map { entries[$0].takes } ?? FeatureSet() }

    /// All that the patterns of an intent take up.
    func features(of intent: Intent) -> FeatureSet {
        featuresOfIntents[intent] ?? FeatureSet()
    }

    /// Whether a piece of a message can stand in a follow-up that says nothing but slots.
    func canFollowUp(_ features: FeatureSet) -> Bool {
        features.isEmpty || !features.isDisjoint(with: followUp)
    }

    private mutating func meaning(of name: String, _ wordClass: WordClass) {
        var set = FeatureSet()
        set.insert(wordClass.feature)
        switch name {
        case "filler", "polite", "acknowledgement", "joint", "divider", "name_end", "cause", "remark_title",
            "address", "onward":
            filler.formUnion(set)
            if name == "acknowledgement" { assent = set }
        case "decide", "mark":
            decisionWords.formUnion(set)
        case "hold":
            hold = set
            filler.formUnion(set)
        case "not":
            not = set
            filler.formUnion(set)
        case "done":
            done = set
            filler.formUnion(set)
        case "taken_back":
            takenBack = set
        case "condition":
            condition = set
            filler.formUnion(set)
        case "unsubscribe": unsubscribe = set
        case "negation": negation = set
        case "report": report = set
        case "ending": ending = set
        case "taking":
            taking = set
            filler.formUnion(set)
        case "rather":
            rather = set
            filler.formUnion(set)
        case "set_aside":
            setAside = set
            filler.formUnion(set)
        case "marker":
            marker = set
            filler.formUnion(set)
            followUp.formUnion(set)
        case "look":
            look = set
            followUp.formUnion(set)
        case "why", "why_none": absence.formUnion(set)
        case "officer": officer = set
        case "thanks", "greeting": courtesy.formUnion(set)
        case "customer": customer = set
        case "guidance": whatToSay = set
        case "here":
            here = set
            followUp.formUnion(set)
        case "recent":
            recent = set
            followUp.formUnion(set)
        case "own_store": ownStore = set
        case "year_before": yearBefore = set
        case "alert": numbered[wordClass] = { .alert($0) }
        case "of_cities": ofCities = set
        case "worst": worst = set
        case "fewest": fewest = set
        case "counted": counted = set
        case "complaint_count": complaintCount = set
        case "praise_count": praiseCount = set
        case "praising": praising = set
        case "of_volume": volume = set
        case "suggest":
            suggested = set
            numbered[wordClass] = { .hash($0) }
            decisionWords.formUnion(set)
        case "off_topic": offTopic = set
        case "how", "what": question.formUnion(set)
        case "many":
            many = set
            question.formUnion(set)
        case "store": store = set
        case "competitor": competitor = set
        case "best": best = set
        case "compare": compare = set
        case "quotes": quotes = set
        case "told": told = set
        case "beside": beside = wordClass
        case "without":
            without = set
            followUp.formUnion(set)
        case "versus":
            versus = wordClass
            followUp.formUnion(set)
        default: break
        }
    }

    private mutating func add(
        _ command: Commands.Command, at position: Int, parser: inout PatternParser
    ) throws(CommandsError) {
        guard let intent = Intent(rawValue: command.intent) else {
            throw CommandsError(
                .unknownIntent, at: "command \(position + 1)", field: "commands[\(position)].intent",
                "there is no intent \(command.intent)",
                hint: "intents are " + Intent.allCases.map(\.rawValue).joined(separator: ", "))
        }
        var takes = FeatureSet()
        for name in command.slots ?? [] {
            guard let slot = Feature.slot(named: name), slot < Feature.dealer, slot != Feature.number else {
                throw CommandsError(
                    .unknownSlot, at: command.intent, field: "commands[\(position)].slots",
                    "there is no slot \(name) to take",
                    hint: "slots are those of the vocabulary: city, region, aspect, polarity, period …")
            }
            takes.insert(slot)
        }
        positions[intent] = positions[intent] ?? entries.count
        entries.append(Entry(intent: intent, takes: takes, command: command))
        for (number, source) in command.patterns.enumerated() {
            let pattern: Pattern
            do {
                pattern = try parser.parse(source, command: entries.count - 1, place: command.intent)
            } catch {
                var located = error
                located.field = "commands[\(position)].patterns[\(number)]"
                throw located
            }
            patterns.append(pattern)
            featuresOfIntents[intent, default: FeatureSet()].formUnion(pattern.features)
            necessary.append(pattern.necessary)
        }
    }
}
