internal import SandboxModel

/// The principals may leave no jobs with a scheduler, and nobody else's right to leave some changes.
///
/// `crontab(1)` and `at(1)` of Debian: with an `allow` file only the users in it may leave jobs, and `deny` is not read.
/// Without it, with a `deny` file, everybody may but the users in it. Without both, everybody may use cron, and root alone at.
/// So `at.deny` is never made, which would open at to everybody, and `cron.deny` only where its absence lets everybody in.
struct ScheduledJobsEffect: LinuxEffect {
    let scheduler: JobScheduler

    private static let principals = Principal.allCases.map(\.accountName)
    private var allow: String { "/etc/\(scheduler.rawValue).allow" }
    private var deny: String { "/etc/\(scheduler.rawValue).deny" }

    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        let allowed = try lines(allow)
        if let name = Self.principals.first(where: { allowed?.contains($0) == true }) {
            return .drifted("\(allow) lets \(name) leave jobs")
        }
        guard let denied = try lines(deny) else { return try mustMakeDeny() ? .absent : .inForce }
        let listed = Self.principals.filter(denied.contains)
        if listed.count == Self.principals.count { return .inForce }
        return listed.isEmpty ? .absent : .drifted("\(deny) lists only \(listed.joined(separator: ", "))")
    }

    func capture() throws(SetupError) -> BeforeImage {
        if case .drifted(let reason) = try inspect(recorded: nil), try lines(allow) != nil {
            throw conflict(allow, reason)
        }
        let image = try FileImage(path: deny)
        switch image {
        case .absent, .file: break
        case .link, .directory: throw conflict(deny, "it is not a file")
        }
        // Also when nothing has to be done now: a scheduler that is installed later brings its own file.
        return Self.principals.allSatisfy(Self.lines(image).contains) ? .existing : .files([image])
    }

    func apply(over image: BeforeImage) throws(SetupError) {
        if let allowed = try lines(allow), let name = Self.principals.first(where: allowed.contains) {
            throw conflict(allow, "it lets \(name) leave jobs")
        }
        switch try FileImage(path: deny) {
        case .file(let attributes, let content): try write(Self.adding(to: content), attributes)
        case .absent where try mustMakeDeny(): try write(Self.adding(to: []), .publicFile)
        default: return
        }
    }

    func revert(to image: BeforeImage) throws(SetupError) {
        guard let before = try image.files(1).first else { throw .corrupt(image) }
        guard case .file(let attributes, let content) = try FileImage(path: deny) else {
            return try FileImage.absent.restore(path: deny)
        }
        switch before {
        case .file(_, let old) where content == Self.adding(to: old): try before.restore(path: deny)
        case .absent where scheduler == .cron && Self.removing(from: content).isEmpty:
            try before.restore(path: deny)
        default:
            // Somebody else made or changed the file since: only our lines go.
            let kept = Self.removing(from: content)
            try FileImage.file(attributes, content: kept).restore(path: deny)
        }
    }

    /// Whether everybody may leave jobs because no file says otherwise: Debian's cron.
    private func mustMakeDeny() throws(SetupError) -> Bool {
        guard scheduler == .cron, try lines(allow) == nil else { return false }
        return try FileImage(path: "/etc/debian_version") != .absent
    }

    private func write(_ content: [UInt8], _ attributes: FileAttributes) throws(SetupError) {
        try FileImage.file(attributes, content: content).restore(path: deny)
    }

    private func lines(_ path: String) throws(SetupError) -> [String]? {
        let image = try FileImage(path: path)
        return image == .absent ? nil : Self.lines(image)
    }

    private static func lines(_ image: FileImage) -> [String] {
        guard case .file(_, let content) = image else { return [] }
        return String(decoding: content, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    static func adding(to content: [UInt8]) -> [UInt8] {
        let present = String(decoding: content, as: UTF8.self).split(separator: "\n").map(String.init)
        let missing = principals.filter { !present.contains($0) }
        if missing.isEmpty { return content }
        let separator = content.isEmpty || content.last == UInt8(ascii: "\n") ? "" : "\n"
        return content + Array((separator + missing.map { "\($0)\n" }.joined()).utf8)
    }

    static func removing(from content: [UInt8]) -> [UInt8] {
        let ours = principals.map { Array($0.utf8) }
        let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return Array(lines.filter { !ours.contains(Array($0)) }.joined(separator: [UInt8(ascii: "\n")]))
    }
}
