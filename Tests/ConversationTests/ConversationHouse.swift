import EarshotTesting
import Foundation

@testable import Earshot

/// A bot with people to whom it talks, for tests of conversations.
protocol ConversationHouse: Sendable {
    static var dealer: Person { get }
    /// Who speaks where nobody else is named: the dealer, unless the house says otherwise.
    static var speaker: Person { get }
    var clock: ManualClock { get }
    var conversations: Conversations { get }
}

extension ConversationHouse {
    static var speaker: Person { dealer }

    /// Says something and gives the answer as lines of text.
    func say(
        _ text: String, as person: Person = Self.speaker, id: String = UUID().uuidString,
        inGroup: Bool = false
    ) async throws -> String {
        try await send(.text(text), as: person, id: id, inGroup: inGroup).lines
    }

    func send(
        _ content: InboundMessage.Content, as person: Person = Self.speaker, id: String = UUID().uuidString,
        inGroup: Bool = false
    ) async throws -> Reply {
        try await conversations.handle(
            InboundMessage(
                channel: "dingtalk/test", id: id, account: person.accounts.first,
                chat: inGroup ? "group" : "chat-\(person.id)", isGroup: inGroup, content: content))
    }

    /// Puts the clock to a time, so many days from the day on which the house was opened.
    func put(_ day: Int, _ hour: Int, _ minute: Int = 0) {
        let moment = LocalCalendar.shanghai.moment(
            TimeOfDay(hour: hour, minute: minute), on: Fixtures.today + day)
        clock.advance(by: .milliseconds(moment.milliseconds - clock.now.milliseconds))
    }
}

/// Reaches everybody by WeCom.
struct WeComWays: Reachability {
    func ways(to people: [Person]) async throws -> [String: Way] {
        Dictionary(
            people.map {
                ($0.id, Way(account: "wecom:\($0.id)", channel: "wecom/test", recipient: $0.id))
            }
        ) { first, _ in first }
    }
}
