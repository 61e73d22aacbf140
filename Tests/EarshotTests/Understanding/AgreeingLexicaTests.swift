import Earshot
import Testing

/// Who asks for a word must be shown the voices that say it.
@Suite("The words of questions and of voices")
struct AgreeingLexicaTests {
    /// Words of parts and of service name what a complaint is of, and which it is depends on the words beside them.
    @Test("that complain of the car by themselves name the same aspect in both lexica")
    func agree() throws {
        let commands = try RoutingFixture.commands()
        var differing: [String] = []
        for (name, lines) in commands.slots.aspect.sorted(by: { $0.key < $1.key }) {
            let asked = try #require(Aspect(name[...]))
            guard !asked.isOfService, asked.root != .parts else { continue }
            for word in lines where !word.contains("(") {
                let said = try UnderstandingFixture.read(word).opinions
                    .filter { $0.polarity == .negative }.map(\.aspect)
                guard !said.isEmpty, !said.contains(where: { $0.root == asked.root }) else { continue }
                differing.append("\(word): \(name), \(said.map(\.name).joined(separator: " "))")
            }
        }
        #expect(differing == [])
    }

    @Test(
        "dangers and demands are found under what they are asked as",
        arguments: [
            ("自燃", "safety"), ("起火", "safety"), ("着火", "safety"), ("漏油", "quality"), ("断轴", "safety"),
            ("退车", "quality"),
            ("退一赔三", "quality"), ("维权", "quality"),
        ])
    func dangers(word: String, aspect: String) throws {
        let router = try RoutingFixture.router()
        let request = RoutingFixture.request(after: ["有人提到\(word)吗"], of: .dealer, router)
        #expect(request.slots.aspect?.name == aspect)
        let reading = try UnderstandingFixture.read("提车第三天就\(word == "退车" ? "要求退车" : word)了")
        #expect(reading[aspect] == .negative, "\(reading.opinions)")
    }

    @Test(
        "praise of people in warm words is praise",
        arguments: ["态度必须夸", "销售一直陪着我", "售后太感动了", "给销售点赞", "售后服务必须点赞"])
    func warm(text: String) throws {
        let reading = try UnderstandingFixture.read(text)
        #expect(reading.opinions.contains { $0.polarity == .positive }, "\(reading.opinions)")
    }
}
