extension SecurityDescriptor {
    /// The descriptor in the security descriptor definition language, as Windows prints it.
    ///
    /// Windows: `ConvertSecurityDescriptorToStringSecurityDescriptorW`.
    ///
    /// - Parameter domain: the domain whose accounts print as aliases such as `DU`.
    /// - Returns: the sections in the order `O:`, `G:`, `D:`, `S:`.
    public func sddl(domain: SID? = nil) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(64 + textLimit(of: dacl) + textLimit(of: sacl))
        if let owner {
            output.append(UInt8(ascii: "O"))
            output.append(UInt8(ascii: ":"))
            SDDLAliases.write(owner, domain: domain, to: &output)
        }
        if let group {
            output.append(UInt8(ascii: "G"))
            output.append(UInt8(ascii: ":"))
            SDDLAliases.write(group, domain: domain, to: &output)
        }
        let word = control
        write(
            dacl, letter: UInt8(ascii: "D"), isProtected: word.contains(.daclProtected),
            requires: word.contains(.daclAutoInheritRequired), isAutoInherited: word.contains(.daclAutoInherited),
            domain: domain, to: &output)
        write(
            sacl, letter: UInt8(ascii: "S"), isProtected: word.contains(.saclProtected),
            requires: word.contains(.saclAutoInheritRequired), isAutoInherited: word.contains(.saclAutoInherited),
            domain: domain, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private func textLimit(of list: List) -> Int {
        guard case .list(let list) = list else { return 32 }
        let entries = list.entries
        var limit = 16
        for index in entries.indices { limit += ACE.textLimit(of: entries, at: index) }
        return limit
    }

    private func write(
        _ list: List, letter: UInt8, isProtected: Bool, requires: Bool, isAutoInherited: Bool, domain: SID?,
        to output: inout [UInt8]
    ) {
        guard list.isPresent else { return }
        output.append(letter)
        output.append(UInt8(ascii: ":"))
        if isProtected { output.append(UInt8(ascii: "P")) }
        if requires { output.append(contentsOf: "AR".utf8) }
        if isAutoInherited { output.append(contentsOf: "AI".utf8) }
        if case .list(let list) = list {
            let entries = list.entries
            for index in entries.indices { ACE.write(entries, at: index, domain: domain, to: &output) }
        } else {
            output.append(contentsOf: "NO_ACCESS_CONTROL".utf8)
        }
    }
}

extension SecurityDescriptor: CustomStringConvertible {
    /// The descriptor in the security descriptor definition language.
    public var description: String { sddl() }
}
