import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("Who reaches a hand-over")
struct HandOverScopeTests {
    @Test("only those in charge of the asker's city, and headquarters, take, answer, end or see one")
    func chain() async throws {
        var random = SeededRandom(seed: 20_261_127)
        let askers = [HandOverHouse.dealer, Fixtures.ningboDealer, HandOverHouse.southDealer]
        let commands = ["接手 H1", "回复 H1 可以退", "结束 H1", "存为口径 H1", "转接列表", "H1 接手"]
        for _ in 0..<40 {
            let house = try await HandOverHouse()
            guard let asker = askers.randomElement(using: &random),
                let person = HandOverHouse.everybody.randomElement(using: &random)
            else { return }
            _ = try await house.say("转人工 保密的事情甲乙丙", as: asker)
            _ = try await house.told()
            let mayAnswer =
                person.role == .hq
                || person.role == .manager
                    && asker.dealer.map { person.region?.cities.contains($0.city) == true } == true
            for command in commands {
                let answer = try await house.say(command, as: person)
                if !mayAnswer, person != asker {
                    #expect(!answer.contains("保密"), "\(person.id) \(command): \(answer)")
                }
            }
            let kept = try #require(try await house.bot.handOver(1, within: .all))
            #expect((kept.holder?.person == person.id) == mayAnswer, "\(person.id) of \(asker.id)'s")
            if !mayAnswer, person != asker {
                #expect(kept.version == 1)
                #expect(try await house.told().isEmpty)
            }
        }
    }

    @Test("who has one is not disturbed by another, until the asker waits too long")
    func takenOver() async throws {
        let house = try await HandOverHouse()
        _ = try await house.say("转人工 客户要退车怎么办")
        _ = try await house.say("接手 H1", as: HandOverHouse.manager)
        #expect(try await house.say("接手 H1", as: HandOverHouse.head).contains("已由李强接手"))
        #expect(try await house.say("回复 H1 可以", as: HandOverHouse.head).contains("已由李强接手"))
        #expect(try await house.say("结束 H1", as: HandOverHouse.head).contains("已由李强接手"))
        house.clock.advance(by: .seconds(3600))
        #expect(try await house.rounds.look().map(\.recipient) == ["person:gaofei"])
        #expect(try await house.say("接手 H1", as: HandOverHouse.head).contains("已接手 H1"))
    }
}
