extension SID {
    /// The English name of an account that every machine has, with its authority where it has one.
    ///
    /// Windows: `LookupAccountSidW` for the well-known accounts.
    public var accountName: String? {
        if let name = Self.accountNames[self] { return name }
        if identifierAuthority == 5, subAuthorityCount == 3, subAuthority(0) == 5 {
            return "NT AUTHORITY\\LogonSessionId_\(subAuthority(1) ?? 0)_\(subAuthority(2) ?? 0)"
        }
        return nil
    }

    /// Finds an account that every machine has by its English name, with or without its authority, whatever its case.
    ///
    /// Windows: `LookupAccountNameW` for the well-known accounts.
    ///
    /// - Parameter accountName: for example `Everyone`, `SYSTEM` or `BUILTIN\\Users`.
    public init?(accountName: String) {
        let wanted = accountName.lowercased()
        let found = Self.accountNames.first { _, name in
            let name = name.lowercased()
            return name == wanted || name.hasSuffix("\\" + wanted)
        }
        guard let found else { return nil }
        self = found.key
    }

    private static let accountNames: [SID: String] = {
        var names: [SID: String] = [:]
        for (text, name) in plainNames { if let sid = SID(text) { names[sid] = name } }
        for (identifier, name) in authorityNames { names[SID(5, identifier)] = "NT AUTHORITY\\" + name }
        for (identifier, name) in builtinNames { names[SID(5, 32, identifier)] = "BUILTIN\\" + name }
        for (identifier, name) in labelNames {
            names[SID(16, identifier)] = "Mandatory Label\\" + name + " Mandatory Level"
        }
        for (identifier, name) in capabilityNames {
            names[SID(15, 3, identifier)] = "APPLICATION PACKAGE AUTHORITY\\" + name
        }
        return names
    }()

    private static let plainNames: [(String, String)] = [
        ("S-1-0-0", "NULL SID"), ("S-1-1-0", "Everyone"), ("S-1-2-0", "LOCAL"), ("S-1-2-1", "CONSOLE LOGON"),
        ("S-1-3-0", "CREATOR OWNER"), ("S-1-3-1", "CREATOR GROUP"), ("S-1-3-2", "CREATOR OWNER SERVER"),
        ("S-1-3-3", "CREATOR GROUP SERVER"), ("S-1-3-4", "OWNER RIGHTS"),
        ("S-1-5-64-10", "NT AUTHORITY\\NTLM Authentication"), ("S-1-5-64-14", "NT AUTHORITY\\SChannel Authentication"),
        ("S-1-5-64-21", "NT AUTHORITY\\Digest Authentication"),
        ("S-1-5-65-1", "NT AUTHORITY\\This Organization Certificate"), ("S-1-5-80-0", "NT SERVICE\\ALL SERVICES"),
        (
            "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
            "NT SERVICE\\TrustedInstaller"
        ),
        ("S-1-5-83-0", "NT VIRTUAL MACHINE\\Virtual Machines"),
        ("S-1-5-84-0-0-0-0-0", "NT AUTHORITY\\USER MODE DRIVERS"),
        ("S-1-5-90-0", "Window Manager\\Window Manager Group"), ("S-1-5-96-0", "Font Driver Host\\Font Driver Host"),
        ("S-1-15-2-1", "APPLICATION PACKAGE AUTHORITY\\ALL APPLICATION PACKAGES"),
        ("S-1-15-2-2", "APPLICATION PACKAGE AUTHORITY\\ALL RESTRICTED APPLICATION PACKAGES"),
        ("S-1-18-1", "Authentication authority asserted identity"), ("S-1-18-2", "Service asserted identity"),
        ("S-1-18-3", "Fresh public key identity"), ("S-1-18-4", "Key trust identity"),
        ("S-1-18-5", "Key property multi-factor authentication"), ("S-1-18-6", "Key property attestation"),
    ]

    private static let authorityNames: [(UInt32, String)] = [
        (1, "DIALUP"), (2, "NETWORK"), (3, "BATCH"), (4, "INTERACTIVE"), (6, "SERVICE"), (7, "ANONYMOUS LOGON"),
        (8, "PROXY"), (9, "ENTERPRISE DOMAIN CONTROLLERS"), (10, "SELF"), (11, "Authenticated Users"),
        (12, "RESTRICTED"), (13, "TERMINAL SERVER USER"), (14, "REMOTE INTERACTIVE LOGON"), (15, "This Organization"),
        (17, "IUSR"), (18, "SYSTEM"), (19, "LOCAL SERVICE"), (20, "NETWORK SERVICE"),
        (22, "ENTERPRISE READ-ONLY DOMAIN CONTROLLERS BETA"), (33, "WRITE RESTRICTED"), (113, "Local account"),
        (114, "Local account and member of Administrators group"), (1000, "Other Organization"),
    ]

    private static let builtinNames: [(UInt32, String)] = [
        (544, "Administrators"), (545, "Users"), (546, "Guests"), (547, "Power Users"), (548, "Account Operators"),
        (549, "Server Operators"), (550, "Print Operators"), (551, "Backup Operators"), (552, "Replicator"),
        (554, "Pre-Windows 2000 Compatible Access"), (555, "Remote Desktop Users"),
        (556, "Network Configuration Operators"), (557, "Incoming Forest Trust Builders"),
        (558, "Performance Monitor Users"), (559, "Performance Log Users"),
        (560, "Windows Authorization Access Group"), (561, "Terminal Server License Servers"),
        (562, "Distributed COM Users"), (568, "IIS_IUSRS"), (569, "Cryptographic Operators"),
        (573, "Event Log Readers"), (574, "Certificate Service DCOM Access"), (575, "RDS Remote Access Servers"),
        (576, "RDS Endpoint Servers"), (577, "RDS Management Servers"), (578, "Hyper-V Administrators"),
        (579, "Access Control Assistance Operators"), (580, "Remote Management Users"),
        (581, "System Managed Accounts Group"), (582, "Storage Replica Administrators"), (583, "Device Owners"),
        (584, "User Mode Hardware Operators"),
    ]

    private static let labelNames: [(UInt32, String)] = [
        (0, "Untrusted"), (0x1000, "Low"), (0x2000, "Medium"), (0x2100, "Medium Plus"), (0x3000, "High"),
        (0x4000, "System"), (0x5000, "Protected Process"), (0x7000, "Secure Process"),
    ]

    private static let capabilityNames: [(UInt32, String)] = [
        (1, "Your Internet connection"),
        (2, "Your Internet connection, including incoming connections from the Internet"),
        (3, "Your home or work networks"), (4, "Your pictures library"), (5, "Your videos library"),
        (6, "Your music library"), (7, "Your documents library"), (8, "Your Windows credentials"),
        (9, "Software and hardware certificates or a smart card"), (10, "Removable storage"),
        (11, "Your Appointments"), (12, "Your Contacts"),
    ]
}
