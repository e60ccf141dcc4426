internal import SandboxModel

/// A real user's block of capability group ids in the authorization record.
///
/// The image records which block was chosen, so that the same one comes back when the record is lost.
struct BlockEffect: LinuxEffect {
    let user: RealUser
    let tools: ToolRunner

    func inspect(recorded image: BeforeImage?) throws(SetupError) -> EffectState {
        let registry: Registry?
        do throws(SetupError) {
            registry = try RegistryFile.read()
        } catch  where error.code == .corruptRegistry {
            return .drifted("\(InstallationPaths.registry): \(error.detail)")
        }
        guard let block = registry?.block(of: user.identifier) else { return .absent }
        if let image, image != .existing {
            let recorded = try reservation(image)
            guard recorded == block else {
                return .drifted("\(user.name) has the group ids from \(block.first), not from \(recorded.first)")
            }
        }
        return .inForce
    }

    func capture() throws(SetupError) -> BeforeImage {
        let registry = try RegistryFile.read()
        guard registry?.block(of: user.identifier) == nil else { return .existing }
        let block = try BlockAllocation(tools: tools).choose(for: user, beside: registry?.blocks ?? [])
        return .content(Array("reserve \(block.first) \(block.count)".utf8))
    }

    func apply(over image: BeforeImage) throws(SetupError) {
        guard var registry = try RegistryFile.read() else {
            throw SetupError(.notInForce, action: "write", subject: InstallationPaths.registry, detail: "it is missing")
        }
        let block: Registry.Block
        if image == .existing {
            block = try BlockAllocation(tools: tools).choose(for: user, beside: registry.blocks)
        } else {
            block = try reservation(image)
        }
        registry.blocks.removeAll { $0.user == user.identifier }
        registry.blocks.append(block)
        try RegistryFile.write(registry)
    }

    func revert(to image: BeforeImage) throws(SetupError) {
        let block = try reservation(image)
        try release()
        // The group ids will be another user's: a command that still has them would reach what those are granted.
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

    private func reservation(_ image: BeforeImage) throws(SetupError) -> Registry.Block {
        guard case .content(let bytes) = image else { throw corrupt(image) }
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        guard words.count == 3, words[0] == "reserve", let first = UInt32(words[1]), let count = UInt32(words[2]),
            first >= Registry.firstCapability, count > 0, first < Registry.endOfCapabilities,
            count <= Registry.endOfCapabilities - first
        else { throw corrupt(image) }
        return Registry.Block(user: user.identifier, first: first, count: count)
    }
}
