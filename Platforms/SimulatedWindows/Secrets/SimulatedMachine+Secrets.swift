internal import WindowsSecurity

extension SimulatedMachine {
    /// Who may open a protected secret again.
    public enum ProtectionScope: UInt8, CaseIterable, Codable, Hashable, Sendable {
        /// Every process of the same account, restricted or not.
        case user = 0
        /// Every process of the machine; Windows: `CRYPTPROTECT_LOCAL_MACHINE`.
        case machine = 4
    }

    /// Protects a secret.
    ///
    /// Windows: `CryptProtectData`.
    ///
    /// - Parameters:
    ///   - secret: the bytes.
    ///   - scope: who may open it again.
    ///   - identifier: who calls.
    /// - Returns: the protected bytes.
    /// - Throws: `ERROR_INVALID_HANDLE` when the caller is gone.
    public mutating func protect(
        _ secret: [UInt8], scope: ProtectionScope, by identifier: ProcessIdentifier
    ) throws(CallError) -> [UInt8] {
        try perform(.protect(secret, scope, identifier), by: identifier) { machine throws(CallError) in
            let user = try machine.process(identifier, "CryptProtectData").token.user.sid
            let key = scope == .machine ? machine.secrets.machine : machine.secrets.key(of: user)
            let check = secret.reduce(into: key) { Hash.combine(&$0, UInt32($1)) }
            let tail = (0..<8).map { UInt8(truncatingIfNeeded: Hash.mix(check) >> (8 * $0)) }
            return [scope.rawValue] + Self.cipher(secret + tail, key)
        }
    }

    /// Opens a protected secret.
    ///
    /// Windows: `CryptUnprotectData`.
    ///
    /// - Parameters:
    ///   - blob: the protected bytes.
    ///   - identifier: who calls.
    /// - Returns: the secret.
    /// - Throws: `NTE_BAD_KEY_STATE` when it belongs to another account, `ERROR_INVALID_PARAMETER` for other bytes.
    public mutating func unprotect(_ blob: [UInt8], by identifier: ProcessIdentifier) throws(CallError) -> [UInt8] {
        try perform(.unprotect(blob, identifier), by: identifier) { machine throws(CallError) in
            let call = "CryptUnprotectData"
            let user = try machine.process(identifier, call).token.user.sid
            guard blob.count >= 9, let scope = ProtectionScope(rawValue: blob[0]) else {
                throw CallError(.invalidParameter, call, "\(blob.count) bytes")
            }
            let key = scope == .machine ? machine.secrets.machine : machine.secrets.key(of: user)
            let plain = Self.cipher(Array(blob.dropFirst()), key)
            let secret = Array(plain.dropLast(8))
            let check = Hash.mix(secret.reduce(into: key) { Hash.combine(&$0, UInt32($1)) })
            let tail = (0..<8).map { UInt8(truncatingIfNeeded: check >> (8 * $0)) }
            guard plain.suffix(8).elementsEqual(tail) else {
                throw CallError(.badKeyState, call, "\(blob.count) bytes")
            }
            return secret
        }
    }

    private static func cipher(_ bytes: [UInt8], _ key: UInt64) -> [UInt8] {
        var stream = MachineRandom(seed: key)
        return bytes.map { $0 ^ UInt8(truncatingIfNeeded: stream.next()) }
    }
}
