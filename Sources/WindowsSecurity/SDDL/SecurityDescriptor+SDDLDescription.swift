extension SecurityDescriptor {
    /// The descriptor in the security descriptor definition language, as Windows prints it.
    ///
    /// Windows: `ConvertSecurityDescriptorToStringSecurityDescriptorW`.
    ///
    /// - Parameter domain: the domain whose accounts print as aliases such as `DU`.
    /// - Returns: the sections in the order `O:`, `G:`, `D:`, `S:`.
    public func sddl(domain: SID? = nil) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(64 + 48 * ((dacl.list?.entries.count ?? 0) + (sacl.list?.entries.count ?? 0)))
        if let owner {
            output.append(contentsOf: "O:".utf8)
            SDDLAliases.write(owner, domain: domain, to: &output)
        }
        if let group {
            output.append(contentsOf: "G:".utf8)
            SDDLAliases.write(group, domain: domain, to: &output)
        }
        let word = control
        write(
            dacl, letter: "D:", isProtected: word.contains(.daclProtected),
            requires: word.contains(.daclAutoInheritRequired), isAutoInherited: word.contains(.daclAutoInherited),
            domain: domain, to: &output)
        write(
            sacl, letter: "S:", isProtected: word.contains(.saclProtected),
            requires: word.contains(.saclAutoInheritRequired), isAutoInherited: word.contains(.saclAutoInherited),
            domain: domain, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private func write(
        _ list: List, letter: StaticString, isProtected: Bool, requires: Bool, isAutoInherited: Bool, domain: SID?,
        to output: inout [UInt8]
    ) {
        guard list.isPresent else { return }
        output.append(contentsOf: letter.description.utf8)
        if isProtected { output.append(UInt8(ascii: "P")) }
        if requires { output.append(contentsOf: "AR".utf8) }
        if isAutoInherited { output.append(contentsOf: "AI".utf8) }
        if case .list(let entries) = list {
            for entry in entries.entries { entry.write(domain: domain, to: &output) }
        } else {
            output.append(contentsOf: "NO_ACCESS_CONTROL".utf8)
        }
    }
}

extension SecurityDescriptor: CustomStringConvertible {
    /// The descriptor in the security descriptor definition language.
    public var description: String { sddl() }
}
