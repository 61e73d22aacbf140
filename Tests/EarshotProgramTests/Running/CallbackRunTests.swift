import Earshot
import Foundation
import HTTP
import PlatformClients
import Store
import Synchronization
import Testing

@testable import EarshotProgram

@Suite("earshot check --callback, beside the running service")
struct CallbackRunTests {
    private static let surfaces = CallbackAddress.Surface.allCases.map(\.rawValue)

    private func check(
        _ url: String, of site: SampleSite, environment: [String: String] = SampleSite.environment
    ) async throws -> (status: Int32?, output: String, log: String) {
        let run = try await RunningProgram.run(
            ["check", "--callback", url, "--config", site.config], environment: environment)
        return (run.end?.status, run.output, run.log.joined(separator: "\n"))
    }

    @Test("every surface of the service answers as the platform wants, and nothing is left behind")
    func right() async throws {
        let site = try SampleSite()
        let (program, port) = try await site.serve()
        for surface in CallbackRunTests.surfaces {
            let found = try await check("http://127.0.0.1:\(port)/callback/\(surface)/sales", of: site)
            #expect(found.status == 0, "\(found.log)")
            #expect(
                found.output.contains(
                    "\ncallback   \(surface)/sales: the address answers as the platform wants"),
                "\(found.output)")
            #expect(found.log.contains("warning: \(surface)/sales: the address is without TLS"))
        }
        #expect(program.log.allSatisfy { !$0.contains("a callback was not answered") })
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let kept = try await site.withStores { try await $0.bot.left().messages.count }
        #expect(kept == 0)
    }

    @Test(
        "settings that the running service does not have yet are told as such, on every surface, and no secret is shown"
    )
    func changed() async throws {
        let site = try SampleSite()
        let (program, port) = try await site.serve()
        let changed = SampleSite.environment.merging([
            "SAMPLE_APP_SECRET": "changed-app-secret", "SAMPLE_BOT_TOKEN": "ChangedToken",
            "SAMPLE_FEISHU_KEY": "changed-feishu-key",
        ]) { $1 }
        for surface in CallbackRunTests.surfaces {
            let found = try await check(
                "http://127.0.0.1:\(port)/callback/\(surface)/sales", of: site, environment: changed)
            #expect(found.status == 1)
            #expect(
                found.log.contains("\(surface)/sales: 403: the running service has other values"),
                "\(found.log)")
            for secret in changed.values { #expect(!found.log.contains(secret)) }
        }
        let path = try await check("http://127.0.0.1:\(port)/other/callback/wecom/sales", of: site)
        #expect(path.status == 1)
        #expect(path.log.contains("404: the running service has no sales"), "\(path.log)")
        program.signal(SIGTERM)
        _ = await program.end()
        let stopped = try await check("http://127.0.0.1:\(port)/callback/wecom/sales", of: site)
        #expect(stopped.log.contains("nobody listens at"))
        let usage = try await check("http://127.0.0.1:\(port)/callback/wecom", of: site)
        #expect(usage.status == 2)
    }

    @Test("a right answer that comes later than the platform waits is a fault")
    func slow() async throws {
        let sample = try SampleSite()
        let site = try Site.read(sample.config) { SampleSite.environment[$0] }
        let (program, port) = try await sample.serve()
        for (surface, patience) in [
            ("wecom", 1000), ("wecom-bot", 1000), ("feishu", 1000), ("dingtalk-event", 1500),
            ("dingtalk", 2000),
            ("dingtalk-card", 2000),
        ] {
            let address = try CallbackAddress("http://127.0.0.1:\(port)/callback/\(surface)/sales")
            for (elapsed, weight) in [(patience, Finding.Weight.fine), (patience + 1, .fault)] {
                let readings = Mutex([Duration.zero, .milliseconds(elapsed)])
                let check = CallbackCheck(address, of: site) { readings.withLock { $0.removeFirst() } }
                let found = try await check.findings()
                #expect(found.first?.weight == weight, "\(found)")
                if weight == .fault {
                    #expect(found.first?.explanation.english.contains("after \(elapsed) ms") == true)
                }
            }
        }
        program.signal(SIGTERM)
        _ = await program.end()
    }
}
