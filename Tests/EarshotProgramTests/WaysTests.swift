import Earshot
import EarshotTesting
import Testing

@testable import EarshotProgram

@Suite("How people are reached")
struct WaysTests {
    private func way(
        _ accounts: [String], _ channels: [String], bound: [(account: String, person: String)] = [],
        others: [Person] = []
    ) -> Way? {
        let person = Person(id: "li", name: "李雷", role: .manager, accounts: accounts)
        return Ways(channels: channels, people: [person] + others, bindings: bound).way(to: person)
    }

    @Test("somebody with several accounts is reached by the first that a channel leads to")
    func first() {
        let accounts = ["feishu:ou_1", "dingtalk:m1", "wecom:LiLei"]
        #expect(
            way(accounts, ["dingtalk/sales", "wecom/sales"])
                == Way(account: "dingtalk:m1", channel: "dingtalk/sales", recipient: "person:m1"))
        #expect(
            way(accounts, ["wecom/sales"])
                == Way(account: "wecom:LiLei", channel: "wecom/sales", recipient: "LiLei"))
        #expect(
            way(accounts, ["feishu/sales", "wecom/sales"])
                == Way(account: "feishu:ou_1", channel: "feishu/sales", recipient: "person:ou_1"))
        #expect(way(accounts, []) == nil)
        #expect(way(accounts, ["group/quality", "wecomx/sales"]) == nil)
        #expect(way([], ["wecom/sales"]) == nil)
    }

    @Test("accounts that were bound with a code come after those of the file")
    func bound() {
        let bound = [(account: "wecom:a", person: "other"), (account: "wecom:lilei", person: "li")]
        #expect(way([], ["wecom/sales"], bound: bound)?.recipient == "lilei")
        #expect(way(["dingtalk:1"], ["dingtalk/a", "wecom/sales"], bound: bound)?.channel == "dingtalk/a")
        #expect(way(["dingtalk:1"], ["wecom/sales"], bound: bound)?.recipient == "lilei")
    }

    @Test("an account that the file gives to somebody else is not written to, though it was bound before")
    func claimed() {
        let other = Person(id: "other", name: "韩梅", role: .dealer, accounts: ["wecom:LiLei"])
        #expect(
            way([], ["wecom/sales"], bound: [(account: "wecom:lilei", person: "li")], others: [other]) == nil)
    }

    @Test("the console's page is the last way, and leads to one's own conversation only")
    func console() {
        let page = Way(account: "console:li", channel: "console", recipient: "li")
        #expect(way(["console:li"], ["console"]) == page)
        #expect(way(["console:li", "wecom:a"], ["console", "wecom/sales"])?.channel == "wecom/sales")
        #expect(way(["console:li", "wecom:a"], ["console"]) == page)
        #expect(way(["console:han"], ["console"]) == nil)
        #expect(way(["console:li"], ["wecom/sales"]) == nil)
    }

    @Test("a channel that stands still is no way")
    func stopped() async throws {
        let reach = Reach(
            channels: ["dingtalk/sales", "wecom/sales"], people: { [Fixtures.eastManager] },
            bindings: { [(account: "wecom:liqiang", person: "liqiang")] })
        #expect(try await reach.way(to: Fixtures.eastManager)?.channel == "dingtalk/sales")
        let ways = try await reach.ways(around: "dingtalk/sales")
        #expect(ways.way(to: Fixtures.eastManager)?.channel == "wecom/sales")
        #expect(ways.way(to: Fixtures.headquarters) == nil)
    }

    @Test("a recipient that is a person leads back to the account, and one that is a chat to none")
    func back() {
        for (account, channel) in [
            ("dingtalk:m1", "dingtalk/sales"), ("wecom:LiLei", "wecom/sales"),
            ("feishu:ou_1", "feishu/sales"),
        ] {
            let way = Ways(channels: [channel], people: [], bindings: []).way(to: account)
            #expect(way.flatMap { Outgoing.account(of: $0.recipient, on: channel) } == account)
        }
        #expect(Outgoing.account(of: "group:oc_1", on: "feishu/sales") == nil)
        #expect(Outgoing.account(of: "everybody", on: "group/quality") == nil)
    }

    @Test("pictures go to the account that asked and to no other, and to nobody for whom somebody else asks")
    func pictures() async throws {
        let reach = Reach(
            channels: ["dingtalk/sales", "wecom/a", "wecom/b", "console"],
            people: { [Fixtures.eastManager] }, bindings: { [] },
            companies: [
                "wecom/a": "brand", "wecom/b": "dealers", "wecom-bot/sales": "brand",
                "wecom-bot/stores": "dealers", "wecom-bot/other": "other",
            ])
        func way(_ account: String, on channel: String) async throws -> PictureWay? {
            try await reach.pictureWay(
                to: Question.Origin(
                    message: MessageKey(channel: channel, id: "1"), account: account, viewer: "liqiang"))
        }
        let asked = try await way("wecom:li", on: "wecom/b")
        #expect(asked?.channel == "wecom/b" && asked?.recipient == "li")
        #expect(try await way("wecom:li", on: "wecom-bot/sales")?.channel == "wecom/a")
        // In another company the same account is somebody else.
        #expect(try await way("wecom:li", on: "wecom-bot/stores")?.channel == "wecom/b")
        #expect(try await way("wecom:li", on: "wecom-bot/other") == nil)
        #expect(try await way("wecom:li", on: "wecom-bot/unknown") == nil)
        #expect(try await way("dingtalk:m1", on: "dingtalk/second") == nil)
        let dingTalk = try await way("dingtalk:m1", on: "dingtalk/sales")
        #expect(
            dingTalk == PictureWay(channel: "dingtalk/sales", recipient: "person:m1", mostBytes: 20 << 20))
        #expect(try await way("feishu:ou_1", on: "feishu/sales") == nil)
        for channel in ["console", "terminal"] {
            #expect(try await way("console:liqiang", on: channel) == nil)
            #expect(try await way("dingtalk:m1", on: channel) == nil)
        }
    }
}
