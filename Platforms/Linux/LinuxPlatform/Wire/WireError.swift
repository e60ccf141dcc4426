/// Why bytes are not a registry or a launch request, and where the reader stopped.
///
/// The contract is `docs/decisions/0001-launch-contract.md`.
public struct WireError: Error, Equatable, Sendable {
    /// What is wrong at the offset.
    public enum Code: UInt8, Equatable, Sendable {
        /// The first field is not the version that this reader knows.
        case version
        /// The bytes stop before the field `end`.
        case truncated
        /// Something follows the field `end`.
        case trailing
        /// More bytes, fields or characters than the contract allows.
        case tooLong
        /// The key is not one of the contract's.
        case unknownField
        /// The field stands once too often.
        case repeatedField
        /// A field that must be there is missing.
        case missingField
        /// The value is not a decimal number in range, without sign or leading zero.
        case number
        /// The value is not one of the field's words.
        case word
        /// The value is not an absolute path without `.`, `..` and empty components.
        case path
        /// The value is not a name of the form that the field takes.
        case name
        /// Two fields contradict each other.
        case contradiction
    }

    /// What is wrong.
    public let code: Code
    /// Where the offending field starts, in bytes from the beginning.
    public let offset: Int

    /// Makes an error.
    ///
    /// - Parameters:
    ///   - code: what is wrong.
    ///   - offset: where the offending field starts, in bytes.
    public init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }

    /// The problem in words, without the offset.
    public var explanation: StaticString {
        switch code {
        case .version: "unknown version"
        case .truncated: "the bytes stop before the field end"
        case .trailing: "something follows the field end"
        case .tooLong: "longer than the contract allows"
        case .unknownField: "unknown field"
        case .repeatedField: "field repeated"
        case .missingField: "a required field is missing"
        case .number: "not a number in range"
        case .word: "not one of the words of this field"
        case .path: "not an absolute path without . and .. and empty components"
        case .name: "not a name of the required form"
        case .contradiction: "two fields contradict each other"
        }
    }
}
