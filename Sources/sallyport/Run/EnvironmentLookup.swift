import Glibc

/// Single variables of this process.
enum EnvironmentLookup {
    /// The value of a variable as bytes; getenv(3).
    static func value(of name: String) -> [UInt8]? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe UnsafeBufferPointer(start: value, count: strlen(value)).map { UInt8(bitPattern: $0) }
    }
}
