import PosixSecurity

extension Permissions {
    /// Every combination, from nothing to everything.
    static let combinations = (0..<8 as Range<UInt8>).map { Permissions(rawValue: $0) }
}
