import SimulatedWindows
import WindowsSecurity

extension RandomWalk {
    static let files: [Step] = [
        { try $1.writeFile($0.path(), bytes($0.path()), by: $2) },
        { try $1.writeFile($0.path(), (0...255).map { $0 }, by: $2) },
        { try $1.appendFile($0.path(), bytes("more"), by: $2) },
        { _ = try $1.readFile($0.path(), by: $2) },
        { walk, machine, caller in
            let descriptor = walk.chance(3) ? walk.descriptor(machine) : nil
            try machine.makeDirectory(walk.path(), descriptor: descriptor, by: caller)
        },
        { try $1.makeFiles(["one.txt", "two.txt", $0.pick(["three", "a|b"])], in: $0.path(), by: $2) },
        { try $1.delete($0.path(), by: $2) },
        { try $1.rename($0.path(), to: $0.path(), replaces: $0.chance(2), by: $2) },
        { _ = try $1.list($0.path(), by: $2) },
        { walk, machine, caller in
            let request = OpenRequest(
                walk.path(), access: walk.mask(), sharing: walk.pick([[], .read, [.read, .write, .delete]]),
                disposition: walk.pick(OpenRequest.Disposition.allCases),
                options: walk.pick([[], .deleteOnClose, .backupSemantics, .openReparsePoint, .directory]),
                descriptor: walk.chance(4) ? walk.descriptor(machine) : nil)
            let handle = try machine.open(request, by: caller)
            // One in three stays open.
            if walk.chance(2) { try machine.write(bytes("through a handle"), to: handle, by: caller) }
            if walk.chance(4) { try machine.markForDeletion(handle, by: caller) }
            if !walk.chance(3) { try machine.close(handle, by: caller) }
        },
        { _ = try $1.read(HandleIdentifier(rawValue: UInt32(4 * $0.number(below: 400))), by: $2) },
        { try $1.close(HandleIdentifier(rawValue: UInt32(4 * $0.number(below: 400))), by: $2) },
    ]

    static let links: [Step] = [
        { try $1.makeHardLink($0.path(), to: $0.path(), by: $2) },
        { try $1.makeLink($0.path(), to: .junction($0.path()), isDirectory: true, by: $2) },
        { try $1.makeLink($0.path(), to: .symbolicLink("src"), isDirectory: $0.chance(2), by: $2) },
        { try $1.setCaseSensitive($0.chance(2), of: $0.path(), by: $2) },
        { try $1.setAttributes($0.pick([.hidden, .readOnly, []]), of: $0.path(), by: $2) },
        { walk, machine, _ in machine.formatDrive(walk.pick(["D", "E", "d"]), hasDescriptors: walk.chance(2)) },
    ]

    static let security: [Step] = [
        { walk, machine, caller in
            let wish = ExplicitAccess(
                walk.pick([.grant, .deny, .set, .revoke]), trustee: walk.sid(machine), mask: walk.mask(),
                inheritance: [.objectInherit, .containerInherit])
            try machine.edit(walk.path(), [wish], refusesLinks: walk.chance(2), by: caller)
        },
        { _ = try $1.descriptor(of: $0.path(), by: $2) },
        { try $1.setList(of: $0.path(), to: $0.descriptor($1), inherits: $0.chance(2), by: $2) },
        { try $1.setLabel($0.pick([.low, .medium, .high]), of: $0.path(), by: $2) },
        { try $1.setOwner($0.sid($1), of: $0.path(), by: $2) },
    ]
}
