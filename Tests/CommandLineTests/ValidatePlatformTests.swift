import Foundation
import Glibc
import KernelStage
import Testing

/// `sallyport validate` where real Linux is concerned.
@Suite(.serialized, .enabled(if: Stage.isRequired, "\(Stage.requirement)"))
struct ValidatePlatformTests {
    private static let stage = Stage(
        programs: ["sallyport", "sallyport-scenarios"], files: ["Fixtures/scenarios"])

    /// Without root the columns of real Linux are named as not run, and that is an error where they were asked for.
    @Test func withoutRootRealLinuxIsNotRun() throws {
        let run = "sallyport validate /run/files/scenarios/reads-and-secrets.yaml --mode full-access"
        let attempts = try Self.stage.attempt([
            "\(run) --platform linux", "\(run) --platform linux-unelevated --json", run, "CI=true \(run)",
            "\(run) --platform windows", "\(run) --platform linux --junit report.xml; cat report.xml",
        ])
        for attempt in attempts[..<2] {
            #expect(attempt.status == 69 && attempt.errors.contains("not run: linux"), "\(attempt)")
        }
        #expect(attempts[1].output.contains(#""reason" : "not run: needs root"#), "\(attempts[1])")
        #expect(attempts[2].output.contains("linux: not run: needs root"), "\(attempts[2])")
        #expect(attempts[2].output.contains("linux-unelevated: not run: needs root"), "\(attempts[2])")
        // What did run decides, unless it is green.
        #expect(attempts[2].status == attempts[4].status && attempts[2].errors.isEmpty, "\(attempts[2])")
        #expect(attempts[3].status == (attempts[4].status == 0 ? 69 : 1), "\(attempts[3])")
        #expect(!attempts[4].output.contains("not run"), "\(attempts[4])")
        #expect(attempts[5].output.contains(#"<skipped message="not run: needs root"#), "\(attempts[5])")
    }

    /// An interrupted sweep ends at once, by the signal, and takes its private machines along.
    @Test(.timeLimit(.minutes(2)), arguments: [SIGINT, SIGTERM, SIGHUP])
    func anInterruptedSweepLeavesNothingBehind(signal: Int32) throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "interrupted-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let program = Program(name: "sallyport", environment: ["TMPDIR": place.path()])
        let (process, finish) = try program.start([
            "validate", "--platform", "linux", "Fixtures/scenarios/writes-outside.yaml",
        ])
        func stages() -> [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: place.path())) ?? []).filter {
                $0.hasPrefix("stage-")
            }
        }
        while stages().isEmpty, process.isRunning { usleep(10_000) }
        usleep(500_000)
        #expect(kill(process.processIdentifier, signal) == 0)
        process.waitUntilExit()
        #expect(try finish().status == 128 + signal)
        #expect(stages().isEmpty)
        // The kernel needs a moment to end what was killed.
        var tries = 0
        while Self.processes(below: place), tries < 200 {
            usleep(10_000)
            tries += 1
        }
        #expect(!Self.processes(below: place))
    }

    /// Whether a process has been started with something in a directory.
    private static func processes(below place: URL) -> Bool {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return numbers.contains { number in
            guard Int(number) != nil, let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") else {
                return false
            }
            return String(decoding: line, as: UTF8.self).contains(place.lastPathComponent)
        }
    }

    /// On a terminal there is a bar, which is wiped out; in a log there are lines when they are wanted.
    @Test func progressIsShownWhereSomebodyLooks() throws {
        let run = "sallyport validate /run/files/scenarios/processes.yaml --platform windows"
        let attempts = try Self.stage.attempt([
            "TERM=xterm script -qec '\(run)' /dev/null 2>&1",
            "TERM=xterm NO_COLOR=1 script -qec '\(run)' /dev/null 2>&1", "\(run) 2>&1",
            "script -qec '\(run)' /dev/null 2>&1",
        ])
        #expect(attempts[0].output.contains("[#") && attempts[0].output.contains("\r\u{1B}[K"), "a bar")
        #expect(attempts[0].output.contains("\u{1B}[1m"), "colours")
        #expect(!attempts[1].output.contains("\u{1B}[1m") && attempts[1].output.contains("[#"))
        for attempt in attempts[2...] {
            #expect(!attempt.output.contains("\u{1B}") && !attempt.output.contains("[#"), "no terminal, or a dumb one")
        }
    }
}
