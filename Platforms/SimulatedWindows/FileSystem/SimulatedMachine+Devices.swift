internal import WindowsSecurity

extension SimulatedMachine {
    /// The index of the volume whose files are the devices.
    private var deviceVolume: UInt8? {
        files.volumes.firstIndex { $0.format == .devices }.map { UInt8(truncatingIfNeeded: $0) }
    }

    /// Makes the devices of every machine.
    mutating func startDevices() {
        let directory = SecurityDescriptor(
            owner: .administrators, group: .localSystem,
            dacl: .list([
                .allow(.fileAll, to: .localSystem), .allow([.fileGenericRead, .fileGenericExecute], to: .everyone),
            ]))
        files.volumes.append(
            Volume(
                letter: 0, format: .devices, makesShortNames: false,
                rootDescriptor: files.descriptors.intern(directory)))
        // Everybody may use the null device and the console; a disk itself belongs to administrators.
        for name in ["NUL", "CON"] { addDevice(name, everybody: [.fileGenericRead, .fileGenericWrite, .fileExecute]) }
        addDevice("PhysicalDrive0", everybody: .fileGenericExecute)
    }

    /// Makes a device.
    mutating func addDevice(_ name: String, everybody: AccessMask) {
        guard let volume = deviceVolume else { return }
        let descriptor = SecurityDescriptor(
            owner: .administrators, group: .localSystem,
            dacl: .list([
                .allow(.fileAll, to: .localSystem), .allow(.fileAll, to: .administrators),
                .allow(everybody, to: .everyone),
            ]))
        let device = files.make(on: volume, descriptor: descriptor, attributes: [])
        files.link(Array(name.utf8), to: device, in: FileReference(volume: volume, record: Volume.root))
    }

    /// Where the name of a device leads.
    ///
    /// - Parameter name: for example `NUL` or `PhysicalDrive0`.
    /// - Returns: the device.
    /// - Throws: `ERROR_FILE_NOT_FOUND`.
    func device(_ name: FileName) throws(Win32Error) -> FileLocation {
        guard let volume = deviceVolume else { throw .fileNotFound }
        let root = FileReference(volume: volume, record: Volume.root)
        guard let link = files.find(name.bytes, in: root) else { throw .fileNotFound }
        return FileLocation(
            directory: root, name: name, link: link, file: files.file(link, on: volume), stream: nil,
            descriptorsOnTheWay: [])
    }

    /// Whether a file is a device.
    func isDevice(_ file: FileReference) -> Bool { files.volumes[Int(file.volume)].format == .devices }
}
