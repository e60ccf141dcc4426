/// Why an operation is refused: the layer that says no first, and the error the process sees.
public struct Refusal: Error, Hashable, Sendable {
    /// Who says no.
    public enum Layer: String, CaseIterable, Hashable, Sendable {
        /// Mode and access control list, the sticky bit, or ownership.
        case discretionary
        /// The write gate.
        case writeGate
        /// A read-only mount.
        case readOnlyMount
        /// The boundary between two mounts, or something mounted on the name.
        case mountPoint
    }

    /// The error number by its name in errno(3).
    public enum SystemError: String, CaseIterable, Hashable, Sendable {
        /// `EACCES`
        case accessDenied = "EACCES"
        /// `EPERM`
        case notPermitted = "EPERM"
        /// `EROFS`
        case readOnlyFileSystem = "EROFS"
        /// `EXDEV`
        case crossDevice = "EXDEV"
        /// `EBUSY`
        case busy = "EBUSY"
    }

    /// Who says no first, in the order in which Linux asks.
    public let layer: Layer
    /// What the process sees.
    public let error: SystemError

    /// Makes a refusal.
    ///
    /// - Parameters:
    ///   - layer: who says no first.
    ///   - error: what the process sees.
    public init(_ layer: Layer, _ error: SystemError) {
        self.layer = layer
        self.error = error
    }
}
