import PosixSecurity
import Testing

/// Which layer says no, and how it says so; the answers themselves are compared with the kernel's elsewhere.
@Suite struct FileAccessTests {
    private static let sandbox = Credentials(user: 61011, group: 65600)
    private static let gate = WriteGate(
        handled: .writing, hierarchies: [WriteGate.Hierarchy(path: "/home/a/ws", allowed: .writing)])
    private static let readOnly = Mount(identifier: 1, isReadOnly: true)

    private static func list(_ text: String) throws -> AccessControlList { try AccessControlList(text: text) }

    /// The workspace with its grant, its `.git`, and a world-writable directory beside it.
    private static func directory(_ path: String, mount: Mount = Mount(identifier: 0, isReadOnly: false)) throws
        -> FileNode
    {
        let text =
            switch path {
            case "/home/a/ws": "u::rwx,g::r-x,g:65600:rwx,m::rwx,o::r-x"
            case "/home/a/ws/.git": "u::rwx,u:61011:r-x,g::r-x,m::r-x,o::r-x"
            case "/tmp": "u::rwx,g::rwx,o::rwx"
            default: "u::rwx,g::r-x,o::r-x"
            }
        return FileNode(
            path: path, kind: .directory, owner: 1000, group: 1000, access: try list(text), isSticky: path == "/tmp",
            mount: mount, isMountPoint: mount.isReadOnly)
    }

    private static func refusal(_ operation: FileOperation, gate: WriteGate? = gate) -> Refusal? {
        var access = FileAccess(credentials: sandbox, gate: gate, recorder: DerivationLog())
        do throws(Refusal) {
            try access.decide(operation)
            return nil
        } catch {
            #expect(!access.recorder.steps.isEmpty || error.layer == .mountPoint)
            return error
        }
    }

    @Test func eachLayerIsNamed() throws {
        let workspace = try Self.directory("/home/a/ws")
        let repository = try Self.directory("/home/a/ws/.git")
        let bound = try Self.directory("/home/a/ws/.git", mount: Self.readOnly)
        let temporary = try Self.directory("/tmp")
        let home = try Self.directory("/home/a")
        #expect(Self.refusal(.create(.regularFile, in: workspace)) == nil)
        #expect(Self.refusal(.create(.regularFile, in: home)) == Refusal(.writeGate, .accessDenied))
        #expect(Self.refusal(.create(.regularFile, in: home), gate: nil) == Refusal(.discretionary, .accessDenied))
        #expect(Self.refusal(.create(.regularFile, in: temporary)) == Refusal(.writeGate, .accessDenied))
        #expect(Self.refusal(.create(.regularFile, in: temporary), gate: nil) == nil)
        #expect(Self.refusal(.create(.regularFile, in: repository)) == Refusal(.discretionary, .accessDenied))
        #expect(Self.refusal(.create(.regularFile, in: bound)) == Refusal(.readOnlyMount, .readOnlyFileSystem))
        // The list alone does not keep the name: only the mount does.
        #expect(Self.refusal(.remove(repository, from: workspace)) == nil)
        #expect(Self.refusal(.remove(bound, from: workspace)) == Refusal(.mountPoint, .busy))
        #expect(
            Self.refusal(.rename(workspace, from: temporary, to: bound, replacing: nil))
                == Refusal(.mountPoint, .crossDevice))
        #expect(
            Self.refusal(.remove(workspace, from: temporary), gate: nil) == Refusal(.discretionary, .notPermitted))
        #expect(Self.refusal(.changeMode(workspace)) == Refusal(.discretionary, .notPermitted))
    }

    @Test func derivationTellsTheWay() throws {
        var access = FileAccess(credentials: Self.sandbox, gate: Self.gate, recorder: DerivationLog())
        try access.decide(.create(.directory, in: try Self.directory("/home/a/ws")))
        let entry = AccessControlEntry(.group(65600), .all)
        let own = AccessControlEntry(.owningGroup, [.read, .execute])
        #expect(!access.recorder.steps.contains(.entry(own, wanted: [.execute], allows: true)))
        #expect(
            access.recorder.steps == [
                .entry(entry, wanted: [.execute], allows: true), .mask(.all, wanted: [.execute], allows: true),
                .mount(readOnly: false),
                .writeGate(path: "/home/a/ws", wanted: .makeDirectory, allows: true),
                .entry(entry, wanted: [.write, .execute], allows: true),
                .mask(.all, wanted: [.write, .execute], allows: true),
            ])
    }

    @Test func derivationReadsWell() throws {
        var access = FileAccess(credentials: Self.sandbox, gate: Self.gate, recorder: DerivationLog())
        let error = #expect(throws: Refusal.self) {
            try access.decide(.create(.regularFile, in: try Self.directory("/home/a/ws/.git")))
        }
        #expect(error?.description == "mode and access control list (EACCES)")
        #expect(
            access.recorder.steps.map(\.description) == [
                "u:61011:r-x allows --x", "mask r-x allows --x", "the mount takes writes",
                "the write gate allows it at /home/a/ws/.git", "u:61011:r-x refuses -wx",
            ])
    }

    @Test(arguments: [
        ("/home/a/ws", true), ("/home/a/ws/x/y", true), ("/home/a/wsx", false), ("/home/a", false), ("/", false),
    ]) func gateGoesByComponents(_ path: String, _ allows: Bool) {
        #expect(Self.gate.allows(.makeDirectory, at: path) == allows)
        #expect(Self.gate.allows([.readFile, .readDirectory], at: path), "not handled")
        let everywhere = WriteGate(handled: [], hierarchies: [])
        #expect(everywhere.allows(.makeDirectory, at: path))
        #expect(!everywhere.allows(.refer, at: path), "handled by every gate")
        let root = WriteGate(handled: .writing, hierarchies: [WriteGate.Hierarchy(path: "/", allowed: .makeDirectory)])
        #expect(root.allows(.makeDirectory, at: path) && !root.allows(.makeSocket, at: path))
    }
}
