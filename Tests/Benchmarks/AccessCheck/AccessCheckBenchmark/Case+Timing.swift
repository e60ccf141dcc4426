import CSamba
import WindowsSecurity

/// What was computed, so that nothing is computed in vain.
nonisolated(unsafe) private var total = 0

/// How long one turn takes, in nanoseconds.
private func nanoseconds(turns: Int, _ body: () -> Int) -> Double {
    let elapsed = ContinuousClock().measure { total &+= body() }.components
    return (Double(elapsed.seconds) * 1e9 + Double(elapsed.attoseconds) / 1e9) / Double(turns)
}

extension Case {
    /// Checks that tell nobody how they came out.
    func timeChecks(turns: Int) -> Double { nanoseconds(turns: turns) { checks(turns) } }

    /// How many blocks such checks take from the heap, once everything that is made once is made.
    func allocations(turns: Int) -> UInt64 {
        total &+= checks(1)
        let before = allocation_count()
        total &+= checks(turns)
        return allocation_count() - before
    }

    private func checks(_ turns: Int) -> Int {
        let request = request
        var granted = 0
        for _ in 0..<turns {
            granted += AccessCheck.decide(descriptor, token: token, request: request).isGranted ? 1 : 0
        }
        return granted
    }

    /// Checks with every step recorded.
    func timeExplanations(turns: Int) -> Double {
        let request = request
        return nanoseconds(turns: turns) {
            (0..<turns).reduce(0) { sum, _ in
                sum + AccessCheck.explain(descriptor, token: token, request: request).derivation.steps.count
            }
        }
    }

    /// The same checks by Samba; only those of the ordinary token.
    func timeSamba(turns: Int) -> Double {
        let token = Self.binaryToken.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.flatMap { samba_token($0, Self.sids.count) }
        }
        guard let descriptor = samba_descriptor(sddl), let token else { return .infinity }
        return nanoseconds(turns: turns) { samba_access_checks(descriptor, token, desired.rawValue, turns) }
    }

    /// Text read and printed.
    func timeText(turns: Int) -> Double {
        nanoseconds(turns: turns) {
            (0..<turns).reduce(0) { sum, _ in
                let read = try? SecurityDescriptor(sddl: sddl, domain: Self.domain)
                return sum + (read?.sddl(domain: Self.domain).utf8.count ?? 0)
            }
        }
    }

    /// Text read and printed by Samba's library.
    func timeLibrary(turns: Int) -> Double {
        nanoseconds(turns: turns) { samba_sddl_round_trips(sddl, turns) }
    }

    /// Bytes read.
    func timeBytes(turns: Int) -> Double {
        nanoseconds(turns: turns) {
            (0..<turns).reduce(0) { sum, _ in
                sum + ((try? SecurityDescriptor(binary: binary))?.dacl.list?.entries.count ?? 0)
            }
        }
    }
}
