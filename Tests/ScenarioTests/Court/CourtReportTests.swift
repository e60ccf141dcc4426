import Foundation
import SandboxModel
import Scenarios
import Testing

/// What the figures of designs come to, and how they are shown.
struct CourtReportTests {
    /// A report out of its own file form: figures by design.
    private func report(_ designs: [Figures], text: String = "An attempt") throws -> CourtReport {
        let entries = designs.map { design -> [String: Any] in
            [
                "design": design.name, "summary": text,
                "attempts": (0..<10).map { number -> [String: Any] in
                    [
                        "scenario": "s\(number)", "title": text, "group": text, "mode": "offline",
                        "isStopped": number < design.stopped, "layers": ["firewall"], "answer": text,
                        "derivation": [text],
                    ]
                },
                "works": (0..<4).map { number -> [String: Any] in
                    func failures(_ fails: Bool) -> [[String: Any]] {
                        fails ? [["step": text, "answer": text, "derivation": [text]]] : []
                    }
                    return [
                        "workload": "w\(number)", "title": text, "mode": "offline", "steps": 3,
                        "failures": failures(number >= design.running),
                        "failuresBeside": failures(number >= design.beside),
                    ]
                },
                "change": [
                    "items": (0..<design.left).map { number -> [String: Any] in
                        ["kind": "lists", "subject": "\(text) \(number)", "isInWorkspace": number == 0]
                    }, "opened": (0..<design.opened).map { "\(text) \($0)" },
                ] as [String: Any],
            ]
        }
        let file: [String: Any] = ["schema": 1, "modes": ["offline"], "uncounted": 2, "designs": entries]
        return try JSONDecoder().decode(CourtReport.self, from: try JSONSerialization.data(withJSONObject: file))
    }

    private struct Figures {
        var name = "design"
        var stopped = 5
        var running = 3
        var beside = 4
        var left = 2
        var opened = 0
    }

    @Test func theFileHoldsWhatWasCounted() throws {
        let report = try report([Figures()])
        let entry = report.designs[0]
        #expect(entry.stopped().part == 5 && entry.stopped().all == 10 && entry.stopped().percent == 50)
        #expect(entry.stopped(in: .online).all == 0 && entry.stopped(in: .online).percent == 100)
        #expect(entry.running.part == 3 && entry.runningBeside.part == 4 && entry.running.all == 4)
        #expect(try JSONDecoder().decode(CourtReport.self, from: Data(try report.json().utf8)) == report)
    }

    /// Exhaustively over two values of each figure: beaten is what is nowhere better and somewhere worse.
    @Test func beatenIsWhatIsNowhereBetter() throws {
        var all: [Figures] = []
        for bits in 0..<32 {
            all.append(
                Figures(
                    name: "\(bits)", stopped: 5 + (bits & 1), running: 2 + (bits >> 1 & 1), beside: 3 + (bits >> 2 & 1),
                    left: 3 - (bits >> 3 & 1), opened: 1 - (bits >> 4 & 1)))
        }
        let report = try report(all)
        for one in 0..<32 {
            for other in 0..<32 {
                let isBeaten = one & other == one && one != other
                #expect(report.designs[one].isBeaten(by: report.designs[other]) == isBeaten, "\(one) \(other)")
            }
        }
        #expect(report.unbeaten == ["31"])
    }

    @Test func sharesAreRoundedDown() throws {
        let entry = try report([Figures(running: 4)]).designs[0]
        #expect(entry.running.percent == 100)
        #expect(try report([Figures(stopped: 9)]).designs[0].stopped().percent == 90)
        #expect(try report([Figures(running: 3)]).designs[0].running.percent == 75)
    }

    @Test(arguments: [60, 80, 120]) func everyLineOfTheTableFits(width: Int) throws {
        let report = try report([Figures(), Figures(name: "another-design", stopped: 10, left: 0, opened: 3)])
        let text = TerminalCourt(report, style: TerminalStyle(width: width)).text
        for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
        #expect(!text.contains("\u{1B}"))
        #expect(text.contains("design              50%   3/4     4/4     2       0"), "\(text)")
        #expect(text.contains("another-design     100%   3/4     4/4     0       3"), "\(text)")
        #expect(TerminalCourt(report, style: TerminalStyle(usesColour: true)).text.contains("\u{1B}[32m100%"))
    }

    @Test func theExplanationHasTheDecisiveStepsAndNothingThatSteers() throws {
        let text = TerminalCourtExplanation(try report([Figures(opened: 1)], text: "a \u{1B}[31m text").designs[0]).text
        #expect(!text.contains("\u{1B}"))
        #expect(text.contains("got through: 5 of 10") && text.contains("work that runs: 3 of 4"))
        #expect(text.contains("left on the machine: 2") && text.contains("lists: 2, 1 of them in the workspace"))
        #expect(text.contains("opened to strangers: 1"))
    }

    @Test func thePageHasNoMarkupButItsOwn() throws {
        let page = HTMLCourt(try report([Figures(), Figures(name: Examples.hostile)], text: Examples.hostile)).text
        #expect(!page.contains("<img") && !page.contains("alert(1)>") && !page.contains(#""two""#))
        for element in [
            "section", "details", "summary", "table", "tbody", "thead", "tr", "td", "th", "ul", "li", "dl", "dt", "dd",
            "h2",
            "h3", "pre", "small", "span", "i", "b", "div", "main", "style", "script",
        ] {
            let opened =
                page.components(separatedBy: "<\(element)>").count
                + page.components(separatedBy: "<\(element) ").count - 2
            #expect(opened == page.components(separatedBy: "</\(element)>").count - 1, "\(element)")
        }
        #expect(page.contains("default-src 'none'") && !page.contains("http://") && !page.contains("https://"))
        #expect(page.contains(#"<i style="width:50%">"#) && page.contains("3 of 4"))
    }
}
