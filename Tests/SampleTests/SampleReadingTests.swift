import Earshot
import FoundationEssentials
import Sample
import Testing

@Suite("What the project's word lists make of the sample's writers")
struct SampleReadingTests {
    private static let lexicon =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/bot-config/lexicon"

    private static func file<Value: Decodable>(_ name: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        let content = try #require(FileManager.default.contents(atPath: "\(lexicon)/\(name)"), "no \(name)")
        return try decoder.decode(Value.self, from: content)
    }

    /// Files of the folder that hold no words of opinions.
    private static let others = ["evidence.json5", "products.json5", "safety.json5"]

    private static func analyzer() throws -> Analyzer {
        let names = try FileManager.default.contentsOfDirectory(atPath: lexicon)
            .filter { $0.hasSuffix(".json5") && !others.contains($0) }.sorted()
        return try Analyzer(
            lexicon: Lexicon(files: names.map { (name: $0, part: try file($0)) }),
            catalogue: file("products.json5"), dealers: [], places: Gazetteer.china.spokenNames,
            decoys: Gazetteer.china.spokenDecoys)
    }

    /// How a trait of the readings compares with the sample's labels.
    private struct Outcome {
        var right = 0
        var wrong: [String] = []
        var missed: [String] = []
        var others = 0

        init(_ reading: (Reading) -> Bool, _ label: (LabelledVoice) -> Bool) throws {
            let analyzer = try SampleReadingTests.analyzer()
            for labelled in Fixture.originals.prefix(20_000) {
                let text = labelled.voice.text
                if !label(labelled) { others += 1 }
                switch (reading(analyzer.analyze(text)), label(labelled)) {
                case (true, true): right += 1
                case (true, false): wrong.append(text)
                case (false, true): missed.append(text)
                case (false, false): break
                }
            }
        }

        var precision: Double { Double(right) / Double(max(1, right + wrong.count)) }
        var recall: Double { Double(right) / Double(max(1, right + missed.count)) }
    }

    @Test("nearly everything that is taken for an advertisement is one, and most of them are")
    func advertisements() throws {
        let outcome = try Outcome(\.isAdvertisement, \.isAdvertisement)
        #expect(outcome.precision >= 0.95, "\(outcome.wrong.prefix(9))")
        #expect(outcome.recall >= 0.9, "\(outcome.missed.prefix(9))")
    }

    /// Others of the sample ask for a price too, so that the share of those says nothing about precision.
    @Test("most of those who are about to buy are recognised, and of the others hardly any")
    func buyers() throws {
        let outcome = try Outcome(\.intentToBuy, \.wantsToBuy)
        #expect(outcome.recall >= 0.9, "\(outcome.missed.prefix(9))")
        #expect(outcome.wrong.count * 40 < outcome.others, "\(outcome.wrong.prefix(9))")
    }
}
