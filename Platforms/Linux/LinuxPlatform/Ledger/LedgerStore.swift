internal import CLinux
internal import Glibc
public import SandboxModel

/// The file of a user's ledger: `.local/state/sallyport/ledger` below the home directory of the account database.
///
/// No environment variable moves it: the sandbox must find the same ledger from every shell. Changes are made under an
/// exclusive lock and replace the file by rename, so that readers need none and a crash or a full disk leaves the former content.
public struct LedgerStore: Sendable {
    /// The directories below the home directory, the last one closed to everybody else.
    static let directories = [".local", "state", "sallyport"]
    /// The longest ledger that is read, in bytes.
    static let longest = 64 << 20
    /// The most bytes of it that before-images may take.
    static let mostImages = 32 << 20

    /// The home directory.
    public let home: HostPath

    /// Makes a store.
    ///
    /// - Parameter home: the user's home directory.
    public init(home: HostPath) { self.home = home }

    /// The store of the user who runs this process.
    ///
    /// - Returns: the store below the home directory that the account database names.
    /// - Throws: `LedgerError` when there is none, or the process runs as root.
    public static func ofCurrentUser() throws(LedgerError) -> LedgerStore {
        let user = geteuid()
        guard user != 0, user == getuid() else { throw LedgerError(.runningAsRoot, "use a ledger") }
        var record = unsafe passwd()
        var buffer = [CChar](repeating: 0, count: 1 << 14)
        var found: UnsafeMutablePointer<passwd>?
        let result = unsafe getpwuid_r(user, &record, &buffer, buffer.count, &found)
        guard result == 0, unsafe found != nil, let home = unsafe record.pw_dir else {
            throw LedgerError(.noHome, "look up user \(user)", systemError: result)
        }
        do throws(HostPathError) {
            return LedgerStore(home: try HostPath(unsafe String(cString: home)))
        } catch {
            throw LedgerError(.noHome, "look up user \(user)")
        }
    }

    /// The directory of the ledger, for example to keep every sandbox from writing it.
    public var directory: String { Self.directories.reduce(home.text) { "\($0)/\($1)" } }

    /// The path of the ledger.
    public var path: String { "\(directory)/ledger" }

    /// Reads the ledger.
    ///
    /// - Returns: the ledger, empty when there is no file yet.
    /// - Throws: `LedgerError`.
    public func read() throws(LedgerError) -> GrantLedger {
        guard let directory = try openDirectory(creating: false) else { return GrantLedger() }
        defer { close(directory) }
        return try read(in: directory)
    }

    /// Opens the file with the locks of protected directories, which lies beside the ledger, where no sandbox sees it.
    ///
    /// - Returns: a descriptor to close.
    /// - Throws: `LedgerError`.
    public func openGuardLocks() throws(LedgerError) -> Int32 {
        let directory = try openOwnDirectory()
        defer { close(directory) }
        return try openFile("guards.lock", in: directory, O_RDWR | O_CREAT)
    }

    /// Changes the ledger; nobody else does so at the same time.
    ///
    /// - Parameter change: what to do with it; it is written only when it is another one afterwards.
    /// - Returns: what `change` returns.
    /// - Throws: `LedgerError`, also when `change` throws one; the file then stays as it was.
    public func update<Result>(
        _ change: (inout GrantLedger) throws(LedgerError) -> Result
    ) throws(LedgerError) -> Result {
        let directory = try openOwnDirectory()
        defer { close(directory) }
        let lock = try openFile("ledger.lock", in: directory, O_RDWR | O_CREAT)
        defer { close(lock) }
        let locked = sallyport_lock(lock)
        guard locked == 0 else { throw LedgerError(systemError: -locked, "lock the ledger", path: path) }
        var ledger = try read(in: directory)
        let before = ledger
        let result = try change(&ledger)
        if ledger != before { try write(ledger.bytes, in: directory) }
        return result
    }
}
