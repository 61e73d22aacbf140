import Earshot
import Sample
import Testing

@Suite("The sample's voices")
struct SampleBrandTests {
    @Test("are the same for the same seed and differ for another")
    func deterministic() {
        let first = Array(SampleBrand(seed: 1, today: Fixture.today, count: 500).voices())
        let again = Array(SampleBrand(seed: 1, today: Fixture.today, count: 500).voices())
        let other = Array(SampleBrand(seed: 2, today: Fixture.today, count: 500).voices())
        #expect(first == again)
        #expect(first.map(\.text) != other.map(\.text))
    }

    @Test("are as many as asked for, in the order of time, on the days before today, each with its own name")
    func shape() {
        let voices = Fixture.voices
        #expect(voices.count == 50_000)
        #expect(Set(voices.map(\.voice.id)).count == voices.count)
        let days = voices.map(Fixture.day)
        #expect(days == days.sorted())
        #expect(days.first == Fixture.today - 120)
        #expect(days.last == Fixture.today - 1)
    }

    @Test("can be few, none, or all of one day", arguments: [(0, 120), (1, 120), (7, 1), (1000, 3)])
    func scale(count: Int, days: Int) {
        let sample = SampleBrand(seed: 3, today: Fixture.today, count: count, days: days)
        let voices = Array(sample.labelledVoices())
        #expect(voices.count == count)
        #expect(voices.allSatisfy { (Fixture.today - days..<Fixture.today).contains(Fixture.day($0)) })
    }

    @Test("have 8 to 300 characters and no bracket of the grammar left in them")
    func lengths() {
        let lengths = Fixture.voices.map { $0.voice.text.unicodeScalars.count }.sorted()
        #expect(lengths[0] >= 8)
        #expect(lengths[lengths.count - 1] <= 300)
        #expect(lengths[lengths.count - 1] > 200)
        #expect((35...70).contains(lengths[lengths.count / 2]))
        #expect(
            Fixture.voices.allSatisfy { labelled in
                labelled.voice.text.utf8.contains { "[]|<>".utf8.contains($0) } == false
            })
    }

    @Test("are hardly ever alike, apart from reposts")
    func distinct() {
        let texts = Fixture.originals.map(\.voice.text)
        #expect(Double(Set(texts).count) / Double(texts.count) >= 0.95)
    }

    @Test("come with reposts, word for word and nearly so")
    func reposts() {
        let texts = Dictionary(uniqueKeysWithValues: Fixture.originals.map { ($0.voice.id, $0.voice.text) })
        let reposts = Fixture.voices.filter { $0.repostOf != nil }
        #expect(reposts.count > 1000)
        let exact = reposts.count { $0.repostOf.flatMap { texts[$0] } == $0.voice.text }
        #expect(exact > reposts.count / 4)
        #expect(exact < reposts.count * 3 / 4)
        #expect(
            reposts.allSatisfy { repost in
                repost.repostOf.flatMap { texts[$0] }.map { repost.voice.text.contains($0) } ?? false
            })
    }

    @Test("are busier at weekends")
    func weekends() {
        let weekend = Fixture.voices.count { Fixture.day($0).weekday >= 5 }
        #expect(Double(weekend) / 50_000 > 0.30)
    }

    @Test("give the place that their label names, by field or by text")
    func places() {
        let china = Gazetteer.china
        var unknown = 0
        for labelled in Fixture.originals {
            guard let city = labelled.city else {
                unknown += 1
                #expect(china.place(of: labelled.voice.location) == nil)
                continue
            }
            let byField = china.place(of: labelled.voice.location)
            if let byField {
                #expect(byField == city, "\(labelled.voice)")
            } else {
                #expect(labelled.voice.text.contains(city.name), "\(labelled.voice)")
            }
        }
        #expect((0.1...0.4).contains(Double(unknown) / Double(Fixture.originals.count)))
    }

    @Test("name brand and series by field or by text")
    func products() {
        for labelled in Fixture.originals where labelled.isAdvertisement == false {
            let text = (labelled.voice.series ?? "") + labelled.voice.text
            #expect(labelled.series.map { text.contains($0) } == true, "\(labelled.voice)")
        }
    }
}
