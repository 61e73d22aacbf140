import Earshot
import Testing

/// Words that say how bad something is, not what.
@Suite("Words that are of no aspect")
struct WordsWithoutAspectTests {
    @Test(
        "blame what is spoken of, and nothing else",
        arguments: [
            ("油耗高得吓人", ["fuel"]), ("油耗高得吓人，虚标", ["fuel"]), ("堵车时油耗太高，吓人", ["fuel"]),
            ("太费油了，油耗虚标得厉害", ["fuel"]), ("虚标油耗", ["fuel"]), ("油耗虚标", ["fuel"]),
            ("续航虚标", ["charging"]), ("虚标续航", ["charging"]), ("续航只有三百，虚标", ["charging"]),
            ("里程虚标", ["charging"]), ("电量虚标", ["charging"]), ("智驾吓人", ["driver_assist"]),
            ("智驾突然变道，吓人", ["driver_assist"]), ("吓人", []), ("虚标严重", []),
        ])
    func blamed(text: String, aspects: [String]) throws {
        let blamed = try UnderstandingFixture.read(text).opinions
            .filter { $0.polarity == .negative }.map(\.aspect.name)
        #expect(blamed.sorted() == aspects, "\(text)")
    }

    @Test("a friend with a car is no driving assistant")
    func friends() throws {
        #expect(try UnderstandingFixture.read("跟车友对了一遍，油耗太高").opinions.map(\.aspect.name) == ["fuel"])
    }
}
