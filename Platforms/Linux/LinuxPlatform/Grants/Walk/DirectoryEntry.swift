internal import Glibc

/// One record of getdents64(2), in the worker's buffer.
@unsafe struct DirectoryEntry {
    /// The name, with a zero byte behind it.
    let name: UnsafePointer<CChar>
    /// The kind as far as the file system says (`DT_*`).
    let type: UInt8

    /// The bytes of the name.
    var bytes: [UInt8] {
        unsafe Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
    }

    /// Whether the name is `.` or `..`.
    var isDots: Bool {
        guard unsafe name[0] == CChar(UInt8(ascii: ".")) else { return false }
        return unsafe name[1] == 0 || (name[1] == CChar(UInt8(ascii: ".")) && name[2] == 0)
    }

    /// Whether the name begins with a dot.
    var isHidden: Bool { unsafe name[0] == CChar(UInt8(ascii: ".")) }

    /// The record at an offset of the buffer, and the offset of the next one.
    static func read(_ buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> (DirectoryEntry, next: Int)? {
        guard let base = buffer.baseAddress else { return nil }
        let length = unsafe base.loadUnaligned(fromByteOffset: offset + 16, as: UInt16.self)
        let type = unsafe base.loadUnaligned(fromByteOffset: offset + 18, as: UInt8.self)
        let name = unsafe UnsafeRawPointer(base + offset + 19).assumingMemoryBound(to: CChar.self)
        return unsafe (DirectoryEntry(name: name, type: type), offset + Int(length))
    }
}
