import Foundation
import FoundationXML
import Scenarios
import Testing

/// What is written for build servers and browsers takes no text for markup.
struct MarkupReportTests {
    @Test func jUnitIsWellFormedAndSaysWhatTheReportSays() throws {
        let report = try Examples.report()
        let document = MarkupElements()
        let parser = XMLParser(data: Data(JUnitReport(report).text.utf8))
        parser.delegate = document
        #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
        let cells = report.rows.flatMap(\.cells)
        #expect(document.attributes("testcase").count == cells.count + 1)
        let failures = document.attributes("failure").compactMap { $0["message"] }
        #expect(failures == cells.compactMap(\.complaint).map(Self.inXML))
        #expect(document.attributes("testcase").contains { $0["file"] == "a&b.yaml" })
        #expect(document.attributes("testsuite").contains { $0["name"] == Self.inXML(Examples.hostile) + ", offline" })
        #expect(document.attributes("skipped").count == 1)
        let totals = try #require(document.attributes("testsuites").first)
        #expect(totals["tests"] == "\(cells.count + 1)" && totals["failures"] == "\(failures.count)")
    }

    /// XML 1.0 has no control characters.
    private static func inXML(_ text: String) -> String {
        text.split(separator: "\u{1B}", omittingEmptySubsequences: false).joined(separator: "\u{FFFD}")
    }

    @Test func thePageHasNoMarkupButItsOwn() throws {
        let page = HTMLReport(try Examples.report()).text
        #expect(!page.contains("<img") && !page.contains("alert(1)>") && !page.contains(#""two""#))
        #expect(page.contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;two&quot; &#39;one&#39;"))
        for element in ["script", "style", "main", "table", "details", "summary", "tr", "td", "div", "select"] {
            let opened =
                page.components(separatedBy: "<\(element)>").count
                + page.components(separatedBy: "<\(element) ").count - 2
            #expect(opened == page.components(separatedBy: "</\(element)>").count - 1, "\(element)")
        }
        #expect(page.components(separatedBy: "<script").count == 2)
    }

    @Test func thePageLoadsNothing() throws {
        let page = HTMLReport(try Examples.report()).text
        for reference in [
            "http:", "https:", "src=\"", "<link", "@import", "url(", "<iframe", "<object", "fetch(", "//cdn",
        ] {
            #expect(!page.contains(reference), "\(reference)")
        }
        #expect(page.contains("default-src 'none'"))
        // The one kind of reference is a link that somebody has to follow.
        let links = page.components(separatedBy: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(!links.isEmpty && links.allSatisfy { $0 == "docs/mapping.md#the-restricted-pass" })
        #expect(HTMLReport(try Examples.report(), linkPrefix: "../").text.contains("href=\"../docs/mapping.md#"))
    }

    @Test func everyCellOpensItsDerivation() throws {
        let report = try Examples.report()
        let page = HTMLReport(report).text
        let sheets = page.components(separatedBy: "class=\"sheet\"").count - 1
        #expect(sheets == report.rows.flatMap(\.cells).count)
        #expect(page.components(separatedBy: "&lt;first&gt; step\nsecond &amp; last step").count > sheets / 2)
    }
}
