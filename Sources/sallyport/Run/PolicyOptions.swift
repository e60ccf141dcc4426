import Glibc
import LinuxPlatform
import SandboxModel

/// The policy that the options of `run` describe.
enum PolicyOptions {
    /// Reads the options.
    ///
    /// - Parameter options: the options of `run`.
    /// - Returns: the policy, not yet looked up.
    /// - Throws: `CommandFailure` when a path is not one.
    static func policy(_ options: RunOptions) throws(CommandFailure) -> SandboxPolicy {
        let workspace = try path(options.workingDirectory ?? ".", of: "--cwd")
        return SandboxPolicy(
            mode: options.policy, workspace: workspace,
            writableRoots: try paths(options.writableRoots, of: "--writable-root"),
            readableRoots: try paths(options.readableRoots, of: "--readable-root"),
            readOnlyPaths: try paths(options.readOnlyPaths, of: "--read-only"),
            deniedPaths: try paths(options.deniedPaths, of: "--deny-read"),
            network: options.network ? .enabled : .restricted)
    }

    /// Reads the time limit.
    ///
    /// - Parameter seconds: the value of `--timeout`.
    /// - Returns: milliseconds, or nothing without a limit.
    /// - Throws: `CommandFailure` when the limit is not positive or too great.
    static func milliseconds(_ seconds: Double?) throws(CommandFailure) -> UInt32? {
        guard let seconds else { return nil }
        let milliseconds = (seconds * 1000).rounded(.up)
        guard milliseconds >= 1, milliseconds <= Double(Int32.max) else {
            throw CommandFailure(
                .usage, "--timeout \(seconds) is not a number of seconds above 0 and up to \(Int32.max / 1000)",
                remedy: "for example: --timeout 600")
        }
        return UInt32(milliseconds)
    }

    /// Reads the gates that are given up.
    ///
    /// - Parameter names: the values of `--accept-loss`.
    /// - Returns: the gates.
    /// - Throws: `CommandFailure` when there is no gate of a name.
    static func acceptedLosses(_ names: [String]) throws(CommandFailure) -> [LaunchRequest.AcceptedLoss] {
        var losses: [LaunchRequest.AcceptedLoss] = []
        for name in names {
            guard let loss = LaunchRequest.AcceptedLoss.allCases.first(where: { "\($0.word)" == name }) else {
                let known = LaunchRequest.AcceptedLoss.allCases.map { "\($0.word)" }.joined(separator: ", ")
                throw CommandFailure(
                    .usage, "--accept-loss \(PrintableText.quoted(name.utf8)) names no gate",
                    remedy: "the names are: \(known)")
            }
            if !losses.contains(loss) { losses.append(loss) }
        }
        return losses
    }

    private static func paths(_ texts: [String], of option: String) throws(CommandFailure) -> [HostPath] {
        var result: [HostPath] = []
        for text in texts { result.append(try path(text, of: option)) }
        return result
    }

    /// Takes a path as any command does: counted from the current directory, `..` as the file system has it.
    static func path(_ text: String, of option: String) throws(CommandFailure) -> HostPath {
        let given = Array(text.utf8)
        if given.first != UInt8(ascii: "/") { try requireCurrentDirectory(for: option) }
        do throws(HostPathError) {
            let parts = given.split(separator: UInt8(ascii: "/"))
            guard parts.contains(where: { $0.elementsEqual("..".utf8) }) else {
                guard !given.isEmpty else { throw HostPathError(reason: .empty, given: given) }
                return try HostPath(
                    given.first == UInt8(ascii: "/")
                        ? given : try currentDirectory(for: given).bytes + [UInt8(ascii: "/")] + given)
            }
        } catch {
            throw CommandFailure(.usage, "\(option): \(error)", remedy: "give another path, or leave it out")
        }
        guard let canonical = LinuxHostFacts.canonical(given) else {
            throw CommandFailure(
                .missing, "\(option): \(PrintableText.quoted(given)) does not exist",
                remedy: "create it or leave it out")
        }
        return canonical
    }

    private static func requireCurrentDirectory(for option: String) throws(CommandFailure) {
        let current: HostPath?
        do throws(HostPathError) {
            current = try LinuxHostFacts.resolve(Array(".".utf8))
        } catch {
            throw CommandFailure(.usage, "\(option): the current directory: \(error)", remedy: "rename it")
        }
        guard current != nil else {
            throw CommandFailure(
                .missing, "\(option): the current directory does not exist any more",
                remedy: "change to another directory")
        }
    }

    private static func currentDirectory(for given: [UInt8]) throws(HostPathError) -> HostPath {
        guard let current = LinuxHostFacts.canonical(Array(".".utf8)) else {
            throw HostPathError(reason: .relative, given: given)
        }
        return current
    }
}
