internal import CLinux
internal import Glibc

/// Running a command without a sandbox.
public enum CommandExecution {
    /// Becomes the command, which is looked up in `PATH`; execvp(3).
    ///
    /// - Parameter arguments: the command and its arguments, without NUL; at least one.
    /// - Returns: the system's reason, errno(3), when there is no becoming it.
    public static func replaceProcess(with arguments: [[UInt8]]) -> Int32 {
        var block = unsafe [UnsafeMutablePointer<CChar>?]()
        for argument in arguments {
            let copy: UnsafeMutablePointer<CChar>? = unsafe strndup(
                argument.map { CChar(bitPattern: $0) }, argument.count)
            unsafe block.append(copy)
        }
        guard let first = unsafe block.first, let name = unsafe first else { return EINVAL }
        unsafe block.append(nil)
        _ = unsafe execvp(name, block)
        return errno
    }
}
