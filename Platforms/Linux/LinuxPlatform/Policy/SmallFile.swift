internal import Glibc

/// Whole files of a few kilobytes.
public enum SmallFile {
    /// Reads a regular file; open(2) with `O_NOFOLLOW` and `O_NONBLOCK`, so that neither a link nor a pipe is taken for one.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - limit: the most bytes; a longer file gives nothing.
    /// - Returns: the whole content, or nothing; `errno` says why.
    public static func contents(of path: String, limit: Int) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG else {
            errno = EINVAL
            return nil
        }
        guard status.st_size <= limit else {
            errno = EFBIG
            return nil
        }
        return drain(descriptor, limit: limit)
    }

    /// Reads a descriptor to its end.
    ///
    /// - Parameters:
    ///   - descriptor: a file, or a pipe that will end.
    ///   - limit: the most bytes; more gives nothing.
    /// - Returns: everything, or nothing; `errno` says why.
    public static func drain(_ descriptor: Int32, limit: Int) -> [UInt8]? {
        var content: [UInt8] = []
        while true {
            let capacity = min(limit + 1 - content.count, 65536)
            guard capacity > 0 else {
                errno = EFBIG
                return nil
            }
            var count = 0
            content.append(
                contentsOf: unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
                    count = unsafe read(descriptor, buffer.baseAddress, capacity)
                    initialized = max(count, 0)
                })
            if count == 0 { return content }
            if count < 0, errno != EINTR { return nil }
        }
    }
}
