/// Why a call failed: which call, on what, and Windows' number.
public struct CallError: Error, Hashable, Sendable {
    /// Windows' number.
    public let code: Win32Error
    /// The call by its Windows name, for example `CreateFileW`.
    public let call: String
    /// On what: a path, an account, an address.
    public let subject: String

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: Windows' number.
    ///   - call: the call by its Windows name.
    ///   - subject: on what.
    public init(_ code: Win32Error, _ call: String, _ subject: String) {
        self.code = code
        self.call = call
        self.subject = subject
    }
}

extension CallError: CustomStringConvertible {
    /// One line: the call, on what, and what came back.
    public var description: String { "\(call) \(subject): \(code)" }
}
