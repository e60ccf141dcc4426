internal import SandboxModel

/// A real user's block of capability group ids in the authorization record.
///
/// The image records which block was chosen, so that the same one comes back when the record is lost.
struct BlockEffect: LinuxEffect {
    let user: RealUser
    let tools: ToolRunner
    let journal: Journal

    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        let registry: Registry?
        do throws(SetupError) {
            registry = try RegistryFile.read()
        } catch  where error.code == .corruptRegistry {
            return .drifted("\(InstallationPaths.registry): \(error.detail)")
        }
        guard let block = registry?.block(of: user.identifier) else { return .absent }
        if let image, image != .existing {
            let recorded = try Registry.Block(user: user, reservedIn: image)
            guard recorded == block else {
                return .drifted("\(user.name) has the group ids from \(block.first), not from \(recorded.first)")
            }
        }
        return .inForce
    }

    func capture() throws(SetupError) -> BeforeImage {
        let registry = try RegistryFile.read()
        guard registry?.block(of: user.identifier) == nil else { return .existing }
        return try choose(beside: registry?.blocks ?? []).reservation
    }

    func apply(over image: BeforeImage) throws(SetupError) {
        guard var registry = try RegistryFile.read() else {
            throw SetupError(.notInForce, action: "write", subject: InstallationPaths.registry, detail: "it is missing")
        }
        let block: Registry.Block
        if image == .existing {
            block = try choose(beside: registry.blocks)
        } else {
            block = try Registry.Block(user: user, reservedIn: image)
        }
        registry.blocks.removeAll { $0.user == user.identifier }
        registry.blocks.append(block)
        try RegistryFile.write(registry)
    }

    func revert(to image: BeforeImage) throws(SetupError) {
        let block = try Registry.Block(user: user, reservedIn: image)
        try release()
        // Entries on the user's files go on naming the group ids: a command that still has them would reach those files.
        try ProcessTermination.endCommands(of: block)
    }

    private func release() throws(SetupError) {
        do throws(SetupError) {
            guard var registry = try RegistryFile.read(), registry.block(of: user.identifier) != nil else { return }
            registry.blocks.removeAll { $0.user == user.identifier }
            try RegistryFile.write(registry)
        } catch  where error.code == .corruptRegistry {
            // There is no block to take out; the file itself goes with its own effect.
            return
        }
    }

    private func choose(beside blocks: [Registry.Block]) throws(SetupError) -> Registry.Block {
        let reserved = try Registry.Block.reserved(in: journal)
        return try BlockAllocation(tools: tools, blocks: blocks, reserved: reserved).choose(for: user)
    }
}
