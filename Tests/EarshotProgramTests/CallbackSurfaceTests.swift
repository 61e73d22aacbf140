import Earshot
import Testing

@testable import EarshotProgram

@Suite("What the benchmark of callbacks measures")
struct CallbackSurfaceTests {
    @Test("every surface is read as a whole and in parts, and robots that only speak are signed for")
    func calls() throws {
        let surfaces = try CallbackSurface.all(now: SystemClock().now)
        for surface in surfaces {
            for (name, call) in surface.calls {
                #expect(throws: Never.self, "\(surface.name) \(name)") { try call() }
            }
        }
        let whole = ["read", "sealed", "sign", "decrypt", "decode", "encrypt"]
        #expect(
            Dictionary(uniqueKeysWithValues: surfaces.map { ($0.name, $0.calls.map(\.name)) }) == [
                "wecom-app": whole, "wecom-bot": whole, "dingtalk-events": whole,
                "dingtalk-robot": ["read", "sign", "decode"],
                "feishu": ["read", "sign", "decrypt", "decode"],
                "dingtalk-custom-robot": ["sign"], "feishu-custom-bot": ["sign"],
            ])
    }
}
