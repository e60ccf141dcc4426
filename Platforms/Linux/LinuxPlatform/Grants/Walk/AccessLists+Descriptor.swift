internal import CLinux
internal import Glibc
internal import PosixSecurity

extension AccessLists {
    /// Opens an absolute path without following any link.
    ///
    /// - Parameter path: the path, as bytes.
    /// - Returns: a descriptor to close, or nothing.
    static func open(_ path: [UInt8]) -> Int32? {
        let descriptor = unsafe (path + [0]).withUnsafeBufferPointer { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { text in
                unsafe text.baseAddress.map {
                    unsafe sallyport_open_without_links($0, O_RDONLY | O_NONBLOCK | O_NOCTTY)
                } ?? -EINVAL
            }
        }
        return descriptor >= 0 ? descriptor : nil
    }

    /// Reads the lists of something open, or nothing when that fails or they are malformed.
    ///
    /// - Parameters:
    ///   - descriptor: the open file or directory.
    ///   - mode: its mode, which says everything where no list is stored.
    init?(of descriptor: Int32, mode: UInt32) {
        guard let access = Self.attribute(of: descriptor, inherited: false),
            let inherited = mode & S_IFMT == S_IFDIR ? Self.attribute(of: descriptor, inherited: true) : .some([]),
            let lists = VerdictMemo.lists(
                access: access.isEmpty ? nil : access, inherited: inherited.isEmpty ? nil : inherited, mode: mode)
        else { return nil }
        self = lists
    }

    /// The value of an attribute, empty when there is none, nothing when reading fails.
    private static func attribute(of descriptor: Int32, inherited: Bool) -> [UInt8]? {
        unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
            guard let base = buffer.baseAddress else { return nil }
            let length = unsafe sallyport_acl_get(descriptor, inherited ? 1 : 0, base, buffer.count)
            if length == -Int(ENODATA) { return [] }
            return unsafe length >= 0 ? Array(buffer[..<length]) : nil
        }
    }
}
