import PosixSecurity

/// A small file system for operations: directories of every interesting kind, each with entries of every interesting kind.
struct OperationWorld {
    /// The process: the offline principal with a capability.
    static let process = Credentials(user: 61011, group: 65600, supplementaryGroups: [61010])

    /// Where the write gate allows what; `out` is not mentioned in it.
    static let gate = WriteGate(
        handled: .writing,
        hierarchies: [
            WriteGate.Hierarchy(path: "/home/t/in", allowed: .writing),
            WriteGate.Hierarchy(path: "/home/t/part", allowed: [.writeFile, .removeFile, .makeRegularFile, .refer]),
        ])

    /// Owner, mode and, for one of them, an entry for the capability.
    static let parents: [(owner: UInt32, mode: UInt32, hasEntry: Bool)] = [
        (5001, 0o755, false), (5001, 0o777, false), (5001, 0o1777, false), (5001, 0o776, false), (5001, 0o755, true),
        (61011, 0o755, false), (61011, 0o555, false), (61011, 0o1777, false), (5001, 0o1755, true),
    ]
    /// Owner and mode of the entries; a directory also gets the execute bits.
    static let entries: [(owner: UInt32, mode: UInt32)] = [(5001, 0o644), (5001, 0o666), (61011, 0o644)]
    static let areas = ["in", "out", "part"]

    let area: String
    let parentIndex: Int
    let isReadOnly: Bool
    let entryIndex: Int

    static let all: [OperationWorld] = areas.flatMap { area in
        parents.indices.flatMap { parent in
            [false, true].flatMap { isReadOnly in
                entries.indices.map {
                    OperationWorld(area: area, parentIndex: parent, isReadOnly: isReadOnly, entryIndex: $0)
                }
            }
        }
    }

    private var mount: Mount {
        isReadOnly
            ? Mount(identifier: 1, isReadOnly: true) : Mount(identifier: 0, isReadOnly: false)
    }

    var directory: String { "/home/t/\(area)/\(parentIndex)\(isReadOnly ? "ro" : "rw")" }

    var parent: FileNode {
        let (owner, mode, hasEntry) = Self.parents[parentIndex]
        var list = AccessControlList(mode: mode)
        if hasEntry {
            list.setGroup(65600, .all)
            list.raiseMask(by: .all, groups: [65600])
        }
        return FileNode(
            path: directory, kind: .directory, owner: owner, group: 5001, access: list, isSticky: mode & 0o1000 != 0,
            mount: mount)
    }

    static func sink(_ area: String) -> FileNode {
        FileNode(
            path: "/home/t/\(area)/sink", kind: .directory, owner: 5001, group: 5001,
            access: AccessControlList(mode: 0o777))
    }

    func entry(_ name: String, _ kind: FileKind = .regularFile, isMountPoint: Bool = false) -> FileNode {
        let (owner, mode) = Self.entries[entryIndex]
        return FileNode(
            path: "\(directory)/\(name)-\(entryIndex)", kind: kind, owner: owner, group: 5001,
            access: AccessControlList(mode: kind == .directory ? mode | 0o111 : mode), mount: mount,
            isMountPoint: isMountPoint)
    }

    /// Every operation by its name in `operations.pl`.
    var operations: [(name: String, operation: FileOperation)] {
        let parent = parent
        var list: [(String, FileOperation)] = [
            ("openw", .open(entry("openw"), [.write], truncating: false)),
            ("openrw", .open(entry("openrw"), [.read, .write], truncating: false)),
            ("openr", .open(entry("openr"), [.read], truncating: false)),
            ("opent", .open(entry("opent"), [.write], truncating: true)),
            ("fifo", .open(entry("fifo", .pipe), [.read, .write], truncating: false)),
            ("truncate", .truncate(entry("truncate"))),
            ("create", .create(.regularFile, in: parent)), ("mkdir", .create(.directory, in: parent)),
            ("symlink", .create(.symbolicLink, in: parent)), ("mkfifo", .create(.pipe, in: parent)),
            ("unlink", .remove(entry("unlink"), from: parent)),
            ("rmdir", .remove(entry("rmdir", .directory), from: parent)),
            ("busy", .remove(entry("busy", .directory, isMountPoint: true), from: parent)),
            (
                "mvbusy",
                .rename(entry("busy", .directory, isMountPoint: true), from: parent, to: parent, replacing: nil)
            ),
            ("mv", .rename(entry("mv"), from: parent, to: parent, replacing: nil)),
            ("over", .rename(entry("over"), from: parent, to: parent, replacing: entry("victim"))),
            ("chmod", .changeMode(entry("chmod"))),
            ("chgrp", .changeOwner(entry("chgrp"), user: nil, group: 61010)),
            ("chgrpsame", .changeOwner(entry("chgrpsame"), user: nil, group: 5001)),
            ("chgrpother", .changeOwner(entry("chgrpother"), user: nil, group: 5002)),
            ("chown", .changeOwner(entry("chown"), user: 5002, group: nil)),
            ("xattr", .setAttribute(entry("xattr"), .user)),
            ("dirxattr", .setAttribute(entry("dirxattr", .directory), .user)),
            ("fifoxattr", .setAttribute(entry("fifoxattr", .pipe), .user)),
            ("acl", .setAttribute(entry("acl"), .accessControlList)),
            ("trusted", .setAttribute(entry("trusted"), .privileged)),
            ("ln", .link(entry("ln"), from: parent, to: parent)),
        ]
        for target in Self.areas {
            let sink = Self.sink(target)
            list += [
                ("mv:\(target)", .rename(entry("mv:\(target)"), from: parent, to: sink, replacing: nil)),
                (
                    "mvdir:\(target)",
                    .rename(entry("mvdir:\(target)", .directory), from: parent, to: sink, replacing: nil)
                ),
                ("ln:\(target)", .link(entry("ln:\(target)"), from: parent, to: sink)),
            ]
        }
        return list
    }

    /// What the model says about an operation after the way to the entry.
    func verdict(_ operation: FileOperation, gate: WriteGate?) -> String {
        var access = FileAccess(credentials: Self.process, gate: gate, recorder: SilentRecorder())
        do throws(Refusal) {
            try access.decide(.open(parent, [.execute], truncating: false))
            try access.decide(operation)
            return "ok"
        } catch {
            return error.error.rawValue
        }
    }
}
