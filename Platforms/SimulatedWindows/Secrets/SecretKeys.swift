internal import WindowsSecurity

/// The keys of the data protection interface: one of the machine and one of each account.
///
/// Windows: DPAPI master keys. The cipher is a keystream of the machine's own generator: it shows who can read what, and
/// hides nothing from whoever has the machine's state.
struct SecretKeys: Hashable, Sendable {
    let machine: UInt64
    private let base: UInt64

    init(random: inout MachineRandom) {
        machine = random.next()
        base = random.next()
    }

    /// The key of an account.
    func key(of user: SID) -> UInt64 {
        var hash = base
        for part in user.subAuthorities { Hash.combine(&hash, part) }
        return Hash.mix(hash)
    }
}
