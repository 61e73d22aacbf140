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
}
