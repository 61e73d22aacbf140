import Earshot
import FoundationEssentials
import Testing

@testable import EarshotProgram

@Suite("The score against labels")
struct LabelScoreTests {
    private func file(_ name: String, _ text: String) throws -> (LabelFile, TemporarySite) {
        let site = try TemporarySite()
        return (try LabelFile(try site.write(name, text)), site)
    }

    private func line(_ score: LabelScore) -> String {
        String(decoding: score.line("x").finished, as: UTF8.self)
    }

    @Test("A table of terms and one line of JSON say the same, several terms of one text together")
    func terms() throws {
        let (table, _) = try file(
            "terms.csv", "sentence,start,term,polarity\n屏幕清晰但太重,0,屏幕,Positive\n屏幕清晰但太重,5,太重,Negative\n")
        let (lines, _) = try file(
            "terms.ndjson",
            #"{"text":"屏幕清晰但太重","terms":[{"words":"屏幕","polarity":"positive"},{"words":"太重","polarity":"negative"}]}"#
        )
        #expect(table.faults.isEmpty && lines.faults.isEmpty)
        #expect(table.texts.map(\.terms) == lines.texts.map(\.terms))
        #expect(table.texts.map { $0.terms?.count } == [2])
        #expect(table.texts.allSatisfy { $0.opinions == nil })
    }

    @Test("A table with aspects and terms has both, and an opinion without a term has none")
    func aspectsAndTerms() throws {
        let (table, _) = try file(
            "both.csv", "id,text,aspect,term,polarity\n1,油耗高但安静,油耗,油耗高,-1\n1,油耗高但安静,舒适性,,1\n")
        #expect(table.faults.isEmpty)
        #expect(table.texts.map { $0.opinions?.map(\.aspect.name) } == [["fuel", "comfort"]])
        #expect(table.texts.map { $0.terms?.map(\.words) } == [["油耗高"]])
    }

    @Test("Rows of one id with different texts are refused, those of the first text count")
    func ids() throws {
        let (table, site) = try file(
            "ids.csv", "id,text,aspect,polarity\n1,油耗高,油耗,-1\n1,空间大,空间,1\n1,油耗高,价格,0\n")
        #expect(
            table.faults == [
                "\(site.path)/ids.csv:3: the id \"1\" stands for another text above; give each text an id of its own"
            ])
        #expect(table.texts.map { $0.opinions?.map(\.aspect.name) } == [["fuel", "price"]])
    }

    @Test("Evidence counts where it overlaps a term wherever that stands, and its sign where it agrees")
    func evidence() throws {
        let text = "屏幕清晰但太重,屏幕"
        let labelled = LabelledText(
            id: "1", text: text,
            terms: [
                .init(words: "屏幕", polarity: .positive), .init(words: "太重", polarity: .negative),
                .init(words: "清晰但", polarity: .positive), .init(words: "没有的词", polarity: .positive),
            ])
        // 屏幕清 at the beginning, and something nobody marked.
        let opinions = [
            Opinion(aspect: Aspect("features")!, polarity: .negative, lean: -0.5, evidence: 0..<9),
            Opinion(aspect: Aspect("comfort")!, polarity: .neutral, lean: 0, evidence: 21..<22),
        ]
        var score = LabelScore([labelled])
        score.add(labelled, Reading(opinions: opinions))
        // The fourth term stands nowhere in the text.
        #expect(
            line(score).contains(
                #""terms_not_in_text":1,"terms":3,"terms_in_evidence":0.6667,"sign_of_those":0,"evidence_on_terms":0.5"#
            ),
            "\(line(score))")
    }

    @Test(
        "A table of cities counts how often the city given is right, by its confidence, and those not given")
    func cities() throws {
        let (table, _) = try file("cities.csv", "text,city\n坐标杭州,杭州\n去杭州,\n杭州的店,宁波\n西湖边,杭州\n")
        #expect(table.faults.isEmpty)
        #expect(table.texts.map { $0.place?.city } == ["杭州", nil, "宁波", "杭州"])
        var score = LabelScore(table.texts)
        for (text, setting) in zip(table.texts, [.home, .passing, .home, nil] as [CityMention.Setting?]) {
            var reading = Reading(city: setting == nil ? nil : "杭州")
            reading.cityMention = setting.map { CityMention(setting: $0, bytes: 0..<6) }
            score.add(text, reading)
        }
        #expect(
            line(score).contains(
                #""cities_labelled":3,"cities_missed":1,"city_calibration_error":0.4133,"cities":[{"confidence":0.99,"texts":2,"right":1},{"confidence":0.26,"texts":1,"right":0}]"#
            ),
            "\(line(score))")
    }

    @Test("Nothing is said of evidence where nobody marked words")
    func without() {
        let labelled = LabelledText(id: "1", text: "好", sentiment: .positive)
        var score = LabelScore([labelled])
        score.add(labelled, Reading(sentiment: 0.5))
        #expect(line(score).contains("sentiment_accuracy"))
        #expect(!line(score).contains("terms"))
    }
}
