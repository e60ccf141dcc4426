import Glibc
import LinuxPlatform
import SandboxModel

/// Makes and revokes grants from the command line, for the tests on a stage and for the benchmarks.
///
///     grant-tool VERB ROOT CAPABILITY USERS OFFLINE ONLINE [--private] [--threads N] [--extra PATH]... [--image-room N] [--no-images] [--tell-all]
///
/// VERB is `grant`, `read`, `traverse`, `revoke`, `revoke-read`, `cycle` (grant, then revoke with the before-images) or
/// `cycle-read`; or `assign HOME FIRST COUNT ROOT...` for the ledger. Each line of the output is a fact of the report; a refusal is one line on standard error and status 1.
@main struct GrantTool {
    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 4 else { exit(64) }
        let verb = arguments.removeFirst()
        if verb == "assign" { return LedgerVerb.assign(arguments) }
        guard arguments.count >= 5 else { exit(64) }
        guard let root = path(arguments.removeFirst()) else { exit(64) }
        let numbers = arguments.prefix(4).compactMap { UInt32($0) }
        guard numbers.count == 4 else { exit(64) }
        var request = GrantRequest(
            root: root, capability: numbers[0], users: numbers[1], offline: numbers[2], online: numbers[3])
        var threads: Int?
        var hasStore = true
        var interval = Duration.seconds(1)
        var rest = arguments.dropFirst(4)
        while let option = rest.popFirst() {
            switch option {
            case "--no-images": hasStore = false
            case "--tell-all": interval = .zero
            case "--image-room": request.imageRoom = rest.popFirst().flatMap { Int($0) } ?? 0
            case "--private": request.includePrivate = true
            case "--threads": threads = rest.popFirst().flatMap { Int($0) }
            case "--extra": request.extraProtected += rest.popFirst().flatMap(path).map { [$0] } ?? []
            default: exit(64)
            }
        }
        let grants = OwnerGrants(threads: threads, progressInterval: interval) { progress in
            print("progress", progress.visited)
        }
        do throws(GrantError) {
            try perform(verb, request, with: grants, hasStore: hasStore)
        } catch {
            print(error.code.rawValue)
            let text = "\(error)\n"
            _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
            exit(1)
        }
    }

    static func path(_ text: String) -> HostPath? {
        do throws(HostPathError) { return try HostPath(text) } catch { return nil }
    }

    static func perform(
        _ verb: String, _ request: GrantRequest, with grants: OwnerGrants, hasStore: Bool
    ) throws(GrantError) {
        switch verb {
        case "grant":
            show(
                try grants.grant(request) { images in
                    print("images", images.count)
                    if !hasStore { throw LedgerRefusal() }
                })
        case "read": show(try grants.grantRead(request))
        case "traverse":
            for path in try grants.grantTraverse(request).changed { print("passable", path) }
        case "revoke": show(try grants.revoke(request))
        case "revoke-read": show(try grants.revokeRead(request))
        case "revoke-traverse": show(try grants.revokeTraverse([request.root], users: request.users))
        case "cycle":
            let images = try grants.grant(request).images
            print("images", images.count)
            show(try grants.revoke(request, images: images))
        case "cycle-read":
            let images = try grants.grantRead(request).images
            print("images", images.count)
            show(try grants.revokeRead(request, images: images))
        case "cycle-traverse":
            let report = try grants.grantTraverse(request)
            print("images", report.images.count)
            show(try grants.revokeTraverse(report.changed, users: request.users, images: report.images))
        default: exit(64)
        }
    }

    /// What `--no-images` makes of the before-images.
    struct LedgerRefusal: Error, CustomStringConvertible {
        let description = "no room"
    }

    static func show(_ report: GrantReport) {
        print("changed", report.changed)
        print("unchanged", report.unchanged)
        for reason in OmissionReason.allCases {
            if let count = report.omitted[reason] { print("omitted", reason.rawValue, count) }
            for example in report.examples[reason] ?? [] { print("example", reason.rawValue, example) }
        }
        for path in report.foreignPrograms.map({ String(decoding: $0, as: UTF8.self) }).sorted() {
            print("program", path)
        }
        for path in report.protectedPaths { print("protected", path.kind.rawValue, path.path) }
        print("elapsed", report.elapsed)
    }
}
