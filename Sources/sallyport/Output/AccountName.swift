import Glibc

/// The user's name; getpwuid(3).
enum AccountName {
    /// The name of the account that runs this process, or nothing when it has none.
    static var current: String? {
        guard let entry = unsafe getpwuid(getuid()), let name = unsafe entry.pointee.pw_name else { return nil }
        return unsafe String(cString: name)
    }
}
