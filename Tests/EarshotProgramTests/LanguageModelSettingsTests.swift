import Configuration
import Testing

@testable import EarshotProgram

@Suite("The settings of a language model")
struct LanguageModelSettingsTests {
    private func read(_ section: String) throws -> (site: Site?, problems: [String]) {
        let folder = try TemporarySite()
        let file = try folder.write(
            "earshot.json",
            """
            {outbound: {allowedHosts: ['api.example.com', 'http://127.0.0.1:8000']},
            languageModel: \(section)}
            """)
        let (site, problems) = Site.examine(file) { $0 == "KEY" ? "sk-1" : nil }
        return (site, problems.map { $0.description.replacing(folder.path + "/", with: "") })
    }

    @Test("without the section there is none, and with it the rest has defaults")
    func defaults() throws {
        let folder = try TemporarySite()
        #expect(try Site.read(folder.write("earshot.json", "{}")).settings.languageModel == nil)
        let (site, problems) = try read(
            "{address: 'https://api.example.com/v1', model: 'm', key: {env: 'KEY'}}")
        #expect(problems == [])
        let settings = try #require(site?.settings.languageModel)
        #expect(settings.textsPerDay == 1000 && settings.requestsAtOnce == 2 && settings.requestSeconds == 20)
        #expect(settings.margin == 0.1 && settings.days == 30 && !settings.summaries)
        #expect(settings.server == "https://api.example.com")
        #expect(site?.warnings.isEmpty == true)
        #expect(try site?.languageModel() != nil)
    }

    @Test(
        "what is wrong is named with its line",
        arguments: [
            ("{model: 'm'}", "languageModel"),
            ("{address: 'https://api.example.com/v1'}", "languageModel"),
            ("{address: 'api.example.com/v1', model: 'm'}", "is no address of a server"),
            ("{address: 'https://u:p@api.example.com/v1', model: 'm'}", "is no address of a server"),
            ("{address: 'https://api.example.com/v1?key=1', model: 'm'}", "is no address of a server"),
            ("{address: 'ftp://api.example.com', model: 'm'}", "is no address of a server"),
            ("{address: 'https://*.example.com/v1', model: 'm'}", "is no address of a server"),
            ("{address: 'https://api.example.com/v1/chat/completions', model: 'm'}", "is too long by"),
            ("{address: 'https://api.example.com/v1', model: ''}", "is no name of a model"),
            ("{address: 'https://api.example.com/v1', model: 'm', key: {env: 'NONE'}}", "languageModel.key"),
            ("{address: 'https://api.example.com/v1', model: 'm', key: 'sk-1'}", "languageModel.key"),
            (
                "{address: 'https://api.example.com/v1', model: 'm', margin: 0.9}",
                "must be between 0.01 and 0.5"
            ),
            (
                "{address: 'https://api.example.com/v1', model: 'm', requestsAtOnce: 0}",
                "must be between 1 and 16"
            ),
            ("{address: 'https://api.example.com/v1', model: 'm', textPerDay: 5}", "textsPerDay"),
        ])
    func problems(_ section: String, _ words: String) throws {
        let problems = try read(section).problems
        #expect(problems.count == 1, "\(problems)")
        #expect(problems.first?.contains(words) == true, "\(problems)")
        #expect(problems.first?.contains("earshot.json:2") == true, "\(problems)")
    }

    @Test("an address that may not be asked is a warning")
    func allowed() throws {
        for (address, isAllowed) in [
            ("https://api.example.com/v1", true), ("http://127.0.0.1:8000/v1", true),
            ("https://other.example.com/v1", false), ("http://api.example.com/v1", false),
            ("http://127.0.0.1:8001/v1", false),
        ] {
            let (site, problems) = try read("{address: '\(address)', model: 'm'}")
            #expect(problems == [])
            #expect(site?.warnings.isEmpty == isAllowed, "\(address)")
        }
    }
}
