internal import CLinux
internal import Glibc

extension ListsChange {
    /// Writes the change to something open; a list without names and mask becomes a mode again.
    ///
    /// - Parameter descriptor: the open file or directory.
    /// - Returns: 0 or the error number.
    func write(to descriptor: Int32) -> Int32 {
        if let access {
            let result = unsafe access.withUnsafeBytes { bytes in
                unsafe bytes.baseAddress.map { unsafe sallyport_acl_set(descriptor, 0, $0, bytes.count) } ?? 0
            }
            guard result == 0 else { return -result }
        }
        switch inherited {
        case .kept: return 0
        case .removed:
            let result = sallyport_acl_remove(descriptor, 1)
            return result == -ENODATA ? 0 : -result
        case .set(let value):
            return unsafe value.withUnsafeBytes { bytes in
                unsafe bytes.baseAddress.map { unsafe -sallyport_acl_set(descriptor, 1, $0, bytes.count) } ?? 0
            }
        }
    }
}
