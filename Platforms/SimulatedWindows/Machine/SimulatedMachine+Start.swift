internal import WindowsSecurity

extension SimulatedMachine {
    /// The process of the operating system itself.
    public static var system: ProcessIdentifier { ProcessIdentifier(rawValue: 4) }

    /// The window station and desktop that the person at the machine sees.
    public static var defaultDesktop: String { #"WinSta0\Default"# }

    /// Starts what runs before anybody logs on: the system process, the default desktop, the registry's hives.
    mutating func startSystem() {
        var token = AccessToken(
            user: .localSystem,
            groups: [
                TokenGroup(.administrators, [.enabled, .enabledByDefault, .owner]), TokenGroup(.everyone),
                TokenGroup(.authenticatedUsers),
            ],
            privileges: PrivilegeSet(Privilege.allCases))
        token.integrityLevel = .system
        token.defaultOwner = .administrators
        token.primaryGroup = .localSystem
        token.defaultDACL = [.allow(.genericAll, to: .localSystem), .allow(.genericAll, to: .administrators)]
        sessions[0x3E7] = LogonSession(
            identifier: 0x3E7, user: .localSystem, type: .service, logonSID: .logonSession(high: 0, low: 0x3E7))
        let descriptor = SecurityDescriptor(
            owner: .localSystem, group: .localSystem, dacl: .list([.allow(.genericAll, to: .localSystem)]))
        processes[Self.system] = SimulatedProcess(
            identifier: Self.system, parent: nil, image: "System", commandLine: "", token: token, session: 0x3E7,
            workingDirectory: FilePath(root: .drive(UInt8(ascii: "C")), components: []), descriptor: descriptor,
            desktop: "")
        startServices()
        startDevices()
        windowStations["WinSta0"] = WindowStation(
            name: "WinSta0",
            descriptor: SecurityDescriptor(
                owner: .localSystem, group: .localSystem,
                dacl: .list([
                    .allow(ObjectType.windowStation.mapping.all, to: .localSystem),
                    .allow(ObjectType.windowStation.mapping.all, to: .allApplicationPackages),
                ]), sacl: .list([Self.label(.untrusted)])))
        desktops[Self.defaultDesktop] = Desktop(
            name: Self.defaultDesktop,
            descriptor: SecurityDescriptor(
                owner: .localSystem, group: .localSystem,
                dacl: .list([
                    .allow(ObjectType.desktop.mapping.all, to: .localSystem),
                    .allow(ObjectType.desktop.mapping.all, to: .allApplicationPackages),
                ]), sacl: .list([Self.label(.untrusted)])))
        for (path, everybodyWrites) in [
            ("HKLM", false), (#"HKLM\SOFTWARE"#, false), (#"HKLM\SYSTEM"#, false), ("HKU", false),
        ] {
            registry.keys[path.lowercased()] = RegistryKey(
                path: path, descriptor: Self.hiveDescriptor(everybodyWrites: everybodyWrites))
        }
    }

    private static func hiveDescriptor(everybodyWrites: Bool) -> SecurityDescriptor {
        let inherited: EntryFlags = [.containerInherit]
        return SecurityDescriptor(
            owner: .administrators, group: .localSystem,
            dacl: .list([
                .allow(ObjectType.key.mapping.all, to: .administrators, flags: inherited),
                .allow(ObjectType.key.mapping.all, to: .localSystem, flags: inherited),
                .allow(
                    everybodyWrites ? ObjectType.key.mapping.all : ObjectType.key.mapping.read, to: .users,
                    flags: inherited),
            ]))
    }

    /// Formats a drive.
    ///
    /// - Parameters:
    ///   - letter: the letter, upper case.
    ///   - hasDescriptors: whether it is NTFS; else exFAT, where everybody may do everything.
    ///   - makesShortNames: whether long names get short ones too.
    public mutating func formatDrive(_ letter: Character, hasDescriptors: Bool = true, makesShortNames: Bool = true) {
        record(.formatDrive(String(letter), hasDescriptors, makesShortNames))
        guard let byte = letter.asciiValue, ("A"..."Z").contains(letter), files.volume(byte) == nil else { return }
        let root = SecurityDescriptor(
            owner: .administrators, group: .localSystem,
            dacl: .list([
                .allow(.fileAll, to: .administrators, flags: [.objectInherit, .containerInherit]),
                .allow(.fileAll, to: .localSystem, flags: [.objectInherit, .containerInherit]),
                .allow(
                    [.fileGenericRead, .fileGenericExecute], to: .users, flags: [.objectInherit, .containerInherit]),
                .allow(.fileAddSubdirectory, to: .authenticatedUsers),
                .allow(
                    .fileModify, to: .authenticatedUsers, flags: [.objectInherit, .containerInherit, .inheritOnly]),
            ]))
        files.volumes.append(
            Volume(
                letter: byte, format: hasDescriptors ? .ntfs : .exFAT, makesShortNames: makesShortNames,
                rootDescriptor: files.descriptors.intern(root)))
        files[FileReference(volume: UInt8(files.volumes.count - 1), record: Volume.root)].modified = second
        addDevice(String(letter) + ":", everybody: .fileGenericExecute)
    }
}
