import Crypto
import Earshot
import Foundation
import Testing

@testable import Web

@Suite("The page of a report")
struct ReportPageTests {
    static let text = ReportText(
        message: Reply([
            .title("杭州 · 周报  11/14–11/20"), .figure(label: "声量", value: "137（较前7天 +18%）"),
            .figure(label: "抱怨最多", value: "油耗 76（▲120%） · 售后等待 41"),
            .item("A12 杭州 · <b onclick=\"x()\">油耗</b>"),
            .quote(text: "\"><script>alert(1)</script><img src=x onerror=y>&{{title}}", source: "11/18 'x'"),
        ]),
        table: [
            ["figure", "name", "value", "before", "note"], ["period", "杭州", "2026-11-14", "", "2026-11-20"],
            ["volume", "杭州", "137", "116", "+18%"], ["most_complained", "油耗", "76", "34", "+120%"],
            ["most_complained", "售后等待", "41", "", ""], ["aspect_volume", "油耗", "80", "36", ""],
            ["aspect_praise", "油耗", "4", "2", ""], ["aspect_complaints", "油耗", "76", "34", ""],
            ["quote", "<script>", "", "", ""],
        ], labels: ["volume": "声量", "all": "全部指标", "most_complained": "抱怨最多", "own": "请不要转发"],
        frame: ReportPage.frame)

    @Test("what customers and people wrote stays words, and nothing is loaded or run")
    func hostile() throws {
        let page = try ReportPage(ReportPageTests.text).html(offersTable: true)
        #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<b onclick"))
        #expect(page.contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"))
        // A template in a customer's words is none.
        #expect(page.contains("&amp;{{title}}"))
        #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("javascript:"))
        #expect(!page.contains(" style=") && !page.contains(" onclick=\""))
        #expect(!page.contains(/<[^>]* (src|on[a-z]+)=/))
    }

    @Test("every figure of message and table stands on it, digit by digit")
    func figures() throws {
        let text = ReportPageTests.text
        let page = try ReportPage(text).html(offersTable: false)
        for block in text.message.blocks {
            if case .figure(_, let value) = block { #expect(page.contains("</b> \(value)</p>")) }
        }
        for row in text.table.dropFirst() where ReportLabels.figures.contains(row[0]) {
            let label = text.labels[row[0]] ?? row[0]
            #expect(
                page.contains(
                    "<td>\(label)</td><td>\(row[1])</td><td class=\"number\">\(row[2])</td>"
                        + "<td class=\"number past\">\(row[3])</td><td>\(row[4])</td>"), "\(row)")
        }
        #expect(
            page.contains(
                "<tr><td>油耗</td><td class=\"number\">80</td><td class=\"number past\">36</td>"
                    + "<td class=\"number\">4</td><td class=\"number past\">2</td>"
                    + "<td class=\"number\">76</td><td class=\"number past\">34</td></tr>"))
        #expect(page.contains("<svg") && page.contains(">76</text>") && !page.contains("id=\"download\""))
    }

    @Test("the page's own style is let in by its digest, and nothing else")
    func policy() throws {
        let page = try ReportPage(ReportPageTests.text).html(offersTable: false)
        let style = try #require(
            page.components(separatedBy: "<style>").dropFirst().first?.components(separatedBy: "</style>")
                .first)
        let hash = Base64.encode(Digest.sha256(of: Array(style.utf8)))
        let policy = ReportPage(ReportPageTests.text).policy
        #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-\(hash)'; "))
        #expect(!policy.contains("unsafe") && !policy.contains("script-src"))
    }

    @Test("a report without figures is a page with its one line")
    func empty() throws {
        let text = ReportText(
            message: Reply([.text("杭州日报 11/21：没有新的客户声音。")]), table: [ReportWords.header], labels: [:],
            frame: "")
        let page = try ReportPage(text).html(offersTable: false)
        #expect(page.contains("<p>杭州日报 11/21：没有新的客户声音。</p>"))
        #expect(page.contains("<title>杭州日报 11/21：没有新的客户声音。</title>"))
        #expect(!page.contains("<table") && !page.contains("<svg"))
    }
}
