internal import CLinux
internal import Glibc
public import SandboxModel

/// Looks for protected names at any depth of a tree, by descriptor and without following links; getdents64(2).
///
/// The names directly under a root are the policy's business. Below, a repository that is there can be protected, and one that
/// a command made can be pointed out; that a command makes one cannot be prevented.
public struct ProtectedNameScan {
    /// How deep the scan goes.
    public static let deepest = 128

    private let names = Set(ProtectedName.allCases.map { Array($0.rawValue.utf8) })
    private var found: Set<HostPath> = []

    private init() {}

    /// Finds the protected names below directories.
    ///
    /// Directories that cannot be read, other file systems, and what lies in a protected directory are passed over.
    ///
    /// - Parameter roots: directories.
    /// - Returns: the paths of the protected names.
    public static func paths(below roots: [HostPath]) -> Set<HostPath> {
        var scan = ProtectedNameScan()
        for root in roots {
            let descriptor = unsafe sallyport_open_without_links(root.text, O_RDONLY | O_DIRECTORY)
            if let status = Self.status(of: descriptor) {
                scan.visit(descriptor, path: root.bytes, device: status.st_dev, depth: 0)
            }
        }
        return scan.found
    }

    /// Visits a directory and closes it.
    private mutating func visit(_ descriptor: Int32, path: [UInt8], device: dev_t, depth: Int) {
        defer { close(descriptor) }
        for name in directories(in: descriptor, path: path) where depth < Self.deepest {
            let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK
            let child = unsafe name.withUnsafeBufferPointer { bytes in
                unsafe bytes.baseAddress.map { unsafe sallyport_open_at(descriptor, $0, flags) } ?? -ENOENT
            }
            guard let status = Self.status(of: child) else { continue }
            guard status.st_dev == device else {
                close(child)
                continue
            }
            let text = name.dropLast().map { UInt8(bitPattern: $0) }
            visit(child, path: path + [UInt8(ascii: "/")] + text, device: device, depth: depth + 1)
        }
    }

    /// Notes the protected names of a directory; returns the names of the other directories in it, with their final zero.
    private mutating func directories(in descriptor: Int32, path: [UInt8]) -> [[CChar]] {
        unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 15, alignment: 16) { buffer in
            var result: [[CChar]] = []
            guard let start = buffer.baseAddress else { return result }
            while true {
                let count = unsafe sallyport_read_directory(descriptor, start, buffer.count)
                guard count > 0 else { return result }
                var offset = 0
                while offset < count, let (entry, next) = unsafe DirectoryEntry.read(buffer, at: offset) {
                    offset = next
                    if unsafe entry.isDots { continue }
                    if unsafe entry.isHidden {
                        let name = unsafe entry.bytes
                        if names.contains(name) {
                            if let path = try? HostPath(path + [UInt8(ascii: "/")] + name) { found.insert(path) }
                            continue
                        }
                    }
                    // A file system that does not say what an entry is, is asked by trying.
                    guard unsafe entry.type == UInt8(DT_DIR) || entry.type == UInt8(DT_UNKNOWN) else { continue }
                    unsafe result.append(Array(UnsafeBufferPointer(start: entry.name, count: strlen(entry.name) + 1)))
                }
            }
        }
    }

    private static func status(of descriptor: Int32) -> stat? {
        var status = stat()
        guard descriptor >= 0, unsafe fstat(descriptor, &status) == 0 else { return nil }
        return status
    }
}
