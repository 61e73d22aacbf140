import Crypto
import PlatformClients
import Testing

@Suite("Keeping secrets out of what is shown")
struct RedactionTests {
    private let redaction = Redaction([
        Secret("kGw36aOxhlXnLtCuuuCGFwIU4T"), Secret("ab+/"), Secret("https://chat.example.com/hook/55d1"),
    ])

    @Test(
        "a secret is taken out wherever it stands, whole, percent-encoded or cut",
        arguments: [
            ("a kGw36aOxhlXnLtCuuuCGFwIU4T b", "a <secret> b"),
            ("kGw36aOxhlXnLtCuuuCGFwIU4TkGw36aOxhlXnLtCuuuCGFwIU4T", "<secret><secret>"),
            ("token=kGw36aOxhlXnLt…", "token=<secret>…"), ("kGw36aO", "kGw36aO"),
            ("x ab+/ y ab%2B%2F z", "x <secret> y <secret> z"), ("ab+", "ab+"),
            ("to https://chat.example.com/hook/55d1.", "to <secret>."),
            ("to https://chat.example.com/hook/", "to https://chat.example.com/hook/"),
            ("口令是kGw36aOxhlXnLtCuuuCGFwIU4T。", "口令是<secret>。"), ("", ""),
        ])
    func texts(_ text: String, _ shown: String) {
        #expect(redaction.applied(to: text) == shown)
    }
}
