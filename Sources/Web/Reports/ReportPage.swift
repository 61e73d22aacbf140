internal import Crypto
public import Earshot
internal import HTTP
public import Mustache

/// A report as a page for a browser, made of the words that were kept of it: the message, its figures as bars, and the whole
/// table. No script, nothing from elsewhere, and the numbers are the message's and the table's, digit by digit.
public struct ReportPage: Sendable {
    private let text: ReportText

    public init(_ text: ReportText) {
        self.text = text
    }

    /// What pages are put into by this edition of the program; it is kept with each report, so that its page is the same later.
    public static let frame: String = {
        let files = PageFile.all(in: "report")
        // It is built into the program.
        guard let page = files.first else { preconditionFailure("the page of reports is missing") }
        return String(decoding: page.bytes, as: UTF8.self)
    }()

    private var frame: String { text.frame.isEmpty ? ReportPage.frame : text.frame }

    /// The page.
    ///
    /// - Parameter offersTable: whether the table can be had from where the page is, behind `?csv`.
    /// - Throws: `TemplateError` where the kept frame is none.
    public func html(offersTable: Bool) throws(TemplateError) -> String {
        try Template(frame, file: "report/page.html").render(value(offersTable: offersTable))
    }

    /// What lets the page's own style in and nothing else. Source: W3C, Content Security Policy Level 3, 2.3.1, of hashes.
    var policy: String {
        let style = frame.firstRange(of: "<style>").flatMap { start in
            frame[start.upperBound...].firstRange(of: "</style>").map {
                String(frame[start.upperBound..<$0.lowerBound])
            }
        }
        let hash = Base64.encode(Digest.sha256(of: Array((style ?? "").utf8)))
        return
            "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    }

    private func value(offersTable: Bool) -> Value {
        let table = ReportTable(text)
        return [
            "title": .string(title), "blocks": .list(text.message.blocks.compactMap(block)),
            "charts": .list(table.charts), "figures": table.figures, "aspects": table.aspects,
            "download": offersTable ? .string(text.labels["download"] ?? "CSV") : .null,
            "own": .string(text.labels["own"] ?? ""),
        ]
    }

    private var title: String {
        for block in text.message.blocks {
            switch block {
            case .title(let title), .text(let title): return title
            case .figure, .quote, .item, .link, .choices: continue
            }
        }
        return ""
    }

    private func block(_ block: Reply.Block) -> Value? {
        switch block {
        case .title(let text): ["heading": .string(text)]
        case .text(let text): ["text": .string(text)]
        case .figure(let label, let value):
            ["figure": ["label": .string(label), "value": .string(value)]]
        case .quote(let text, let source): ["quote": .string(text), "source": .string(source)]
        case .item(let text): ["item": .string(text)]
        case .choices, .link: nil
        }
    }
}
