/// The words with which people ask what customers say. What has others as well asks for something else about the same matter:
/// 油耗怎么样 is about voices, 电池保修多久 is not.
struct VoiceWords: Sendable {
    /// Those that may stand in such a question.
    private(set) var usual = FeatureSet()
    /// Those that make it one, whatever stands beside them.
    private(set) var telling = FeatureSet()

    /// Words for what customers say, and those that are said of headquarters' answers as well (怎么说, 反应).
    private(set) var voice = FeatureSet()
    private(set) var said = FeatureSet()
    /// Those that ask something, of voices or not.
    private(set) var asking = FeatureSet()

    private static let usualNames: Set = [
        "filler", "polite", "marker", "name_end", "done", "how", "what", "many", "detail", "look", "customer",
        "voice",
        "told", "tell", "here", "own_store",
    ]
    private static let tellingNames: Set = [
        "quotes", "reviews", "verbatim", "overview", "compare", "by_site", "year_before", "competitor",
        "topics",
        "rank", "best", "worst", "fewest", "of_cities", "complaint_count", "praise_count", "trend", "recent",
        "alert",
    ]

    private static let askingNames: Set = ["how", "many", "say", "ask_how", "progress", "whether", "which"]

    init() {
        for slot in [Feature.aspect, Feature.polarity, Feature.product, Feature.against] {
            usual.insert(slot)
        }
        for slot in [
            Feature.city, Feature.region, Feature.period, Feature.nation, Feature.dealer, Feature.cities,
            Feature.alert,
        ] {
            telling.insert(slot)
        }
    }

    /// Takes the words of a class, by its name in the file of the commands.
    mutating func add(_ name: String, _ wordClass: WordClass) {
        if VoiceWords.usualNames.contains(name) { usual.insert(wordClass.feature) }
        if VoiceWords.tellingNames.contains(name) { telling.insert(wordClass.feature) }
        if name == "voice" { voice.insert(wordClass.feature) }
        if ["say", "told", "suggest"].contains(name) { said.insert(wordClass.feature) }
        if VoiceWords.askingNames.contains(name) { asking.insert(wordClass.feature) }
    }
}
