import Testing

@testable import Earshot

@Suite("What is not to be recorded")
struct DeniedNotesTests {
    private let router: Router

    init() throws {
        router = try RoutingFixture.router()
    }

    @Test(
        "is not, and a question how it is done records nothing",
        arguments: [
            "不要记录 客户说车窗坏", "先别记录客户说车窗坏", "别记录 客户说车窗坏", "记录 客户说车窗坏，算了", "怎么记录客户说的话",
            "先别每天18:30问我今天客户最多的三个投诉",
        ])
    func denied(_ text: String) {
        let request = RoutingFixture.request(after: [text], of: .dealer, router)
        #expect(!request.intent.changesSomething, "\(request)")
    }

    @Test(
        "what customers say is, also where they deny something",
        arguments: ["记录 客户说不要算了", "记录 客户说别买", "帮我登记一条：客户说怎么不修了"])
    func said(_ text: String) {
        let request = RoutingFixture.request(after: [text], of: .dealer, router)
        #expect(request.intent == .recordVoice, "\(request)")
    }
}
