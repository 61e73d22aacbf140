import Configuration
import Earshot
import FoundationEssentials
import Testing

@testable import EarshotProgram

@Suite("The analysis of texts for somebody who edits the lexicon")
struct AnalysisTests {
    private let site: TemporarySite
    private let configPath: String

    init() throws {
        site = try TemporarySite()
        try AnalysisTests.write("-1", to: site)
        _ = try site.write("lexicon/products.json5", "{brands: []}")
        configPath = try site.write("earshot.json", "{}")
    }

    /// A lexicon in which 噗噗 is about fuel and 哐哐 an opinion.
    private static func write(_ strength: String, to site: TemporarySite, in folder: String = "lexicon")
        throws
    {
        _ = try site.write(
            "\(folder)/words.json5", "{targets: {fuel: \"噗噗\"}, opinions: {\"\(strength)\": \"哐哐\"}}")
    }

    private func installation() throws -> Installation {
        try Installation.read(configPath, needsSecrets: false)
    }

    @Test("A sheet shows each clause with its terms, and what the rules conclude")
    func sheet() throws {
        let text = "噗噗哐哐，\u{1B}[2J好"
        let sheet = ExplanationSheet("7", text, try installation().analyzer().explain(text)).text
        #expect(sheet.hasPrefix("7  噗噗哐哐，"))
        #expect(sheet.contains("    噗噗: about fuel\n    哐哐: opinion -1.00\n"), "\(sheet)")
        #expect(sheet.contains("    fuel -1.00: 噗噗哐哐\n"), "\(sheet)")
        #expect(!sheet.contains("\u{1B}"))
    }

    @Test("A line tells how likely the city is the writer's, and a sheet why")
    func city() throws {
        _ = try site.write("lexicon/places.json5", "{home_before: \"坐标\"}")
        let analyzer = try installation().analyzer()
        let text = "坐标杭州"
        let line = String(decoding: ReadingLine.line("7", analyzer.analyze(text), of: text), as: UTF8.self)
        #expect(line.contains(#""city":"杭州","city_confidence":0.99,"brand""#), "\(line)")
        let sheet = ExplanationSheet("7", text, analyzer.explain(text)).text
        #expect(
            sheet.contains("  city 杭州 0.99: 「杭州」 behind words that say the writer is there\n"), "\(sheet)")
    }

    @Test("What is a little too unlikely stands in a line apart from the opinions")
    func edge() {
        var reading = Reading(opinions: [
            Opinion(
                aspect: Aspect("fuel")!, polarity: .negative, lean: -0.5, evidence: 0..<6, probability: 0.6)
        ])
        reading.edge = [
            Opinion(
                aspect: Aspect("space")!, polarity: .neutral, lean: 0.1, evidence: 6..<9, probability: 0.2)
        ]
        let line = String(decoding: ReadingLine.line("7", reading, of: "油耗高"), as: UTF8.self)
        #expect(
            line.contains(
                #""probability":0.6}],"edge":[{"aspect":"space","polarity":"neutral","lean":0.1,"evidence":"高","target":null,"probability":0.2}],"city""#
            ), "\(line)")
    }

    @Test("What an edited lexicon changes is found against a copy of the folder as it was")
    func difference() throws {
        let old = "\(site.path)/old"
        try FileManager.default.createDirectory(atPath: old, withIntermediateDirectories: true)
        try AnalysisTests.write("-1", to: site, in: "old")
        try AnalysisTests.write("1", to: site)
        let installation = try installation()
        let (before, after) = (try installation.analyzer(asIn: old), try installation.analyzer())
        var difference = ReadingDifference()
        let changes = difference.add(before.analyze("噗噗哐哐"), after.analyze("噗噗哐哐"))
        #expect(changes.contains("fuel: complaint -> praise"), "\(changes)")
        #expect(difference.add(before.analyze("今天下雨"), after.analyze("今天下雨")).isEmpty)
        #expect(difference.summary.hasPrefix("1 of 2 texts change: 1 as a whole"), "\(difference.summary)")
        #expect(difference.summary.hasSuffix("fuel: 0 more, 0 fewer, 1 turned"))
    }

    @Test("Nothing changes against the same words, and a path that is nothing is named")
    func same() throws {
        let installation = try installation()
        let same = try installation.analyzer(asIn: "\(site.path)/lexicon")
        var difference = ReadingDifference()
        #expect(difference.add(same.analyze("噗噗哐哐"), try installation.analyzer().analyze("噗噗哐哐")).isEmpty)
        #expect(difference.summary == "no text of 1 changes")
        let problem = #expect(throws: Problems.self) {
            try installation.analyzer(asIn: "\(site.path)/nowhere")
        }
        #expect(problem?.all.first?.file == "\(site.path)/nowhere")
    }

    @Test("A change by which only the figures count otherwise is told, too")
    func counted() {
        func reading(_ lean: Double) -> Reading {
            Reading(opinions: [
                Opinion(aspect: Aspect("fuel")!, polarity: .neutral, lean: lean, evidence: 0..<3)
            ])
        }
        var difference = ReadingDifference()
        #expect(
            difference.add(reading(-0.36), reading(0.25))
                == ["fuel: remark, counted as complaint -> remark, counted as praise"])
        #expect(difference.add(reading(0.25), reading(0.5)).isEmpty)
    }

    @Test("A folder without word lists is no lexicon, and a model that the settings name stays that of both")
    func folders() throws {
        let empty = "\(site.path)/empty"
        try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
        let problem = #expect(throws: Problems.self) { try installation().analyzer(asIn: empty) }
        #expect(problem?.all.first?.message.contains("no word list") == true)
        let old = "\(site.path)/old"
        try FileManager.default.createDirectory(atPath: old, withIntermediateDirectories: true)
        try AnalysisTests.write("-1", to: site, in: "old")
        _ = try site.write("old/opinions.model", "no model at all")
        _ = try site.write("earshot.json", #"{"files":{"model":""}}"#)
        #expect(try installation().analyzer(asIn: old).model == nil)
    }

    @Test("Numbers have two digits, and a sign where it matters")
    func numbers() {
        #expect([0, -0.004, 0.995, -1.25].map(PlainNumber.hundredths) == ["0.00", "0.00", "1.00", "-1.25"])
        #expect([0.5, -0.5].map(PlainNumber.signed) == ["+0.50", "-0.50"])
    }
}
