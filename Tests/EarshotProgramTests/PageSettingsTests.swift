import Configuration
import Testing

@testable import EarshotProgram

@Suite("Settings of the pages of reports")
struct PageSettingsTests {
    private func read(_ pages: String) throws -> Settings.Pages {
        let folder = try TemporarySite()
        return try Site.read(try folder.write("earshot.json", "{\npages: {\(pages)}}")).settings.pages
    }

    private func problems(_ pages: String) -> [String] {
        let error = #expect(throws: Problems.self) { _ = try read(pages) }
        return error?.all.map(\.description) ?? []
    }

    @Test(
        "there are no pages unless an address is named, and a link leads somewhere for a week unless said otherwise"
    )
    func defaults() throws {
        #expect(try read("").address == nil)
        let pages = try read("address: 'https://voices.example.com:8443'")
        #expect(pages.address == "https://voices.example.com:8443" && pages.days == 7)
        #expect(try read("address: 'http://127.0.0.1:8080', days: 1").days == 1)
    }

    @Test(
        "an address that is none of a service behind HTTPS, or says more, is named",
        arguments: [
            "http://voices.example.com", "http://127.0.0.1.example.com", "http://10.0.0.1:8080",
            "voices.example.com",
            "https://", "https://voices.example.com/", "https://voices.example.com/a", "https://a.example:x",
            "https://a.example:99999", "https://user@a.example", "https://*.example.com", "https://a b",
            "HTTPS://a.example", "https://a..example", "javascript:alert(1)", "",
        ])
    func address(_ address: String) throws {
        let found = problems("address: '\(address)'")
        #expect(
            found.count == 1
                && found[0].contains("earshot.json:2: pages.address: \"\(address)\" is no address"))
    }

    @Test("days out of their range and unknown keys are named")
    func days() {
        #expect(problems("days: 0").first?.contains("pages.days: must be between 1 and 90, not 0") == true)
        #expect(problems("days: 91").first?.contains("pages.days: must be between 1 and 90, not 91") == true)
        #expect(problems("adress: 'x'").first?.contains("pages.adress: is not a known setting") == true)
    }
}
