import Foundation

/// Development tools of this machine.
enum Tool {
    /// Whether a test of a tool is to be attempted: where it is missing the test is reported as not run, and under continuous integration it fails.
    static func isRequired(_ isInstalled: Bool) -> Bool {
        isInstalled || ProcessInfo.processInfo.environment["CI"] == "true"
    }

    /// Whether a program lies where every user finds it.
    static func isInstalled(_ name: String) -> Bool {
        ["/usr/bin/", "/usr/local/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + name) }
    }

    /// The directory of a Rust tool chain, with `bin/cargo` in it.
    static let rust: String? = {
        let toolchains = NSHomeDirectory() + "/.rustup/toolchains"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: toolchains)) ?? []
        let found = names.sorted().reversed().map { "\(toolchains)/\($0)" } + ["/usr", "/usr/local"]
        return found.first { FileManager.default.isExecutableFile(atPath: $0 + "/bin/cargo") }
    }()
}
