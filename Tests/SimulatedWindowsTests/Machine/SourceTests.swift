import Foundation
import Testing

/// What the sources of the machine import, and what they say of it.
struct SourceTests {
    private static func sources(_ folder: String) throws -> [(name: String, lines: [Substring])] {
        let root = Fixtures.repository.appending(path: folder)
        let files = try #require(FileManager.default.enumerator(atPath: root.path())).compactMap { $0 as? String }
        return try files.filter { $0.hasSuffix(".swift") }.sorted().map { file in
            let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
            let lines = text.split(separator: "\n").filter { !$0.trimmingPrefix { $0 == " " }.hasPrefix("//") }
            return ((file as NSString).lastPathComponent, lines)
        }
    }

    /// Nothing of the system it runs on: no C library, no Foundation, and no name of either that would need no import.
    @Test func theMachineImportsNothingOfItsHost() throws {
        let sources = try Self.sources("Platforms/SimulatedWindows")
        #expect(sources.count > 150)
        for (name, lines) in sources {
            for line in lines {
                if let match = line.firstMatch(of: /^\s*(@\S+\s+)*(\w+ )?import (\w+)/) {
                    let ground: [Substring] = ["SandboxModel", "WindowsSecurity", "ModelFamilies", "JSON"]
                    #expect(ground.contains(match.output.3), "\(name)")
                }
                let reaches = line.contains(
                    /(^|[^.\w])(canImport|dlopen|dlsym|readLine\(\)|@_silgen_name|@_extern|Swift\.print)/)
                #expect(!reaches, "\(name): \(line)")
            }
        }
    }

    /// Texts with the word that are names of the documented design, as the record has them.
    private static let names: [String: String] = [
        #"\(SandboxGroup.users.groupName)"#: "the group CodexSandboxUsers, in a message about it",
        "Codex sandbox internal group (managed)": "the comment of that group",
        "codex-windows-sandbox-setup.exe": "the program of setup",
        "helper_sandbox_lock_failed": "an error code of setup",
        "CodexSandboxDesktop-": "the private desktop of a command",
        #"Local\CodexSandboxReadAcl"#: "the mutex of who grants reading",
        ".sandbox": "a directory in the home of the agent, with -bin, -secrets and -journal",
        "sandbox_users.json": "the file of the credentials",
        "sandbox_block_outbound": "the rule of the designs that have one for a program or a capability",
    ]
    /// The one text that is a member of a Windows path and nothing more: a directory in the container of a rejected design.
    private static let exact = "sandbox"

    /// The machine shows what a sandbox does, and is none: no text of it has the word but as a name of the design.
    @Test func theMachineNeverCallsItselfASandbox() throws {
        var seen: Set<String> = []
        for (name, lines) in try Self.sources("Platforms/SimulatedWindows") {
            #expect(!lines.contains { $0.contains("\"\"\"") }, "\(name): a text of many lines is not looked at")
            for line in lines {
                for literal in line.matches(of: /#?"((?:[^"\\]|\\.)*)"#?/).map({ String($0.output.1) }) {
                    guard literal.lowercased().contains("sandbox"), literal != Self.exact else { continue }
                    var rest = literal
                    for known in Self.names.keys.sorted(by: { $0.count > $1.count }) where rest.contains(known) {
                        seen.insert(known)
                        rest = rest.replacing(known, with: "")
                    }
                    #expect(!rest.lowercased().contains("sandbox"), "\(name): \(literal)")
                }
            }
        }
        #expect(
            seen == Set(Self.names.keys), "exceptions that nothing needs: \(Set(Self.names.keys).subtracting(seen))")
    }

    /// The command line says of it only that a design's sandbox is simulated on it.
    @Test func theCommandLineSaysThatItIsSimulated() throws {
        let help = try String(
            contentsOf: Fixtures.repository.appending(path: "Sources/sallyport/Output/HelpText.swift"), encoding: .utf8)
        let text = try #require(help.firstMatch(of: /static let sim = """(?s)(.*?)"""/)).output.1
        #expect(text.contains("it protects nobody") && text.contains("nothing of this machine is touched"))
        for match in text.matches(of: /(\w+) sandbox\w*/) {
            #expect(match.output.1 == "simulated", "\(match.output.0)")
        }
        #expect(text.matches(of: /(?i)sandbox/).count == text.matches(of: /simulated sandbox of a design/).count)
    }
}
