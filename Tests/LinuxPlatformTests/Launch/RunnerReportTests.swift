import LinuxPlatform
import SandboxModel
import Testing

struct RunnerReportTests {
    @Test(arguments: [
        ("", RunnerReport.silent), ("exited 0\n", .ended(.exited(0))), ("exited 255\n", .ended(.exited(255))),
        ("signaled 9\n", .ended(.signaled(9))), ("timed-out\n", .ended(.timedOut)),
        (
            "failed mounts 1 copy the mount of /x\n",
            .failed(layer: "mounts", systemError: 1, text: "copy the mount of /x")
        ),
        ("failed canary 0\n", .failed(layer: "canary", systemError: 0, text: "")),
        ("failed canary 0 \n", .failed(layer: "canary", systemError: 0, text: "")),
    ])
    func reads(line: String, report: RunnerReport) throws {
        #expect(try RunnerReport(parsing: Array(line.utf8)) == report)
    }

    @Test(arguments: [
        "\n", "exited\n", "exited 256\n", "exited -1\n", "exited +1\n", "exited 0", "exited 0\n\n", "exited 0 1\n",
        "exited 00000\n", "signaled 65\n", "timed-out 1\n", "failed\n", "failed mounts\n", "failed mounts x\n",
        "failed  0 x\n", "failed mounts 4096 x\n", "EXITED 0\n", " exited 0\n", "exited 0\nexited 1\n",
        "exited \u{661}\n",
    ])
    func refuses(line: String) {
        #expect(throws: WireError.self) { try RunnerReport(parsing: Array(line.utf8)) }
    }

    /// Every prefix of every kind of line, and every single changed byte, is read or refused, and never a trap.
    @Test func isTotal() {
        for line in ["exited 12\n", "signaled 15\n", "timed-out\n", "failed write-gate 38 text of it\n"] {
            let bytes = Array(line.utf8)
            for count in bytes.indices where count > 0 {
                #expect(throws: WireError.self) { try RunnerReport(parsing: Array(bytes[..<count])) }
            }
            for index in bytes.indices {
                for value in UInt8.min...UInt8.max {
                    var changed = bytes
                    changed[index] = value
                    _ = try? RunnerReport(parsing: changed)
                }
            }
        }
        #expect(throws: WireError.self) {
            try RunnerReport(parsing: [UInt8](repeating: 0x61, count: RunnerReport.longest + 1))
        }
    }
}
