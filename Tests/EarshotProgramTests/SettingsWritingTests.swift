import Configuration
import EarshotTesting
import Foundation
import JSON
import Testing

@testable import EarshotProgram

@Suite("Settings that are written")
struct SettingsWritingTests {
    @Test("they are read as the same ones")
    func settings() throws {
        let folder = try TemporaryFolder()
        let site = try Site.read(DemoTests.config, needsSecrets: false)
        var settings = site.settings
        settings.files = site.filesFromAnywhere
        settings.minimumVoices = 7
        settings.intake.tokens = [.init(name: "crawler", token: .init(.environment("CRAWLER_TOKEN")))]
        settings.groupRobots = [
            .init(name: "quality", platform: .dingtalk, webhook: .init(.file("secrets/quality")))
        ]
        let written = try JSONEncoder().encode(settings)
        let config = folder.file("earshot.json")
        try written.write(to: URL(filePath: config))
        let read = try Site.read(config, needsSecrets: false).settings
        #expect(try JSONValue(Array(JSONEncoder().encode(read))) == JSONValue(Array(written)))
        #expect(read.minimumVoices == 7 && read.groupRobots[0].webhook == .init(.file("secrets/quality")))
        #expect(read.files.lexicon.hasPrefix("/"))
    }

    @Test("the demo's lead to no other machine, whatever those that it was given name")
    func demo() throws {
        let folder = try TemporaryFolder()
        let given = try Site.read(DemoTests.config, needsSecrets: false)
        #expect(!given.settings.attachments.hosts.isEmpty)
        let here = "http://127.0.0.1:9"
        let servers = DemoPlatforms.Servers(weCom: here, dingTalk: here, feishu: here)
        let config = try DemoSite(given, port: 0, DemoKeys(), servers, in: folder.path).config
        let settings = try Site.read(config).settings
        let hosts = settings.outbound.allowedHosts + settings.attachments.hosts
        #expect(!hosts.isEmpty && hosts.allSatisfy { $0 == here }, "\(hosts)")
    }
}
