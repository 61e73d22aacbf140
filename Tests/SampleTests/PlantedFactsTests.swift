import Earshot
import Sample
import Testing

@Suite("The facts planted in the sample")
struct PlantedFactsTests {
    let facts = Fixture.sample.facts

    @Test("complaints about 油耗 in 杭州 more than double in the last seven days")
    func fuelWave() {
        let wave = facts.fuelWave
        let counts = Fixture.opinions(in: wave.days) {
            $0.city == wave.city && $0.brand == wave.brand
        } on: {
            $0.aspect == wave.aspect && $0.polarity == wave.polarity
        }
        #expect(counts.before >= 3)
        #expect(Double(counts.now) > wave.atLeast * Double(counts.before))
    }

    @Test("complaints about 油耗 elsewhere do not double")
    func noOtherWave() {
        let wave = facts.fuelWave
        let counts = Fixture.opinions(in: wave.days) {
            $0.city != wave.city && $0.brand == wave.brand
        } on: {
            $0.aspect == wave.aspect && $0.polarity == wave.polarity
        }
        #expect(Double(counts.now) < 1.5 * Double(counts.before))
    }

    @Test("a rival gains praise in 南京, mainly for its 续航")
    func risingRival() {
        let rival = facts.risingRival
        let counts = Fixture.opinions(in: rival.days) {
            $0.city == rival.city && $0.series == rival.series
        } on: {
            $0.polarity == .positive
        }
        #expect(Double(counts.now) > rival.atLeast * Double(counts.before))
        var praised: [Aspect: Int] = [:]
        for labelled in Fixture.originals
        where rival.days.contains(Fixture.day(labelled)) && labelled.city == rival.city
            && labelled.series == rival.series
        {
            for opinion in labelled.opinions where opinion.polarity == .positive {
                praised[opinion.aspect, default: 0] += 1
            }
        }
        #expect(praised.max { $0.value < $1.value }?.key == rival.aspect)
    }

    @Test("nobody's customers complain of waiting as often as those of 杭州滨江店")
    func waitingStore() throws {
        let waits = complaints(about: facts.waitingStore.blamedFor)
        let own = try #require(waits[facts.waitingStore.dealer.id])
        let others = waits.filter { $0.key != facts.waitingStore.dealer.id }.values.max() ?? 0
        #expect(own > 3 * others)
    }

    @Test("杭州西湖店 is praised for its sales staff and blamed for missing parts")
    func ownStore() throws {
        let store = facts.ownStore
        #expect(store.dealer.name == "杭州西湖店")
        let blamed = complaints(about: store.blamedFor)
        #expect(blamed.max { $0.value < $1.value }?.key == store.dealer.id)
        let praised = try #require(store.praisedFor)
        var counts: [Aspect: Int] = [:]
        for labelled in Fixture.originals where labelled.dealer == store.dealer.id {
            for opinion in labelled.opinions where opinion.polarity == .positive {
                counts[opinion.aspect, default: 0] += 1
            }
        }
        #expect(counts.max { $0.value < $1.value }?.key == praised)
    }

    @Test("杭州 praises 智驾 more than the nation does")
    func valuePoint() {
        let (city, aspect) = facts.valuePoint
        func share(_ isMeant: (LabelledVoice) -> Bool) -> Double {
            let praise = Fixture.originals.filter { $0.brand == "星驰" && isMeant($0) }
                .flatMap(\.opinions).filter { $0.polarity == .positive }
            return Double(praise.count { $0.aspect == aspect }) / Double(praise.count)
        }
        #expect(share { $0.city == city } > 1.5 * share { $0.city != city })
    }

    @Test("there are too few voices from 拉萨 to say anything")
    func silentCity() {
        let week = facts.fuelWave.days
        let voices = Fixture.originals.filter { $0.city == facts.silentCity }
        #expect(voices.count < 40)
        #expect(voices.count { week.contains(Fixture.day($0)) } < 5)
    }

    private func complaints(about aspect: Aspect) -> [String: Int] {
        var counts: [String: Int] = [:]
        for labelled in Fixture.originals where labelled.says(aspect, .negative) {
            if let dealer = labelled.dealer { counts[dealer, default: 0] += 1 }
        }
        return counts
    }
}
